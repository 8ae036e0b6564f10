//! What can go wrong, one variant for each sentence that a person gets. The words, with what was
//! kept and what to do next, are in the catalogue; nothing personal is in here.

use casebook::{CasebookFault, OpenFault};
use vault::{FolderError, KeyFileError, LockError, RecoveryCodeError, UnlockError};

/// Why a verb could not be done. Whatever was saved before stays saved.
#[derive(Debug, thiserror::Error)]
#[allow(missing_docs, reason = "the sentence is the documentation")]
pub enum AppFault {
    #[error("there is no casebook in this folder")]
    NoCasebook,
    #[error("there is a casebook in this folder already")]
    CasebookExists,
    #[error("the casebook is open in another window")]
    OpenElsewhere,
    #[error("the folder is on a network")]
    NetworkFolder,
    #[error("the casebook is locked")]
    Locked,
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    #[error("the recovery code is wrong")]
    WrongRecoveryCode,
    #[error("the recovery code is mistyped")]
    RecoveryCodeMistyped,
    #[error("too many tries: wait {seconds} seconds")]
    TooManyTries { seconds: u64 },
    #[error("the key file is missing")]
    KeyFileMissing,
    #[error("the key file is damaged")]
    KeyFileDamaged,
    #[error("the key file is older than the casebook")]
    KeyFileOlder,
    #[error("the key file was written by a newer Holdfast")]
    KeyFileNewer,
    #[error("the database is damaged")]
    DatabaseDamaged,
    #[error("the casebook was written by a newer Holdfast")]
    CasebookNewer,
    #[error("this build cannot encrypt")]
    NotEncrypting,
    #[error("there is not enough memory to open the casebook")]
    NotEnoughMemory,
    #[error("the disk is full")]
    DiskFull,
    #[error("the disk failed")]
    DiskFailed,
    #[error("the role does not allow this")]
    NotAllowed,
    #[error("{what} is not in this casebook")]
    NotFound { what: &'static str },
    #[error("a name is needed")]
    NameEmpty,
    #[error("the name is too long")]
    NameTooLong,
    #[error("this is no real date")]
    DateNotReal,
    #[error("the date is in the future")]
    DateInFuture,
    #[error("the form is not known")]
    FormUnknown,
    #[error("the form cannot be used: {line}")]
    FormFaulty { line: String },
    #[error("the form is offered no longer")]
    FormRetired { instead: String },
    #[error("{number} things in the form must be put right first")]
    FormHasFaults { number: usize },
    #[error("the form is too large")]
    FormTooLarge,
    #[error("another version of the form is in force than the one it was compared with")]
    FormMoved,
    #[error("a note is needed")]
    NoteNeeded,
    #[error("nothing is different")]
    NothingChanged,
    #[error("the file is larger than {most} bytes")]
    FileTooLarge { most: usize },
    #[error("the file cannot be taken: {why}")]
    FileRefused { why: &'static str },
    #[error("the file cannot be read")]
    Import(exchange::ImportFault),
    #[error("row {row} cannot be kept: {why}")]
    RowFailed { row: u32, why: &'static str },
    #[error("an import is going on")]
    ImportRunning,
    #[error("the fact cannot be kept: {0}")]
    FactNotKept(domain::facts::FactFault),
    #[error("the same two are in this relationship already")]
    SameRelationship,
    #[error("the children of the file are not all decided about")]
    ChildrenUndecided,
    #[error("the order of day and month must be said")]
    DatesAmbiguous,
    #[error("the file to write cannot hold it: {why}")]
    ExportFailed { why: &'static str },
    #[error("this name cannot be taken")]
    SnippetName,
    #[error("the text is too long")]
    TextTooLong,
    #[error("this form is about one child at least")]
    ChildNeeded,
    #[error("the draft was changed in another window")]
    DraftMoved,
    #[error("the draft is set aside")]
    DraftSetAside,
    #[error("{} answers need attention before it can be filed", problems.len())]
    NotReady { problems: Vec<forms::Problem> },
    #[error("the answers cannot be read: {why}")]
    AnswersUnreadable { why: String },
    #[error("{number} people fit that name")]
    PersonUnclear { number: u32 },
    #[error("this is no time")]
    TimeNotUnderstood,
    #[error("the record has {size} bytes; {most} are the most")]
    RecordTooLarge { size: usize, most: usize },
    #[error("the recovery code was not begun")]
    RecoveryNotBegun,
    #[error("the groups typed back are not those of the recovery code")]
    GroupsDiffer,
    #[error("the passphrase is too weak")]
    PassphraseWeak,
    #[error("a setting is out of bounds")]
    SettingOutOfBounds,
    #[error("the enrol code is mistyped")]
    EnrolCodeMistyped,
    #[error("the enrol code names a hub without encryption on another machine")]
    HubNotEncrypted,
    #[error("this device is not enrolled at a hub")]
    NotEnrolled,
    #[error("delivery failed: {0}")]
    Delivery(&'static str),
    #[error("stopped")]
    Stopped,
    #[error("something is wrong inside Holdfast: {0}")]
    Internal(&'static str),
}

impl From<CasebookFault> for AppFault {
    fn from(fault: CasebookFault) -> Self {
        match fault {
            CasebookFault::DiskFull => Self::DiskFull,
            CasebookFault::Damaged => Self::DatabaseDamaged,
            CasebookFault::DraftMoved { .. } => Self::DraftMoved,
            CasebookFault::NotFound(what) => Self::NotFound { what },
            CasebookFault::Body(journal::BodyFault::TooLarge { size }) => {
                Self::RecordTooLarge { size, most: journal::MAX_BODY_BYTES }
            }
            CasebookFault::Body(_) => Self::Internal("an entry could not be written"),
            CasebookFault::Blob(vault::BlobError::Io(error)) | CasebookFault::Disk(error) => Self::from(error),
            CasebookFault::Blob(_) => Self::Internal("a file could not be sealed"),
            CasebookFault::Row(_) => Self::Internal("a stored row does not read"),
            CasebookFault::Stopped => Self::Stopped,
            CasebookFault::Database(error) => {
                tracing::error!(%error, "the database failed");
                Self::DiskFailed
            }
        }
    }
}

impl From<rusqlite::Error> for AppFault {
    fn from(error: rusqlite::Error) -> Self {
        CasebookFault::from(error).into()
    }
}

impl From<std::io::Error> for AppFault {
    fn from(error: std::io::Error) -> Self {
        tracing::error!(kind = ?error.kind(), "the disk failed");
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded | std::io::ErrorKind::FileTooLarge => {
                Self::DiskFull
            }
            _ => Self::DiskFailed,
        }
    }
}

impl From<OpenFault> for AppFault {
    fn from(fault: OpenFault) -> Self {
        match fault {
            OpenFault::NotThere => Self::NoCasebook,
            OpenFault::AlreadyThere => Self::CasebookExists,
            OpenFault::Damaged => Self::DatabaseDamaged,
            OpenFault::Newer { .. } => Self::CasebookNewer,
            OpenFault::NotEncrypting => Self::NotEncrypting,
            OpenFault::Casebook(fault) => fault.into(),
        }
    }
}

impl From<KeyFileError> for AppFault {
    fn from(error: KeyFileError) -> Self {
        match error {
            KeyFileError::Missing => Self::KeyFileMissing,
            KeyFileError::Damaged | KeyFileError::OutOfBounds => Self::KeyFileDamaged,
            KeyFileError::Newer { .. } => Self::KeyFileNewer,
            KeyFileError::Io(error) => error.into(),
        }
    }
}

impl From<UnlockError> for AppFault {
    fn from(error: UnlockError) -> Self {
        match error {
            UnlockError::WrongPassphrase => Self::WrongPassphrase,
            UnlockError::WrongRecoveryCode => Self::WrongRecoveryCode,
            UnlockError::NoSuchSlot | UnlockError::Tampered(_) => Self::KeyFileDamaged,
            UnlockError::NotEnoughMemory => Self::NotEnoughMemory,
        }
    }
}

impl From<vault::SealKeyError> for AppFault {
    fn from(error: vault::SealKeyError) -> Self {
        match error {
            vault::SealKeyError::NotEnoughMemory => Self::NotEnoughMemory,
            vault::SealKeyError::Tampered(_) => Self::KeyFileDamaged,
            _ => Self::Internal("a key could not be sealed"),
        }
    }
}

impl From<LockError> for AppFault {
    fn from(error: LockError) -> Self {
        match error {
            LockError::AlreadyOpen => Self::OpenElsewhere,
            LockError::Io(error) => error.into(),
        }
    }
}

impl From<FolderError> for AppFault {
    fn from(error: FolderError) -> Self {
        match error {
            FolderError::NetworkFolder { .. } => Self::NetworkFolder,
            FolderError::Io(error) => error.into(),
        }
    }
}

impl From<RecoveryCodeError> for AppFault {
    fn from(_: RecoveryCodeError) -> Self {
        Self::RecoveryCodeMistyped
    }
}

impl From<vault::NoRandomness> for AppFault {
    fn from(_: vault::NoRandomness) -> Self {
        Self::Internal("the system gave no randomness")
    }
}

impl From<domain::Denied> for AppFault {
    fn from(_: domain::Denied) -> Self {
        Self::NotAllowed
    }
}

impl From<domain::facts::FactFault> for AppFault {
    fn from(fault: domain::facts::FactFault) -> Self {
        Self::FactNotKept(fault)
    }
}

impl From<domain::NameFault> for AppFault {
    fn from(fault: domain::NameFault) -> Self {
        match fault {
            domain::NameFault::Empty => Self::NameEmpty,
            domain::NameFault::TooLong => Self::NameTooLong,
        }
    }
}

impl From<sync::SyncFault> for AppFault {
    fn from(fault: sync::SyncFault) -> Self {
        match fault {
            sync::SyncFault::Address(fault) => fault.into(),
            sync::SyncFault::Casebook(fault) => fault.into(),
            sync::SyncFault::NotEnrolled => Self::NotEnrolled,
            fault => Self::Delivery(fault.code()),
        }
    }
}

impl From<journal::EnrolCodeFault> for AppFault {
    fn from(fault: journal::EnrolCodeFault) -> Self {
        match fault {
            journal::EnrolCodeFault::Mistyped => Self::EnrolCodeMistyped,
            journal::EnrolCodeFault::NotEncrypted => Self::HubNotEncrypted,
        }
    }
}
