//! An import that ended half-way: by a fault, by a stop, or because the program was killed. What is
//! being taken in is marked in the act that keeps its first part, and the mark goes with the last; a
//! mark that is found without its import means that what was kept must be undone.

use casebook::{Gate, tables};
use domain::BatchId;
use journal::{ImportUndone, Known};
use rusqlite::Connection;

use crate::{AppFault, Session};

const MARK: &str = "import_running";
/// Why, as the journal keeps it.
const REASON: &str = "the import did not come to its end";

/// Marks an import as one whose end is still to come.
pub(super) fn mark(gate: &Gate<'_>, batch: BatchId) -> rusqlite::Result<()> {
    tables::setting::set(gate, MARK, &batch.to_string())
}

/// It came to its end.
pub(super) fn unmark(gate: &Gate<'_>) -> rusqlite::Result<()> {
    tables::setting::clear(gate, MARK)
}

fn marked(reading: &Connection) -> rusqlite::Result<Option<BatchId>> {
    Ok(tables::setting::get(reading, MARK)?.and_then(|text| text.parse().ok()))
}

/// Undoes what an import left that did not come to its end, if there is one.
///
/// # Errors
/// [`AppFault::DiskFull`]: the mark stays, and the next unlock undoes it.
pub(crate) fn undo_left(session: &Session) -> Result<(), AppFault> {
    let Some(batch) = session.casebook.read(|reading| Ok::<_, AppFault>(marked(reading)?))? else { return Ok(()) };
    let entry =
        session.entry(Known::ImportUndone(ImportUndone { batch, reason: REASON.to_owned(), keeps: Vec::new() }));
    session.casebook.write(|gate| {
        // A person may have undone it in the meantime.
        if tables::import_batch::find(gate, batch)?.is_some_and(|found| found.undone.is_none()) {
            gate.append(entry)?;
        }
        unmark(gate)?;
        Ok::<_, AppFault>(())
    })?;
    session.delivery.wake();
    Ok(())
}
