use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use serde_json::Number;

use crate::{
    answer_text::answer_text,
    answers::{Answers, Given, given},
    child::ChildOnForm,
    examine::examine,
    form::Form,
    path::QuestionPath,
    problem::Problem,
    route::Asked,
};

/// Where a person stands in a form: what is asked, what is answered, what is to put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Walk {
    /// All sections, in the order of the form.
    pub sections: Vec<SectionState>,
    /// The questions asked, in order; one that holds others comes before them. Statements and
    /// pictures are among them, to be shown.
    pub asked: Vec<AskedQuestion>,
    /// In the order of the form, those of the form as a whole first.
    pub problems: Vec<Problem>,
    /// Answers that are kept in the draft but no longer asked; they are not filed.
    pub hidden_answers: Vec<QuestionPath>,
    /// What is worked out from the answers, where it can be: the number, and as people read it.
    pub calculated: Vec<(QuestionPath, Number, String)>,
    /// How many of `total` are answered, or not known for a reason.
    pub answered: u32,
    /// How many single answers are asked for; rows without any entry are not counted.
    pub total: u32,
}

/// One section on the way through the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionState {
    /// The section's id.
    pub id: String,
    /// Whether anything in it is asked; if not, it is jumped over or does not apply.
    pub asked: bool,
    /// How far it has come.
    pub state: Progress,
    /// How many things in it are to put right, must-haves not yet answered included.
    pub problems: u32,
}

/// How far a section has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Nothing in it is answered.
    NotStarted,
    /// Something is answered and something is to put right.
    InProgress,
    /// Something is answered and nothing is to put right.
    Done,
}

/// One question that is asked, at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AskedQuestion {
    /// The section it stands in.
    pub section: String,
    /// Where its answer stands.
    pub path: QuestionPath,
    /// Whether filing needs an answer or a reason.
    pub required: bool,
    /// Something has been put there, right or not; for a question that holds others, the list itself.
    pub answered: bool,
    /// A reason has been put in the place of an answer.
    pub not_known: bool,
}

/// Says where these answers lead, as things stand now. Changes nothing.
#[must_use]
pub fn walk(form: &Form, answers: &Answers, children: &[ChildOnForm], now: DateTime<FixedOffset>) -> Walk {
    let examined = examine(form, answers, children, now);
    let mut in_sections = vec![Count::default(); examined.route.sections.len()];
    let mut whole = Count::default();
    for asked in examined.route.asked.iter().filter(|asked| is_counted(asked)) {
        let here = u32::from(is_answered(asked));
        whole.total += 1;
        whole.answered += here;
        if let Some(section) = in_sections.get_mut(asked.section_index) {
            section.answered += here;
        }
    }
    for (asked, verdict) in examined.route.asked.iter().zip(&examined.verdicts) {
        if let (Some(section), Err(_)) = (in_sections.get_mut(asked.section_index), verdict) {
            section.problems += 1;
        }
    }
    let sections = examined.route.sections.iter().zip(&in_sections);
    Walk {
        sections: sections.map(|((section, asked), count)| section_state(&section.id, *asked, *count)).collect(),
        asked: examined.route.asked.iter().map(asked_question).collect(),
        calculated: examined.route.asked.iter().filter_map(calculated).collect(),
        answered: whole.answered,
        total: whole.total,
        problems: examined.problems,
        hidden_answers: examined.hidden,
    }
}

#[derive(Clone, Copy, Default)]
struct Count {
    answered: u32,
    total: u32,
    problems: u32,
}

fn section_state(id: &str, asked: bool, count: Count) -> SectionState {
    SectionState {
        id: id.to_owned(),
        asked,
        state: match (count.answered, count.problems) {
            (0, _) => Progress::NotStarted,
            (_, 0) => Progress::Done,
            _ => Progress::InProgress,
        },
        problems: count.problems,
    }
}

fn asked_question(asked: &Asked<'_>) -> AskedQuestion {
    AskedQuestion {
        section: asked.section.id.clone(),
        path: asked.path.clone(),
        required: asked.question.required && !asked.question.kind.is_shown_only(),
        answered: is_answered(asked),
        not_known: matches!(given(asked.value), Given::NotKnown(_)),
    }
}

fn is_answered(asked: &Asked<'_>) -> bool {
    match &asked.question.kind {
        kind if kind.is_shown_only() => asked.worked.is_some(),
        _ => !matches!(given(asked.value), Given::Nothing),
    }
}

/// Lists are counted by what is in them, and not while nothing is.
fn is_counted(asked: &Asked<'_>) -> bool {
    let kind = &asked.question.kind;
    kind.inner().is_none() && !kind.is_shown_only() && !asked.item.is_some_and(|item| item.blank)
}

/// What is worked out at one place, with its unit.
fn calculated(asked: &Asked<'_>) -> Option<(QuestionPath, Number, String)> {
    let number = asked.worked.clone()?;
    let text = answer_text(asked.question, &number.clone().into(), &[]);
    Some((asked.path.clone(), number, text))
}
