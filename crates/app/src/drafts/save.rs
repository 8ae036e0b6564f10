//! Saves a draft as typed. Called while somebody types: it never refuses an answer.

use casebook::tables;
use chrono::{DateTime, FixedOffset};
use domain::{Action, DraftId, Resource};
use forms::{Walk, walk};
use serde_json::{Map, Value};

use super::{
    marks::still_marked,
    open::{find, read_answers},
};
use crate::{AppFault, Session, permit::permit};

/// A draft was saved.
pub struct SavedDraft {
    /// The new revision.
    pub revision: u32,
    /// When.
    pub saved: DateTime<FixedOffset>,
    /// What the engine makes of it now.
    pub walk: Walk,
}

/// Saves all answers of a draft over the revision that the screen had.
///
/// # Errors
/// [`AppFault::DraftMoved`] when it was saved in another window since: nothing is overwritten.
pub fn save_draft(
    session: &Session,
    id: DraftId,
    answers: Map<String, Value>,
    revision: u32,
    place: Option<String>,
) -> Result<SavedDraft, AppFault> {
    permit(session, Action::Amend, Resource::Drafts)?;
    let mut draft = find(session, id)?;
    draft.carried = still_marked(&draft.carried, &draft.answers, &answers);
    draft.answers = answers;
    draft.revision = revision.saturating_add(1);
    draft.saved = session.stamp().at;
    draft.place = place.or(draft.place);
    session.casebook.write(|gate| tables::draft::save(gate, &draft).map_err(AppFault::from))?;
    let form = session.form(draft.form)?;
    let children = session.children(&draft.people)?;
    let walk = walk(&form, &read_answers(&draft.answers), &children, draft.saved);
    Ok(SavedDraft { revision: draft.revision, saved: draft.saved, walk })
}
