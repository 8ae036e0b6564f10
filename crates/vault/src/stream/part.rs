//! Opening a part of a stream: how a film of a gigabyte is sent piece by piece.

use super::{Frame, HEADER, StreamError, read_up_to};
use crate::aead::TAG;
use crate::secret::BlobKey;
use std::io::{Read, Seek, SeekFrom};
use zeroize::Zeroizing;

/// The plain bytes `offset..offset + len` of a sealed stream that begins at the start of `file`,
/// fewer where the content ends. Only the chunks that hold them are read, and each is proved
/// authentic in its place; that the stream is whole is shown by [`open_stream`](super::open_stream).
///
/// # Errors
/// See [`StreamError`].
pub fn open_part(key: &BlobKey, mut file: impl Read + Seek, offset: u64, len: usize) -> Result<Vec<u8>, StreamError> {
    let sealed_len = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(0))?;
    let frame = Frame::read(key, &mut file)?;
    let (chunk_len, sealed_chunk) = (to_u64(frame.chunk), to_u64(frame.sealed_chunk()));
    let chunks_len = sealed_len.checked_sub(to_u64(HEADER)).filter(|len| *len > 0).ok_or(StreamError::Damaged)?;
    let count = chunks_len.div_ceil(sealed_chunk);
    let plain_len = chunks_len.checked_sub(count * to_u64(TAG)).ok_or(StreamError::Damaged)?;
    let end = offset.saturating_add(to_u64(len)).min(plain_len);

    let mut part = Vec::new();
    let mut chunk = Zeroizing::new(Vec::with_capacity(frame.sealed_chunk()));
    let mut at = offset;
    while at < end {
        let counter = at / chunk_len;
        file.seek(SeekFrom::Start(to_u64(HEADER) + counter * sealed_chunk))?;
        read_up_to(&mut file, &mut chunk, frame.sealed_chunk())?;
        frame.open(counter, counter + 1 == count, &mut chunk)?;
        let start = counter * chunk_len;
        let wanted =
            chunk.get(to_usize(at - start)?..to_usize((end - start).min(chunk_len))?).ok_or(StreamError::Damaged)?;
        part.extend_from_slice(wanted);
        at = start + chunk_len;
    }
    Ok(part)
}

fn to_u64(len: usize) -> u64 {
    u64::try_from(len).unwrap_or(u64::MAX)
}

fn to_usize(len: u64) -> Result<usize, StreamError> {
    usize::try_from(len).map_err(|_| StreamError::Damaged)
}
