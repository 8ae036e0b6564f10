use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
    panic::{AssertUnwindSafe, catch_unwind},
};

use calamine::{DataRef, Reader, Xlsx, XlsxError};
use zip::ZipArchive;

use crate::{
    fault::ImportFault,
    notes::{Notes, Place},
    put_together::{clean, within},
    responses::few_entries,
};

const MOST_BYTES: usize = 20 << 20;
const MOST_ENTRIES: u64 = 2_000;
const MOST_UNPACKED: u64 = 64 << 20;
/// An entry this small may be packed as well as it likes.
const SMALL: u64 = 1 << 20;
const HIGHEST_RATIO: u64 = 200;
/// Most bytes of text in all cells together.
const MOST_TEXT: usize = 32 << 20;
const MOST_ROWS: usize = 20_000;
const MOST_COLUMNS: usize = 500;
const MOST_CELLS: usize = 500_000;

/// One sheet: only the cells that have something in them.
pub(crate) struct Sheet {
    /// The first row that is not empty: column and heading.
    pub headings: Vec<(u32, String)>,
    /// The rows under it.
    pub rows: Vec<Row>,
}

/// One row of a sheet.
pub(crate) struct Row {
    /// Its number as a spreadsheet counts.
    pub number: u32,
    pub cells: BTreeMap<u32, String>,
}

/// Opens a workbook that has proved harmless, and reads the sheets that have one of these names.
///
/// # Errors
/// [`ImportFault`] for what is no `.xlsx`, has macros, or unpacks to too much.
pub(crate) fn open(
    bytes: &[u8],
    wanted: &[&'static str],
    notes: &mut Notes,
) -> Result<BTreeMap<&'static str, Sheet>, ImportFault> {
    let outside = harmless(bytes, MOST_BYTES, MOST_UNPACKED)?;
    if outside {
        notes.left_out(Place::WHOLE, "outside_links", &[]);
    }
    let mut book: Xlsx<_> = careful(|| Xlsx::new(Cursor::new(bytes)))?;
    let mut sheets = BTreeMap::new();
    let mut room = MOST_TEXT;
    for name in book.sheet_names() {
        let plain = name.trim().to_lowercase();
        match wanted.iter().find(|one| **one == plain) {
            Some(one) if !sheets.contains_key(one) => {
                sheets.insert(*one, sheet(&mut book, &name, &mut room)?);
            }
            _ => notes.left_out(Place::WHOLE, "sheet_left_out", &[("sheet", &name)]),
        }
    }
    Ok(sheets)
}

/// Does what only the reader of workbooks does. It reckons with the places of cells as they are written,
/// and ends itself on those that no sheet has: a file like that is no workbook.
pub(crate) fn careful<T>(read: impl FnOnce() -> Result<T, XlsxError>) -> Result<T, ImportFault> {
    catch_unwind(AssertUnwindSafe(read)).ok().and_then(Result::ok).ok_or(ImportFault::NotAWorkbook)
}

/// Looks at everything that would be unpacked before anything is read: the sizes that a packed file
/// claims may be untrue, so each entry is counted as it comes out. Says whether it refers to other
/// files, which are never followed.
///
/// # Errors
/// [`ImportFault`] for what is no workbook, has macros, or unpacks to too much.
pub(crate) fn harmless(bytes: &[u8], most_bytes: usize, most_unpacked: u64) -> Result<bool, ImportFault> {
    if bytes.is_empty() {
        return Err(ImportFault::Empty);
    }
    if bytes.len() > most_bytes {
        return Err(ImportFault::TooLarge { bytes: bytes.len() as u64, limit: most_bytes as u64 });
    }
    few_entries(bytes, MOST_ENTRIES)?;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportFault::NotAWorkbook)?;
    let mut total = 0;
    let mut outside = false;
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|_| ImportFault::NotAWorkbook)?;
        let name = entry.name().to_lowercase();
        if name.ends_with("vbaproject.bin") || name.contains("xl/macrosheets/") {
            return Err(ImportFault::Macros);
        }
        outside |= name.contains("externallinks/");
        let packed = entry.compressed_size().max(1);
        let claimed = entry.size();
        let room = most_unpacked.saturating_sub(total).saturating_add(1);
        let mut counted = std::io::sink();
        let unpacked =
            std::io::copy(&mut (&mut entry).take(room), &mut counted).map_err(|_| ImportFault::NotAWorkbook)?;
        total = total.saturating_add(unpacked.max(claimed));
        if total > most_unpacked {
            return Err(ImportFault::Unpacked { bound: "bytes", limit: most_unpacked >> 20 });
        }
        if unpacked > SMALL && unpacked / packed > HIGHEST_RATIO {
            return Err(ImportFault::Unpacked { bound: "ratio", limit: HIGHEST_RATIO });
        }
    }
    Ok(outside)
}

/// Reads cell by cell: a sheet with one cell in its far corner must not become a table of all that
/// lies between.
fn sheet(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, room: &mut usize) -> Result<Sheet, ImportFault> {
    let mut reader = careful(|| book.worksheet_cells_reader(name))?;
    let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    let mut cells = 0;
    while let Some(cell) = careful(|| reader.next_cell())? {
        let (row, column) = cell.get_position();
        // One long text may stand in any number of cells and yet be packed once.
        *room = room
            .checked_sub(length(cell.get_value()))
            .ok_or(ImportFault::Unpacked { bound: "bytes", limit: (MOST_TEXT >> 20) as u64 })?;
        let Some(text) = text(cell.get_value()) else { continue };
        cells += 1;
        within("cells", cells, MOST_CELLS)?;
        within("columns", column as usize + 1, MOST_COLUMNS)?;
        rows.entry(row).or_default().insert(column, text);
        within("rows", rows.len(), MOST_ROWS)?;
    }
    let mut rows = rows.into_iter().map(|(row, cells)| Row { number: row.saturating_add(1), cells });
    let headings = rows.next().map(|row| row.cells.into_iter().collect()).unwrap_or_default();
    Ok(Sheet { headings, rows: rows.collect() })
}

/// Bytes that a cell takes as text.
fn length(value: &DataRef<'_>) -> usize {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len(),
        DataRef::SharedString(text) => text.len(),
        _ => 0,
    }
}

/// A cell as it reads; none when nothing stands there.
fn text(value: &DataRef<'_>) -> Option<String> {
    let text = match value {
        DataRef::Empty | DataRef::Error(_) => return None,
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => clean(text).0,
        DataRef::SharedString(text) => clean(text).0,
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::Int(number) => number.to_string(),
        // A spreadsheet keeps the code 1 as 1.0; Rust writes it as 1.
        DataRef::Float(number) => number.to_string(),
        DataRef::DateTime(moment) => moment.as_f64().to_string(),
    };
    (!text.is_empty()).then_some(text)
}
