use std::borrow::Cow;

use super::api::{ApiCell, ApiRow};

/// One response as it stands in the file.
pub struct Row {
    pub(super) number: u32,
    pub(super) cells: Cells,
}

domain::named_only!(Row);

pub(super) enum Cells {
    Sheet(csv::ByteRecord),
    Api(ApiRow),
}

/// What stands in one cell.
pub(super) enum Found<'a> {
    /// Text that may hold several answers.
    Text(&'a str),
    /// Answers that the file keeps apart.
    Apart(&'a [String]),
    /// Names and addresses of files.
    Files(&'a str),
}

impl Row {
    /// The row as a spreadsheet counts it: the header is 1, the first response 2.
    #[must_use]
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The text of a cell as written, by column from 0; several answers joined by `, `.
    #[must_use]
    pub fn text(&self, column: usize) -> Cow<'_, str> {
        match self.found(column) {
            Found::Text(text) | Found::Files(text) => Cow::Borrowed(text),
            Found::Apart([one]) => Cow::Borrowed(one),
            Found::Apart(many) => Cow::Owned(many.join(", ")),
        }
    }

    pub(super) fn found(&self, column: usize) -> Found<'_> {
        match &self.cells {
            // The file was decoded as a whole: a cell is always UTF-8.
            Cells::Sheet(record) => {
                Found::Text(record.get(column).and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or_default())
            }
            Cells::Api(row) => match row.cells.get(column) {
                None | Some(ApiCell::Nothing) => Found::Text(""),
                Some(ApiCell::Values(values)) => Found::Apart(values),
                Some(ApiCell::Files(files)) => Found::Files(files),
            },
        }
    }

    /// Cells beyond the last header, with their column from 1.
    pub(super) fn beyond(&self, headers: usize) -> impl Iterator<Item = (usize, &str)> {
        let record = match &self.cells {
            Cells::Sheet(record) => Some(record),
            Cells::Api(_) => None,
        };
        let cells = record.into_iter().flat_map(move |record| record.iter().enumerate().skip(headers));
        cells.filter_map(|(index, cell)| Some((index + 1, std::str::from_utf8(cell).ok()?)))
    }

    pub(super) fn edited(&self) -> bool {
        matches!(&self.cells, Cells::Api(row) if row.edited)
    }
}
