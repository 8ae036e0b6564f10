//! Opens a draft as it was left.

use std::{collections::BTreeMap, sync::Arc};

use casebook::tables::{self, draft::Draft};
use domain::{Action, DraftId, Resource};
use forms::{Answers, ChildOnForm, Form, LeftBehind, Walk, walk};
use serde_json::{Map, Value};

use super::last_time::{LastAnswer, last_answers, voice_empty};
use crate::{AppFault, Session, permit::permit};

/// A draft with its form, its children and what the engine makes of it.
pub struct OpenDraft {
    /// The draft.
    pub draft: Draft,
    /// The version of the form that it answers.
    pub form: Arc<Form>,
    /// The children it is about.
    pub children: Vec<ChildOnForm>,
    /// What is asked, answered and to put right.
    pub walk: Walk,
}

/// What a screen shows beside a draft.
pub struct Beside {
    /// The last answers to the questions that ask to show them, by path.
    pub last: BTreeMap<String, LastAnswer>,
    /// The version in force, when it is another than the draft's.
    pub newer: Option<Newer>,
    /// Answers that this version no longer asks.
    pub left_behind: Vec<LeftBehind>,
    /// Children whose own words were empty in their last three records on this form.
    pub voice_empty: Vec<String>,
}

/// A newer version of a draft's form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newer {
    /// Its number.
    pub number: u32,
    /// What was changed and why.
    pub note: String,
    /// The form is retired; the title of the one to use instead, or empty.
    pub retired: Option<String>,
}

/// What stands beside an open draft.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn beside(session: &Session, open: &OpenDraft) -> Result<Beside, AppFault> {
    permit(session, Action::Read, Resource::Drafts)?;
    Ok(Beside {
        last: last_answers(session, &open.form, &open.draft.people)?,
        newer: newer(session, &open.form)?,
        left_behind: left_behind(&open.draft),
        voice_empty: voice_empty(session, &open.form, &open.children)?,
    })
}

/// Answers that a draft's version no longer asks.
pub(super) fn left_behind(draft: &Draft) -> Vec<LeftBehind> {
    draft.left_behind.iter().filter_map(as_left).collect()
}

/// An answer that is no longer asked, as it is kept.
pub(super) fn as_left(kept: &Value) -> Option<LeftBehind> {
    serde_json::from_value(kept.clone()).ok()
}

fn newer(session: &Session, form: &Form) -> Result<Option<Newer>, AppFault> {
    let in_force = session.in_force()?;
    let Some(there) = in_force.find(&form.definition().id) else { return Ok(None) };
    if there.retired.is_none() && there.form.hash() == form.hash() {
        return Ok(None);
    }
    let instead = there.retired.as_ref().map(|retired| {
        let other = retired.use_instead.as_deref().and_then(|id| in_force.find(id));
        other.map(|form| form.form.definition().title.clone()).unwrap_or_default()
    });
    Ok(Some(Newer {
        number: there.form.definition().number,
        note: there.published.as_ref().map(|version| version.note.clone()).unwrap_or_default(),
        retired: instead,
    }))
}

/// Opens a draft.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn open_draft(session: &Session, id: DraftId) -> Result<OpenDraft, AppFault> {
    permit(session, Action::Read, Resource::Drafts)?;
    opened(session, find(session, id)?)
}

pub(super) fn opened(session: &Session, draft: Draft) -> Result<OpenDraft, AppFault> {
    let form = session.form(draft.form)?;
    let children = session.children(&draft.people)?;
    let walk = walk(&form, &read_answers(&draft.answers), &children, session.stamp().at);
    Ok(OpenDraft { draft, form, children, walk })
}

/// The draft of that id.
pub(crate) fn find(session: &Session, id: DraftId) -> Result<Draft, AppFault> {
    session.casebook.read(|reading| tables::draft::find(reading, id)?.ok_or(AppFault::NotFound { what: "draft" }))
}

/// Answers as the form engine takes them.
pub(crate) fn read_answers(answers: &Map<String, Value>) -> Answers {
    let mut read = Answers::default();
    for (question, answer) in answers {
        read.set(question, answer.clone());
    }
    read
}
