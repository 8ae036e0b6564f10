//! Where the bytes of a pack come from: a file that was handed in, or one on disk.

use std::path::PathBuf;

use exchange::packs::Bytes;

use super::chosen::forget;
use crate::{AppFault, Session};

/// Where a file is. One on disk is read where it lies, as often as is needed, and never held as a whole;
/// of one that was handed in the bytes are in memory.
#[derive(Clone, PartialEq, Eq)]
pub enum PackSource {
    /// Id of the upload.
    Upload(String),
    /// Its path.
    Path(PathBuf),
}

domain::named_only!(PackSource);

impl PackSource {
    /// The bytes.
    pub(super) fn bytes(&self, session: &Session) -> Result<Box<dyn Bytes>, AppFault> {
        match self {
            Self::Upload(id) => Ok(Box::new(session.uploads().content(id)?)),
            Self::Path(path) => Ok(Box::new(path.clone())),
        }
    }

    /// Name of the file, without its folder.
    pub(super) fn name(&self, session: &Session) -> Result<String, AppFault> {
        match self {
            Self::Upload(id) => session.uploads().name(id),
            Self::Path(path) => Ok(path.file_name().unwrap_or_default().to_string_lossy().into_owned()),
        }
    }

    /// It is not needed any longer.
    pub(super) fn forget(&self, session: &Session) {
        match self {
            Self::Upload(id) => session.uploads().forget(id),
            Self::Path(path) => forget(session, path),
        }
    }
}
