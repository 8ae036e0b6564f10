//! The status of a child on a day. Nothing keeps it: an episode begins and ends without anybody writing.

use std::collections::BTreeSet;

use casebook::tables::{self, person::Person};
use chrono::NaiveDate;
use domain::PersonId;
use rusqlite::Connection;

use crate::AppFault;

/// The status of somebody on a day, one of `domain::CARE_STATUSES`: by the episodes that are open on that
/// day on any of their files, else as was said of them. What is planned, and what has ended, is no status.
///
/// # Errors
/// Those of reading.
pub(crate) fn status_on(reading: &Connection, person: &Person, day: NaiveDate) -> Result<Option<String>, AppFault> {
    status_of_files(reading, person, &tables::same_person::group(reading, person.id)?, day)
}

/// The same, where all files of the person are at hand.
pub(super) fn status_of_files(
    reading: &Connection,
    person: &Person,
    files: &BTreeSet<PersonId>,
    day: NaiveDate,
) -> Result<Option<String>, AppFault> {
    if let Some(status) = tables::care_status::on(reading, files, day)? {
        return Ok(Some(status.to_owned()));
    }
    let mut said = person.status_said.clone();
    for file in files.iter().filter(|file| **file != person.id) {
        if said.is_none() {
            said = tables::person::find(reading, *file)?.and_then(|other| other.status_said);
        }
    }
    Ok(said)
}
