//! Forms that are being changed: saved as they are edited, whole or not. Publishing makes an entry of
//! one.

use chrono::{DateTime, FixedOffset};
use domain::FormDraftId;
use rusqlite::{Connection, OptionalExtension, Row, params};
use vault::Hash;

use crate::CasebookFault;

/// A form that is being changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormDraft {
    /// The form draft.
    pub id: FormDraftId,
    /// The version that it began as; none for a new form.
    pub base: Option<Hash>,
    /// The definition as JSON, whole or not.
    pub definition: String,
    /// Counts up with each save.
    pub revision: u32,
    /// When it was begun.
    pub started: DateTime<FixedOffset>,
    /// When it was last saved.
    pub saved: DateTime<FixedOffset>,
    /// When it was set aside.
    pub set_aside: Option<DateTime<FixedOffset>>,
}

fn read(row: &Row<'_>) -> rusqlite::Result<FormDraft> {
    Ok(FormDraft {
        id: FormDraftId::from_bytes(row.get(0)?),
        base: row.get::<_, Option<[u8; 32]>>(1)?.map(Hash::from_bytes),
        definition: row.get(2)?,
        revision: super::count(row, 3)?,
        started: super::moment(row, 4)?,
        saved: super::moment(row, 5)?,
        set_aside: row.get::<_, Option<String>>(6)?.and_then(|text| text.parse().ok()),
    })
}

/// Adds a form draft.
pub fn add(connection: &Connection, draft: &FormDraft) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT INTO form_draft VALUES (?, ?, ?, ?, ?, ?, ?)")?.execute(params![
        draft.id.as_bytes(),
        draft.base.map(|hash| *hash.as_bytes()),
        draft.definition,
        draft.revision,
        draft.started.to_rfc3339(),
        draft.saved.to_rfc3339(),
        draft.set_aside.map(|at| at.to_rfc3339()),
    ])?;
    Ok(())
}

/// Saves a form draft over its revision before: `draft.revision` is the new one.
///
/// # Errors
/// [`CasebookFault::DraftMoved`] when another save came between; nothing is changed then.
pub fn save(connection: &Connection, draft: &FormDraft) -> Result<(), CasebookFault> {
    let expected = draft.revision.saturating_sub(1);
    let changed = connection
        .prepare_cached(
            "UPDATE form_draft SET definition = ?3, revision = ?4, saved = ?5, set_aside = ?6 WHERE id = ?1 AND revision = ?2",
        )?
        .execute(params![
            draft.id.as_bytes(),
            expected,
            draft.definition,
            draft.revision,
            draft.saved.to_rfc3339(),
            draft.set_aside.map(|at| at.to_rfc3339()),
        ])?;
    if changed == 1 {
        return Ok(());
    }
    match find(connection, draft.id)? {
        Some(there) => Err(CasebookFault::DraftMoved { expected, found: there.revision }),
        None => Err(CasebookFault::NotFound("form draft")),
    }
}

/// Removes a form draft that has just been published.
pub fn remove_published(connection: &Connection, id: FormDraftId) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM form_draft WHERE id = ?")?.execute([id.as_bytes()])?;
    Ok(())
}

/// The form draft of that id.
pub fn find(connection: &Connection, id: FormDraftId) -> rusqlite::Result<Option<FormDraft>> {
    connection.prepare_cached("SELECT * FROM form_draft WHERE id = ?")?.query_row([id.as_bytes()], read).optional()
}

/// Every form draft, last saved first.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<FormDraft>> {
    connection.prepare_cached("SELECT * FROM form_draft ORDER BY saved DESC, id DESC")?.query_map([], read)?.collect()
}
