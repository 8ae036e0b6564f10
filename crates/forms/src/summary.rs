use serde::Serialize;
use serde_json::Value;

use crate::{
    answers::{Answers, Given, NOT_KNOWN_BECAUSE, given},
    definition::{Choices, Kind, Question},
    form::Form,
    path::QuestionPath,
    route::{Asked, ChildOnForm, route},
    typed,
};

/// A section as it is read, on the check page, on the child's page and in print.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct SummarySection {
    /// The section's id.
    pub id: String,
    /// Its heading as shown.
    pub title: String,
    /// What was asked in it, in order.
    pub rows: Vec<SummaryRow>,
}

/// One question and what was answered.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct SummaryRow {
    /// Where the answer stands.
    pub path: QuestionPath,
    /// The wording of the question.
    pub question: String,
    /// The child it is about, by name.
    pub child: Option<String>,
    /// The item it is about, such as "Person 2".
    pub item: Option<String>,
    /// Whether `answer` holds an answer, a reason, or nothing.
    pub state: AnswerState,
    /// The answer in words, one choice a line; the reason, if it is not known; else empty. What
    /// cannot be read yet stands as it was typed.
    pub answer: String,
    /// The id of the person answered, if it is one on file.
    pub person: Option<String>,
}

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerState {
    /// An answer.
    Answered,
    /// The reason why it is not known.
    NotKnown,
    /// Nothing.
    NotAnswered,
}

/// Everything that is asked and what was answered, of a draft or of filed answers.
#[must_use]
pub fn summary(form: &Form, answers: &Answers, children: &[ChildOnForm]) -> Vec<SummarySection> {
    let route = route(form.definition(), answers, children);
    let rows_of = |id: &str| {
        let in_section = route.asked.iter().filter(|asked| asked.section.id == id);
        in_section.filter(|asked| is_row(asked)).map(|asked| row(asked, children)).collect()
    };
    route
        .sections
        .iter()
        .filter(|(_, asked)| *asked)
        .map(|(section, _)| SummarySection {
            id: section.id.clone(),
            title: section.title.clone(),
            rows: rows_of(&section.id),
        })
        .filter(|section: &SummarySection| !section.rows.is_empty())
        .collect()
}

/// A list is read by its items; only one without any has a row of its own.
fn is_row(asked: &Asked<'_>) -> bool {
    match &asked.question.kind {
        Kind::EachChild { .. } => false,
        Kind::Group(_) => match given(asked.value) {
            Given::Nothing | Given::NotKnown(_) => true,
            Given::Answer(value) => {
                crate::answers::items(value).iter().all(|(_, answers)| answers.values().all(crate::answers::is_blank))
            }
        },
        _ => !asked.item.is_some_and(|item| item.blank),
    }
}

fn row(asked: &Asked<'_>, children: &[ChildOnForm]) -> SummaryRow {
    let (state, answer) = match given(asked.value) {
        Given::Nothing => (AnswerState::NotAnswered, String::new()),
        Given::NotKnown(reason) => (AnswerState::NotKnown, reason.to_owned()),
        Given::Answer(_) if asked.question.kind.inner().is_some() => (AnswerState::NotAnswered, String::new()),
        Given::Answer(value) => (AnswerState::Answered, answer_text(asked.question, value, children)),
    };
    let person = asked.value.get("person").and_then(Value::as_str);
    SummaryRow {
        path: asked.path.clone(),
        question: asked.question.text.clone(),
        child: asked.child.map(|child| child.name.clone()),
        item: asked.item.map(|item| format!("{} {}", capitalised(item.name), item.number)),
        state,
        answer,
        person: person.filter(|id| !id.is_empty()).map(str::to_owned),
    }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// One answer in words. Whatever fits no shape is shown as it is kept, so that nothing typed is
/// ever out of sight.
pub(crate) fn answer_text(question: &Question, value: &Value, children: &[ChildOnForm]) -> String {
    if value.get(NOT_KNOWN_BECAUSE).is_some() {
        return String::new();
    }
    match &question.kind {
        Kind::OneChoice(choices) | Kind::DropDown(choices) => one_choice(value, choices),
        Kind::ManyChoices(choices) => many_choices(value, choices),
        Kind::Date(_) => {
            typed::date(value).map_or_else(|_| day_as_typed(value), |day| day.format("%-d %B %Y").to_string())
        }
        Kind::Time => typed::time(value).map_or_else(|_| as_kept(value), |time| time.format("%H:%M").to_string()),
        Kind::YesNo if value == "yes" => "Yes".to_owned(),
        Kind::YesNo if value == "no" => "No".to_owned(),
        Kind::Number(rules) => match &rules.unit {
            Some(unit) => format!("{} {unit}", as_kept(value)),
            None => as_kept(value),
        },
        Kind::Person => person_name(value, children),
        _ => as_kept(value),
    }
}

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
        (None, Some(text)) => text.to_owned(),
        (None, None) => as_kept(value),
    }
}

fn many_choices(value: &Value, choices: &Choices) -> String {
    let chosen = value.get("choices").and_then(Value::as_array);
    let mut lines: Vec<&str> = chosen
        .map(Vec::as_slice)
        .unwrap_or_default()
        .iter()
        .filter_map(Value::as_str)
        .map(|id| choices.label(id).unwrap_or(id))
        .collect();
    lines.extend(string(value, "other"));
    if lines.is_empty() {
        return as_kept(value);
    }
    lines.join("\n")
}

fn day_as_typed(value: &Value) -> String {
    let parts: Vec<&str> = ["day", "month", "year"].iter().filter_map(|part| string(value, part)).collect();
    if parts.is_empty() {
        return as_kept(value);
    }
    parts.join(" ")
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
