//! Takes one entry into the views. The same set of entries gives the same views in any order of
//! arrival: every rule here looks at what entries say and at what they are based on, never at when
//! they came.

use domain::{EventTime, FactId, RecordId};
use journal::{Known, SealedBody};
use rusqlite::{Connection, params};
use vault::Hash;

use crate::{
    CasebookFault,
    tables::{self, pack::Files},
};

/// Counts up when this file learns a kind or changes a rule: an older casebook's views are then
/// rebuilt when it is opened.
pub(crate) const VIEWS_VERSION: u32 = 5;

/// Every view, with the order of its primary key.
pub(crate) const VIEWS: [(&str, &str); 21] = [
    ("author", "id"),
    ("person_value", "person, field, position"),
    ("based_on", "position, seen"),
    ("person", "id"),
    ("record_version", "position"),
    ("record", "id"),
    ("record_person", "person, event_moment, record"),
    ("waiting", "position"),
    ("lead_phoned", "record, position"),
    ("form_version", "position"),
    ("form_retired", "position"),
    ("import_batch", "batch"),
    ("import_undone", "batch, position"),
    ("person_find", "sort, value, person"),
    ("fact_version", "fact, position"),
    ("fact", "id"),
    ("fact_person", "person, kind, fact"),
    ("pack", "batch"),
    ("file_opening", "person, position"),
    ("warning_read", "fact, seen, author"),
    ("newer", "person, position"),
];

/// What an entry changed of what is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Changed {
    /// Nothing.
    Nothing,
    /// Perhaps which version of a record is shown.
    Record(RecordId),
    /// Perhaps which version of a fact is shown.
    Fact(FactId),
    /// Many records or facts.
    Many,
}

/// Applies the entry at `position`. A body that this version does not understand changes no view but the
/// outbox and the list of such entries: it is kept and relayed.
pub(crate) fn apply(
    connection: &Connection,
    files: Files<'_>,
    position: i64,
    hash: Hash,
    sealed: &SealedBody,
) -> Result<Changed, CasebookFault> {
    let Ok(body) = sealed.read() else {
        tables::waiting::apply(connection, position, None, false)?;
        return Ok(Changed::Nothing);
    };
    let known = Known::read(&body);
    let filed = match &known {
        Some(Known::RecordFiled(filed)) => Some(filed),
        _ => None,
    };
    let urgent = filed.is_some_and(|filed| filed.urgency == domain::Urgency::Urgent);
    tables::waiting::apply(connection, position, filed.map(|filed| filed.record), urgent)?;
    for seen in &body.based_on {
        connection
            .prepare_cached("INSERT OR IGNORE INTO based_on VALUES (?, ?)")?
            .execute(params![position, seen.as_bytes()])?;
    }
    let recorded_moment = body.recorded.at.timestamp();
    let changed = match &known {
        Some(Known::RecordFiled(filed)) => Changed::Record(filed.record),
        Some(Known::FactRecorded(recorded)) => Changed::Fact(recorded.fact),
        Some(Known::FactWithdrawn(withdrawn)) => Changed::Fact(withdrawn.fact),
        Some(Known::ImportUndone(_) | Known::PackImported(_)) => Changed::Many,
        _ => Changed::Nothing,
    };
    match known {
        Some(Known::AuthorNamed(named)) => {
            tables::author::apply(connection, hash, recorded_moment, &named)?;
        }
        Some(Known::PersonAdded(added)) => {
            tables::person::apply(connection, position, recorded_moment, added.person, &added.fields)?;
        }
        Some(Known::PersonAmended(amended)) => {
            tables::person::apply(connection, position, recorded_moment, amended.person, &amended.fields)?;
        }
        Some(Known::RecordFiled(filed)) => {
            let recorded_on = EventTime { date: body.recorded.at.date_naive(), time: Some(body.recorded.at.time()) };
            let event_time = body.event_time.as_ref().unwrap_or(&recorded_on);
            let version = tables::record::Version {
                position,
                author: body.author,
                event_time,
                event_moment: event_time.moment_in(&body.recorded.zone).timestamp(),
                recorded: &body.recorded,
                size: sealed.bytes().len() as u64 + body.blobs.iter().map(|blob| blob.size).sum::<u64>(),
            };
            tables::record::apply(connection, &version, &filed)?;
        }
        Some(Known::LeadPhoned(phoned)) => {
            tables::lead_phoned::apply(connection, position, phoned.record)?;
        }
        Some(Known::FormPublished(published)) => {
            let size = body.blobs.iter().find(|blob| blob.hash == published.hash).map_or(0, |blob| blob.size);
            tables::form_version::apply_published(connection, position, &body, &published, size)?;
        }
        Some(Known::FormRetired(retired)) => {
            tables::form_version::apply_retired(connection, position, &body, &retired)?;
        }
        Some(Known::ResponsesImported(imported)) => {
            tables::import_batch::apply(connection, position, &body, &imported)?;
        }
        Some(Known::ImportUndone(undone)) => {
            tables::import_batch::apply_undone(connection, position, &body, &undone)?;
            tables::record::refold_batch(connection, undone.batch)?;
            tables::pack::undo(connection, undone.batch)?;
        }
        Some(Known::FactRecorded(recorded)) => tables::fact::apply(connection, position, &body, &recorded)?,
        Some(Known::FactWithdrawn(withdrawn)) => {
            tables::fact::apply_withdrawn(connection, position, &body, &withdrawn)?;
        }
        Some(Known::PackImported(imported)) => {
            tables::pack::apply(connection, files, position, &body, &imported)?;
        }
        Some(Known::FileOpened(opened)) => {
            if let Some(person) = opened.whole_file() {
                tables::file_opening::apply(connection, position, &body, person)?;
            }
        }
        Some(Known::WarningsRead(read)) => tables::warning_read::apply(connection, &body, &read)?,
        Some(
            Known::ChainOpened(_)
            | Known::Enrolled(_)
            | Known::CasebookCare(_)
            | Known::Exported(_)
            | Known::Printed(_),
        ) => {}
        None => tables::newer::apply(connection, position, &body)?,
    }
    Ok(changed)
}
