//! What the children's earlier records on the same form say: the last answer above a question, and
//! whose own words were empty three times running.

use std::{collections::BTreeMap, str::FromStr};

use casebook::tables;
use domain::PersonId;
use forms::{AnswerState, Answers, Form, summary};
use journal::RecordFiled;

use crate::{AppFault, Session};

/// What was answered last time.
#[derive(Clone, PartialEq, Eq)]
pub struct LastAnswer {
    /// In words.
    pub answer: String,
    /// When it happened.
    pub event_time: String,
    /// The record.
    pub record: String,
}

domain::named_only!(LastAnswer);

/// How many records without the child's own words bring the prompt.
const TIMES: u32 = 3;

/// The last answers to the questions that ask to show them, by path.
pub(super) fn last_answers(
    session: &Session,
    form: &Form,
    people: &[PersonId],
) -> Result<BTreeMap<String, LastAnswer>, AppFault> {
    let mut last = BTreeMap::new();
    let questions = form.definition().sections.iter().flat_map(|section| &section.questions);
    if !questions
        .clone()
        .any(|question| question.echo || question.kind.inner().unwrap_or_default().iter().any(|q| q.echo))
    {
        return Ok(last);
    }
    for person in people {
        let found = session.casebook.read(|reading| {
            let Some(position) = tables::sheet::last_of(reading, *person, &form.definition().id, 1)?.pop() else {
                return Ok::<_, AppFault>(None);
            };
            let event = tables::record::event_time_at(reading, position)?;
            Ok(tables::record::filed(reading, position)?.map(|filed| (filed, event)))
        })?;
        let Some((filed, event_time)) = found else { continue };
        let record = filed.record.to_string();
        // A record of several children says of the others what is not for this form.
        let on_form: Vec<String> = people.iter().map(ToString::to_string).collect();
        let others: Vec<String> =
            filed.people.iter().map(ToString::to_string).filter(|id| !on_form.contains(id)).collect();
        for (path, answer) in said(session, filed)? {
            let id = path.rsplit('/').next().unwrap_or_default();
            if path.split('/').any(|part| others.iter().any(|other| other == part)) {
                continue;
            }
            if form.question(id).is_some_and(|question| question.echo) {
                last.entry(path).or_insert_with(|| LastAnswer {
                    answer,
                    event_time: event_time.clone(),
                    record: record.clone(),
                });
            }
        }
    }
    Ok(last)
}

/// The answers of a record in words, by path.
fn said(session: &Session, filed: RecordFiled) -> Result<Vec<(String, String)>, AppFault> {
    let form = session.form(filed.form_hash)?;
    let children = session.children(&filed.people)?;
    let answers: Answers = serde_json::from_value(filed.answers).unwrap_or_default();
    let rows = summary(&form, &answers, &children).into_iter().flat_map(|section| section.rows);
    Ok(rows.filter(|row| row.state == AnswerState::Answered).map(|row| (row.path.to_string(), row.answer)).collect())
}

/// Names of the children whose own words were empty in their last three records on this form.
pub(super) fn voice_empty(
    session: &Session,
    form: &Form,
    children: &[forms::ChildOnForm],
) -> Result<Vec<String>, AppFault> {
    let Some(voice) = &form.definition().marks.voice else { return Ok(Vec::new()) };
    let mut empty = Vec::new();
    for child in children {
        let Ok(person) = PersonId::from_str(&child.id) else { continue };
        let records = session.casebook.read(|reading| {
            let positions = tables::sheet::last_of(reading, person, &form.definition().id, TIMES)?;
            positions
                .into_iter()
                .map(|position| tables::record::filed(reading, position).map_err(AppFault::from))
                .collect::<Result<Vec<_>, _>>()
        })?;
        let silent = |filed: &Option<RecordFiled>| {
            filed.as_ref().is_some_and(|filed| !speaks(form, &filed.answers, voice, &child.id))
        };
        if records.len() == TIMES as usize && records.iter().all(silent) {
            empty.push(child.name.clone());
        }
    }
    Ok(empty)
}

/// Whether a child's own words are there: asked of the form, or of each child.
pub(super) fn speaks(form: &Form, answers: &serde_json::Value, voice: &str, child: &str) -> bool {
    let holder = form
        .definition()
        .sections
        .iter()
        .flat_map(|section| &section.questions)
        .find(|question| question.kind.inner().unwrap_or_default().iter().any(|inner| inner.id == voice));
    let said = match holder {
        Some(holder) => &answers[&holder.id][child][voice],
        None => &answers[voice],
    };
    said.as_str().is_some_and(|text| !text.trim().is_empty())
}
