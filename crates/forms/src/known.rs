use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Number, Value};

use crate::{
    answers,
    condition::{Condition, Test},
    definition::{DateRules, Kind, Question},
    typed, typed_date,
};

/// An answer to a question that is asked: conditions and calculations see no others.
pub(crate) enum Known<'a> {
    Answer(&'a Question, &'a Value),
    Worked(Number),
}

/// What is known, by question id.
pub(crate) type KnownAnswers<'a> = HashMap<&'a str, Known<'a>>;

/// What is known at one place: of the same child or item first, then of the form.
#[derive(Clone, Copy)]
pub(crate) struct Sight<'s, 'a> {
    pub own: Option<&'s KnownAnswers<'a>>,
    pub whole: &'s KnownAnswers<'a>,
}

impl<'s, 'a> Sight<'s, 'a> {
    fn find(&self, id: &str) -> Option<&'s Known<'a>> {
        self.own.and_then(|own| own.get(id)).or_else(|| self.whole.get(id))
    }

    /// Whether the answer to a question passes a test.
    pub fn passes(&self, id: &str, test: &Test) -> bool {
        let Some(known) = self.find(id) else { return false };
        match (test, known) {
            (Test::Answered, _) => true,
            (Test::AnyOf(ids), Known::Answer(_, value)) => ids.iter().any(|id| answers::chooses(value, id)),
            (Test::Yes, Known::Answer(_, value)) => *value == "yes",
            (Test::No, Known::Answer(_, value)) => *value == "no",
            (Test::AtLeast(limit), _) => known.number().is_some_and(|number| number >= typed::as_float(*limit)),
            (Test::AtMost(limit), _) => known.number().is_some_and(|number| number <= typed::as_float(*limit)),
            (Test::Marked(row, column), Known::Answer(_, value)) => match value.get(row) {
                Some(Value::Array(columns)) => columns.iter().any(|one| one == column),
                one => one.is_some_and(|one| one == column),
            },
            (Test::AnyOf(_) | Test::Yes | Test::No | Test::Marked(..), Known::Worked(_)) => false,
        }
    }

    /// The number answered or worked out there.
    pub fn number(&self, id: &str) -> Option<f64> {
        self.find(id)?.number()
    }

    /// The day answered there, if it is whole.
    pub fn day(&self, id: &str) -> Option<NaiveDate> {
        match self.find(id)? {
            Known::Answer(question, value) => typed_date::read(value, date_rules(question)?).ok()?.day(),
            Known::Worked(_) => None,
        }
    }

    /// The time of day answered there.
    pub fn time(&self, id: &str) -> Option<chrono::NaiveTime> {
        match self.find(id)? {
            Known::Answer(_, value) => typed::time(value).ok(),
            Known::Worked(_) => None,
        }
    }
}

impl Known<'_> {
    fn number(&self) -> Option<f64> {
        match self {
            Self::Answer(_, value) => typed::number(value).ok()?.as_f64(),
            Self::Worked(number) => number.as_f64(),
        }
    }
}

fn date_rules(question: &Question) -> Option<&DateRules> {
    match &question.kind {
        Kind::Date(rules) => Some(rules),
        _ => None,
    }
}

impl Condition {
    /// Whether any part of it looks at a child.
    pub(crate) fn looks_at_child(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::looks_at_child),
            Self::Not(part) => part.looks_at_child(),
            Self::Answer { .. } => false,
            Self::Child(_) => true,
        }
    }
}
