//! `holdfast person id`.

use api::{App, ById, PersonRow};

use super::{call, line, who};
use crate::say::{self, Fault};

/// Gives an emergency id to somebody on file.
pub(super) fn give(app: &App, json: bool, id: &str) -> Result<(), Fault> {
    let row: PersonRow = call(app, "give_emergency_id", &ById { id: who(app, id)? })?;
    say::answer(json, &row, || vec![line(&row)])
}
