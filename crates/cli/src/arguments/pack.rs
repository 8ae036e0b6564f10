//! `holdfast history …`, `holdfast pack …`, and the file that `person import` takes too.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Subcommand)]
pub(crate) enum History {
    /// Import old notes from CSV or XLSX. They stand on timelines as recovered, and are read only.
    Import(PackFile),
}

#[derive(Subcommand)]
pub(crate) enum Pack {
    /// List the packs that were taken in, newest first.
    List,
    /// Undo a pack: what it alone brought counts no longer. People about whom something was recorded
    /// since stay. Nothing is deleted.
    Undo {
        /// Id of the pack, as `pack list` shows it.
        batch: String,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// List what packs add, lack or contradict, child by child, to be worked through.
    Reconcile {
        /// This person was worked through.
        #[arg(long, value_name = "PERSON")]
        done: Option<String>,
    },
}

/// A file of a system that is gone, and what was decided about it.
#[derive(Args)]
pub(crate) struct PackFile {
    /// CSV or XLSX with headings in the first row. It is read where it lies, of any size.
    pub file: PathBuf,
    /// The system that it comes from.
    #[arg(long)]
    pub system: String,
    /// The day on which it was taken from the system, YYYY-MM-DD.
    #[arg(long, value_name = "DAY")]
    pub as_at: String,
    /// What a row is: of people, a person when not said; of history always a note.
    #[arg(long)]
    pub rows: Option<Rows>,
    /// Which heading fills a field, in place of what is suggested; with no heading the field is left
    /// out. May be given again.
    #[arg(long = "column", value_name = "FIELD=HEADING")]
    pub columns: Vec<String>,
    /// What comes first in dates that can be read in two ways.
    #[arg(long)]
    pub dates: Option<DayOrMonth>,
    /// Sheet of a workbook; the first one when not said.
    #[arg(long)]
    pub sheet: Option<String>,
    /// Show what it would bring, and change nothing.
    #[arg(long)]
    pub check: bool,
    /// Who somebody of the file is: the key that `--check` shows, and a person's id or `new`. May be
    /// given again. Whoever is not named is a new person, linked to nobody.
    #[arg(long = "decide", value_name = "KEY=PERSON|new")]
    pub decisions: Vec<String>,
    /// Remember columns and dates for the next file of this system.
    #[arg(long)]
    pub remember: bool,
}

/// What a row is.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Rows {
    Person,
    Identifier,
    Warning,
    Allocation,
    Relationship,
    Note,
}

impl Rows {
    /// As requests write it.
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
}

/// What comes first in a date.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DayOrMonth {
    #[value(name = "day-first")]
    Day,
    #[value(name = "month-first")]
    Month,
}
