use chrono::{DateTime, FixedOffset, NaiveDate};
use forms::Answers;

/// The person under whom answers to "each child" stand while nobody has matched the child: only
/// when the response names exactly one. The importer puts the matched person's id in its place.
pub const ONLY_CHILD: &str = "#1";
/// The id of the one item that a flat row can give to a group.
pub const ONLY_ITEM: &str = "1";

/// One response, read for a form.
#[derive(Clone, PartialEq)]
pub struct Response {
    /// Its row as a spreadsheet counts: from 2.
    pub row: u32,
    /// What names it for ever: the API's id, our own record's id, or 64 hex digits of SHA-256 over
    /// the form and the cells of its row; `#2` and on for its like in one file. It depends neither on
    /// the version of the form nor on the mapping or the order of days that was chosen.
    pub source_id: String,
    /// When it was submitted, by the clocks of London; none if the file does not say or it is a doubt.
    pub submitted: Option<DateTime<FixedOffset>>,
    /// Submitted again after the first time; only the API tells.
    pub edited: bool,
    /// Who submitted it.
    pub email: Option<String>,
    /// The children that its columns name, in order; three at most from a sheet.
    pub who: Vec<NamedChild>,
    /// The answers in the shapes in which they are filed; what could not be read stands as
    /// `{"as_imported": text}`, in a grid in the place of the row's answer.
    pub answers: Answers,
    /// Texts of columns that answer nothing here or could not be read, as written, by header; a
    /// header that the file has twice ends with ` (2)`. With them those that name a child.
    pub extra: Vec<(String, String)>,
    /// Cells to look at.
    pub doubts: Vec<Doubt>,
}

/// A child as a response names it. Who that is, a person decides.
#[derive(Clone, PartialEq, Eq)]
pub struct NamedChild {
    /// Name as written; empty if there is only a number or a date of birth.
    pub name: String,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// A number by which the child is known there; of our own lossless CSV the person's id.
    pub id: Option<String>,
}

/// A cell that a person should look at.
#[derive(Clone, PartialEq, Eq, serde::Serialize)]
pub struct Doubt {
    /// Header of the column.
    pub column: String,
    /// Name of the sentence: `import-doubt-` and this.
    pub code: &'static str,
    /// What the sentence names.
    pub params: Vec<(&'static str, String)>,
    /// The cell as written.
    pub cell: String,
}

domain::named_only!(Response, NamedChild, Doubt);
