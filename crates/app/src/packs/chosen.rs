//! Files on disk that a person chose in a dialog: the screen names them by a token, and the path stays
//! here. And what a file on disk was when it was looked at, so that no other is taken in for it.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    sync::{MutexGuard, PoisonError},
};

use domain::{Action, Resource};
use exchange::ImportFault;

use super::source::PackSource;
use crate::{AppFault, Session, permit::permit};

/// Endings of files that can be packs.
pub const KINDS: &[&str] = &["csv", "tsv", "txt", "xlsx"];

/// Files on disk of this sitting; they are gone when the casebook is locked.
#[derive(Default)]
pub struct ChosenFiles {
    paths: BTreeMap<String, PathBuf>,
    /// SHA-256 of a file when it was looked at last.
    looked_at: BTreeMap<PathBuf, [u8; 32]>,
}

/// A file that was chosen.
pub struct Chosen {
    /// What it is named by.
    pub token: String,
    /// Its name, without the folder.
    pub name: String,
    /// Its size in bytes.
    pub size: u64,
}

domain::named_only!(Chosen);

/// Keeps the path of a file that a person chose. Nothing of it is read yet.
///
/// # Errors
/// [`AppFault::Import`] where there is no file that can be looked at.
pub fn choose_pack_file(session: &Session, path: &Path) -> Result<Chosen, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let found = path.metadata().map_err(|error| AppFault::Import(error.into()))?;
    if !found.is_file() {
        return Err(AppFault::Import(ImportFault::Unreadable(std::io::ErrorKind::InvalidInput)));
    }
    let token = session.clock.new_id().to_string();
    files(session).paths.insert(token.clone(), path.to_owned());
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(Chosen { token, name, size: found.len() })
}

/// The file that a token names.
///
/// # Errors
/// [`AppFault::NotFound`] after the casebook was locked, or the file taken in.
pub fn chosen(session: &Session, token: &str) -> Result<PackSource, AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let path = files(session).paths.get(token).cloned();
    path.map(PackSource::Path).ok_or(AppFault::NotFound { what: "file" })
}

/// Remembers what a file on disk was when a person saw what it would bring.
pub(super) fn looked_at(session: &Session, file: &PackSource, hash: [u8; 32]) {
    if let PackSource::Path(path) = file {
        files(session).looked_at.insert(path.clone(), hash);
    }
}

/// Refuses a file that became another one since a person saw what it would bring.
pub(super) fn same_as_looked_at(session: &Session, file: &PackSource, hash: [u8; 32]) -> Result<(), AppFault> {
    let PackSource::Path(path) = file else { return Ok(()) };
    match files(session).looked_at.get(path) {
        Some(seen) if *seen != hash => Err(AppFault::Import(ImportFault::Changed)),
        _ => Ok(()),
    }
}

/// A file was taken in: nothing of it is needed any longer.
pub(super) fn forget(session: &Session, path: &Path) {
    let mut files = files(session);
    files.paths.retain(|_, chosen| chosen != path);
    files.looked_at.remove(path);
}

fn files(session: &Session) -> MutexGuard<'_, ChosenFiles> {
    session.chosen.lock().unwrap_or_else(PoisonError::into_inner)
}
