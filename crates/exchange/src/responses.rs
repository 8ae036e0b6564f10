//! Responses to a form that were collected elsewhere, as a file of rows.

mod api;
mod api_json;
mod building;
mod canonical;
mod cell;
mod choices;
mod clock;
mod date;
mod heading;
mod identity;
mod latest;
mod mapping;
mod orders;
mod packed;
mod place;
mod reading;
mod response;
mod row;
mod suggest;

pub use canonical::record_id;
pub use date::DateOrder;
pub use mapping::{ChildColumn, ChildPart, MappedColumn, Mapping, Target};
pub use orders::{DateOrders, date_orders};
pub use reading::Reading;
pub use response::{Doubt, NamedChild, ONLY_CHILD, ONLY_ITEM, Response};
pub use row::Row;
pub use suggest::suggest;

pub(crate) use canonical::{canonical, lossless_cell};
pub(crate) use date::{Day, Written};
pub(crate) use packed::few_entries;

use std::collections::HashSet;

use crate::{
    fault::ImportFault,
    line::{Line, Weight},
    sheet_file::{MOST_BYTES, SheetFile, line},
};
use api::ApiFile;
use latest::Latest;
use row::Cells;

/// What the first header of our own lossless CSV begins with. No question id has a dot.
pub(crate) const LOSSLESS: &str = "holdfast.";
/// Header of our own lossless CSV: the id of the record.
pub(crate) const RECORD: &str = "holdfast.record";
/// Header of our own lossless CSV: when it was recorded.
pub(crate) const RECORDED: &str = "holdfast.recorded";

/// How a file writes responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Dialect {
    /// "Download responses" of Google Forms: every cell quoted, ticks joined by `;`, times with zone.
    Download,
    /// A linked Google Sheet as CSV: ticks joined by `, `, times without a zone. Also any other CSV.
    Sheet,
    /// JSON of the Forms API: a list of responses, or `{"responses": […]}`.
    Api,
    /// The CSV that this program writes and reads back without loss.
    Lossless,
}

/// A file of responses, read and measured: at most 64 MiB, 500,000 rows, 2,000 columns and 1 MiB a
/// cell. The bytes are kept once; rows are parsed as they are asked for.
pub struct Responses {
    body: Body,
    dialect: Dialect,
    headers: Vec<String>,
    count: u32,
    /// Rows that are not handed out: they hold what the same response said before.
    superseded: HashSet<u32>,
    lines: Vec<Line>,
}

domain::named_only!(Responses);

enum Body {
    Sheet(SheetFile),
    Api(ApiFile),
}

impl Responses {
    /// Reads a file: CSV of any of the [`Dialect`]s, a zip with one CSV, or JSON. `name` is the
    /// file's name; only its ending counts, and only where the bytes leave a doubt.
    ///
    /// # Errors
    /// An [`ImportFault`] with the place where it can be told: too much of anything, NUL bytes, a zip
    /// that is none or holds no single CSV, JSON that is no list of responses.
    pub fn read(name: &str, bytes: Vec<u8>) -> Result<Self, ImportFault> {
        if bytes.len() as u64 > MOST_BYTES {
            return Err(ImportFault::TooLarge { bytes: bytes.len() as u64, limit: MOST_BYTES });
        }
        if bytes.is_empty() {
            return Err(ImportFault::Empty);
        }
        let bytes = if packed::is_packed(&bytes) { packed::unpack(&bytes)? } else { bytes };
        if is_json(name, &bytes) {
            let (file, superseded) = ApiFile::read(bytes)?;
            let (headers, lines) = (file.headers.clone(), file.lines.clone());
            let count = u32::try_from(file.count()).unwrap_or(u32::MAX);
            let read = Self { body: Body::Api(file), dialect: Dialect::Api, headers, count, superseded, lines };
            return Ok(read.and_says_so());
        }
        let file = SheetFile::read(bytes)?;
        let mut records = file.records();
        let text = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
        let headers: Vec<String> = records.next().iter().flat_map(|(_, header)| header.iter().map(text)).collect();
        let first = records.next().and_then(|(_, row)| row.get(0).map(text)).unwrap_or_default();
        let dialect = match headers.first() {
            Some(header) if header.starts_with(LOSSLESS) => Dialect::Lossless,
            _ if file.begins_quoted() || first.contains("GMT") => Dialect::Download,
            _ => Dialect::Sheet,
        };
        let superseded = if dialect == Dialect::Lossless { superseded(&file, &headers) } else { HashSet::new() };
        let (count, lines) = (file.rows, file.lines.clone());
        Ok(Self { body: Body::Sheet(file), dialect, headers, count, superseded, lines }.and_says_so())
    }

    fn and_says_so(mut self) -> Self {
        if !self.superseded.is_empty() {
            let count = vec![("count", self.superseded.len().to_string())];
            self.lines.push(line(String::new(), "superseded", count, Weight::LeftOut));
        }
        self
    }

    /// How the file writes responses.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// The headers in order, as written; of API JSON the ids of the questions after four of its own.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// How many rows there are with something in them, with those that [`Self::rows`] leaves out
    /// because the same response stands in the file again.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.count
    }

    /// What a person should know about the file, in its order: at most about 1,000 and a count.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The Google form that API JSON says it belongs to.
    #[must_use]
    pub fn form(&self) -> Option<&str> {
        match &self.body {
            Body::Sheet(_) => None,
            Body::Api(file) => file.form.as_deref(),
        }
    }

    /// Every response in the order of the file. May be called again. Of the rows of one response,
    /// in API JSON and our own lossless CSV, only the one submitted last, or else the last one.
    pub fn rows(&self) -> Box<dyn Iterator<Item = Row> + '_> {
        let stands = |number: &u32| !self.superseded.contains(number);
        match &self.body {
            Body::Sheet(file) => {
                let rows = file.records().skip(1).filter(move |(number, _)| stands(number));
                Box::new(rows.map(|(number, record)| Row { number, cells: Cells::Sheet(record) }))
            }
            Body::Api(file) => {
                let rows = (2..).zip(0..file.count()).filter(move |(number, _)| stands(number));
                Box::new(rows.filter_map(|(number, at)| Some(Row { number, cells: Cells::Api(file.row(at)?) })))
            }
        }
    }

    /// The column that states an id for every response, whatever the columns are taken for.
    pub(super) fn states_id(&self) -> Option<usize> {
        match self.dialect {
            Dialect::Api => Some(0),
            Dialect::Lossless => self.headers.iter().position(|header| header == RECORD),
            Dialect::Download | Dialect::Sheet => None,
        }
    }
}

/// The rows of our own file that hold an earlier version of what it holds too.
fn superseded(file: &SheetFile, headers: &[String]) -> HashSet<u32> {
    let column = |name: &str| headers.iter().position(|header| header == name);
    let (Some(id), recorded) = (column(RECORD), column(RECORDED)) else { return HashSet::new() };
    let mut latest = Latest::default();
    for (number, record) in file.records().skip(1) {
        let text = |column: usize| record.get(column).and_then(|cell| std::str::from_utf8(cell).ok());
        latest.add(text(id).unwrap_or_default(), recorded.and_then(text), number);
    }
    latest.superseded()
}

/// A CSV may begin with a bracket too: then the name decides.
fn is_json(name: &str, bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    let named_csv = name.to_ascii_lowercase().ends_with(".csv");
    matches!(first, Some(b'{' | b'[')) && !named_csv
}
