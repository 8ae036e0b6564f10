//! Enrols this device at a hub, by the one-time code that the hub made.

use casebook::tables::hub::PinnedHub;
use domain::{Action, Resource};
use journal::EnrolCode;

use crate::{App, AppFault, Session, permit::permit};

/// Enrols at the hub that the code names, and sends what waits.
///
/// # Errors
/// [`AppFault::EnrolCodeMistyped`], [`AppFault::HubNotEncrypted`], [`AppFault::Delivery`].
pub fn enrol(app: &App, session: &Session, code: &str) -> Result<PinnedHub, AppFault> {
    permit(session, Action::Deliver, Resource::Delivery)?;
    let code: EnrolCode = code.parse()?;
    let enrolling = sync::enrol(&session.casebook, &session.clock, &code, session.actor().author, session.stamp());
    let hub = app.runtime()?.block_on(enrolling)?;
    session.delivery.send_now();
    Ok(hub)
}
