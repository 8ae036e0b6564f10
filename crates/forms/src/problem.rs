use serde::Serialize;

use crate::path::QuestionPath;

/// One thing to put right before filing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The section it stands in; none for the form as a whole.
    pub section: Option<String>,
    /// The question it is about; none for the form as a whole.
    pub path: Option<QuestionPath>,
    /// What the author of the form says in the place of the catalogue's sentence. A missing answer
    /// keeps the catalogue's.
    pub message: Option<String>,
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
    /// Day or month is not there yet, where no year is asked for.
    DayMonthIncomplete,
    /// The date has come without its time.
    TimeMissing,
    /// The year has not four digits.
    YearNotFourDigits,
    /// No such day.
    NotADate,
    /// Later than today.
    DateInFuture,
    /// Earlier than today.
    DateInPast,
    /// Earlier than another answer.
    DateBefore {
        /// Wording of the other question.
        other: String,
    },
    /// No time of day, or half of one.
    NotATime,
    /// No length of time, or one that could mean two.
    NotADuration,
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
    /// Fewer characters than asked for.
    TooShort {
        /// Fewest characters.
        min: u32,
    },
    /// Not of the pattern that the form asks for.
    PatternNotMatched,
    /// Not shaped like an e-mail address.
    NotAnEmail,
    /// Not shaped like a telephone number.
    NotAPhone,
    /// A choice that this version of the form does not offer.
    UnknownChoice,
    /// A choice such as "None of these" beside others.
    NotTogether {
        /// Wording of the choice that must stand alone.
        choice: String,
    },
    /// Too few ticks.
    TooFewChosen {
        /// Fewest ticks.
        min: u32,
    },
    /// Too many ticks.
    TooManyChosen {
        /// Most ticks.
        max: u32,
    },
    /// A row of a grid that must be answered is not.
    RowMissing {
        /// Wording of the row.
        row: String,
    },
    /// A column is chosen in two rows of a grid that takes each once.
    ColumnTwice {
        /// Wording of the column.
        column: String,
    },
    /// More files than there is room for.
    TooManyFiles {
        /// Most files.
        max: u32,
    },
    /// A file that is too large.
    FileTooLarge {
        /// Most MiB.
        max: u32,
    },
    /// A drawing with more lines than can be kept.
    DrawingTooLarge,
    /// A mark on a body map that says nothing.
    MarkWithoutNote,
    /// A signature without the name.
    SignatureWithoutName,
    /// Fewer items than the group asks for.
    TooFewItems {
        /// Fewest items.
        min: u32,
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
            Self::DayMonthIncomplete => "day_month_incomplete",
            Self::TimeMissing => "time_missing",
            Self::YearNotFourDigits => "year_not_four_digits",
            Self::NotADate => "not_a_date",
            Self::DateInFuture => "date_in_future",
            Self::DateInPast => "date_in_past",
            Self::DateBefore { .. } => "date_before",
            Self::NotATime => "not_a_time",
            Self::NotADuration => "not_a_duration",
            Self::TimeInFuture => "time_in_future",
            Self::NotANumber => "not_a_number",
            Self::NotWhole => "not_whole",
            Self::NumberBelow { .. } => "number_below",
            Self::NumberAbove { .. } => "number_above",
            Self::TooLong { .. } => "too_long",
            Self::TooShort { .. } => "too_short",
            Self::PatternNotMatched => "pattern_not_matched",
            Self::NotAnEmail => "not_an_email",
            Self::NotAPhone => "not_a_phone",
            Self::UnknownChoice => "unknown_choice",
            Self::NotTogether { .. } => "not_together",
            Self::TooFewChosen { .. } => "too_few_chosen",
            Self::TooManyChosen { .. } => "too_many_chosen",
            Self::RowMissing { .. } => "row_missing",
            Self::ColumnTwice { .. } => "column_twice",
            Self::TooManyFiles { .. } => "too_many_files",
            Self::FileTooLarge { .. } => "file_too_large",
            Self::DrawingTooLarge => "drawing_too_large",
            Self::MarkWithoutNote => "mark_without_note",
            Self::SignatureWithoutName => "signature_without_name",
            Self::TooFewItems { .. } => "too_few_items",
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
            Self::RowMissing { row } => vec![("row", row.clone())],
            Self::ColumnTwice { column } => vec![("column", column.clone())],
            Self::TooShort { min } | Self::TooFewChosen { min } | Self::TooFewItems { min } => {
                vec![("min", min.to_string())]
            }
            Self::TooManyItems { max }
            | Self::TooManyChosen { max }
            | Self::TooManyFiles { max }
            | Self::FileTooLarge { max } => vec![("max", max.to_string())],
            _ => Vec::new(),
        }
    }
}
