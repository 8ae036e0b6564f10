//! `holdfast person amend`.

use api::{AmendPersonRequest, App, PersonRow};

use super::{call, fields, line, who};
use crate::{
    arguments::Values,
    say::{self, Fault},
};

pub(super) fn amend(app: &App, json: bool, id: &str, name: Option<&str>, values: &Values) -> Result<(), Fault> {
    let request = AmendPersonRequest { id: who(app, id)?, fields: fields(name, values), seen: None };
    let row: PersonRow = call(app, "amend_person", &request)?;
    say::answer(json, &row, || vec![line(&row)])
}
