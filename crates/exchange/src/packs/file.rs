//! A file of a lost system, opened: CSV or workbook, its headings, its rows as often as they are wanted.

use std::{
    fs::File,
    io::{self, BufReader, Read},
    ops::ControlFlow,
    path::PathBuf,
};

use sha2::{Digest, Sha256};

use super::{Cells, csv_file::CsvFile, workbook::Workbook};
use crate::fault::ImportFault;

/// Bytes that can be read again from their beginning: a file that was handed in, or one on disk.
pub trait Bytes: Sync {
    /// Begins to read.
    ///
    /// # Errors
    /// The disk's.
    fn open(&self) -> io::Result<Box<dyn Read + '_>>;
}

impl Bytes for Vec<u8> {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(self.as_slice()))
    }
}

impl Bytes for PathBuf {
    fn open(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(Box::new(BufReader::new(File::open(self)?)))
    }
}

/// A file of a lost system. A CSV file is never held as a whole: it is read once to be measured and
/// again for every pass over its rows.
pub struct PackFile<'a> {
    bytes: &'a dyn Bytes,
    body: Body,
    headings: Vec<String>,
    hash: [u8; 32],
}

enum Body {
    Csv(CsvFile),
    Workbook(Workbook),
}

impl<'a> PackFile<'a> {
    /// Opens a file: a workbook where its bytes begin as one, CSV otherwise. `sheet` names the sheet of
    /// a workbook; without it the first with anything in it is taken.
    ///
    /// # Errors
    /// An [`ImportFault`] with the place where it can be told: nothing in it, too much of anything, NUL
    /// bytes, a workbook with macros or that unpacks to too much, the disk's.
    pub fn open(bytes: &'a dyn Bytes, sheet: Option<&str>) -> Result<Self, ImportFault> {
        let mut first = Vec::new();
        bytes.open()?.take(4).read_to_end(&mut first)?;
        let (body, hash) = if first == b"PK\x03\x04" {
            let mut all = Vec::new();
            let most = 64 << 20;
            bytes.open()?.take(most + 1).read_to_end(&mut all)?;
            let hash = Sha256::digest(&all).into();
            (Body::Workbook(Workbook::open(all, sheet)?), hash)
        } else {
            let file = CsvFile::measure(bytes)?;
            let hash = file.hash;
            (Body::Csv(file), hash)
        };
        let mut opened = Self { bytes, body, headings: Vec::new(), hash };
        let mut headings = Vec::new();
        opened.all(&mut |_, cells| {
            headings = (0..cells.count()).map(|column| cells.text(column).to_owned()).collect();
            ControlFlow::Break(())
        })?;
        opened.headings = headings;
        Ok(opened)
    }

    /// SHA-256 of the file.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        self.hash
    }

    /// Sheets of a workbook, in order; none for CSV.
    #[must_use]
    pub fn sheets(&self) -> &[String] {
        match &self.body {
            Body::Csv(_) => &[],
            Body::Workbook(book) => &book.sheets,
        }
    }

    /// The headings, in order.
    #[must_use]
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// Rows under the heading with something in them.
    #[must_use]
    pub fn rows(&self) -> u32 {
        match &self.body {
            Body::Csv(file) => file.rows,
            Body::Workbook(book) => book.rows,
        }
    }

    /// The encoding was guessed, because the bytes are neither marked nor UTF-8: letters may be wrong.
    #[must_use]
    pub fn encoding_guessed(&self) -> bool {
        matches!(&self.body, Body::Csv(file) if file.guessed)
    }

    /// Hands over the rows under the heading, with their numbers as a spreadsheet counts.
    ///
    /// # Errors
    /// [`ImportFault::Changed`] when the file is not what it was when it was opened; the disk's.
    pub fn each(&self, take: &mut dyn FnMut(u32, &Cells<'_>) -> ControlFlow<()>) -> Result<(), ImportFault> {
        let mut heading = true;
        self.all(&mut |row, cells| {
            if std::mem::take(&mut heading) { ControlFlow::Continue(()) } else { take(row, cells) }
        })
    }

    fn all(&self, take: &mut dyn FnMut(u32, &Cells<'_>) -> ControlFlow<()>) -> Result<(), ImportFault> {
        match &self.body {
            Body::Csv(file) => file.each(self.bytes, take),
            Body::Workbook(book) => book.each(&mut |row, cells| take(row.saturating_add(1), cells)),
        }
    }
}
