//! The import of a pack beside the work: begun, looked at, stopped.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, AtomicU8, AtomicU32, Ordering},
};

use domain::{Action, Resource};

use super::import::{ImportPack, PackEnded, import_pack};
use crate::{AppFault, Session, permit::permit};

/// What an import does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Reads the file and seals its lines; counted in rows.
    Reading,
    /// Keeps the entry; people stand on file with it.
    Keeping,
    /// Takes notes in; counted in notes.
    Indexing,
}

impl Step {
    /// As answers write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Keeping => "keeping",
            Self::Indexing => "indexing",
        }
    }

    fn of(number: u8) -> Self {
        match number {
            1 => Self::Keeping,
            2 => Self::Indexing,
            _ => Self::Reading,
        }
    }
}

/// The import of a session.
#[derive(Default)]
pub struct PackJob {
    running: AtomicBool,
    stop: AtomicBool,
    /// Stopped for good: one that is just beginning must not outlive the session.
    closed: AtomicBool,
    step: AtomicU8,
    done: AtomicU32,
    total: AtomicU32,
    ended: Mutex<Option<Result<PackEnded, AppFault>>>,
}

impl PackJob {
    /// Stops what is going on, and anything that begins.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    pub(super) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }

    pub(super) fn is_running(&self) -> bool {
        self.running.load(Ordering::Acquire)
    }

    pub(super) fn is_at(&self, step: Step, done: u32, total: u32) {
        self.step.store(step as u8, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// Runs something beside the work, unless something runs.
    pub(super) fn begin(
        &self,
        session: &Arc<Session>,
        act: impl FnOnce(&Session) -> Result<Option<PackEnded>, AppFault> + Send + 'static,
    ) -> Result<(), AppFault> {
        if self.running.swap(true, Ordering::AcqRel) {
            return Err(AppFault::ImportRunning);
        }
        self.stop.store(false, Ordering::Relaxed);
        self.is_at(Step::Reading, 0, 0);
        *self.ended.lock().unwrap_or_else(PoisonError::into_inner) = None;
        let session = Arc::clone(session);
        let begun = std::thread::Builder::new().name("pack".to_owned()).spawn(move || {
            let result = act(&session).transpose();
            let job = &session.packs;
            *job.ended.lock().unwrap_or_else(PoisonError::into_inner) = result;
            job.running.store(false, Ordering::Release);
        });
        if let Err(error) = begun {
            self.running.store(false, Ordering::Release);
            return Err(error.into());
        }
        Ok(())
    }
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PackProgress {
    /// One is going on.
    pub running: bool,
    /// What it does.
    pub step: Step,
    /// Done of the step.
    pub done: u32,
    /// In all; 0 while it is not known.
    pub total: u32,
}

/// Begins to import a pack beside the work.
///
/// # Errors
/// [`AppFault::ImportRunning`].
pub fn start_pack(session: &Arc<Session>, import: ImportPack) -> Result<(), AppFault> {
    permit(session, Action::Add, Resource::People)?;
    session.packs.begin(session, move |session| {
        let job = &session.packs;
        let ended = import_pack(session, &import, &mut |step, done, total| {
            job.is_at(step, done, total);
            // Notes that are being taken in when the casebook is locked are gone on with at the next
            // unlock.
            !job.stop.load(Ordering::Relaxed) && !job.is_closed()
        })?;
        Ok(Some(ended))
    })
}

/// How far the import is, and what came of the last one (`look` sees it).
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn pack_progress<T>(
    session: &Session,
    look: impl FnOnce(Option<&Result<PackEnded, AppFault>>) -> T,
) -> Result<(PackProgress, T), AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let job = &session.packs;
    let progress = PackProgress {
        running: job.is_running(),
        step: Step::of(job.step.load(Ordering::Relaxed)),
        done: job.done.load(Ordering::Relaxed),
        total: job.total.load(Ordering::Relaxed),
    };
    let ended = job.ended.lock().unwrap_or_else(PoisonError::into_inner);
    Ok((progress, look(ended.as_ref())))
}

/// Stops the import that is going on; what it had kept is undone.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn cancel_pack(session: &Session) -> Result<(), AppFault> {
    permit(session, Action::Add, Resource::People)?;
    session.packs.stop.store(true, Ordering::Relaxed);
    Ok(())
}
