use serde_json::{Map, Value, json};

use crate::{
    answers::{Given, given, is_blank},
    definition::{Choices, DateParts, DateRules, Grid, Kind},
    typed, typed_date,
};

/// How an answer to one question fits another version of it.
#[derive(Debug, PartialEq)]
pub(crate) struct Fit {
    /// What can stand there, blank if nothing can.
    pub stays: Value,
    /// What cannot, blank if all can. Nothing is in neither.
    pub leaves: Value,
}

impl Fit {
    fn whole(value: &Value) -> Self {
        Self { stays: value.clone(), leaves: Value::Null }
    }

    fn none(value: &Value) -> Self {
        Self { stays: Value::Null, leaves: value.clone() }
    }

    fn whole_if(fits: bool, value: &Value) -> Self {
        if fits { Self::whole(value) } else { Self::none(value) }
    }
}

/// Fits a draft's answer to `old` into `new`, neither of which holds other questions. An answer is
/// carried as it was typed or not at all: whether it keeps the new rules is told by the walk. It is
/// not carried to where a screen could not show it; where nothing changed it is not judged.
pub(crate) fn fit(old: Option<&Kind>, new: &Kind, value: &Value) -> Fit {
    if new.is_shown_only() {
        return Fit::none(value);
    }
    if old == Some(new) || matches!(given(value), Given::NotKnown(_) | Given::AsImported(_)) {
        return Fit::whole(value);
    }
    // An answer of no question of the old form comes from a version before: it is taken at its word.
    let same_shape = old.is_none_or(|old| shape(old) == shape(new));
    match new {
        _ if !same_shape => another_shape(old, new, value),
        Kind::OneChoice(choices) | Kind::DropDown(choices) => one_choice(value, choices),
        Kind::ManyChoices(choices) => many_choices(value, choices),
        Kind::ChoiceGrid(grid) | Kind::TickGrid(grid) => rows(value, grid),
        Kind::Scale(scale) => Fit::whole_if(is_level(value, scale.low, scale.high), value),
        Kind::Rating(rating) => Fit::whole_if(is_level(value, 1, rating.levels), value),
        Kind::Date(rules) => date(old, value, rules),
        _ => Fit::whole(value),
    }
}

/// Kinds whose answers are written alike have one shape.
fn shape(kind: &Kind) -> &'static str {
    match kind {
        Kind::ShortText(_) | Kind::LongText(_) | Kind::Team => "text",
        Kind::OneChoice(_) | Kind::DropDown(_) => "one_choice",
        Kind::Number(_) | Kind::Scale(_) | Kind::Rating(_) => "number",
        other => other.name(),
    }
}

fn another_shape(old: Option<&Kind>, new: &Kind, value: &Value) -> Fit {
    match (old, new, value) {
        (Some(Kind::OneChoice(_) | Kind::DropDown(_)), Kind::ManyChoices(choices), _) => {
            let ticked = |id: &str| json!({ "choices": [id] });
            match value.get("choice").and_then(Value::as_str).filter(|id| !id.is_empty()) {
                Some(id) if choices.label(id).is_some() && value.get("other").is_none_or(is_blank) => {
                    Fit { stays: ticked(id), leaves: Value::Null }
                }
                None if choices.other && value.get("other").is_some_and(Value::is_string) => Fit::whole(value),
                _ => Fit::none(value),
            }
        }
        // Boxes for text show whatever was typed; others only what they can read.
        (_, Kind::ShortText(_) | Kind::LongText(_) | Kind::Team | Kind::Number(_) | Kind::Time, Value::String(_)) => {
            Fit::whole(value)
        }
        (_, Kind::Date(rules), Value::String(_)) => Fit::whole_if(typed_date::read(value, rules).is_ok(), value),
        (_, Kind::YesNo, _) => Fit::whole_if(value == "yes" || value == "no", value),
        (_, Kind::Scale(scale), _) => Fit::whole_if(is_level(value, scale.low, scale.high), value),
        (_, Kind::Rating(rating), _) => Fit::whole_if(is_level(value, 1, rating.levels), value),
        _ => Fit::none(value),
    }
}

/// One of the levels that are offered. A level beyond them has no button to show it.
fn is_level(value: &Value, low: u32, high: u32) -> bool {
    let level = typed::number(value).ok().and_then(|number| number.as_u64());
    level.is_some_and(|level| (u64::from(low)..=u64::from(high)).contains(&level))
}

/// A date with other boxes than before: what was typed into a box that is gone would be out of sight.
fn date(old: Option<&Kind>, value: &Value, rules: &DateRules) -> Fit {
    if !matches!(old, Some(Kind::Date(before)) if before.parts != rules.parts) {
        return Fit::whole(value);
    }
    let (year, time) = match rules.parts {
        DateParts::Day => (true, false),
        DateParts::NoYear => (false, false),
        DateParts::WithTime => (true, true),
        DateParts::NoYearWithTime => (false, true),
    };
    let typed = |part: &str| value.get(part).is_some_and(|text| !is_blank(text));
    let fits = if value.is_object() {
        (year || !typed("year")) && (time || !typed("time"))
    } else {
        typed_date::read(value, rules).is_ok()
    };
    Fit::whole_if(fits, value)
}

fn one_choice(value: &Value, choices: &Choices) -> Fit {
    let gone = |id: &str| !id.is_empty() && choices.label(id).is_none();
    match value.get("choice").and_then(Value::as_str) {
        Some(id) if gone(id) => Fit::none(value),
        _ => own_words(value, choices, Map::new()),
    }
}

fn many_choices(value: &Value, choices: &Choices) -> Fit {
    let (Some(ids), Some(all)) = (value.get("choices").and_then(Value::as_array), value.as_object()) else {
        return own_words(value, choices, Map::new());
    };
    let known = |id: &Value| id.as_str().is_none_or(|id| choices.label(id).is_some());
    let (stay, leave): (Vec<Value>, Vec<Value>) = ids.iter().cloned().partition(known);
    if leave.is_empty() {
        return own_words(value, choices, Map::new());
    }
    let mut rest = all.clone();
    rest.insert("choices".to_owned(), Value::Array(stay));
    let leaves = Map::from_iter([("choices".to_owned(), Value::Array(leave))]);
    own_words(&Value::Object(rest), choices, leaves)
}

/// Parts a text of one's own from the rest where it is no longer offered.
fn own_words(value: &Value, choices: &Choices, mut leaves: Map<String, Value>) -> Fit {
    let mut stays = value.clone();
    if !choices.other
        && let Some(parts) = stays.as_object_mut()
        && parts.get("other").is_some_and(|text| !is_blank(text))
        && let Some(text) = parts.remove("other")
    {
        leaves.insert("other".to_owned(), text);
    }
    let leaves = if leaves.is_empty() { Value::Null } else { Value::Object(leaves) };
    Fit { stays, leaves }
}

/// Parts the rows and columns that are still there from those that are not.
fn rows(value: &Value, grid: &Grid) -> Fit {
    let Some(all) = value.as_object() else {
        return Fit::whole(value);
    };
    let column = |id: &Value| id.as_str().is_none_or(|id| id.is_empty() || grid.columns.iter().any(|c| c.id == id));
    let (mut stay, mut leave) = (Map::new(), Map::new());
    for (row, chosen) in all {
        let row_is_there = grid.rows.iter().any(|part| part.id == *row);
        match chosen.as_array() {
            _ if !row_is_there => {
                leave.insert(row.clone(), chosen.clone());
            }
            Some(ids) => {
                let (there, gone): (Vec<Value>, Vec<Value>) = ids.iter().cloned().partition(column);
                if !gone.is_empty() {
                    leave.insert(row.clone(), Value::Array(gone));
                }
                stay.insert(row.clone(), Value::Array(there));
            }
            None if column(chosen) => {
                stay.insert(row.clone(), chosen.clone());
            }
            None => {
                leave.insert(row.clone(), chosen.clone());
            }
        }
    }
    let leaves = if leave.is_empty() { Value::Null } else { Value::Object(leave) };
    Fit { stays: Value::Object(stay), leaves }
}
