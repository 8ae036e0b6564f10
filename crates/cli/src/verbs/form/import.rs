//! `holdfast form import-google`, `form import-xlsform`.

use api::{FormFileView, ImportedForm, form_file_view, read_google_form, read_xlsform};
use app::AppFault;
use serde_json::json;

use super::{in_casebook, list::about, publish::published};
use crate::{
    arguments::{Arguments, FormFile},
    file,
    say::{self, Fault},
    verbs::report::by_weight,
    wording::{said, word},
};

pub(super) fn google(arguments: &Arguments, file: &FormFile) -> Result<(), Fault> {
    let form = read_google_form(&file::read(&file.file)?).map_err(AppFault::Import)?;
    import(arguments, file, "google_forms", &form)
}

pub(super) fn xlsform(arguments: &Arguments, file: &FormFile) -> Result<(), Fault> {
    let form = read_xlsform(&file::read(&file.file)?).map_err(AppFault::Import)?;
    import(arguments, file, "xlsform", &form)
}

fn import(arguments: &Arguments, file: &FormFile, system: &str, form: &ImportedForm) -> Result<(), Fault> {
    let report = form_file_view(system, form, None);
    if file.check {
        return say::answer(arguments.json, &report, || lines(&report));
    }
    let unseen = report.lines.iter().filter(|line| line.weight == "to_confirm").count();
    if unseen > 0 && !file.confirm {
        if !arguments.json {
            say::answer(false, &report, || lines(&report))?;
        }
        return Err(Fault::Usage(said("cli-form-confirm", &[("count", &unseen)])));
    }
    let note = file.note.as_deref().unwrap_or_default();
    let row = in_casebook(arguments, |app| published(app, &form.json, note))?;
    say::answer(arguments.json, &json!({ "report": report, "form": row }), || {
        let mut lines = lines(&report);
        lines.push(format!("{}  {}", row.id, about(&row)));
        lines
    })
}

fn lines(report: &FormFileView) -> Vec<String> {
    let counts: [(&str, &dyn ToString); 2] = [("sections", &report.sections), ("questions", &report.questions)];
    let mut lines = vec![
        format!("{}: {}", word(&format!("import-form-from-{}", report.system)), report.title),
        said("cli-form-counts", &counts),
    ];
    lines.extend(by_weight(&report.lines));
    if report.lines.is_empty() {
        lines.push(word("import-form-clean"));
    }
    lines
}
