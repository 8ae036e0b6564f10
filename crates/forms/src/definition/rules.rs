use serde::{Deserialize, Serialize};

/// Limits of a text answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextRules {
    /// Fewest characters (Unicode scalar values).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_length: Option<u32>,
    /// Most characters; only where there is a real limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
    /// A regular expression (syntax of the `regex` crate) that the whole answer must match.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pattern: Option<String>,
    /// What it has to look like.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<TextFormat>,
}

/// What a text has to look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextFormat {
    /// An e-mail address.
    Email,
    /// A telephone number: 7 to 15 digits, with blanks, brackets, dashes and a plus.
    Phone,
}

/// A linear scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Its low end: 0 or 1.
    pub low: u32,
    /// Its high end: 2 to 10.
    pub high: u32,
    /// What the low end means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low_label: Option<String>,
    /// What the high end means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high_label: Option<String>,
}

/// A rating from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// The best: 3 to 10.
    pub levels: u32,
    /// What is shown for each level; the number is always beside it.
    pub icon: RatingIcon,
}

/// What a rating is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RatingIcon {
    /// Stars.
    Star,
    /// Hearts.
    Heart,
    /// Thumbs up.
    Thumb,
}

/// Rows to answer with the same columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// At least one.
    pub rows: Vec<GridPart>,
    /// At least one.
    pub columns: Vec<GridPart>,
    /// Every row needs an answer once the question must be answered.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub each_row: bool,
    /// No column may be chosen in two rows.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub column_once: bool,
}

/// A row or a column of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridPart {
    /// Stable code, unique among the rows or among the columns.
    pub id: String,
    /// The wording that people see.
    pub label: String,
}

/// Limits of files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UploadRules {
    /// What may be attached; empty: any of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<FileType>,
    /// Most files: 1 to 10.
    pub max_files: u32,
    /// Most MiB a file: 1 to 20.
    pub max_mib: u32,
}

/// What a file is, found by looking into it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileType {
    /// PNG, JPEG, GIF, WebP.
    Image,
    /// PDF.
    Pdf,
    /// Word, OpenDocument text, plain text; without macros.
    Document,
    /// Excel, OpenDocument sheet, CSV; without macros.
    Spreadsheet,
    /// PowerPoint, OpenDocument presentation; without macros.
    Presentation,
    /// WAV, MP3, M4A, OGG.
    Audio,
    /// MP4, WebM.
    Video,
}

/// Limits of a date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateRules {
    /// Which parts it has.
    #[serde(default, skip_serializing_if = "DateParts::is_day")]
    pub parts: DateParts,
    /// A month and year, or a year alone, will do.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub approximate: bool,
    /// Later than today is a problem.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_in_future: bool,
    /// Earlier than today is a problem.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not_in_past: bool,
    /// Earlier than the answer to this earlier date question is a problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before_question: Option<String>,
}

/// The parts of a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateParts {
    /// Day, month, year.
    #[default]
    Day,
    /// Day and month, for what comes back every year.
    NoYear,
    /// Day, month, year and time.
    WithTime,
    /// Day, month and time.
    NoYearWithTime,
}

impl DateParts {
    /// Day, month and year.
    #[must_use]
    pub fn is_day(&self) -> bool {
        *self == Self::Day
    }
}

/// Limits of a number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NumberRules {
    /// Smallest allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Largest allowed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// Shown after the box: "weeks".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// No decimals.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub whole: bool,
}
