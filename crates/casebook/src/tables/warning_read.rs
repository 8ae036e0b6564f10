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

/// Whether an author has read this version of a warning, or one of another pack that says the same.
pub fn has(connection: &Connection, fact: FactId, seen: Hash, author: AuthorId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT 1 FROM warning_read r WHERE r.fact = ?1 AND r.author = ?3 AND (r.seen = ?2 OR r.seen IN (
               SELECT other.hash FROM entry e JOIN fact_version v ON v.fact = ?1 AND v.position = e.position
               JOIN fact_version alike ON alike.fact = ?1 AND alike.says = v.says AND alike.about = v.about
               JOIN entry other ON other.position = alike.position
               WHERE e.hash = ?2 AND v.system IS NOT NULL AND alike.system IS NOT NULL))",
        )?
        .exists(params![fact.as_bytes(), seen.as_bytes(), author.as_bytes()])
}
