//! The status of a child on a day, from the episodes that are open on it: the plan that says most goes
//! first. Worked out when it is read, because days pass with no entry.

use std::collections::BTreeSet;

use chrono::NaiveDate;
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

/// The status that episodes on these files give on a day, which must be all files of one person; none when
/// no such episode has begun or none is still open. On its last day an episode is open.
pub fn on<'a>(
    connection: &Connection,
    files: impl IntoIterator<Item = &'a PersonId>,
    day: NaiveDate,
) -> rusqlite::Result<Option<&'static str>> {
    let day = day.to_string();
    let mut open: BTreeSet<String> = BTreeSet::new();
    for file in files {
        let mut statement = connection.prepare_cached(
            "SELECT f.find FROM fact_person p JOIN fact f ON f.id = p.fact
             WHERE p.person = ?1 AND p.kind = 'episode' AND f.begins <= ?2 AND (f.ends IS NULL OR f.ends >= ?2)",
        )?;
        let rows = statement.query_map(params![file.as_bytes(), day], |row| row.get(0))?;
        for kind in rows {
            open.insert(kind?);
        }
    }
    Ok(BY_EPISODE.iter().find(|(kind, _)| open.contains(kind.as_str())).map(|(_, status)| *status))
}
