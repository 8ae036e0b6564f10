use serde_json::{Value, json};

use crate::{
    google_choices::{read_columns, with_ids},
    google_form::Reading,
    google_item::{Item, heading, read_picture, statement},
    google_members::Members,
    google_question::{described, read_grading},
    names::{Taken, letters_and_digits},
    put_together::QuestionParts,
};

/// One row of a grid as it stands there.
struct Row {
    id: String,
    label: String,
    there: Option<String>,
    required: bool,
}

/// Reads a group of questions, which the API knows only as a grid.
pub(crate) fn read_group(mut group: Members<'_>, about: Item<'_>, reading: &mut Reading) {
    let at = about.at;
    if let Some(picture) = group.object("image") {
        read_picture(picture, &about, "i", None, reading);
    }
    let rows = read_rows(&mut group, reading);
    let Some(mut grid) = group.object("grid") else {
        reading.notes.left_out(at, "unknown_item", &[("path", &group.path_of("grid"))]);
        group.finish(&mut reading.notes);
        return rows_as_text(about, &rows, reading);
    };
    let notes = &mut reading.notes;
    if grid.flag("shuffleQuestions") {
        notes.changed(at, "shuffle", &[]);
    }
    let mut kind = "choice_grid";
    let mut columns = Vec::new();
    if let Some(mut choice) = grid.object("columns") {
        let known = [("RADIO", "choice_grid"), ("CHECKBOX", "tick_grid")];
        kind = choice.one_of("type", &known, notes).unwrap_or("choice_grid");
        if choice.flag("shuffle") {
            notes.changed(at, "shuffle", &[]);
        }
        columns = read_columns(&mut choice, notes);
        choice.finish(notes);
    }
    grid.finish(notes);
    group.finish(notes);
    if rows.is_empty() || columns.is_empty() {
        notes.left_out(at, "empty_grid", &[]);
        return rows_as_text(about, &rows, reading);
    }
    notes.confirm(at, "grid_columns", &[]);
    push_grid(kind, columns, rows, about, reading);
}

fn push_grid(kind: &str, columns: Vec<String>, rows: Vec<Row>, about: Item<'_>, reading: &mut Reading) {
    let at = about.at;
    let required = rows.iter().any(|row| row.required);
    let each_row = rows.iter().all(|row| row.required);
    if required && !each_row {
        reading.notes.changed(at, "rows_required", &[]);
    }
    let text = heading(&about, "Question", &mut reading.notes);
    let id = reading.question_id("g", about.id.as_deref(), at);
    let mut labelled = Vec::with_capacity(rows.len());
    for row in rows {
        labelled.push(json!({ "id": row.id, "label": row.label }));
        if let Some(there) = row.there {
            reading.there.insert(format!("{id}/{}", row.id), there);
        }
    }
    let mut kind = json!({ "type": kind, "rows": labelled, "columns": with_ids(columns.into_iter()) });
    if each_row {
        kind["each_row"] = Value::Bool(true);
    }
    let field = described(about.description.as_deref());
    let mut parts = QuestionParts::new(&id, &text, kind, at.order).with(field, about.description);
    parts.json.insert("required".to_owned(), json!(required));
    reading.push(parts);
}

fn read_rows(group: &mut Members<'_>, reading: &mut Reading) -> Vec<Row> {
    let at = group.at();
    let notes = &mut reading.notes;
    let mut taken = Taken::default();
    let mut rows = Vec::new();
    for (mut question, number) in group.objects("questions", notes).into_iter().zip(1_u32..) {
        let there = question.text("questionId", notes);
        let required = question.flag("required");
        read_grading(&mut question, at, notes);
        let mut label = None;
        if let Some(mut row) = question.object("rowQuestion") {
            label = row.text("title", notes);
            row.finish(notes);
        } else if let Some(path) = question.take_unknown() {
            notes.left_out(at, "unknown_question", &[("path", &path)]);
        }
        question.finish(notes);
        let plain = there.as_deref().map(letters_and_digits).unwrap_or_default();
        let wanted = if plain.is_empty() { format!("r_{number}") } else { format!("r_{plain}") };
        let (id, twice) = taken.claim(&wanted);
        if twice {
            notes.changed(at, "id_twice", &[]);
        }
        let label = label.unwrap_or_else(|| {
            notes.changed(at, "row_untitled", &[]);
            format!("Row {number}")
        });
        rows.push(Row { id, label, there, required });
    }
    rows
}

/// What is no grid keeps its words.
fn rows_as_text(about: Item<'_>, rows: &[Row], reading: &mut Reading) {
    let labels: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
    let more = (!labels.is_empty()).then(|| labels.join("\n"));
    statement(about, more, reading);
}
