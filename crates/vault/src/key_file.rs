//! The key file: the casebook key in slots, numbered and authenticated.
//!
//! Four lines of text: `holdfast-key 1`, the fields as JSON, an HMAC over both under a key derived
//! from the casebook key, and a plain SHA-256 over the three. The plain hash tells damage from a
//! wrong passphrase before any key is known; the HMAC tells tampering once the key is.

mod body;
mod seal;
mod unlock;

pub use seal::SealKeyError;
pub use unlock::{Unlock, UnlockError};

use crate::derive::mac_of;
use crate::hash::Hash;
use crate::hex::{from_hex, to_hex};
use crate::secret::CasebookKey;
use crate::slots::CostOutOfBounds;
use body::Body;
use subtle::ConstantTimeEq;
use uuid::Uuid;

const MAGIC: &str = "holdfast-key ";
const VERSION: u32 = 1;
/// Beyond this a file is hostile, not large: a full one has about 12 KiB.
pub(crate) const MAX_BYTES: usize = 64 * 1024;

/// A key file that was made, or read and found whole. Whether it is authentic is known only once
/// [`KeyFile::unlock`] or [`KeyFile::verify`] has succeeded.
pub struct KeyFile {
    body: Body,
    /// The JSON line as it was written: what the HMAC covers.
    line: String,
    mac: [u8; 32],
}

/// Why a key file cannot be used at all.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// No copy is there. For a folder that should hold a casebook, never a reason to make one.
    #[error("there is no key file")]
    Missing,
    /// Every copy is damaged: bytes changed, lost or added.
    #[error("the key file is damaged")]
    Damaged,
    /// Whole, but its numbers are outside what this program ever writes: somebody made it so.
    #[error("the key file asks for something out of bounds")]
    OutOfBounds,
    /// Written by a newer Holdfast.
    #[error("the key file was written by a newer version ({version})")]
    Newer {
        /// The format's version.
        version: u32,
    },
    /// The disk refused.
    #[error("the key file could not be read or written")]
    Io(#[from] std::io::Error),
}

impl From<CostOutOfBounds> for KeyFileError {
    fn from(_: CostOutOfBounds) -> KeyFileError {
        KeyFileError::OutOfBounds
    }
}

/// The file is whole but was not written by someone who knew the casebook key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key file was tampered with")]
pub struct Tampered;

/// An older key file was put back: a passphrase that was replaced would work again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the key file has generation {found}, but generation {known} was seen before")]
pub struct RolledBack {
    /// The generation of this file.
    pub found: u64,
    /// The generation that is known to have existed.
    pub known: u64,
}

impl KeyFile {
    /// Reads the text of one copy.
    ///
    /// # Errors
    /// `Damaged`, `OutOfBounds` or `Newer`; see [`KeyFileError`]. No key is made and no Argon2 run.
    pub fn parse(bytes: &[u8]) -> Result<KeyFile, KeyFileError> {
        if bytes.len() > MAX_BYTES {
            return Err(KeyFileError::OutOfBounds);
        }
        let text = std::str::from_utf8(bytes).map_err(|_| KeyFileError::Damaged)?;
        let text = text.strip_suffix('\n').ok_or(KeyFileError::Damaged)?;
        // First line and last line are the frame of every version, past and to come.
        let (covered, plain) = text.rsplit_once('\n').ok_or(KeyFileError::Damaged)?;
        let plain: Hash = plain.parse().map_err(|_| KeyFileError::Damaged)?;
        if Hash::of_parts(&[covered.as_bytes(), b"\n"]) != plain {
            return Err(KeyFileError::Damaged);
        }
        let (first, rest) = covered.split_once('\n').ok_or(KeyFileError::Damaged)?;
        let version = first.strip_prefix(MAGIC).ok_or(KeyFileError::Damaged)?;
        match version.parse::<u32>() {
            Ok(version) if version > VERSION => return Err(KeyFileError::Newer { version }),
            Ok(VERSION) if version == "1" => {}
            _ => return Err(KeyFileError::Damaged),
        }
        let (line, mac) = rest.split_once('\n').ok_or(KeyFileError::Damaged)?;
        let mac = from_hex(mac).map_err(|_| KeyFileError::Damaged)?;
        Ok(KeyFile { body: Body::parse(line)?, line: line.to_owned(), mac })
    }

    /// The text of a copy, byte for byte as it was read or will be written.
    #[must_use]
    pub fn to_text(&self) -> String {
        let covered = format!("{MAGIC}{VERSION}\n{}\n{}\n", self.line, to_hex(&self.mac));
        let plain = Hash::of(covered.as_bytes());
        format!("{covered}{plain}\n")
    }

    /// The SHA-256 of [`KeyFile::to_text`], for the database to remember beside the generation.
    #[must_use]
    pub fn hash(&self) -> Hash {
        Hash::of(self.to_text().as_bytes())
    }

    /// The casebook that this file opens.
    #[must_use]
    pub fn casebook_id(&self) -> Uuid {
        self.body.casebook
    }

    /// How often the file was written: 1 at first, one more at every change of a slot.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.body.generation
    }

    /// When the casebook was made, RFC 3339.
    #[must_use]
    pub fn created(&self) -> &str {
        &self.body.created
    }

    /// SQLCipher's salt, for [`CasebookKey::derive_database_key`].
    #[must_use]
    pub fn database_salt(&self) -> [u8; 16] {
        self.body.database_salt
    }

    /// Whether somebody who knew the casebook key wrote this file. [`KeyFile::unlock`] asks too.
    ///
    /// # Errors
    /// [`Tampered`].
    pub fn verify(&self, key: &CasebookKey) -> Result<(), Tampered> {
        let right = mac_of(&key.derive_key_file_key(), &covered_by_mac(&self.line));
        if bool::from(right.ct_eq(&self.mac)) { Ok(()) } else { Err(Tampered) }
    }

    /// Refuses a file older than one that is known to have existed.
    ///
    /// # Errors
    /// [`RolledBack`].
    pub fn check_not_older(&self, known_generation: u64) -> Result<(), RolledBack> {
        let found = self.generation();
        if found < known_generation {
            return Err(RolledBack { found, known: known_generation });
        }
        Ok(())
    }
}

fn covered_by_mac(line: &str) -> Vec<u8> {
    format!("{MAGIC}{VERSION}\n{line}\n").into_bytes()
}
