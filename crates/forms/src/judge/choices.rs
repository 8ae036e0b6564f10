use std::collections::HashSet;

use serde_json::{Map, Value, json};

use crate::{
    answers::chooses,
    child::ChildOnForm,
    definition::{Choice, Choices},
    problem::ProblemCode,
};

/// A choice such as "every child is named on this form" needs one there.
pub(super) fn check_children(value: &Value, choices: &Choices, children: &[ChildOnForm]) -> Result<(), ProblemCode> {
    let said = |choice: &Choice| choice.needs_child && chooses(value, &choice.id);
    if children.is_empty() && choices.choices.iter().any(said) {
        return Err(ProblemCode::NoChildren);
    }
    Ok(())
}

fn own_words<'a>(value: &'a Value, choices: &Choices) -> Result<Option<&'a str>, ProblemCode> {
    match value.get("other") {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) if text.trim().is_empty() => Ok(None),
        Some(Value::String(text)) if choices.other => Ok(Some(text.trim())),
        Some(Value::String(_)) => Err(ProblemCode::UnknownChoice),
        Some(_) => Err(ProblemCode::NotUnderstood),
    }
}

pub(super) fn one_choice(value: &Value, choices: &Choices) -> Result<Value, ProblemCode> {
    match value.get("choice") {
        None | Some(Value::Null) => {}
        Some(Value::String(id)) if id.is_empty() => {}
        Some(Value::String(id)) if choices.label(id).is_some() => {
            return Ok(json!({ "choice": id }));
        }
        Some(Value::String(_)) => return Err(ProblemCode::UnknownChoice),
        Some(_) => return Err(ProblemCode::NotUnderstood),
    }
    match own_words(value, choices)? {
        Some(text) => Ok(json!({ "other": text })),
        None => Err(ProblemCode::NotUnderstood),
    }
}

pub(super) fn many_choices(value: &Value, choices: &Choices) -> Result<Value, ProblemCode> {
    let chosen: HashSet<&str> = match value.get("choices") {
        None | Some(Value::Null) => HashSet::new(),
        Some(Value::Array(ids)) => {
            ids.iter().map(|id| id.as_str().ok_or(ProblemCode::NotUnderstood)).collect::<Result<_, _>>()?
        }
        Some(_) => return Err(ProblemCode::NotUnderstood),
    };
    // In the order of the form, so that ticking in another order files the same bytes.
    let ordered: Vec<_> = choices.choices.iter().filter(|choice| chosen.contains(choice.id.as_str())).collect();
    if ordered.len() < chosen.len() {
        return Err(ProblemCode::UnknownChoice);
    }
    let other = own_words(value, choices)?;
    let together = ordered.len() + usize::from(other.is_some());
    if together == 0 {
        return Err(ProblemCode::NotUnderstood);
    }
    let alone = ordered.iter().find(|choice| choice.exclusive);
    match alone {
        Some(alone) if together > 1 => return Err(ProblemCode::NotTogether { choice: alone.label.clone() }),
        // "None of these" is one tick, however many are asked for.
        Some(_) => {}
        None => check_count(together, choices)?,
    }
    let mut filed = Map::new();
    let ids: Vec<_> = ordered.iter().map(|choice| &choice.id).collect();
    filed.insert("choices".to_owned(), json!(ids));
    if let Some(text) = other {
        filed.insert("other".to_owned(), json!(text));
    }
    Ok(Value::Object(filed))
}

fn check_count(together: usize, choices: &Choices) -> Result<(), ProblemCode> {
    let together = u32::try_from(together).unwrap_or(u32::MAX);
    match (choices.min_chosen, choices.max_chosen) {
        (Some(min), _) if together < min => Err(ProblemCode::TooFewChosen { min }),
        (_, Some(max)) if together > max => Err(ProblemCode::TooManyChosen { max }),
        _ => Ok(()),
    }
}
