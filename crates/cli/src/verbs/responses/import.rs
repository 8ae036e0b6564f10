//! `holdfast responses import`.

use std::{path::Path, thread, time::Duration};

use api::{
    ApiError, App, Code, ImportProgressView, ImportResponsesRequest, ImportedView, Nothing, ReadResponsesRequest,
    ReadResponsesView,
};
use app::files::{begin_upload, upload_part};

use super::{call, call_as_editor, children, in_casebook, preview, progress};
use crate::{
    arguments::{Arguments, Dates, ResponsesFile},
    file,
    say::{self, Fault},
    wording::{said, word},
};

/// How often a running import is asked how far it is.
const LOOK_EVERY: Duration = Duration::from_millis(20);

pub(super) fn import(arguments: &Arguments, file: &ResponsesFile) -> Result<(), Fault> {
    let bytes = file::read(&file.file)?;
    in_casebook(arguments, |app| in_open_casebook(app, arguments.json, file, &bytes))
}

fn in_open_casebook(app: &App, json: bool, file: &ResponsesFile, bytes: &[u8]) -> Result<(), Fault> {
    let upload = handed_in(app, &file.file, bytes)?;
    let dates = file.dates.map(|dates| written(dates).to_owned());
    let request = ReadResponsesRequest { upload: upload.clone(), form: file.form.clone(), columns: None, dates };
    let read: ReadResponsesView = call_as_editor(app, "read_responses", &request)?;
    let people = children::decided(file, &read.people)?;
    if !file.yes {
        return say::answer(json, &read, || {
            let mut lines = preview::lines(&read, &people);
            lines.extend(preview::dates(&read, file.dates.map(written)));
            lines.push(word("cli-import-not-yet"));
            lines
        });
    }
    let order = file.dates.map(written).or(match read.dates.as_slice() {
        [only] => Some(only.as_str()),
        _ => None,
    });
    let order = match order {
        Some(order) if read.dates.iter().any(|possible| possible == order) => order.to_owned(),
        _ => return Err(told(Code::DatesAmbiguous, preview::dates(&read, None))),
    };
    if let Some(undecided) = people.undecided() {
        return Err(told(Code::ChildrenUndecided, undecided));
    }
    let request = ImportResponsesRequest {
        upload,
        form: file.form.clone(),
        columns: read.columns,
        dates: order,
        people: people.decisions,
    };
    let imported = imported(app, &request)?;
    say::answer(json, &imported, || done(&imported))
}

/// Hands the file to the casebook; gives what it is named by.
fn handed_in(app: &App, path: &Path, bytes: &[u8]) -> Result<String, Fault> {
    let session = app.session()?;
    // The journal keeps the name: "-" would say nothing there.
    let name = if path == Path::new("-") { word("cli-import-stdin") } else { file_name(path) };
    let upload = begin_upload(&session, &name, bytes.len())?;
    upload_part(&session, &upload, bytes)?;
    Ok(upload)
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Begins the import and waits for its end.
fn imported(app: &App, request: &ImportResponsesRequest) -> Result<ImportedView, Fault> {
    let mut show = progress("Importing");
    let mut view: ImportProgressView = call_as_editor(app, "import_responses", request)?;
    let mut shown = 0;
    while view.running {
        thread::sleep(LOOK_EVERY);
        view = call(app, "import_progress", &Nothing {})?;
        if view.total > 0 && view.done > shown {
            shown = view.done;
            show(view.done, view.total);
        }
    }
    match (view.finished, view.failed) {
        (Some(imported), _) => Ok(imported),
        (None, Some(error)) => Err(Fault::from(error).for_editors()),
        (None, None) => Err(ApiError::plain(Code::Internal).into()),
    }
}

fn done(imported: &ImportedView) -> Vec<String> {
    let mut lines = vec![
        said("response-import-done", &[("count", &(imported.new + imported.changed))]),
        said(
            "cli-import-counts",
            &[("new", &imported.new), ("changed", &imported.changed), ("here", &imported.already_here)],
        ),
    ];
    if imported.people_added > 0 {
        lines.push(said("cli-import-people", &[("count", &imported.people_added)]));
    }
    if let Some(batch) = &imported.batch {
        lines.push(said("cli-import-undo", &[("batch", batch)]));
    }
    lines
}

/// A code with lines of what to say, as the answers of a record that need attention are listed.
fn told(code: Code, lines: Vec<String>) -> Fault {
    Fault::Api(ApiError { code, args: [("problems".to_owned(), lines.join("\n"))].into() })
}

fn written(dates: Dates) -> &'static str {
    match dates {
        Dates::Day => "day_first",
        Dates::Month => "month_first",
        Dates::Year => "year_first",
    }
}
