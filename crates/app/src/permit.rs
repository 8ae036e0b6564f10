//! The one place where permission is asked. The rule is a table in `domain`.

use domain::{Action, Resource, allows};

use crate::{AppFault, Session};

/// Lets the act go on, or gives [`AppFault::NotAllowed`].
pub(crate) fn permit(session: &Session, action: Action, resource: Resource) -> Result<(), AppFault> {
    allows(&session.actor(), action, resource).map_err(AppFault::from)
}
