//! Records that a person holds back from being sent.

use domain::RecordId;
use rusqlite::Connection;

/// Holds a record back, or lets it go.
pub fn set(connection: &Connection, record: RecordId, hold: bool) -> rusqlite::Result<()> {
    let statement = if hold { "INSERT OR IGNORE INTO hold VALUES (?)" } else { "DELETE FROM hold WHERE record = ?" };
    connection.prepare_cached(statement)?.execute([record.as_bytes()])?;
    Ok(())
}
