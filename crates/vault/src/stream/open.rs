//! Opening a whole stream.

use super::{Frame, SealedSummary, StreamError, read_up_to};
use crate::hash::Hasher;
use crate::secret::BlobKey;
use std::io::{Read, Write};
use zeroize::Zeroizing;

/// Opens a sealed stream to its end. Each chunk is written once it has proved authentic, so that
/// what was written is always a true beginning of the content; the whole is true only on success,
/// and after an error what was written is to be discarded.
///
/// # Errors
/// See [`StreamError`].
pub fn open_stream(key: &BlobKey, mut reader: impl Read, mut writer: impl Write) -> Result<SealedSummary, StreamError> {
    let frame = Frame::read(key, &mut reader)?;
    let (mut hasher, mut plain_len) = (Hasher::new(), 0);
    let mut chunk = Zeroizing::new(Vec::with_capacity(frame.sealed_chunk()));
    let mut next = Zeroizing::new(Vec::with_capacity(frame.sealed_chunk()));
    read_up_to(&mut reader, &mut chunk, frame.sealed_chunk())?;
    for counter in 0.. {
        read_up_to(&mut reader, &mut next, frame.sealed_chunk())?;
        let last = next.is_empty();
        frame.open(counter, last, &mut chunk)?;
        hasher.update(&chunk);
        plain_len += u64::try_from(chunk.len()).unwrap_or(u64::MAX);
        writer.write_all(&chunk)?;
        if last {
            break;
        }
        std::mem::swap(&mut chunk, &mut next);
    }
    writer.flush()?;
    Ok(SealedSummary { plain_len, hash: hasher.finish() })
}
