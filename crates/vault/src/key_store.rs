//! The two copies of the key file on disk. Most casebooks that are ever lost are lost with this
//! file, so it stands twice, and the copies are never written at the same time.

use crate::disk;
use crate::key_file::{KeyFile, KeyFileError, MAX_BYTES};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// One of the two copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhichCopy {
    /// `casebook.key`
    First,
    /// `casebook.key.copy`
    Second,
}

impl WhichCopy {
    /// The copy's file name.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            WhichCopy::First => "casebook.key",
            WhichCopy::Second => "casebook.key.copy",
        }
    }

    const fn other(self) -> WhichCopy {
        match self {
            WhichCopy::First => WhichCopy::Second,
            WhichCopy::Second => WhichCopy::First,
        }
    }
}

/// What [`KeyStore::read`] found.
pub struct StoredKeyFile {
    /// The newest copy that is whole.
    pub key_file: KeyFile,
    /// The copy that does not hold the same bytes: damaged, missing, or older after a write that
    /// was interrupted. [`KeyStore::repair`] puts it right once the casebook has been unlocked.
    pub damaged_copy: Option<WhichCopy>,
}

/// The folder that holds the two copies.
#[derive(Debug, Clone)]
pub struct KeyStore {
    dir: PathBuf,
}

impl KeyStore {
    /// The copies in the folder `dir`. Nothing is touched.
    #[must_use]
    pub fn new(dir: &Path) -> KeyStore {
        KeyStore { dir: dir.to_owned() }
    }

    /// Writes both copies, the second only when the first is durable. Interrupted anywhere, it
    /// leaves at least one whole copy of the old or the new file.
    ///
    /// # Errors
    /// The disk's. If the first copy was written, [`KeyStore::read`] gives the new file.
    pub fn write(&self, key_file: &KeyFile) -> io::Result<()> {
        let text = key_file.to_text();
        for copy in [WhichCopy::First, WhichCopy::Second] {
            disk::write_whole(&self.dir, copy.file_name(), text.as_bytes())?;
        }
        Ok(())
    }

    /// Rewrites the copies that do not hold `key_file`'s bytes. For a file that has been unlocked:
    /// before that it could be a forgery, and the other copy the last good one.
    ///
    /// # Errors
    /// The disk's.
    pub fn repair(&self, key_file: &KeyFile) -> io::Result<()> {
        let text = key_file.to_text();
        for copy in [WhichCopy::First, WhichCopy::Second] {
            let same = self.bytes(copy).is_ok_and(|bytes| bytes == text.as_bytes());
            if !same {
                disk::write_whole(&self.dir, copy.file_name(), text.as_bytes())?;
            }
        }
        Ok(())
    }

    /// Reads the newest whole copy; of two with the same generation, the first.
    ///
    /// # Errors
    /// `Missing` if neither copy is there; otherwise, when neither is whole, the reason of the one
    /// that says more. A copy by a newer version is always reported: falling back on an older copy
    /// beside it would undo what the newer version changed.
    pub fn read(&self) -> Result<StoredKeyFile, KeyFileError> {
        let [first, second] = [WhichCopy::First, WhichCopy::Second].map(|copy| self.read_copy(copy));
        let (key_file, from, other) = match (first, second) {
            (Err(error @ KeyFileError::Newer { .. }), _) | (_, Err(error @ KeyFileError::Newer { .. })) => {
                return Err(error);
            }
            (Ok(first), Ok(second)) if second.generation() > first.generation() => {
                (second, WhichCopy::Second, Some(first))
            }
            (Ok(first), second) => (first, WhichCopy::First, second.ok()),
            (Err(_), Ok(second)) => (second, WhichCopy::Second, None),
            (Err(KeyFileError::Missing), Err(error))
            | (Err(error), Err(KeyFileError::Missing | KeyFileError::Damaged))
            | (Err(_), Err(error)) => return Err(error),
        };
        let same = other.is_some_and(|other| other.to_text() == key_file.to_text());
        Ok(StoredKeyFile { key_file, damaged_copy: (!same).then_some(from.other()) })
    }

    /// Reads one copy, whatever the other holds: the way out when the newest copy turns out to be
    /// tampered with and the other may still be good.
    ///
    /// # Errors
    /// See [`KeyFileError`].
    pub fn read_copy(&self, copy: WhichCopy) -> Result<KeyFile, KeyFileError> {
        match self.bytes(copy) {
            Ok(bytes) => KeyFile::parse(&bytes),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(KeyFileError::Missing),
            Err(error) => Err(KeyFileError::Io(error)),
        }
    }

    /// At most one byte more than is allowed, so that a huge file is refused and not loaded.
    fn bytes(&self, copy: WhichCopy) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let limit = u64::try_from(MAX_BYTES + 1).unwrap_or(u64::MAX);
        File::open(self.dir.join(copy.file_name()))?.take(limit).read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}
