//! Drafts: saved as typed, valid or not. Not entries, so they may change; filing makes one of them
//! an entry.

use chrono::{DateTime, FixedOffset};
use domain::{DraftId, PersonId, RecordId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::{Map, Value};
use vault::Hash;

use crate::CasebookFault;

/// A draft.
#[derive(Clone, PartialEq)]
pub struct Draft {
    /// The draft.
    pub id: DraftId,
    /// Hash of the form version that it answers, whatever is published later.
    pub form: Hash,
    /// The children it is about.
    pub people: Vec<PersonId>,
    /// Answers by question, as typed.
    pub answers: Map<String, Value>,
    /// Answers carried over from an earlier record and not yet looked at, by path.
    pub carried: Vec<String>,
    /// Section and field last left.
    pub place: Option<String>,
    /// Counts up with each save.
    pub revision: u32,
    /// When it was started.
    pub started: DateTime<FixedOffset>,
    /// When it was last saved.
    pub saved: DateTime<FixedOffset>,
    /// When it was set aside.
    pub set_aside: Option<DateTime<FixedOffset>>,
    /// Answers that the version it moved to no longer asks: what `forms::LeftBehind` writes.
    pub left_behind: Vec<Value>,
    /// The record that it goes on from.
    pub goes_on_from: Option<RecordId>,
}

domain::named_only!(Draft);

const COLUMNS: &str =
    "id, form, people, answers, carried, place, revision, started, saved, set_aside, left_behind, goes_on_from";

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    Ok(Draft {
        id: DraftId::from_bytes(row.get(0)?),
        form: super::hash(row, 1)?,
        people: super::json(row, 2)?,
        answers: super::json(row, 3)?,
        carried: super::json(row, 4)?,
        place: row.get(5)?,
        revision: super::count(row, 6)?,
        started: super::moment(row, 7)?,
        saved: super::moment(row, 8)?,
        set_aside: row.get::<_, Option<String>>(9)?.and_then(|text| text.parse().ok()),
        left_behind: super::json(row, 10)?,
        goes_on_from: row.get::<_, Option<[u8; 16]>>(11)?.map(RecordId::from_bytes),
    })
}

/// Adds a draft.
pub fn add(connection: &Connection, draft: &Draft) -> Result<(), CasebookFault> {
    connection.prepare_cached("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(params![
        draft.id.as_bytes(),
        draft.form.as_bytes(),
        json(&draft.people)?,
        json(&draft.answers)?,
        json(&draft.carried)?,
        draft.place,
        draft.revision,
        draft.started.to_rfc3339(),
        draft.saved.to_rfc3339(),
        draft.set_aside.map(|at| at.to_rfc3339()),
        json(&draft.left_behind)?,
        draft.goes_on_from.map(|record| *record.as_bytes()),
    ])?;
    Ok(())
}

/// Saves a draft over its revision before: `draft.revision` is the new one.
///
/// # Errors
/// [`CasebookFault::DraftMoved`] when another save came between; nothing is changed then.
pub fn save(connection: &Connection, draft: &Draft) -> Result<(), CasebookFault> {
    let expected = draft.revision.saturating_sub(1);
    let changed = connection
        .prepare_cached(
            "UPDATE draft SET people = ?3, answers = ?4, carried = ?5, place = ?6, revision = ?7, saved = ?8, set_aside = ?9,
               form = ?10, left_behind = ?11
             WHERE id = ?1 AND revision = ?2",
        )?
        .execute(params![
            draft.id.as_bytes(),
            expected,
            json(&draft.people)?,
            json(&draft.answers)?,
            json(&draft.carried)?,
            draft.place,
            draft.revision,
            draft.saved.to_rfc3339(),
            draft.set_aside.map(|at| at.to_rfc3339()),
            draft.form.as_bytes(),
            json(&draft.left_behind)?,
        ])?;
    if changed == 1 {
        return Ok(());
    }
    match find(connection, draft.id)? {
        Some(there) => Err(CasebookFault::DraftMoved { expected, found: there.revision }),
        None => Err(CasebookFault::NotFound("draft")),
    }
}

/// Removes a draft that has just been filed.
pub fn remove_filed(connection: &Connection, id: DraftId) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM draft WHERE id = ?")?.execute([id.as_bytes()])?;
    Ok(())
}

/// The draft of that id.
pub fn find(connection: &Connection, id: DraftId) -> rusqlite::Result<Option<Draft>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM draft WHERE id = ?"))?
        .query_row([id.as_bytes()], read)
        .optional()
}

/// Every draft, last saved first.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<Draft>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM draft ORDER BY saved DESC, id DESC"))?
        .query_map([], read)?
        .collect()
}

/// Drafts in use.
pub fn total(connection: &Connection) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("SELECT count(*) FROM draft WHERE set_aside IS NULL")?
        .query_row([], |row| super::count(row, 0))
}

fn json<T: serde::Serialize>(value: &T) -> Result<String, CasebookFault> {
    serde_json::to_string(value).map_err(|_| CasebookFault::Row("draft"))
}
