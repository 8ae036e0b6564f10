//! Takes back a fact that was recorded in error. What merely ended has an end date instead.

use casebook::tables;
use domain::{Action, FactId, Resource};
use journal::{FactWithdrawn, Known, Subject};

use super::shown_in;
use crate::{AppFault, Session, permit::permit};

/// Takes a fact back.
///
/// # Errors
/// [`AppFault::NoteNeeded`] without a reason, [`AppFault::NotFound`].
pub fn withdraw_fact(session: &Session, fact: FactId, reason: &str) -> Result<(), AppFault> {
    permit(session, Action::Add, Resource::People)?;
    let reason = reason.trim().to_owned();
    if reason.is_empty() {
        return Err(AppFault::NoteNeeded);
    }
    session.casebook.write(|gate| {
        let known = tables::fact::find(gate, fact)?.ok_or(AppFault::NotFound { what: "fact" })?;
        if shown_in(session, gate, known.clone())?.hidden {
            return Err(AppFault::NotAllowed);
        }
        for person in &known.about {
            permit(session, Action::Amend, Resource::Person(*person))?;
        }
        if known.about.is_empty() {
            permit(session, Action::Keep, Resource::Casebook)?;
        }
        let mut entry = session.entry(Known::FactWithdrawn(FactWithdrawn { fact, reason }));
        entry.subjects = known.about.into_iter().map(Subject::Person).collect();
        entry.based_on = tables::fact::seen(gate, fact)?;
        entry.based_on.sort_unstable();
        gate.append(entry).map_err(AppFault::from)
    })?;
    session.delivery.wake();
    Ok(())
}
