//! Reads a form from a file that was handed in: Google Forms' JSON, or an XLSForm. Nothing is kept
//! until a person takes it ([`super::edit_form`]).

use domain::{Action, Resource};
use exchange::{ImportedForm, read_google_form, read_xlsform};

use crate::{AppFault, Session, permit::permit};

/// A form that was read from a file.
pub struct FormFile {
    /// `google_forms` or `xlsform`.
    pub system: &'static str,
    /// The form, and what a person should know before taking it.
    pub form: ImportedForm,
    /// Title of the form in force that it would be a newer version of.
    pub replaces: Option<String>,
}

/// Reads a form from a file that was handed in.
///
/// # Errors
/// [`AppFault::Import`] when it is no form, [`AppFault::NotFound`] for an unknown upload.
pub fn read_form_file(session: &Session, upload: &str) -> Result<FormFile, AppFault> {
    permit(session, Action::Amend, Resource::Forms)?;
    let form = read(session, upload)?;
    let in_force = session.in_force()?;
    let id = id_of(&form);
    Ok(FormFile {
        system: if form.json.windows(12).any(|part| part == b"google_forms") { "google_forms" } else { "xlsform" },
        replaces: in_force.find(&id).map(|there| there.form.definition().title.clone()),
        form,
    })
}

fn id_of(form: &ImportedForm) -> String {
    let definition: serde_json::Value = serde_json::from_slice(&form.json).unwrap_or_default();
    definition["id"].as_str().unwrap_or_default().to_owned()
}

pub(super) fn read(session: &Session, upload: &str) -> Result<ImportedForm, AppFault> {
    let bytes = session.uploads().content(upload)?;
    read_form(&bytes)
}

/// Reads a form of either sort: a zip archive is a workbook, anything else should be JSON.
///
/// # Errors
/// [`AppFault::Import`].
pub fn read_form(bytes: &[u8]) -> Result<ImportedForm, AppFault> {
    let form = if bytes.starts_with(b"PK") { read_xlsform(bytes) } else { read_google_form(bytes) };
    form.map_err(AppFault::Import)
}
