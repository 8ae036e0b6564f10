//! A CSV file that need not fit into memory: measured in one pass, read again in as many as are wanted.

use std::{
    io::{self, Read},
    ops::ControlFlow,
};

use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use sha2::{Digest, Sha256};

use super::{Bytes, Cells};
use crate::{
    fault::ImportFault,
    sheet_file::{Measure, Records, delimiter},
};

/// Most rows under the heading: a case system of a large authority, whole.
const MOST_ROWS: u32 = 5_000_000;
const PART: usize = 64 * 1024;

/// What one pass found out about a CSV file.
pub(super) struct CsvFile {
    encoding: &'static Encoding,
    delimiter: u8,
    gaps: Vec<(u32, u32)>,
    /// Rows with something in them, without the heading.
    pub(super) rows: u32,
    /// SHA-256 of the bytes as they came.
    pub(super) hash: [u8; 32],
    /// The encoding is a guess: neither marked nor UTF-8.
    pub(super) guessed: bool,
}

impl CsvFile {
    /// Reads the whole file once, keeping nothing of it.
    pub(super) fn measure(bytes: &dyn Bytes) -> Result<Self, ImportFault> {
        let mut first = Vec::new();
        bytes.open()?.take(3).read_to_end(&mut first)?;
        let marked = match first.as_slice() {
            [0xFF, 0xFE, ..] => Some(UTF_16LE),
            [0xFE, 0xFF, ..] => Some(UTF_16BE),
            _ => None,
        };
        match marked {
            Some(encoding) => Self::measure_as(bytes, encoding)?.ok_or(ImportFault::Empty),
            None => match Self::measure_as(bytes, UTF_8)? {
                Some(file) => Ok(file),
                None => {
                    let file = Self::measure_as(bytes, WINDOWS_1252)?.ok_or(ImportFault::Empty)?;
                    Ok(Self { guessed: true, ..file })
                }
            },
        }
    }

    /// None when the bytes are not of that encoding.
    fn measure_as(bytes: &dyn Bytes, encoding: &'static Encoding) -> Result<Option<Self>, ImportFault> {
        let mut decoded = Decoded::new(bytes.open()?, encoding);
        let mut measure: Option<Measure> = None;
        let mut separator = b',';
        while decoded.more()? {
            // Only UTF-8 is a guess that the bytes can disprove: Windows-1252 gives every byte a letter.
            if decoded.wrong && encoding == UTF_8 {
                return Ok(None);
            }
            let text = decoded.text.as_bytes();
            let measure = measure.get_or_insert_with(|| {
                separator = delimiter(text);
                Measure::new(separator, MOST_ROWS)
            });
            measure.part(text)?;
        }
        let Some(mut measure) = measure else { return Err(ImportFault::Empty) };
        measure.end()?;
        if measure.header.is_none() {
            return Err(ImportFault::Empty);
        }
        Ok(Some(Self {
            encoding,
            delimiter: separator,
            rows: measure.filled.saturating_sub(1),
            gaps: measure.gaps,
            hash: decoded.hash.finalize().into(),
            guessed: false,
        }))
    }

    /// Hands over every row with something in it, the heading first, with its number as a spreadsheet
    /// counts.
    pub(super) fn each(
        &self,
        bytes: &dyn Bytes,
        take: &mut dyn FnMut(u32, &Cells<'_>) -> ControlFlow<()>,
    ) -> Result<(), ImportFault> {
        let mut decoded = Decoded::new(bytes.open()?, self.encoding);
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(self.delimiter).from_reader(&mut decoded);
        for (row, record) in Records::new(reader, &self.gaps) {
            if take(row, &Cells::Csv(&record)).is_break() {
                return Ok(());
            }
        }
        // Reading ends quietly where the disk fails; and a file that was changed since it was measured
        // would be taken half as it was and half as it is.
        io::copy(&mut decoded, &mut io::sink())?;
        let hash: [u8; 32] = decoded.hash.finalize().into();
        if hash == self.hash { Ok(()) } else { Err(ImportFault::Changed) }
    }
}

/// Bytes as UTF-8, a part at a time.
struct Decoded<R> {
    from: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: String,
    at: usize,
    ended: bool,
    /// Something was not of the encoding.
    wrong: bool,
    hash: Sha256,
}

impl<R: Read> Decoded<R> {
    fn new(from: R, encoding: &'static Encoding) -> Self {
        Self {
            from,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; PART],
            text: String::new(),
            at: 0,
            ended: false,
            wrong: false,
            hash: Sha256::new(),
        }
    }

    /// Decodes the next part into `text`; false at the end.
    fn more(&mut self) -> io::Result<bool> {
        self.text.clear();
        self.at = 0;
        while self.text.is_empty() && !self.ended {
            let count = self.from.read(&mut self.raw)?;
            self.ended = count == 0;
            let mut raw = self.raw.get(..count).unwrap_or_default();
            self.hash.update(raw);
            loop {
                let room = self.decoder.max_utf8_buffer_length(raw.len()).unwrap_or(PART * 3);
                self.text.reserve(room);
                let (result, used) = self.decoder.decode_to_string_without_replacement(raw, &mut self.text, self.ended);
                raw = raw.get(used..).unwrap_or_default();
                match result {
                    DecoderResult::InputEmpty => break,
                    DecoderResult::OutputFull => {}
                    DecoderResult::Malformed(..) => {
                        self.wrong = true;
                        self.text.push('\u{FFFD}');
                    }
                }
            }
        }
        Ok(!self.text.is_empty())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.at == self.text.len() && !self.more()? {
            return Ok(0);
        }
        let waiting = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let count = waiting.len().min(into.len());
        let (Some(from), Some(to)) = (waiting.get(..count), into.get_mut(..count)) else { return Ok(0) };
        to.copy_from_slice(from);
        self.at += count;
        Ok(count)
    }
}
