//! View: which version of a warning somebody has read.

use domain::{AuthorId, FactId};
use journal::{Body, WarningsRead};
use rusqlite::{Connection, params};
use vault::Hash;

pub(crate) fn apply(connection: &Connection, body: &Body, read: &WarningsRead) -> rusqlite::Result<()> {
    for (fact, seen) in &read.warnings {
        connection
            .prepare_cached(
                "INSERT INTO warning_read VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT DO UPDATE SET recorded_moment = min(recorded_moment, ?4)",
            )?
            .execute(params![fact.as_bytes(), seen.as_bytes(), body.author.as_bytes(), body.recorded.at.timestamp()])?;
    }
    Ok(())
}

/// Whether an author has read this version of a warning, or the same one as another laptop took it from
/// the same file.
pub fn has(connection: &Connection, fact: FactId, seen: Hash, author: AuthorId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT 1 FROM warning_read r WHERE r.fact = ?1 AND r.author = ?3 AND (r.seen = ?2 OR r.seen IN (
               SELECT other.hash FROM entry e JOIN pack k ON k.position = e.position
               JOIN pack twin ON twin.lines = k.lines JOIN entry other ON other.position = twin.position
               WHERE e.hash = ?2))",
        )?
        .exists(params![fact.as_bytes(), seen.as_bytes(), author.as_bytes()])
}
