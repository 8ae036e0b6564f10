//! One answer in words. Yes, No and the months stay English here: this is what a record says.

use std::collections::HashSet;

use serde_json::Value;

use crate::{
    answers::{AS_IMPORTED, NOT_KNOWN_BECAUSE},
    child::ChildOnForm,
    definition::{BODY_PARTS, Calculation, Choices, Grid, GridPart, Kind, Question},
    typed, typed_date, typed_duration,
};

/// One answer in words, one choice, row, file or mark a line. Whatever fits no shape is shown as it
/// is kept, so that nothing typed is ever out of sight.
pub(crate) fn answer_text(question: &Question, value: &Value, children: &[ChildOnForm]) -> String {
    if value.get(NOT_KNOWN_BECAUSE).is_some() {
        return String::new();
    }
    if let Some(text) = string(value, AS_IMPORTED) {
        return text.to_owned();
    }
    match &question.kind {
        Kind::OneChoice(choices) | Kind::DropDown(choices) => one_choice(value, choices),
        Kind::ManyChoices(choices) => many_choices(value, choices),
        Kind::ChoiceGrid(grid) | Kind::TickGrid(grid) => by_row(value, grid),
        Kind::Date(rules) => {
            typed_date::read(value, rules).map_or_else(|_| boxes(value, &DATE_BOXES), |date| date.words())
        }
        Kind::Time => typed::time(value).map_or_else(|_| as_kept(value), |time| time.format("%H:%M").to_string()),
        Kind::Duration => {
            typed_duration::duration(value).map_or_else(|_| boxes(value, &DURATION_BOXES), typed_duration::words)
        }
        Kind::YesNo if value == "yes" => "Yes".to_owned(),
        Kind::YesNo if value == "no" => "No".to_owned(),
        Kind::Number(rules) => match &rules.unit {
            Some(unit) => format!("{} {unit}", as_kept(value)),
            None => as_kept(value),
        },
        Kind::Scale(scale) => level(value, scale.high),
        Kind::Rating(rating) => level(value, rating.levels),
        Kind::Calculated(calculation) => worked_out(value, calculation),
        Kind::Person => person_name(value, children),
        Kind::Upload(_) => lines(value, |file| string(file, "name").map(str::to_owned)),
        Kind::Drawing => string(value, "says").map_or_else(|| "A drawing".to_owned(), |says| says.trim().to_owned()),
        Kind::BodyMap => value.get("marks").map_or_else(|| as_kept(value), |marks| lines(marks, mark)),
        Kind::ShortText(_) | Kind::Team => as_kept(value).trim().to_owned(),
        Kind::Signature => string(value, "name").map_or_else(|| as_kept(value), |name| name.trim().to_owned()),
        _ => as_kept(value),
    }
}

const DATE_BOXES: [&str; 4] = ["day", "month", "year", "time"];
const DURATION_BOXES: [&str; 3] = ["hours", "minutes", "seconds"];

fn as_kept(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn string<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    let text = value.get(key)?.as_str()?;
    (!text.trim().is_empty()).then_some(text)
}

fn one_choice(value: &Value, choices: &Choices) -> String {
    match (string(value, "choice"), string(value, "other")) {
        (Some(id), _) => choices.label(id).unwrap_or(id).to_owned(),
        (None, Some(text)) => text.trim().to_owned(),
        (None, None) => as_kept(value),
    }
}

/// In the order of the form, then whatever the form does not know, then own words.
fn many_choices(value: &Value, choices: &Choices) -> String {
    let chosen = value.get("choices").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut left: Vec<&str> = chosen.iter().filter_map(Value::as_str).collect();
    let ticked: HashSet<&str> = left.iter().copied().collect();
    let known: Vec<_> = choices.choices.iter().filter(|choice| ticked.contains(choice.id.as_str())).collect();
    let ids: HashSet<&str> = known.iter().map(|choice| choice.id.as_str()).collect();
    left.retain(|id| !ids.contains(id));
    let mut lines: Vec<&str> = known.iter().map(|choice| choice.label.as_str()).collect();
    lines.extend(left);
    lines.extend(string(value, "other").map(str::trim));
    if lines.is_empty() {
        return as_kept(value);
    }
    lines.join("\n")
}

fn part_label<'a>(parts: &'a [GridPart], id: &'a str) -> &'a str {
    parts.iter().find(|part| part.id == id).map_or(id, |part| &part.label)
}

/// `Row: column` in the order of the form, then whatever the form does not know.
fn by_row(value: &Value, grid: &Grid) -> String {
    let Some(cells) = value.as_object() else { return as_kept(value) };
    let known = grid.rows.iter().map(|row| row.id.as_str());
    let unknown = cells.keys().map(String::as_str).filter(|id| !grid.rows.iter().any(|row| row.id == **id));
    let lines: Vec<String> = known
        .chain(unknown)
        .filter_map(|id| Some((id, cells.get(id).filter(|cell| !crate::answers::is_blank(cell))?)))
        .map(|(id, cell)| format!("{}: {}", part_label(&grid.rows, id), columns(cell, grid)))
        .collect();
    if lines.is_empty() { as_kept(value) } else { lines.join("\n") }
}

fn columns(cell: &Value, grid: &Grid) -> String {
    match cell {
        Value::String(id) => part_label(&grid.columns, id).to_owned(),
        Value::Array(ids) if ids.iter().all(Value::is_string) => {
            let mut left: Vec<&str> = ids.iter().filter_map(Value::as_str).collect();
            let known: Vec<_> = grid.columns.iter().filter(|column| left.contains(&column.id.as_str())).collect();
            left.retain(|id| !known.iter().any(|column| column.id == *id));
            let labels = known.iter().map(|column| column.label.as_str());
            labels.chain(left).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    }
}

/// Half a date, or half a length of time, as it was typed.
fn boxes(value: &Value, names: &[&str]) -> String {
    let parts: Vec<&str> = names.iter().filter_map(|part| string(value, part)).collect();
    if parts.is_empty() {
        return as_kept(value);
    }
    parts.join(" ")
}

/// A level says out of how many: 3 of 5 is not 3 of 10.
fn level(value: &Value, high: u32) -> String {
    match typed::number(value) {
        Ok(level) => format!("{level} of {high}"),
        Err(_) => as_kept(value),
    }
}

fn worked_out(value: &Value, calculation: &Calculation) -> String {
    let unit = match calculation {
        Calculation::AgeAt { .. } => "year",
        Calculation::DaysBetween { .. } | Calculation::DaysSince { .. } => "day",
        Calculation::HoursBetween { .. } => "hour",
        Calculation::Sum { .. } => return as_kept(value),
    };
    let one = value.as_i64().is_some_and(|count| count.abs() == 1);
    format!("{value} {unit}{}", if one { "" } else { "s" })
}

fn person_name(value: &Value, children: &[ChildOnForm]) -> String {
    let id = string(value, "person");
    let child = children.iter().find(|child| Some(&*child.id) == id);
    match (string(value, "name"), child) {
        (Some(name), _) => name.to_owned(),
        (None, Some(child)) => child.name.clone(),
        (None, None) => id.map_or_else(|| as_kept(value), str::to_owned),
    }
}

/// One line for each part of a list; a part that cannot be read as it is kept.
fn lines(value: &Value, line: impl Fn(&Value) -> Option<String>) -> String {
    let Some(parts) = value.as_array() else { return as_kept(value) };
    let parts = parts.iter().filter(|part| !crate::answers::is_blank(part));
    let lines: Vec<String> = parts.map(|part| line(part).unwrap_or_else(|| as_kept(part))).collect();
    lines.join("\n")
}

fn mark(value: &Value) -> Option<String> {
    let part = string(value, "part")?;
    let place = BODY_PARTS.iter().find(|(id, _)| *id == part).map_or(part, |(_, name)| name);
    Some(match string(value, "note") {
        Some(note) => format!("{place}: {}", note.trim()),
        None => place.to_owned(),
    })
}
