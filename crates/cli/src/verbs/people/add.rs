//! `holdfast person add`.

use api::{AddPersonRequest, App, FindMatchesRequest, MatchView, MatchesView, PersonRow};
use domain::{
    Fact,
    facts::{Address, AddressUse, IdScheme, Identifier, PhoneOrEmail, ReachBy},
};

use super::{super::who::all_of, call, fields, line, match_line};
use crate::{
    arguments::NewPerson,
    say::{self, Fault},
    wording::{said, word},
};

pub(super) fn add(app: &App, json: bool, new: &NewPerson) -> Result<(), Fault> {
    let alike: MatchesView = call(app, "find_matches", &like(new))?;
    let different = all_of(app, &new.different)?;
    let undecided = |found: &&MatchView| found.likeness != "possible" && !different.contains(&found.person.id);
    let likely = alike.matches.iter().filter(undecided).count();
    let request = AddPersonRequest {
        fields: fields(Some(&new.name), &new.values),
        facts: facts(new)?,
        emergency_id: new.emergency_id.then_some(true),
        different,
    };
    if likely > 0 && !new.although_alike {
        let mut lines = vec![said("cli-person-alike", &[("count", &likely)])];
        lines.extend(alike.matches.iter().map(|found| format!("  {}", match_line(found))));
        lines.push(word("cli-person-alike-kept"));
        lines.push(word("cli-person-alike-next"));
        return Err(Fault::Usage(lines.join("\n")));
    }
    let row: PersonRow = call(app, "add_person", &request)?;
    say::answer(json, &row, || {
        let mut lines = vec![line(&row)];
        if !alike.matches.is_empty() {
            lines.push(word("match-title"));
            lines.extend(alike.matches.iter().map(|found| format!("  {}", match_line(found))));
        }
        lines
    })
}

fn like(new: &NewPerson) -> FindMatchesRequest {
    FindMatchesRequest {
        name: new.name.clone(),
        date_of_birth: new.values.date_of_birth.clone(),
        postcode: new.postcode.clone(),
        phone: new.phones.first().cloned(),
        identifier: new.identifiers.first().and_then(|typed| Some(typed.split_once(':')?.1.to_owned())),
        person: None,
    }
}

fn facts(new: &NewPerson) -> Result<Vec<Fact>, Fault> {
    let mut facts = Vec::new();
    if new.address.is_some() || new.postcode.is_some() {
        facts.push(Fact::Address(Address {
            lines: new.address.clone().unwrap_or_default(),
            postcode: new.postcode.clone(),
            used: AddressUse::Home,
            from: None,
            until: None,
            do_not_contact: false,
            hidden: false,
            hidden_from: Vec::new(),
            note: String::new(),
        }));
    }
    facts.extend(new.phones.iter().map(|phone| {
        Fact::PhoneOrEmail(PhoneOrEmail {
            by: ReachBy::Phone,
            value: phone.clone(),
            note: String::new(),
            do_not_contact: false,
            from: None,
            until: None,
        })
    }));
    for typed in &new.identifiers {
        facts.push(Fact::Identifier(identifier(typed)?));
    }
    Ok(facts)
}

fn identifier(typed: &str) -> Result<Identifier, Fault> {
    let shape = || Fault::Usage(said("cli-identifier-shape", &[("typed", &typed)]));
    let (scheme, value) = typed.split_once(':').ok_or_else(shape)?;
    let scheme: IdScheme = serde_json::from_value(scheme.into()).map_err(|_| shape())?;
    Ok(Identifier { scheme, value: value.trim().to_owned(), from: None, until: None })
}
