//! People on file.

use std::collections::BTreeMap;

use app::{
    App,
    people::{self, Amendment, CaseloadRow, NewPerson},
};
use domain::PersonField;

use super::{hashes, id, ids};
use crate::{ApiError, Host, types::*, words};

pub(crate) fn list_people(app: &App, _: &dyn Host, request: ListPeopleRequest) -> Result<PeopleView, ApiError> {
    let (rows, total) = people::list_people(&*app.session()?, &request.search, request.limit.unwrap_or(200))?;
    Ok(PeopleView { people: rows.iter().map(person_row).collect(), total })
}

pub(crate) fn add_person(app: &App, _: &dyn Host, request: AddPersonRequest) -> Result<PersonRow, ApiError> {
    let mut fields = request.fields;
    let unborn = fields.get(&PersonField::Kind).is_some_and(|kind| kind == "unborn_child");
    let name = fields.entry(PersonField::Name).or_default();
    // A child who has no name yet is still somebody to find in a list.
    if unborn && name.trim().is_empty() {
        *name = words().say("person-kind-unborn_child", &BTreeMap::new());
    }
    let new = NewPerson {
        fields,
        facts: request.facts,
        emergency_id: request.emergency_id.unwrap_or(false),
        different: ids(&request.different)?,
        looked_at: words().say("match-looked-at", &BTreeMap::new()),
    };
    Ok(person_row(&people::add_person(&*app.session()?, new)?))
}

pub(crate) fn amend_person(app: &App, _: &dyn Host, request: AmendPersonRequest) -> Result<PersonRow, ApiError> {
    let seen = request.seen.as_deref().map(hashes).transpose()?;
    let amendment = Amendment { fields: request.fields, seen };
    Ok(person_row(&people::amend_person(&*app.session()?, id(&request.id)?, amendment)?))
}

pub(crate) fn give_emergency_id(app: &App, _: &dyn Host, request: ById) -> Result<PersonRow, ApiError> {
    Ok(person_row(&people::give_emergency_id(&*app.session()?, id(&request.id)?)?))
}

/// A word as the types write it.
fn code(word: &impl serde::Serialize) -> String {
    serde_json::to_value(word).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

pub(super) fn person_row(row: &CaseloadRow) -> PersonRow {
    PersonRow {
        id: row.person.id.to_string(),
        name: row.person.name.clone(),
        known_as: row.person.known_as.clone(),
        kind: row.person.kind.clone(),
        date_of_birth: row.person.date_of_birth.map(|born| born.to_string()),
        date_of_birth_is: row.person.date_of_birth_is.clone(),
        care_status: row.care_status.clone(),
        age: row.age,
        last_seen: row.last_seen.as_ref().map(|seen| seen.date.to_string()),
        drafts: row.drafts,
        waiting: row.waiting,
        clash: row.person.clash,
        warnings: row.warnings.iter().map(code).collect(),
        worker: row.worker.clone(),
        identifier: row.identifier.clone(),
    }
}
