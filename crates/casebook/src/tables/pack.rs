//! View: packs that were taken in, and what those of people say. Notes of a history stand beside the
//! views.

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::{AuthorId, BatchId, PersonId};
use journal::{Body, Known, PackHolds, PackImported, PackLine};
use rusqlite::{Connection, OptionalExtension, Row, params};
use vault::{BlobRef, BlobStore, Hash};

use super::fact::Origin;
use crate::{CasebookFault, history::Lines, tables};

/// A pack that was taken in.
#[derive(Clone, PartialEq, Eq)]
pub struct Pack {
    /// The import.
    pub batch: BatchId,
    /// Place of its entry.
    pub position: i64,
    /// Its lines.
    pub lines: BlobRef,
    /// What it is of.
    pub holds: PackHolds,
    /// The lost system.
    pub system: String,
    /// Its day.
    pub as_at: NaiveDate,
    /// Name of the file.
    pub file_name: String,
    /// Hash of the file.
    pub file_hash: Hash,
    /// How many lines.
    pub count: u32,
    /// Who imported it.
    pub author: AuthorId,
    /// When.
    pub recorded: DateTime<FixedOffset>,
    /// When it was undone.
    pub undone: Option<DateTime<FixedOffset>>,
}

domain::named_only!(Pack);

const SELECT: &str = "SELECT k.batch, k.position, k.lines, k.size, k.holds, k.system, k.as_at, k.file_name,
  k.file_hash, k.count, k.author, k.recorded,
  (SELECT min(u.recorded) FROM import_undone u WHERE u.batch = k.batch) FROM pack k";

fn read(row: &Row<'_>) -> rusqlite::Result<Pack> {
    let holds: String = row.get(4)?;
    Ok(Pack {
        batch: BatchId::from_bytes(row.get(0)?),
        position: row.get(1)?,
        lines: BlobRef { hash: super::hash(row, 2)?, size: u64::try_from(row.get::<_, i64>(3)?).unwrap_or(0) },
        holds: if holds == "history" { PackHolds::History } else { PackHolds::People },
        system: row.get(5)?,
        as_at: super::parsed(row, 6)?,
        file_name: row.get(7)?,
        file_hash: super::hash(row, 8)?,
        count: super::count(row, 9)?,
        author: AuthorId::from_bytes(row.get(10)?),
        recorded: super::moment(row, 11)?,
        undone: row.get::<_, Option<String>>(12)?.and_then(|text| text.parse().ok()),
    })
}

/// The pack of that import.
pub fn find(connection: &Connection, batch: BatchId) -> rusqlite::Result<Option<Pack>> {
    connection.prepare_cached(&format!("{SELECT} WHERE k.batch = ?"))?.query_row([batch.as_bytes()], read).optional()
}

/// Every pack, newest first.
pub fn all(connection: &Connection) -> rusqlite::Result<Vec<Pack>> {
    connection
        .prepare_cached(&format!("{SELECT} ORDER BY k.recorded_moment DESC, k.position DESC"))?
        .query_map([], read)?
        .collect()
}

/// The first lines of a pack, so many, as they are read. Those that this version does not understand are
/// left out: the pack was made with a newer Holdfast.
fn lines(
    blobs: &BlobStore,
    blob: &BlobRef,
    count: u32,
    take: &mut dyn FnMut(PackLine) -> Result<(), CasebookFault>,
) -> Result<(), CasebookFault> {
    let mut lines = Lines::of(blobs, *blob);
    for _ in 0..count {
        match lines.next_line()? {
            Some(Some(line)) => take(line)?,
            Some(None) => {}
            None => break,
        }
    }
    Ok(())
}

/// Whether the first lines of a pack, so many, can be read to their end.
fn is_whole(blobs: &BlobStore, blob: BlobRef, count: u32) -> Result<bool, CasebookFault> {
    let mut lines = Lines::of(blobs, blob);
    for _ in 0..count {
        match lines.skip_line() {
            Ok(true) => {}
            Ok(false) => break,
            Err(CasebookFault::Blob(_) | CasebookFault::Row(_)) => return Ok(false),
            Err(other) => return Err(other),
        }
    }
    Ok(true)
}

/// The sealed files of packs, as far as the fold may read them.
#[derive(Clone, Copy)]
pub(crate) struct Files<'a> {
    blobs: &'a BlobStore,
    only: Option<&'a BTreeSet<i64>>,
}

impl<'a> Files<'a> {
    /// Every file that is here.
    pub(crate) fn here(blobs: &'a BlobStore) -> Self {
        Self { blobs, only: None }
    }

    /// Those of the packs at these places alone: a check folds what was folded, and a file may have come
    /// since.
    pub(crate) fn of(blobs: &'a BlobStore, packs: &'a BTreeSet<i64>) -> Self {
        Self { blobs, only: Some(packs) }
    }

    fn may_read(&self, position: i64) -> bool {
        self.only.is_none_or(|packs| packs.contains(&position))
    }
}

/// Takes a pack in. One of people stands in the views from then on, as soon as its file is here.
pub(crate) fn apply(
    connection: &Connection,
    files: Files<'_>,
    position: i64,
    body: &Body,
    imported: &PackImported,
) -> Result<(), CasebookFault> {
    let added = connection
        .prepare_cached("INSERT OR IGNORE INTO pack VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?
        .execute(params![
            imported.batch.as_bytes(),
            position,
            imported.lines.as_bytes(),
            i64::try_from(size_of(body, imported)).unwrap_or(i64::MAX),
            if imported.holds == PackHolds::History { "history" } else { "people" },
            imported.system,
            imported.as_at.to_string(),
            imported.file_name,
            imported.file_hash.as_bytes(),
            imported.count,
            body.author.as_bytes(),
            body.recorded.at.to_rfc3339(),
            body.recorded.at.timestamp(),
        ])?;
    if added > 0 && imported.holds == PackHolds::People && files.may_read(position) {
        take(connection, files.blobs, position, body, imported)?;
    }
    Ok(())
}

fn size_of(body: &Body, imported: &PackImported) -> u64 {
    body.blobs.iter().find(|blob| blob.hash == imported.lines).map_or(0, |blob| blob.size)
}

/// Takes in what the lines of a pack of people say. Of one that was undone as well: what somebody answered
/// to it is answered when another import says the same. Nothing is taken of a file that is not here or is
/// damaged, and nothing else waits for it: the check of files names it.
fn take(
    connection: &Connection,
    blobs: &BlobStore,
    position: i64,
    body: &Body,
    imported: &PackImported,
) -> Result<(), CasebookFault> {
    let blob = BlobRef { hash: imported.lines, size: size_of(body, imported) };
    if !blobs.has(&blob) || !is_whole(blobs, blob, imported.count)? {
        return Ok(());
    }
    let as_at = imported.as_at.to_string();
    let recovered = Some((imported.system.as_str(), as_at.as_str()));
    lines(blobs, &blob, imported.count, &mut |line| {
        match line {
            PackLine::Person { person, fields } => {
                let at = (position, body.recorded.at.timestamp());
                tables::person::take(connection, at, person, &fields, recovered)?;
            }
            PackLine::Fact { fact, about, says } => {
                tables::fact::take(connection, Origin { position, body, recovered }, fact, &about, &says)?;
            }
            PackLine::Note(_) => {}
        }
        Ok(())
    })?;
    // Those of a pack with the same lines too: which of the two is shown may be another now.
    let mut people: BTreeSet<PersonId> = BTreeSet::new();
    for fact in tables::fact::of_lines(connection, imported.lines)? {
        tables::fact::choose(connection, fact, &mut people)?;
    }
    people.extend(tables::person::of_lines(connection, imported.lines)?);
    refold(connection, people)
}

/// Takes in what a pack of people says whose file came after its entry.
///
/// # Errors
/// [`CasebookFault::NotFound`] when there is no such pack.
pub(crate) fn take_late(connection: &Connection, blobs: &BlobStore, batch: BatchId) -> Result<(), CasebookFault> {
    let unknown = || CasebookFault::NotFound("pack");
    let pack = find(connection, batch)?.ok_or_else(unknown)?;
    let sealed = tables::entry::at(connection, pack.position)?.and_then(|stored| stored.body).ok_or_else(unknown)?;
    let body = sealed.read()?;
    let Some(Known::PackImported(imported)) = Known::read(&body) else { return Err(unknown()) };
    take(connection, blobs, pack.position, &body, &imported)
}

/// Places of the packs of people of which something was taken in.
pub(crate) fn taken(connection: &Connection) -> rusqlite::Result<BTreeSet<i64>> {
    connection
        .prepare_cached(
            "SELECT k.position FROM pack k WHERE k.holds = 'people' AND (
               EXISTS (SELECT 1 FROM person_value v WHERE v.position = k.position AND v.system IS NOT NULL)
               OR EXISTS (SELECT 1 FROM fact_version v WHERE v.position = k.position AND v.system IS NOT NULL))",
        )?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// Takes back what an undone pack of people brought.
pub(crate) fn undo(connection: &Connection, batch: BatchId) -> Result<(), CasebookFault> {
    let Some(pack) = find(connection, batch)? else { return Ok(()) };
    let mut people: BTreeSet<PersonId> = BTreeSet::new();
    for fact in tables::fact::of_pack(connection, pack.position)? {
        tables::fact::choose(connection, fact, &mut people)?;
    }
    people.extend(tables::person::of_lines(connection, pack.lines.hash)?);
    refold(connection, people)
}

fn refold(connection: &Connection, people: BTreeSet<PersonId>) -> Result<(), CasebookFault> {
    for person in people {
        tables::person::refold(connection, person)?;
    }
    Ok(())
}
