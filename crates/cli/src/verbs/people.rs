//! `holdfast person …`.

use api::{AddPersonRequest, AmendPersonRequest, App, ById, ChildView, ListPeopleRequest, PeopleView, PersonRow};

use super::{call, records::record_line};
use crate::{
    arguments::Person,
    say::{self, Fault},
    times::in_words,
};

pub(crate) fn people(app: &App, json: bool, verb: &Person) -> Result<(), Fault> {
    match verb {
        Person::Add { name, known_as, date_of_birth, care_status } => {
            let request = AddPersonRequest {
                name: name.clone(),
                known_as: known_as.clone(),
                date_of_birth: date_of_birth.clone(),
                care_status: care_status.clone(),
            };
            let row: PersonRow = call(app, "add_person", &request)?;
            say::answer(json, &row, || vec![line(&row)])
        }
        Person::Amend { id, name, known_as, date_of_birth, care_status } => {
            let request = AmendPersonRequest {
                id: id.clone(),
                name: name.clone(),
                known_as: known_as.clone(),
                date_of_birth: date_of_birth.clone(),
                care_status: care_status.clone(),
            };
            let row: PersonRow = call(app, "amend_person", &request)?;
            say::answer(json, &row, || vec![line(&row)])
        }
        Person::List { search } => {
            let request = ListPeopleRequest { search: search.clone(), limit: Some(10_000) };
            let people: PeopleView = call(app, "list_people", &request)?;
            say::answer(json, &people, || match people.people.len() {
                0 if search.is_empty() => vec!["Nobody is on file yet.".to_owned()],
                0 => vec![format!("0 people for \"{search}\" in this casebook.")],
                _ => people.people.iter().map(line).collect(),
            })
        }
        Person::Show { id } => {
            let child: ChildView = call(app, "open_child", &ById { id: id.clone() })?;
            say::answer(json, &child, || {
                let mut lines = vec![line(&child.person)];
                lines.extend(child.clashes.iter().map(|clash| {
                    format!(
                        "  {} is in doubt: {} ({}, {})",
                        clash.field,
                        clash.value,
                        clash.author,
                        in_words(&clash.recorded)
                    )
                }));
                lines.extend(child.timeline.records.iter().map(|record| format!("  {}", record_line(record))));
                if child.timeline.records.is_empty() {
                    lines.push("  Nothing recorded yet.".to_owned());
                }
                lines
            })
        }
    }
}

fn line(row: &PersonRow) -> String {
    let known_as = row.known_as.as_ref().map(|name| format!(", known as {name}")).unwrap_or_default();
    let born = row
        .date_of_birth
        .as_ref()
        .map_or_else(|| "date of birth not known".to_owned(), |born| format!("born {}", in_words(born)));
    format!("{}  {}{known_as}, {born}", row.id, row.name)
}
