//! Writes a form's answers to a file outside the casebook. It is an entry.

use std::{io::Write, path::Path};

use domain::{Action, Reference, Resource};
use exchange::{Export, ExportFault, ExportRow, FileKind, Layout};
use forms::LeftBehind;
use journal::{Exported, Known};

use super::{
    sheet::{Filter, SheetPlace, for_each, form_of, passing},
    untold::Untold,
};
use crate::{AppFault, Session, permit::permit};

/// What to export.
#[derive(Clone, PartialEq, Eq)]
pub struct ExportResponses {
    /// Id of the form.
    pub form: String,
    /// Layout.
    pub layout: Layout,
    /// Format.
    pub file: FileKind,
    /// What columns must hold.
    pub filters: Vec<Filter>,
}

domain::named_only!(ExportResponses);

/// Writes the rows to `out`, with `work_in`, the folder that they go to, as the only other place where
/// anything is written; gives their number. `word` gives the wording of a column that is no
/// question, by its name in the catalogue.
///
/// What somebody in the family does not know, and hidden addresses, are left out, with the word
/// `left_out` in their place. Only the lossless layout has everything: it is for reading back, and a file
/// with pieces missing would overwrite the record that it came from.
///
/// # Errors
/// [`AppFault::ExportFailed`] when the format cannot hold it, [`AppFault::DiskFull`].
pub fn export_responses(
    session: &Session,
    export: ExportResponses,
    out: impl Write + Send,
    work_in: &Path,
    word: impl Fn(&str) -> String,
) -> Result<u32, AppFault> {
    permit(session, Action::Export, Resource::Responses)?;
    let form = form_of(session, &export.form)?;
    let (layout, file) = (export.layout, export.file);
    let place = SheetPlace { form: export.form.clone(), sort: None, descending: false, filters: export.filters };
    let positions = passing(session, &form, place)?;
    // Noted before anything leaves: an export that broke off may have left something behind.
    let records = u32::try_from(positions.len()).unwrap_or(u32::MAX);
    let exported = Exported { form: export.form, layout: in_words(layout, file), records };
    session.append(session.entry(Known::Exported(exported)))?;
    let mut untold = match layout {
        Layout::Lossless => None,
        Layout::GoogleSheet | Layout::Envelope => {
            Some(session.casebook.read(|reading| Untold::read(reading, word("left_out")))?)
        }
    };
    let mut file = Export::begin(out, &form, layout, file, work_in, word).map_err(failed)?;
    let rows = for_each(session, &form, &positions, &mut |rows, reading, mut row| {
        let children = rows.children(reading, &row)?;
        let author = rows.author(reading, &row)?;
        let mut left: Vec<LeftBehind> =
            row.filed.no_longer_asked.iter().filter_map(|left| serde_json::from_value(left.clone()).ok()).collect();
        if let Some(untold) = &mut untold {
            untold.out_of(reading, &mut row, &mut left)?;
        }
        let source = row.filed.source.as_ref();
        // What people know as its time is when it was submitted, not when it was imported.
        let submitted = source.and_then(|source| source.submitted.as_deref()).and_then(|at| at.parse().ok());
        file.row(&ExportRow {
            record: row.filed.record,
            reference: Reference::of(row.entry.as_bytes()).to_string(),
            form: &row.form,
            recorded: submitted.unwrap_or(row.recorded),
            event: (!row.event.is_empty()).then(|| row.event.clone()),
            author: source.and_then(|source| source.email.clone()).unwrap_or(author),
            children: &children,
            known_ids: &[],
            answers: &row.answers,
            no_longer_asked: &left,
            source: source.map(|source| (source.system.clone(), source.id.clone())),
        })
        .map_err(failed)
    })?;
    file.end().map_err(failed)?;
    Ok(rows)
}

/// Layout and format, as the entry names them.
fn in_words(layout: Layout, file: FileKind) -> String {
    let layout = match layout {
        Layout::GoogleSheet => "google_sheet",
        Layout::Lossless => "lossless",
        Layout::Envelope => "envelope",
    };
    let file = match file {
        FileKind::Csv => "csv",
        FileKind::Xlsx => "xlsx",
    };
    format!("{layout} {file}")
}

fn failed(fault: ExportFault) -> AppFault {
    match fault {
        ExportFault::Write(error) => AppFault::from(error),
        other => AppFault::ExportFailed { why: other.code() },
    }
}
