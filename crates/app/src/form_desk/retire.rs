//! Offers a form no longer. What was recorded on it stays, and drafts on it can still be filed.

use domain::{Action, Resource};
use journal::{FormRetired, Known};

use super::{FormRow, desk::row_of};
use crate::{AppFault, Session, permit::permit};

/// Retires a form, and says which one to use instead.
///
/// # Errors
/// [`AppFault::FormUnknown`], [`AppFault::NoteNeeded`].
pub fn retire_form(session: &Session, id: &str, use_instead: Option<String>, note: &str) -> Result<FormRow, AppFault> {
    permit(session, Action::Publish, Resource::Forms)?;
    let note = note.trim();
    if note.is_empty() {
        return Err(AppFault::NoteNeeded);
    }
    let in_force = session.in_force()?;
    let number = in_force.find(id).ok_or(AppFault::FormUnknown)?.form.definition().number;
    if let Some(instead) = &use_instead {
        let other = in_force.find(instead).ok_or(AppFault::FormUnknown)?;
        if instead == id || other.retired.is_some() {
            return Err(AppFault::FormUnknown);
        }
    }
    let retired = FormRetired { form: id.to_owned(), number, use_instead, note: note.to_owned() };
    session.append(session.entry(Known::FormRetired(retired)))?;
    row_of(session, id)
}
