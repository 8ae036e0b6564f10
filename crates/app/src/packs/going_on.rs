//! Goes on with packs that are not all taken in, or not all taken out again: the program was closed, the
//! lists were built anew, or the pack or its file came from another device or a restored copy.

use std::sync::Arc;

use domain::BatchId;

use super::job::Step;
use crate::{AppFault, Session};

/// Lines of one slice, between two looks at whether to stop. Whoever waits to write ends it sooner.
const SLICE: u32 = 10_000;

/// Takes a pack in, or out, slice by slice. `progress` is told lines done and in all.
///
/// # Errors
/// [`AppFault::Stopped`] when `progress` says false.
pub(super) fn take_all(
    session: &Session,
    batch: BatchId,
    progress: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<(), AppFault> {
    loop {
        let taken = session.casebook.take_notes(batch, SLICE)?;
        // Asked first: whoever says stop during the last slice wants to have nothing of it either.
        if !progress(taken.done, taken.total) {
            return Err(AppFault::Stopped);
        }
        if taken.done >= taken.total {
            return Ok(());
        }
    }
}

/// Begins to go on beside the work, unless an import is going on. Locking stops it where it is.
///
/// # Errors
/// The system gives no thread.
pub(crate) fn go_on(session: &Arc<Session>) -> Result<(), AppFault> {
    if session.casebook.notes_to_take()?.is_empty() && session.casebook.people_to_take()?.is_empty() {
        return Ok(());
    }
    session.packs.begin(session, |session| {
        for batch in session.casebook.people_to_take()? {
            session.packs.is_at(Step::Keeping, 0, 1);
            if session.packs.is_closed() {
                return Ok(None);
            }
            if let Err(fault) = session.casebook.take_people(batch) {
                tracing::warn!(%fault, "the people of a pack are not taken in yet");
            }
        }
        for batch in session.casebook.notes_to_take()? {
            let taken = take_all(session, batch, &mut |done, total| {
                session.packs.is_at(Step::Indexing, done, total);
                !session.packs.is_closed()
            });
            match taken {
                Err(AppFault::Stopped) => return Ok(None),
                // Its file may not be here yet: the next one is not to wait for it.
                Err(fault) => tracing::warn!(%fault, "the notes of a pack are not taken in yet"),
                Ok(()) => {}
            }
        }
        Ok(None)
    })
}
