//! People on file.

use app::{
    App,
    people::{self, Amendment, CaseloadRow, NewPerson},
};
use domain::PersonField;

use super::id;
use crate::{ApiError, Host, types::*};

pub(crate) fn list_people(app: &App, _: &dyn Host, request: ListPeopleRequest) -> Result<PeopleView, ApiError> {
    let (rows, total) = people::list_people(&*app.session()?, &request.search, request.limit.unwrap_or(200))?;
    Ok(PeopleView { people: rows.iter().map(person_row).collect(), total })
}

pub(crate) fn add_person(app: &App, _: &dyn Host, request: AddPersonRequest) -> Result<PersonRow, ApiError> {
    let field = |field: PersonField| request.fields.get(&field).cloned();
    let new = NewPerson {
        name: field(PersonField::Name).unwrap_or_default(),
        known_as: field(PersonField::KnownAs),
        date_of_birth: field(PersonField::DateOfBirth),
        care_status: field(PersonField::CareStatus),
    };
    Ok(person_row(&people::add_person(&*app.session()?, new)?))
}

pub(crate) fn amend_person(app: &App, _: &dyn Host, request: AmendPersonRequest) -> Result<PersonRow, ApiError> {
    let field = |field: PersonField| request.fields.get(&field).cloned();
    let amendment = Amendment {
        name: field(PersonField::Name),
        known_as: field(PersonField::KnownAs),
        date_of_birth: field(PersonField::DateOfBirth),
        care_status: field(PersonField::CareStatus),
    };
    Ok(person_row(&people::amend_person(&*app.session()?, id(&request.id)?, amendment)?))
}

pub(super) fn person_row(row: &CaseloadRow) -> PersonRow {
    PersonRow {
        id: row.person.id.to_string(),
        name: row.person.name.clone(),
        known_as: row.person.known_as.clone(),
        kind: row.person.kind.clone(),
        date_of_birth: row.person.date_of_birth.map(|born| born.to_string()),
        date_of_birth_is: row.person.date_of_birth_is.clone(),
        care_status: row.person.care_status.clone(),
        age: row.age,
        last_seen: row.last_seen.as_ref().map(|seen| seen.date.to_string()),
        drafts: row.drafts,
        waiting: row.waiting,
        clash: row.person.clash,
        warnings: Vec::new(),
        worker: None,
        identifier: None,
    }
}
