//! `holdfast form retire`.

use api::{App, FormDeskRow, RetireFormRequest};

use super::{call_as_editor, list::about};
use crate::say::{self, Fault};

pub(super) fn retire(app: &App, json: bool, id: &str, use_instead: Option<&str>, note: &str) -> Result<(), Fault> {
    let request =
        RetireFormRequest { id: id.to_owned(), use_instead: use_instead.map(str::to_owned), note: note.to_owned() };
    let row: FormDeskRow = call_as_editor(app, "retire_form", &request)?;
    say::answer(json, &row, || vec![about(&row)])
}
