//! What makes a file a story: the summary on top, and the events that count.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{FactId, NoteId, RecordId};

/// The summary on top of a child's file, newest first on the page.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Summary {
    /// When it was true.
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// Who am I.
    pub who_am_i: String,
    /// What matters to me and for me.
    pub what_matters: String,
    /// What is next.
    pub what_next: String,
}

/// What is marked, withheld or sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(tag = "what", content = "id", rename_all = "snake_case")]
pub enum Target {
    /// A record.
    Record(#[ts(type = "string")] RecordId),
    /// A recovered case note.
    Note(#[ts(type = "string")] NoteId),
    /// Another fact: a document, an address, an episode.
    Fact(#[ts(type = "string")] FactId),
}

impl Target {
    /// What marks on it are looked up by.
    pub fn key(self) -> String {
        match self {
            Self::Record(id) => format!("record:{id}"),
            Self::Note(id) => format!("note:{id}"),
            Self::Fact(id) => format!("fact:{id}"),
        }
    }
}

/// A mark on an event of the timeline. Its id comes from its target: one target has one mark.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Mark {
    /// The event.
    pub of: Target,
    /// A significant event: it stands in the chronology.
    pub significant: bool,
    /// One line for the chronology; empty takes the event's title.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub headline: String,
    /// Kept for the child's life story.
    #[serde(default)]
    pub life_story: bool,
}

crate::named_only!(Summary, Mark);
