//! Chains that entries here belong to; those with a seed are this casebook's own.

use rusqlite::{Connection, OptionalExtension, Row, params};
use vault::{Hash, PublicKey};

/// A chain.
#[derive(Debug, Clone)]
pub struct Chain {
    /// Short name of the chain inside this database.
    pub number: i64,
    /// Hash of the opening link.
    pub id: Hash,
    /// The key that signs its links.
    pub key: PublicKey,
    /// The signing seed, sealed, of a chain of this casebook.
    pub sealed_seed: Option<Vec<u8>>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Chain> {
    Ok(Chain {
        number: row.get(0)?,
        id: super::hash(row, 1)?,
        key: PublicKey::from_bytes(row.get(2)?),
        sealed_seed: row.get(3)?,
    })
}

/// Adds a chain; gives its number.
pub fn add(connection: &Connection, id: Hash, key: &PublicKey, sealed_seed: Option<&[u8]>) -> rusqlite::Result<i64> {
    connection.execute(
        "INSERT INTO chain (id, key, seed) VALUES (?, ?, ?)",
        params![id.as_bytes(), key.as_bytes(), sealed_seed],
    )?;
    Ok(connection.last_insert_rowid())
}

/// The chain of that id.
pub fn find(connection: &Connection, id: Hash) -> rusqlite::Result<Option<Chain>> {
    connection
        .prepare_cached("SELECT number, id, key, seed FROM chain WHERE id = ?")?
        .query_row([id.as_bytes()], read)
        .optional()
}

/// Every chain, oldest first.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<Chain>> {
    connection.prepare_cached("SELECT number, id, key, seed FROM chain ORDER BY number")?.query_map([], read)?.collect()
}

/// The chain that this casebook writes: the newest with a seed.
pub fn own(connection: &Connection) -> rusqlite::Result<Option<Chain>> {
    connection
        .prepare_cached("SELECT number, id, key, seed FROM chain WHERE seed IS NOT NULL ORDER BY number DESC LIMIT 1")?
        .query_row([], read)
        .optional()
}
