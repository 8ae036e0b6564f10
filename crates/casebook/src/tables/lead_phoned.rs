//! View: urgent records about which the lead was phoned.

use domain::RecordId;
use rusqlite::{Connection, params};

/// Takes a call in.
pub(crate) fn apply(connection: &Connection, position: i64, record: RecordId) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR IGNORE INTO lead_phoned VALUES (?, ?)")?
        .execute(params![record.as_bytes(), position])?;
    Ok(())
}
