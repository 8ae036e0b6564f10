//! Files a record from answers that a person or a script wrote down: the command line's way. They
//! may stand as a draft keeps them (`{"choice": "home"}`) or short: `"home"`, `["one", "two"]`,
//! `"2026-11-21"`, `true`. The same rules hold as for a draft.

use casebook::tables;
use chrono::DateTime;
use domain::{Action, EventTime, PersonId, Resource};
use forms::{Answers, Form, Kind, Question};
use serde_json::{Map, Value, json};

use super::{Filed, file::file_answers};
use crate::{AppFault, Session, drafts::offered, permit::permit};

/// Answers as written down.
pub struct PlainAnswers {
    /// Id of the form.
    pub form: String,
    /// Answers by question id, or an object with `people` and `answers`.
    pub json: Value,
    /// When it happened; now when neither this nor the answers say.
    pub event_time: Option<String>,
    /// Children it is about, by id or by a name that fits one person. Children whom the answers
    /// speak of need not be named.
    pub people: Vec<String>,
}

/// Files them.
///
/// # Errors
/// [`AppFault::AnswersUnreadable`], [`AppFault::PersonUnclear`], [`AppFault::TimeNotUnderstood`],
/// and those of [`super::file_draft`].
pub fn file_plain(session: &Session, plain: PlainAnswers) -> Result<Filed, AppFault> {
    permit(session, Action::File, Resource::Records)?;
    let form = offered(session, &plain.form)?;
    let Value::Object(mut object) = plain.json else {
        return Err(AppFault::AnswersUnreadable { why: "it is not an object of answers".to_owned() });
    };
    let mut named = plain.people;
    if let Some(Value::Array(people)) = object.remove("people") {
        named.extend(people.iter().filter_map(|who| who.as_str().map(str::to_owned)));
    }
    if let Some(Value::Object(answers)) = object.remove("answers") {
        object = answers;
    }
    let mut people: Vec<PersonId> = Vec::new();
    for who in &named {
        add(&mut people, person(session, who)?);
    }
    let mut answers = Answers::default();
    for (id, value) in object {
        let question = top(&form, &id).ok_or_else(|| AppFault::AnswersUnreadable {
            why: format!("the form \"{}\" has no question \"{id}\"", form.definition().id),
        })?;
        let value = match (&question.kind, long(&form, &question.kind, value)) {
            (Kind::EachChild { .. }, Value::Object(children)) => {
                let mut by_id = Map::new();
                for (who, given) in children {
                    let child = person(session, &who)?;
                    add(&mut people, child);
                    by_id.insert(child.to_string(), given);
                }
                Value::Object(by_id)
            }
            (_, value) => value,
        };
        answers.set(&id, value);
    }
    let happened = set_event_time(session, &form, &mut answers, plain.event_time.as_deref())?;
    file_answers(session, &form, &people, &answers, happened)
}

fn add(people: &mut Vec<PersonId>, person: PersonId) {
    if !people.contains(&person) {
        people.push(person);
    }
}

fn top<'a>(form: &'a Form, id: &str) -> Option<&'a Question> {
    form.definition().sections.iter().flat_map(|section| &section.questions).find(|question| question.id == id)
}

/// A person by id, or by a name that fits one person alone: a record is never filed to a guess.
fn person(session: &Session, who: &str) -> Result<PersonId, AppFault> {
    if let Ok(id) = who.parse() {
        return Ok(id);
    }
    permit(session, Action::Read, Resource::People)?;
    let (found, total) =
        session.casebook.read(|reading| Ok::<_, AppFault>(tables::person::search(reading, who, 1)?))?;
    match (total, found.first()) {
        (1, Some(person)) => Ok(person.id),
        (0, _) => Err(AppFault::NotFound { what: "person" }),
        (number, _) => Err(AppFault::PersonUnclear { number }),
    }
}

/// Puts the time of the event where the form asks for it; gives it where the form does not.
fn set_event_time(
    session: &Session,
    form: &Form,
    answers: &mut Answers,
    said: Option<&str>,
) -> Result<Option<EventTime>, AppFault> {
    let Some(from) = &form.definition().event_time else {
        return said.map(|said| read_time(session, said)).transpose();
    };
    let when = match said {
        Some(said) => read_time(session, said)?,
        None if answers.get(&from.question).is_none() => {
            let now = session.clock.now().with_timezone(&session.clock.zone()).naive_local();
            EventTime { date: now.date(), time: Some(now.time()) }
        }
        None => return Ok(None),
    };
    answers.set(&from.question, json!(when.date.to_string()));
    if let (Some(question), Some(time)) = (&from.time_question, when.time) {
        answers.set(question, json!(time.format("%H:%M").to_string()));
    }
    Ok(None)
}

/// A day, a day with a time, or a moment with a zone, which is taken to this place's time.
fn read_time(session: &Session, said: &str) -> Result<EventTime, AppFault> {
    if let Ok(moment) = DateTime::parse_from_rfc3339(said) {
        let here = moment.with_timezone(&session.clock.zone()).naive_local();
        return Ok(EventTime { date: here.date(), time: Some(here.time()) });
    }
    // Seconds are more than anybody knows of a visit.
    let to_the_minute = if said.len() == 19 { said.get(..16).unwrap_or(said) } else { said };
    to_the_minute.parse().map_err(|_| AppFault::TimeNotUnderstood)
}

/// The long form of a short answer.
fn long(form: &Form, kind: &Kind, value: Value) -> Value {
    match (kind, value) {
        (Kind::OneChoice(_) | Kind::DropDown(_), Value::String(choice)) => json!({ "choice": choice }),
        (Kind::ManyChoices(_), Value::Array(choices)) => json!({ "choices": choices }),
        (Kind::YesNo, Value::Bool(yes)) => json!(if yes { "yes" } else { "no" }),
        (Kind::Person, Value::String(name)) => json!({ "name": name }),
        (Kind::EachChild { .. }, Value::Object(children)) => {
            Value::Object(children.into_iter().map(|(child, given)| (child, inner(form, given))).collect())
        }
        (Kind::Group(_), Value::Array(items)) => {
            Value::Array(items.into_iter().enumerate().map(|(number, given)| item(form, number, given)).collect())
        }
        (_, value) => value,
    }
}

fn item(form: &Form, number: usize, given: Value) -> Value {
    match given {
        Value::Object(mut item) if item.contains_key("answers") => {
            let answers = item.remove("answers").unwrap_or_default();
            item.insert("answers".to_owned(), inner(form, answers));
            Value::Object(item)
        }
        plain => json!({ "id": (number + 1).to_string(), "answers": inner(form, plain) }),
    }
}

fn inner(form: &Form, given: Value) -> Value {
    let Value::Object(given) = given else { return given };
    let lengthen = |(id, value): (String, Value)| match form.question(&id) {
        Some(question) => {
            let value = long(form, &question.kind, value);
            (id, value)
        }
        None => (id, value),
    };
    Value::Object(given.into_iter().map(lengthen).collect())
}
