//! Sealing a stream.

use super::{CHUNK, Frame, SealedSummary, StreamError, read_up_to};
use crate::aead::TAG;
use crate::hash::Hasher;
use crate::random::random_bytes;
use crate::secret::BlobKey;
use std::io::{Read, Write};
use zeroize::Zeroizing;

/// Seals all that `reader` gives. Memory stays at two chunks, whatever the length.
///
/// # Errors
/// `NoRandomness` or `Io`; see [`StreamError`]. What was written until then is to be discarded.
pub fn seal_stream(key: &BlobKey, reader: impl Read, writer: impl Write) -> Result<SealedSummary, StreamError> {
    seal_in_chunks_of(CHUNK, key, reader, writer)
}

/// As [`seal_stream`], with the chunk size that a test wants.
pub(super) fn seal_in_chunks_of(
    chunk_size: u32,
    key: &BlobKey,
    mut reader: impl Read,
    mut writer: impl Write,
) -> Result<SealedSummary, StreamError> {
    let frame = Frame::new(key, chunk_size, &random_bytes()?)?;
    writer.write_all(&frame.header)?;
    let (mut hasher, mut plain_len) = (Hasher::new(), 0);
    // One chunk is read ahead, because a chunk must know whether it is the last.
    let mut chunk = Zeroizing::new(Vec::with_capacity(frame.chunk + TAG));
    let mut next = Zeroizing::new(Vec::with_capacity(frame.chunk + TAG));
    read_up_to(&mut reader, &mut chunk, frame.chunk)?;
    for counter in 0.. {
        read_up_to(&mut reader, &mut next, frame.chunk)?;
        hasher.update(&chunk);
        plain_len += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        let last = next.is_empty();
        frame.seal(counter, last, &mut chunk);
        writer.write_all(&chunk)?;
        if last {
            break;
        }
        std::mem::swap(&mut chunk, &mut next);
    }
    writer.flush()?;
    Ok(SealedSummary { plain_len, hash: hasher.finish() })
}
