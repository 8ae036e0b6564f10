//! Saves a form draft as it is edited, whole or not.

use casebook::tables;
use chrono::{DateTime, FixedOffset};
use domain::{Action, FormDraftId, Resource};
use forms::{Inspection, inspect};

use super::find;
use crate::{AppFault, Session, permit::permit};

/// Most bytes of a definition: its record must fit an entry's file and a screen's patience.
const MOST: usize = 8 << 20;

/// A form draft was saved.
pub struct SavedFormDraft {
    /// The new revision.
    pub revision: u32,
    /// When.
    pub saved: DateTime<FixedOffset>,
    /// Its faults, warnings and map.
    pub inspection: Inspection,
}

/// Saves a form draft over the revision that the screen had.
///
/// # Errors
/// [`AppFault::DraftMoved`] when it was saved in another window since: nothing is overwritten.
/// [`AppFault::FormTooLarge`].
pub fn save_form_draft(
    session: &Session,
    id: FormDraftId,
    definition: String,
    revision: u32,
) -> Result<SavedFormDraft, AppFault> {
    permit(session, Action::Amend, Resource::Forms)?;
    if definition.len() > MOST {
        return Err(AppFault::FormTooLarge);
    }
    let mut draft = find(session, id)?;
    draft.definition = definition;
    draft.revision = revision.saturating_add(1);
    draft.saved = session.stamp().at;
    session.casebook.write(|gate| tables::form_draft::save(gate, &draft).map_err(AppFault::from))?;
    let inspection = inspect(draft.definition.as_bytes(), session.catalogue.lists());
    Ok(SavedFormDraft { revision: draft.revision, saved: draft.saved, inspection })
}
