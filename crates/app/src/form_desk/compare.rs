//! Compares two versions of a form.

use std::sync::Arc;

use casebook::tables;
use domain::{Action, FormDraftId, Resource};
use forms::{Change, Form, compare, inspect};
use vault::Hash;

use super::find;
use crate::{AppFault, Session, permit::permit};

/// Which versions to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CompareForm {
    /// A form draft with the version in force.
    Draft(FormDraftId),
    /// Two versions.
    Versions {
        /// The older one.
        old: Hash,
        /// The newer one.
        new: Hash,
    },
}

/// What differs between two versions.
pub struct FormChanges {
    /// Number of the older version; none: there is none.
    pub old_number: Option<u32>,
    /// Its hash: publishing names it, so that nobody's version is replaced unseen.
    pub old: Option<Hash>,
    /// The form draft began as another version than the one in force: publishing it undoes what
    /// that one changed, unless it is brought in.
    pub behind: bool,
    /// Number of the newer version.
    pub new_number: u32,
    /// In the order of the newer form.
    pub changes: Vec<Change>,
    /// Drafts in use that answer an older version of this form.
    pub drafts: u32,
}

/// Compares two versions of a form, or a form draft with the version in force.
///
/// # Errors
/// [`AppFault::FormHasFaults`] while a form draft cannot be read, [`AppFault::FormUnknown`].
pub fn compare_form(session: &Session, which: CompareForm) -> Result<FormChanges, AppFault> {
    permit(session, Action::Read, Resource::Forms)?;
    let (old, new, behind) = match which {
        CompareForm::Draft(id) => {
            let draft = find(session, id)?;
            let inspection = inspect(draft.definition.as_bytes(), session.catalogue.lists());
            let new = inspection.form.ok_or(AppFault::FormHasFaults { number: inspection.faults.len() })?;
            let in_force = session.in_force()?;
            let old = in_force.find(&new.definition().id).map(|form| Arc::clone(&form.form));
            let there = old.as_ref().map(|old| Hash::from_bytes(old.hash()));
            (old, Arc::new(new), there != draft.base)
        }
        CompareForm::Versions { old, new } => (Some(session.form(old)?), session.form(new)?, false),
    };
    Ok(FormChanges {
        old_number: old.as_ref().map(|old| old.definition().number),
        old: old.as_ref().map(|old| Hash::from_bytes(old.hash())),
        behind,
        new_number: new.definition().number,
        changes: old.as_ref().map(|old| compare(old, &new)).unwrap_or_default(),
        drafts: drafts_on_another_version(session, &new)?,
    })
}

fn drafts_on_another_version(session: &Session, form: &Form) -> Result<u32, AppFault> {
    let drafts = session.casebook.read(|reading| Ok::<_, AppFault>(tables::draft::all(reading)?))?;
    let mut number = 0;
    for draft in drafts.iter().filter(|draft| draft.set_aside.is_none()) {
        let answers = session.form(draft.form)?;
        if answers.definition().id == form.definition().id && answers.hash() != form.hash() {
            number += 1;
        }
    }
    Ok(number)
}
