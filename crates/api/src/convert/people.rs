//! People on file.

use app::{
    App,
    people::{self, Amendment, CaseloadRow, ChildFile, NewPerson, Timeline},
};

use super::{drafts::draft_row, id, records::record_row};
use crate::{ApiError, Host, types::*};

pub(crate) fn list_people(app: &App, _: &dyn Host, request: ListPeopleRequest) -> Result<PeopleView, ApiError> {
    let (rows, total) = people::list_people(&*app.session()?, &request.search, request.limit.unwrap_or(200))?;
    Ok(PeopleView { people: rows.iter().map(person_row).collect(), total })
}

pub(crate) fn add_person(app: &App, _: &dyn Host, request: AddPersonRequest) -> Result<PersonRow, ApiError> {
    let new = NewPerson {
        name: request.name,
        known_as: request.known_as,
        date_of_birth: request.date_of_birth,
        care_status: request.care_status,
    };
    Ok(person_row(&people::add_person(&*app.session()?, new)?))
}

pub(crate) fn amend_person(app: &App, _: &dyn Host, request: AmendPersonRequest) -> Result<PersonRow, ApiError> {
    let amendment = Amendment {
        name: request.name,
        known_as: request.known_as,
        date_of_birth: request.date_of_birth,
        care_status: request.care_status,
    };
    Ok(person_row(&people::amend_person(&*app.session()?, id(&request.id)?, amendment)?))
}

pub(crate) fn open_child(app: &App, _: &dyn Host, request: ById) -> Result<ChildView, ApiError> {
    let file: ChildFile = people::open_child(&*app.session()?, id(&request.id)?)?;
    Ok(ChildView {
        person: person_row(&file.row),
        clashes: file
            .clashes
            .into_iter()
            .map(|clash| ValueView {
                field: clash.field.as_str().to_owned(),
                value: clash.value,
                author: clash.author,
                recorded: clash.recorded.to_rfc3339(),
            })
            .collect(),
        drafts: file.drafts.iter().map(draft_row).collect(),
        timeline: timeline_view(file.timeline),
    })
}

pub(crate) fn timeline(app: &App, _: &dyn Host, request: TimelineRequest) -> Result<TimelineView, ApiError> {
    let part = people::timeline(&*app.session()?, id(&request.id)?, request.after.as_deref())?;
    Ok(timeline_view(part))
}

fn timeline_view(part: Timeline) -> TimelineView {
    TimelineView { records: part.records.iter().map(record_row).collect(), next: part.next, total: part.total }
}

fn person_row(row: &CaseloadRow) -> PersonRow {
    PersonRow {
        id: row.person.id.to_string(),
        name: row.person.name.clone(),
        known_as: row.person.known_as.clone(),
        date_of_birth: row.person.date_of_birth.map(|born| born.to_string()),
        care_status: row.person.care_status.clone(),
        age: row.age,
        last_seen: row.last_seen.as_ref().map(|seen| seen.date.to_string()),
        drafts: row.drafts,
        waiting: row.waiting,
        clash: row.person.clash,
    }
}
