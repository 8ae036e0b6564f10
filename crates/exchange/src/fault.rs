use thiserror::Error;

/// Why a file was refused as a whole. Holds counts and words of the file's format, never an answer.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ImportFault {
    /// More bytes than this room reads at once.
    #[error("the file has {bytes} bytes, {limit} are read at most")]
    TooLarge {
        /// Size of the file in bytes.
        bytes: u64,
        /// Most bytes that are read.
        limit: u64,
    },
    /// Not a byte in it.
    #[error("the file is empty")]
    Empty,
    /// More of something than a form may have.
    #[error("the form has {found} {what}, {limit} are read at most")]
    TooMany {
        /// What there is too much of: `items`, `sections`, `questions`, `choices`, `grid` (rows or columns of
        /// one), `rows`, `columns`, `cells`.
        what: &'static str,
        /// How many it has; where counting stopped at the bound, one more than the bound.
        found: u64,
        /// Most that are read.
        limit: u64,
    },
    /// Not JSON; where reading stopped.
    #[error("not JSON: line {line}, column {column}")]
    NotJson {
        /// Line, from 1.
        line: u64,
        /// Column, from 1.
        column: u64,
    },
    /// JSON, but without what makes it a form of the Forms API.
    #[error("not a form of the Google Forms API: {missing} is missing")]
    NotAGoogleForm {
        /// The member that it lacks: `formId`, `items`.
        missing: &'static str,
    },
    /// Answers of a Google form where the form itself was wanted.
    #[error("these are responses, not a form")]
    ResponsesNotForm,
    /// A form that asks and shows nothing.
    #[error("the form has nothing in it")]
    NothingToAsk,
    /// Not a workbook that can be opened.
    #[error("not an .xlsx workbook")]
    NotAWorkbook,
    /// A workbook with macros.
    #[error("the workbook has macros")]
    Macros,
    /// A packed file that unpacks to more than this room takes in.
    #[error("the packed file unpacks to too much")]
    Unpacked {
        /// Which bound it breaks: `entries`, `bytes`, `ratio`.
        bound: &'static str,
        /// The bound.
        limit: u64,
    },
    /// A workbook without a sheet that the format needs.
    #[error("the workbook has no sheet {sheet}")]
    NoSheet {
        /// Name of the sheet.
        sheet: &'static str,
    },
    /// A sheet without a column that the format needs.
    #[error("sheet {sheet} has no column {column}")]
    NoColumn {
        /// Name of the sheet.
        sheet: &'static str,
        /// Name of the column.
        column: &'static str,
    },
    /// What was made of it is refused by the engine of the forms. A fault of this program.
    #[error("the form could not be put together: {0}")]
    NotPutTogether(String),
    /// A NUL byte in a file of responses: not text, or text in an encoding without its mark.
    #[error("row {row}, column {column}: a NUL byte")]
    NulByte {
        /// Row as a spreadsheet counts it, from 1.
        row: u32,
        /// Column from 1; 0 where the format has none.
        column: u32,
    },
    /// More responses than are read at once.
    #[error("more than {limit} rows")]
    TooManyRows {
        /// Most that are read.
        limit: u32,
    },
    /// A row of responses with more columns than are read.
    #[error("row {row}: more than {limit} columns")]
    TooManyColumns {
        /// Row as a spreadsheet counts it, from 1.
        row: u32,
        /// Most that are read.
        limit: u32,
    },
    /// A cell longer than is read: most often a quote that nobody closed.
    #[error("row {row}, column {column}: a cell of more than {limit} bytes")]
    CellTooLong {
        /// Row as a spreadsheet counts it, from 1.
        row: u32,
        /// Column from 1; 0 where the format has none.
        column: u32,
        /// Most bytes that are read.
        limit: u64,
    },
    /// Begins as a zip and cannot be opened as one.
    #[error("not a zip that can be opened")]
    NotAZip,
    /// A zip without a CSV, or with several.
    #[error("the zip holds {found} CSV files, one is wanted")]
    NotOneCsv {
        /// How many it holds.
        found: u64,
    },
    /// JSON, but no list of responses.
    #[error("no responses of the Google Forms API")]
    NotResponses,
    /// A form where its responses were wanted.
    #[error("this is a form, not its responses")]
    FormNotResponses,
    /// The file was changed while it was read.
    #[error("the file was changed while it was read")]
    Changed,
    /// The disk did not give the file.
    #[error("the file could not be read: {0}")]
    Unreadable(std::io::ErrorKind),
}

impl From<std::io::Error> for ImportFault {
    fn from(error: std::io::Error) -> Self {
        Self::Unreadable(error.kind())
    }
}

impl ImportFault {
    /// Stable name: the sentence is `import-fault-` and this.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too_large",
            Self::Empty => "empty",
            Self::TooMany { .. } => "too_many",
            Self::NotJson { .. } => "not_json",
            Self::NotAGoogleForm { .. } => "not_a_google_form",
            Self::ResponsesNotForm => "responses_not_form",
            Self::NothingToAsk => "nothing_to_ask",
            Self::NotAWorkbook => "not_a_workbook",
            Self::Macros => "macros",
            Self::Unpacked { .. } => "unpacked",
            Self::NoSheet { .. } => "no_sheet",
            Self::NoColumn { .. } => "no_column",
            Self::NotPutTogether(_) => "not_put_together",
            Self::NulByte { .. } => "nul_byte",
            Self::TooManyRows { .. } => "too_many_rows",
            Self::TooManyColumns { .. } => "too_many_columns",
            Self::CellTooLong { .. } => "cell_too_long",
            Self::NotAZip => "not_a_zip",
            Self::NotOneCsv { .. } => "not_one_csv",
            Self::NotResponses => "not_responses",
            Self::FormNotResponses => "form_not_responses",
            Self::Changed => "changed",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// What the sentence names, by the name it has there.
    #[must_use]
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::TooLarge { bytes, limit } => vec![("mib", mib(*bytes)), ("limit", mib(*limit))],
            Self::TooMany { what, found, limit } => {
                vec![("what", (*what).to_owned()), ("found", found.to_string()), ("limit", limit.to_string())]
            }
            Self::NotJson { line, column } => vec![("line", line.to_string()), ("column", column.to_string())],
            Self::NotAGoogleForm { missing } => vec![("missing", (*missing).to_owned())],
            Self::Unpacked { bound, limit } => vec![("bound", (*bound).to_owned()), ("limit", limit.to_string())],
            Self::NoSheet { sheet } => vec![("sheet", (*sheet).to_owned())],
            Self::NoColumn { sheet, column } => {
                vec![("sheet", (*sheet).to_owned()), ("column", (*column).to_owned())]
            }
            Self::NulByte { row, column } => vec![("row", row.to_string()), ("column", column.to_string())],
            Self::TooManyRows { limit } => vec![("limit", limit.to_string())],
            Self::TooManyColumns { row, limit } => vec![("row", row.to_string()), ("limit", limit.to_string())],
            Self::CellTooLong { row, column, limit } => {
                vec![("row", row.to_string()), ("column", column.to_string()), ("limit", mib(*limit))]
            }
            Self::NotOneCsv { found } => vec![("found", found.to_string())],
            Self::NotAZip | Self::NotResponses | Self::FormNotResponses | Self::Changed | Self::Unreadable(_) => vec![],
            Self::NotPutTogether(why) => vec![("why", why.clone())],
            Self::Empty | Self::ResponsesNotForm | Self::NothingToAsk | Self::NotAWorkbook | Self::Macros => vec![],
        }
    }
}

/// Whole MiB, rounded up: "9" for a little more than 8.
fn mib(bytes: u64) -> String {
    bytes.div_ceil(1024 * 1024).to_string()
}
