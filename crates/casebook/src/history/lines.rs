//! The lines of a pack, read from its sealed file as they are needed: however large it is, a few
//! parts of it are in memory.

use std::{
    io::{self, BufRead, BufReader, Read},
    ops::Deref,
};

use flate2::read::GzDecoder;
use journal::PackLine;
use vault::{BlobError, BlobRef, BlobStore};

use crate::CasebookFault;

/// How much of a sealed file is opened at once.
const PART: usize = 1 << 20;
/// No line is longer: an entry's body has at most so much.
const LONGEST: u64 = 4 << 20;

/// Lines of a pack.
pub(crate) struct Lines<B> {
    text: BufReader<GzDecoder<Parts<B>>>,
    line: Vec<u8>,
}

impl<B: Deref<Target = BlobStore>> Lines<B> {
    /// From the first.
    pub(crate) fn of(blobs: B, blob: BlobRef) -> Self {
        let parts = Parts { blobs, blob, offset: 0, part: Vec::new(), at: 0 };
        Self { text: BufReader::with_capacity(1 << 16, GzDecoder::new(parts)), line: Vec::new() }
    }

    /// The next line; none at the end. A line that this version does not understand is an inner none:
    /// it was made with a newer Holdfast.
    #[allow(clippy::option_option, reason = "two different nothings")]
    pub(crate) fn next_line(&mut self) -> Result<Option<Option<PackLine>>, CasebookFault> {
        Ok(self.skip_line()?.then(|| serde_json::from_slice(&self.line).ok()))
    }

    /// Goes over the next line; false at the end.
    pub(crate) fn skip_line(&mut self) -> Result<bool, CasebookFault> {
        self.line.clear();
        let read = (&mut self.text).take(LONGEST).read_until(b'\n', &mut self.line).map_err(unreadable)?;
        if read as u64 == LONGEST {
            return Err(CasebookFault::Row("pack"));
        }
        Ok(read > 0)
    }
}

/// What the store said stands inside what the unpacking says.
fn unreadable(error: io::Error) -> CasebookFault {
    match error.downcast::<BlobError>() {
        Ok(fault) => fault.into(),
        Err(_) => CasebookFault::Blob(BlobError::Damaged),
    }
}

/// A sealed file as a reader.
struct Parts<B> {
    blobs: B,
    blob: BlobRef,
    offset: u64,
    part: Vec<u8>,
    at: usize,
}

impl<B: Deref<Target = BlobStore>> Read for Parts<B> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.part.len() && self.offset < self.blob.size {
            self.part = self.blobs.read_part(&self.blob, self.offset, PART).map_err(io::Error::other)?;
            self.offset += self.part.len() as u64;
            self.at = 0;
        }
        let read = (&self.part[self.at..]).read(into)?;
        self.at += read;
        Ok(read)
    }
}
