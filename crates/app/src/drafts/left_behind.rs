//! Answers that a draft's version no longer asks: they go with the record, but for what they say of
//! a child whom the record is not filed to.

use std::str::FromStr;

use casebook::{Reading, tables};
use domain::PersonId;
use forms::QuestionPath;
use serde_json::{Map, Value};

use crate::{AppFault, Session};

/// What of the answers left behind goes with a record that is filed to `people`.
pub(crate) fn left_for(session: &Session, left: &[Value], people: &[PersonId]) -> Result<Vec<Value>, AppFault> {
    session.casebook.read(|reading| {
        let mut own = Vec::with_capacity(left.len());
        for one in left {
            own.extend(part_for(reading, one, people)?);
        }
        Ok(own)
    })
}

fn part_for(reading: &Reading<'_>, left: &Value, people: &[PersonId]) -> Result<Option<Value>, AppFault> {
    let path = left["path"].as_str().and_then(QuestionPath::read);
    if let Some(inside) = path.and_then(|path| path.inside) {
        return Ok((!is_another(reading, &inside.item, people)?).then(|| left.clone()));
    }
    // What was typed where "each child" was asked may stand under several children at once.
    let Some(value) = left["value"].as_object() else { return Ok(Some(left.clone())) };
    let mut own = Map::new();
    for (key, answer) in value {
        if !is_another(reading, key, people)? {
            own.insert(key.clone(), answer.clone());
        }
    }
    if own.len() == value.len() {
        return Ok(Some(left.clone()));
    }
    if own.is_empty() {
        return Ok(None);
    }
    let mut part = left.clone();
    part["value"] = Value::Object(own);
    // The words were made of all of it.
    part["answer"] = part["value"].to_string().into();
    Ok(Some(part))
}

/// Whether an id is that of somebody on file whom the record is not filed to. An item of a group may
/// have an id of the same shape, but nobody on file has it.
fn is_another(reading: &Reading<'_>, id: &str, people: &[PersonId]) -> Result<bool, AppFault> {
    let Ok(person) = PersonId::from_str(id) else { return Ok(false) };
    Ok(!people.contains(&person) && tables::person::find(reading, person)?.is_some())
}
