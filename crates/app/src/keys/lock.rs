//! Locks: what was typed is saved already; delivery stops, the database is settled and closed, the
//! keys are wiped. The window then ends its process, so that the system clears the memory.

use std::{
    sync::{Arc, Weak},
    time::Duration,
};

use casebook::tables;

use crate::{App, AppFault, Session};

const PLACE: &str = "place";

impl App {
    /// Closes the casebook, remembering the place to come back to, or forgetting it. Closing a
    /// locked one is fine.
    ///
    /// # Errors
    /// [`AppFault::Internal`]. A place that cannot be kept, on a full disk, keeps nothing open.
    pub fn lock(&self, place: Option<&str>) -> Result<(), AppFault> {
        self.shut(|session| {
            let kept: Result<(), AppFault> = session.casebook.write(|gate| {
                match place {
                    Some(place) => tables::setting::set(gate, PLACE, place),
                    None => tables::setting::clear(gate, PLACE),
                }
                .map_err(AppFault::from)
            });
            if let Err(fault) = kept {
                tracing::warn!(%fault, "the place to come back to could not be kept");
            }
        })
    }

    /// Closes the casebook and leaves the place alone: a command that came and went is no reason
    /// for the window to forget where its person was.
    ///
    /// # Errors
    /// [`AppFault::Internal`].
    pub fn close(&self) -> Result<(), AppFault> {
        self.shut(|_| ())
    }

    fn shut(&self, last: impl FnOnce(&Session)) -> Result<(), AppFault> {
        let _alone = self.opening();
        let Some(session) = self.take_session() else { return Ok(()) };
        session.check.stop();
        session.import.close();
        session.packs.close();
        self.runtime()?.block_on(session.delivery.stop());
        last(&session);
        // A reader may hold it back: then the write-ahead file stays, which loses nothing.
        if session.casebook.settle().is_err() {
            tracing::info!("the database was closed with its write-ahead file");
        }
        let gone = Arc::downgrade(&session);
        drop(session);
        wait_for(&gone);
        Ok(())
    }

    /// The place that was left at the last lock.
    ///
    /// # Errors
    /// [`AppFault::Locked`].
    pub fn place(&self) -> Result<Option<String>, AppFault> {
        self.session()?.casebook.read(|reading| Ok(tables::setting::get(reading, PLACE)?))
    }
}

/// Waits until nobody uses the session: a verb that was under way, the check, an import. Unlocking before that
/// would find the casebook open elsewhere. Two seconds at most, for locking must not hang.
fn wait_for(session: &Weak<Session>) {
    for _ in 0..200 {
        if session.strong_count() == 0 {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
}
