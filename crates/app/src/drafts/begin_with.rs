//! What a draft begins with: answers of earlier records, marked to be checked, and what the form
//! itself fills in.

use casebook::tables;
use domain::{Action, PersonId, RecordId, Resource};
use forms::{ChildOnForm, Form, Kind, Prefill, Question, move_answers};
use journal::RecordFiled;
use serde_json::{Map, Value, json};

use super::{StartDraft, marks::inner_paths, open::read_answers};
use crate::{AppFault, Session, permit::permit};

/// Answers that a draft begins with.
#[derive(Default)]
pub(super) struct Beginning {
    /// By question.
    pub answers: Map<String, Value>,
    /// Questions whose answers were carried over and must be looked at; of a group and of "each child"
    /// also the path of each answer inside.
    pub carried: Vec<String>,
}

impl Beginning {
    /// From earlier records and links.
    pub(super) fn take_from_earlier(
        &mut self,
        session: &Session,
        form: &Form,
        people: &[PersonId],
        start: &StartDraft,
    ) -> Result<(), AppFault> {
        if let Some(record) = start.from_record {
            for (id, answer) in same_for_another_child(form, as_asked_now(session, form, filed(session, record)?)) {
                self.carry(form, id, answer);
            }
        }
        if let (true, [child]) = (start.from_last, people)
            && let Some(last) = last_of(session, *child, &form.definition().id)?
        {
            for (id, answer) in last_time(form, as_asked_now(session, form, last), *child) {
                self.carry(form, id, answer);
            }
        }
        if let Some(record) = start.goes_on_from {
            for (id, answer) in taken_over(session, form, people, filed(session, record)?)? {
                self.carry(form, id, answer);
            }
        }
        for (id, answer) in &start.prefill {
            if form.question(id).is_some() {
                self.carry(form, id.clone(), answer.clone());
            }
        }
        Ok(())
    }

    /// From the form's own rules, where nothing stands yet. What the form fills in is no old answer:
    /// it is not marked.
    pub(super) fn take_from_form(
        &mut self,
        session: &Session,
        form: &Form,
        people: &[PersonId],
        children: &[ChildOnForm],
    ) -> Result<(), AppFault> {
        let author = crate::care::author(session)?;
        let today = session.stamp().at.date_naive();
        for question in top(form) {
            if self.answers.contains_key(&question.id) {
                continue;
            }
            let only = match children {
                [child] => Some(child),
                _ => None,
            };
            let value = match question.prefill {
                Some(Prefill::Today) => Some(today.to_string()),
                Some(Prefill::AuthorName) => Some(author.name.clone()),
                Some(Prefill::AuthorTeam) => author.team.clone(),
                Some(Prefill::ChildName) => only.map(|child| child.name.clone()),
                Some(Prefill::ChildBorn) => only.and_then(|child| child.born).map(|born| born.to_string()),
                None => None,
            };
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                self.answers.insert(question.id.clone(), json!(value));
            }
            if let (Some(from), [child]) = (&question.from_last, people)
                && let Some(last) = last_of(session, *child, &from.form)?
                && let Some(items) = same_items(question, &last.answers[&from.question])
            {
                self.carry(form, question.id.clone(), items);
            }
        }
        Ok(())
    }

    fn carry(&mut self, form: &Form, id: String, answer: Value) {
        let within = format!("{id}/");
        self.carried.retain(|path| *path != id && !path.starts_with(&within));
        self.carried.push(id.clone());
        self.carried.extend(form.question(&id).map(|question| inner_paths(question, &answer)).unwrap_or_default());
        self.answers.insert(id, answer);
    }
}

fn top(form: &Form) -> impl Iterator<Item = &Question> {
    form.definition().sections.iter().flat_map(|section| &section.questions)
}

fn filed(session: &Session, record: RecordId) -> Result<RecordFiled, AppFault> {
    permit(session, Action::Read, Resource::Records)?;
    session.casebook.read(|reading| {
        let found = tables::record::find(reading, record)?.ok_or(AppFault::NotFound { what: "record" })?;
        tables::record::filed(reading, found.position)?.ok_or(AppFault::NotFound { what: "record" })
    })
}

/// The child's last record on a form.
pub(super) fn last_of(session: &Session, child: PersonId, form: &str) -> Result<Option<RecordFiled>, AppFault> {
    session.casebook.read(|reading| {
        let position = tables::sheet::last_of(reading, child, form, 1)?.pop();
        Ok(position.map(|position| tables::record::filed(reading, position)).transpose()?.flatten())
    })
}

fn object(answers: Value) -> Map<String, Value> {
    match answers {
        Value::Object(answers) => answers,
        _ => Map::new(),
    }
}

/// The answers of a record as this version of its form asks them. What it asks no longer stays in the
/// record, as does all of it where the old wording cannot be read.
fn as_asked_now(session: &Session, form: &Form, filed: RecordFiled) -> Map<String, Value> {
    if filed.form_hash.as_bytes() == &form.hash() {
        return object(filed.answers);
    }
    let Ok(old) = session.form(filed.form_hash) else { return Map::new() };
    let moved = move_answers(&old, form, &read_answers(&object(filed.answers)), &[]);
    object(serde_json::to_value(&moved.answers).unwrap_or_default())
}

/// Answers of a visit that hold for another child too: not those given for each child, nothing that was
/// said, drawn, signed or attached, and nothing that the form filled in from the first child or worked out.
fn same_for_another_child(form: &Form, mut answers: Map<String, Value>) -> Map<String, Value> {
    answers.retain(|id, answer| {
        let Some(question) = form.question(id) else { return false };
        if let (Kind::Group(_), Some(items)) = (&question.kind, answer.as_array_mut()) {
            for inside in items.iter_mut().filter_map(|item| item["answers"].as_object_mut()) {
                inside.retain(|id, _| form.question(id).is_some_and(|inner| !is_of_one_child(form, inner)));
            }
        }
        !is_of_one_child(form, question)
    });
    answers
}

fn is_of_one_child(form: &Form, question: &Question) -> bool {
    let kept_once = matches!(
        question.kind,
        Kind::EachChild { .. }
            | Kind::Upload(_)
            | Kind::Drawing
            | Kind::BodyMap
            | Kind::Signature
            | Kind::Calculated(_)
    );
    kept_once
        || matches!(question.prefill, Some(Prefill::ChildName | Prefill::ChildBorn))
        || form.definition().marks.voice.as_ref() == Some(&question.id)
}

/// Answers that may still be true next time: not when it was, not what somebody signed or attached.
fn last_time(form: &Form, mut answers: Map<String, Value>, child: PersonId) -> Map<String, Value> {
    let event = form.definition().event_time.as_ref();
    let is_event =
        |id: &str| event.is_some_and(|event| event.question == id || event.time_question.as_deref() == Some(id));
    answers.retain(|id, answer| {
        let Some(question) = form.question(id) else { return false };
        if let (Kind::EachChild { .. }, Value::Object(children)) = (&question.kind, answer) {
            keep_on_form(children, &[child]);
        }
        let once = matches!(question.kind, Kind::Signature | Kind::Upload(_) | Kind::Calculated(_));
        !once && !is_event(id)
    });
    answers
}

/// Leaves only what is said of these people.
fn keep_on_form(children: &mut Map<String, Value>, people: &[PersonId]) {
    children.retain(|about, _| people.iter().any(|person| *about == person.to_string()));
}

/// Questions about the act itself, not about the child or the family: the next form asks them anew
/// unless the other one says that they are taken over.
const OF_THE_ACT: [&str; 6] = ["decision", "decision_by", "reason", "actions", "next_date", "headline"];

/// What a form takes over from a record that it goes on from: what the other form says, and
/// questions of the same id and kind that are not about the act itself.
fn taken_over(
    session: &Session,
    form: &Form,
    people: &[PersonId],
    from: RecordFiled,
) -> Result<Map<String, Value>, AppFault> {
    let other = session.form(from.form_hash)?;
    let leads = other.definition().leads_to.iter().find(|leads| leads.form == form.definition().id);
    let answers = object(from.answers);
    let mut taken = Map::new();
    for question in top(form) {
        let named = leads.and_then(|leads| leads.answers.get(&question.id));
        let source = named.unwrap_or(&question.id);
        if named.is_none() && is_of_the_act(form, question) {
            continue;
        }
        let same_kind = other
            .question(source)
            .is_some_and(|there| std::mem::discriminant(&there.kind) == std::mem::discriminant(&question.kind));
        if let (true, Some(answer)) = (same_kind, answers.get(source)) {
            let answer = match &question.kind {
                Kind::Group(_) => same_items(question, answer),
                Kind::EachChild { .. } => {
                    let mut children = object(answer.clone());
                    keep_on_form(&mut children, people);
                    (!children.is_empty()).then_some(Value::Object(children))
                }
                kind if !offers(kind, answer) => None,
                _ => Some(answer.clone()),
            };
            taken.extend(answer.map(|answer| (question.id.clone(), answer)));
        }
    }
    Ok(taken)
}

fn is_of_the_act(form: &Form, question: &Question) -> bool {
    let definition = form.definition();
    let event = definition.event_time.as_ref();
    let id = &question.id;
    event.is_some_and(|event| event.question == *id || event.time_question.as_ref() == Some(id))
        || definition.marks.significant.as_ref() == Some(id)
        || OF_THE_ACT.contains(&id.as_str())
        || matches!(question.kind, Kind::Signature | Kind::Upload(_) | Kind::Calculated(_))
}

/// Whether every choice of an answer is one that the question offers.
fn offers(kind: &Kind, answer: &Value) -> bool {
    let Some(choices) = kind.choices() else { return true };
    let chosen = answer["choices"].as_array().map(Vec::as_slice).unwrap_or_default();
    let mut ids = chosen.iter().chain(answer.get("choice")).filter_map(Value::as_str);
    ids.all(|id| choices.label(id).is_some())
}

/// Items of an earlier record's group with the answers that this group asks too.
fn same_items(question: &Question, items: &Value) -> Option<Value> {
    let inner = question.kind.inner()?;
    let asked = |id: &str| inner.iter().any(|question| question.id == id);
    let taken: Vec<Value> = items
        .as_array()?
        .iter()
        .map(|item| {
            let mut answers = object(item["answers"].clone());
            answers.retain(|id, _| asked(id));
            json!({ "id": item["id"], "answers": answers })
        })
        .collect();
    (!taken.is_empty()).then(|| json!(taken))
}
