//! Sets a draft aside, and takes it back. Nothing is deleted.

use casebook::tables;
use domain::{Action, DraftId, Resource};

use super::open::find;
use crate::{AppFault, Session, permit::permit};

/// Sets a draft aside.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn set_aside_draft(session: &Session, id: DraftId) -> Result<(), AppFault> {
    change(session, id, true)
}

/// Takes a draft back into use.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn restore_draft(session: &Session, id: DraftId) -> Result<(), AppFault> {
    change(session, id, false)
}

fn change(session: &Session, id: DraftId, aside: bool) -> Result<(), AppFault> {
    permit(session, Action::Amend, Resource::Drafts)?;
    let mut draft = find(session, id)?;
    draft.set_aside = aside.then(|| session.stamp().at);
    draft.revision = draft.revision.saturating_add(1);
    session.casebook.write(|gate| tables::draft::save(gate, &draft).map_err(AppFault::from))
}
