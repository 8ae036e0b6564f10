//! `holdfast responses list`, `responses imports`.

use api::{AnsweredFormsView, App, ImportRow, ImportsView, Nothing};

use super::call;
use crate::{
    say::{self, Fault},
    times::in_words,
    wording::{said, word},
};

pub(super) fn list(app: &App, json: bool) -> Result<(), Fault> {
    let forms: AnsweredFormsView = call(app, "answered_forms", &Nothing {})?;
    say::answer(json, &forms, || {
        if forms.forms.is_empty() {
            return vec![word("responses-empty")];
        }
        let line = |row: &api::AnsweredFormRow| {
            let count = said("cli-responses-row", &[("form", &row.title), ("count", &row.records)]);
            format!("{:<26}{count}", row.form)
        };
        forms.forms.iter().map(line).collect()
    })
}

pub(super) fn imports(app: &App, json: bool) -> Result<(), Fault> {
    let imports: ImportsView = call(app, "list_imports", &Nothing {})?;
    say::answer(json, &imports, || {
        if imports.imports.is_empty() {
            return vec![word("cli-imports-none")];
        }
        imports.imports.iter().map(line).collect()
    })
}

fn line(row: &ImportRow) -> String {
    let count = said("responses-import-row", &[("form", &row.form), ("count", &row.records)]);
    let when = said("responses-import-when", &[("at", &in_words(&row.recorded)), ("author", &row.author)]);
    let mut line = format!("{}  {}, {count}, {when}", row.batch, row.file_name);
    if let Some(at) = &row.undone {
        line.push_str(&format!(". {}", said("responses-import-undone", &[("at", &in_words(at))])));
    }
    line
}
