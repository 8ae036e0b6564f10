//! Receipts, as signed by the hub. Kept for good: they anchor the journal outside this laptop.

use journal::{Head, Receipt, SignedReceipt};
use rusqlite::{Connection, OptionalExtension, params};

/// Keeps a verified receipt; gives its number.
pub(crate) fn add(
    connection: &Connection,
    chain: i64,
    signed: &SignedReceipt,
    receipt: &Receipt,
) -> rusqlite::Result<i64> {
    connection
        .prepare_cached(
            "INSERT INTO receipt (chain, head_sequence, head_hash, at, bytes, signature) VALUES (?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            chain,
            i64::try_from(receipt.head.sequence).unwrap_or(i64::MAX),
            receipt.head.hash.as_bytes(),
            receipt.at.to_rfc3339(),
            signed.bytes,
            signed.signature.as_bytes(),
        ])?;
    Ok(connection.last_insert_rowid())
}

/// How many receipts name a link that is not here: the journal was cut short since.
pub(crate) fn without_entry(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row(
        "SELECT count(*) FROM receipt r WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.hash = r.head_hash)",
        [],
        |row| row.get(0),
    )
}

/// The furthest link of a chain that any receipt covers.
pub fn head(connection: &Connection, chain: i64) -> rusqlite::Result<Option<Head>> {
    connection
        .prepare_cached(
            "SELECT head_sequence, head_hash FROM receipt WHERE chain = ? ORDER BY head_sequence DESC LIMIT 1",
        )?
        .query_row([chain], |row| {
            Ok(Head { sequence: u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0), hash: super::hash(row, 1)? })
        })
        .optional()
}
