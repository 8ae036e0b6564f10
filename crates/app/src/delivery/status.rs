//! What the status bar says on every screen.

use casebook::tables::{self, hub::PinnedHub};
use chrono::{DateTime, FixedOffset};
use domain::{Action, Custody, Resource};
use sync::DeliveryState;

use crate::{
    AppFault, Session,
    care::settings,
    permit::permit,
    records::{RecordRow, row},
};

/// Where everything is.
pub struct Status {
    /// Each record in one place.
    pub custody: Custody,
    /// When the oldest record that is only here was filed.
    pub oldest_waiting: Option<DateTime<FixedOffset>>,
    /// The hub, when enrolled.
    pub hub: Option<PinnedHub>,
    /// What delivery is doing.
    pub delivery: DeliveryState,
    /// Urgent records unsent for too long, about which nobody was phoned.
    pub alarms: Vec<RecordRow>,
    /// After how many minutes that is.
    pub urgent_after_minutes: u32,
}

/// Says where everything is.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn status(session: &Session) -> Result<Status, AppFault> {
    permit(session, Action::Read, Resource::Delivery)?;
    let urgent_after_minutes = settings(session)?.urgent_after_minutes;
    let filed_before = session.clock.now().timestamp() - i64::from(urgent_after_minutes) * 60;
    session.casebook.read(|reading| {
        let alarms = tables::record::alarms(reading, filed_before)?;
        Ok(Status {
            custody: tables::record::custody(reading)?,
            oldest_waiting: tables::record::oldest_waiting(reading)?,
            hub: tables::hub::pinned(reading)?,
            delivery: session.delivery.snapshot(),
            alarms: alarms.into_iter().map(|record| row(session, reading, record)).collect::<Result<_, _>>()?,
            urgent_after_minutes,
        })
    })
}
