//! Drafts: saved as they are typed, valid or not.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AnswerRow, AnswerSection, ProblemView, WalkView};

/// Starts a draft.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartDraftRequest {
    /// The form's id.
    pub form: String,
    /// The children it is about; may be empty where the form allows it.
    pub children: Vec<String>,
    /// "Same visit, next child": a filed record whose shared answers are carried over to check.
    pub from_record: Option<String>,
    /// "Start from last time": the child's last record on this form is carried over to check.
    #[serde(default)]
    pub from_last: bool,
    /// "Start a referral from this contact": a record on another form that this one goes on from.
    #[serde(default)]
    #[ts(optional)]
    pub goes_on_from: Option<String>,
    /// Answers that a link or a task brings, by question id, as typed.
    #[serde(default)]
    #[ts(optional, type = "Record<string, unknown>")]
    pub prefill: Option<serde_json::Value>,
}

/// A child on a form.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChildOnForm {
    /// UUID.
    pub id: String,
    /// Full name.
    pub name: String,
}

/// A draft with everything a screen needs to fill it.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DraftView {
    /// UUID.
    pub id: String,
    /// The resolved form definition (see docs/file-formats.md).
    #[ts(type = "import('./form').FormDefinition")]
    pub form: serde_json::Value,
    /// Answers by question id, as typed.
    #[ts(type = "Record<string, unknown>")]
    pub answers: serde_json::Value,
    /// The children it is about.
    pub children: Vec<ChildOnForm>,
    /// What the engine makes of it.
    pub walk: WalkView,
    /// When it was started.
    pub started: String,
    /// When it was last saved.
    pub saved: String,
    /// Counts up with each save; a save names the one it follows.
    pub revision: u32,
    /// Section and field last left, to come back to.
    pub place: Option<String>,
    /// Paths carried over from an earlier record and not yet looked at.
    pub carried: Vec<String>,
    /// What the children's last record on this form says, by path: shown above questions that ask so.
    pub last: std::collections::BTreeMap<String, LastAnswer>,
    /// The version of the form in force, when it is not this draft's.
    pub newer: Option<NewerForm>,
    /// Answers that this version no longer asks, kept with the draft and with its record.
    pub left_behind: Vec<LeftBehindRow>,
    /// Children, by name, whose own words were empty in the last three records on this form.
    pub voice_empty: Vec<String>,
}

/// What was answered last time.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct LastAnswer {
    /// In words.
    pub answer: String,
    /// When it happened.
    pub event_time: String,
    /// The record.
    pub record: String,
}

/// A newer version of a draft's form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NewerForm {
    /// Its number.
    pub number: u32,
    /// What was changed and why; empty for a version that ships.
    pub note: String,
    /// The form is offered no longer: the title of the one to use instead, when one is named.
    pub retired: Option<String>,
}

/// An answer that is no longer asked.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct LeftBehindRow {
    /// Section as it was shown.
    pub section: String,
    /// Question as it was shown.
    pub question: String,
    /// The child or the item that it is about.
    pub about: Option<String>,
    /// The answer in words.
    pub answer: String,
}

/// An answer before and after a draft moves to another version.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct MovedRow {
    /// Which answer.
    pub path: String,
    /// The child or the item that it is about.
    pub about: Option<String>,
    /// Section in the version that the draft answers.
    pub old_section: String,
    /// Section in the newer one.
    pub new_section: String,
    /// Wording in the version that the draft answers.
    pub old_question: String,
    /// Wording in the newer one.
    pub new_question: String,
    /// The answer in words.
    pub answer: String,
}

/// What moving a draft to the version in force would do. Nothing is done yet.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DraftMoveView {
    /// Title of the form.
    pub form: String,
    /// Number of the version that the draft answers.
    pub old_number: u32,
    /// Number of the version in force.
    pub new_number: u32,
    /// What was changed and why.
    pub note: String,
    /// Answers that stay as they are.
    pub kept: Vec<MovedRow>,
    /// Answers that stay under another wording or in another section.
    pub moved: Vec<MovedRow>,
    /// Answers that stay and must be looked at, because the question takes another sort of answer.
    pub changed: Vec<MovedRow>,
    /// Answers that the newer version no longer asks.
    pub no_longer_asked: Vec<LeftBehindRow>,
    /// Questions that are new: section and question.
    pub added: Vec<(String, String)>,
    /// The draft's revision, to move it by.
    pub revision: u32,
}

/// Moves a draft to the version in force.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct MoveDraftRequest {
    /// The draft.
    pub id: String,
    /// The revision that was shown.
    pub revision: u32,
}

/// Saves a draft as typed.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SaveDraftRequest {
    /// UUID.
    pub id: String,
    /// All answers, as typed.
    #[ts(type = "Record<string, unknown>")]
    pub answers: serde_json::Value,
    /// The revision that this follows. An older one is refused: it is open in another window.
    pub revision: u32,
    /// Section and field that has the focus.
    pub place: Option<String>,
}

/// A draft was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavedDraftView {
    /// The new revision.
    pub revision: u32,
    /// When.
    pub saved: String,
    /// What the engine makes of it now.
    pub walk: WalkView,
}

/// Changes which children a draft is about. Answers about a removed child stay in the draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SetChildrenRequest {
    /// The draft.
    pub id: String,
    /// The children.
    pub children: Vec<String>,
}

/// A row in the list of drafts.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DraftRow {
    /// UUID.
    pub id: String,
    /// Title of the form.
    pub form: String,
    /// Names of the children.
    pub children: Vec<String>,
    /// When it was started.
    pub started: String,
    /// When it was last saved.
    pub saved: String,
    /// Answered and asked questions.
    pub answered: u32,
    /// How many questions are asked.
    pub total: u32,
    /// When it was set aside; none for a draft in use.
    pub set_aside: Option<String>,
}

/// Drafts, last saved first.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DraftsView {
    /// Drafts in use.
    pub drafts: Vec<DraftRow>,
    /// Drafts set aside, kept until someone restores them.
    pub set_aside: Vec<DraftRow>,
}

/// The check page.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct CheckDraftView {
    /// The draft's id.
    pub id: String,
    /// Title of the form.
    pub form: String,
    /// The children it will be filed to.
    pub children: Vec<ChildOnForm>,
    /// Every asked question with its answer.
    pub sections: Vec<AnswerSection>,
    /// What must be put right first; empty when it can be filed.
    pub problems: Vec<ProblemView>,
    /// Questions answered earlier that no longer apply and will not be filed.
    pub hidden: Vec<AnswerRow>,
    /// Answers that were carried over from an earlier record and not looked at since: path, wording and
    /// the child that each is about.
    pub carried: Vec<AnswerRow>,
    /// Date of the event, `YYYY-MM-DD` with the time after it when known; none until answered.
    pub event_time: Option<String>,
    /// Whole days between the event and now.
    pub days_after: Option<u32>,
    /// An urgent record goes first.
    pub urgent: bool,
    /// The clock of this device looks wrong: it was set back or jumped.
    pub clock_uncertain: bool,
    /// Answers that this version no longer asks: kept with the record, apart from its answers.
    pub left_behind: Vec<LeftBehindRow>,
    /// Children, by name, whose own words are empty here and were in the last three records.
    pub voice_empty: Vec<String>,
    /// How many records filing makes: one for each child where the form files each child alone.
    pub records: u32,
    /// What filing does beyond the record, in sentences: episodes that begin and end, and the days of
    /// the law that follow.
    pub episodes: Vec<String>,
    /// What is worth a look before filing, in the form's words. It stops nobody.
    pub notices: Vec<String>,
}

domain::named_only!(
    StartDraftRequest,
    ChildOnForm,
    DraftView,
    LastAnswer,
    LeftBehindRow,
    MovedRow,
    DraftMoveView,
    SaveDraftRequest,
    DraftRow,
    DraftsView,
    CheckDraftView
);
