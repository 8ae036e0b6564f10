//! Opens a draft as it was left.

use casebook::tables::{self, draft::Draft};
use domain::{Action, DraftId, Resource};
use forms::{Answers, ChildOnForm, Form, Walk, walk};
use serde_json::{Map, Value};

use crate::{AppFault, Session, permit::permit};

/// A draft with its form, its children and what the engine makes of it.
pub struct OpenDraft {
    /// The draft.
    pub draft: Draft,
    /// The version of the form that it answers.
    pub form: Form,
    /// The children it is about.
    pub children: Vec<ChildOnForm>,
    /// What is asked, answered and to put right.
    pub walk: Walk,
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
