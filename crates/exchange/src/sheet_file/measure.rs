use super::{MOST_CELL, MOST_COLUMNS, line};
use crate::{
    fault::ImportFault,
    line::{Line, Weight},
};

/// Most lines that are kept; a last one counts the others.
const MOST_LINES: u32 = 1_000;

/// Where the measuring stands in a cell.
#[derive(Clone, Copy, PartialEq)]
enum Within {
    Start,
    Bare,
    Quoted,
    AfterQuote,
}

/// One pass over the bytes, in the states of the CSV reader, that builds nothing: a row of sixty
/// million commas is refused before anyone makes a list of its cells.
pub(crate) struct Measure {
    delimiter: u8,
    most_rows: u32,
    previous: u8,
    within: Within,
    /// Row as a spreadsheet counts it, from 1.
    row: u32,
    /// Records so far that are no blank line.
    record: u32,
    /// Records so far with something in them.
    pub filled: u32,
    column: u32,
    cell: u64,
    /// Whether the line has anything at all, and whether that is more than commas and blanks.
    any: bool,
    something: bool,
    pub header: Option<u32>,
    blank: bool,
    pub gaps: Vec<(u32, u32)>,
    pub lines: Vec<Line>,
    pub more_lines: u32,
}

impl Measure {
    /// `most_rows` is how many there may be under the header.
    pub(crate) fn new(delimiter: u8, most_rows: u32) -> Self {
        Self {
            delimiter,
            most_rows,
            previous: 0,
            within: Within::Start,
            row: 1,
            record: 0,
            filled: 0,
            column: 1,
            cell: 0,
            any: false,
            something: false,
            header: None,
            blank: false,
            gaps: Vec::new(),
            lines: Vec::new(),
            more_lines: 0,
        }
    }

    /// Takes the next bytes.
    pub(crate) fn part(&mut self, bytes: &[u8]) -> Result<(), ImportFault> {
        for &byte in bytes {
            let second_of_pair = self.previous == b'\r' && byte == b'\n' && self.within != Within::Quoted && !self.any;
            if !second_of_pair {
                self.byte(byte)?;
            }
            self.previous = if second_of_pair { 0 } else { byte };
        }
        Ok(())
    }

    /// There are no more bytes.
    pub(crate) fn end(&mut self) -> Result<(), ImportFault> {
        if self.within == Within::Quoted {
            self.say("open_quote", vec![]);
        }
        if self.any {
            self.end_of_row()?;
        }
        Ok(())
    }

    fn byte(&mut self, byte: u8) -> Result<(), ImportFault> {
        if byte == 0 {
            return Err(ImportFault::NulByte { row: self.row, column: self.column });
        }
        self.within = match (self.within, byte) {
            (Within::Quoted, b'"') => Within::AfterQuote,
            (Within::Quoted, _) => Within::Quoted,
            (Within::AfterQuote, b'"') => {
                self.something = true;
                Within::Quoted
            }
            (_, byte) if byte == self.delimiter => {
                self.any = true;
                self.column += 1;
                self.cell = 0;
                if self.column > MOST_COLUMNS {
                    return Err(ImportFault::TooManyColumns { row: self.row, limit: MOST_COLUMNS });
                }
                self.within = Within::Start;
                return Ok(());
            }
            (_, b'\r' | b'\n') => return self.end_of_row(),
            (Within::Start, b'"') => Within::Quoted,
            _ => Within::Bare,
        };
        self.any = true;
        self.something |= !byte.is_ascii_whitespace() && byte != b'"';
        self.something |= byte == b'"' && self.within == Within::Bare;
        self.cell += 1;
        if self.cell > MOST_CELL {
            return Err(ImportFault::CellTooLong { row: self.row, column: self.column, limit: MOST_CELL });
        }
        Ok(())
    }

    fn end_of_row(&mut self) -> Result<(), ImportFault> {
        if self.any {
            self.end_of_record()?;
        } else {
            self.blank = true;
        }
        self.row = self.row.saturating_add(1);
        self.within = Within::Start;
        (self.column, self.cell, self.any, self.something) = (1, 0, false, false);
        Ok(())
    }

    fn end_of_record(&mut self) -> Result<(), ImportFault> {
        if std::mem::take(&mut self.blank) {
            self.gaps.push((self.record, self.row));
        }
        self.record += 1;
        if self.record > self.most_rows.saturating_add(1) {
            return Err(ImportFault::TooManyRows { limit: self.most_rows });
        }
        if !self.something {
            return Ok(());
        }
        self.filled += 1;
        let Some(header) = self.header else {
            self.header = Some(self.column);
            return Ok(());
        };
        if self.column != header {
            let code = if self.column < header { "ragged_short" } else { "ragged_long" };
            self.say(code, vec![("found", self.column.to_string()), ("expected", header.to_string())]);
        }
        Ok(())
    }

    fn say(&mut self, code: &'static str, params: Vec<(&'static str, String)>) {
        if u32::try_from(self.lines.len()).is_ok_and(|kept| kept < MOST_LINES) {
            self.lines.push(line(format!("row {}", self.row), code, params, Weight::ToConfirm));
        } else {
            self.more_lines += 1;
        }
    }
}
