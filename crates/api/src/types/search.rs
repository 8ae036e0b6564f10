//! One box that finds people, notes, records, documents, forms and help.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonRow;

/// Asks.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SearchRequest {
    /// As typed so far. Empty gives pinned and recent people.
    pub text: String,
    /// `all`, `people`, `notes`.
    #[serde(default)]
    #[ts(optional)]
    pub among: Option<String>,
    /// Only inside one person's file, ranked.
    #[serde(default)]
    #[ts(optional)]
    pub person: Option<String>,
    /// Where the last part of the notes ended.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<String>,
}

/// What was found.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SearchView {
    /// People, the likeliest first, at most 8.
    pub people: Vec<FoundPerson>,
    /// Pinned people, for an empty box.
    pub pinned: Vec<PersonRow>,
    /// People opened lately, for an empty box.
    pub recent: Vec<PersonRow>,
    /// Notes, records and documents, newest event first, at most 20.
    pub texts: Vec<FoundText>,
    /// Where the next part begins.
    pub next: Option<String>,
    /// Forms in force, at most 5.
    pub forms: Vec<FoundForm>,
    /// How it was understood: `date 2012-04-03`, `postcode`, `phone`, `identifier`, `words`.
    pub understood: String,
    /// The index is still being made: notes that are searched, and in all.
    pub indexed: u32,
    /// See `indexed`.
    pub to_index: u32,
}

/// Somebody who was found.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FoundPerson {
    /// Who.
    pub person: PersonRow,
    /// Warnings that hold today.
    pub warnings: u32,
    /// Their kinds.
    pub warning_kinds: Vec<String>,
    /// What fits: `name`, `sounds_alike`, `typing_slip`, `born`, `postcode`, `phone`, `identifier`.
    pub by: String,
    /// The value that fits, where it is not the name.
    pub value: String,
    /// Worker, if allocated.
    pub worker: Option<String>,
}

/// A text that was found.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FoundText {
    /// `record`, `note` or `document`.
    pub what: String,
    /// UUID.
    pub id: String,
    /// Title.
    pub title: String,
    /// When it happened.
    pub event_time: Option<String>,
    /// Whose file it stands on.
    pub people: Vec<PersonRow>,
    /// Words around, with what fits marked: pieces by turns plain and fitting, beginning with plain.
    pub pieces: Vec<String>,
    /// Who wrote it.
    pub author: String,
}

/// A form that was found.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FoundForm {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// Pins somebody, or takes the pin off.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PinRequest {
    /// UUID of the person.
    pub id: String,
    /// Pinned.
    pub pinned: bool,
}

domain::named_only!(SearchRequest, SearchView, FoundPerson, FoundText);
