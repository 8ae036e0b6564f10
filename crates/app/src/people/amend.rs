//! Corrects what is recorded of a person, field by field. What stood before stays in the journal,
//! and the correction says which values its author had seen.

use std::collections::BTreeMap;

use casebook::tables;
use domain::{Action, PersonField, PersonId, Resource, tidy_name};
use journal::{Known, PersonAmended, Subject};

use super::{
    CaseloadRow,
    add::{care_status, date_of_birth, optional_name},
    caseload_row,
};
use crate::{AppFault, Session, permit::permit};

/// New values; none leaves a field as it is, an empty text removes what may be removed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Amendment {
    /// Full name.
    pub name: Option<String>,
    /// What the person likes to be called.
    pub known_as: Option<String>,
    /// `YYYY-MM-DD`.
    pub date_of_birth: Option<String>,
    /// New status; an empty text removes it.
    pub care_status: Option<String>,
}

domain::named_only!(Amendment);

/// Corrects a person.
///
/// # Errors
/// [`AppFault::NotFound`] and those of [`super::add_person`].
pub fn amend_person(session: &Session, person: PersonId, amendment: Amendment) -> Result<CaseloadRow, AppFault> {
    permit(session, Action::Amend, Resource::Person(person))?;
    let mut fields = BTreeMap::new();
    if let Some(name) = amendment.name {
        fields.insert(PersonField::Name, tidy_name(&name)?);
    }
    if let Some(known_as) = amendment.known_as {
        fields.insert(PersonField::KnownAs, optional_name(Some(known_as))?.unwrap_or_default());
    }
    if let Some(born) = amendment.date_of_birth {
        fields.insert(PersonField::DateOfBirth, date_of_birth(session, Some(born))?.unwrap_or_default());
    }
    if let Some(status) = amendment.care_status {
        fields.insert(PersonField::CareStatus, care_status(Some(status))?.unwrap_or_default());
    }
    if !fields.is_empty() {
        let mut entry = session.entry(Known::PersonAmended(PersonAmended { person, fields: fields.clone() }));
        entry.subjects = vec![Subject::Person(person)];
        session.casebook.write(|gate| {
            tables::person::find(gate, person)?.ok_or(AppFault::NotFound { what: "person" })?;
            let standing = tables::person::standing(gate, person)?;
            entry.based_on =
                standing.iter().filter(|value| fields.contains_key(&value.field)).map(|value| value.entry).collect();
            entry.based_on.sort_unstable();
            entry.based_on.dedup();
            gate.append(entry).map_err(AppFault::from)
        })?;
        session.delivery.wake();
    }
    caseload_row(session, person)
}
