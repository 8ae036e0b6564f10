//! Case notes of lost systems. They come in packs and are never changed here.

mod take;

use chrono::NaiveDate;
use domain::{EventTime, NoteId, PersonId};
use rusqlite::{Connection, OptionalExtension, Row, params};

pub(crate) use self::take::{
    Rank, Taking, index_again, moment_of, people_bytes, ranks, remove_some, set_taking, shown_again, take, taking,
};

/// The moment of a note whose date cannot be read: after all others, newest first.
pub const UNDATED: i64 = i64::MIN;

/// A case note of a lost system.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// The note.
    pub id: NoteId,
    /// Its number here.
    pub number: i64,
    /// Whose files it stands on.
    pub people: Vec<PersonId>,
    /// When it happened; none where the old date cannot be read.
    pub at: Option<EventTime>,
    /// The date as the old system wrote it, where it could not be read or cannot be right.
    pub written_date: String,
    /// Its kind there, in words.
    pub sort: String,
    /// Its title there.
    pub title: String,
    /// Who wrote it.
    pub author: String,
    /// The text.
    pub text: String,
    /// The lost system that it was recovered from.
    pub system: String,
    /// The day of that system as which it was recovered.
    pub as_at: NaiveDate,
    /// Place of its pack's entry.
    pub pack: i64,
}

domain::named_only!(Note);

/// A place among the notes of a file: seconds since 1970 of the event, or [`UNDATED`], and the note's
/// number here.
pub type NotePlace = (i64, i64);

const SELECT: &str = "SELECT n.id, n.number, n.people, n.at, n.written_date, n.sort, n.title, n.author, n.text,
  k.system, k.as_at, n.pack, n.moment FROM note n JOIN pack k ON k.position = n.pack";

fn read(row: &Row<'_>) -> rusqlite::Result<(NotePlace, Note)> {
    let number = row.get(1)?;
    let note = Note {
        id: NoteId::from_bytes(row.get(0)?),
        number,
        people: people(&row.get::<_, Vec<u8>>(2)?),
        at: row.get::<_, Option<String>>(3)?.and_then(|text| text.parse().ok()),
        written_date: row.get(4)?,
        sort: row.get(5)?,
        title: row.get(6)?,
        author: row.get(7)?,
        text: row.get(8)?,
        system: row.get(9)?,
        as_at: super::parsed(row, 10)?,
        pack: row.get(11)?,
    };
    Ok(((row.get(12)?, number), note))
}

pub(crate) fn people(bytes: &[u8]) -> Vec<PersonId> {
    bytes.chunks_exact(16).filter_map(|id| id.try_into().ok().map(PersonId::from_bytes)).collect()
}

/// The note of that id.
pub fn find(connection: &Connection, id: NoteId) -> rusqlite::Result<Option<Note>> {
    let found =
        connection.prepare_cached(&format!("{SELECT} WHERE n.id = ?"))?.query_row([id.as_bytes()], read).optional()?;
    Ok(found.map(|(_, note)| note))
}

/// The note of that number here.
pub fn at(connection: &Connection, number: i64) -> rusqlite::Result<Option<Note>> {
    let found =
        connection.prepare_cached(&format!("{SELECT} WHERE n.number = ?"))?.query_row([number], read).optional()?;
    Ok(found.map(|(_, note)| note))
}

/// A part of the notes on the files of some people after a place, newest event first, undated ones
/// last. A note that stands on two of the files comes once.
pub fn timeline(
    connection: &Connection,
    people: &[PersonId],
    after: Option<NotePlace>,
    limit: u32,
) -> rusqlite::Result<Vec<(NotePlace, Note)>> {
    let (moment, number) = after.unwrap_or((i64::MAX, i64::MAX));
    let mut places: Vec<NotePlace> = Vec::new();
    for person in people {
        let mut statement = connection.prepare_cached(
            "SELECT moment, number FROM note_person WHERE person = ?1 AND (moment, number) < (?2, ?3)
             ORDER BY moment DESC, number DESC LIMIT ?4",
        )?;
        let rows = statement
            .query_map(params![person.as_bytes(), moment, number, limit], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for place in rows {
            places.push(place?);
        }
    }
    places.sort_unstable_by(|one, other| other.cmp(one));
    places.dedup();
    places.truncate(limit as usize);
    let mut notes = Vec::with_capacity(places.len());
    for (_, number) in places {
        notes.extend(
            connection.prepare_cached(&format!("{SELECT} WHERE n.number = ?"))?.query_row([number], read).optional()?,
        );
    }
    Ok(notes)
}

/// How many notes stand on a person's file.
pub fn total_of(connection: &Connection, person: PersonId) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("SELECT count(*) FROM note_person WHERE person = ?")?
        .query_row([person.as_bytes()], |row| super::count(row, 0))
}

/// Kinds of the notes on a person's file, in words, by the alphabet.
pub fn sorts_of(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached(
            "SELECT DISTINCT n.sort FROM note_person p CROSS JOIN note n ON n.number = p.number
             WHERE p.person = ? AND n.sort <> '' ORDER BY n.sort",
        )?
        .query_map([person.as_bytes()], |row| row.get(0))?
        .collect()
}

/// How many lines of the packs that stand were taken in, and how many there are.
pub fn taken(connection: &Connection) -> rusqlite::Result<(u32, u32)> {
    connection
        .prepare_cached(
            "SELECT coalesce(sum(CASE WHEN t.whole THEN k.count ELSE min(coalesce(t.lines, 0), k.count) END), 0),
               coalesce(sum(k.count), 0)
             FROM pack k LEFT JOIN note_taking t ON t.pack = k.position
             WHERE k.holds = 'history' AND NOT EXISTS (SELECT 1 FROM import_undone u WHERE u.batch = k.batch)",
        )?
        .query_row([], |row| Ok((super::count(row, 0)?, super::count(row, 1)?)))
}

/// The id of the note of that number here.
pub fn id_at(connection: &Connection, number: i64) -> rusqlite::Result<Option<NoteId>> {
    connection
        .prepare_cached("SELECT id FROM note WHERE number = ?")?
        .query_row([number], |row| row.get(0).map(NoteId::from_bytes))
        .optional()
}
