//! Files that are being handed in, part by part, in memory alone.

use std::collections::BTreeMap;

use domain::{Action, Resource};
use zeroize::Zeroizing;

use crate::{AppFault, Session, permit::permit};

/// Most bytes of a file.
pub const MOST_BYTES: usize = 64 << 20;
/// Most files at a time: the oldest goes when another begins.
const MOST_FILES: usize = 4;

/// Files that are being handed in, by id.
#[derive(Default)]
pub struct Uploads {
    files: BTreeMap<String, Upload>,
}

struct Upload {
    name: String,
    size: usize,
    bytes: Zeroizing<Vec<u8>>,
}

impl Uploads {
    /// The whole content.
    ///
    /// # Errors
    /// [`AppFault::NotFound`] when there is no such file or a part of it is missing.
    pub(crate) fn content(&self, id: &str) -> Result<Vec<u8>, AppFault> {
        let whole = self.files.get(id).filter(|upload| upload.bytes.len() == upload.size);
        whole.map(|upload| upload.bytes.to_vec()).ok_or(AppFault::NotFound { what: "file" })
    }

    /// Its name, without a folder.
    pub(crate) fn name(&self, id: &str) -> Result<String, AppFault> {
        self.files.get(id).map(|upload| upload.name.clone()).ok_or(AppFault::NotFound { what: "file" })
    }

    /// Forgets a file.
    pub(crate) fn forget(&mut self, id: &str) {
        self.files.remove(id);
    }
}

/// Begins to hand in a file; gives what its parts name it by.
///
/// # Errors
/// [`AppFault::FileTooLarge`].
pub fn begin_upload(session: &Session, name: &str, size: usize) -> Result<String, AppFault> {
    permit(session, Action::Add, Resource::Drafts)?;
    if size > MOST_BYTES {
        return Err(AppFault::FileTooLarge { most: MOST_BYTES });
    }
    // Ids count up with time, so that the first is the oldest.
    let id = session.clock.new_id().to_string();
    let mut uploads = session.uploads();
    while uploads.files.len() >= MOST_FILES {
        uploads.files.pop_first();
    }
    // A browser may give a path; only the name is anybody's business.
    let name = name.rsplit(['/', '\\']).next().unwrap_or_default().chars().filter(|c| !c.is_control()).take(255);
    let upload = Upload { name: name.collect(), size, bytes: Zeroizing::new(Vec::with_capacity(size)) };
    uploads.files.insert(id.clone(), upload);
    Ok(id)
}

/// Takes the next part; gives how many bytes have arrived.
///
/// # Errors
/// [`AppFault::NotFound`], [`AppFault::FileTooLarge`] when more comes than was announced.
pub fn upload_part(session: &Session, id: &str, part: &[u8]) -> Result<usize, AppFault> {
    permit(session, Action::Add, Resource::Drafts)?;
    let mut uploads = session.uploads();
    let upload = uploads.files.get_mut(id).ok_or(AppFault::NotFound { what: "file" })?;
    if upload.bytes.len() + part.len() > upload.size {
        return Err(AppFault::FileTooLarge { most: upload.size });
    }
    upload.bytes.extend_from_slice(part);
    Ok(upload.bytes.len())
}
