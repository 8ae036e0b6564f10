//! A document for paper, without any layout: what it says, in order. Whoever prints decides how it
//! looks; whoever makes it leaves out what its reader may not see.

use serde::{Deserialize, Serialize};

/// A document for paper.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// Name and identifier of whom it is about: at the head of every page.
    pub of: String,
    /// Marking at the head of every page: "Official – sensitive".
    pub marking: String,
    /// Who made it and when, at the foot of every page.
    pub made: String,
    /// "Page {n} of {all}", with these two to be filled in.
    pub page: String,
    /// What to say on top where no font has some of its letters.
    pub letters_missing: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// A part of a document.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A heading.
    Heading {
        /// Its words.
        text: String,
    },
    /// Text; blank lines part paragraphs.
    Text {
        /// Its words.
        text: String,
    },
    /// Something to see before all else: a warning, a gap. Its first line stands out.
    Notice {
        /// Its words.
        text: String,
    },
    /// A table of rows that may run over pages; its head is repeated on each.
    Table {
        /// Widths of the columns in parts of the whole.
        widths: Vec<u32>,
        /// The head.
        head: Vec<String>,
        /// The rows, each as wide as the head.
        rows: Vec<Vec<Cell>>,
    },
}

/// A cell of a table.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What is read first; may be empty.
    pub first: String,
    /// The rest; blank lines part paragraphs.
    pub text: String,
    /// In small letters below: where it is from.
    pub source: String,
}

crate::named_only!(Paper, Block, Cell);
