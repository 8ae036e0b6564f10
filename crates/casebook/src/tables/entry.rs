//! The journal's entries, in order of arrival. Triggers refuse to change or delete one.

use journal::{BodyFault, Entry, Head, Link, SealedBody};
use rusqlite::{Connection, OptionalExtension, Row, params};
use vault::Hash;

use crate::CasebookFault;

/// An entry with its place here.
#[derive(Debug, Clone)]
pub struct Stored {
    /// Order of arrival.
    pub position: i64,
    /// Number of its chain inside this database.
    pub chain: i64,
    /// Number of its link, as stored.
    pub sequence: u64,
    /// Hash of the link, as stored.
    pub hash: Hash,
    /// Encoded link.
    pub link: Vec<u8>,
    /// The body, when held.
    pub body: Option<SealedBody>,
}

impl Stored {
    /// Decodes it.
    ///
    /// # Errors
    /// [`CasebookFault::Row`] when the stored link is none.
    pub fn entry(&self) -> Result<Entry, CasebookFault> {
        let link = Link::decode(&self.link).map_err(|_| CasebookFault::Row("link"))?;
        Ok(Entry { link, body: self.body.clone() })
    }
}

const COLUMNS: &str = "position, chain, hash, link, nonce, body, sequence";

fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let body = match (row.get::<_, Option<[u8; 32]>>(4)?, row.get::<_, Option<Vec<u8>>>(5)?) {
        (Some(nonce), Some(bytes)) => SealedBody::from_parts(nonce, bytes).ok(),
        _ => None,
    };
    Ok(Stored {
        position: row.get(0)?,
        chain: row.get(1)?,
        sequence: u64::try_from(row.get::<_, i64>(6)?).unwrap_or(u64::MAX),
        hash: super::hash(row, 2)?,
        link: row.get(3)?,
        body,
    })
}

/// Adds an entry at the end; gives its position.
pub fn add(connection: &Connection, chain: i64, entry: &Entry) -> Result<i64, CasebookFault> {
    let sequence = i64::try_from(entry.link.sequence()).map_err(|_| CasebookFault::Body(BodyFault::Unreadable))?;
    connection
        .prepare_cached("INSERT INTO entry (hash, chain, sequence, link, nonce, body) VALUES (?, ?, ?, ?, ?, ?)")?
        .execute(params![
            entry.link.hash().as_bytes(),
            chain,
            sequence,
            entry.link.encode(),
            entry.body.as_ref().map(SealedBody::nonce),
            entry.body.as_ref().map(SealedBody::bytes),
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Puts a body that arrived later to its link.
pub fn add_body(connection: &Connection, position: i64, body: &SealedBody) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE entry SET nonce = ?, body = ? WHERE position = ?")?.execute(params![
        body.nonce(),
        body.bytes(),
        position
    ])?;
    Ok(())
}

/// The entry at a position.
pub fn at(connection: &Connection, position: i64) -> rusqlite::Result<Option<Stored>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM entry WHERE position = ?"))?
        .query_row([position], read)
        .optional()
}

/// Where an entry stands.
pub fn position_of(connection: &Connection, hash: Hash) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached("SELECT position FROM entry WHERE hash = ?")?
        .query_row([hash.as_bytes()], |row| row.get(0))
        .optional()
}

/// The hash of the entry at a position.
pub fn hash_at(connection: &Connection, position: i64) -> rusqlite::Result<Option<Hash>> {
    connection
        .prepare_cached("SELECT hash FROM entry WHERE position = ?")?
        .query_row([position], |row| super::hash(row, 0))
        .optional()
}

/// Entries after a position, in order.
pub fn after(connection: &Connection, position: i64, limit: u32) -> rusqlite::Result<Vec<Stored>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM entry WHERE position > ? ORDER BY position LIMIT ?"))?
        .query_map(params![position, limit], read)?
        .collect()
}

/// A link alone, with its position: what always travels.
pub type Placed = (i64, Vec<u8>);

/// Links of a chain after a position, in order, without their bodies.
pub fn links_after(connection: &Connection, chain: i64, position: i64, limit: u32) -> rusqlite::Result<Vec<Placed>> {
    connection
        .prepare_cached(
            // By number, for which there is an index: in a chain it grows as the position does.
            "SELECT position, link FROM entry WHERE chain = ?2 AND sequence > coalesce(
               (SELECT sequence FROM entry NOT INDEXED WHERE position <= ?1 AND chain = ?2 ORDER BY position DESC LIMIT 1), -1)
             ORDER BY sequence LIMIT ?3",
        )?
        .query_map(params![position, chain, limit], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// How many entries there are. Positions are given without gaps and entries are never deleted.
pub fn total(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT coalesce(max(position), 0) FROM entry", [], |row| row.get(0))
}

/// The last link of a chain; where it has branches, the furthest.
pub fn head(connection: &Connection, chain: i64) -> rusqlite::Result<Option<Head>> {
    connection
        .prepare_cached("SELECT sequence, hash FROM entry WHERE chain = ? ORDER BY sequence DESC LIMIT 1")?
        .query_row([chain], |row| {
            let sequence = u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0);
            Ok(Head { sequence, hash: super::hash(row, 1)? })
        })
        .optional()
}

/// The highest number of a chain's links here, on whatever branch; 0 when there is none.
pub(crate) fn furthest(connection: &Connection, chain: i64) -> rusqlite::Result<u64> {
    connection
        .prepare_cached("SELECT coalesce(max(sequence), 0) FROM entry WHERE chain = ?")?
        .query_row([chain], |row| Ok(u64::try_from(row.get::<_, i64>(0)?).unwrap_or(0)))
}

/// Where a link stands: its chain's number here, its own number and hash.
pub(crate) type Place = (i64, Head);

/// Finds a link before a position.
pub(crate) fn find_before(connection: &Connection, hash: Hash, position: i64) -> rusqlite::Result<Option<Place>> {
    connection
        .prepare_cached("SELECT chain, sequence FROM entry WHERE hash = ? AND position < ?")?
        .query_row(params![hash.as_bytes(), position], |row| {
            Ok((row.get(0)?, Head { sequence: u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0), hash }))
        })
        .optional()
}

/// Hashes of a chain's links from its head backwards, at growing distances, ending with the opening
/// link: by these a hub finds where the chain and what it holds part. The link of the last receipt
/// is among them, so that a hub that holds what it said is found to hold exactly that.
pub fn locator(connection: &Connection, chain: i64) -> rusqlite::Result<Vec<Hash>> {
    let mut hashes = Vec::new();
    let mut received: Option<(i64, Hash)> = connection
        .prepare_cached(
            "SELECT e.sequence, e.hash FROM (SELECT head_hash FROM receipt WHERE chain = ?1 ORDER BY number DESC LIMIT 1) r
             JOIN entry e ON e.hash = r.head_hash WHERE e.chain = ?1",
        )?
        .query_row([chain], |row| Ok((row.get(0)?, super::hash(row, 1)?)))
        .optional()?;
    let mut sequence = i64::MAX;
    let mut step = 0_i64;
    while let Some((found, hash)) = connection
        .prepare_cached(
            "SELECT sequence, hash FROM entry WHERE sequence <= ? AND chain = ? ORDER BY sequence DESC LIMIT 1",
        )?
        .query_row(params![sequence, chain], |row| Ok((row.get::<_, i64>(0)?, super::hash(row, 1)?)))
        .optional()?
    {
        if let Some((_, between)) = received.take_if(|(at, _)| *at >= found)
            && between != hash
        {
            hashes.push(between);
        }
        hashes.push(hash);
        // Ten near ones, then twice as far each time: 64 reach further than any chain.
        step = if hashes.len() < 10 { 1 } else { step * 2 };
        sequence = found - step;
    }
    if let Some((_, last)) = received {
        hashes.push(last);
    }
    let opening = connection
        .prepare_cached("SELECT hash FROM entry WHERE chain = ? ORDER BY sequence LIMIT 1")?
        .query_row([chain], |row| super::hash(row, 0))
        .optional()?;
    if let Some(opening) = opening
        && hashes.last() != Some(&opening)
    {
        hashes.push(opening);
    }
    Ok(hashes)
}
