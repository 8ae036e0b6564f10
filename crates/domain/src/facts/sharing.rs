//! What went to whom, and what somebody in the family does not know.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Target;

/// Something was sent or handed to somebody.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sent {
    /// What, where it is in the casebook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub of: Option<Target>,
    /// What, in words.
    pub what: String,
    /// To whom: a name and what they are.
    pub to: String,
    /// Their agency; empty for family.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub agency: String,
    /// How: by hand, post, secure e-mail.
    pub how: String,
    /// When.
    #[ts(type = "string")]
    pub on: NaiveDate,
}

/// A passage or a fact that somebody in the family does not know. Prints and exports leave it out
/// unless they are for the file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NotTold {
    /// Where it stands.
    pub of: Target,
    /// The passage, letter by letter; empty means all of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub passage: String,
    /// Who does not know.
    pub unaware: Unaware,
    /// Why not.
    pub because: String,
}

/// Who does not know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unaware {
    /// The child.
    Child,
    /// A parent.
    Parent,
    /// Child and parents.
    Both,
}

crate::named_only!(Sent, NotTold);
