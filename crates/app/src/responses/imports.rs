//! Imports of the past, and undoing one.

use casebook::tables::{self, import_batch::ImportBatch};
use domain::{Action, BatchId, Resource};
use journal::{ImportUndone, Known};

use crate::{AppFault, Session, permit::permit};

/// An import of the past.
pub struct ImportRow {
    /// It.
    pub batch: ImportBatch,
    /// Title of its form.
    pub form: String,
    /// Who imported it.
    pub author: String,
}

/// Imports, newest first.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn list_imports(session: &Session) -> Result<Vec<ImportRow>, AppFault> {
    permit(session, Action::Read, Resource::Responses)?;
    session.casebook.read(|reading| {
        let mut rows = Vec::new();
        for batch in tables::import_batch::all(reading)? {
            let author = tables::author::find(reading, batch.author)?.map(|author| author.name).unwrap_or_default();
            rows.push(ImportRow { form: session.kind_in_words(reading, &batch.form), batch, author });
        }
        Ok(rows)
    })
}

/// Undoes an import: what it alone brought is on no timeline and no sheet any longer. Nothing is
/// deleted, and importing the file again brings it back.
///
/// # Errors
/// [`AppFault::NotFound`], [`AppFault::NothingChanged`] when it was undone before,
/// [`AppFault::NoteNeeded`], [`AppFault::ImportRunning`] while it is still being taken in: what comes
/// after the undoing would be undone too, and nobody would have said so.
pub fn undo_import(session: &Session, batch: BatchId, reason: &str) -> Result<(), AppFault> {
    permit(session, Action::Amend, Resource::Responses)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(AppFault::NoteNeeded);
    }
    if session.import.is_taking(batch) {
        return Err(AppFault::ImportRunning);
    }
    let entry =
        session.entry(Known::ImportUndone(ImportUndone { batch, reason: reason.to_owned(), keeps: Vec::new() }));
    session.casebook.write(|gate| {
        let found = tables::import_batch::find(gate, batch)?.ok_or(AppFault::NotFound { what: "import" })?;
        if found.undone.is_some() {
            return Err(AppFault::NothingChanged);
        }
        gate.append(entry).map_err(AppFault::from)?;
        Ok(())
    })?;
    session.delivery.wake();
    Ok(())
}
