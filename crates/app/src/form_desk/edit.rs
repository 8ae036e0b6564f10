//! Begins to change a form, or goes on with it.

use casebook::tables::{self, form_draft::FormDraft};
use domain::{Action, FormDraftId, Resource};
use forms::{Inspection, inspect};
use serde_json::{Value, json};
use vault::Hash;

use super::find;
use crate::{AppFault, Session, permit::permit};

/// What a form draft begins as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EditForm {
    /// A form with one section and one question.
    Blank {
        /// Title.
        title: String,
    },
    /// The next version of a form.
    Form {
        /// Id of the form.
        id: String,
    },
    /// A form of its own that begins as another one.
    Copy {
        /// Id of the other form.
        id: String,
        /// Title of the new one.
        title: String,
    },
    /// A form from a file.
    File {
        /// The upload.
        upload: String,
    },
}

/// A form draft with what is wrong with it.
pub struct OpenFormDraft {
    /// The form draft.
    pub draft: FormDraft,
    /// Its faults, warnings and map.
    pub inspection: Inspection,
}

/// Begins to change a form.
///
/// # Errors
/// [`AppFault::FormUnknown`], [`AppFault::NameEmpty`], those of reading a file.
pub fn edit_form(session: &Session, edit: EditForm) -> Result<OpenFormDraft, AppFault> {
    permit(session, Action::Amend, Resource::Forms)?;
    let (base, definition) = match edit {
        EditForm::Blank { title } => (None, blank(session, &title)?),
        EditForm::Form { id } => {
            let in_force = session.in_force()?;
            let form = in_force.find(&id).ok_or(AppFault::FormUnknown)?;
            let mut definition = read(form.form.resolved())?;
            definition["number"] = json!(form.next_number());
            (Some(Hash::from_bytes(form.form.hash())), definition)
        }
        EditForm::Copy { id, title } => {
            let in_force = session.in_force()?;
            let form = in_force.find(&id).ok_or(AppFault::FormUnknown)?;
            let mut definition = read(form.form.resolved())?;
            definition["id"] = json!(free_id(session, &title)?);
            definition["title"] = json!(title.trim());
            definition["number"] = json!(1);
            // Answers of the form elsewhere are those of the other form, not of this one.
            if let Some(parts) = definition.as_object_mut() {
                parts.remove("source");
            }
            (None, definition)
        }
        EditForm::File { upload } => {
            let file = super::read_file::read(session, &upload)?;
            let mut definition = read(&file.json)?;
            let in_force = session.in_force()?;
            let there = definition["id"].as_str().and_then(|id| in_force.find(id));
            definition["number"] = json!(there.map_or(1, crate::in_force::FormInForce::next_number));
            (there.map(|form| Hash::from_bytes(form.form.hash())), definition)
        }
    };
    let now = session.stamp().at;
    let draft = FormDraft {
        id: FormDraftId(session.clock.new_id()),
        base,
        definition: definition.to_string(),
        revision: 1,
        started: now,
        saved: now,
        set_aside: None,
    };
    session.casebook.write(|gate| tables::form_draft::add(gate, &draft).map_err(AppFault::from))?;
    Ok(opened(session, draft))
}

/// Opens a form draft as it was left.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn open_form_draft(session: &Session, id: FormDraftId) -> Result<OpenFormDraft, AppFault> {
    permit(session, Action::Amend, Resource::Forms)?;
    Ok(opened(session, find(session, id)?))
}

fn opened(session: &Session, draft: FormDraft) -> OpenFormDraft {
    let inspection = inspect(draft.definition.as_bytes(), session.catalogue.lists());
    OpenFormDraft { draft, inspection }
}

fn read(definition: &[u8]) -> Result<Value, AppFault> {
    serde_json::from_slice(definition).map_err(|_| AppFault::Internal("a form does not read"))
}

/// A form that can be filled as it is: the day, and a question that waits for its wording.
fn blank(session: &Session, title: &str) -> Result<Value, AppFault> {
    let id = free_id(session, title)?;
    Ok(json!({
        "id": id, "number": 1, "title": title.trim(), "about": "", "urgency": "normal",
        "subjects": "any_number", "record": id, "shelf": "Our own forms",
        "event_time": { "question": "when_date" },
        "guidance": "", "requirements": [],
        "sections": [{
            "id": "section_1", "title": title.trim(), "questions": [
                { "id": "when_date", "text": "Which day did it happen?", "required": true, "prefill": "today",
                  "kind": { "type": "date", "not_in_future": true } },
                { "id": "question_1", "text": "What happened?", "required": true, "kind": { "type": "long_text" } }
            ]
        }]
    }))
}

/// An id made from a title that no form has yet.
fn free_id(session: &Session, title: &str) -> Result<String, AppFault> {
    let mut slug = String::new();
    for letter in title.trim().to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if !slug.is_empty() && !slug.ends_with('_') => slug.push('_'),
            _ => {}
        }
    }
    if title.trim().is_empty() {
        return Err(AppFault::NameEmpty);
    }
    let slug: String = slug.trim_end_matches('_').chars().take(40).collect();
    // A title in another script has no letter that an id may have.
    let slug = if slug.is_empty() || slug == "end" { "form".to_owned() } else { slug };
    let in_force = session.in_force()?;
    let drafts = session.casebook.read(|reading| Ok::<_, AppFault>(tables::form_draft::all(reading)?))?;
    let drafted: Vec<String> = drafts.iter().map(|draft| super::desk::draft_row(draft).form).collect();
    let taken = |id: &str| in_force.find(id).is_some() || drafted.iter().any(|there| there == id);
    if !taken(&slug) {
        return Ok(slug);
    }
    (2..u32::MAX).map(|number| format!("{slug}_{number}")).find(|id| !taken(id)).ok_or(AppFault::Internal("no free id"))
}
