//! The files that entries name.

use journal::BlobUse;
use rusqlite::{Connection, Row, params};

fn read(row: &Row<'_>) -> rusqlite::Result<BlobUse> {
    Ok(BlobUse { hash: super::hash(row, 0)?, size: u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0) })
}

/// The entry at `position` names this file.
pub fn add(connection: &Connection, position: i64, blob: &BlobUse) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT OR IGNORE INTO blob VALUES (?, ?, ?)")?.execute(params![
        position,
        blob.hash.as_bytes(),
        i64::try_from(blob.size).unwrap_or(i64::MAX)
    ])?;
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

/// Every file, once, with whether an entry of this casebook's own names it: such a file was on
/// disk before the entry was. One that only others name may still be on its way.
pub(crate) fn all_with_own(connection: &Connection) -> rusqlite::Result<Vec<(BlobUse, bool)>> {
    connection
        .prepare_cached(
            "SELECT b.hash, b.size, max(c.seed IS NOT NULL) FROM blob b JOIN entry e ON e.position = b.position
             JOIN chain c ON c.number = e.chain GROUP BY b.hash, b.size",
        )?
        .query_map([], |row| Ok((read(row)?, row.get(2)?)))?
        .collect()
}

/// The size of a file that some entry names.
pub fn size_of(connection: &Connection, hash: vault::Hash) -> rusqlite::Result<Option<u64>> {
    use rusqlite::OptionalExtension;
    connection
        .prepare_cached("SELECT size FROM blob WHERE hash = ? LIMIT 1")?
        .query_row([hash.as_bytes()], |row| row.get::<_, i64>(0))
        .optional()
        .map(|size| size.and_then(|size| u64::try_from(size).ok()))
}
