//! Takes notes in and out. Of one note in several packs the latest is shown: by the day of the lost
//! system, then by when the pack was recorded, then by hash, so that the order of arrival does not
//! matter.

use std::collections::HashMap;

use domain::{EventTime, PersonId};
use journal::HistoricNote;
use rusqlite::{Connection, OptionalExtension, params};

use super::UNDATED;
use crate::{
    CasebookFault,
    tables::search::{self, Index, Thing, Words},
};

/// How far a pack's notes were taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Taking {
    /// Lines that were looked at, from the first.
    pub(crate) lines: u32,
    /// There are no more.
    pub(crate) whole: bool,
    /// Some of its notes are shown as another pack has them.
    pub(crate) shadowed: bool,
}

pub(crate) fn taking(connection: &Connection, pack: i64) -> rusqlite::Result<Option<Taking>> {
    connection
        .prepare_cached("SELECT lines, whole, shadowed FROM note_taking WHERE pack = ?")?
        .query_row([pack], |row| Ok(Taking { lines: row.get(0)?, whole: row.get(1)?, shadowed: row.get(2)? }))
        .optional()
}

pub(crate) fn set_taking(connection: &Connection, pack: i64, taking: Taking) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT OR REPLACE INTO note_taking VALUES (?, ?, ?, ?)")?.execute(params![
        pack,
        taking.lines,
        taking.whole,
        taking.shadowed
    ])?;
    Ok(())
}

/// Which of two packs' notes is shown: the higher one's.
pub(crate) type Rank = (String, i64, [u8; 32]);

/// The ranks of all packs of history that stand, by position. Packs with the same lines are one: they
/// all have the rank of the highest.
pub(crate) fn ranks(connection: &Connection) -> rusqlite::Result<HashMap<i64, Rank>> {
    let packs: Vec<(i64, [u8; 32], Rank)> = connection
        .prepare_cached(
            "SELECT k.position, k.lines, k.as_at, k.recorded_moment, e.hash
             FROM pack k JOIN entry e ON e.position = k.position
             WHERE k.holds = 'history' AND NOT EXISTS (SELECT 1 FROM import_undone u WHERE u.batch = k.batch)",
        )?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, (row.get(2)?, row.get(3)?, row.get(4)?))))?
        .collect::<Result<_, _>>()?;
    let mut highest: HashMap<[u8; 32], Rank> = HashMap::new();
    for (_, lines, rank) in &packs {
        let kept = highest.entry(*lines).or_insert_with(|| rank.clone());
        if *rank > *kept {
            *kept = rank.clone();
        }
    }
    let of_lines =
        |(position, lines, own): (i64, [u8; 32], Rank)| (position, highest.get(&lines).cloned().unwrap_or(own));
    Ok(packs.into_iter().map(of_lines).collect())
}

/// The moment by which a note is ordered. Times of an event have no zone in old exports: noon and the
/// hours are taken as they stand.
pub(crate) fn moment_of(at: Option<&EventTime>) -> i64 {
    at.map_or(UNDATED, |at| at.moment_in("UTC").timestamp())
}

/// On whose files a note stands, each once, as stored.
pub(crate) fn people_bytes(people: &[PersonId]) -> Vec<u8> {
    let mut bytes: Vec<u8> = Vec::with_capacity(people.len() * 16);
    for (at, person) in people.iter().enumerate() {
        if !people[..at].contains(person) {
            bytes.extend(person.as_bytes());
        }
    }
    bytes
}

/// Takes some notes of a pack in, each with its line. True when some of them are shown as another pack
/// has them.
pub(crate) fn take(
    connection: &Connection,
    pack: i64,
    mut notes: Vec<(u32, HistoricNote)>,
    ranks: &HashMap<i64, Rank>,
) -> Result<bool, CasebookFault> {
    // In the order of the index, which is written at once then.
    notes.sort_by_key(|(line, note)| (moment_of(note.at.as_ref()).div_euclid(60), *line));
    let mut shadowed = false;
    let mut index = Index::of(connection);
    for (line, note) in &notes {
        let other: Option<(i64, i64)> = connection
            .prepare_cached("SELECT number, pack FROM note WHERE id = ?")?
            .query_row([note.id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        if let Some((number, other)) = other {
            if other == pack {
                // The same id twice in one pack: the first counts.
                continue;
            }
            if ranks.get(&other).is_some_and(|there| ranks.get(&pack).is_none_or(|here| there >= here)) {
                shadowed = true;
                continue;
            }
            remove(connection, number)?;
            connection.prepare_cached("UPDATE note_taking SET shadowed = 1 WHERE pack = ?")?.execute([other])?;
        }
        insert(connection, &mut index, (pack, *line), note)?;
    }
    index.finish()?;
    Ok(shadowed)
}

fn insert(
    connection: &Connection,
    index: &mut Index<'_>,
    (pack, line): (i64, u32),
    note: &HistoricNote,
) -> Result<(), CasebookFault> {
    let number: i64 =
        connection.prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM note")?.query_row([], |row| row.get(0))?;
    let moment = moment_of(note.at.as_ref());
    let words = Words {
        thing: Thing::Note(number),
        position: None,
        moment,
        id: note.id.as_bytes(),
        people: &note.people,
        texts: &[&note.title, &note.sort, &note.author, &note.written_date, &note.text],
    };
    let found = index.add(&words)?;
    let people = people_bytes(&note.people);
    connection.prepare_cached("INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(params![
        number,
        note.id.as_bytes(),
        pack,
        line,
        found,
        moment,
        note.at.as_ref().map(EventTime::to_string),
        note.written_date,
        note.sort,
        note.title,
        note.author,
        people,
        note.text,
    ])?;
    for person in super::people(&people) {
        connection.prepare_cached("INSERT INTO note_person VALUES (?, ?, ?)")?.execute(params![
            person.as_bytes(),
            moment,
            number
        ])?;
    }
    Ok(())
}

/// Takes a note out.
fn remove(connection: &Connection, number: i64) -> rusqlite::Result<()> {
    let (found, moment, people): (i64, i64, Vec<u8>) = connection
        .prepare_cached("SELECT found, moment, people FROM note WHERE number = ?")?
        .query_row([number], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for person in super::people(&people) {
        connection
            .prepare_cached("DELETE FROM note_person WHERE person = ? AND moment = ? AND number = ?")?
            .execute(params![person.as_bytes(), moment, number])?;
    }
    search::remove(connection, found)?;
    connection.prepare_cached("DELETE FROM note WHERE number = ?")?.execute([number])?;
    Ok(())
}

/// Takes out some notes of a pack that was undone; gives how many of them are left.
pub(crate) fn remove_some(connection: &Connection, pack: i64, at_most: u32) -> rusqlite::Result<u32> {
    let mut numbers: Vec<(i64, i64)> = connection
        .prepare_cached("SELECT found, number FROM note WHERE pack = ? LIMIT ?")?
        .query_map(params![pack, at_most], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    numbers.sort_unstable();
    for (_, number) in numbers {
        remove(connection, number)?;
    }
    connection
        .prepare_cached("SELECT count(*) FROM note WHERE pack = ?")?
        .query_row([pack], |row| crate::tables::count(row, 0))
}

/// Forgets a pack whose notes are all out; packs of which some were not shown are looked at again.
pub(crate) fn shown_again(connection: &Connection, pack: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM note_taking WHERE pack = ?")?.execute([pack])?;
    connection
        .prepare_cached("UPDATE note_taking SET lines = 0, whole = 0, shadowed = 0 WHERE shadowed = 1")?
        .execute([])?;
    Ok(())
}

/// Indexes some notes anew, after a number; gives the last number and how many, or none at the end.
pub(crate) fn index_again(connection: &Connection, after: i64, at_most: u32) -> rusqlite::Result<Option<(i64, u32)>> {
    let mut notes: Vec<(i64, super::Note)> = connection
        .prepare_cached(
            "SELECT id, number, people, at, written_date, sort, title, author, text, '', '1970-01-01', pack, moment
             FROM note WHERE number > ? ORDER BY number LIMIT ?",
        )?
        .query_map(params![after, at_most], |row| super::read(row).map(|((moment, _), note)| (moment, note)))?
        .collect::<Result<_, _>>()?;
    let Some(last) = notes.last().map(|(_, note)| note.number) else { return Ok(None) };
    notes.sort_by_key(|(moment, _)| moment.div_euclid(60));
    let mut index = Index::of(connection);
    for (moment, note) in &notes {
        let words = Words {
            thing: Thing::Note(note.number),
            position: None,
            moment: *moment,
            id: note.id.as_bytes(),
            people: &note.people,
            texts: &[&note.title, &note.sort, &note.author, &note.written_date, &note.text],
        };
        let found = index.add(&words)?;
        connection.prepare_cached("UPDATE note SET found = ? WHERE number = ?")?.execute([found, note.number])?;
    }
    index.finish()?;
    Ok(Some((last, u32::try_from(notes.len()).unwrap_or(u32::MAX))))
}
