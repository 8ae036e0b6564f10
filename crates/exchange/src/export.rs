//! Records of a form as a file for a spreadsheet or another system.

mod envelope;
mod fault;
mod file;
mod google;
mod guard;
mod lossless;

use std::{io::Write, path::Path};

use chrono::{DateTime, FixedOffset};
use domain::RecordId;
use forms::{Answers, ChildOnForm, Form, LeftBehind, SheetColumn};
use serde::{Deserialize, Serialize};

pub use envelope::ENVELOPE;
pub use fault::ExportFault;
pub use google::AFTER_QUESTIONS;

pub(crate) use guard::is_formula;

use file::{Out, OutCell};

/// How a file is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layout {
    /// As a Google Sheet of responses: `Timestamp`, a column a question, ticks joined by `, `. What
    /// Google has no column for stands after the questions ([`AFTER_QUESTIONS`]).
    GoogleSheet,
    /// Everything, to be read back by [`crate::Responses`] without loss: headers `id | wording`, a
    /// cell a question, JSON where the answer is more than words.
    Lossless,
    /// The thirteen columns of the interim import ([`ENVELOPE`]), a row a child.
    Envelope,
}

/// What sort of file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// UTF-8 with byte order mark, CRLF, quotes only where RFC 4180 needs them, guarded against
    /// formulas.
    Csv,
    /// One sheet of texts and numbers, never a formula; header frozen, with filters. At most
    /// 1,048,575 rows, 16,384 columns and 32,767 UTF-16 units a cell.
    Xlsx,
}

/// One record to export.
pub struct ExportRow<'a> {
    /// Its id.
    pub record: RecordId,
    /// The reference on its receipt.
    pub reference: String,
    /// The version of the form that it was recorded on.
    pub form: &'a Form,
    /// When it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// When it happened, `2026-11-21` or `2026-11-21T14:30`.
    pub event: Option<String>,
    /// Who recorded it.
    pub author: String,
    /// The children on the form.
    pub children: &'a [ChildOnForm],
    /// By child, in the same order, the number by which the service knows the child; a missing or
    /// empty one is none.
    pub known_ids: &'a [String],
    /// The answers as filed.
    pub answers: &'a Answers,
    /// Answers of the draft that the form no longer asked.
    pub no_longer_asked: &'a [LeftBehind],
    /// System and id of the response that it was imported from.
    pub source: Option<(String, String)>,
}

/// Only the record: names and answers go to no log.
impl std::fmt::Debug for ExportRow<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ExportRow({})", self.record)
    }
}

/// What was written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// Rows under the header.
    pub rows: u32,
    /// Cells that were too long for the format and end in `… (+n)`, n being the characters left out.
    pub cut: u32,
}

/// A file that is being written.
pub struct Export<'a, W: Write> {
    out: Out<W>,
    form: &'a Form,
    columns: Vec<SheetColumn>,
    layout: Layout,
}

impl<'a, W: Write> Export<'a, W> {
    /// Begins a file with its header. Columns are those of `form`; records on other versions of it
    /// put what has no column into one of its own where the layout has it. `word` gives the wording
    /// of a column that is no question, `export-column-` and the name of [`AFTER_QUESTIONS`].
    ///
    /// XLSX keeps its rows in a nameless file in the folder `work_in` until the end, so that a
    /// hundred thousand of them need no memory. Hand over the folder that the export goes to: what is
    /// in it is written in the clear there anyway, and nowhere else.
    ///
    /// # Errors
    /// [`ExportFault::TooManyColumns`] for XLSX, or what writing says.
    pub fn begin(
        out: W,
        form: &'a Form,
        layout: Layout,
        file: FileKind,
        work_in: &Path,
        word: impl Fn(&str) -> String,
    ) -> Result<Self, ExportFault> {
        let columns = match layout {
            Layout::GoogleSheet => forms::columns(form),
            Layout::Lossless | Layout::Envelope => Vec::new(),
        };
        let headers = match layout {
            Layout::GoogleSheet => google::headers(&columns, word),
            Layout::Lossless => lossless::headers(form),
            Layout::Envelope => ENVELOPE.iter().map(|name| (*name).to_owned()).collect(),
        };
        // A long text is cut where people read it, never where a program reads it back.
        let cut = layout != Layout::Lossless;
        Ok(Self { out: Out::begin(out, file, work_in, headers, cut)?, form, columns, layout })
    }

    /// Writes one record; in the envelope, one row a child.
    ///
    /// # Errors
    /// [`ExportFault::TooManyRows`] or [`ExportFault::CellTooLong`] for XLSX, or what writing says.
    pub fn row(&mut self, row: &ExportRow<'_>) -> Result<(), ExportFault> {
        match self.layout {
            Layout::GoogleSheet => self.out.row(google::cells(&self.columns, row)),
            Layout::Lossless => self.out.row(lossless::cells(self.form, row)),
            Layout::Envelope => envelope::rows(row).into_iter().try_for_each(|cells| self.out.row(cells)),
        }
    }

    /// Ends the file; a file that was not ended is none.
    ///
    /// # Errors
    /// What writing says.
    pub fn end(self) -> Result<Exported, ExportFault> {
        self.out.end()
    }
}

/// A text, or an empty cell for none.
fn text(text: impl Into<String>) -> OutCell {
    OutCell::Text(text.into())
}
