//! View: the outbox. An entry waits until a receipt covers it; nothing else takes it out.

use domain::RecordId;
use rusqlite::{Connection, params};

/// An entry that no receipt covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The entry.
    pub position: i64,
    /// The record that it is a version of; none for the log.
    pub record: Option<RecordId>,
    /// Goes first.
    pub urgent: bool,
}

/// Takes an entry in, unless a receipt covers it already.
pub(crate) fn apply(
    connection: &Connection,
    position: i64,
    record: Option<RecordId>,
    urgent: bool,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO waiting SELECT ?1, ?2, ?3 WHERE NOT EXISTS (SELECT 1 FROM held WHERE position = ?1)",
        )?
        .execute(params![position, record.as_ref().map(RecordId::as_bytes), urgent])?;
    Ok(())
}

/// A receipt covers it.
pub(crate) fn remove(connection: &Connection, position: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM waiting WHERE position = ?")?.execute([position])?;
    Ok(())
}

/// An entry that waits, with the size of its body in bytes.
pub type Measured = (Waiting, usize);

/// One lane of a chain, urgent or not, after a position, in order; nothing of a record that is held
/// back and nothing without a body.
pub fn lane_after(
    connection: &Connection,
    chain: i64,
    urgent: bool,
    position: i64,
    limit: u32,
) -> rusqlite::Result<Vec<Measured>> {
    // Written out, so that the urgent lane is read by its own short index. The outbox leads: by the
    // chain's index every batch would begin with the whole chain.
    let lane = if urgent { "1" } else { "0" };
    connection
        .prepare_cached(&format!(
            "SELECT w.position, w.record, w.urgent, length(e.body) FROM waiting w CROSS JOIN entry e ON e.position = w.position
             WHERE w.urgent = {lane} AND e.chain = ?1 AND w.position > ?2 AND e.body IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.record = w.record)
             ORDER BY w.position LIMIT ?3"
        ))?
        .query_map(params![chain, position, limit], |row| {
            let record = row.get::<_, Option<[u8; 16]>>(1)?.map(RecordId::from_bytes);
            let bytes = usize::try_from(row.get::<_, i64>(3)?).unwrap_or(usize::MAX);
            Ok((Waiting { position: row.get(0)?, record, urgent: row.get(2)? }, bytes))
        })?
        .collect()
}

/// Entries of the log that wait.
pub fn log_total(connection: &Connection) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("SELECT count(*) FROM waiting WHERE record IS NULL")?
        .query_row([], |row| super::count(row, 0))
}
