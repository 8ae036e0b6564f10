//! Corrects what is recorded of a person, field by field. What stood before stays in the journal,
//! and the correction says which values its author had seen.

use std::collections::BTreeMap;

use casebook::tables::{self, person::Standing};
use domain::{Action, PersonField, PersonId, Resource};
use journal::{Known, PersonAmended, Subject};
use rusqlite::Connection;
use vault::Hash;

use super::{CaseloadRow, caseload_row, fields::tidy};
use crate::{AppFault, Session, permit::permit};

/// New values, by field; one that is not named stays as it is, an empty text removes what may be
/// removed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Amendment {
    /// The values.
    pub fields: BTreeMap<PersonField, String>,
    /// The values that its author had before them, by the hashes of their entries; none for those that
    /// stand when it is recorded. What came since stands beside the correction.
    pub seen: Option<Vec<Hash>>,
}

domain::named_only!(Amendment);

impl Amendment {
    /// Of one field.
    pub fn of(field: PersonField, value: &str) -> Self {
        Self { fields: BTreeMap::from([(field, value.to_owned())]), seen: None }
    }
}

/// Corrects a person.
///
/// # Errors
/// [`AppFault::NotFound`] and those of [`super::add_person`].
pub fn amend_person(session: &Session, person: PersonId, amendment: Amendment) -> Result<CaseloadRow, AppFault> {
    permit(session, Action::Amend, Resource::Person(person))?;
    if !amendment.fields.is_empty() {
        session.casebook.write(|gate| {
            tables::person::find(gate, person)?.ok_or(AppFault::NotFound { what: "person" })?;
            let standing = tables::person::standing(gate, person)?;
            let shown = standing.iter().map(|value| (value.field, value.value.clone())).collect();
            let fields = tidy(session, amendment.fields, &shown)?;
            let mut based_on = Vec::new();
            for field in fields.keys() {
                based_on.extend(seen_of(gate, person, *field, &standing, amendment.seen.as_deref())?);
            }
            based_on.sort_unstable();
            based_on.dedup();
            let mut entry = session.entry(Known::PersonAmended(PersonAmended { person, fields }));
            entry.subjects = vec![Subject::Person(person)];
            entry.based_on = based_on;
            gate.append(entry).map_err(AppFault::from)
        })?;
        session.delivery.wake();
    }
    caseload_row(session, person)
}

/// Entries of the values of a field that the author saw: those that were named, and one that stands and
/// says the same from another hand.
fn seen_of(
    reading: &Connection,
    person: PersonId,
    field: PersonField,
    standing: &[Standing],
    named: Option<&[Hash]>,
) -> Result<Vec<Hash>, AppFault> {
    let of_field = standing.iter().filter(|value| value.field == field);
    let Some(named) = named else { return Ok(of_field.map(|value| value.entry).collect()) };
    let seen = tables::person::recorded_by(reading, person, field, named)?;
    let mut entries: Vec<Hash> = seen.iter().map(|value| value.entry).collect();
    entries.extend(of_field.filter(|value| seen.iter().any(|seen| seen.value == value.value)).map(|value| value.entry));
    Ok(entries)
}
