//! Filed records.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a record is: the eight labels of the catalogue (`state-…`) and no ninth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RecordState {
    /// Not filed yet.
    Draft,
    /// Filed, only here.
    Waiting,
    /// On its way now.
    Sending,
    /// Held back, by a person or by something that must arrive first.
    Paused,
    /// The central system wants something put right.
    NeedsYou,
    /// Received by the hub, with a receipt.
    Sent,
    /// Confirmed by the central system.
    InCentralRecord,
    /// Two versions that did not know of each other.
    CompareVersions,
}

/// The second line under a state: cause and next step. Words are `state-line-<code>`.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct StateLine {
    /// Code of the sentence.
    pub code: String,
    /// What the sentence names, e.g. `at`, `reference`, `cause`.
    pub args: std::collections::BTreeMap<String, String>,
}

/// A record in a list.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecordRow {
    /// UUID.
    pub id: String,
    /// Four and four characters that people can say on the phone, e.g. `4F7K-Q2MT`.
    pub reference: String,
    /// Kind of record in words, e.g. Visit.
    pub kind: String,
    /// Title: the author's own or the form's.
    pub title: String,
    /// Names of the children.
    pub children: Vec<String>,
    /// Who recorded it.
    pub author: String,
    /// When it happened: a date, or a date with time.
    pub event_time: String,
    /// When it was filed.
    pub recorded: String,
    /// Whole days between event and filing.
    pub days_after: u32,
    /// The device's clock was doubtful when it was filed.
    pub clock_uncertain: bool,
    /// Marked as a significant event.
    pub significant: bool,
    /// Goes first.
    pub urgent: bool,
    /// Where it is.
    pub state: RecordState,
    /// Cause and next step.
    pub line: StateLine,
    /// Size of what is sent, in bytes.
    pub size: u32,
}

/// A whole record.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecordView {
    /// Its row.
    pub record: RecordRow,
    /// Title of the form and its number, as it was.
    pub form: String,
    /// Number of the form version.
    pub form_number: u32,
    /// The children, with ids.
    pub people: Vec<super::ChildOnForm>,
    /// The answers in the wording that was shown.
    pub sections: Vec<super::AnswerSection>,
    /// Other versions that did not know of this one.
    pub other_versions: Vec<RecordVersionView>,
    /// Answers to questions that the form had stopped asking when it was filed.
    pub no_longer_asked: Vec<super::LeftBehindRow>,
    /// Where it was imported from: system and file; none when it was recorded here.
    pub imported: Option<ImportedFrom>,
    /// Forms that go on from this record.
    pub leads_to: Vec<LeadsToRow>,
    /// The record that it goes on from.
    pub goes_on_from: Option<String>,
}

/// Where a record was imported from.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ImportedFrom {
    /// `google_forms`, `csv`.
    pub system: String,
    /// Name of the file.
    pub file_name: String,
    /// E-mail address of who answered.
    pub email: Option<String>,
    /// Columns that answer no question of the form: heading and text.
    pub extra: Vec<(String, String)>,
    /// The import was undone.
    pub undone: bool,
}

/// A form that goes on from a record.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LeadsToRow {
    /// Id of the form.
    pub form: String,
    /// What the button says.
    pub label: String,
}

/// Another version of a record.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecordVersionView {
    /// Who recorded it.
    pub author: String,
    /// When.
    pub recorded: String,
    /// Its answers.
    pub sections: Vec<super::AnswerSection>,
}

/// A record was filed.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FiledView {
    /// Its row, with the state it has now.
    pub record: RecordRow,
    /// The children it was filed to.
    pub people: Vec<super::ChildOnForm>,
    /// The form, to record another.
    pub form: String,
    /// Records that the same sitting made beside it, one a child.
    pub also: Vec<RecordRow>,
}

domain::named_only!(StateLine, RecordRow, RecordView, RecordVersionView, FiledView);
