//! Takes note that warnings were read. A warning that is changed later is unread again.

use casebook::tables;
use domain::{Action, AuthorId, FactId, FactKind, PersonId, Resource};
use journal::{Known, Subject, WarningsRead};
use rusqlite::Connection;
use vault::Hash;

use super::about::groups;
use crate::{AppFault, Session, permit::permit};

/// Takes note that the person who acts has read these warnings as they stand, with whatever stands
/// beside them.
///
/// # Errors
/// [`AppFault::NotFound`] for what is no warning on this person's file.
pub fn read_warnings(session: &Session, person: PersonId, warnings: &[FactId]) -> Result<(), AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    session.casebook.write(|gate| {
        let files = groups(gate, &[person])?;
        let mut unread = Vec::new();
        for warning in warnings {
            let known = tables::fact::find(gate, *warning)?.filter(|known| {
                known.says.kind() == FactKind::Warning && known.about.iter().any(|about| files.contains(about))
            });
            known.ok_or(AppFault::NotFound { what: "warning" })?;
            for version in tables::fact::standing(gate, *warning)? {
                if !tables::warning_read::has(gate, *warning, version.entry, session.actor().author)? {
                    unread.push((*warning, version.entry));
                }
            }
        }
        if unread.is_empty() {
            return Ok(());
        }
        let mut entry = session.entry(Known::WarningsRead(WarningsRead { person, warnings: unread }));
        entry.subjects = vec![Subject::Person(person)];
        gate.append(entry).map(|_| ()).map_err(AppFault::from)
    })?;
    session.delivery.wake();
    Ok(())
}

/// Whether somebody has read a warning as it stands: the version of this entry, and where several stand side
/// by side every one of them.
pub(crate) fn is_read(
    reading: &Connection,
    (warning, entry, heads): (FactId, Hash, u32),
    author: AuthorId,
) -> Result<bool, AppFault> {
    if heads <= 1 {
        return Ok(tables::warning_read::has(reading, warning, entry, author)?);
    }
    for version in tables::fact::standing(reading, warning)? {
        if !tables::warning_read::has(reading, warning, version.entry, author)? {
            return Ok(false);
        }
    }
    Ok(true)
}
