//! Finds a record by what people have of it: its id, or the reference on a receipt.

use casebook::tables;
use domain::{Action, RecordId, Reference, Resource};

use crate::{AppFault, Session, permit::permit};

/// The record of that id or reference.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn find_record(session: &Session, written: &str) -> Result<RecordId, AppFault> {
    permit(session, Action::Read, Resource::Records)?;
    if let Ok(id) = written.trim().parse() {
        return Ok(id);
    }
    let unknown = AppFault::NotFound { what: "record" };
    let Some(first) = Reference::first_bytes(written) else { return Err(unknown) };
    let found =
        session.casebook.read(|reading| tables::record::with_hash_beginning(reading, first).map_err(AppFault::from))?;
    match found.as_slice() {
        [record] => Ok(*record),
        _ => Err(unknown),
    }
}
