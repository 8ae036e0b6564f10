//! Puts a form version in force. It is an entry, and never changes again.

use casebook::tables;
use domain::{Action, FormDraftId, Resource};
use forms::{Form, inspect};
use journal::{BlobUse, FormPublished, Known, NewEntry};
use serde_json::{Value, json};
use vault::Hash;

use super::{FormRow, desk::row_of, find};
use crate::{AppFault, Session, permit::permit};

/// Publishes a form draft under the next number of its form.
///
/// # Errors
/// [`AppFault::FormHasFaults`], [`AppFault::NoteNeeded`], [`AppFault::NothingChanged`],
/// [`AppFault::DraftSetAside`], [`AppFault::DraftMoved`] when it was saved since it was shown, [`AppFault::FormMoved`] when another
/// version is in force than `against`, the one that it was compared with: the form draft is kept.
pub fn publish_form(
    session: &Session,
    id: FormDraftId,
    revision: u32,
    against: Option<Hash>,
    note: &str,
) -> Result<FormRow, AppFault> {
    permit(session, Action::Publish, Resource::Forms)?;
    let draft = find(session, id)?;
    // Setting aside counts its revision up: inside the gate that is enough.
    if draft.set_aside.is_some() {
        return Err(AppFault::DraftSetAside);
    }
    let form = to_publish(session, draft.definition.as_bytes())?;
    let in_force = session.in_force()?;
    let there = in_force.find(&form.definition().id).map(|there| Hash::from_bytes(there.form.hash()));
    if there != against {
        return Err(AppFault::FormMoved);
    }
    let entry = prepare(session, &form, note)?;
    session.casebook.write(|gate| {
        match tables::form_draft::find(gate, id)? {
            None => return Err(AppFault::NotFound { what: "form draft" }),
            Some(now) if now.revision != revision => return Err(AppFault::DraftMoved),
            Some(_) => tables::form_draft::remove_published(gate, id)?,
        }
        gate.append(entry).map_err(AppFault::from)?;
        Ok(())
    })?;
    session.delivery.wake();
    row_of(session, &form.definition().id)
}

/// Publishes a form from a file, without a form draft before it.
///
/// # Errors
/// As [`publish_form`].
pub fn publish_form_file(session: &Session, definition: &[u8], note: &str) -> Result<FormRow, AppFault> {
    permit(session, Action::Publish, Resource::Forms)?;
    let form = to_publish(session, definition)?;
    let entry = prepare(session, &form, note)?;
    session.append(entry)?;
    row_of(session, &form.definition().id)
}

/// The form with the number that it gets: numbers are for people and go up by one.
fn to_publish(session: &Session, definition: &[u8]) -> Result<Form, AppFault> {
    let inspection = inspect(definition, session.catalogue.lists());
    let form = inspection.form.ok_or(AppFault::FormHasFaults { number: inspection.faults.len() })?;
    let in_force = session.in_force()?;
    let there = in_force.find(&form.definition().id);
    let number = there.map_or(1, crate::in_force::FormInForce::next_number);
    let mut numbered: Value =
        serde_json::from_slice(form.resolved()).map_err(|_| AppFault::Internal("a form does not read"))?;
    if let Some(there) = there {
        // The number alone is no change.
        numbered["number"] = json!(there.form.definition().number);
        if there.retired.is_none() && read(&numbered)?.hash() == there.form.hash() {
            return Err(AppFault::NothingChanged);
        }
    }
    numbered["number"] = json!(number);
    read(&numbered)
}

fn read(definition: &Value) -> Result<Form, AppFault> {
    // Read once more by the resolved reader, so that the bytes are in the order that it writes.
    let bytes = serde_json::to_vec(definition).map_err(|_| AppFault::Internal("a form does not write"))?;
    let form = Form::read_resolved(&bytes).map_err(|fault| AppFault::FormFaulty { line: fault.to_string() })?;
    let bytes = serde_json::to_vec(form.definition()).map_err(|_| AppFault::Internal("a form does not write"))?;
    Form::read_resolved(&bytes).map_err(|fault| AppFault::FormFaulty { line: fault.to_string() })
}

fn prepare(session: &Session, form: &Form, note: &str) -> Result<NewEntry, AppFault> {
    let note = note.trim();
    if note.is_empty() {
        return Err(AppFault::NoteNeeded);
    }
    // On disk before the entry that names it.
    session.casebook.blobs().put(form.resolved()).map_err(casebook::CasebookFault::from)?;
    let hash = Hash::from_bytes(form.hash());
    let definition = form.definition();
    let mut entry = session.entry(Known::FormPublished(FormPublished {
        form: definition.id.clone(),
        hash,
        number: definition.number,
        title: definition.title.clone(),
        note: note.to_owned(),
    }));
    entry.blobs = vec![BlobUse { hash, size: form.resolved().len() as u64 }];
    Ok(entry)
}
