//! The cells of one row, of either kind of file.

/// The cells of a row, by column from 0.
pub enum Cells<'a> {
    /// Of a CSV file, decoded to UTF-8.
    Csv(&'a csv::ByteRecord),
    /// Of a sheet of a workbook.
    Sheet(&'a [String]),
}

impl<'a> Cells<'a> {
    /// The text of a cell without blanks around it; empty where nothing stands.
    #[must_use]
    pub fn text(&self, column: usize) -> &'a str {
        match self {
            Self::Csv(record) => record.get(column).and_then(|cell| std::str::from_utf8(cell).ok()).unwrap_or_default(),
            Self::Sheet(cells) => cells.get(column).map_or("", String::as_str),
        }
        .trim()
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        match self {
            Self::Csv(record) => record.len(),
            Self::Sheet(cells) => cells.len(),
        }
    }
}
