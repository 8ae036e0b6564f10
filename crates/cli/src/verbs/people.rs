//! `holdfast person …`.

use std::collections::BTreeMap;

use api::{
    AddPersonRequest, AmendPersonRequest, App, ById, ChildView, EventRow, ListPeopleRequest, PeopleView, PersonRow,
};
use domain::PersonField;

use super::{call, records::record_line};
use crate::{
    arguments::Person,
    say::{self, Fault},
    times::in_words,
};

pub(crate) fn people(app: &App, json: bool, verb: &Person) -> Result<(), Fault> {
    match verb {
        Person::Add { name, known_as, date_of_birth, care_status } => {
            let fields = fields(Some(name), known_as.as_ref(), date_of_birth.as_ref(), care_status.as_ref());
            let request = AddPersonRequest { fields, facts: Vec::new(), emergency_id: None };
            let row: PersonRow = call(app, "add_person", &request)?;
            say::answer(json, &row, || vec![line(&row)])
        }
        Person::Amend { id, name, known_as, date_of_birth, care_status } => {
            let fields = fields(name.as_ref(), known_as.as_ref(), date_of_birth.as_ref(), care_status.as_ref());
            let request = AmendPersonRequest { id: id.clone(), fields };
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
                lines.extend(child.timeline.events.iter().map(event_line));
                if child.timeline.events.is_empty() {
                    lines.push("  Nothing recorded yet.".to_owned());
                }
                lines
            })
        }
    }
}

/// Values as they were typed, by field.
fn fields(
    name: Option<&String>,
    known_as: Option<&String>,
    date_of_birth: Option<&String>,
    care_status: Option<&String>,
) -> BTreeMap<PersonField, String> {
    let typed = [
        (PersonField::Name, name),
        (PersonField::KnownAs, known_as),
        (PersonField::DateOfBirth, date_of_birth),
        (PersonField::CareStatus, care_status),
    ];
    typed.into_iter().filter_map(|(field, value)| Some((field, value?.clone()))).collect()
}

/// An event of a timeline: a record as everywhere, anything else by when, what and title.
fn event_line(event: &EventRow) -> String {
    match &event.record {
        Some(record) => format!("  {}", record_line(record)),
        None => {
            let when = event.event_time.as_deref().map_or_else(|| event.written_date.clone(), in_words);
            format!("  {when}  {}  {}", event.sort, event.title)
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
