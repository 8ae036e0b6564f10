//! The search box.

use app::{
    App,
    search::{self, Among, FoundPerson as Person, FoundText as Text, SearchFor},
};

use super::{id, people::person_row};
use crate::{ApiError, Host, types::*};

pub(crate) fn search(app: &App, _: &dyn Host, request: SearchRequest) -> Result<SearchView, ApiError> {
    let among = match request.among.as_deref() {
        None | Some("all") => Among::All,
        Some("people") => Among::People,
        Some("notes") => Among::Notes,
        Some(_) => return Err(ApiError::bad_request()),
    };
    let person = request.person.as_deref().map(id).transpose()?;
    let wanted = SearchFor { text: request.text, among, person, after: request.after };
    let found = search::search(&*app.session()?, &wanted)?;
    Ok(SearchView {
        people: found.people.iter().map(found_person).collect(),
        pinned: found.pinned.iter().map(person_row).collect(),
        recent: found.recent.iter().map(person_row).collect(),
        texts: found.texts.iter().map(found_text).collect(),
        next: found.next,
        forms: found.forms.into_iter().map(|form| FoundForm { id: form.id, title: form.title }).collect(),
        understood: found.understood,
        indexed: found.indexed,
        to_index: found.to_index,
    })
}

fn found_person(found: &Person) -> FoundPerson {
    let person = person_row(&found.row);
    FoundPerson {
        warnings: u32::try_from(person.warnings.len()).unwrap_or(u32::MAX),
        warning_kinds: person.warnings.clone(),
        by: found.by.as_str().to_owned(),
        value: found.value.clone(),
        worker: person.worker.clone(),
        person,
    }
}

fn found_text(found: &Text) -> FoundText {
    FoundText {
        what: found.kind.as_str().to_owned(),
        id: found.id.to_string(),
        title: found.title.clone(),
        event_time: found.event_time.as_ref().map(ToString::to_string),
        people: found.people.iter().map(person_row).collect(),
        pieces: found.pieces.clone(),
        author: found.author.clone(),
    }
}

pub(crate) fn pin_person(app: &App, _: &dyn Host, request: PinRequest) -> Result<Nothing, ApiError> {
    search::pin_person(&*app.session()?, id(&request.id)?, request.pinned)?;
    Ok(Nothing {})
}
