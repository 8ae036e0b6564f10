//! Packs: people and history of a lost system, from the rows of a CSV or XLSX file.
//!
//! A row becomes things with ids that come from the system and the id there, so that everybody who
//! reads the same file makes the same things. Nothing is guessed: a date that can be two days is asked
//! about, a word that is in no list is kept in a note, and every row that is not taken is counted with
//! the reason.

mod allocation;
mod cells;
mod csv_file;
mod dates;
mod fields;
mod file;
mod identifier;
mod ids;
mod note;
mod person;
mod readable;
mod relationship;
mod taking;
mod warning;
mod words;
mod workbook;

pub use cells::Cells;
pub use dates::{Columns, DateFormats};
pub use fields::{Field, fields, suggest};
pub use file::{Bytes, PackFile};
pub use ids::person_id;
pub use readable::readable;
pub use taking::{Named, OldNote, PackItem, Problem, Taken, Taking};

/// What a row of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RowsAre {
    /// Somebody.
    Person,
    /// A number or code by which somebody is known.
    Identifier,
    /// A warning on somebody's file.
    Warning,
    /// Somebody is with a team or a worker.
    Allocation,
    /// Somebody is something to somebody else.
    Relationship,
    /// A case note.
    Note,
}

impl RowsAre {
    /// Every kind.
    pub const ALL: [Self; 6] =
        [Self::Person, Self::Identifier, Self::Warning, Self::Allocation, Self::Relationship, Self::Note];

    /// As requests and profiles write it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Identifier => "identifier",
            Self::Warning => "warning",
            Self::Allocation => "allocation",
            Self::Relationship => "relationship",
            Self::Note => "note",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rows| rows.as_str() == text)
    }
}
