//! View: imports of answers, and which of them were undone.

use chrono::{DateTime, FixedOffset};
use domain::{AuthorId, BatchId};
use journal::{Body, ImportUndone, ResponsesImported};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// An import of answers from a file.
#[derive(Clone, PartialEq, Eq)]
pub struct ImportBatch {
    /// The import.
    pub batch: BatchId,
    /// Name of the file.
    pub file_name: String,
    /// `google_forms`, `csv`.
    pub system: String,
    /// Id of the form here.
    pub form: String,
    /// Rows of its file.
    pub records: u32,
    /// Who imported it.
    pub author: AuthorId,
    /// When.
    pub recorded: DateTime<FixedOffset>,
    /// When it was undone.
    pub undone: Option<DateTime<FixedOffset>>,
}

domain::named_only!(ImportBatch);

const SELECT: &str = "SELECT b.batch, b.file_name, b.system, b.form, b.records, b.author, b.recorded,
  (SELECT min(u.recorded) FROM import_undone u WHERE u.batch = b.batch) FROM import_batch b";

fn read(row: &Row<'_>) -> rusqlite::Result<ImportBatch> {
    Ok(ImportBatch {
        batch: BatchId::from_bytes(row.get(0)?),
        file_name: row.get(1)?,
        system: row.get(2)?,
        form: row.get(3)?,
        records: super::count(row, 4)?,
        author: AuthorId::from_bytes(row.get(5)?),
        recorded: super::moment(row, 6)?,
        undone: row.get::<_, Option<String>>(7)?.and_then(|text| text.parse().ok()),
    })
}

pub(crate) fn apply(
    connection: &Connection,
    position: i64,
    body: &Body,
    imported: &ResponsesImported,
) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT OR IGNORE INTO import_batch VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
        params![
            imported.batch.as_bytes(),
            position,
            imported.file_name,
            imported.system,
            imported.form,
            imported.records,
            body.author.as_bytes(),
            body.recorded.at.to_rfc3339(),
            body.recorded.at.timestamp(),
        ],
    )?;
    Ok(())
}

pub(crate) fn apply_undone(
    connection: &Connection,
    position: i64,
    body: &Body,
    undone: &ImportUndone,
) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT OR IGNORE INTO import_undone VALUES (?, ?, ?, ?)")?.execute(params![
        undone.batch.as_bytes(),
        position,
        body.recorded.at.to_rfc3339(),
        serde_json::to_string(&undone.keeps).unwrap_or_default(),
    ])?;
    Ok(())
}

pub(crate) fn is_undone(connection: &Connection, batch: BatchId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM import_undone WHERE batch = ?)")?
        .query_row([batch.as_bytes()], |row| row.get(0))
}

/// The import of that id.
pub fn find(connection: &Connection, batch: BatchId) -> rusqlite::Result<Option<ImportBatch>> {
    connection.prepare_cached(&format!("{SELECT} WHERE b.batch = ?"))?.query_row([batch.as_bytes()], read).optional()
}

/// Every import, newest first.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<ImportBatch>> {
    connection.prepare_cached(&format!("{SELECT} ORDER BY b.recorded_moment DESC"))?.query_map([], read)?.collect()
}
