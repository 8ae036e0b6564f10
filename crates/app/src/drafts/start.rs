//! Starts a draft, empty or from an earlier record.

use casebook::tables::{self, draft::Draft};
use domain::{Action, DraftId, PersonId, RecordId, Resource};
use forms::{Form, Kind, Subjects};
use serde_json::{Map, Value};
use vault::Hash;

use super::{OpenDraft, open::opened};
use crate::{AppFault, Session, permit::permit};

/// What a draft begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StartDraft {
    /// The form's id.
    pub form: String,
    /// The children it is about.
    pub children: Vec<PersonId>,
    /// "Same visit, next child": answers that are not about one child are carried over.
    pub from_record: Option<RecordId>,
}

/// Forms that may be started, in the order to offer them.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn list_forms(session: &Session) -> Result<Vec<Form>, AppFault> {
    permit(session, Action::Read, Resource::Forms)?;
    Ok(session.catalogue.all().into_iter().cloned().collect())
}

/// Starts a draft. It stays on this version of its form, whatever is published later.
///
/// # Errors
/// [`AppFault::FormUnknown`], [`AppFault::ChildNeeded`], [`AppFault::NotFound`].
pub fn start_draft(session: &Session, start: StartDraft) -> Result<OpenDraft, AppFault> {
    permit(session, Action::Add, Resource::Drafts)?;
    let form = session.catalogue.find(&start.form).ok_or(AppFault::FormUnknown)?;
    if start.children.is_empty() && form.definition().subjects == Subjects::OneOrMoreChildren {
        return Err(AppFault::ChildNeeded);
    }
    session.children(&start.children)?;
    let answers = match start.from_record {
        Some(record) => carried_over(session, form, record)?,
        None => Map::new(),
    };
    let now = session.stamp().at;
    let people = each_once(start.children);
    let draft = Draft {
        id: DraftId(session.clock.new_id()),
        form: Hash::from_bytes(form.hash()),
        people,
        carried: answers.keys().cloned().collect(),
        answers,
        place: None,
        revision: 1,
        started: now,
        saved: now,
        set_aside: None,
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

/// The answers of a record that hold for another child too: not those given for each child.
fn carried_over(session: &Session, form: &Form, record: RecordId) -> Result<Map<String, Value>, AppFault> {
    permit(session, Action::Read, Resource::Records)?;
    let filed = session.casebook.read(|reading| {
        let found = tables::record::find(reading, record)?.ok_or(AppFault::NotFound { what: "record" })?;
        tables::record::filed(reading, found.position)?.ok_or(AppFault::NotFound { what: "record" })
    })?;
    let mut answers = match filed.answers {
        Value::Object(answers) => answers,
        _ => Map::new(),
    };
    let about_one_child =
        |id: &str| form.question(id).is_none_or(|question| matches!(question.kind, Kind::EachChild { .. }));
    answers.retain(|id, _| !about_one_child(id));
    Ok(answers)
}
