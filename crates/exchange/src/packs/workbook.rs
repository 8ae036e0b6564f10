//! A sheet of a workbook, row by row.

use std::{io::Cursor, ops::ControlFlow};

use calamine::{DataRef, Reader, Xlsx};

use super::Cells;
use crate::{
    fault::ImportFault,
    put_together::clean,
    sheet_file::{MOST_CELL, MOST_COLUMNS},
    xlsform::{careful, harmless},
};

const MOST_BYTES: usize = 64 << 20;
const MOST_UNPACKED: u64 = 512 << 20;
/// Most rows of a sheet: what a spreadsheet has.
const MOST_ROWS: u32 = 1 << 20;

/// A workbook that has proved harmless.
pub(super) struct Workbook {
    bytes: Vec<u8>,
    /// Names of its sheets, in order.
    pub(super) sheets: Vec<String>,
    sheet: String,
    /// Rows with something in them, without the heading.
    pub(super) rows: u32,
}

impl Workbook {
    /// Looks into a workbook; without a name the first sheet with anything in it is taken.
    pub(super) fn open(bytes: Vec<u8>, sheet: Option<&str>) -> Result<Self, ImportFault> {
        harmless(&bytes, MOST_BYTES, MOST_UNPACKED)?;
        let book = book(&bytes)?;
        let sheets = book.sheet_names();
        let mut opened = Self { bytes, sheets, sheet: String::new(), rows: 0 };
        let wanted: Vec<String> = match sheet {
            Some(name) => opened.sheets.iter().filter(|sheet| *sheet == name).cloned().collect(),
            None => opened.sheets.clone(),
        };
        for name in wanted {
            opened.sheet = name;
            let mut rows = 0_u32;
            opened.each(&mut |_, _| {
                rows = rows.saturating_add(1);
                ControlFlow::Continue(())
            })?;
            if rows > 0 {
                opened.rows = rows - 1;
                return Ok(opened);
            }
        }
        Err(ImportFault::Empty)
    }

    /// Hands over every row with something in it, the heading first. A sheet with one cell in its far
    /// corner never becomes a table of all that lies between.
    pub(super) fn each(&self, take: &mut dyn FnMut(u32, &Cells<'_>) -> ControlFlow<()>) -> Result<(), ImportFault> {
        let mut book = book(&self.bytes)?;
        let mut reader = careful(|| book.worksheet_cells_reader(&self.sheet))?;
        let mut row = None;
        let mut cells: Vec<String> = Vec::new();
        while let Some(cell) = careful(|| reader.next_cell())? {
            let (at, column) = cell.get_position();
            let Some(text) = text(cell.get_value()) else { continue };
            if column >= MOST_COLUMNS {
                return Err(ImportFault::TooManyColumns { row: at.saturating_add(1), limit: MOST_COLUMNS });
            }
            if text.len() as u64 > MOST_CELL {
                let (row, column) = (at.saturating_add(1), column.saturating_add(1));
                return Err(ImportFault::CellTooLong { row, column, limit: MOST_CELL });
            }
            if at > MOST_ROWS {
                return Err(ImportFault::TooManyRows { limit: MOST_ROWS });
            }
            if let Some(before) = row.filter(|before| *before != at) {
                if take(before, &Cells::Sheet(&cells)).is_break() {
                    return Ok(());
                }
                cells.clear();
            }
            row = Some(at);
            let column = column as usize;
            if cells.len() <= column {
                cells.resize(column + 1, String::new());
            }
            if let Some(cell) = cells.get_mut(column) {
                *cell = text;
            }
        }
        if let Some(last) = row {
            let _ = take(last, &Cells::Sheet(&cells));
        }
        Ok(())
    }
}

fn book(bytes: &[u8]) -> Result<Xlsx<Cursor<&[u8]>>, ImportFault> {
    careful(|| Xlsx::new(Cursor::new(bytes)))
}

/// A cell as it reads, days with their year first; none when nothing stands there.
fn text(value: &DataRef<'_>) -> Option<String> {
    let text = match value {
        DataRef::Empty | DataRef::Error(_) => return None,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => clean(text).0,
        DataRef::SharedString(text) => clean(text).0,
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::Int(number) => number.to_string(),
        // A spreadsheet keeps the id 123 as 123.0; Rust writes it as 123.
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(moment) if moment.is_duration() => moment.as_f64().to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            if moment.as_f64().fract() == 0.0 {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
            }
        }
    };
    (!text.is_empty()).then_some(text)
}
