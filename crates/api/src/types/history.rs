//! What was recorded on a file, and what it said before.

use std::collections::BTreeMap;

use domain::Fact;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::RecoveredView;

/// Everything that was recorded once or as a fact on a person's files.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FileHistoryView {
    /// The last first.
    pub changes: Vec<ChangeView>,
}

/// Something that was recorded: of a fact or of a field.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChangeView {
    /// Names the change among the others.
    pub id: String,
    /// Name of who recorded it.
    pub author: String,
    /// When.
    pub recorded: String,
    /// The lost system that it was recovered from.
    pub recovered: Option<RecoveredView>,
    /// Recorded since this person last looked.
    pub new: bool,
    /// A version of a fact, or its withdrawal.
    pub fact: Option<FactChangeView>,
    /// A value of what is recorded once.
    pub field: Option<FieldChangeView>,
}

/// A version of a fact, or its withdrawal.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FactChangeView {
    /// UUID of the fact.
    pub id: String,
    /// What it said before; none for a new one. A hidden address that this person may not see has no
    /// lines and no postcode.
    pub before: Option<Fact>,
    /// What it says now; none when it was withdrawn, and when it was taken off this person's files.
    pub says: Option<Fact>,
    /// UUIDs of those on whose files it stood before; nobody for a new one.
    pub about_before: Vec<String>,
    /// UUIDs of those on whose files it stands now: nobody's once withdrawn, others' where it was taken
    /// off these.
    pub about: Vec<String>,
    /// Why it was withdrawn.
    pub reason: Option<String>,
    /// Kept from this person.
    pub hidden: bool,
    /// Names of the people whom it names or named, and of those on whose files it stood and stands where
    /// that changed, by UUID.
    pub names: BTreeMap<String, String>,
}

/// A value of what is recorded once of a person.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FieldChangeView {
    /// Name of the field.
    pub field: String,
    /// The value before; empty where there was none.
    pub before: String,
    /// The value now; empty where it was removed.
    pub value: String,
}

domain::named_only!(FileHistoryView, ChangeView, FactChangeView, FieldChangeView);
