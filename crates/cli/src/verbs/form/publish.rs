//! `holdfast form publish`.

use std::{path::Path, process::ExitCode};

use api::{App, FormDeskRow, FormView, OpenFormRequest};
use app::form_desk::publish_form_file;

use super::{
    call,
    check::{inspected, lines},
    in_casebook,
    list::about,
};
use crate::{
    arguments::Arguments,
    file,
    say::{self, Fault},
    wording::word,
};

pub(super) fn publish(arguments: &Arguments, path: &Path, note: &str) -> Result<ExitCode, Fault> {
    let definition = file::read(path)?;
    let report = inspected(&definition)?;
    if !report.faults.is_empty() {
        say::answer(arguments.json, &report, || {
            let mut said = lines(&report);
            said.push(word("cli-form-not-published"));
            said
        })?;
        return Ok(ExitCode::from(2));
    }
    let row = in_casebook(arguments, |app| published(app, &definition, note))?;
    say::answer(arguments.json, &row, || vec![about(&row)])?;
    Ok(ExitCode::SUCCESS)
}

/// Publishes a definition; gives the form as it is now in force.
pub(super) fn published(app: &App, definition: &[u8], note: &str) -> Result<FormDeskRow, Fault> {
    let row =
        publish_form_file(&*app.session()?, definition, note).map_err(|fault| Fault::from(fault).for_editors())?;
    let id = row.form.form.definition().id.clone();
    let open: FormView = call(app, "open_form", &OpenFormRequest { id, hash: None })?;
    Ok(open.form)
}
