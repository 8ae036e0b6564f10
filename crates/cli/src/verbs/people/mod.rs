//! `holdfast person …`.

mod add;
mod amend;
mod duplicates;
mod emergency_id;
mod find;
mod history;
mod link;
mod list;
mod show;

use std::collections::BTreeMap;

pub(super) use show::event_line;

use api::{App, MatchView, PersonRow};
use domain::PersonField;

use super::{call, packs, who::who};
use crate::{
    arguments::{Person, Values},
    say::Fault,
    times::in_words,
    wording::{label, said},
};

pub(crate) fn people(app: &App, json: bool, verb: &Person) -> Result<(), Fault> {
    match verb {
        Person::Add(new) => add::add(app, json, new),
        Person::Amend { id, name, values } => amend::amend(app, json, id, name.as_deref(), values),
        Person::List { search } => list::list(app, json, search),
        Person::Show { id } => show::show(app, json, id),
        Person::History { id } => history::history(app, json, id),
        Person::Id { id } => emergency_id::give(app, json, id),
        Person::Find { text, date_of_birth, postcode, phone, identifier } => {
            let request = api::FindMatchesRequest {
                name: text.clone(),
                date_of_birth: date_of_birth.clone(),
                postcode: postcode.clone(),
                phone: phone.clone(),
                identifier: identifier.clone(),
                person: None,
            };
            find::find(app, json, &request)
        }
        Person::Link(named) => link::decide(app, json, named, true),
        Person::Unlink(named) => link::decide(app, json, named, false),
        Person::Duplicates => duplicates::duplicates(app, json),
        Person::Import(file) => packs::import(app, json, file, false),
    }
}

/// Values as they were typed, by field.
fn fields(name: Option<&str>, values: &Values) -> BTreeMap<PersonField, String> {
    let typed = [
        (PersonField::Name, name),
        (PersonField::KnownAs, values.known_as.as_deref()),
        (PersonField::DateOfBirth, values.date_of_birth.as_deref()),
        (PersonField::CareStatus, values.care_status.as_deref()),
        (PersonField::Kind, values.kind.as_deref()),
    ];
    let typed = typed.into_iter().filter_map(|(field, value)| Some((field, value?.to_owned())));
    typed.chain(values.fields.iter().cloned()).collect()
}

/// A person in one line.
pub(super) fn line(row: &PersonRow) -> String {
    let known_as = row.known_as.as_ref().map(|name| format!(", known as {name}")).unwrap_or_default();
    let born = match (&row.date_of_birth, row.date_of_birth_is.as_str()) {
        (None, _) => "date of birth not known".to_owned(),
        (Some(due), "due") => said("born-due", &[("day", &in_words(due))]),
        (Some(born), "estimated") => format!("born {}", said("born-about", &[("day", &in_words(born))])),
        (Some(born), _) => format!("born {}", in_words(born)),
    };
    let mut line = format!("{}  {}{known_as}, {born}", row.id, row.name);
    if let Some(identifier) = &row.identifier {
        line.push_str(&format!(", {identifier}"));
    }
    if !row.warnings.is_empty() {
        let kinds: Vec<String> = row.warnings.iter().map(|kind| label("warning", kind)).collect();
        line.push_str(&format!(". {}", said("search-warnings", &[("kinds", &kinds.join(", "))])));
    }
    line
}

/// Somebody who may be meant, with what speaks for and against it.
pub(super) fn match_line(found: &MatchView) -> String {
    let joined = |codes: &[String]| codes.iter().map(|code| label("match", code)).collect::<Vec<_>>().join(", ");
    let mut line = format!("{}. {}", line(&found.person), label("likeness", &found.likeness));
    if !found.reasons.is_empty() {
        line.push_str(&format!(". {}", said("match-for", &[("reasons", &joined(&found.reasons))])));
    }
    if !found.against.is_empty() {
        line.push_str(&format!(". {}", said("match-against", &[("reasons", &joined(&found.against))])));
    }
    line
}
