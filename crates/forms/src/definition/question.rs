use serde::{Deserialize, Serialize};

use super::Kind;
use crate::condition::Condition;

/// Some questions shown together on one page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Stable name, unique among the form's sections.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Help for the whole section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<String>,
    /// Asked only while this holds. A section hidden by it is passed through: `after` still counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The section that follows, or `end`; without it, the next in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// At least one.
    pub questions: Vec<Question>,
}

/// One question, or a piece of text or a picture between questions.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// Stable name, unique in the whole form, inner questions included; apart from the wording.
    pub id: String,
    /// The wording that people see; for a statement or picture, its title.
    pub text: String,
    /// One short line under the wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Longer help: why we ask, and a good example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<String>,
    /// A must-have: answered, or a reason given why it is not known, before filing.
    pub required: bool,
    /// Asked only while this holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What the author says when the answer breaks a rule of this question, in the place of the
    /// standard sentence. A missing answer keeps the standard one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// Filled in when a draft begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefill: Option<Prefill>,
    /// What the last record says to this is shown above it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub echo: bool,
    /// A group: a draft begins with the items of the child's last record on a form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_last: Option<FromLast>,
    /// What sort of answer it takes.
    pub kind: Kind,
}

/// What a draft begins with at a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prefill {
    /// A date question: today.
    Today,
    /// A text question: the name of who records.
    AuthorName,
    /// A text or team question: the team of who records.
    AuthorTeam,
    /// A text question: the name of the only child on the form.
    ChildName,
    /// A date question: the date of birth of the only child on the form.
    ChildBorn,
}

/// Where the items of a group come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FromLast {
    /// Id of the form of the earlier record; may be this form.
    pub form: String,
    /// Id of the group in it. Inner questions of the same id are taken over.
    pub question: String,
}
