//! Which receipt covers which entry.

use rusqlite::{Connection, params};

/// A receipt covers an entry.
pub(crate) fn add(connection: &Connection, position: i64, receipt: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT OR IGNORE INTO held VALUES (?, ?)")?.execute(params![position, receipt])?;
    Ok(())
}

/// The hub no longer holds it: it was restored from an older backup.
pub(crate) fn remove(connection: &Connection, position: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM held WHERE position = ?")?.execute([position])?;
    Ok(())
}

/// Positions of a chain's entries with numbers from `from` to `to` that a receipt covers.
pub(crate) fn between(connection: &Connection, chain: i64, from: u64, to: u64) -> rusqlite::Result<Vec<i64>> {
    let bound = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    connection
        .prepare_cached(
            "SELECT h.position FROM held h JOIN entry e ON e.position = h.position
             WHERE e.chain = ? AND e.sequence BETWEEN ? AND ? ORDER BY h.position",
        )?
        .query_map(params![chain, bound(from), bound(to)], |row| row.get(0))?
        .collect()
}

/// Whether a receipt covers the entry at a position.
pub fn is_held(connection: &Connection, position: i64) -> rusqlite::Result<bool> {
    connection.prepare_cached("SELECT 1 FROM held WHERE position = ?")?.exists([position])
}
