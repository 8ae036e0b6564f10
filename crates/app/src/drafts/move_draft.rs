//! Moves a draft to the version of its form that is in force. Nothing that was typed is lost: an
//! answer that is no longer asked stays with the draft, and goes with its record.

use std::sync::Arc;

use casebook::tables::{self, draft::Draft};
use domain::{Action, DraftId, Resource};
use forms::{Answers, ChildOnForm, Form, Moved, move_answers};
use serde_json::Value;
use vault::Hash;

use super::{
    OpenDraft,
    open::{find, opened, read_answers},
    start::offered,
};
use crate::{AppFault, Session, permit::permit};

/// What moving a draft would do.
pub struct DraftMove {
    /// The version that the draft answers.
    pub old: Arc<Form>,
    /// The version in force.
    pub new: Arc<Form>,
    /// What was changed and why.
    pub note: String,
    /// Answers: kept, moved, changed, no longer asked.
    pub moved: Moved,
    /// The draft's revision.
    pub revision: u32,
}

/// Shows what moving a draft to the version in force would do.
///
/// # Errors
/// [`AppFault::NothingChanged`] when it answers that version, [`AppFault::FormRetired`].
pub fn compare_draft(session: &Session, id: DraftId) -> Result<DraftMove, AppFault> {
    permit(session, Action::Read, Resource::Drafts)?;
    let draft = find(session, id)?;
    let (old, new) = versions(session, &draft)?;
    let children = session.children(&draft.people)?;
    let in_force = session.in_force()?;
    let published = in_force.find(&new.definition().id).and_then(|form| form.published.clone());
    Ok(DraftMove {
        moved: moved(&old, &new, &draft, &children),
        old,
        new,
        note: published.map(|version| version.note).unwrap_or_default(),
        revision: draft.revision,
    })
}

/// Moves it.
///
/// # Errors
/// As [`compare_draft`], and [`AppFault::DraftMoved`] when it was saved since it was shown.
pub fn move_draft(session: &Session, id: DraftId, revision: u32) -> Result<OpenDraft, AppFault> {
    permit(session, Action::Amend, Resource::Drafts)?;
    let mut draft = find(session, id)?;
    let (old, new) = versions(session, &draft)?;
    let children = session.children(&draft.people)?;
    let moved = moved(&old, &new, &draft, &children);
    let to_look_at = |moved: &forms::MovedAnswer| [moved.path.question.clone(), moved.path.to_string()];
    draft.carried.extend(moved.changed.iter().flat_map(to_look_at));
    draft.carried.sort();
    draft.carried.dedup();
    for left in &moved.no_longer_asked {
        draft.left_behind.push(serde_json::to_value(left).map_err(|_| AppFault::Internal("an answer does not write"))?);
    }
    draft.answers = match serde_json::to_value(&moved.answers) {
        Ok(Value::Object(answers)) => answers,
        _ => return Err(AppFault::Internal("answers do not write")),
    };
    draft.form = Hash::from_bytes(new.hash());
    draft.revision = revision.saturating_add(1);
    draft.saved = session.stamp().at;
    session.casebook.write(|gate| {
        tables::form::keep(gate, draft.form, new.resolved()).map_err(AppFault::from)?;
        tables::draft::save(gate, &draft).map_err(AppFault::from)
    })?;
    opened(session, draft)
}

fn versions(session: &Session, draft: &Draft) -> Result<(Arc<Form>, Arc<Form>), AppFault> {
    let old = session.form(draft.form)?;
    let new = offered(session, &old.definition().id)?;
    if new.hash() == old.hash() {
        return Err(AppFault::NothingChanged);
    }
    Ok((old, new))
}

fn moved(old: &Form, new: &Form, draft: &Draft, children: &[ChildOnForm]) -> Moved {
    let answers: Answers = read_answers(&draft.answers);
    move_answers(old, new, &answers, children)
}
