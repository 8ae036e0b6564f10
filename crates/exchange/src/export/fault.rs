use thiserror::Error;

/// Why an export could not be written.
#[derive(Debug, Error)]
pub enum ExportFault {
    /// The file could not be written.
    #[error("the file could not be written")]
    Write(#[from] std::io::Error),
    /// More rows than an XLSX sheet holds. CSV has no such limit.
    #[error("a sheet holds {limit} rows at most")]
    TooManyRows {
        /// Most rows.
        limit: u32,
    },
    /// More columns than an XLSX sheet holds. CSV has no such limit.
    #[error("a sheet holds {limit} columns at most, this form has {found}")]
    TooManyColumns {
        /// How many there are.
        found: u64,
        /// Most columns.
        limit: u64,
    },
    /// A cell that XLSX cannot hold, in the lossless layout, where nothing is ever cut. CSV can.
    #[error("row {row}, column {column}: a cell holds {limit} characters at most")]
    CellTooLong {
        /// Row as a spreadsheet counts it, from 1.
        row: u32,
        /// Column from 1.
        column: u32,
        /// Most UTF-16 units.
        limit: u32,
    },
    /// The workbook could not be put together.
    #[error("the workbook could not be put together")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
}

impl ExportFault {
    /// Stable name: the sentence is `export-fault-` and this.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Write(_) => "write",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::CellTooLong { .. } => "cell_too_long",
            Self::Workbook(_) => "workbook",
        }
    }

    /// What the sentence names, by the name it has there.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Write(_) | Self::Workbook(_) => vec![],
            Self::TooManyRows { limit } => vec![("limit", limit.to_string())],
            Self::TooManyColumns { found, limit } => vec![("found", found.to_string()), ("limit", limit.to_string())],
            Self::CellTooLong { row, column, limit } => {
                vec![("row", row.to_string()), ("column", column.to_string()), ("limit", limit.to_string())]
            }
        }
    }
}
