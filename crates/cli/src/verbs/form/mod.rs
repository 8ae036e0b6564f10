//! `holdfast form …`.

mod check;
mod condition;
mod import;
mod list;
mod publish;
mod retire;
mod show;

use std::process::ExitCode;

use super::{call, call_as_editor, in_casebook};
use crate::{
    arguments::{Arguments, Form},
    say::Fault,
};

pub(crate) fn forms(arguments: &Arguments, verb: &Form) -> Result<ExitCode, Fault> {
    let json = arguments.json;
    match verb {
        Form::List => in_casebook(arguments, |app| list::list(app, json))?,
        Form::Show { id, hash } => in_casebook(arguments, |app| show::show(app, json, id, hash.as_deref()))?,
        Form::Check { file } => return check::check(json, file),
        Form::Publish { file, note } => return publish::publish(arguments, file, note),
        Form::Retire { id, use_instead, note } => {
            in_casebook(arguments, |app| retire::retire(app, json, id, use_instead.as_deref(), note))?;
        }
        Form::ImportGoogle(file) => import::google(arguments, file)?,
        Form::ImportXlsform(file) => import::xlsform(arguments, file)?,
    }
    Ok(ExitCode::SUCCESS)
}
