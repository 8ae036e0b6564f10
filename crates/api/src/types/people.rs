//! People on file.

use std::collections::BTreeMap;

use domain::{Fact, PersonField};
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
    /// `child`, `unborn_child`, `adult`, `professional`, `place`, `group`.
    pub kind: String,
    /// `YYYY-MM-DD`, if known: of birth, or due.
    pub date_of_birth: Option<String>,
    /// `exact`, `estimated` or `due`.
    pub date_of_birth_is: String,
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
    /// Kinds of the warnings that hold today.
    pub warnings: Vec<String>,
    /// Name of the lead worker, if one is allocated today.
    pub worker: Option<String>,
    /// The identifier to say on the phone: the emergency id, else the first of another scheme.
    pub identifier: Option<String>,
}

/// The caseload.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct PeopleView {
    /// In the order to show.
    pub people: Vec<PersonRow>,
    /// How many match in all.
    pub total: u32,
}

/// Adds a person. Nothing is required but enough to tell them apart: a name, or for an unborn child
/// anything.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddPersonRequest {
    /// What is recorded once, by field; `name` among it.
    pub fields: BTreeMap<PersonField, String>,
    /// What else is known: addresses, phones, identifiers, other names.
    #[serde(default)]
    #[ts(as = "Option<Vec<Fact>>", optional)]
    pub facts: Vec<Fact>,
    /// Gives the person an emergency id as well.
    #[serde(default)]
    #[ts(optional)]
    pub emergency_id: Option<bool>,
    /// UUIDs of people on file who are like them and were said to be somebody else. It is kept as a
    /// decision about each pair.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub different: Vec<String>,
}

/// Corrects what is recorded about a person; a field left out stays as it is, an empty text removes
/// what may be removed.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendPersonRequest {
    /// UUID.
    pub id: String,
    /// New values, by field.
    pub fields: BTreeMap<PersonField, String>,
    /// `seen` of the child's file as the screen shows it, or of the values in clash between which was
    /// chosen. What came since then stands beside the correction. Left out, it is a correction of what
    /// stands when it is recorded.
    #[serde(default)]
    #[ts(optional)]
    pub seen: Option<Vec<String>>,
}

/// One value of one field, as one author recorded it.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ValueView {
    /// Name of the field.
    pub field: String,
    /// The value.
    pub value: String,
    /// Who recorded it.
    pub author: String,
    /// When it was recorded.
    pub recorded: String,
    /// The value, as a correction of it names it.
    pub seen: String,
}

domain::named_only!(ListPeopleRequest, PersonRow, PeopleView, AddPersonRequest, AmendPersonRequest, ValueView);
