//! Starts a draft: empty, from an earlier record, or with what a link brings.

use std::sync::Arc;

use casebook::tables::{self, draft::Draft};
use domain::{Action, DraftId, PersonId, RecordId, Resource};
use forms::{Form, Subjects};
use serde_json::{Map, Value};
use vault::Hash;

use super::{OpenDraft, begin_with, open::opened};
use crate::{AppFault, Session, in_force::FormInForce, permit::permit};

/// What a draft begins with.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct StartDraft {
    /// The form's id.
    pub form: String,
    /// The children it is about.
    pub children: Vec<PersonId>,
    /// "Same visit, next child": answers that are not about one child are carried over.
    pub from_record: Option<RecordId>,
    /// "Start from last time": the only child's last record on this form is carried over.
    pub from_last: bool,
    /// A record on another form that this one goes on from.
    pub goes_on_from: Option<RecordId>,
    /// Answers that a link or a task brings, by question.
    pub prefill: Map<String, Value>,
}

domain::named_only!(StartDraft);

/// Forms that may be started, in the order to offer them.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn list_forms(session: &Session) -> Result<Vec<FormInForce>, AppFault> {
    permit(session, Action::Read, Resource::Forms)?;
    let in_force = session.in_force()?;
    Ok(in_force.all().into_iter().filter(|form| form.retired.is_none()).cloned().collect())
}

/// The form of that id, if it is still offered.
pub(crate) fn offered(session: &Session, id: &str) -> Result<Arc<Form>, AppFault> {
    let in_force = session.in_force()?;
    let found = in_force.find(id).ok_or(AppFault::FormUnknown)?;
    match &found.retired {
        None => Ok(Arc::clone(&found.form)),
        Some(retired) => {
            let instead = retired.use_instead.as_deref().and_then(|id| in_force.find(id));
            Err(AppFault::FormRetired {
                instead: instead.map(|form| form.form.definition().title.clone()).unwrap_or_default(),
            })
        }
    }
}

/// Starts a draft. It stays on this version of its form, whatever is published later.
///
/// # Errors
/// [`AppFault::FormUnknown`], [`AppFault::FormRetired`], [`AppFault::ChildNeeded`], [`AppFault::NotFound`].
pub fn start_draft(session: &Session, start: StartDraft) -> Result<OpenDraft, AppFault> {
    permit(session, Action::Add, Resource::Drafts)?;
    let form = offered(session, &start.form)?;
    if start.children.is_empty() && form.definition().subjects == Subjects::OneOrMoreChildren {
        return Err(AppFault::ChildNeeded);
    }
    let people = each_once(start.children.clone());
    let children = session.children(&people)?;
    let mut beginning = begin_with::Beginning::default();
    beginning.take_from_earlier(session, &form, &people, &start)?;
    beginning.take_from_form(session, &form, &people, &children)?;
    let now = session.stamp().at;
    let draft = Draft {
        id: DraftId(session.clock.new_id()),
        form: Hash::from_bytes(form.hash()),
        people,
        carried: beginning.carried,
        answers: beginning.answers,
        place: None,
        revision: 1,
        started: now,
        saved: now,
        set_aside: None,
        left_behind: Vec::new(),
        goes_on_from: start.goes_on_from,
    };
    session.casebook.write(|gate| {
        tables::form::keep(gate, draft.form, form.resolved()).map_err(AppFault::from)?;
        tables::draft::add(gate, &draft).map_err(AppFault::from)
    })?;
    opened(session, draft)
}

/// The same people in the same order, nobody twice.
pub(super) fn each_once(people: Vec<PersonId>) -> Vec<PersonId> {
    let mut once = Vec::with_capacity(people.len());
    for person in people {
        if !once.contains(&person) {
            once.push(person);
        }
    }
    once
}
