//! The events of files by their places alone: enough to order, count and filter thousands of them
//! before the fifty that are shown are read.

use std::{
    cmp::Reverse,
    collections::{HashMap, hash_map::Entry},
};

use casebook::tables::{self, fact::Known};
use chrono::NaiveDate;
use chrono_tz::Tz;
use domain::{AuthorId, EventTime, Fact, FactId, NoteId, PersonId, RecordId, facts::Target};
use rusqlite::Connection;

use crate::AppFault;

/// A place on a timeline: seconds since 1970 of the event, then what breaks ties between events of one
/// moment. Newest first is from the greatest down.
pub(super) type Place = (i64, u8, [u8; 16]);

/// What an event is, as far as its place tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Thing {
    Record(RecordId),
    Note(NoteId),
    Document(FactId),
    Begun(FactId),
    Ended(FactId),
}

impl Thing {
    pub(super) fn target(self) -> Target {
        match self {
            Self::Record(id) => Target::Record(id),
            Self::Note(id) => Target::Note(id),
            Self::Document(id) | Self::Begun(id) | Self::Ended(id) => Target::Fact(id),
        }
    }
}

/// Who wrote something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Writer {
    /// An author of this journal.
    Author(AuthorId),
    /// Somebody in the lost system, by name.
    Named(String),
}

/// An event, by its place.
pub(super) struct Stub {
    pub(super) place: Place,
    pub(super) thing: Thing,
    /// Form id, `note`, `document` or `episode`: by this the timeline is filtered.
    pub(super) sort: String,
    pub(super) writer: Writer,
    /// The day; none where the old date cannot be read.
    pub(super) day: Option<NaiveDate>,
    /// Place in the journal of the entry that says it, or brought it.
    pub(super) position: i64,
    /// Who recorded it here; for a note, who imported it.
    pub(super) by: Option<AuthorId>,
    /// Its form says that it is significant.
    pub(super) significant: bool,
}

impl Stub {
    pub(super) fn is_note(&self) -> bool {
        matches!(self.thing, Thing::Note(_))
    }
}

/// Every event on some files that `me` may see, newest first; one that stands on two of them comes once.
pub(super) fn stubs(
    reading: &Connection,
    me: AuthorId,
    people: &[PersonId],
    facts: &[Known],
    zone: Tz,
) -> Result<Vec<Stub>, AppFault> {
    let mut stubs = Vec::new();
    let mut for_few = HashMap::new();
    for person in people {
        records(reading, me, *person, &mut for_few, &mut stubs)?;
        notes(reading, *person, &mut stubs)?;
    }
    for known in facts {
        of_fact(known, zone, &mut stubs);
    }
    stubs.sort_unstable_by_key(|stub| Reverse(stub.place));
    stubs.dedup_by_key(|stub| stub.place);
    Ok(stubs)
}

// These two queries join views that each have a file of their own in `casebook`: they read the few
// columns by which a whole timeline is ordered, in one pass instead of one look-up an event.
fn records(
    reading: &Connection,
    me: AuthorId,
    person: PersonId,
    for_few: &mut HashMap<[u8; 32], bool>,
    stubs: &mut Vec<Stub>,
) -> Result<(), AppFault> {
    let mut statement = reading.prepare_cached(
        "SELECT p.event_moment, p.record, v.form, v.author, v.event_time, v.position, v.significant, v.form_hash
         FROM record_person p CROSS JOIN record r ON r.id = p.record
         CROSS JOIN record_version v ON v.position = r.current WHERE p.person = ?",
    )?;
    let mut rows = statement.query([person.as_bytes()])?;
    while let Some(row) = rows.next()? {
        let id: [u8; 16] = row.get(1)?;
        let author = AuthorId::from_bytes(row.get(3)?);
        let position: i64 = row.get(5)?;
        if author != me && is_for_few(reading, row.get(7)?, position, for_few)? {
            continue;
        }
        let event: String = row.get(4)?;
        stubs.push(Stub {
            place: (row.get(0)?, 1, id),
            thing: Thing::Record(RecordId::from_bytes(id)),
            sort: row.get(2)?,
            writer: Writer::Author(author),
            day: event.parse::<EventTime>().ok().map(|event| event.date),
            position,
            by: Some(author),
            significant: row.get(6)?,
        });
    }
    Ok(())
}

/// Whether a record is of a form for few: its author alone sees it, as in the search, until certificates
/// say who else may. All records of one version of a form say the same, so that one of them is read.
fn is_for_few(
    reading: &Connection,
    form: [u8; 32],
    position: i64,
    known: &mut HashMap<[u8; 32], bool>,
) -> Result<bool, AppFault> {
    match known.entry(form) {
        Entry::Occupied(known) => Ok(*known.get()),
        Entry::Vacant(new) => {
            let filed = tables::record::filed(reading, position)?;
            Ok(*new.insert(filed.is_some_and(|filed| filed.access_group.is_some())))
        }
    }
}

fn notes(reading: &Connection, person: PersonId, stubs: &mut Vec<Stub>) -> Result<(), AppFault> {
    let mut statement = reading.prepare_cached(
        "SELECT p.moment, n.id, n.author, n.at, n.pack FROM note_person p CROSS JOIN note n ON n.number = p.number
         WHERE p.person = ?",
    )?;
    let mut rows = statement.query([person.as_bytes()])?;
    while let Some(row) = rows.next()? {
        let id: [u8; 16] = row.get(1)?;
        let at: Option<String> = row.get(3)?;
        stubs.push(Stub {
            place: (row.get(0)?, 0, id),
            thing: Thing::Note(NoteId::from_bytes(id)),
            sort: "note".to_owned(),
            writer: Writer::Named(row.get(2)?),
            day: at.and_then(|at| at.parse::<EventTime>().ok()).map(|event| event.date),
            position: row.get(4)?,
            by: None,
            significant: false,
        });
    }
    Ok(())
}

fn of_fact(known: &Known, zone: Tz, stubs: &mut Vec<Stub>) {
    let mut add = |rank: u8, thing: Thing, sort: &str, moment: i64, day: NaiveDate| {
        stubs.push(Stub {
            place: (moment, rank, *known.id.as_bytes()),
            thing,
            sort: sort.to_owned(),
            writer: Writer::Author(known.author),
            day: Some(day),
            position: known.position,
            by: Some(known.author),
            significant: false,
        });
    };
    match &known.says {
        Fact::Document(document) => {
            // One without a date stands where it came in, not at the beginning of time.
            let recorded = known.recorded.with_timezone(&zone).date_naive();
            let day = document.on.unwrap_or(recorded);
            let moment = match document.on {
                Some(on) => EventTime { date: on, time: None }.moment(zone).timestamp(),
                None => known.recorded.timestamp(),
            };
            add(2, Thing::Document(known.id), "document", moment, day);
        }
        Fact::Episode(episode) => {
            let moment = |at: &EventTime| at.moment(zone).timestamp();
            add(3, Thing::Begun(known.id), "episode", moment(&episode.from), episode.from.date);
            if let Some(until) = &episode.until {
                // After what was recorded on its last day: a day without a time counts as noon.
                add(4, Thing::Ended(known.id), "episode", moment(until), until.date);
            }
        }
        _ => {}
    }
}

/// Names of authors, each looked up once.
pub(super) struct Names<'a> {
    reading: &'a Connection,
    known: HashMap<AuthorId, String>,
}

impl<'a> Names<'a> {
    pub(super) fn new(reading: &'a Connection) -> Self {
        Self { reading, known: HashMap::new() }
    }

    pub(super) fn of(&mut self, writer: &Writer) -> Result<String, AppFault> {
        match writer {
            Writer::Named(name) => Ok(name.clone()),
            Writer::Author(id) => {
                if let Some(name) = self.known.get(id) {
                    return Ok(name.clone());
                }
                let name = tables::author::find(self.reading, *id)?.map(|author| author.name).unwrap_or_default();
                self.known.insert(*id, name.clone());
                Ok(name)
            }
        }
    }
}

/// A place as a cursor.
pub(super) fn write_cursor(place: Place) -> String {
    let (moment, rank, id) = place;
    format!("{moment}.{rank}.{}", FactId::from_bytes(id))
}

/// The place that a cursor says.
///
/// # Errors
/// [`AppFault::NotFound`] for a text that no timeline gave.
pub(super) fn read_cursor(text: &str) -> Result<Place, AppFault> {
    let place = || -> Option<Place> {
        let mut parts = text.split('.');
        let (moment, rank, id) = (parts.next()?, parts.next()?, parts.next()?);
        let id: FactId = id.parse().ok()?;
        parts.next().is_none().then_some((moment.parse().ok()?, rank.parse().ok()?, *id.as_bytes()))
    };
    place().ok_or(AppFault::NotFound { what: "place on the timeline" })
}

#[cfg(test)]
mod tests {
    use super::{read_cursor, write_cursor};

    #[test]
    fn a_cursor_reads_back_as_the_place_that_it_was_written_from() {
        for place in [(0, 0, [0; 16]), (i64::MIN, 4, [255; 16]), (1_795_000_000, 1, [7; 16])] {
            assert_eq!(read_cursor(&write_cursor(place)).unwrap(), place);
        }
    }
}
