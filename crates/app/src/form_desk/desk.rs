//! Every form and every form draft.

use std::collections::BTreeMap;

use casebook::tables::{self, form_draft::FormDraft};
use chrono::{DateTime, FixedOffset};
use domain::{Action, FormDraftId, Resource};
use serde_json::Value;

use crate::{AppFault, Session, in_force::FormInForce, permit::permit};

/// A form in force, with the number of its records here.
pub struct FormRow {
    /// The form.
    pub form: FormInForce,
    /// Title of the form to use instead of a retired one.
    pub use_instead: Option<String>,
    /// Records on it in this casebook.
    pub records: u32,
}

/// A form that is being changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormDraftRow {
    /// The form draft.
    pub id: FormDraftId,
    /// Title as it is now.
    pub title: String,
    /// Id of the form as it is now.
    pub form: String,
    /// It is not a new version of a form in force.
    pub is_new: bool,
    /// When it was last saved.
    pub saved: DateTime<FixedOffset>,
    /// When it was set aside.
    pub set_aside: Option<DateTime<FixedOffset>>,
}

/// The desk.
pub struct FormsDesk {
    /// Whether this person may change forms.
    pub may_edit: bool,
    /// Forms, in the order to offer them, the retired among them.
    pub forms: Vec<FormRow>,
    /// Form drafts, last saved first.
    pub drafts: Vec<FormDraftRow>,
}

/// Lists forms and form drafts.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn forms_desk(session: &Session) -> Result<FormsDesk, AppFault> {
    permit(session, Action::Read, Resource::Forms)?;
    let in_force = session.in_force()?;
    let (records, drafts) = session
        .casebook
        .read(|reading| Ok::<_, AppFault>((tables::sheet::forms(reading)?, tables::form_draft::all(reading)?)))?;
    let records: BTreeMap<String, u32> = records.into_iter().collect();
    let forms = in_force.all().into_iter().map(|form| row(session, form, &records)).collect::<Result<_, _>>()?;
    Ok(FormsDesk {
        may_edit: permit(session, Action::Publish, Resource::Forms).is_ok(),
        forms,
        drafts: drafts.iter().map(draft_row).collect(),
    })
}

/// The row of one form.
pub(super) fn row_of(session: &Session, id: &str) -> Result<FormRow, AppFault> {
    let in_force = session.in_force()?;
    let form = in_force.find(id).ok_or(AppFault::FormUnknown)?;
    let total = session.casebook.read(|reading| Ok::<_, AppFault>(tables::sheet::total(reading, id)?))?;
    row(session, form, &BTreeMap::from([(id.to_owned(), total)]))
}

fn row(session: &Session, form: &FormInForce, records: &BTreeMap<String, u32>) -> Result<FormRow, AppFault> {
    let in_force = session.in_force()?;
    let instead = form.retired.as_ref().and_then(|retired| retired.use_instead.as_deref());
    Ok(FormRow {
        use_instead: instead
            .map(|id| in_force.find(id).map_or_else(|| id.to_owned(), |form| form.form.definition().title.clone())),
        records: records.get(&form.form.definition().id).copied().unwrap_or(0),
        form: form.clone(),
    })
}

pub(super) fn draft_row(draft: &FormDraft) -> FormDraftRow {
    let definition: Value = serde_json::from_str(&draft.definition).unwrap_or_default();
    let text = |name: &str| definition[name].as_str().unwrap_or_default().to_owned();
    FormDraftRow {
        id: draft.id,
        title: text("title"),
        form: text("id"),
        is_new: draft.base.is_none(),
        saved: draft.saved,
        set_aside: draft.set_aside,
    }
}
