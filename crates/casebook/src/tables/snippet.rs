//! Pieces of text of one's own, by the word that calls them up.

use rusqlite::{Connection, params};

/// Every piece: its name and its text, by name.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare_cached("SELECT name, text FROM snippet ORDER BY name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Keeps a piece under its name, in the place of the one before.
pub fn set(connection: &Connection, name: &str, text: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT INTO snippet VALUES (?, ?) ON CONFLICT DO UPDATE SET text = excluded.text")?
        .execute(params![name, text])?;
    Ok(())
}

/// Takes a piece away.
pub fn remove(connection: &Connection, name: &str) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM snippet WHERE name = ?")?.execute([name])?;
    Ok(())
}
