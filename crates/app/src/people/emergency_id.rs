//! The id that Holdfast gives while the central system is away.

use casebook::{
    Reading,
    tables::{
        self,
        person_find::{Sort, with},
    },
};
use domain::{
    Action, Fact, FactId, FactKind, PersonId, Resource,
    facts::{IdScheme, Identifier},
    identifiers::emergency_id,
    likeness::plain,
};
use rusqlite::Connection;

use super::{CaseloadRow, caseload_row};
use crate::{AppFault, Session, facts::entry_of, permit::permit};

/// How often a drawn id may stand on this file already before something is wrong with the drawing.
const TRIES: u32 = 100;

/// An emergency id that nobody on file has: 25 bits by chance, until enrolment packs bring blocks of
/// their own. Another laptop may draw the same; both are then shown.
pub(super) fn draw(reading: &Connection) -> Result<Fact, AppFault> {
    for _ in 0..TRIES {
        let value = emergency_id(u32::from_be_bytes(vault::random_bytes()?));
        if with(reading, Sort::Id, &plain(&value), 1)?.is_empty() {
            return Ok(Fact::Identifier(Identifier { scheme: IdScheme::Emergency, value, from: None, until: None }));
        }
    }
    Err(AppFault::Internal("every emergency id is taken"))
}

/// Gives somebody on file an emergency id, unless one of the files that are shown together has one that
/// holds: pressing twice gives one.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn give_emergency_id(session: &Session, person: PersonId) -> Result<CaseloadRow, AppFault> {
    permit(session, Action::Amend, Resource::Person(person))?;
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    session.casebook.write(|gate| {
        tables::person::find(gate, person)?.ok_or(AppFault::NotFound { what: "person" })?;
        if has_one(&gate.reading(), person, today)? {
            return Ok(());
        }
        let fact = draw(gate)?;
        let entry = entry_of(session, gate, FactId(session.clock.new_id()), vec![person], fact)?;
        gate.append(entry)?;
        Ok::<_, AppFault>(())
    })?;
    session.delivery.wake();
    caseload_row(session, person)
}

fn has_one(reading: &Reading<'_>, person: PersonId, today: chrono::NaiveDate) -> Result<bool, AppFault> {
    for file in tables::same_person::group(reading, person)? {
        let known = tables::fact::of(reading, file, FactKind::Identifier)?;
        let holds = |says: &Fact| matches!(says, Fact::Identifier(id) if id.scheme == IdScheme::Emergency);
        if known.iter().any(|known| holds(&known.says) && known.says.holds_on(today)) {
            return Ok(true);
        }
    }
    Ok(false)
}
