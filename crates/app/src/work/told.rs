//! Says before filing what it will do to episodes, and which days of the law follow from it.

use domain::{
    EventTime, FactId, PersonId,
    facts::EpisodeKind,
    limits::{self, Nature, shipped},
};
use forms::EpisodeChange;
use rusqlite::Connection;
use uuid::Uuid;

use super::{
    clocks::Clocks,
    due::own_limits,
    episodes::{ByRecord, changed},
};
use crate::{AppFault, Session};

/// What filing does to one episode.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EpisodeTold {
    /// Name of the child.
    pub child: String,
    /// Kind of the episode.
    pub episode: EpisodeKind,
    /// When it begins or began.
    pub from: EventTime,
    /// When it ends.
    pub until: Option<EventTime>,
    /// It begins by this record.
    pub begins: bool,
    /// Clocks of the law that run for it once this is filed.
    pub due: Vec<limits::Due>,
}

/// What filing would do, if it were done now.
pub(crate) fn told(
    session: &Session,
    reading: &Connection,
    (person, child): (PersonId, &str),
    by: ByRecord<'_>,
    changes: &[EpisodeChange],
) -> Result<Vec<EpisodeTold>, AppFault> {
    let next = std::cell::Cell::new(0);
    // Ids that no fact has: nothing of this is kept.
    let new_id = || {
        next.set(next.get() + 1);
        FactId(Uuid::from_u128(next.get()))
    };
    let changed = changed(reading, person, by, changes, &new_id)?;
    if changed.is_empty() {
        return Ok(Vec::new());
    }
    let mut clocks = Clocks::of(reading, person)?;
    for one in &changed {
        clocks.put(one.id, person, one.says.clone());
    }
    let due = clocks.due(session, &own_limits(reading)?);
    let of_the_law = |limit: &str| shipped().iter().any(|known| known.id == limit && known.nature == Nature::Law);
    Ok(changed
        .into_iter()
        .map(|one| EpisodeTold {
            child: child.to_owned(),
            episode: one.says.episode,
            due: due
                .iter()
                .map(|due| &due.is)
                .filter(|due| due.fact == one.id && of_the_law(&due.limit))
                .cloned()
                .collect(),
            from: one.says.from,
            until: one.says.until,
            begins: one.begins,
        })
        .collect())
}
