//! `holdfast person list`.

use api::{App, ListPeopleRequest, PeopleView};

use super::{call, line};
use crate::say::{self, Fault};

/// Most people of a list.
pub(crate) const MOST: u32 = 10_000;

pub(super) fn list(app: &App, json: bool, search: &str) -> Result<(), Fault> {
    let request = ListPeopleRequest { search: search.to_owned(), limit: Some(MOST) };
    let people: PeopleView = call(app, "list_people", &request)?;
    say::answer(json, &people, || match people.people.len() {
        0 if search.is_empty() => vec!["Nobody is on file yet.".to_owned()],
        0 => vec![format!("0 people for \"{search}\" in this casebook.")],
        _ => people.people.iter().map(line).collect(),
    })
}
