//! View: entries about a person that this version does not understand, because a newer Holdfast made them.

use domain::PersonId;
use journal::{Body, Subject};
use rusqlite::{Connection, params};

pub(crate) fn apply(connection: &Connection, position: i64, body: &Body) -> rusqlite::Result<()> {
    for subject in &body.subjects {
        if let Subject::Person(person) = subject {
            connection
                .prepare_cached("INSERT OR IGNORE INTO newer VALUES (?, ?)")?
                .execute(params![person.as_bytes(), position])?;
        }
    }
    Ok(())
}

/// How many entries about these people are not understood, each once.
pub fn total<'a>(connection: &Connection, people: impl IntoIterator<Item = &'a PersonId>) -> rusqlite::Result<u32> {
    let mut positions: Vec<i64> = Vec::new();
    let mut statement = connection.prepare_cached("SELECT position FROM newer WHERE person = ?")?;
    for person in people {
        let rows = statement.query_map([person.as_bytes()], |row| row.get::<_, i64>(0))?;
        for position in rows {
            positions.push(position?);
        }
    }
    positions.sort_unstable();
    positions.dedup();
    Ok(u32::try_from(positions.len()).unwrap_or(u32::MAX))
}
