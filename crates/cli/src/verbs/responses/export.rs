//! `holdfast responses export`.

use std::path::Path;

use api::{App, ExportedView, export_to};
use app::responses::{ExportResponses, export_responses};

use super::{super::must_be_new, in_casebook};
use crate::{
    arguments::{Arguments, FileKind, Layout, ResponsesOut},
    say::{self, Fault},
    wording::{said, word},
};

pub(super) fn export(arguments: &Arguments, what: &ResponsesOut) -> Result<(), Fault> {
    if what.output == Path::new("-") {
        if what.kind != FileKind::Csv {
            return Err(Fault::Usage(word("cli-export-csv-only")));
        }
        let bytes = in_casebook(arguments, |app| in_memory(app, what))?;
        return say::text(&bytes);
    }
    must_be_new(&what.output)?;
    let path = || what.output.display();
    let rows = in_casebook(arguments, |app| {
        let session = app.session()?;
        export_to(&session, wanted(what), &what.output).map_err(|error| Fault::from(error).for_editors())
    })?;
    say::answer(arguments.json, &ExportedView { rows: Some(rows), download: None }, || {
        vec![said("cli-export-done", &[("count", &rows), ("path", &path())]), word("response-export-warning")]
    })
}

/// The rows in memory: none of them goes out before the journal holds that they did.
fn in_memory(app: &App, what: &ResponsesOut) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    export_responses(&*app.session()?, wanted(what), &mut bytes, app.folder(), api::word)
        .map_err(|fault| Fault::from(fault).for_editors())?;
    Ok(bytes)
}

fn wanted(what: &ResponsesOut) -> ExportResponses {
    ExportResponses {
        form: what.form.clone(),
        layout: match what.layout {
            Layout::GoogleSheet => api::Layout::GoogleSheet,
            Layout::Lossless => api::Layout::Lossless,
            Layout::Envelope => api::Layout::Envelope,
        },
        file: match what.kind {
            FileKind::Csv => api::FileKind::Csv,
            FileKind::Xlsx => api::FileKind::Xlsx,
        },
        filters: Vec::new(),
    }
}
