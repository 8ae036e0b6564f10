//! The zip in which Forms hands out its CSV: one CSV in it, unpacked within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::{fault::ImportFault, sheet_file::MOST_BYTES};

/// Most entries of a zip that is looked into; Forms writes one.
const MOST_ENTRIES: u64 = 100;
/// What an entry of a zip's table begins with.
const ENTRY: &[u8] = b"PK\x01\x02";
/// What the end of a zip begins with.
const END: &[u8] = b"PK\x05\x06";
/// What the end of a large zip begins with: at 24 and 32 bytes from here it states its entries.
const LARGE_END: &[u8] = b"PK\x06\x06";
/// What says where the end of a large zip is; it stands 20 bytes before [`END`].
const LARGE_END_AT: &[u8] = b"PK\x06\x07";

/// Whether the bytes begin as a zip does.
pub(super) fn is_packed(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// The one CSV of a zip.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<u8>, ImportFault> {
    few_entries(bytes, MOST_ENTRIES)?;
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

/// Counts the entries before a library makes a table of them: each must begin with its sign, whatever
/// the end of the file states. A large zip states how many there are in 64 bits, and room would be
/// made for all of them.
///
/// # Errors
/// [`ImportFault::Unpacked`] for more than `most`.
pub(crate) fn few_entries(bytes: &[u8], most: u64) -> Result<(), ImportFault> {
    let begin_with = |sign: &'static [u8]| bytes.windows(sign.len()).enumerate().filter(move |(_, at)| *at == sign);
    let stated = |from: usize| {
        let number = bytes.get(from..from.saturating_add(8)).and_then(|number| number.try_into().ok());
        number.map_or(0, u64::from_le_bytes)
    };
    let few = begin_with(ENTRY).count() as u64 <= most;
    let large = begin_with(LARGE_END_AT).any(|(at, _)| bytes.get(at + 20..at + 24) == Some(END));
    let states_few = |at: usize| stated(at + 24) <= most && stated(at + 32) <= most;
    if few && (!large || begin_with(LARGE_END).all(|(at, _)| states_few(at))) {
        return Ok(());
    }
    Err(ImportFault::Unpacked { bound: "entries", limit: most })
}

#[cfg(test)]
mod tests {
    use super::few_entries;
    use crate::ImportFault;

    /// The end of a large zip that states these numbers of entries.
    fn large(entries: u64) -> Vec<u8> {
        let mut zip = b"PK\x06\x06".to_vec();
        zip.extend([0; 20]);
        zip.extend(entries.to_le_bytes());
        zip.extend(entries.to_le_bytes());
        zip.extend([0; 16]);
        zip.extend(b"PK\x06\x07");
        zip.extend([0; 16]);
        zip.extend(b"PK\x05\x06");
        zip.extend([0xFF; 18]);
        zip
    }

    #[test]
    fn entries_are_counted_where_they_stand_and_not_where_they_are_stated() {
        let refused = Err(ImportFault::Unpacked { bound: "entries", limit: 3 });
        assert_eq!(few_entries(&b"PK\x01\x02 ".repeat(3), 3), Ok(()));
        assert_eq!(few_entries(&b"PK\x01\x02 ".repeat(4), 3), refused);
        assert_eq!(few_entries(&large(3), 3), Ok(()));
        assert_eq!(few_entries(&large(1 << 40), 3), refused, "no room is made for what is only stated");
    }
}
