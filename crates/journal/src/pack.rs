//! The lines of a pack: what a lost system held, as it was recovered. Ids are derived from the source
//! system and the id there, so that everybody who imports one pack makes the same people.

use std::collections::BTreeMap;

use domain::{EventTime, Fact, FactId, NoteId, PersonField, PersonId};
use serde::{Deserialize, Serialize};

/// One line.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "line", rename_all = "snake_case")]
pub enum PackLine {
    /// Somebody.
    Person {
        /// The person.
        person: PersonId,
        /// What is known, by field.
        fields: BTreeMap<PersonField, String>,
    },
    /// A fact about people of this pack or on file.
    Fact {
        /// The fact.
        fact: FactId,
        /// Whose files it stands on.
        about: Vec<PersonId>,
        /// What it says.
        says: Fact,
    },
    /// A case note.
    Note(HistoricNote),
}

/// A case note of a lost system. It is read only: a mark or a correction is something else.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoricNote {
    /// The note.
    pub id: NoteId,
    /// Whose files it stands on.
    pub people: Vec<PersonId>,
    /// When it happened; none where the old date cannot be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<EventTime>,
    /// The date as the old system wrote it, where it could not be read or cannot be right.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub written_date: String,
    /// Its kind there, in words: "Home visit".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub sort: String,
    /// Its title there.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// The text, with markup made readable.
    pub text: String,
}

domain::named_only!(PackLine, HistoricNote);
