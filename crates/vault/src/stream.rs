//! The sealed stream: content of any length in authenticated chunks.
//!
//! `HFBLOB1\n | chunk size u32 | salt 32 | chunks`, each chunk AES-256-GCM under a key derived from
//! the blob key and the salt. The nonce counts the chunks and marks the last one, so that chunks
//! can be neither moved, dropped nor added; the header is every chunk's context.

mod open;
mod part;
mod seal;

pub use open::open_stream;
pub use part::open_part;
pub use seal::seal_stream;

use crate::aead::{Cipher, TAG};
use crate::derive::{derive, info};
use crate::hash::Hash;
use crate::random::NoRandomness;
use crate::secret::BlobKey;
use std::io::{self, Read};

const MAGIC: &[u8; 8] = b"HFBLOB1\n";
const HEADER: usize = 8 + 4 + 32;
/// What is written. Readers take any power of two within the bounds below.
const CHUNK: u32 = 256 * 1024;
const MIN_CHUNK: u32 = 1024;
const MAX_CHUNK: u32 = 4 * 1024 * 1024;

/// What went through a sealed stream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealedSummary {
    /// Bytes of plain content.
    pub plain_len: u64,
    /// SHA-256 of the plain content.
    pub hash: Hash,
}

/// Why a stream could not be sealed or opened.
#[derive(Debug, thiserror::Error)]
pub enum StreamError {
    /// Does not begin as a sealed stream of this version does.
    #[error("this is not a sealed file of this version")]
    NotSealed,
    /// Altered, cut short, added to, or sealed under another key.
    #[error("the sealed file is damaged or was sealed for another casebook")]
    Damaged,
    /// See [`NoRandomness`].
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The reader or the writer failed; a full disk is among these.
    #[error("reading or writing failed")]
    Io(#[from] io::Error),
}

/// The frame of one stream: its header, chunk size and cipher.
struct Frame {
    header: [u8; HEADER],
    chunk: usize,
    cipher: Cipher,
}

impl Frame {
    fn new(key: &BlobKey, chunk_size: u32, salt: &[u8; 32]) -> Result<Frame, StreamError> {
        let sound = chunk_size.is_power_of_two() && (MIN_CHUNK..=MAX_CHUNK).contains(&chunk_size);
        let chunk = usize::try_from(chunk_size).map_err(|_| StreamError::Damaged)?;
        if !sound {
            return Err(StreamError::Damaged);
        }
        let mut header = [0u8; HEADER];
        header[..8].copy_from_slice(MAGIC);
        header[8..12].copy_from_slice(&chunk_size.to_be_bytes());
        header[12..].copy_from_slice(salt);
        let cipher = Cipher::new(&derive(key.0.as_slice(), salt, info::SEALED_BLOB));
        Ok(Frame { header, chunk, cipher })
    }

    fn read(key: &BlobKey, from: &mut impl Read) -> Result<Frame, StreamError> {
        let mut header = Vec::with_capacity(HEADER);
        read_up_to(from, &mut header, HEADER)?;
        let rest = header.strip_prefix(MAGIC).ok_or(StreamError::NotSealed)?;
        let (chunk_size, rest) = rest.split_first_chunk::<4>().ok_or(StreamError::Damaged)?;
        let salt = rest.first_chunk::<32>().ok_or(StreamError::Damaged)?;
        Frame::new(key, u32::from_be_bytes(*chunk_size), salt)
    }

    fn sealed_chunk(&self) -> usize {
        self.chunk + TAG
    }

    fn seal(&self, counter: u64, last: bool, chunk: &mut Vec<u8>) {
        self.cipher.seal(&nonce(counter, last), &self.header, chunk);
    }

    fn open(&self, counter: u64, last: bool, chunk: &mut Vec<u8>) -> Result<(), StreamError> {
        self.cipher.open(&nonce(counter, last), &self.header, chunk).map_err(|_| StreamError::Damaged)?;
        // Content that ends with a chunk's end has one spelling: no empty chunk after it.
        if chunk.is_empty() && counter > 0 { Err(StreamError::Damaged) } else { Ok(()) }
    }
}

/// Three zero bytes, the chunk's number, 1 for the last chunk.
fn nonce(counter: u64, last: bool) -> [u8; 12] {
    let mut nonce = [0u8; 12];
    nonce[3..11].copy_from_slice(&counter.to_be_bytes());
    nonce[11] = u8::from(last);
    nonce
}

/// Fills `into` anew with up to `limit` bytes; fewer only at the end.
fn read_up_to(from: &mut impl Read, into: &mut Vec<u8>, limit: usize) -> io::Result<()> {
    into.clear();
    from.take(u64::try_from(limit).unwrap_or(u64::MAX)).read_to_end(into)?;
    Ok(())
}

#[cfg(test)]
mod tests;
