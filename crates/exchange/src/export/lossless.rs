//! The layout that loses nothing. A header is `id | wording`: the id alone counts. What is no
//! question has an id that begins with `holdfast.`.

use forms::{Form, Kind, Question};
use serde_json::{Map, Value, json};

use super::{ExportRow, file::OutCell, text};
use crate::responses::{RECORD, RECORDED, canonical, lossless_cell};

const BEFORE: [&str; 8] = [
    RECORD,
    "holdfast.reference",
    "holdfast.form",
    "holdfast.form_number",
    RECORDED,
    "holdfast.event",
    "holdfast.author",
    "holdfast.children",
];
const AFTER: [&str; 4] =
    ["holdfast.other_answers", "holdfast.no_longer_asked", "holdfast.source_system", "holdfast.source_id"];

/// Questions that have an answer place of their own: lists hold their inner ones.
fn asked(form: &Form) -> impl Iterator<Item = &Question> {
    let all = form.definition().sections.iter().flat_map(|section| &section.questions);
    all.filter(|question| !matches!(question.kind, Kind::Statement | Kind::Image(_)))
}

pub(super) fn headers(form: &Form) -> Vec<String> {
    let questions = asked(form).map(|question| format!("{} | {}", question.id, question.text));
    let own = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    own(&BEFORE).into_iter().chain(questions).chain(own(&AFTER)).collect()
}

pub(super) fn cells(form: &Form, row: &ExportRow<'_>) -> Vec<OutCell> {
    let children: Vec<Value> =
        row.children.iter().map(|child| json!({ "id": child.id, "name": child.name, "born": child.born })).collect();
    let definition = row.form.definition();
    let mut cells = vec![
        text(row.record.to_string()),
        plain(&row.reference),
        text(definition.id.as_str()),
        OutCell::Number(definition.number.into()),
        text(row.recorded.to_rfc3339()),
        text(row.event.clone().unwrap_or_default()),
        plain(&row.author),
        text(canonical(&Value::Array(children))),
    ];
    let mut asks = std::collections::BTreeSet::new();
    for question in asked(form) {
        asks.insert(question.id.as_str());
        cells.push(row.answers.get(&question.id).map_or_else(|| text(""), answer));
    }
    let others: Map<String, Value> = row
        .answers
        .iter()
        .filter(|(id, _)| !asks.contains(id))
        .map(|(id, value)| (id.to_owned(), value.clone()))
        .collect();
    let others = if others.is_empty() { String::new() } else { canonical(&Value::Object(others)) };
    let left = serde_json::to_value(row.no_longer_asked).unwrap_or_default();
    let left = if row.no_longer_asked.is_empty() { String::new() } else { canonical(&left) };
    let (system, id) = row.source.clone().unwrap_or_default();
    cells.extend([text(others), text(left), plain(&system), plain(&id)]);
    cells
}

fn answer(value: &Value) -> OutCell {
    match value {
        Value::Number(number) => OutCell::Number(number.clone()),
        value => text(lossless_cell(value)),
    }
}

/// Words of ours, spelt as an answer is; nothing stays nothing.
fn plain(words: &str) -> OutCell {
    if words.is_empty() { text("") } else { text(lossless_cell(&Value::String(words.to_owned()))) }
}
