//! The outbox: what needs somebody, what waits, what has been received.

use casebook::tables;
use chrono::TimeDelta;
use domain::{Action, Resource};

use super::{Status, status};
use crate::{
    AppFault, Session,
    permit::permit,
    records::{RecordRow, row},
};

const ROWS: u32 = 200;
const RECENT: TimeDelta = TimeDelta::days(30);

/// The outbox.
pub struct Outbox {
    /// A person must decide.
    pub needs_you: Vec<RecordRow>,
    /// Only here, in the order in which they will go.
    pub waiting: Vec<RecordRow>,
    /// Received in the last 30 days, newest first.
    pub received: Vec<RecordRow>,
    /// How many received ones there are in all.
    pub received_total: u32,
    /// What the status bar says.
    pub status: Status,
}

/// Shows the outbox; each list holds 200 rows at most.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn outbox(session: &Session) -> Result<Outbox, AppFault> {
    permit(session, Action::Read, Resource::Delivery)?;
    let status = status(session)?;
    let since = (session.clock.now() - RECENT).to_rfc3339();
    session.casebook.read(|reading| {
        let rows = |records: Vec<tables::record::Record>| -> Result<Vec<RecordRow>, AppFault> {
            records.into_iter().map(|record| row(session, reading, record)).collect()
        };
        Ok(Outbox {
            needs_you: rows(tables::record::needing_you(reading, ROWS)?)?,
            waiting: rows(tables::record::waiting(reading, ROWS)?)?,
            received: rows(tables::record::received_since(reading, &since, ROWS)?)?,
            received_total: tables::record::received_since_total(reading, &since)?,
            status,
        })
    })
}
