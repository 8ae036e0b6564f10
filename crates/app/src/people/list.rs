//! The caseload.

use std::collections::HashMap;

use casebook::tables::{self, person::Person};
use domain::{Action, EventTime, PersonId, Resource, age_on};
use rusqlite::Connection;

use crate::{AppFault, Session, permit::permit};

/// A row of the caseload.
#[derive(Clone, PartialEq, Eq)]
pub struct CaseloadRow {
    /// The person.
    pub person: Person,
    /// Whole years today.
    pub age: Option<u32>,
    /// The newest event at which the child was seen.
    pub last_seen: Option<EventTime>,
    /// Drafts in use about them.
    pub drafts: u32,
    /// Records about them that are only here.
    pub waiting: u32,
}

domain::named_only!(CaseloadRow);

/// People whose names hold every word of `search`, by name, with the number of all that match.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn list_people(session: &Session, search: &str, limit: u32) -> Result<(Vec<CaseloadRow>, u32), AppFault> {
    permit(session, Action::Read, Resource::People)?;
    session.casebook.read(|reading| {
        let drafts = drafts_by_person(reading)?;
        let (people, total) = tables::person::search(reading, search, limit)?;
        let rows = people.into_iter().map(|person| row(session, reading, &drafts, person)).collect::<Result<_, _>>()?;
        Ok((rows, total))
    })
}

/// One person's row.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn caseload_row(session: &Session, person: PersonId) -> Result<CaseloadRow, AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    session.casebook.read(|reading| {
        let found = tables::person::find(reading, person)?.ok_or(AppFault::NotFound { what: "person" })?;
        row(session, reading, &drafts_by_person(reading)?, found)
    })
}

fn drafts_by_person(reading: &Connection) -> Result<HashMap<PersonId, u32>, AppFault> {
    let mut drafts = HashMap::new();
    for draft in tables::draft::all(reading)?.iter().filter(|draft| draft.set_aside.is_none()) {
        for person in &draft.people {
            *drafts.entry(*person).or_default() += 1;
        }
    }
    Ok(drafts)
}

fn row(
    session: &Session,
    reading: &Connection,
    drafts: &HashMap<PersonId, u32>,
    person: Person,
) -> Result<CaseloadRow, AppFault> {
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    Ok(CaseloadRow {
        age: person.date_of_birth.and_then(|born| age_on(born, today)),
        last_seen: tables::record::last_seen(reading, person.id)?,
        drafts: drafts.get(&person.id).copied().unwrap_or(0),
        waiting: tables::record::waiting_of(reading, person.id)?,
        person,
    })
}
