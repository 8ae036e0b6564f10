//! The files that entries name.

use journal::BlobUse;
use rusqlite::{Connection, Row, params};

fn read(row: &Row<'_>) -> rusqlite::Result<BlobUse> {
    Ok(BlobUse { hash: super::hash(row, 0)?, size: u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0) })
}

/// The entry at `position` names this file.
pub fn add(connection: &Connection, position: i64, blob: &BlobUse) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO blob VALUES (?, ?, ?)")?
        .execute(params![position, blob.hash.as_bytes(), i64::try_from(blob.size).unwrap_or(i64::MAX)])?;
    Ok(())
}

/// The files that an entry names.
pub fn of(connection: &Connection, position: i64) -> rusqlite::Result<Vec<BlobUse>> {
    connection.prepare_cached("SELECT hash, size FROM blob WHERE position = ?")?.query_map([position], read)?.collect()
}

/// Every file, once.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<BlobUse>> {
    connection.prepare_cached("SELECT DISTINCT hash, size FROM blob")?.query_map([], read)?.collect()
}
