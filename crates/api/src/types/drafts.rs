//! Drafts: saved as they are typed, valid or not.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AnswerRow, AnswerSection, ProblemView, WalkView};

/// Starts a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StartDraftRequest {
    /// The form's id.
    pub form: String,
    /// The children it is about; may be empty where the form allows it.
    pub children: Vec<String>,
    /// "Same visit, next child": a filed record whose shared answers are carried over to check.
    pub from_record: Option<String>,
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
    /// Date of the event, `YYYY-MM-DD` with the time after it when known; none until answered.
    pub event_time: Option<String>,
    /// Whole days between the event and now.
    pub days_after: Option<u32>,
    /// An urgent record goes first.
    pub urgent: bool,
    /// The clock of this device looks wrong: it was set back or jumped.
    pub clock_uncertain: bool,
}

domain::named_only!(ChildOnForm, DraftView, SaveDraftRequest, DraftRow, DraftsView, CheckDraftView);
