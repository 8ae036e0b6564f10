//! Sets a form draft aside, and takes it back. Nothing is deleted.

use casebook::tables;
use domain::{Action, FormDraftId, Resource};

use super::find;
use crate::{AppFault, Session, permit::permit};

/// Sets a form draft aside.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn set_aside_form_draft(session: &Session, id: FormDraftId) -> Result<(), AppFault> {
    permit(session, Action::Amend, Resource::Forms)?;
    change(session, id, true)
}

/// Takes a form draft back.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn restore_form_draft(session: &Session, id: FormDraftId) -> Result<(), AppFault> {
    permit(session, Action::Amend, Resource::Forms)?;
    change(session, id, false)
}

fn change(session: &Session, id: FormDraftId, aside: bool) -> Result<(), AppFault> {
    let mut draft = find(session, id)?;
    draft.set_aside = aside.then(|| session.stamp().at);
    draft.revision = draft.revision.saturating_add(1);
    session.casebook.write(|gate| tables::form_draft::save(gate, &draft).map_err(AppFault::from))
}
