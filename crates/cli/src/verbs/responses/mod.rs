//! `holdfast responses …`.

mod children;
mod export;
mod import;
mod list;
mod preview;
mod undo;

use super::{call, call_as_editor, care::progress, in_casebook, report::by_weight};
use crate::{
    arguments::{Arguments, Responses},
    say::Fault,
};

pub(crate) fn responses(arguments: &Arguments, verb: &Responses) -> Result<(), Fault> {
    let json = arguments.json;
    match verb {
        Responses::List => in_casebook(arguments, |app| list::list(app, json)),
        Responses::Import(file) => import::import(arguments, file),
        Responses::Export(what) => export::export(arguments, what),
        Responses::Imports => in_casebook(arguments, |app| list::imports(app, json)),
        Responses::Undo { batch, reason } => in_casebook(arguments, |app| undo::undo(app, json, batch, reason)),
    }
}
