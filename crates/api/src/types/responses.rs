//! Answers to a form, side by side; and answers from and for files.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ImportLineView;

/// A part of a response sheet.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetRequest {
    /// Id of the form.
    pub form: String,
    /// Key of the column to sort by; newest recorded first when not said.
    #[serde(default)]
    #[ts(optional)]
    pub sort: Option<String>,
    /// The other way round.
    #[serde(default)]
    pub descending: bool,
    /// Only rows whose columns hold these texts, in upper or lower case.
    #[serde(default)]
    pub filters: Vec<SheetFilter>,
    /// First row wanted, from 0.
    #[serde(default)]
    pub from: u32,
    /// How many rows: 200 at most.
    pub count: u32,
}

/// What a column must hold.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SheetFilter {
    /// Key of the column.
    pub column: String,
    /// The text.
    pub holds: String,
}

/// A column of a response sheet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SheetColumnView {
    /// What it is named by: `recorded`, `event`, `children`, `author`, `reference`, or a question.
    pub key: String,
    /// Heading.
    pub header: String,
    /// Section; empty for what is not asked.
    pub section: String,
    /// Kind of question; `moment` or `text` for what is not asked.
    pub kind: String,
}

/// A row of a response sheet: one record.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SheetRow {
    /// The record.
    pub record: String,
    /// One text a column.
    pub cells: Vec<String>,
}

/// A part of a response sheet.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SheetView {
    /// Title of the form.
    pub title: String,
    /// Columns of the version in force; answers to questions of older versions only are in a last
    /// column of their own.
    pub columns: Vec<SheetColumnView>,
    /// The rows asked for.
    pub rows: Vec<SheetRow>,
    /// Rows that pass the filters.
    pub matched: u32,
    /// All rows.
    pub total: u32,
    /// Whether this person may export.
    pub may_export: bool,
}

/// Forms that have answers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AnsweredFormsView {
    /// Id, title and number of records, by title.
    pub forms: Vec<AnsweredFormRow>,
    /// Whether this person may import.
    pub may_import: bool,
}

/// A form that has answers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AnsweredFormRow {
    /// Id.
    pub form: String,
    /// Title.
    pub title: String,
    /// Number of records.
    pub records: u32,
}

/// Asks for the summary of a form's answers.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SummaryRequest {
    /// Id of the form.
    pub form: String,
    /// Only rows that pass.
    #[serde(default)]
    pub filters: Vec<SheetFilter>,
}

/// Summary of a form's answers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SummaryView {
    /// Title of the form.
    pub title: String,
    /// Rows counted.
    pub rows: u32,
    /// One part a question.
    pub questions: Vec<QuestionSummaryView>,
    /// When it was counted.
    pub as_at: String,
}

/// Summary of one question.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct QuestionSummaryView {
    /// Key of its column.
    pub key: String,
    /// Wording.
    pub header: String,
    /// Kind of question.
    pub kind: String,
    /// How many answers.
    pub answered: u32,
    /// How many say why it is not known.
    pub not_known: u32,
    /// How many have neither.
    pub empty: u32,
    /// Label and number, in the order of the form; for numbers, bins.
    pub counts: Vec<CountRow>,
    /// Smallest, mean and largest, of numbers.
    pub numbers: Option<(f64, f64, f64)>,
}

/// A label and how often it was answered.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CountRow {
    /// The answer.
    pub label: String,
    /// How often.
    pub count: u32,
}

/// Layouts of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ExportLayout {
    /// As a linked Google Sheet downloads.
    GoogleSheet,
    /// Everything, to be read back.
    Lossless,
    /// The thirteen columns of the interim import.
    Envelope,
}

/// Writes a form's answers to a file that the person chooses.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ExportResponsesRequest {
    /// Id of the form.
    pub form: String,
    /// Layout.
    pub layout: ExportLayout,
    /// `csv` or `xlsx`.
    pub file: String,
    /// Only rows that pass.
    #[serde(default)]
    pub filters: Vec<SheetFilter>,
}

/// An export that was written.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ExportedView {
    /// Rows written; none when the person closed the dialog.
    pub rows: Option<u32>,
    /// Where the host has no dialog: the name of the file, and the file itself, base64.
    pub download: Option<(String, String)>,
}

/// Reads a file of answers without keeping anything.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadResponsesRequest {
    /// The upload.
    pub upload: String,
    /// Id of the form that they answer.
    pub form: String,
    /// Which column is what, as changed by the person; worked out when not said.
    #[serde(default)]
    #[ts(optional)]
    pub columns: Option<Vec<ColumnTarget>>,
    /// `year_first`, `day_first` or `month_first`, as answered by the person.
    #[serde(default)]
    #[ts(optional)]
    pub dates: Option<String>,
}

/// What a column of a file is taken for.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ColumnTarget {
    /// Heading in the file.
    pub header: String,
    /// `question:<key>`, `submitted`, `email`, `extra`, `child_name`, `child_first_name`,
    /// `child_last_name`, `child_born`, `child_id` or `leave_out`.
    pub target: String,
    /// An example from the file.
    pub example: String,
}

/// A file of answers, read and not kept.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ReadResponsesView {
    /// Name of the file.
    pub file_name: String,
    /// Which sort of file, in words.
    pub dialect: String,
    /// Rows in the file.
    pub rows: u32,
    /// Records that are new.
    pub new: u32,
    /// Records that are here already, with the same answers.
    pub already_here: u32,
    /// Records that are here with other answers: a new version of each.
    pub changed: u32,
    /// Which column is what.
    pub columns: Vec<ColumnTarget>,
    /// Targets that may be chosen: value and label.
    pub targets: Vec<(String, String)>,
    /// The orders of day and month that every date of the file allows; more than one must be asked.
    pub dates: Vec<String>,
    /// What a person should know, by place.
    pub lines: Vec<ImportLineView>,
    /// How many lines there are; only the first thousand are listed.
    pub lines_total: u32,
    /// The children named in the file, and who they may be.
    pub people: Vec<NamedChildView>,
    /// The first rows as they would be filed.
    pub preview: Vec<Vec<String>>,
    /// Headings of the preview.
    pub preview_headers: Vec<String>,
}

/// A child as a file names it.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NamedChildView {
    /// What a decision names it by.
    pub key: String,
    /// Name in the file.
    pub name: String,
    /// Date of birth in the file.
    pub born: Option<String>,
    /// Id in the file.
    pub id: Option<String>,
    /// Rows that name this child.
    pub rows: u32,
    /// `exact`, `likely`, `possible` or `none`.
    pub likeness: String,
    /// People on file who may be meant, the likeliest first.
    pub candidates: Vec<CandidateView>,
}

/// Somebody on file who may be meant.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct CandidateView {
    /// The person.
    pub person: String,
    /// Name.
    pub name: String,
    /// Date of birth.
    pub born: Option<String>,
}

/// What a person decided about a child of the file.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChildDecision {
    /// Key of the child.
    pub key: String,
    /// Somebody on file; or `new` to add the child; or `none` to file without a child.
    pub person: String,
}

/// Imports answers that were read before.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportResponsesRequest {
    /// The upload.
    pub upload: String,
    /// Id of the form.
    pub form: String,
    /// Which column is what.
    pub columns: Vec<ColumnTarget>,
    /// Order of day and month.
    pub dates: String,
    /// Every child of the file that was not an exact match.
    pub people: Vec<ChildDecision>,
}

/// How far an import is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportProgressView {
    /// One is going on.
    pub running: bool,
    /// Rows done.
    pub done: u32,
    /// Rows in all.
    pub total: u32,
    /// What came of the last one.
    pub finished: Option<ImportedView>,
    /// Why the last one ended without a result; nothing of it was kept.
    pub failed: Option<super::super::ApiError>,
}

/// What an import did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportedView {
    /// The import; none when nothing was new.
    pub batch: Option<String>,
    /// Records made.
    pub new: u32,
    /// Records that got a new version.
    pub changed: u32,
    /// Rows that were here already.
    pub already_here: u32,
    /// People added.
    pub people_added: u32,
}

/// An import of the past.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ImportRow {
    /// The import.
    pub batch: String,
    /// Name of the file.
    pub file_name: String,
    /// Title of the form.
    pub form: String,
    /// Rows of its file.
    pub records: u32,
    /// When.
    pub recorded: String,
    /// Who.
    pub author: String,
    /// When it was undone.
    pub undone: Option<String>,
}

/// Imports, newest first.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ImportsView {
    /// They.
    pub imports: Vec<ImportRow>,
}

/// Undoes an import.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoImportRequest {
    /// The import.
    pub batch: String,
    /// Why.
    pub reason: String,
}

domain::named_only!(
    SheetRequest,
    SheetFilter,
    SheetRow,
    SheetView,
    SummaryRequest,
    ExportResponsesRequest,
    ExportedView,
    ColumnTarget,
    ReadResponsesRequest,
    ReadResponsesView,
    NamedChildView,
    CandidateView,
    ChildDecision,
    ImportResponsesRequest,
    ImportRow,
    ImportsView,
    UndoImportRequest
);
