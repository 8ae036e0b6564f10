//! Keeps the search index in step with the views: every change of a record or a document is indexed
//! in the transaction that makes it, all of one transaction in the order of their events. Notes are
//! indexed as they are taken in.

use std::collections::BTreeSet;

use domain::{Fact, FactId, RecordId};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};
use serde_json::Value;

use crate::{
    CasebookFault,
    fold::Changed,
    tables::{
        self, note,
        search::{self, Index, Thing, Words},
    },
};

const VERSION: &str = "search_version";
/// Counts up when what is indexed, or how, changes: an older casebook's index is then refilled when it
/// is opened.
const SEARCH_VERSION: &str = "1";
/// Notes of a refill that are put in order together.
const AT_A_TIME: u32 = 20_000;

/// What there is to know of a version before its words are read.
struct Shown {
    thing: Thing,
    position: i64,
    moment: i64,
}

/// Indexes what a transaction changed.
pub(crate) fn take(connection: &Connection, changed: &BTreeSet<Changed>) -> Result<(), CasebookFault> {
    if changed.contains(&Changed::Many) {
        return mend(connection);
    }
    let mut shown = Vec::new();
    for changed in changed {
        let (thing, now) = match changed {
            Changed::Record(record) => (Thing::Record(*record), shown_record(connection, *record)?),
            Changed::Fact(fact) => (Thing::Document(*fact), shown_document(connection, *fact)?),
            Changed::Many | Changed::Nothing => continue,
        };
        let before = search::number_of(connection, thing)?;
        let stays = matches!((&before, &now), (Some((_, position)), Some(now)) if *position == now.position);
        if stays {
            continue;
        }
        if let Some((number, _)) = before {
            search::remove(connection, number)?;
        }
        shown.extend(now);
    }
    add(connection, shown)
}

fn shown_record(connection: &Connection, record: RecordId) -> rusqlite::Result<Option<Shown>> {
    connection
        .prepare_cached(
            "SELECT v.position, v.event_moment FROM record r JOIN record_version v ON v.position = r.current
             WHERE r.id = ? AND r.withdrawn = 0",
        )?
        .query_row([record.as_bytes()], |row| {
            Ok(Shown { thing: Thing::Record(record), position: row.get(0)?, moment: row.get(1)? })
        })
        .optional()
}

fn shown_document(connection: &Connection, fact: FactId) -> rusqlite::Result<Option<Shown>> {
    connection
        .prepare_cached(&format!("{DOCUMENTS} AND f.id = ?"))?
        .query_row([fact.as_bytes()], read_document)
        .optional()
}

/// A document without a day stands where it was recorded.
const DOCUMENTS: &str = "SELECT f.id, f.position, coalesce(unixepoch(f.begins || 'T12:00'), v.recorded_moment)
  FROM fact f JOIN fact_version v ON v.fact = f.id AND v.position = f.position WHERE f.kind = 'document'";

fn read_document(row: &rusqlite::Row<'_>) -> rusqlite::Result<Shown> {
    let fact = FactId::from_bytes(row.get(0)?);
    Ok(Shown { thing: Thing::Document(fact), position: row.get(1)?, moment: row.get(2)? })
}

fn add(connection: &Connection, mut shown: Vec<Shown>) -> Result<(), CasebookFault> {
    shown.sort_by_key(|shown| shown.moment);
    let mut index = Index::of(connection);
    for Shown { thing, position, moment } in shown {
        let mut words = |id, people: &[_], texts: &[&str]| {
            index.add(&Words { thing, position: Some(position), moment, id, people, texts })
        };
        match thing {
            Thing::Record(record) => {
                let Some(filed) = tables::record::filed(connection, position)? else { continue };
                let texts = texts_of_record(&filed);
                words(record.as_bytes(), &filed.people, &texts)?;
            }
            Thing::Document(fact) => {
                let Some(known) = tables::fact::find(connection, fact)? else { continue };
                let Fact::Document(document) = &known.says else { continue };
                let texts = texts_of_document(document);
                words(fact.as_bytes(), &known.about, &texts)?;
            }
            Thing::Note(_) => {}
        }
    }
    Ok(index.finish()?)
}

/// What is searched of a record: its title and every text of its answers.
pub fn texts_of_record(filed: &journal::RecordFiled) -> Vec<&str> {
    let mut texts = vec![filed.title.as_str()];
    collect(&filed.answers, &mut texts);
    filed.no_longer_asked.iter().for_each(|answer| collect(answer, &mut texts));
    texts
}

fn collect<'a>(value: &'a Value, texts: &mut Vec<&'a str>) {
    match value {
        // Ids and hashes are answers too, and nobody looks for their letters.
        Value::String(text) if text.len() >= 32 && text.chars().all(|sign| sign.is_ascii_hexdigit() || sign == '-') => {
        }
        Value::String(text) => texts.push(text),
        Value::Array(values) => values.iter().for_each(|value| collect(value, texts)),
        Value::Object(fields) => fields.values().for_each(|value| collect(value, texts)),
        _ => {}
    }
}

/// What is searched of a document: what it is called, and the words in it as far as they can be read.
pub fn texts_of_document(document: &domain::facts::Document) -> Vec<&str> {
    let mut texts = vec![document.title.as_str(), &document.note, &document.thought_to_be];
    texts.extend(document.file.as_ref().map(|file| file.words.as_str()));
    texts
}

const STALE: &str = "SELECT number FROM searchable s WHERE
  s.what = 1 AND NOT EXISTS
    (SELECT 1 FROM record r WHERE r.id = s.thing AND r.current = s.position AND r.withdrawn = 0)
  OR s.what = 2 AND NOT EXISTS
    (SELECT 1 FROM fact f WHERE f.id = s.thing AND f.position = s.position AND f.kind = 'document')";

const MISSING_RECORDS: &str = "SELECT r.id, v.position, v.event_moment
  FROM record r JOIN record_version v ON v.position = r.current WHERE r.withdrawn = 0 AND NOT EXISTS
    (SELECT 1 FROM searchable s WHERE s.what > 0 AND s.what = 1 AND s.thing = r.id AND s.position = r.current)";

const MISSING_DOCUMENTS: &str = "AND NOT EXISTS
    (SELECT 1 FROM searchable s WHERE s.what > 0 AND s.what = 2 AND s.thing = f.id AND s.position = f.position)";

/// Brings the index of records and documents to what the views show.
pub(crate) fn mend(connection: &Connection) -> Result<(), CasebookFault> {
    let stale: Vec<i64> = connection.prepare(STALE)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for number in stale {
        search::remove(connection, number)?;
    }
    add(connection, missing(connection)?)
}

fn missing(connection: &Connection) -> rusqlite::Result<Vec<Shown>> {
    let mut shown: Vec<Shown> = connection
        .prepare(MISSING_RECORDS)?
        .query_map([], |row| {
            let record = RecordId::from_bytes(row.get(0)?);
            Ok(Shown { thing: Thing::Record(record), position: row.get(1)?, moment: row.get(2)? })
        })?
        .collect::<Result<_, _>>()?;
    for document in connection.prepare(&format!("{DOCUMENTS} {MISSING_DOCUMENTS}"))?.query_map([], read_document)? {
        shown.push(document?);
    }
    Ok(shown)
}

/// Whether what is listed as searchable is what the views and the notes say, and some of the notes are
/// found. SQLite's own check sees no word that is missing: the texts are not kept beside the index.
pub(crate) fn is_listed(connection: &Connection) -> rusqlite::Result<bool> {
    let stale = connection.prepare(STALE)?.exists([])?;
    let notes: bool = connection.query_row(
        "SELECT (SELECT count(*) FROM note) = (SELECT count(*) FROM main.searchable WHERE what = 0)
           AND NOT EXISTS (SELECT 1 FROM note n WHERE NOT EXISTS
             (SELECT 1 FROM searchable s WHERE s.number = n.found AND s.what = 0 AND s.thing = n.number))",
        [],
        |row| row.get(0),
    )?;
    let words: bool = connection.query_row(
        "SELECT (SELECT count(*) FROM searchable) = (SELECT count(*) FROM search_docsize)",
        [],
        |row| row.get(0),
    )?;
    Ok(!stale && notes && words && missing(connection)?.is_empty() && are_found(connection)?)
}

/// Whether every hundredth note is found by a word of its own.
fn are_found(connection: &Connection) -> rusqlite::Result<bool> {
    let mut notes = connection.prepare("SELECT found, title || ' ' || text FROM note WHERE number % 100 = 1")?;
    let mut look = connection.prepare("SELECT 1 FROM search WHERE search MATCH ? AND rowid = ?")?;
    let mut rows = notes.query([])?;
    while let Some(row) = rows.next()? {
        let (found, text): (i64, String) = (row.get(0)?, row.get(1)?);
        let Some(word) = search::words(&text).into_iter().max_by_key(String::len) else { continue };
        if !look.exists(params![format!("\"{word}\""), found])? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Fills the index of a casebook that an older version wrote.
pub(crate) fn open(connection: &mut Connection) -> Result<(), CasebookFault> {
    if is_current(connection)? { Ok(()) } else { refill(connection, &mut |_, _| true) }
}

/// Whether the index is as this version makes it.
pub(crate) fn is_current(connection: &Connection) -> rusqlite::Result<bool> {
    Ok(tables::setting::get(connection, VERSION)?.as_deref() == Some(SEARCH_VERSION))
}

/// Refills it where it is not what it should be.
pub(crate) fn refill_damaged(
    connection: &mut Connection,
    progress: &mut dyn FnMut(u32, u32) -> bool,
) -> Result<(), CasebookFault> {
    let whole = connection.execute("INSERT INTO search (search) VALUES ('integrity-check')", []).is_ok();
    if whole && is_current(connection)? && is_listed(connection)? { Ok(()) } else { refill(connection, progress) }
}

/// Empties the index: it is filled anew before long.
pub(crate) fn clear(connection: &Connection) -> Result<(), CasebookFault> {
    connection.execute("INSERT INTO search (search) VALUES ('delete-all')", [])?;
    connection.execute_batch("DELETE FROM searchable; DELETE FROM search_word;")?;
    Ok(tables::setting::clear(connection, VERSION)?)
}

/// Empties the index and fills it from notes and views, in one transaction.
fn refill(connection: &mut Connection, progress: &mut dyn FnMut(u32, u32) -> bool) -> Result<(), CasebookFault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    clear(&transaction)?;
    let total = transaction.query_row("SELECT count(*) FROM note", [], |row| tables::count(row, 0))?;
    let (mut after, mut done) = (0, 0);
    while let Some((last, taken)) = note::index_again(&transaction, after, AT_A_TIME)? {
        after = last;
        done += taken;
        if !progress(done, total) {
            return Err(CasebookFault::Stopped);
        }
    }
    mend(&transaction)?;
    tables::setting::set(&transaction, VERSION, SEARCH_VERSION)?;
    transaction.commit()?;
    Ok(())
}
