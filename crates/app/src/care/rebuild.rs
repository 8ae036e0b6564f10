//! Builds the lists anew from the journal. Drafts, receipts and settings are not touched.

use std::sync::Arc;

use domain::{Action, Resource};
use journal::{CasebookCare, Known};

use crate::{AppFault, Session, packs::go_on, permit::permit};

/// Builds them anew; `progress` gets done and total, and stops it with false, leaving all as it was. Notes
/// of a history that have to be taken in again come back beside the work.
///
/// # Errors
/// [`AppFault::Stopped`].
pub fn rebuild_views(session: &Arc<Session>, progress: &mut dyn FnMut(u32, u32) -> bool) -> Result<(), AppFault> {
    permit(session, Action::Keep, Resource::Casebook)?;
    session.casebook.rebuild(progress)?;
    session
        .append(session.entry(Known::CasebookCare(CasebookCare { act: "views_rebuilt".to_owned(), times: None })))?;
    match go_on(session) {
        // What goes on takes them in as well.
        Err(AppFault::ImportRunning) => Ok(()),
        other => other,
    }
}
