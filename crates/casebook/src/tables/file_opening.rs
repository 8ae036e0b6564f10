//! View: who opened whose file when.

use chrono::{DateTime, FixedOffset};
use domain::{AuthorId, PersonId};
use journal::Body;
use rusqlite::{Connection, OptionalExtension, params};

/// Somebody looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Place of the entry: what came after it is new to them.
    pub position: i64,
    /// Who.
    pub author: AuthorId,
    /// When.
    pub recorded: DateTime<FixedOffset>,
}

pub(crate) fn apply(connection: &Connection, position: i64, body: &Body, person: PersonId) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT OR IGNORE INTO file_opening VALUES (?, ?, ?, ?)")?.execute(params![
        person.as_bytes(),
        position,
        body.author.as_bytes(),
        body.recorded.at.to_rfc3339()
    ])?;
    Ok(())
}

/// The last time that an author opened a person's file, before a place in the journal.
pub fn last(
    connection: &Connection,
    person: PersonId,
    author: AuthorId,
    before: i64,
) -> rusqlite::Result<Option<Opening>> {
    connection
        .prepare_cached(
            "SELECT position, recorded FROM file_opening WHERE person = ? AND author = ? AND position < ?
             ORDER BY position DESC LIMIT 1",
        )?
        .query_row(params![person.as_bytes(), author.as_bytes(), before], |row| {
            Ok(Opening { position: row.get(0)?, author, recorded: super::moment(row, 1)? })
        })
        .optional()
}

/// Whose files an author opened last, the last one first.
pub fn recent(connection: &Connection, author: AuthorId, limit: usize) -> rusqlite::Result<Vec<PersonId>> {
    let mut statement = connection
        .prepare_cached("SELECT person FROM file_opening WHERE author = ? ORDER BY position DESC LIMIT 500")?;
    let mut people: Vec<PersonId> = Vec::new();
    for person in statement.query_map([author.as_bytes()], |row| row.get(0).map(PersonId::from_bytes))? {
        let person = person?;
        if !people.contains(&person) {
            people.push(person);
        }
        if people.len() == limit {
            break;
        }
    }
    Ok(people)
}
