//! Corrects what is recorded of a person, field by field. What stood before stays in the journal,
//! and the correction says which values its author had seen.

use std::collections::BTreeMap;

use casebook::tables;
use domain::{Action, PersonField, PersonId, Resource};
use journal::{Known, PersonAmended, Subject};

use super::{CaseloadRow, caseload_row, fields::tidy};
use crate::{AppFault, Session, permit::permit};

/// New values, by field; one that is not named stays as it is, an empty text removes what may be
/// removed.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Amendment {
    /// The values.
    pub fields: BTreeMap<PersonField, String>,
}

domain::named_only!(Amendment);

impl Amendment {
    /// Of one field.
    pub fn of(field: PersonField, value: &str) -> Self {
        Self { fields: BTreeMap::from([(field, value.to_owned())]) }
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
            let seen = standing.iter().filter(|value| fields.contains_key(&value.field)).map(|value| value.entry);
            let mut based_on: Vec<_> = seen.collect();
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
