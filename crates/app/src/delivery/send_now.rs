//! Sends now, without waiting for the next try.

use domain::{Action, Resource};
use sync::Sent;

use crate::{App, AppFault, Session, permit::permit};

/// Wakes delivery. What comes of it is in the status.
///
/// # Errors
/// [`AppFault::NotEnrolled`].
pub fn send_now(session: &Session) -> Result<(), AppFault> {
    permit(session, Action::Deliver, Resource::Delivery)?;
    enrolled(session)?;
    session.delivery.send_now();
    Ok(())
}

/// Sends what waits and comes back when it has gone, or with what stopped it: for the command line.
///
/// # Errors
/// [`AppFault::NotEnrolled`], [`AppFault::Delivery`].
pub fn send_and_wait(app: &App, session: &Session) -> Result<Sent, AppFault> {
    permit(session, Action::Deliver, Resource::Delivery)?;
    enrolled(session)?;
    app.runtime()?
        .block_on(async {
            // Two runs side by side would change nothing, and cost twice.
            session.delivery.stop().await;
            sync::send_once(&session.outgoing()).await
        })
        .map_err(AppFault::from)
}

fn enrolled(session: &Session) -> Result<(), AppFault> {
    session.casebook.read(|reading| casebook::tables::hub::pinned(reading)?.map(|_| ()).ok_or(AppFault::NotEnrolled))
}
