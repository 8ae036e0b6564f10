//! What can go wrong in a casebook, one variant for each thing that is done about it.

use rusqlite::ErrorCode;

/// A casebook that does not open. It is never replaced or made anew.
#[derive(Debug, thiserror::Error)]
pub enum OpenFault {
    /// There is a key file and no database, or no casebook at all.
    #[error("there is no casebook in this folder")]
    NotThere,
    /// One is there already: it is never written over.
    #[error("there is a casebook in this folder already")]
    AlreadyThere,
    /// The database is not what the key file's key opens: it is damaged, or another file.
    #[error("the database is damaged")]
    Damaged,
    /// Written by a newer Holdfast.
    #[error("the casebook was written by a newer Holdfast: its version is {found}, this one reads {known}")]
    Newer {
        /// Version found.
        found: u32,
        /// Newest version that this build reads.
        known: u32,
    },
    /// The database library does not encrypt: nothing is opened.
    #[error("this build cannot encrypt")]
    NotEncrypting,
    /// Reading or writing failed, for a reason that is not the database's content.
    #[error(transparent)]
    Casebook(CasebookFault),
}

impl From<CasebookFault> for OpenFault {
    /// Whatever cannot be read as what this room wrote is damage, with the one next step.
    fn from(fault: CasebookFault) -> Self {
        match fault {
            CasebookFault::Damaged | CasebookFault::Row(_) => Self::Damaged,
            other => Self::Casebook(other),
        }
    }
}

/// Work in an open casebook that failed. The transaction it was in is undone.
#[derive(Debug, thiserror::Error)]
pub enum CasebookFault {
    /// No room on the disk. Nothing that was saved is lost.
    #[error("the disk is full")]
    DiskFull,
    /// The database is damaged.
    #[error("the database is damaged")]
    Damaged,
    /// A draft was saved in between: it is open elsewhere.
    #[error("the draft was saved elsewhere since: revision {found}, not {expected}")]
    DraftMoved {
        /// The revision that the save follows.
        expected: u32,
        /// The revision that is there.
        found: u32,
    },
    /// What was asked for is not here.
    #[error("{0} is not in this casebook")]
    NotFound(&'static str),
    /// An entry or a file is too large to be filed.
    #[error(transparent)]
    Body(#[from] journal::BodyFault),
    /// A sealed file.
    #[error(transparent)]
    Blob(vault::BlobError),
    /// A stored row does not read as what this room wrote.
    #[error("a stored {0} does not read")]
    Row(&'static str),
    /// Somebody stopped it.
    #[error("stopped")]
    Stopped,
    /// Anything else of the database. Its text names tables and codes, never content.
    #[error("the database failed: {0}")]
    Database(rusqlite::Error),
    /// Anything else of the disk.
    #[error("the disk failed: {0}")]
    Disk(std::io::Error),
}

impl From<std::io::Error> for CasebookFault {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind::{QuotaExceeded, StorageFull};
        match error.kind() {
            StorageFull | QuotaExceeded => Self::DiskFull,
            _ => Self::Disk(error),
        }
    }
}

impl From<vault::BlobError> for CasebookFault {
    fn from(error: vault::BlobError) -> Self {
        match error {
            vault::BlobError::Io(error) => Self::from(error),
            other => Self::Blob(other),
        }
    }
}

impl From<rusqlite::Error> for CasebookFault {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error::{FromSqlConversionFailure, IntegralValueOutOfRange, InvalidColumnType};
        if matches!(error, FromSqlConversionFailure(..) | IntegralValueOutOfRange(..) | InvalidColumnType(..)) {
            return Self::Row("value");
        }
        // The file that WAL shares between connections is made larger only where there is room.
        if error.sqlite_error().is_some_and(|code| code.extended_code == rusqlite::ffi::SQLITE_IOERR_SHMSIZE) {
            return Self::DiskFull;
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::Damaged,
            _ => Self::Database(error),
        }
    }
}

impl From<rusqlite::Error> for OpenFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::from(CasebookFault::from(error))
    }
}
