//! The verbs. Most are commands of the api, as a screen would give them.

mod care;
mod chronology;
mod delivery;
mod facts;
mod form;
mod init;
mod packs;
mod people;
mod records;
mod report;
mod responses;
mod search;
mod settings;
mod who;
mod work;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use api::{ApiError, App, Code, Host};
use clap::CommandFactory;
use domain::paper::Paper;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    arguments::{Arguments, Draft, History, Verb},
    open,
    say::{self, Fault},
    wording::said,
};

/// Does what was typed.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, Fault> {
    match &arguments.verb {
        Verb::Init { name, role } => init::init(arguments, name, role)?,
        Verb::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "holdfast", &mut script);
            say::text(&script)?;
        }
        Verb::Manual => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
            say::text(&page)?;
        }
        // These do much of their work on files, before a casebook is opened or without one.
        Verb::Form(verb) => return form::forms(arguments, verb),
        Verb::Responses(verb) => responses::responses(arguments, verb)?,
        verb => return in_casebook(arguments, |app| one(app, arguments, verb)),
    }
    Ok(ExitCode::SUCCESS)
}

/// Does something with the casebook open.
pub(crate) fn in_casebook<T>(arguments: &Arguments, act: impl FnOnce(&App) -> Result<T, Fault>) -> Result<T, Fault> {
    let app = open::open(arguments)?;
    let done = act(&app);
    // Settles the database whether or not the verb succeeded; what the verb says comes first.
    let closed = app.close();
    let done = done?;
    closed?;
    Ok(done)
}

fn one(app: &App, arguments: &Arguments, verb: &Verb) -> Result<ExitCode, Fault> {
    let json = arguments.json;
    match verb {
        Verb::Status => delivery::status(app, json)?,
        Verb::Outbox => delivery::outbox(app, json)?,
        Verb::Enrol { code } => delivery::enrol(app, json, code)?,
        Verb::Send => return delivery::send(app, json),
        Verb::Person(person) => people::people(app, json, person)?,
        Verb::History(History::Import(file)) => packs::import(app, json, file, true)?,
        Verb::Pack(verb) => packs::packs(app, json, verb)?,
        Verb::Allocation(verb) => work::allocations(app, json, verb)?,
        Verb::Warning(verb) => facts::warnings(app, json, verb)?,
        Verb::Relationship(verb) => facts::relationships(app, json, verb)?,
        Verb::Episode(verb) => facts::episodes(app, json, verb)?,
        Verb::Due { person } => work::due(app, json, person.as_deref())?,
        Verb::Search { text, among, person } => search::search(app, json, text, *among, person.as_deref())?,
        Verb::Chronology(of) => chronology::chronology(app, json, of)?,
        Verb::Record(record) => records::records(app, json, record)?,
        Verb::Draft(Draft::List) => records::drafts(app, json)?,
        Verb::Settings { edits_forms } => settings::settings(app, json, *edits_forms)?,
        Verb::Check => return care::check(app, json),
        Verb::Rebuild => care::rebuild(app, json)?,
        Verb::Passphrase { new_passphrase_file } => {
            care::passphrase(app, arguments, new_passphrase_file.as_deref())?;
        }
        Verb::Init { .. } | Verb::Completions { .. } | Verb::Manual | Verb::Form(_) | Verb::Responses(_) => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Gives a command as a screen would.
pub(crate) fn call<Req: Serialize, Res: DeserializeOwned>(
    app: &App,
    command: &str,
    request: &Req,
) -> Result<Res, Fault> {
    dispatch(app, &Terminal { save_to: None }, command, request)
}

/// Gives a command that saves a file, which goes to this path. What is there already stays as it is.
pub(crate) fn call_saving<Req: Serialize, Res: DeserializeOwned>(
    app: &App,
    path: &Path,
    command: &str,
    request: &Req,
) -> Result<Res, Fault> {
    must_be_new(path)?;
    dispatch(app, &Terminal { save_to: Some(path) }, command, request)
}

fn dispatch<Req: Serialize, Res: DeserializeOwned>(
    app: &App,
    host: &Terminal<'_>,
    command: &str,
    request: &Req,
) -> Result<Res, Fault> {
    let payload = serde_json::to_value(request).map_err(|_| ApiError::plain(Code::Internal))?;
    let answer = api::dispatch(app, host, command, payload)?;
    Ok(serde_json::from_value(answer).map_err(|_| ApiError::plain(Code::Internal))?)
}

/// Refuses a path where something is, and one in no folder.
fn must_be_new(path: &Path) -> Result<(), Fault> {
    let named = || path.display();
    if path.exists() {
        return Err(Fault::Usage(said("cli-export-there", &[("path", &named())])));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !folder.is_dir() {
        return Err(Fault::Usage(said("cli-export-no-folder", &[("path", &named())])));
    }
    Ok(())
}

/// The same, and whoever may not do it is told how one comes to look after forms.
pub(crate) fn call_as_editor<Req: Serialize, Res: DeserializeOwned>(
    app: &App,
    command: &str,
    request: &Req,
) -> Result<Res, Fault> {
    call(app, command, request).map_err(Fault::for_editors)
}

/// A terminal has no dialogs: where to save was typed, or nothing is saved.
struct Terminal<'a> {
    save_to: Option<&'a Path>,
}

impl Host for Terminal<'_> {
    fn is_window(&self) -> bool {
        false
    }

    fn ask_where_to_save(&self, _: &str) -> Result<Option<PathBuf>, ApiError> {
        self.save_to.map(|path| Some(path.to_owned())).ok_or_else(|| ApiError::plain(Code::NoDialog))
    }

    fn ask_which_file(&self, _: &[&str]) -> Result<Option<PathBuf>, ApiError> {
        Err(ApiError::plain(Code::NoDialog))
    }

    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, ApiError> {
        print::pdf(paper).map_err(|_| ApiError::plain(Code::NotPrinted))
    }

    fn locked(&self) {}
}
