//! What the central system thinks of records' content, and how far verdicts have been fetched.

use chrono::{DateTime, FixedOffset};
use journal::{Decision, SignedVerdict};
use rusqlite::{Connection, OptionalExtension, params};

/// A verdict as lists show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Verdict {
    /// In the central record; otherwise a person must put something right.
    pub accepted: bool,
    /// Why, in words.
    pub cause: String,
    /// What the central system calls it.
    pub reference: String,
    /// When.
    pub at: DateTime<FixedOffset>,
}

domain::named_only!(Verdict);

/// Keeps a verified verdict; a later one on the same entry replaces it.
pub(crate) fn set(
    connection: &Connection,
    position: i64,
    signed: &SignedVerdict,
    verdict: &journal::Verdict,
) -> rusqlite::Result<()> {
    let decision = match verdict.decision {
        Decision::Accepted => "accepted",
        Decision::NeedsPerson => "needs_person",
    };
    connection.prepare_cached("INSERT OR REPLACE INTO verdict VALUES (?, ?, ?, ?, ?, ?, ?)")?.execute(params![
        position,
        decision,
        verdict.cause,
        verdict.reference,
        verdict.at.to_rfc3339(),
        signed.json,
        signed.signature.as_bytes(),
    ])?;
    Ok(())
}

/// The hub's cursor for a chain; empty at the beginning.
pub fn cursor(connection: &Connection, chain: i64) -> rusqlite::Result<String> {
    Ok(connection
        .prepare_cached("SELECT cursor FROM verdict_cursor WHERE chain = ?")?
        .query_row([chain], |row| row.get(0))
        .optional()?
        .unwrap_or_default())
}

/// Moves the cursor.
pub(crate) fn set_cursor(connection: &Connection, chain: i64, cursor: &str) -> rusqlite::Result<()> {
    connection
        .prepare_cached("INSERT OR REPLACE INTO verdict_cursor VALUES (?, ?)")?
        .execute(params![chain, cursor])?;
    Ok(())
}
