//! `holdfast responses …`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Subcommand)]
pub(crate) enum Responses {
    /// List the forms that have answers.
    List,
    /// Import answers from a file. Without `--yes` it shows what would happen and changes nothing.
    Import(ResponsesFile),
    /// Export the answers to a form. The journal keeps that it was done.
    Export(ResponsesOut),
    /// List the imports of the past.
    Imports,
    /// Undo an import: what it brought is no longer shown or counted. Nothing is deleted.
    Undo {
        /// Id of the import, as `responses imports` lists it.
        batch: String,
        /// Why.
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

/// A file of answers and what was decided about it.
#[derive(Args)]
pub(crate) struct ResponsesFile {
    /// CSV of Google Forms or of a Google Sheet, its zip, JSON of the Forms API, or a lossless
    /// export; `-` for standard input.
    pub file: PathBuf,
    /// Id of the form that they answer.
    #[arg(long, value_name = "ID")]
    pub form: String,
    /// What comes first in the dates of the file, when it does not show.
    #[arg(long)]
    pub dates: Option<Dates>,
    /// Who a child of the file is: the key that the preview shows, and a person's id, `new` or
    /// `none`. May be given again.
    #[arg(long = "child-decision", value_name = "KEY=PERSON|new|none")]
    pub decisions: Vec<String>,
    /// What about the other children: `new` adds those who are like nobody on file, `none` files
    /// without them.
    #[arg(long)]
    pub children: Option<Children>,
    /// Import it.
    #[arg(long)]
    pub yes: bool,
}

/// What comes first in a date.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dates {
    #[value(name = "day-first")]
    Day,
    #[value(name = "month-first")]
    Month,
    #[value(name = "year-first")]
    Year,
}

/// What to do about children that no decision names.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Children {
    New,
    None,
}

/// What to export, and where to.
#[derive(Args)]
pub(crate) struct ResponsesOut {
    /// Id of the form.
    #[arg(long, value_name = "ID")]
    pub form: String,
    /// Which columns: as people know them from a Google Sheet; everything, to be read back; or the
    /// thirteen columns of the interim import.
    #[arg(long, default_value = "google-sheet")]
    pub layout: Layout,
    /// Which kind of file.
    #[arg(long = "file", default_value = "csv")]
    pub kind: FileKind,
    /// The file to write, which must not be there yet; `-` for standard output, CSV only.
    #[arg(long, value_name = "PATH")]
    pub output: PathBuf,
}

/// Layouts of an export.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Layout {
    GoogleSheet,
    Lossless,
    Envelope,
}

/// Kinds of file.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FileKind {
    Csv,
    Xlsx,
}
