//! What is recorded once of a person: the values shown, and those that stand side by side.

use std::collections::{BTreeMap, BTreeSet};

use casebook::tables::{self, person::Standing};
use chrono::{DateTime, FixedOffset};
use domain::{PersonField, PersonId};
use rusqlite::Connection;
use vault::Hash;

use crate::{AppFault, facts::Showing};

/// One of several values that stand side by side.
#[derive(Clone, PartialEq, Eq)]
pub struct ClashValue {
    /// The field.
    pub field: PersonField,
    /// The value.
    pub value: String,
    /// Who recorded it.
    pub author: String,
    /// When.
    pub recorded: DateTime<FixedOffset>,
    /// The entry that recorded it: what a correction names.
    pub entry: Hash,
}

domain::named_only!(ClashValue);

/// What is recorded once of a person.
#[derive(Default)]
pub(super) struct Values {
    /// The values shown. Where a person's own file has none, another file of the same person fills in.
    pub(super) fields: BTreeMap<PersonField, String>,
    /// Every value that is in clash on one file.
    pub(super) clashes: Vec<ClashValue>,
    /// Places of the entries that the values come from.
    pub(super) positions: Vec<i64>,
    /// Those entries, of the person's own file: what a correction of it names.
    pub(super) seen: Vec<Hash>,
}

/// Reads the values of a person's files, their own first.
pub(super) fn values(
    reading: &Connection,
    showing: &mut Showing<'_>,
    person: PersonId,
    files: &BTreeSet<PersonId>,
) -> Result<Values, AppFault> {
    let mut values = Values::default();
    let others = files.iter().copied().filter(|file| *file != person);
    for file in std::iter::once(person).chain(others) {
        let standing = tables::person::standing(reading, file)?;
        values.positions.extend(standing.iter().map(|value| value.position));
        if file == person {
            values.seen.extend(standing.iter().map(|value| value.entry));
            values.seen.sort_unstable();
            values.seen.dedup();
        }
        let mut of_file = BTreeMap::new();
        for value in &standing {
            // The last recorded is last, and is the one shown.
            of_file.insert(value.field, value.value.clone());
            if in_clash(&standing, value) {
                values.clashes.extend(clash(reading, showing, value)?);
            }
        }
        for (field, value) in of_file.into_iter().filter(|(_, value)| !value.is_empty()) {
            values.fields.entry(field).or_insert(value);
        }
    }
    Ok(values)
}

fn in_clash(standing: &[Standing], value: &Standing) -> bool {
    standing.iter().any(|other| other.field == value.field && other.value != value.value)
}

/// None where the entry's body is not here yet.
fn clash(reading: &Connection, showing: &mut Showing<'_>, value: &Standing) -> Result<Option<ClashValue>, AppFault> {
    let Some(body) = tables::entry::at(reading, value.position)?.and_then(|stored| stored.body) else {
        return Ok(None);
    };
    let body = body.read().map_err(|_| AppFault::Internal("an entry does not read"))?;
    Ok(Some(ClashValue {
        field: value.field,
        value: value.value.clone(),
        author: showing.author(body.author)?,
        recorded: body.recorded.at,
        entry: value.entry,
    }))
}
