//! Adds a person. Nothing but a name is required.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{Action, PersonField, PersonId, Resource, tidy_name};
use journal::{Known, PersonAdded, Subject};

use super::{CaseloadRow, caseload_row};
use crate::{AppFault, Session, permit::permit};

/// What is known of a person who is not on file yet.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NewPerson {
    /// Full name, in any script.
    pub name: String,
    /// What the person likes to be called.
    pub known_as: Option<String>,
    /// `YYYY-MM-DD`.
    pub date_of_birth: Option<String>,
    /// One of [`domain::CARE_STATUSES`].
    pub care_status: Option<String>,
}

domain::named_only!(NewPerson);

/// Adds a person.
///
/// # Errors
/// [`AppFault::NameEmpty`], [`AppFault::NameTooLong`], [`AppFault::DateNotReal`],
/// [`AppFault::DateInFuture`].
pub fn add_person(session: &Session, new: NewPerson) -> Result<CaseloadRow, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let person = PersonId(session.clock.new_id());
    let mut fields = BTreeMap::from([(PersonField::Name, tidy_name(&new.name)?)]);
    if let Some(known_as) = optional_name(new.known_as)? {
        fields.insert(PersonField::KnownAs, known_as);
    }
    if let Some(born) = date_of_birth(session, new.date_of_birth)? {
        fields.insert(PersonField::DateOfBirth, born);
    }
    if let Some(status) = care_status(new.care_status)? {
        fields.insert(PersonField::CareStatus, status);
    }
    let mut entry = session.entry(Known::PersonAdded(PersonAdded { person, fields }));
    entry.subjects = vec![Subject::Person(person)];
    session.append(entry)?;
    caseload_row(session, person)
}

/// A status that may be left out.
pub(super) fn care_status(said: Option<String>) -> Result<Option<String>, AppFault> {
    let Some(said) = said.filter(|said| !said.trim().is_empty()) else { return Ok(None) };
    let known = domain::CARE_STATUSES.contains(&said.trim());
    known.then(|| Some(said.trim().to_owned())).ok_or(AppFault::NotFound { what: "status" })
}

/// A name that may be left out.
pub(crate) fn optional_name(typed: Option<String>) -> Result<Option<String>, AppFault> {
    match typed {
        Some(typed) if !typed.trim().is_empty() => Ok(Some(tidy_name(&typed)?)),
        _ => Ok(None),
    }
}

/// A date of birth that may be left out; a due date is another matter, so not in the future.
pub(super) fn date_of_birth(session: &Session, typed: Option<String>) -> Result<Option<String>, AppFault> {
    let Some(typed) = typed.filter(|typed| !typed.trim().is_empty()) else { return Ok(None) };
    let born: NaiveDate = typed.trim().parse().map_err(|_| AppFault::DateNotReal)?;
    if born > session.clock.now().with_timezone(&session.clock.zone()).date_naive() {
        return Err(AppFault::DateInFuture);
    }
    Ok(Some(born.to_string()))
}
