//! What is due for one child.

use casebook::tables;
use domain::{Action, Fact, FactKind, PersonId, Resource, facts::TimeLimit, limits};
use rusqlite::Connection;

use super::clocks::Clocks;
use crate::{AppFault, Session, permit::permit};

/// Something due for a person, by the rules of [`domain::limits`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// On whose file the episode or warning stands.
    pub person: PersonId,
    /// What and when.
    pub is: limits::Due,
}

/// What is due for a person, the next first.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn due_of(session: &Session, person: PersonId) -> Result<Vec<Due>, AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    session.casebook.read(|reading| due_of_in(session, reading, person))
}

/// The same, inside a reading; files of the same person count as one.
pub(crate) fn due_of_in(session: &Session, reading: &Connection, person: PersonId) -> Result<Vec<Due>, AppFault> {
    let clocks = Clocks::of(reading, person)?;
    Ok(clocks.due(session, &own_limits(reading)?))
}

/// The organisation's own limits, every one that ever was: a clock keeps the one that it began under.
pub(super) fn own_limits(reading: &Connection) -> Result<Vec<TimeLimit>, AppFault> {
    let all = tables::fact::all(reading, FactKind::TimeLimit)?;
    let limits = all.into_iter().filter_map(|known| match known.says {
        Fact::TimeLimit(limit) => Some(limit),
        _ => None,
    });
    Ok(limits.collect())
}
