//! The response sheet: a row a response, a column a question, as people know it from Google Forms.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::{
    answer_text::answer_text,
    answers::{AS_IMPORTED, Answers, Given, given, is_blank, items, of_child},
    child::ChildOnForm,
    definition::{Choices, Grid, GridPart, Kind, Question},
    form::Form,
};

/// What stands before a reason in a cell, so that it is not taken for an answer.
const NOT_KNOWN: &str = "Not known: ";

static NOTHING: Value = Value::Null;

/// One column of a response sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetColumn {
    /// `question`, `question/row` of a grid, `outer/*/inner`, or `outer/*/inner/row`. Unique in the sheet.
    pub key: String,
    /// The wording; of a grid `Wording [Row]`. Two questions of one wording have the same header,
    /// as they have in a Google Sheet: only `key` tells them apart.
    pub header: String,
    /// The heading of the section that it stands in.
    pub section: String,
    /// The kind of question, as form files name it: `one_choice`.
    pub kind: &'static str,
    #[serde(skip)]
    place: Place,
}

/// Where a column finds its answers. The numbers are where the question stood in the form that the
/// columns were made from; a row of another version is looked up by id.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    section: usize,
    question: usize,
    outer: String,
    inner: Option<(usize, String)>,
    row: Option<String>,
}

/// Whom or what an answer in a cell is about.
pub(crate) enum About<'a> {
    Form,
    /// A child, by name as shown.
    Child(&'a str),
    /// An item of a group: what one is called, and its number from 1.
    Item(&'a str, usize),
}

/// The columns of a form, in its order. Titles, texts and pictures have none.
#[must_use]
pub fn columns(form: &Form) -> Vec<SheetColumn> {
    let mut columns = Vec::new();
    for (s, section) in form.definition().sections.iter().enumerate() {
        for (q, outer) in section.questions.iter().enumerate() {
            let mut add = |question: &Question, key: &str, inner: Option<(usize, String)>| {
                let column = |row: Option<&GridPart>| SheetColumn {
                    key: row.map_or_else(|| key.to_owned(), |row| format!("{key}/{}", row.id)),
                    header: row
                        .map_or_else(|| question.text.clone(), |row| format!("{} [{}]", question.text, row.label)),
                    section: section.title.clone(),
                    kind: question.kind.name(),
                    place: Place {
                        section: s,
                        question: q,
                        outer: outer.id.clone(),
                        inner: inner.clone(),
                        row: row.map(|row| row.id.clone()),
                    },
                };
                match &question.kind {
                    Kind::Statement | Kind::Image(_) => {}
                    Kind::ChoiceGrid(grid) | Kind::TickGrid(grid) => {
                        columns.extend(grid.rows.iter().map(|row| column(Some(row))));
                    }
                    _ => columns.push(column(None)),
                }
            };
            match outer.kind.inner() {
                None => add(outer, &outer.id, None),
                Some(inner) => {
                    for (i, question) in inner.iter().enumerate() {
                        add(question, &format!("{}/*/{}", outer.id, question.id), Some((i, question.id.clone())));
                    }
                }
            }
        }
    }
    columns
}

/// One row: the text of each column, in the order given.
#[must_use]
pub fn cells(form: &Form, columns: &[SheetColumn], answers: &Answers, children: &[ChildOnForm]) -> Vec<String> {
    columns.iter().map(|column| cell(form, column, answers, children)).collect()
}

/// The text of one column of one row, as people read it: many answers joined by `, `; what is asked
/// of each child or item one line each, `Name: text`; nothing answered, nothing. Looks at no other
/// column, so that a hundred thousand rows can be sorted by one.
///
/// `form` is the version that the row was answered on; it need not be the one of the columns.
#[must_use]
pub fn cell(form: &Form, column: &SheetColumn, answers: &Answers, children: &[ChildOnForm]) -> String {
    let mut text = String::new();
    column.each_answer(form, answers, children, |question, about, value| {
        let said = column.text(question, value, children);
        if said.is_empty() {
            return;
        }
        if !text.is_empty() {
            text.push('\n');
        }
        match about {
            About::Form => {}
            About::Child(name) => text.extend([name, ": "]),
            About::Item(name, number) => text.push_str(&format!("{}: ", item_name(name, number))),
        }
        text.push_str(&said);
    });
    text
}

/// "Person 2": an item as people call it.
pub(crate) fn item_name(name: &str, number: usize) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(char::to_uppercase);
    let capitalised: String = first.into_iter().flatten().chain(letters).collect();
    format!("{capitalised} {number}")
}

impl SheetColumn {
    /// Hands over what stands in this column: once for the form, or once for each child or item,
    /// null where nothing stands. The question is none if the row's version did not ask it.
    pub(crate) fn each_answer<'a>(
        &self,
        form: &'a Form,
        answers: &'a Answers,
        children: &'a [ChildOnForm],
        mut found: impl FnMut(Option<&'a Question>, About<'a>, &'a Value),
    ) {
        let outer = self.outer(form);
        let value = answers.get(&self.place.outer).unwrap_or(&NOTHING);
        let Some((_, id)) = &self.place.inner else {
            found(outer, About::Form, value);
            return;
        };
        let question = self.question(form);
        let of = |answers: Option<&'a Map<String, Value>>| answers.and_then(|a| a.get(id)).unwrap_or(&NOTHING);
        match outer.map(|outer| &outer.kind) {
            Some(Kind::Group(group)) => {
                if let Given::NotKnown(_) = given(value) {
                    found(question, About::Form, value);
                }
                for ((_, answers), number) in items(value).into_iter().zip(1..) {
                    if !answers.values().all(is_blank) {
                        found(question, About::Item(&group.item_name, number), of(Some(answers)));
                    }
                }
            }
            Some(Kind::EachChild { .. }) => {
                for (at, child) in children.iter().enumerate() {
                    if children.iter().take(at).all(|earlier| earlier.id != child.id) {
                        found(question, About::Child(&child.name), of(of_child(value, &child.id)));
                    }
                }
                // A draft may still hold answers about a child who was taken off the form.
                for (id, about) in value.as_object().into_iter().flatten() {
                    if children.iter().all(|child| child.id != *id) {
                        found(question, About::Child(id), of(about.as_object()));
                    }
                }
            }
            _ => {}
        }
    }

    /// The question of this column, if that version of the form asks it.
    pub(crate) fn question<'a>(&self, form: &'a Form) -> Option<&'a Question> {
        let outer = self.outer(form)?;
        let Some((index, id)) = &self.place.inner else {
            return Some(outer);
        };
        let inside = outer.kind.inner()?;
        let hinted = inside.get(*index).filter(|question| question.id == *id);
        hinted.or_else(|| inside.iter().find(|question| question.id == *id))
    }

    fn outer<'a>(&self, form: &'a Form) -> Option<&'a Question> {
        let section = form.definition().sections.get(self.place.section);
        let hinted = section.and_then(|section| section.questions.get(self.place.question));
        hinted.filter(|question| question.id == self.place.outer).or_else(|| form.question(&self.place.outer))
    }

    /// What was answered in this column's row, if it is a row of a grid.
    pub(crate) fn row_of<'a>(&self, value: &'a Value) -> Option<&'a Value> {
        let row = self.place.row.as_ref()?;
        value.as_object().map(|rows| rows.get(row).unwrap_or(&NOTHING))
    }

    fn text(&self, question: Option<&Question>, value: &Value, children: &[ChildOnForm]) -> String {
        match question.map(|question| &question.kind) {
            Some(Kind::ChoiceGrid(grid) | Kind::TickGrid(grid)) if matches!(given(value), Given::Answer(_)) => {
                let row = self.row_of(value).unwrap_or(value);
                if is_blank(row) { String::new() } else { grid_row(row, grid) }
            }
            // Bare, as a sheet counts and sorts them: the unit and the range are in the form.
            Some(Kind::Number(_) | Kind::Scale(_) | Kind::Rating(_) | Kind::Calculated(_))
                if matches!(given(value), Given::Answer(_)) =>
            {
                as_kept(value)
            }
            _ => readable(question, value, children),
        }
    }
}

/// An answer in words, on as few lines as it can; a reason is told as one. As it is kept, if there
/// is no question to read it by.
pub(crate) fn readable(question: Option<&Question>, value: &Value, children: &[ChildOnForm]) -> String {
    let value = match given(value) {
        Given::Nothing => return String::new(),
        Given::NotKnown(reason) => return format!("{NOT_KNOWN}{reason}"),
        Given::AsImported(text) => return text.to_owned(),
        Given::Answer(value) => value,
    };
    let Some(question) = question else {
        return as_kept(value);
    };
    let text = match &question.kind {
        Kind::ManyChoices(choices) => ticks(value, choices),
        Kind::Upload(_) => file_names(value),
        _ => answer_text(question, value, children),
    };
    // An odd value may come to no words; it is not to be out of sight for that.
    if text.trim().is_empty() { as_kept(value) } else { text }
}

fn as_kept(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

fn ticks(value: &Value, choices: &Choices) -> String {
    let chosen = value.get("choices").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let mut said: Vec<&str> = chosen.map(|id| choices.label(id).unwrap_or(id)).collect();
    said.extend(value.get("other").and_then(Value::as_str).filter(|text| !text.trim().is_empty()));
    if said.is_empty() { as_kept(value) } else { said.join(", ") }
}

/// One row of a grid: a column's id, or a list of them.
fn grid_row(row: &Value, grid: &Grid) -> String {
    if let Some(text) = row.get(AS_IMPORTED).and_then(Value::as_str) {
        return text.to_owned();
    }
    let label = |id: &Value| {
        let column = grid.columns.iter().find(|column| *id == column.id.as_str());
        column.map_or_else(|| as_kept(id), |column| column.label.clone())
    };
    match row.as_array() {
        Some(ids) => ids.iter().map(label).collect::<Vec<_>>().join(", "),
        None => label(row),
    }
}

fn file_names(value: &Value) -> String {
    let files = value.as_array().into_iter().flatten();
    let names: Option<Vec<&str>> = files.map(|file| file.get("name")?.as_str()).collect();
    names.filter(|names| !names.is_empty()).map_or_else(|| as_kept(value), |names| names.join(", "))
}
