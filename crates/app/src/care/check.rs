//! The check of the casebook, which runs beside the work, with progress and cancel.

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicBool, AtomicU32, Ordering},
};

use casebook::CheckReport;
use chrono::{DateTime, Utc};
use domain::{Action, Reference, Resource};

use crate::{AppFault, Session, permit::permit};

/// A check that ended.
#[derive(Debug, Clone)]
pub struct FinishedCheck {
    /// What it found.
    pub report: CheckReport,
    /// When it ended.
    pub at: DateTime<Utc>,
    /// Short code of the journal's head, to compare with a printed sheet.
    pub head: Reference,
}

/// How far a check is.
#[derive(Debug, Clone, Default)]
pub struct CheckProgress {
    /// One is going on.
    pub running: bool,
    /// Entries looked at.
    pub done: u32,
    /// Entries in all.
    pub total: u32,
    /// The last one that ended since the casebook was opened.
    pub finished: Option<FinishedCheck>,
    /// Why the last one ended without a report.
    pub failed: bool,
}

/// The check of a session.
#[derive(Debug, Default)]
pub struct CheckJob {
    running: AtomicBool,
    stop: AtomicBool,
    done: AtomicU32,
    total: AtomicU32,
    failed: AtomicBool,
    finished: Mutex<Option<FinishedCheck>>,
}

impl CheckJob {
    /// Stops the check that is going on.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn progress(&self) -> CheckProgress {
        CheckProgress {
            running: self.running.load(Ordering::Acquire),
            done: self.done.load(Ordering::Relaxed),
            total: self.total.load(Ordering::Relaxed),
            finished: self.finished.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            failed: self.failed.load(Ordering::Relaxed),
        }
    }
}

/// Checks the casebook now, and waits for the end.
///
/// # Errors
/// [`AppFault::Stopped`], or what prevents a check.
pub fn check_casebook(
    session: &Session,
    progress: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<FinishedCheck, AppFault> {
    permit(session, Action::Keep, Resource::Casebook)?;
    let report = session.casebook.check(progress)?;
    Ok(FinishedCheck { report, at: session.clock.now(), head: Reference::of(session.casebook.head().hash.as_bytes()) })
}

/// Starts a check beside the work, unless one is going on.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn start_check(session: &Arc<Session>) -> Result<CheckProgress, AppFault> {
    permit(session, Action::Keep, Resource::Casebook)?;
    let job = &session.check;
    if !job.running.swap(true, Ordering::AcqRel) {
        job.stop.store(false, Ordering::Relaxed);
        job.failed.store(false, Ordering::Relaxed);
        job.done.store(0, Ordering::Relaxed);
        let session = Arc::clone(session);
        std::thread::Builder::new().name("check".to_owned()).spawn(move || {
            let job = &session.check;
            let result = check_casebook(&session, &mut |done, total| {
                job.done.store(done, Ordering::Relaxed);
                job.total.store(total, Ordering::Relaxed);
                !job.stop.load(Ordering::Relaxed)
            });
            match result {
                Ok(finished) => *job.finished.lock().unwrap_or_else(PoisonError::into_inner) = Some(finished),
                Err(AppFault::Stopped) => {}
                Err(fault) => {
                    tracing::error!(%fault, "the check could not be made");
                    job.failed.store(true, Ordering::Relaxed);
                }
            }
            job.running.store(false, Ordering::Release);
        })?;
    }
    Ok(job.progress())
}

/// How far the check is.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn check_progress(session: &Session) -> Result<CheckProgress, AppFault> {
    permit(session, Action::Keep, Resource::Casebook)?;
    Ok(session.check.progress())
}

/// Stops the check that is going on; nothing was changed by it.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn cancel_check(session: &Session) -> Result<(), AppFault> {
    permit(session, Action::Keep, Resource::Casebook)?;
    session.check.stop();
    Ok(())
}
