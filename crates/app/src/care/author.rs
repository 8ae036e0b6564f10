//! Who records in this casebook.

use casebook::tables;
use domain::{Action, Resource};

use crate::{AppFault, Session, keys::Author, permit::permit};

/// The person whose casebook this is.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn author(session: &Session) -> Result<Author, AppFault> {
    permit(session, Action::Read, Resource::Casebook)?;
    session.casebook.read(|reading| {
        tables::author::find(reading, session.actor().author)?.ok_or(AppFault::NotFound { what: "author" })
    })
}
