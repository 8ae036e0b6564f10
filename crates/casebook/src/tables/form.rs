//! Definitions of the forms that drafts here answer: a draft stays on its version.

use rusqlite::{Connection, OptionalExtension, params};
use vault::Hash;

/// Keeps a definition; the same twice is one.
pub fn keep(connection: &Connection, hash: Hash, definition: &[u8]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO form VALUES (?, ?)")?
        .execute(params![hash.as_bytes(), definition])?;
    Ok(())
}

/// The definition with that hash.
pub fn find(connection: &Connection, hash: Hash) -> rusqlite::Result<Option<Vec<u8>>> {
    connection
        .prepare_cached("SELECT definition FROM form WHERE hash = ?")?
        .query_row([hash.as_bytes()], |row| row.get(0))
        .optional()
}
