//! Settings and what the casebook remembers of itself, by name.

use rusqlite::{Connection, OptionalExtension, params};

/// The value of a setting.
pub fn get(connection: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT value FROM setting WHERE name = ?")?
        .query_row([name], |row| row.get(0))
        .optional()
}

/// Sets it.
pub fn set(connection: &Connection, name: &str, value: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value")?
        .execute(params![name, value])?;
    Ok(())
}

/// Forgets it.
pub fn clear(connection: &Connection, name: &str) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM setting WHERE name = ?")?.execute([name])?;
    Ok(())
}
