//! Records that the lead was phoned about an urgent record that could not be sent.

use casebook::tables;
use domain::{Action, RecordId, Resource, tidy_name};
use journal::{Known, LeadPhoned, Subject};

use crate::{AppFault, Session, permit::permit};

/// Notes the call, and with it ends the alarm.
///
/// # Errors
/// [`AppFault::NotFound`], [`AppFault::NameEmpty`].
pub fn phoned_lead(session: &Session, record: RecordId, who: &str) -> Result<(), AppFault> {
    permit(session, Action::Deliver, Resource::Delivery)?;
    let who = tidy_name(who)?;
    session.casebook.read(|reading| {
        tables::record::find(reading, record)?.map(|_| ()).ok_or(AppFault::NotFound { what: "record" })
    })?;
    let mut entry = session.entry(Known::LeadPhoned(LeadPhoned { record, who }));
    entry.subjects = vec![Subject::Record(record)];
    session.append(entry)
}
