//! Takes the notes of packs in, a slice at a time, so that nobody waits for the gate.

mod brought;
mod lines;

use std::sync::{Arc, PoisonError};

use domain::BatchId;
use journal::{HistoricNote, PackHolds, PackLine};
use rusqlite::{Connection, TransactionBehavior};
use vault::BlobStore;

pub(crate) use self::{brought::are_as_brought, lines::Lines};
use crate::{
    Casebook, CasebookFault, index,
    tables::{self, note, pack::Pack},
};

/// So many lines are put in order together; between two such parts it is asked whether somebody waits.
const PART: u32 = 2_000;

/// How far the notes of a pack were taken in. Done and total are the same when all were.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotesTaken {
    /// Lines taken; of a pack that was undone, lines whose notes are out again.
    pub done: u32,
    /// Lines in all.
    pub total: u32,
}

/// The lines of a pack that is being taken in, kept open from slice to slice: a packed file cannot be
/// read from its middle.
pub(crate) struct Open {
    batch: BatchId,
    next: u32,
    lines: Lines<Arc<BlobStore>>,
}

impl Open {
    /// Reads the notes of the next lines, each with its number; true when there are no more.
    fn next_part(&mut self, lines: u32) -> Result<(Vec<(u32, HistoricNote)>, bool), CasebookFault> {
        let mut notes = Vec::new();
        for _ in 0..lines {
            let Some(line) = self.lines.next_line()? else { return Ok((notes, true)) };
            self.next += 1;
            if let Some(PackLine::Note(note)) = line {
                notes.push((self.next, note));
            }
        }
        Ok((notes, false))
    }
}

impl Casebook {
    /// Takes the next notes of a pack of history in, at most so many lines, in one transaction; of a
    /// pack that was undone, takes notes out again. Many lines at once are best, because every slice
    /// writes much of the indexes anew; as soon as somebody else waits to write, the slice ends.
    ///
    /// # Errors
    /// [`CasebookFault::NotFound`] when there is no such pack of history; [`CasebookFault::Blob`]
    /// while its file is not here.
    pub fn take_notes(&self, batch: BatchId, at_most: u32) -> Result<NotesTaken, CasebookFault> {
        // One at a time: two that take the same pack would both begin at the same line.
        let mut open = self.open_pack.lock().unwrap_or_else(PoisonError::into_inner);
        let (pack, taking, shared) = self.read(|reading| {
            let pack = tables::pack::find(reading, batch)?.filter(|pack| pack.holds == PackHolds::History);
            let pack = pack.ok_or(CasebookFault::NotFound("pack"))?;
            let taking = note::taking(reading, pack.position)?;
            let shared = is_whole_elsewhere(reading, &pack)?;
            Ok::<_, CasebookFault>((pack, taking, shared))
        })?;
        if pack.undone.is_some() {
            *open = None;
            return self.take_out(&pack, at_most);
        }
        let mut taking = taking.unwrap_or_default();
        let total = pack.count.max(taking.lines);
        if taking.whole {
            return Ok(NotesTaken { done: total, total });
        }
        if shared {
            taking = note::Taking { lines: pack.count, whole: true, shadowed: true };
            self.write(|gate| Ok::<_, CasebookFault>(note::set_taking(gate, pack.position, taking)?))?;
            return Ok(NotesTaken { done: pack.count, total: pack.count });
        }
        // Taken out of its place: whatever fails, the next slice begins with a new one.
        let mut here = match open.take() {
            Some(here) if here.batch == batch && here.next == taking.lines => here,
            _ => self.open_at(&pack, taking.lines)?,
        };
        let last = taking.lines.saturating_add(at_most.max(1));
        self.let_others_write();
        self.write(|gate| {
            let ranks = note::ranks(gate)?;
            // It may have been undone since.
            if !ranks.contains_key(&pack.position) {
                return Ok(());
            }
            while !taking.whole && taking.lines < last {
                let (notes, whole) = here.next_part((last - taking.lines).min(PART))?;
                taking.shadowed |= note::take(gate, pack.position, notes, &ranks)?;
                taking = note::Taking { lines: here.next, whole, ..taking };
                if self.is_waited_for() {
                    break;
                }
            }
            Ok::<_, CasebookFault>(note::set_taking(gate, pack.position, taking)?)
        })?;
        let total = if taking.whole { taking.lines } else { pack.count.max(taking.lines + 1) };
        if !taking.whole {
            *open = Some(here);
        }
        Ok(NotesTaken { done: taking.lines, total })
    }

    /// Packs of history of which notes are still to be taken in, or taken out again. Those whose file
    /// is not here yet are left out.
    ///
    /// # Errors
    /// Those of reading.
    pub fn notes_to_take(&self) -> Result<Vec<BatchId>, CasebookFault> {
        self.read(|reading| {
            let mut batches = Vec::new();
            for pack in tables::pack::all(reading)? {
                let taking = note::taking(reading, pack.position)?;
                let to_do = match pack.undone {
                    Some(_) => taking.is_some(),
                    None => !taking.unwrap_or_default().whole && self.blobs().has(&pack.lines),
                };
                if pack.holds == PackHolds::History && to_do {
                    batches.push(pack.batch);
                }
            }
            Ok(batches)
        })
    }

    fn open_at(&self, pack: &Pack, line: u32) -> Result<Open, CasebookFault> {
        let mut open = Open { batch: pack.batch, next: 0, lines: Lines::of(self.shared_blobs(), pack.lines) };
        while open.next < line && open.lines.skip_line()? {
            open.next += 1;
        }
        Ok(open)
    }

    fn take_out(&self, pack: &Pack, at_most: u32) -> Result<NotesTaken, CasebookFault> {
        let left = self.write(|gate| {
            let left = note::remove_some(gate, pack.position, at_most.clamp(1, PART))?;
            if left == 0 {
                note::shown_again(gate, pack.position)?;
            }
            Ok::<_, CasebookFault>(left)
        })?;
        let total = pack.count.max(left);
        Ok(NotesTaken { done: total - left, total })
    }
}

/// Whether another pack that stands has the very same lines, all taken in: they need not be read again.
fn is_whole_elsewhere(reading: &Connection, pack: &Pack) -> Result<bool, CasebookFault> {
    for other in tables::pack::all(reading)? {
        if other.batch != pack.batch
            && other.undone.is_none()
            && other.holds == PackHolds::History
            && other.lines.hash == pack.lines.hash
            && note::taking(reading, other.position)?.is_some_and(|taking| taking.whole)
        {
            return Ok(true);
        }
    }
    Ok(false)
}

const VERSION: &str = "notes_version";
/// Counts up when what is kept of a note changes: an older casebook's notes are then taken in anew.
const NOTES_VERSION: &str = "1";

/// Empties the notes of a casebook that an older version wrote.
pub(crate) fn open(connection: &mut Connection) -> Result<(), CasebookFault> {
    if tables::setting::get(connection, VERSION)?.as_deref() == Some(NOTES_VERSION) {
        return Ok(());
    }
    empty(connection)
}

/// Empties the notes: their packs bring them again.
pub(crate) fn empty(connection: &mut Connection) -> Result<(), CasebookFault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    transaction.execute_batch("DELETE FROM note; DELETE FROM note_person; DELETE FROM note_taking;")?;
    index::clear(&transaction)?;
    tables::setting::set(&transaction, VERSION, NOTES_VERSION)?;
    Ok(transaction.commit()?)
}
