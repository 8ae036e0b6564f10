use serde::Serialize;

use crate::path::QuestionPath;

/// One thing to put right before filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The section it stands in; none for the form as a whole.
    pub section: Option<String>,
    /// The question it is about; none for the form as a whole.
    pub path: Option<QuestionPath>,
    /// What is wrong. The words are in the catalogue, `form-problem-<code>`.
    #[serde(flatten)]
    pub code: ProblemCode,
}

/// What can be wrong with an answer. Closed: each has its sentence in the catalogue.
///
/// Parameters are words and limits of the form, never what was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", content = "params", rename_all = "snake_case")]
pub enum ProblemCode {
    /// No child is on a form that is about one or more, or beside an answer that says there is.
    NoChildren,
    /// A must-have without an answer or a reason.
    Missing,
    /// The event's date, which no reason can stand in for.
    EventDateMissing,
    /// Day, month or year is not there yet.
    DateIncomplete,
    /// The year has not four digits.
    YearNotFourDigits,
    /// No such day.
    NotADate,
    /// Later than today.
    DateInFuture,
    /// Earlier than another answer.
    DateBefore {
        /// Wording of the other question.
        other: String,
    },
    /// No time of day, or half of one.
    NotATime,
    /// The event is said to be later than now.
    TimeInFuture,
    /// No number.
    NotANumber,
    /// Decimals where only whole numbers are taken.
    NotWhole,
    /// Too small.
    NumberBelow {
        /// Smallest allowed.
        min: i64,
    },
    /// Too large.
    NumberAbove {
        /// Largest allowed.
        max: i64,
    },
    /// More characters than there is room for.
    TooLong {
        /// Most characters.
        max: u32,
        /// By how many it is over.
        over: u32,
    },
    /// A choice that this version of the form does not offer.
    UnknownChoice,
    /// A choice such as "None of these" beside others.
    NotTogether {
        /// Wording of the choice that must stand alone.
        choice: String,
    },
    /// More items than the group takes.
    TooManyItems {
        /// Most items.
        max: u32,
    },
    /// A value of a shape that no screen of ours writes.
    NotUnderstood,
}

impl ProblemCode {
    /// The code as the catalogue names it: `form-problem-` and this.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::NoChildren => "no_children",
            Self::Missing => "missing",
            Self::EventDateMissing => "event_date_missing",
            Self::DateIncomplete => "date_incomplete",
            Self::YearNotFourDigits => "year_not_four_digits",
            Self::NotADate => "not_a_date",
            Self::DateInFuture => "date_in_future",
            Self::DateBefore { .. } => "date_before",
            Self::NotATime => "not_a_time",
            Self::TimeInFuture => "time_in_future",
            Self::NotANumber => "not_a_number",
            Self::NotWhole => "not_whole",
            Self::NumberBelow { .. } => "number_below",
            Self::NumberAbove { .. } => "number_above",
            Self::TooLong { .. } => "too_long",
            Self::UnknownChoice => "unknown_choice",
            Self::NotTogether { .. } => "not_together",
            Self::TooManyItems { .. } => "too_many_items",
            Self::NotUnderstood => "not_understood",
        }
    }

    /// The parameters of its sentence, by name, as text.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::DateBefore { other } => vec![("other", other.clone())],
            Self::NumberBelow { min } => vec![("min", min.to_string())],
            Self::NumberAbove { max } => vec![("max", max.to_string())],
            Self::TooLong { max, over } => {
                vec![("max", max.to_string()), ("over", over.to_string())]
            }
            Self::NotTogether { choice } => vec![("choice", choice.clone())],
            Self::TooManyItems { max } => vec![("max", max.to_string())],
            _ => Vec::new(),
        }
    }
}
