//! The import of a session: begun beside the work, looked at while it goes on, stopped.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

use domain::{Action, BatchId, Resource};

use super::import::{ImportResponses, Imported, import_responses};
use crate::{AppFault, Session, permit::permit};

/// The import of a session.
#[derive(Default)]
pub struct ImportJob {
    running: AtomicBool,
    stop: AtomicBool,
    /// Stopped for good: one that is just beginning must not outlive the session.
    closed: AtomicBool,
    done: AtomicU32,
    total: AtomicU32,
    taking: Mutex<Option<BatchId>>,
    ended: Mutex<Option<Result<Imported, AppFault>>>,
}

impl ImportJob {
    /// Stops the import that is going on, and any that begins.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Relaxed);
    }

    fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed) && !self.closed.load(Ordering::Relaxed)
    }

    /// Which import is being taken in, or none any longer.
    pub(super) fn takes(&self, batch: Option<BatchId>) {
        *self.taking.lock().unwrap_or_else(PoisonError::into_inner) = batch;
    }

    /// Whether it is that one.
    pub(super) fn is_taking(&self, batch: BatchId) -> bool {
        *self.taking.lock().unwrap_or_else(PoisonError::into_inner) == Some(batch)
    }
}

/// How far an import is.
pub struct ImportProgress {
    /// One is going on.
    pub running: bool,
    /// Rows done.
    pub done: u32,
    /// Rows in all.
    pub total: u32,
}

/// Begins an import beside the work, unless one is going on.
///
/// # Errors
/// [`AppFault::ImportRunning`].
pub fn start_import(session: &Arc<Session>, import: ImportResponses) -> Result<(), AppFault> {
    permit(session, Action::Add, Resource::Responses)?;
    let job = &session.import;
    if job.running.swap(true, Ordering::AcqRel) {
        return Err(AppFault::ImportRunning);
    }
    job.stop.store(false, Ordering::Relaxed);
    job.done.store(0, Ordering::Relaxed);
    job.total.store(0, Ordering::Relaxed);
    *job.ended.lock().unwrap_or_else(PoisonError::into_inner) = None;
    let session = Arc::clone(session);
    let begun = std::thread::Builder::new().name("import".to_owned()).spawn(move || {
        let job = &session.import;
        let result = import_responses(&session, &import, &mut |done, total| {
            job.done.store(done, Ordering::Relaxed);
            job.total.store(total, Ordering::Relaxed);
            job.goes_on()
        });
        *job.ended.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
        job.running.store(false, Ordering::Release);
    });
    if let Err(error) = begun {
        job.running.store(false, Ordering::Release);
        return Err(error.into());
    }
    Ok(())
}

/// How far the import is, and what came of the last one (`look` sees it).
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn import_progress<T>(
    session: &Session,
    look: impl FnOnce(Option<&Result<Imported, AppFault>>) -> T,
) -> Result<(ImportProgress, T), AppFault> {
    permit(session, Action::Add, Resource::Responses)?;
    let job = &session.import;
    let progress = ImportProgress {
        running: job.running.load(Ordering::Acquire),
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
pub fn cancel_import(session: &Session) -> Result<(), AppFault> {
    permit(session, Action::Add, Resource::Responses)?;
    session.import.stop.store(true, Ordering::Relaxed);
    Ok(())
}
