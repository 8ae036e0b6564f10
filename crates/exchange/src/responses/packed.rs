//! The zip in which Forms hands out its CSV: one CSV in it, unpacked within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{fault::ImportFault, sheet_file::MOST_BYTES};

/// Most entries of a zip that is looked into; Forms writes one.
const MOST_ENTRIES: u64 = 100;
/// How far from its end a zip may keep its table: the record and the longest comment.
const END_WITHIN: usize = 22 + 65_535;

/// Whether the bytes begin as a zip does.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The one CSV of a zip.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, ImportFault> {
    few_entries(bytes)?;
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ImportFault::NotAZip)?;
    let is_csv = |name: &&str| !name.starts_with("__MACOSX/") && name.to_ascii_lowercase().ends_with(".csv");
    let names: Vec<String> = zip.file_names().filter(is_csv).map(str::to_owned).collect();
    let [name] = names.as_slice() else {
        return Err(ImportFault::NotOneCsv { found: names.len() as u64 });
    };
    let entry = zip.by_name(name).map_err(|_| ImportFault::NotAZip)?;
    let mut unpacked = Vec::new();
    // The size that the zip states is only a claim: reading stops by itself.
    entry.take(MOST_BYTES + 1).read_to_end(&mut unpacked).map_err(|_| ImportFault::NotAZip)?;
    if unpacked.len() as u64 > MOST_BYTES {
        return Err(ImportFault::Unpacked { bound: "bytes", limit: MOST_BYTES });
    }
    Ok(unpacked)
}

/// Reads the count of entries before the library makes a table of them.
fn few_entries(bytes: &[u8]) -> Result<(), ImportFault> {
    let tail = bytes.get(bytes.len().saturating_sub(END_WITHIN)..).unwrap_or_default();
    let ends = tail.windows(12).filter(|window| window.starts_with(b"PK\x05\x06"));
    let mut counts = ends.map(|end| u64::from(end[10]) | u64::from(end[11]) << 8).peekable();
    if counts.peek().is_none() {
        return Err(ImportFault::NotAZip);
    }
    if counts.any(|count| count > MOST_ENTRIES) {
        return Err(ImportFault::Unpacked { bound: "entries", limit: MOST_ENTRIES });
    }
    Ok(())
}
