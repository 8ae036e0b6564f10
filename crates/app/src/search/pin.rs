//! People who are kept at the top of an empty box.

use casebook::tables;
use domain::{Action, PersonId, Resource};
use rusqlite::Connection;

use crate::{
    AppFault, Session,
    people::{CaseloadRow, Rows},
    permit::permit,
};

const PINNED: &str = "pinned_people";
/// Whoever was pinned before so many others is taken off.
const MOST: usize = 20;

/// Pins somebody, or takes the pin off.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn pin_person(session: &Session, person: PersonId, pin: bool) -> Result<(), AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    session.casebook.write(|gate| {
        tables::person::find(gate, person)?.ok_or(AppFault::NotFound { what: "person" })?;
        let mut people = kept(gate)?;
        people.retain(|other| *other != person);
        if pin {
            people.insert(0, person);
        }
        people.truncate(MOST);
        let text = serde_json::to_string(&people).map_err(|_| AppFault::Internal("a setting does not write"))?;
        Ok(tables::setting::set(gate, PINNED, &text)?)
    })
}

/// Those who are pinned, the last one first.
pub(super) fn pinned(session: &Session, reading: &Connection) -> Result<Vec<CaseloadRow>, AppFault> {
    let rows = Rows::new(session, reading)?;
    let mut pinned = Vec::new();
    for person in kept(reading)? {
        if let Some(person) = tables::person::find(reading, person)? {
            pinned.push(rows.row(person)?);
        }
    }
    Ok(pinned)
}

fn kept(reading: &Connection) -> Result<Vec<PersonId>, AppFault> {
    let kept = tables::setting::get(reading, PINNED)?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}
