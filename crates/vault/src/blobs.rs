//! Blobs: photographs, scans, form definitions, each a sealed file beside the database. The name
//! is an HMAC of the content's hash, so that a folder listing tells nothing, not even whether a
//! known document is among them.

use crate::derive::mac_of;
use crate::disk;
use crate::hash::Hash;
use crate::hex::to_hex;
use crate::random::NoRandomness;
use crate::secret::{BlobKey, CasebookKey};
use crate::stream::{SealedSummary, StreamError, open_part, open_stream, seal_stream};
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// A blob by its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlobRef {
    /// SHA-256 of the plain content.
    pub hash: Hash,
    /// Bytes of plain content.
    pub size: u64,
}

impl From<SealedSummary> for BlobRef {
    fn from(summary: SealedSummary) -> BlobRef {
        BlobRef { hash: summary.hash, size: summary.plain_len }
    }
}

/// Why a blob could not be kept or given.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// No such blob is held.
    #[error("the file is not held here")]
    Missing,
    /// Held, but altered, cut short, or not what its name says.
    #[error("the file is damaged")]
    Damaged,
    /// See [`NoRandomness`].
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// The disk, the source or the target failed; a full disk is among these.
    #[error("the file could not be read or written")]
    Io(#[from] io::Error),
}

impl From<StreamError> for BlobError {
    fn from(error: StreamError) -> BlobError {
        match error {
            StreamError::NotSealed | StreamError::Damaged => BlobError::Damaged,
            StreamError::NoRandomness(error) => BlobError::NoRandomness(error),
            StreamError::Io(error) => BlobError::Io(error),
        }
    }
}

/// The folder of a casebook's sealed blobs.
pub struct BlobStore {
    dir: PathBuf,
    key: BlobKey,
    names_key: Zeroizing<[u8; 32]>,
}

impl BlobStore {
    /// The blobs in `dir`, which is made when the first blob is kept.
    #[must_use]
    pub fn new(dir: &Path, key: &CasebookKey) -> BlobStore {
        BlobStore { dir: dir.to_owned(), key: key.derive_blob_key(), names_key: key.derive_blob_names_key() }
    }

    /// Keeps all that `reader` gives. On return it is durable, and has been read back and found
    /// right; the plain content never touched the disk. The same content twice is one file, and a
    /// damaged file is replaced by the good one.
    ///
    /// # Errors
    /// `NoRandomness`, `Io`, or `Damaged` if the disk did not give back what was written; nothing
    /// is left behind then.
    pub fn put(&self, reader: impl Read) -> Result<BlobRef, BlobError> {
        self.make_dir()?;
        let file = disk::unfinished_file(&self.dir)?;
        let mut writer = BufWriter::new(file.as_file());
        let blob = BlobRef::from(seal_stream(&self.key, reader, &mut writer)?);
        writer.flush()?;
        drop(writer);
        file.as_file().sync_all()?;
        let read_back = open_stream(&self.key, File::open(file.path())?, io::sink())?;
        if BlobRef::from(read_back) != blob {
            return Err(BlobError::Damaged);
        }
        // Content that is held already and whole stays: its file may be open elsewhere.
        if self.verify(&blob).is_err() {
            disk::name(file, &self.dir, &self.name(&blob))?;
            disk::sync_dir(&self.dir).inspect_err(|_| {
                // A name that may never reach the disk is taken back: the next `put` of the same
                // content would find it and take it for durable.
                drop(std::fs::remove_file(self.path(&blob)));
            })?;
        }
        Ok(blob)
    }

    /// Writes the content to `writer`. After an error what was written is to be discarded.
    ///
    /// # Errors
    /// See [`BlobError`].
    pub fn get(&self, blob: &BlobRef, writer: impl Write) -> Result<(), BlobError> {
        let found = open_stream(&self.key, BufReader::new(self.open(blob)?), writer)?;
        if BlobRef::from(found) == *blob { Ok(()) } else { Err(BlobError::Damaged) }
    }

    /// The bytes `offset..offset + len` of the content, fewer where it ends. Each chunk read is
    /// authentic; [`BlobStore::verify`] proves the whole.
    ///
    /// # Errors
    /// See [`BlobError`].
    pub fn read_part(&self, blob: &BlobRef, offset: u64, len: usize) -> Result<Vec<u8>, BlobError> {
        let part = open_part(&self.key, self.open(blob)?, offset, len)?;
        let wanted = blob.size.saturating_sub(offset).min(u64::try_from(len).unwrap_or(u64::MAX));
        if u64::try_from(part.len()) == Ok(wanted) { Ok(part) } else { Err(BlobError::Damaged) }
    }

    /// Whether a file of this blob's name is held; [`BlobStore::verify`] says whether it is good.
    #[must_use]
    pub fn has(&self, blob: &BlobRef) -> bool {
        self.path(blob).is_file()
    }

    /// Reads the whole blob and checks that it is what its name says.
    ///
    /// # Errors
    /// See [`BlobError`].
    pub fn verify(&self, blob: &BlobRef) -> Result<(), BlobError> {
        self.get(blob, io::sink())
    }

    /// Deletes what a crash left unfinished, and says how many files that were; makes durable what
    /// it left finished and not yet synced. Only for the one instance that holds the
    /// [`CasebookLock`](crate::CasebookLock).
    ///
    /// # Errors
    /// The disk's.
    pub fn sweep_unfinished(&self) -> io::Result<usize> {
        let entries = match std::fs::read_dir(&self.dir) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
            Err(error) => return Err(error),
        };
        let mut swept = 0;
        for entry in entries {
            let entry = entry?;
            if entry.file_name().to_string_lossy().ends_with(disk::UNFINISHED) {
                std::fs::remove_file(entry.path())?;
                swept += 1;
            }
        }
        disk::sync_dir(&self.dir)?;
        self.sync_parent()?;
        Ok(swept)
    }

    /// Makes the folder durable too, so that a power cut cannot take it with the blobs in it.
    fn make_dir(&self) -> io::Result<()> {
        if !self.dir.is_dir() {
            std::fs::create_dir_all(&self.dir)?;
            self.sync_parent().inspect_err(|_| {
                // As with a file: the next `put` would take it for durable.
                drop(std::fs::remove_dir(&self.dir));
            })?;
        }
        Ok(())
    }

    fn sync_parent(&self) -> io::Result<()> {
        match self.dir.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => disk::sync_dir(parent),
            _ => Ok(()),
        }
    }

    fn open(&self, blob: &BlobRef) -> Result<File, BlobError> {
        File::open(self.path(blob)).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => BlobError::Missing,
            _ => BlobError::Io(error),
        })
    }

    fn path(&self, blob: &BlobRef) -> PathBuf {
        self.dir.join(self.name(blob))
    }

    fn name(&self, blob: &BlobRef) -> String {
        to_hex(&mac_of(&self.names_key, blob.hash.as_bytes()))
    }
}
