//! One instance at a time: two programs that write one casebook would fork its chain.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::Path;

const FILE_NAME: &str = "casebook.lock";

/// Why the casebook could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another window, or the command line, has this casebook open.
    #[error("the casebook is already open")]
    AlreadyOpen,
    /// The lock file could not be made.
    #[error("the casebook's folder could not be written")]
    Io(#[from] io::Error),
}

/// Held as long as a casebook is open. The operating system lets go of it when the process ends,
/// however it ends, so that a crash leaves nothing to clear away; the empty file may stay.
#[derive(Debug)]
pub struct CasebookLock {
    _file: File,
}

impl CasebookLock {
    /// Takes the casebook in the folder `dir`, without waiting.
    ///
    /// # Errors
    /// See [`LockError`].
    pub fn take(dir: &Path) -> Result<CasebookLock, LockError> {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(dir.join(FILE_NAME))?;
        match file.try_lock() {
            Ok(()) => Ok(CasebookLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(LockError::AlreadyOpen),
            Err(TryLockError::Error(error)) => Err(LockError::Io(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_instance_is_refused_until_the_first_lets_go() {
        let dir = tempfile::tempdir().unwrap();
        let first = CasebookLock::take(dir.path()).unwrap();
        assert!(matches!(CasebookLock::take(dir.path()), Err(LockError::AlreadyOpen)));
        drop(first);
        assert!(CasebookLock::take(dir.path()).is_ok(), "the file that stays behind does not lock");
    }

    #[test]
    fn a_folder_that_is_not_there_is_not_called_open() {
        let dir = tempfile::tempdir().unwrap();
        let taken = CasebookLock::take(&dir.path().join("nowhere"));
        assert!(matches!(taken, Err(LockError::Io(_))));
    }
}
