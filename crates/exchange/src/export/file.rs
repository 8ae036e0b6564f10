//! The two sorts of file: rows in, bytes out, nothing kept but what the format needs.

use std::{io::Write, path::Path};

use rust_xlsxwriter::{Format, Workbook, Worksheet};
use serde_json::Number;

use super::{ExportFault, Exported, FileKind, guard::guarded};

/// Most rows under the header of an XLSX sheet.
const MOST_ROWS: u32 = 1_048_575;
/// Most columns of an XLSX sheet.
const MOST_COLUMNS: usize = 16_384;
/// Most UTF-16 units of an XLSX cell.
const MOST_CELL: usize = 32_767;
/// Room for the mark behind a text that was cut.
const MARK: usize = 24;
/// Column widths in characters.
const WIDTHS: (usize, usize) = (12, 48);

/// What goes into one cell.
pub(super) enum OutCell {
    Text(String),
    /// Written as a number: no sign of it can be a formula.
    Number(Number),
}

/// A file with its header written.
pub(super) struct Out<W: Write> {
    sink: Sink<W>,
    written: Exported,
}

enum Sink<W: Write> {
    Csv(Box<csv::Writer<W>>),
    Xlsx { book: Box<Workbook>, out: W, cut: bool, columns: u16 },
}

impl<W: Write> Out<W> {
    pub(super) fn begin(
        mut out: W,
        kind: FileKind,
        work_in: &Path,
        headers: Vec<String>,
        cut: bool,
    ) -> Result<Self, ExportFault> {
        let sink = match kind {
            FileKind::Csv => {
                out.write_all("\u{FEFF}".as_bytes())?;
                let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
                csv.write_record(headers.into_iter().map(guarded)).map_err(write_fault)?;
                Sink::Csv(Box::new(csv))
            }
            FileKind::Xlsx => {
                let columns = u16::try_from(headers.len()).ok().filter(|columns| usize::from(*columns) <= MOST_COLUMNS);
                let Some(columns) = columns else {
                    let (found, limit) = (headers.len() as u64, MOST_COLUMNS as u64);
                    return Err(ExportFault::TooManyColumns { found, limit });
                };
                Sink::Xlsx { book: Box::new(workbook(&headers, work_in)?), out, cut, columns }
            }
        };
        Ok(Self { sink, written: Exported::default() })
    }

    pub(super) fn row(&mut self, cells: Vec<OutCell>) -> Result<(), ExportFault> {
        match &mut self.sink {
            Sink::Csv(csv) => {
                let text = |cell| match cell {
                    OutCell::Text(text) => guarded(text),
                    OutCell::Number(number) => number.to_string(),
                };
                csv.write_record(cells.into_iter().map(text)).map_err(write_fault)?;
            }
            Sink::Xlsx { book, cut, .. } => {
                if self.written.rows >= MOST_ROWS {
                    return Err(ExportFault::TooManyRows { limit: MOST_ROWS });
                }
                let sheet = book.worksheet_from_index(0)?;
                self.written.cut += sheet_row(sheet, self.written.rows + 1, cells, *cut)?;
            }
        }
        self.written.rows = self.written.rows.saturating_add(1);
        Ok(())
    }

    pub(super) fn end(self) -> Result<Exported, ExportFault> {
        match self.sink {
            Sink::Csv(mut csv) => csv.flush()?,
            Sink::Xlsx { mut book, mut out, columns, .. } => {
                let sheet = book.worksheet_from_index(0)?;
                if let Some(last) = columns.checked_sub(1) {
                    sheet.autofilter(0, 0, self.written.rows, last)?;
                }
                out.write_all(&book.save_to_buffer()?)?;
                out.flush()?;
            }
        }
        Ok(self.written)
    }
}

fn workbook(headers: &[String], work_in: &Path) -> Result<Workbook, ExportFault> {
    let mut book = Workbook::new();
    book.set_tempdir(work_in)?;
    let sheet = book.add_worksheet_with_constant_memory()?;
    sheet.set_freeze_panes(1, 0)?;
    let bold = Format::new().set_bold();
    for (column, header) in (0_u16..).zip(headers) {
        let (header, _) = short(header.clone());
        let width = header.chars().count().clamp(WIDTHS.0, WIDTHS.1);
        sheet.set_column_width(column, u16::try_from(width).unwrap_or(u16::MAX))?;
        sheet.write_string_with_format(0, column, header, &bold)?;
    }
    Ok(book)
}

/// Writes a row and tells how many of its cells were cut.
fn sheet_row(sheet: &mut Worksheet, row: u32, cells: Vec<OutCell>, cut: bool) -> Result<u32, ExportFault> {
    let mut shortened = 0;
    for (column, cell) in (0_u16..).zip(cells) {
        match cell {
            OutCell::Text(text) if text.is_empty() => {}
            OutCell::Text(text) => {
                let (text, was_cut) = short(text);
                if was_cut && !cut {
                    let limit = u32::try_from(MOST_CELL).unwrap_or(u32::MAX);
                    return Err(ExportFault::CellTooLong { row: row + 1, column: u32::from(column) + 1, limit });
                }
                shortened += u32::from(was_cut);
                sheet.write_string(row, column, text)?;
            }
            OutCell::Number(number) => match number.as_f64() {
                Some(float) => {
                    sheet.write_number(row, column, float)?;
                }
                None => {
                    sheet.write_string(row, column, number.to_string())?;
                }
            },
        }
    }
    Ok(shortened)
}

/// A text that fits into a cell, with a mark that says how much was left out.
fn short(text: String) -> (String, bool) {
    if text.len() <= MOST_CELL || text.encode_utf16().count() <= MOST_CELL {
        return (text, false);
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, sign)| {
        units += sign.len_utf16();
        units > MOST_CELL - MARK
    });
    let (kept, rest) = text.split_at(end.map_or(text.len(), |(at, _)| at));
    (format!("{kept}… (+{})", rest.chars().count()), true)
}

fn write_fault(error: csv::Error) -> ExportFault {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => ExportFault::Write(error),
        other => ExportFault::Write(std::io::Error::other(format!("{other:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_CELL, short};

    #[test]
    fn a_text_is_cut_between_its_signs_and_says_how_much() {
        let (text, cut) = short("😀".repeat(40_000));
        assert!(cut && text.encode_utf16().count() <= MOST_CELL, "a pair of units is never parted");
        let left_out: usize =
            text.rsplit("(+").next().and_then(|rest| rest.strip_suffix(')')).unwrap().parse().unwrap();
        assert_eq!(text.chars().filter(|sign| *sign == '😀').count() + left_out, 40_000);
        assert_eq!(short("a".repeat(MOST_CELL)), ("a".repeat(MOST_CELL), false));
    }
}
