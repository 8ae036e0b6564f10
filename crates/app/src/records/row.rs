//! A record in a list.

use casebook::tables::{self, record::Record};
use domain::{EventTime, PersonId, RecordState, Reference, days_between};
use rusqlite::Connection;

use crate::{AppFault, Session};

/// A record in a list, with the names that people read.
#[derive(Clone, PartialEq, Eq)]
pub struct RecordRow {
    /// The record; its state is final here, [`RecordState::Sending`] included.
    pub record: Record,
    /// What people say on the phone.
    pub reference: Reference,
    /// Kind of record in words: the title of its form.
    pub kind: String,
    /// The people it is filed to.
    pub people: Vec<(PersonId, String)>,
    /// Who recorded it.
    pub author: String,
    /// Whole days between event and filing.
    pub days_after: u32,
}

domain::named_only!(RecordRow);

impl RecordRow {
    /// When it happened.
    pub fn event_time(&self) -> &EventTime {
        &self.record.event_time
    }
}

/// Fills in the names, and whether the record is on its way now.
pub(crate) fn row(session: &Session, reading: &Connection, mut record: Record) -> Result<RecordRow, AppFault> {
    if record.state == RecordState::Waiting && session.delivery.snapshot().on_the_way.contains(&record.id) {
        record.state = RecordState::Sending;
    }
    let filed = tables::record::filed(reading, record.position)?;
    let mut people = Vec::new();
    for id in filed.map(|filed| filed.people).unwrap_or_default() {
        // Somebody whose own entry has not arrived yet has no name here.
        let name = tables::person::find(reading, id)?.map(|person| person.name).unwrap_or_default();
        people.push((id, name));
    }
    let stamp = domain::Stamp { at: record.recorded, zone: String::new(), uncertain: record.clock_uncertain };
    Ok(RecordRow {
        reference: Reference::of(record.entry.as_bytes()),
        kind: session.kind_in_words(reading, &record.form),
        people,
        author: tables::author::find(reading, record.author)?.map(|author| author.name).unwrap_or_default(),
        days_after: days_between(&record.event_time, &stamp),
        record,
    })
}

impl Session {
    /// The title of a form that this version knows; else its id.
    pub(crate) fn kind_in_words(&self, reading: &Connection, form: &str) -> String {
        let in_force = self.in_force_in(reading).ok();
        let form_in_force = in_force.as_ref().and_then(|forms| forms.find(form));
        form_in_force.map_or_else(|| form.to_owned(), |form| form.form.definition().title.clone())
    }
}
