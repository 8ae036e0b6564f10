//! People on file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Finds people; an empty search lists all, by name.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ListPeopleRequest {
    /// Words of the name, in any order; may be empty.
    #[serde(default)]
    pub search: String,
    /// How many at most; 200 when not said.
    pub limit: Option<u32>,
}

/// A row of the caseload.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PersonRow {
    /// UUID.
    pub id: String,
    /// Full name.
    pub name: String,
    /// What the person likes to be called, if different.
    pub known_as: Option<String>,
    /// `YYYY-MM-DD`, if known.
    pub date_of_birth: Option<String>,
    /// One of `early_help`, `child_in_need`, `child_protection_plan`, `looked_after`, `care_leaver`,
    /// `none_of_these`; none when it is not recorded.
    pub care_status: Option<String>,
    /// Whole years today; none when the date of birth is not known or in the future.
    pub age: Option<u32>,
    /// Date of the newest visit at which the child was seen.
    pub last_seen: Option<String>,
    /// Drafts about this person.
    pub drafts: u32,
    /// Filed records about this person that are only on this device.
    pub waiting: u32,
    /// Two entries that did not know of each other disagree about this person.
    pub clash: bool,
}

/// The caseload.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PeopleView {
    /// In the order to show.
    pub people: Vec<PersonRow>,
    /// How many match in all.
    pub total: u32,
}

/// Adds a person. Nothing but a name is required.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddPersonRequest {
    /// Full name, in any script.
    pub name: String,
    /// What the person likes to be called.
    pub known_as: Option<String>,
    /// `YYYY-MM-DD`.
    pub date_of_birth: Option<String>,
    /// See `PersonRow`.
    #[serde(default)]
    #[ts(optional)]
    pub care_status: Option<String>,
}

/// Corrects what is recorded about a person; a field left out stays as it is.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendPersonRequest {
    /// UUID.
    pub id: String,
    /// New full name.
    pub name: Option<String>,
    /// New name to be called by; an empty text removes it.
    pub known_as: Option<String>,
    /// New date of birth; an empty text removes it.
    pub date_of_birth: Option<String>,
    /// New status; an empty text removes it.
    #[serde(default)]
    #[ts(optional)]
    pub care_status: Option<String>,
}

/// One value of one field, as one author recorded it.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ValueView {
    /// `name`, `known_as`, `date_of_birth` or `care_status`.
    pub field: String,
    /// The value.
    pub value: String,
    /// Who recorded it.
    pub author: String,
    /// When it was recorded.
    pub recorded: String,
}

/// A child's page.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChildView {
    /// The person.
    pub person: PersonRow,
    /// Every value that is in clash; empty when nothing is.
    pub clashes: Vec<ValueView>,
    /// Drafts about this child, newest first.
    pub drafts: Vec<super::DraftRow>,
    /// The first part of the timeline, newest event first.
    pub timeline: TimelineView,
}

/// Asks for more of a timeline.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimelineRequest {
    /// The child.
    pub id: String,
    /// The cursor that the last part ended with; none for the first part.
    pub after: Option<String>,
}

/// A part of a timeline.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct TimelineView {
    /// Newest event first, at most 50.
    pub records: Vec<super::RecordRow>,
    /// Cursor for the next part; none at the end.
    pub next: Option<String>,
    /// How many records in all.
    pub total: u32,
}

domain::named_only!(
    ListPeopleRequest,
    PersonRow,
    PeopleView,
    AddPersonRequest,
    AmendPersonRequest,
    ValueView,
    ChildView,
    TimelineView
);
