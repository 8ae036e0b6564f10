//! The desk of those who look after forms: change a form, try it, compare it, publish it, retire it.
//! Everybody may look.

mod compare;
mod desk;
mod edit;
mod open;
mod publish;
mod read_file;
mod retire;
mod save;
mod set_aside;
mod try_form;

pub use compare::{CompareForm, FormChanges, compare_form};
pub use desk::{FormDraftRow, FormRow, FormsDesk, forms_desk};
pub use edit::{EditForm, OpenFormDraft, edit_form, open_form_draft};
pub use open::{OpenForm, VersionRow, open_form};
pub use publish::{publish_form, publish_form_file};
pub use read_file::{FormFile, read_form, read_form_file};
pub use retire::retire_form;
pub use save::{SavedFormDraft, save_form_draft};
pub use set_aside::{restore_form_draft, set_aside_form_draft};
pub use try_form::{TriedForm, try_form};

use casebook::tables::{self, form_draft::FormDraft};
use domain::FormDraftId;

use crate::{AppFault, Session};

/// The form draft of that id.
fn find(session: &Session, id: FormDraftId) -> Result<FormDraft, AppFault> {
    session
        .casebook
        .read(|reading| tables::form_draft::find(reading, id)?.ok_or(AppFault::NotFound { what: "form draft" }))
}
