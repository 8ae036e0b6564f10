//! What the hub does with its tables: one verb a file.

mod body;
mod custody;
mod enrol_code;
mod held;
mod incoming;
mod keep;
mod verdict;

pub(crate) mod device;
pub(crate) mod enrol;
pub(crate) mod hub;
pub(crate) mod put_blob;
pub(crate) mod standing;
pub(crate) mod submit;
pub(crate) mod verdicts;

pub use custody::CustodyCount;
pub use enrol_code::CodeFault;
pub use verdict::{EntryName, NewVerdict, VerdictFault};

use vault::Hash;

use crate::failure::Failure;

/// The bytes of a hash, for a query.
fn key(hash: &Hash) -> &[u8] {
    hash.as_bytes()
}

/// The bytes of many hashes, for a query.
fn keys(hashes: &[Hash]) -> Vec<&[u8]> {
    hashes.iter().map(key).collect()
}

/// A hash as it was stored.
fn hash_in(row: &tokio_postgres::Row, column: &str) -> Result<Hash, Failure> {
    let bytes: &[u8] = row.try_get(column)?;
    bytes.try_into().map(Hash::from_bytes).map_err(|_| Failure::Inside("a stored hash"))
}

/// A number of a link as it was stored.
fn number_in(row: &tokio_postgres::Row, column: &str) -> Result<u64, Failure> {
    let number: i64 = row.try_get(column)?;
    u64::try_from(number).map_err(|_| Failure::Inside("a stored number"))
}
