use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use serde_json::Value;

use crate::{
    answer_text::answer_text,
    answers::{Answers, Given, given},
    child::ChildOnForm,
    definition::Kind,
    form::Form,
    path::QuestionPath,
    route::{Asked, Route, Taken, route},
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
    /// The kind of question, as form files name it.
    pub kind: &'static str,
    /// The answer as it is kept, where it is more than words: files, a drawing, a body map, a
    /// signature.
    pub value: Option<Value>,
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

/// Everything that was asked and what was answered, of a record.
///
/// What was worked out stands as it was filed. What was asked because of a child's age or status is
/// what was answered: the child has grown since.
#[must_use]
pub fn summary(form: &Form, answers: &Answers, children: &[ChildOnForm]) -> Vec<SummarySection> {
    sections(&route(form, answers, children, Taken::AsFiled), children)
}

/// Everything that is asked and what was answered, of a draft as things stand now.
#[must_use]
pub fn draft_summary(
    form: &Form,
    answers: &Answers,
    children: &[ChildOnForm],
    now: DateTime<FixedOffset>,
) -> Vec<SummarySection> {
    sections(&route(form, answers, children, Taken::On(now.naive_local().date())), children)
}

fn sections(route: &Route<'_>, children: &[ChildOnForm]) -> Vec<SummarySection> {
    let mut sections: Vec<SummarySection> = route
        .sections
        .iter()
        .map(|(section, _)| SummarySection { id: section.id.clone(), title: section.title.clone(), rows: Vec::new() })
        .collect();
    for asked in route.asked.iter().filter(|asked| is_row(asked)) {
        if let Some(section) = sections.get_mut(asked.section_index) {
            section.rows.push(row(asked, children));
        }
    }
    sections.retain(|section| !section.rows.is_empty());
    sections
}

/// A list is read by its items; only one without any has a row of its own.
fn is_row(asked: &Asked<'_>) -> bool {
    match &asked.question.kind {
        Kind::EachChild { .. } => matches!(given(asked.value), Given::AsImported(_)),
        Kind::Statement | Kind::Image(_) => false,
        Kind::Group(_) => match given(asked.value) {
            Given::Nothing | Given::NotKnown(_) | Given::AsImported(_) => true,
            Given::Answer(value) => {
                crate::answers::items(value).iter().all(|(_, answers)| answers.values().all(crate::answers::is_blank))
            }
        },
        _ => !asked.item.is_some_and(|item| item.blank),
    }
}

fn row(asked: &Asked<'_>, children: &[ChildOnForm]) -> SummaryRow {
    let (state, answer) = match given(asked.value) {
        _ if asked.question.kind.is_shown_only() => match &asked.worked {
            Some(worked) => (AnswerState::Answered, answer_text(asked.question, &worked.clone().into(), children)),
            None => (AnswerState::NotAnswered, String::new()),
        },
        Given::Nothing => (AnswerState::NotAnswered, String::new()),
        Given::NotKnown(reason) => (AnswerState::NotKnown, reason.to_owned()),
        Given::AsImported(text) => (AnswerState::Answered, text.to_owned()),
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
        kind: asked.question.kind.name(),
        value: (state == AnswerState::Answered && has_picture(&asked.question.kind)).then(|| asked.value.clone()),
    }
}

/// Whether an answer has something to see.
fn has_picture(kind: &Kind) -> bool {
    matches!(kind, Kind::Upload(_) | Kind::Drawing | Kind::BodyMap | Kind::Signature)
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
