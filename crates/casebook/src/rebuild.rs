//! Empties the views and folds every entry anew, in one transaction.

use rusqlite::{Connection, TransactionBehavior};
use vault::BlobStore;

use crate::{
    CasebookFault, fold, index,
    tables::{self, pack::Files},
};

const AT_A_TIME: u32 = 1000;

pub(crate) fn rebuild(
    connection: &mut Connection,
    blobs: &BlobStore,
    progress: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<(), CasebookFault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for (view, _) in fold::VIEWS {
        transaction.execute(&format!("DELETE FROM {view}"), [])?;
    }
    refill(&transaction, Files::here(blobs), progress)?;
    // One that is filled anew after this needs no mending.
    if index::is_current(&transaction)? {
        index::mend(&transaction)?;
    }
    transaction.commit()?;
    Ok(())
}

/// Folds every entry into empty views.
pub(crate) fn refill(
    connection: &Connection,
    files: Files<'_>,
    progress: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<(), CasebookFault> {
    let total = u32::try_from(tables::entry::total(connection)?).unwrap_or(u32::MAX);
    let mut position = 0;
    let mut done = 0;
    loop {
        let entries = tables::entry::after(connection, position, AT_A_TIME)?;
        let Some(last) = entries.last() else { return Ok(()) };
        position = last.position;
        for stored in &entries {
            if let Some(body) = &stored.body {
                fold::apply(connection, files, stored.position, stored.hash, body)?;
            }
        }
        done += u32::try_from(entries.len()).unwrap_or(0);
        if !progress(done, total) {
            return Err(CasebookFault::Stopped);
        }
    }
}
