//! Forms and how far a draft is.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A form that may be started.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormRow {
    /// Stable name, e.g. `visit`.
    pub id: String,
    /// Hash of the definition: what a version is named by.
    pub hash: String,
    /// The version's number, for people.
    pub number: u32,
    /// Title.
    pub title: String,
    /// What it is for.
    pub about: String,
    /// An urgent record goes first and raises the phone prompt.
    pub urgent: bool,
    /// Whether it can be filed with no child on file.
    pub without_child: bool,
    /// Whether it can be about more than one child.
    pub several_children: bool,
    /// Heading under which it is offered.
    pub shelf: String,
    /// Who records it; may be empty.
    pub who: String,
    /// By when, and whose rule it is; may be empty.
    pub time_limit: String,
    /// The organisation's own version, not the one that ships.
    pub own: bool,
}

/// Every form that may be started.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FormsView {
    /// In the order to show.
    pub forms: Vec<FormRow>,
}

/// How far a section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Nothing answered.
    NotStarted,
    /// Something answered, something still to do.
    InProgress,
    /// Nothing left to do.
    Done,
}

/// A section, as the answers so far leave it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SectionView {
    /// Id within the form.
    pub id: String,
    /// Whether the answers so far lead here.
    pub asked: bool,
    /// How far it is.
    pub progress: Progress,
    /// How many answers need fixing before the record can be filed.
    pub to_fix: u32,
}

/// Something that must be put right before filing.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ProblemView {
    /// Which answer: `question`, `question/<child id>/question` or `question/<item id>/question`.
    pub path: String,
    /// The section that holds it.
    pub section: String,
    /// The text shown beside the field and in the error summary.
    pub message: String,
    /// Whether the person may instead say why it is not known.
    pub may_give_reason: bool,
}

/// The form engine's view of a draft. The screens render it and decide nothing.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct WalkView {
    /// Every section of the form, in order.
    pub sections: Vec<SectionView>,
    /// Paths of the questions to show now, in order (those of `each_child` and `group` included).
    pub asked: Vec<String>,
    /// What must be put right before filing.
    pub problems: Vec<ProblemView>,
    /// Paths that were answered and are no longer asked: kept in the draft, not filed.
    pub hidden: Vec<String>,
    /// How many asked questions have an answer.
    pub answered: u32,
    /// How many questions are asked.
    pub total: u32,
    /// What is worked out from the answers, by path, as text with its unit.
    pub calculated: std::collections::BTreeMap<String, String>,
}

/// A section of answers as people read them.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AnswerSection {
    /// Id within the form.
    pub id: String,
    /// Title as shown when it was recorded.
    pub title: String,
    /// Its answers.
    pub rows: Vec<AnswerRow>,
}

/// One question and its answer, in the words that were shown.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AnswerRow {
    /// Which answer (see `ProblemView::path`).
    pub path: String,
    /// The question.
    pub question: String,
    /// The child or the item of a group that it is about.
    pub about: Option<String>,
    /// The answer in words; empty when not answered.
    pub answer: String,
    /// False when there is no answer.
    pub answered: bool,
    /// Why a must-have is not known.
    pub not_known_because: Option<String>,
    /// Kind of question, as form files name it; empty where it is not known any more.
    pub kind: String,
    /// The answer as it is kept, where it is more than words: files, a drawing, a body map, a
    /// signature.
    #[ts(type = "unknown")]
    pub value: Option<serde_json::Value>,
}

domain::named_only!(ProblemView, WalkView, AnswerSection, AnswerRow);
