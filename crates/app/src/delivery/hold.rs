//! Holds a record back from being sent, or lets it go.

use casebook::tables;
use domain::{Action, RecordId, Resource};

use crate::{AppFault, Session, permit::permit};

/// Holds a record back (`hold`), or lets it go.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn hold_record(session: &Session, record: RecordId, hold: bool) -> Result<(), AppFault> {
    permit(session, Action::Deliver, Resource::Delivery)?;
    session.casebook.write(|gate| {
        tables::record::find(gate, record)?.ok_or(AppFault::NotFound { what: "record" })?;
        gate.hold(record, hold).map_err(AppFault::from)
    })?;
    session.delivery.wake();
    Ok(())
}
