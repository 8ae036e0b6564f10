//! Words that the spelling check takes as right: the council's list and one's own.

use rusqlite::Connection;

/// Every word.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    connection.prepare_cached("SELECT word FROM known_word ORDER BY word")?.query_map([], |row| row.get(0))?.collect()
}

/// Takes a word as right; the same twice is one.
pub fn add(connection: &Connection, word: &str) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT OR IGNORE INTO known_word VALUES (?)")?.execute([word])?;
    Ok(())
}

/// Takes it as right no longer.
pub fn remove(connection: &Connection, word: &str) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM known_word WHERE word = ?")?.execute([word])?;
    Ok(())
}
