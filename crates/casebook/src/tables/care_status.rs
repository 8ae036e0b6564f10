//! The status of a child from open episodes: the plan that says most goes first.

use domain::{PersonId, facts::EpisodeKind};
use rusqlite::{Connection, params};

/// Which episodes make which of `domain::CARE_STATUSES`, the first that is open counting.
const BY_EPISODE: [(EpisodeKind, &str); 6] = [
    (EpisodeKind::LookedAfter, "looked_after"),
    (EpisodeKind::ChildProtection, "child_protection_plan"),
    (EpisodeKind::ChildInNeed, "child_in_need"),
    (EpisodeKind::Assessment, "child_in_need"),
    (EpisodeKind::CareLeaver, "care_leaver"),
    (EpisodeKind::EarlyHelp, "early_help"),
];

/// The status that open episodes give; none when no such episode is open.
pub(crate) fn of(connection: &Connection, person: PersonId) -> rusqlite::Result<Option<&'static str>> {
    let open: Vec<String> = connection
        .prepare_cached(
            "SELECT f.find FROM fact_person p JOIN fact f ON f.id = p.fact
             WHERE p.person = ? AND p.kind = 'episode' AND f.ends IS NULL",
        )?
        .query_map(params![person.as_bytes()], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(BY_EPISODE.iter().find(|(kind, _)| open.iter().any(|of| of == kind.as_str())).map(|(_, status)| *status))
}
