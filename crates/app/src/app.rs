//! The program: a folder with no casebook, a locked one or an open one.

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock},
};

use domain::Clock;
use vault::KeyStore;

use crate::{
    AppFault, Catalogue, Session,
    keys::{Begun, Tries},
};

/// Where the program stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No casebook in the folder.
    NoCasebook,
    /// One is there, locked.
    Locked,
    /// Unlocked.
    Open,
}

/// The program.
pub struct App {
    folder: PathBuf,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) begun: Mutex<Option<Begun>>,
    pub(crate) tries: Mutex<Tries>,
    session: RwLock<Option<Arc<Session>>>,
    opening: Mutex<()>,
    runtime: Option<tokio::runtime::Runtime>,
    delivers: bool,
}

impl App {
    /// The program with the casebook of a folder, which is not touched yet.
    ///
    /// # Errors
    /// A form that ships cannot be read, or the system gives no threads.
    pub fn new(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self, AppFault> {
        let folder = std::path::absolute(folder)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .thread_name("delivery")
            .enable_all()
            .build()?;
        Ok(Self {
            tries: Mutex::new(Tries::load(&folder, clock.as_ref())),
            folder,
            clock,
            catalogue: Arc::new(Catalogue::shipped()?),
            begun: Mutex::new(None),
            session: RwLock::new(None),
            opening: Mutex::new(()),
            runtime: Some(runtime),
            delivers: true,
        })
    }

    /// The same, but nothing is sent unless it is asked for: for commands that come and go.
    ///
    /// # Errors
    /// As [`App::new`].
    pub fn resting(folder: &Path, clock: Arc<dyn Clock>) -> Result<Self, AppFault> {
        let mut app = Self::new(folder, clock)?;
        app.delivers = false;
        Ok(app)
    }

    pub(crate) fn delivers(&self) -> bool {
        self.delivers
    }

    /// The casebook's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether there is a casebook, and whether it is open.
    pub fn standing(&self) -> Standing {
        if self.session().is_ok() {
            return Standing::Open;
        }
        let nothing = matches!(KeyStore::new(&self.folder).read(), Err(vault::KeyFileError::Missing));
        // A database without a key file is a casebook that lost its keys, not a free place.
        if nothing && !self.folder.join("casebook.db").exists() { Standing::NoCasebook } else { Standing::Locked }
    }

    /// The open casebook.
    ///
    /// # Errors
    /// [`AppFault::Locked`].
    pub fn session(&self) -> Result<Arc<Session>, AppFault> {
        self.session.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or(AppFault::Locked)
    }

    pub(crate) fn set_session(&self, session: Option<Session>) {
        *self.session.write().unwrap_or_else(PoisonError::into_inner) = session.map(Arc::new);
    }

    pub(crate) fn take_session(&self) -> Option<Arc<Session>> {
        self.session.write().unwrap_or_else(PoisonError::into_inner).take()
    }

    pub(crate) fn begun(&self) -> MutexGuard<'_, Option<Begun>> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Held while a casebook is made, opened or closed: a second click on Unlock must neither be
    /// told that the casebook is open elsewhere nor get a guess for free.
    pub(crate) fn opening(&self) -> MutexGuard<'_, ()> {
        self.opening.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where delivery runs.
    pub(crate) fn runtime(&self) -> Result<&tokio::runtime::Runtime, AppFault> {
        self.runtime.as_ref().ok_or(AppFault::Internal("no runtime"))
    }
}

impl Drop for App {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Not waited for: what was not sent stays in the outbox.
            runtime.shutdown_background();
        }
    }
}
