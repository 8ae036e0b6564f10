//! Packs: people and history of a lost system, from a table.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MatchView, PersonRow};

/// Reads a file that was handed in, with what a person has said about it so far. Nothing is kept.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadPackRequest {
    /// Id of the upload, CSV or XLSX; none where `chosen` names the file.
    #[serde(default)]
    #[ts(optional)]
    pub upload: Option<String>,
    /// Token of a file that was chosen in a dialog.
    #[serde(default)]
    #[ts(optional)]
    pub chosen: Option<String>,
    /// What a row is: `person`, `identifier`, `warning`, `allocation`, `relationship`, `note`.
    pub rows: String,
    /// The system that it comes from; kept with the profile.
    pub system: String,
    /// The day as of which it was taken, `YYYY-MM-DD`.
    pub as_at: String,
    /// Which column fills which field, by field; none asks for a suggestion.
    #[serde(default)]
    #[ts(optional)]
    pub columns: Option<BTreeMap<String, u32>>,
    /// How dates are written, where that is not plain: `day_first`, `month_first`.
    #[serde(default)]
    #[ts(optional)]
    pub dates: Option<String>,
    /// Sheet of a workbook.
    #[serde(default)]
    #[ts(optional)]
    pub sheet: Option<String>,
}

/// A file that a person chose in a dialog of the host.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChosenFileView {
    /// It; none when the person closed the dialog.
    pub file: Option<ChosenFile>,
}

/// A file on disk, by what the screens may know of it.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChosenFile {
    /// What requests name it by until the casebook is locked or the file taken in.
    pub token: String,
    /// Its name, without the folder.
    pub name: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// What a file would bring.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PackPreview {
    /// Name of the file.
    pub file_name: String,
    /// Sheets of a workbook; empty for CSV.
    pub sheets: Vec<String>,
    /// Headings, in order.
    pub headings: Vec<String>,
    /// The first 20 rows, as they stand.
    pub first: Vec<Vec<String>>,
    /// Fields that a row of this kind can fill.
    pub fields: Vec<PackField>,
    /// Which column fills which field: as said, or as suggested.
    pub columns: BTreeMap<String, u32>,
    /// A profile was used that a person saved before.
    pub remembered: bool,
    /// Formats of dates that were seen, each with an example: `iso`, `slashed`, `slashed_24h`,
    /// `named_month`, `year_00`.
    pub date_formats: BTreeMap<String, String>,
    /// Dates can be read in two ways: `dates` must be said.
    pub dates_ambiguous: bool,
    /// The order of day and month that is in force, as said or as remembered with the columns:
    /// `day_first`, `month_first`. None where none was said: the columns prove theirs, or it must be said.
    pub dates: Option<String>,
    /// Some column has days that can be read in two ways: `dates` decides them.
    pub dates_matter: bool,
    /// Rows in all.
    pub rows: u32,
    /// What it would make.
    pub counts: PackCounts,
    /// Problems by kind, each with how many and the first rows.
    pub problems: Vec<PackProblem>,
    /// People of the file who may be on file already and whom nobody has decided about: at most 500 at
    /// a time.
    pub unclear: Vec<PackPerson>,
    /// Of relationships: the first one in words, so that a person sees in which direction it is read.
    pub example: Option<PackExample>,
}

/// A relationship of a file: "`of` is the `relation` of `to`".
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PackExample {
    /// Name, or the number there.
    pub of: String,
    /// Code of the relation, as in facts.
    pub relation: String,
    /// Name, or the number there.
    pub to: String,
}

/// A field of a pack's row.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PackField {
    /// Its name.
    pub name: String,
    /// Without it no row can be taken.
    pub needed: bool,
}

/// What a pack makes.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PackCounts {
    /// Rows that can be taken.
    pub ready: u32,
    /// Rows that cannot.
    pub left_out: u32,
    /// People not on file.
    pub new_people: u32,
    /// People on file to whom something is added.
    pub known_people: u32,
    /// Facts.
    pub facts: u32,
    /// Notes.
    pub notes: u32,
    /// Notes whose date could not be read: kept, with the date as written.
    pub undated: u32,
}

/// A kind of problem.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PackProblem {
    /// Such as `no_name`, `date_not_read`, `person_unknown`, `check_digit_wrong`, `ends_before_begins`,
    /// `twice`.
    pub kind: String,
    /// The row is taken all the same.
    pub taken: bool,
    /// How many rows.
    pub rows: u32,
    /// The first ten row numbers, counting from 1 with the heading.
    pub first: Vec<u32>,
}

/// Somebody of a file who may be on file.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PackPerson {
    /// What a decision names them by.
    pub key: String,
    /// Name as written.
    pub name: String,
    /// Date of birth.
    pub date_of_birth: Option<String>,
    /// Who may be meant.
    pub candidates: Vec<MatchView>,
}

/// Takes a pack in.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ImportPackRequest {
    /// The file, with everything said.
    pub read: ReadPackRequest,
    /// Who of the file is who on file: UUID, or `new`, by key. Those not named are new people, linked
    /// to nobody.
    #[serde(default)]
    pub people: BTreeMap<String, String>,
    /// Remember columns and dates for the next file of this system.
    pub remember: bool,
}

/// How far a pack is.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PackProgressView {
    /// Going on.
    pub running: bool,
    /// `reading`, `keeping`, `indexing`.
    pub step: String,
    /// Rows or notes done.
    pub done: u32,
    /// In all.
    pub total: u32,
    /// What came of it; none while it runs.
    pub ended: Option<PackEnded>,
    /// Why it ended without a result; nothing of it was kept.
    pub failed: Option<super::super::ApiError>,
}

/// What a pack brought.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PackEnded {
    /// UUID of the batch; none when the same pack was here already.
    pub batch: Option<String>,
    /// What it made.
    pub counts: PackCounts,
}

/// Packs that were taken in.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PacksView {
    /// Newest first.
    pub packs: Vec<PackRow>,
}

/// A pack.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PackRow {
    /// UUID of the batch.
    pub batch: String,
    /// Name of the file.
    pub file_name: String,
    /// The lost system.
    pub system: String,
    /// Its day.
    pub as_at: String,
    /// `people` or `history`.
    pub holds: String,
    /// Lines.
    pub count: u32,
    /// Who imported it.
    pub author: String,
    /// When.
    pub recorded: String,
    /// When it was undone.
    pub undone: Option<String>,
}

/// Undoes a pack.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UndoPackRequest {
    /// UUID of the batch.
    pub batch: String,
    /// Why.
    pub reason: String,
}

/// What was undone.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PackUndoneView {
    /// People who stay, because something was recorded about them since.
    pub kept: Vec<PersonRow>,
}

/// What recovered history adds, lacks or contradicts, child by child: a list to work through.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ReconcileView {
    /// Children with something to look at.
    pub children: Vec<ReconcileRow>,
    /// Children looked at already.
    pub done: u32,
}

/// One child of the list.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ReconcileRow {
    /// The child.
    pub person: PersonRow,
    /// `warning_added`, `warning_only_here`, `status_differs`, `relative_added`, `field_differs`,
    /// `allocation_differs`, `history_added`, each with a text to show.
    pub points: Vec<ReconcilePoint>,
}

/// One point of a child.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ReconcilePoint {
    /// What sort.
    pub sort: String,
    /// The kind of warning, the relation or the field, as a code; empty where the sort says it all.
    pub what: String,
    /// What the pack says; a code where `what` is `care_status`, `sex`, `ethnicity` or
    /// `interpreter_needed`, a number where the sort is `history_added`.
    pub pack: String,
    /// What stands here.
    pub here: String,
}

/// A child was worked through.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReconciledRequest {
    /// UUID of the child.
    pub id: String,
}

domain::named_only!(
    ReadPackRequest,
    ChosenFileView,
    ChosenFile,
    PackPreview,
    PackPerson,
    PackExample,
    ImportPackRequest,
    PackProgressView,
    PacksView,
    PackRow,
    UndoPackRequest,
    PackUndoneView,
    ReconcileView,
    ReconcileRow,
    ReconcilePoint
);
