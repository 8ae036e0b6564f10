//! Changes which children a draft is about. Answers about a child who is taken off stay in the
//! draft, so that putting the child back brings them back.

use casebook::tables;
use domain::{Action, DraftId, PersonId, Resource};

use super::{
    OpenDraft,
    open::{find, opened},
    start::each_once,
};
use crate::{AppFault, Session, permit::permit};

/// Sets the children of a draft.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn set_children(session: &Session, id: DraftId, children: Vec<PersonId>) -> Result<OpenDraft, AppFault> {
    permit(session, Action::Amend, Resource::Drafts)?;
    session.children(&children)?;
    let mut draft = find(session, id)?;
    draft.people = each_once(children);
    draft.revision = draft.revision.saturating_add(1);
    draft.saved = session.stamp().at;
    session.casebook.write(|gate| tables::draft::save(gate, &draft).map_err(AppFault::from))?;
    opened(session, draft)
}
