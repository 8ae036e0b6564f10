//! The verbs. Most are commands of the api, as a screen would give them.

mod care;
mod delivery;
mod init;
mod people;
mod records;

use std::{path::PathBuf, process::ExitCode};

use api::{ApiError, App, Code, Host};
use clap::CommandFactory;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    arguments::{Arguments, Draft, Form, Verb},
    open,
    say::{self, Fault},
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
        verb => {
            let app = open::open(arguments)?;
            let done = in_casebook(&app, arguments, verb);
            // Settles the database whether or not the verb succeeded; what the verb says comes first.
            let closed = app.close();
            let code = done?;
            closed?;
            return Ok(code);
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn in_casebook(app: &App, arguments: &Arguments, verb: &Verb) -> Result<ExitCode, Fault> {
    let json = arguments.json;
    match verb {
        Verb::Status => delivery::status(app, json)?,
        Verb::Outbox => delivery::outbox(app, json)?,
        Verb::Enrol { code } => delivery::enrol(app, json, code)?,
        Verb::Send => return delivery::send(app, json),
        Verb::Person(person) => people::people(app, json, person)?,
        Verb::Record(record) => records::records(app, json, record)?,
        Verb::Draft(Draft::List) => records::drafts(app, json)?,
        Verb::Form(Form::List) => records::forms(app, json)?,
        Verb::Check => return care::check(app, json),
        Verb::Rebuild => care::rebuild(app, json)?,
        Verb::Passphrase { new_passphrase_file } => {
            care::passphrase(app, arguments, new_passphrase_file.as_deref())?;
        }
        Verb::Init { .. } | Verb::Completions { .. } | Verb::Manual => {}
    }
    Ok(ExitCode::SUCCESS)
}

/// Gives a command as a screen would.
pub(crate) fn call<Req: Serialize, Res: DeserializeOwned>(
    app: &App,
    command: &str,
    request: &Req,
) -> Result<Res, Fault> {
    let payload = serde_json::to_value(request).map_err(|_| ApiError::plain(Code::Internal))?;
    let answer = api::dispatch(app, &Terminal, command, payload)?;
    Ok(serde_json::from_value(answer).map_err(|_| ApiError::plain(Code::Internal))?)
}

/// A terminal has no dialogs.
struct Terminal;

impl Host for Terminal {
    fn is_window(&self) -> bool {
        false
    }

    fn ask_where_to_save(&self, _: &str) -> Result<Option<PathBuf>, ApiError> {
        Err(ApiError::plain(Code::NoDialog))
    }

    fn locked(&self) {}
}
