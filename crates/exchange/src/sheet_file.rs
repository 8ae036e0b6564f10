//! A CSV file from elsewhere: its bytes kept once, measured before anything is built from them.

mod measure;

use std::io::Read;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::{
    fault::ImportFault,
    line::{Line, Weight},
};
pub(crate) use measure::Measure;

/// Most bytes of a file, packed or not.
pub(crate) const MOST_BYTES: u64 = 64 * 1024 * 1024;
/// Most rows under the header.
pub(crate) const MOST_ROWS: u32 = 500_000;
/// Most columns of any row.
pub(crate) const MOST_COLUMNS: u32 = 2_000;
/// Most bytes of one cell.
pub(crate) const MOST_CELL: u64 = 1024 * 1024;
/// A CSV file whose limits have been checked.
pub(crate) struct SheetFile {
    text: String,
    /// Where the cells begin, after a byte order mark.
    start: usize,
    delimiter: u8,
    /// Rows with something in them, without the header.
    pub rows: u32,
    /// From this record on, the row as a spreadsheet counts it: blank lines count there too.
    gaps: Vec<(u32, u32)>,
    /// What to say about the file.
    pub lines: Vec<Line>,
}

impl SheetFile {
    /// Decodes and measures. UTF-8 is kept as it came; UTF-16 needs its mark; what is neither is
    /// taken for Windows-1252, and a line says so.
    pub(crate) fn read(bytes: Vec<u8>) -> Result<Self, ImportFault> {
        let (text, start, guessed) = decode(bytes);
        let bytes = text.as_bytes().get(start..).unwrap_or_default();
        let delimiter = delimiter(bytes);
        let mut measure = Measure::new(delimiter, MOST_ROWS);
        measure.part(bytes)?;
        measure.end()?;
        if measure.header.is_none() {
            return Err(ImportFault::Empty);
        }
        let mut lines = Vec::new();
        if guessed {
            lines.push(line(String::new(), "windows_1252", vec![], Weight::ToConfirm));
        }
        lines.append(&mut measure.lines);
        if measure.more_lines > 0 {
            let more = vec![("count", measure.more_lines.to_string())];
            lines.push(line(String::new(), "more_lines", more, Weight::ToConfirm));
        }
        let (rows, gaps) = (measure.filled.saturating_sub(1), measure.gaps);
        Ok(Self { start, delimiter, rows, gaps, lines, text })
    }

    /// Every record with anything in it, with its row number; the first is the header. May be called
    /// again: nothing is used up.
    pub(crate) fn records(&self) -> Records<'_, &[u8]> {
        let bytes = self.text.as_bytes().get(self.start..).unwrap_or_default();
        let reader =
            csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(self.delimiter).from_reader(bytes);
        Records::new(reader, &self.gaps)
    }

    /// Whether the very first cell stands in quotes, as Forms' own download writes every cell.
    pub(crate) fn begins_quoted(&self) -> bool {
        self.text.as_bytes().get(self.start) == Some(&b'"')
    }
}

/// The records of a file, one at a time.
pub(crate) struct Records<'a, R> {
    reader: csv::Reader<R>,
    gaps: &'a [(u32, u32)],
    record: u32,
    row: u32,
}

impl<'a, R: Read> Records<'a, R> {
    /// The records of a reader that looks for no header; `gaps` as [`Measure`] found them.
    pub(crate) fn new(reader: csv::Reader<R>, gaps: &'a [(u32, u32)]) -> Self {
        Self { reader, gaps, record: 0, row: 1 }
    }
}

impl<R: Read> Iterator for Records<'_, R> {
    type Item = (u32, csv::ByteRecord);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut record = csv::ByteRecord::new();
            if !self.reader.read_byte_record(&mut record).unwrap_or(false) {
                return None;
            }
            if let Some(((at, row), rest)) = self.gaps.split_first()
                && *at == self.record
            {
                self.row = *row;
                self.gaps = rest;
            }
            let row = self.row;
            self.record += 1;
            self.row += 1;
            if record.iter().any(|cell| !cell.trim_ascii().is_empty()) {
                return Some((row, record));
            }
        }
    }
}

/// The text, where it begins, and whether its encoding is a guess.
fn decode(bytes: Vec<u8>) -> (String, usize, bool) {
    if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        return (UTF_16LE.decode_without_bom_handling(rest).0.into_owned(), 0, false);
    }
    if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        return (UTF_16BE.decode_without_bom_handling(rest).0.into_owned(), 0, false);
    }
    match String::from_utf8(bytes) {
        Ok(text) => {
            let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
            (text, start, false)
        }
        Err(error) => {
            let bytes = error.into_bytes();
            (WINDOWS_1252.decode_without_bom_handling(&bytes).0.into_owned(), 0, true)
        }
    }
}

/// A comma if the header has one; else a tab or semicolon, as spreadsheets of other places write.
pub(crate) fn delimiter(bytes: &[u8]) -> u8 {
    let mut quoted = false;
    let (mut tab, mut semicolon) = (false, false);
    for byte in bytes {
        match byte {
            b'"' => quoted = !quoted,
            b',' if !quoted => return b',',
            b'\t' if !quoted => tab = true,
            b';' if !quoted => semicolon = true,
            b'\r' | b'\n' if !quoted => break,
            _ => {}
        }
    }
    match (tab, semicolon) {
        (true, _) => b'\t',
        (false, true) => b';',
        (false, false) => b',',
    }
}

pub(crate) fn line(place: String, code: &'static str, params: Vec<(&'static str, String)>, weight: Weight) -> Line {
    Line { place, about: String::new(), code, params, weight }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::SheetFile;
    use crate::ImportFault;

    fn rows(text: &[u8]) -> Vec<(u32, Vec<String>)> {
        let file = SheetFile::read(text.to_vec()).unwrap();
        let words = |record: csv::ByteRecord| record.iter().map(|c| String::from_utf8_lossy(c).into_owned()).collect();
        file.records().map(|(row, record)| (row, words(record))).collect()
    }

    #[rstest]
    #[case(b"a,b\r\n1,2\r\n")]
    #[case(b"\xEF\xBB\xBFa,b\n1,2")]
    #[case(b"a\tb\r\n1\t2\r\n")]
    #[case(b"a;b\n1;2\n")]
    #[case(b"\xFF\xFEa\0,\0b\0\n\0\x31\0,\0\x32\0")]
    #[case(b"\xFE\xFF\0a\0,\0b\0\n\0\x31\0,\0\x32")]
    fn the_same_cells_come_out_of_every_spelling(#[case] bytes: &[u8]) {
        let expected = vec![(1, vec!["a".to_owned(), "b".into()]), (2, vec!["1".to_owned(), "2".into()])];
        assert_eq!(rows(bytes), expected);
    }

    #[test]
    fn rows_are_numbered_as_a_spreadsheet_numbers_them() {
        let numbers: Vec<u32> =
            rows(b"a,b\r\n\r\n1,\"x\r\ny\"\r\n,\r\n\n3,4\r\n").into_iter().map(|(row, _)| row).collect();
        assert_eq!(numbers, [1, 3, 6], "a blank line and a row of commas count, a line break in a cell does not");
        assert_eq!(
            SheetFile::read(b"a,b\n\n1,2\n,\n3,4".to_vec()).unwrap().rows,
            2,
            "only rows with something in them"
        );
    }

    #[test]
    fn bytes_that_are_no_utf_8_are_windows_1252_and_a_line_says_so() {
        let file = SheetFile::read(b"Name,When\nZo\xEB \x96 Example,now\n".to_vec()).unwrap();
        assert_eq!(file.lines.first().map(|line| line.code), Some("windows_1252"));
        assert_eq!(rows(b"Name,When\nZo\xEB \x96 Example,now\n")[1].1[0], "Zoë – Example");
    }

    #[test]
    fn a_nul_byte_is_refused_with_its_place() {
        let fault = SheetFile::read(b"a,b\n1,2\n3,x\0y\n".to_vec()).err();
        assert_eq!(fault, Some(ImportFault::NulByte { row: 3, column: 2 }));
    }

    #[test]
    fn ragged_rows_have_a_line_each_and_the_lines_end() {
        let file = SheetFile::read(b"a,b\n1\n1,2,3\n".to_vec()).unwrap();
        let said: Vec<(&str, &str)> = file.lines.iter().map(|line| (line.place.as_str(), line.code)).collect();
        assert_eq!(said, [("row 2", "ragged_short"), ("row 3", "ragged_long")]);
        let many = format!("a,b\n{}", "1\n".repeat(1_500));
        let file = SheetFile::read(many.into_bytes()).unwrap();
        assert_eq!(file.lines.len(), 1_001);
        assert_eq!(file.lines[1_000].params, [("count", "500".to_owned())]);
    }

    #[test]
    fn what_is_too_much_is_refused_before_it_is_built() {
        let wide = ",".repeat(3_000).into_bytes();
        assert_eq!(SheetFile::read(wide).err(), Some(ImportFault::TooManyColumns { row: 1, limit: 2_000 }));
        let long = format!("a,b\n1,\"{}", "x".repeat(2 * 1024 * 1024)).into_bytes();
        let fault = ImportFault::CellTooLong { row: 2, column: 2, limit: 1024 * 1024 };
        assert_eq!(SheetFile::read(long).err(), Some(fault));
        let tall = "a\n".repeat(500_002).into_bytes();
        assert_eq!(SheetFile::read(tall).err(), Some(ImportFault::TooManyRows { limit: 500_000 }));
        assert_eq!(SheetFile::read(b"\n\n".to_vec()).err(), Some(ImportFault::Empty));
    }
}
