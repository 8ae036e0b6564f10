//! View: versions of forms that were published, and forms that were retired. In force is the highest
//! number, which says what its publisher had seen; of equal ones the last recorded, ties broken by the
//! entry's hash, so that neither the order of arrival nor one wrong clock matters.

use chrono::{DateTime, FixedOffset};
use domain::AuthorId;
use journal::{Body, FormPublished, FormRetired};
use rusqlite::{Connection, Row, params};
use vault::Hash;

/// A published version of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormVersion {
    /// Id of the form.
    pub form: String,
    /// Number, for people.
    pub number: u32,
    /// Hash of its definition, a sealed file.
    pub hash: Hash,
    /// Bytes of the definition.
    pub size: u64,
    /// Title.
    pub title: String,
    /// Who published it.
    pub author: AuthorId,
    /// When.
    pub recorded: DateTime<FixedOffset>,
    /// What was changed and why.
    pub note: String,
}

/// A form that is offered no longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    /// Id of the form.
    pub form: String,
    /// Id of the form to use instead.
    pub use_instead: Option<String>,
    /// Who retired it.
    pub author: AuthorId,
    /// When.
    pub recorded: DateTime<FixedOffset>,
    /// Why.
    pub note: String,
}

pub(crate) fn apply_published(
    connection: &Connection,
    position: i64,
    body: &Body,
    published: &FormPublished,
    size: u64,
) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT OR IGNORE INTO form_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
        params![
            position,
            published.form,
            published.number,
            published.hash.as_bytes(),
            i64::try_from(size).unwrap_or(i64::MAX),
            published.title,
            body.author.as_bytes(),
            body.recorded.at.to_rfc3339(),
            body.recorded.at.timestamp(),
            published.note,
        ],
    )?;
    Ok(())
}

pub(crate) fn apply_retired(
    connection: &Connection,
    position: i64,
    body: &Body,
    retired: &FormRetired,
) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT OR IGNORE INTO form_retired VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
        params![
            position,
            retired.form,
            retired.number,
            retired.use_instead,
            body.author.as_bytes(),
            body.recorded.at.to_rfc3339(),
            body.recorded.at.timestamp(),
            retired.note,
        ],
    )?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<FormVersion> {
    Ok(FormVersion {
        form: row.get(0)?,
        number: super::count(row, 1)?,
        hash: super::hash(row, 2)?,
        size: u64::try_from(row.get::<_, i64>(3)?).unwrap_or(0),
        title: row.get(4)?,
        author: AuthorId::from_bytes(row.get(5)?),
        recorded: super::moment(row, 6)?,
        note: row.get(7)?,
    })
}

const COLUMNS: &str = "v.form, v.number, v.hash, v.size, v.title, v.author, v.recorded, v.note";

/// Published versions of every form, the one in force last within each form.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<FormVersion>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM form_version v JOIN entry e ON e.position = v.position
             ORDER BY v.form, v.number, v.recorded_moment, e.hash"
        ))?
        .query_map([], read)?
        .collect()
}

/// The retirements that stand: of each form the last, unless a version was published after it.
pub fn retired(connection: &Connection) -> rusqlite::Result<Vec<Retired>> {
    let rows: Vec<Retired> = connection
        .prepare_cached(
            "SELECT r.form, r.use_instead, r.author, r.recorded, r.note
             FROM form_retired r JOIN entry e ON e.position = r.position
             WHERE NOT EXISTS (
               SELECT 1 FROM form_version v WHERE v.form = r.form AND v.number > r.number
             )
             ORDER BY r.form, r.number, r.recorded_moment, e.hash",
        )?
        .query_map([], |row| {
            Ok(Retired {
                form: row.get(0)?,
                use_instead: row.get(1)?,
                author: AuthorId::from_bytes(row.get(2)?),
                recorded: super::moment(row, 3)?,
                note: row.get(4)?,
            })
        })?
        .collect::<Result<_, _>>()?;
    let mut standing: Vec<Retired> = Vec::new();
    for retired in rows {
        if standing.last().is_some_and(|last| last.form == retired.form) {
            standing.pop();
        }
        standing.push(retired);
    }
    Ok(standing)
}

/// A number that goes up with every change to the forms in force: what was worked out from them is
/// stale when it differs. Counted, for a body may come long after its place was given.
pub fn changes(connection: &Connection) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("SELECT (SELECT count(*) FROM form_version) + (SELECT count(*) FROM form_retired)")?
        .query_row([], |row| row.get(0))
}
