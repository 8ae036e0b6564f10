use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use crate::{
    answers::{Answers, Given, given},
    examine::{Examined, examine},
    form::Form,
    path::QuestionPath,
    problem::Problem,
    route::{Asked, ChildOnForm},
};

/// Where a person stands in a form: what is asked, what is answered, what is to put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Walk {
    /// All sections, in the order of the form.
    pub sections: Vec<SectionState>,
    /// The questions asked, in order; one that holds others comes before them.
    pub asked: Vec<AskedQuestion>,
    /// In the order of the form, those of the form as a whole first.
    pub problems: Vec<Problem>,
    /// Answers that are kept in the draft but no longer asked; they are not filed.
    pub hidden_answers: Vec<QuestionPath>,
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
    let singles = || examined.route.asked.iter().filter(|asked| is_counted(asked));
    let sections = examined
        .route
        .sections
        .iter()
        .map(|(section, asked)| {
            let any = singles().any(|one| one.section.id == section.id && is_answered(one));
            section_state(&section.id, *asked, any, &examined)
        })
        .collect();
    let asked = examined.route.asked.iter().map(asked_question).collect();
    Walk {
        sections,
        asked,
        answered: count(singles().filter(|asked| is_answered(asked))),
        total: count(singles()),
        problems: examined.problems,
        hidden_answers: examined.hidden,
    }
}

fn section_state(id: &str, asked: bool, any: bool, examined: &Examined<'_>) -> SectionState {
    let problems = count(examined.problems.iter().filter(|problem| problem.section.as_deref() == Some(id)));
    SectionState {
        id: id.to_owned(),
        asked,
        state: match (any, problems) {
            (false, _) => Progress::NotStarted,
            (true, 0) => Progress::Done,
            (true, _) => Progress::InProgress,
        },
        problems,
    }
}

fn asked_question(asked: &Asked<'_>) -> AskedQuestion {
    AskedQuestion {
        section: asked.section.id.clone(),
        path: asked.path.clone(),
        required: asked.question.required,
        answered: is_answered(asked),
        not_known: matches!(given(asked.value), Given::NotKnown(_)),
    }
}

fn is_answered(asked: &Asked<'_>) -> bool {
    !matches!(given(asked.value), Given::Nothing)
}

/// Lists are counted by what is in them, and not while nothing is.
fn is_counted(asked: &Asked<'_>) -> bool {
    asked.question.kind.inner().is_none() && !asked.item.is_some_and(|item| item.blank)
}

fn count(things: impl Iterator) -> u32 {
    u32::try_from(things.count()).unwrap_or(u32::MAX)
}
