//! A child's timeline, newest event first, in parts.

use casebook::tables::{self, record::TimelinePlace};
use domain::{Action, PersonId, RecordId, Resource};

use crate::{
    AppFault, Session,
    permit::permit,
    records::{RecordRow, row},
};

const PART: u32 = 50;

/// A part of a timeline.
pub struct Timeline {
    /// Newest event first.
    pub records: Vec<RecordRow>,
    /// Where the next part begins; none at the end.
    pub next: Option<String>,
    /// How many records in all.
    pub total: u32,
}

/// The part of a timeline after a cursor.
///
/// # Errors
/// [`AppFault::NotFound`] for a cursor that is none.
pub fn timeline(session: &Session, person: PersonId, after: Option<&str>) -> Result<Timeline, AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    let after = after.map(read_cursor).transpose()?;
    part(session, person, after)
}

pub(super) fn part(session: &Session, person: PersonId, after: Option<TimelinePlace>) -> Result<Timeline, AppFault> {
    session.casebook.read(|reading| {
        // One more than is shown tells whether there is a next part.
        let mut found = tables::record::timeline(reading, person, after, PART + 1)?;
        let more = found.len() > PART as usize;
        found.truncate(PART as usize);
        let next = found.last().filter(|_| more).map(|((moment, record), _)| format!("{moment}.{record}"));
        let records = found.into_iter().map(|(_, record)| row(session, reading, record)).collect::<Result<_, _>>()?;
        Ok(Timeline { records, next, total: tables::record::timeline_total(reading, person)? })
    })
}

fn read_cursor(text: &str) -> Result<TimelinePlace, AppFault> {
    let place = || -> Option<TimelinePlace> {
        let (moment, record) = text.split_once('.')?;
        Some((moment.parse().ok()?, record.parse::<RecordId>().ok()?))
    };
    place().ok_or(AppFault::NotFound { what: "place on the timeline" })
}
