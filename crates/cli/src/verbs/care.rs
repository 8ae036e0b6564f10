//! `holdfast check`, `rebuild`, `passphrase`.

use std::{
    io::{IsTerminal, Write},
    path::Path,
    process::ExitCode,
};

use api::App;
use app::{care, keys};
use serde_json::json;

use crate::{
    arguments::Arguments,
    open,
    say::{self, Fault},
};

pub(crate) fn check(app: &App, json: bool) -> Result<ExitCode, Fault> {
    let session = app.session()?;
    let finished = care::check_casebook(&session, &mut progress("Checking"))?;
    let report = api::check_report(&finished);
    say::answer(json, &report, || {
        let files = if report.blobs == 1 { "file" } else { "files" };
        let mut lines =
            vec![format!("{} entries and {} {files} verified. Head {}.", report.entries, report.blobs, report.head)];
        match report.faults.len() {
            0 => lines.push("The casebook is sound.".to_owned()),
            number => {
                lines.push(format!("{number} things are wrong. Nothing was changed. Make a copy of the whole folder before anything else."));
                lines.extend(report.faults.iter().map(|fault| format!("  {fault}")));
            }
        }
        lines
    })?;
    Ok(if report.sound { ExitCode::SUCCESS } else { ExitCode::from(6) })
}

pub(crate) fn rebuild(app: &App, json: bool) -> Result<(), Fault> {
    care::rebuild_views(&app.session()?, &mut progress("Rebuilding"))?;
    say::answer(json, &json!({}), || vec!["The lists were built anew from the journal.".to_owned()])
}

pub(crate) fn passphrase(app: &App, arguments: &Arguments, new: Option<&Path>) -> Result<(), Fault> {
    let new = match new {
        Some(file) => open::one_line(file)?,
        None => {
            let typed = open::ask("New passphrase: ")?;
            if *open::ask("The same again: ")? != *typed {
                return Err(Fault::Usage("the two passphrases differ; the old one holds".to_owned()));
            }
            typed
        }
    };
    // Asked for again: whoever finds an open terminal cannot change it.
    let current = open::secret(arguments)?;
    keys::change_passphrase(&*app.session()?, &current, &new, api::cost())?;
    say::answer(arguments.json, &json!({}), || {
        vec!["The passphrase was changed. The recovery code stays as it is.".to_owned()]
    })
}

/// A line that counts, on a terminal; nothing elsewhere.
pub(super) fn progress(what: &str) -> impl FnMut(u32, u32) -> bool + Send + use<> {
    let what = what.to_owned();
    let shown = std::io::stderr().is_terminal();
    move |done, total| {
        if shown {
            let end = if done >= total { "\n" } else { "" };
            // A terminal that cannot be written to stops nothing.
            drop(write!(std::io::stderr(), "\r{what} {done} of {total}{end}"));
        }
        true
    }
}
