//! One table, one file: its row, how it is read and how it is written. Writing functions are for
//! the gate; they take a connection that is in a transaction.

pub mod author;
pub mod blob;
mod brought;
pub mod care_status;
pub mod chain;
pub mod changes;
pub mod draft;
pub mod entry;
pub mod fact;
pub mod file_opening;
pub mod form;
pub mod form_draft;
pub mod form_version;
pub mod held;
pub mod hold;
pub mod hub;
pub mod import_batch;
pub mod known_word;
pub mod lead_phoned;
pub mod made;
pub mod newer;
pub mod note;
pub mod pack;
pub mod person;
pub mod person_find;
pub mod receipt;
pub mod record;
pub mod same_person;
pub mod search;
pub mod setting;
pub mod sheet;
pub mod snippet;
pub mod verdict;
pub mod waiting;
pub mod warning_read;
pub mod worker;

use chrono::{DateTime, FixedOffset};
use rusqlite::{Row, types::Type};
use vault::Hash;

/// A stored 32-byte hash.
pub(crate) fn hash(row: &Row<'_>, column: usize) -> rusqlite::Result<Hash> {
    row.get::<_, [u8; 32]>(column).map(Hash::from_bytes)
}

/// A stored text that parses.
pub(crate) fn parsed<T: std::str::FromStr>(row: &Row<'_>, column: usize) -> rusqlite::Result<T>
where
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get::<_, String>(column)?
        .parse()
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}

/// A stored moment.
pub(crate) fn moment(row: &Row<'_>, column: usize) -> rusqlite::Result<DateTime<FixedOffset>> {
    parsed(row, column)
}

/// A stored JSON text.
pub(crate) fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    serde_json::from_str(&row.get::<_, String>(column)?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, Box::new(error)))
}

/// A count that fits; a larger one is shown as the largest.
pub(crate) fn count(row: &Row<'_>, column: usize) -> rusqlite::Result<u32> {
    Ok(u32::try_from(row.get::<_, i64>(column)?).unwrap_or(u32::MAX))
}
