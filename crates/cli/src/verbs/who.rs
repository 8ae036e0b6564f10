//! Who is meant by what was typed.

use api::{App, FindMatchesRequest, ListPeopleRequest, MatchesView, PeopleView};
use app::AppFault;
use domain::PersonId;

use super::call;
use crate::say::Fault;

/// The id of a person named by id, by a number that one person has, or by a name that fits one
/// person alone: nothing is ever recorded on a guess.
pub(super) fn who(app: &App, typed: &str) -> Result<String, Fault> {
    if let Ok(id) = typed.trim().parse::<PersonId>() {
        return Ok(id.to_string());
    }
    if typed.trim().is_empty() {
        return Err(AppFault::NotFound { what: "person" }.into());
    }
    let numbered = FindMatchesRequest {
        name: String::new(),
        date_of_birth: None,
        postcode: None,
        phone: None,
        identifier: Some(typed.to_owned()),
        person: None,
    };
    let found: MatchesView = call(app, "find_matches", &numbered)?;
    let mut found = found.matches.into_iter().filter(|one| one.reasons.iter().any(|why| why == "same_identifier"));
    if let Some(person) = found.next() {
        return match u32::try_from(found.count()) {
            Ok(0) => Ok(person.person.id),
            more => Err(AppFault::PersonUnclear { number: more.unwrap_or(u32::MAX).saturating_add(1) }.into()),
        };
    }
    let named = ListPeopleRequest { search: typed.to_owned(), limit: Some(1) };
    let people: PeopleView = call(app, "list_people", &named)?;
    match (people.total, people.people.into_iter().next()) {
        (1, Some(person)) => Ok(person.id),
        (0, _) => Err(AppFault::NotFound { what: "person" }.into()),
        (number, _) => Err(AppFault::PersonUnclear { number }.into()),
    }
}

/// The same of several.
pub(super) fn all_of(app: &App, typed: &[String]) -> Result<Vec<String>, Fault> {
    typed.iter().map(|typed| who(app, typed)).collect()
}
