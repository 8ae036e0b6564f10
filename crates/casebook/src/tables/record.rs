//! View: records, their versions, whose timeline they are on, and where each one is.

mod standing;

use std::collections::BTreeSet;

use domain::{AuthorId, BatchId, Custody, EventTime, PersonId, RecordId, RecordState};
use journal::RecordFiled;
use rusqlite::{Connection, OptionalExtension, Row, params};
use vault::Hash;

use self::standing::{Standing, standing};
use crate::{CasebookFault, tables};

// Where a record is, as stored (`record.place`). The finer states of the eight labels come from
// holds, verdicts and what is on its way now.
const WAITING: i64 = 0;
const RECEIVED: i64 = 1;
const NEEDS_YOU: i64 = 2;

/// A record as lists show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Record {
    /// The record.
    pub id: RecordId,
    /// The version shown: position and hash of its entry.
    pub position: i64,
    /// Hash of that entry.
    pub entry: Hash,
    /// How many versions stand side by side: more than one is a clash.
    pub heads: u32,
    /// It came with an import that was undone.
    pub withdrawn: bool,
    /// Id of the form.
    pub form: String,
    /// Number of the form version.
    pub form_number: u32,
    /// Hash of the form's definition.
    pub form_hash: Hash,
    /// Title.
    pub title: String,
    /// Who recorded it.
    pub author: AuthorId,
    /// When it happened.
    pub event_time: EventTime,
    /// When it was filed, RFC 3339.
    pub recorded: chrono::DateTime<chrono::FixedOffset>,
    /// The device's clock was doubtful then.
    pub clock_uncertain: bool,
    /// Goes first.
    pub urgent: bool,
    /// A significant event.
    pub significant: bool,
    /// Bytes of body and files.
    pub size: u64,
    /// Where it is, but for [`RecordState::Sending`], which only the running delivery knows.
    pub state: RecordState,
    /// The verdict on the version shown.
    pub verdict: Option<tables::verdict::Verdict>,
    /// When the version shown was received.
    pub received: Option<chrono::DateTime<chrono::FixedOffset>>,
}

domain::named_only!(Record);

const SELECT: &str = "SELECT r.id, v.position, e.hash, r.heads, v.form, v.form_number, v.form_hash, v.title, v.author,
  v.event_time, v.recorded, v.clock_uncertain, v.urgent, v.significant, v.size, r.place,
  (SELECT 1 FROM hold h WHERE h.record = r.id),
  d.decision, d.cause, d.reference, d.at,
  (SELECT t.at FROM held x JOIN receipt t ON t.number = x.receipt WHERE x.position = v.position), r.withdrawn
  FROM record r JOIN record_version v ON v.position = r.current JOIN entry e ON e.position = v.position
  LEFT JOIN verdict d ON d.position = v.position";

fn read(row: &Row<'_>) -> rusqlite::Result<Record> {
    let heads = super::count(row, 3)?;
    let held_back: Option<i64> = row.get(16)?;
    let verdict = match row.get::<_, Option<String>>(17)? {
        None => None,
        Some(decision) => Some(tables::verdict::Verdict {
            accepted: decision == "accepted",
            cause: row.get(18)?,
            reference: row.get(19)?,
            at: super::moment(row, 20)?,
        }),
    };
    let place: i64 = row.get(15)?;
    let state = match (place, &verdict, held_back) {
        (NEEDS_YOU, _, _) if heads > 1 => RecordState::CompareVersions,
        (NEEDS_YOU, _, _) => RecordState::NeedsYou,
        (RECEIVED, Some(verdict), _) if verdict.accepted => RecordState::InCentralRecord,
        (RECEIVED, _, _) => RecordState::Sent,
        (_, _, Some(_)) => RecordState::Paused,
        _ => RecordState::Waiting,
    };
    Ok(Record {
        id: RecordId::from_bytes(row.get(0)?),
        position: row.get(1)?,
        entry: super::hash(row, 2)?,
        heads,
        form: row.get(4)?,
        form_number: super::count(row, 5)?,
        form_hash: super::hash(row, 6)?,
        title: row.get(7)?,
        author: AuthorId::from_bytes(row.get(8)?),
        event_time: super::parsed(row, 9)?,
        recorded: super::moment(row, 10)?,
        clock_uncertain: row.get(11)?,
        urgent: row.get(12)?,
        significant: row.get(13)?,
        size: u64::try_from(row.get::<_, i64>(14)?).unwrap_or(0),
        state,
        verdict,
        received: row.get::<_, Option<String>>(21)?.and_then(|text| text.parse().ok()),
        withdrawn: row.get(22)?,
    })
}

/// What the fold needs of an entry beside its payload.
pub(crate) struct Version<'a> {
    pub(crate) position: i64,
    pub(crate) author: AuthorId,
    pub(crate) event_time: &'a EventTime,
    pub(crate) event_moment: i64,
    pub(crate) recorded: &'a domain::Stamp,
    pub(crate) size: u64,
}

/// Takes a version in and folds its record anew.
pub(crate) fn apply(connection: &Connection, version: &Version<'_>, filed: &RecordFiled) -> Result<(), CasebookFault> {
    let added = connection
        .prepare_cached(
            "INSERT OR IGNORE INTO record_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute(params![
            version.position,
            filed.record.as_bytes(),
            filed.form,
            filed.form_number,
            filed.form_hash.as_bytes(),
            filed.title,
            version.author.as_bytes(),
            version.event_time.to_string(),
            version.event_moment,
            version.recorded.at.to_rfc3339(),
            version.recorded.at.timestamp(),
            version.recorded.uncertain,
            filed.urgency == domain::Urgency::Urgent,
            filed.significant,
            i64::try_from(version.size).unwrap_or(i64::MAX),
            content(filed).map(|hash| *hash.as_bytes()),
            filed.source.as_ref().map(|source| *source.batch.as_bytes()),
        ])?;
    if added == 0 {
        return Ok(());
    }
    let shown: Option<i64> = connection
        .prepare_cached("SELECT current FROM record WHERE id = ?")?
        .query_row([filed.record.as_bytes()], |row| row.get(0))
        .optional()?;
    let undone = match &filed.source {
        Some(source) => tables::import_batch::is_undone(connection, source.batch)?,
        None => false,
    };
    match shown {
        None => {
            connection
                .prepare_cached(
                    "INSERT INTO record SELECT ?1, ?2, 1, CASE
                       WHEN (SELECT decision FROM verdict WHERE position = ?2) = 'needs_person' THEN 2
                       WHEN EXISTS (SELECT 1 FROM waiting WHERE position = ?2) THEN 0
                       ELSE 1 END, ?3",
                )?
                .execute(params![filed.record.as_bytes(), version.position, undone])?;
            if !undone {
                add_to_timelines(connection, version.event_moment, filed)?;
                tables::person::refold_undone(connection, &filed.people)?;
            }
            Ok(())
        }
        Some(old) => refold(connection, filed.record, old),
    }
}

/// What an imported version says, whichever laptop imported it and when: an event that the file does
/// not date has the moment of its import for a time, so that is not in it. Others have none: two people
/// who write the same words have still made two records.
fn content(filed: &RecordFiled) -> Option<Hash> {
    let source = filed.source.as_ref()?;
    let people: Vec<u8> = filed.people.iter().flat_map(|person| *person.as_bytes()).collect();
    let submitted = source.submitted.as_deref().unwrap_or_default();
    let answers = filed.answers.to_string();
    Some(Hash::of_parts(&[filed.form_hash.as_bytes(), &people, submitted.as_bytes(), answers.as_bytes()]))
}

/// Chooses the version that is shown among those that no later one is based on and no undoing took
/// back: the last recorded, ties broken by hash, so that the order of arrival does not matter.
fn refold(connection: &Connection, record: RecordId, old: i64) -> Result<(), CasebookFault> {
    let Standing { heads, withdrawn } = standing(connection, record)?;
    let Some(current) = heads.last().copied() else { return Ok(()) };
    connection
        .prepare_cached("UPDATE record SET current = ?, heads = ?, withdrawn = ? WHERE id = ?")?
        .execute(params![current, u32::try_from(heads.len()).unwrap_or(u32::MAX), withdrawn, record.as_bytes()])?;
    let mut people = BTreeSet::new();
    if let Some((moment, filed)) = filed_at(connection, old)? {
        for person in &filed.people {
            connection
                .prepare_cached("DELETE FROM record_person WHERE person = ? AND event_moment = ? AND record = ?")?
                .execute(params![person.as_bytes(), moment, record.as_bytes()])?;
        }
        people.extend(filed.people);
    }
    if !withdrawn && let Some((moment, filed)) = filed_at(connection, current)? {
        add_to_timelines(connection, moment, &filed)?;
        people.extend(filed.people);
    }
    tables::person::refold_undone(connection, &people)?;
    replace(connection, record)
}

/// Folds the records of an import anew, because it was undone.
pub(crate) fn refold_batch(connection: &Connection, batch: BatchId) -> Result<(), CasebookFault> {
    let records: Vec<(RecordId, i64)> = connection
        .prepare_cached(
            "SELECT DISTINCT r.id, r.current FROM record_version v JOIN record r ON r.id = v.record WHERE v.batch = ?",
        )?
        .query_map([batch.as_bytes()], |row| Ok((RecordId::from_bytes(row.get(0)?), row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    for (record, current) in records {
        refold(connection, record, current)?;
    }
    Ok(())
}

fn add_to_timelines(connection: &Connection, moment: i64, filed: &RecordFiled) -> rusqlite::Result<()> {
    for person in &filed.people {
        connection.prepare_cached("INSERT OR IGNORE INTO record_person VALUES (?, ?, ?, ?)")?.execute(params![
            person.as_bytes(),
            moment,
            filed.record.as_bytes(),
            filed.seen.contains(person)
        ])?;
    }
    Ok(())
}

fn filed_at(connection: &Connection, position: i64) -> Result<Option<(i64, RecordFiled)>, CasebookFault> {
    let moment = connection
        .prepare_cached("SELECT event_moment FROM record_version WHERE position = ?")?
        .query_row([position], |row| row.get(0))?;
    Ok(filed(connection, position)?.map(|filed| (moment, filed)))
}

/// Puts a record where its receipts, verdict and versions say it is.
pub(crate) fn replace(connection: &Connection, record: RecordId) -> Result<(), CasebookFault> {
    connection
        .prepare_cached(
            "UPDATE record SET place = CASE
               WHEN heads > 1 THEN 2
               WHEN (SELECT decision FROM verdict WHERE position = current) = 'needs_person' THEN 2
               WHEN EXISTS (SELECT 1 FROM waiting w JOIN record_version v ON v.position = w.position
                            WHERE v.record = record.id) THEN 0
               ELSE 1 END
             WHERE id = ?1 AND place IS NOT CASE
               WHEN heads > 1 THEN 2
               WHEN (SELECT decision FROM verdict WHERE position = current) = 'needs_person' THEN 2
               WHEN EXISTS (SELECT 1 FROM waiting w JOIN record_version v ON v.position = w.position
                            WHERE v.record = record.id) THEN 0
               ELSE 1 END",
        )?
        .execute([record.as_bytes()])?;
    Ok(())
}

/// The record of that id.
pub fn find(connection: &Connection, id: RecordId) -> rusqlite::Result<Option<Record>> {
    connection.prepare_cached(&format!("{SELECT} WHERE r.id = ?"))?.query_row([id.as_bytes()], read).optional()
}

/// Records of which a version's hash begins so: one, but for a chance of one in a million millions.
pub fn with_hash_beginning(connection: &Connection, first: [u8; 5]) -> rusqlite::Result<Vec<RecordId>> {
    let bound = |rest: u8| {
        let mut bytes = [rest; 32];
        bytes[..first.len()].copy_from_slice(&first);
        bytes
    };
    connection
        .prepare_cached(
            "SELECT DISTINCT v.record FROM entry e JOIN record_version v ON v.position = e.position
             WHERE e.hash BETWEEN ? AND ?",
        )?
        .query_map([bound(0), bound(u8::MAX)], |row| row.get(0).map(RecordId::from_bytes))?
        .collect()
}

/// What was filed in the entry at a position.
pub fn filed(connection: &Connection, position: i64) -> Result<Option<RecordFiled>, CasebookFault> {
    let Some(body) = tables::entry::at(connection, position)?.and_then(|stored| stored.body) else {
        return Ok(None);
    };
    let body = body.read()?;
    match journal::Known::read(&body) {
        Some(journal::Known::RecordFiled(filed)) => Ok(Some(filed)),
        _ => Ok(None),
    }
}

/// When what was filed at a position happened.
pub fn event_time_at(connection: &Connection, position: i64) -> rusqlite::Result<String> {
    connection
        .prepare_cached("SELECT event_time FROM record_version WHERE position = ?")?
        .query_row([position], |row| row.get(0))
}

/// Positions of the versions of a record that stand side by side, the one shown last.
pub fn heads(connection: &Connection, record: RecordId) -> Result<Vec<i64>, CasebookFault> {
    Ok(standing(connection, record)?.heads)
}

/// A place on a timeline: the event's moment and the record, newest first.
pub type TimelinePlace = (i64, RecordId);

/// A part of a person's timeline after a place, newest event first.
pub fn timeline(
    connection: &Connection,
    person: PersonId,
    after: Option<TimelinePlace>,
    limit: u32,
) -> rusqlite::Result<Vec<(TimelinePlace, Record)>> {
    let (moment, record) = after.unwrap_or((i64::MAX, RecordId::from_bytes([0xff; 16])));
    let places: Vec<TimelinePlace> = connection
        .prepare_cached(
            "SELECT event_moment, record FROM record_person
             WHERE person = ?1 AND (event_moment, record) < (?2, ?3)
             ORDER BY event_moment DESC, record DESC LIMIT ?4",
        )?
        .query_map(params![person.as_bytes(), moment, record.as_bytes(), limit], |row| {
            Ok((row.get(0)?, RecordId::from_bytes(row.get(1)?)))
        })?
        .collect::<Result<_, _>>()?;
    let mut records = Vec::with_capacity(places.len());
    for place in places {
        if let Some(record) = find(connection, place.1)? {
            records.push((place, record));
        }
    }
    Ok(records)
}

/// How many records are on a person's timeline.
pub fn timeline_total(connection: &Connection, person: PersonId) -> rusqlite::Result<u32> {
    connection
        .prepare_cached("SELECT count(*) FROM record_person WHERE person = ?")?
        .query_row([person.as_bytes()], |row| super::count(row, 0))
}

/// Seconds since 1970 of the newest event at which a person was seen.
pub fn last_seen(connection: &Connection, person: PersonId) -> rusqlite::Result<Option<EventTime>> {
    connection
        .prepare_cached(
            "SELECT v.event_time FROM record_person p JOIN record r ON r.id = p.record
             JOIN record_version v ON v.position = r.current
             WHERE p.person = ? AND p.seen = 1 ORDER BY p.event_moment DESC LIMIT 1",
        )?
        .query_row([person.as_bytes()], |row| super::parsed(row, 0))
        .optional()
}

/// How many records of a person are only here.
pub fn waiting_of(connection: &Connection, person: PersonId) -> rusqlite::Result<u32> {
    connection
        .prepare_cached(
            "SELECT count(*) FROM record_person p CROSS JOIN record r ON r.id = p.record WHERE p.person = ? AND r.place = 0",
        )?
        .query_row([person.as_bytes()], |row| super::count(row, 0))
}

/// Records that a person must decide about, oldest first.
pub fn needing_you(connection: &Connection, limit: u32) -> rusqlite::Result<Vec<Record>> {
    connection
        .prepare_cached(&format!("{SELECT} WHERE r.place = 2 ORDER BY v.position LIMIT ?"))?
        .query_map([limit], read)?
        .collect()
}

/// Records that are only here, in the order in which they will go.
pub fn waiting(connection: &Connection, limit: u32) -> rusqlite::Result<Vec<Record>> {
    connection
        .prepare_cached(&format!("{SELECT} WHERE r.place = 0 ORDER BY v.urgent DESC, v.position LIMIT ?"))?
        .query_map([limit], read)?
        .collect()
}

/// Records received since a moment (RFC 3339, UTC), newest first.
pub fn received_since(connection: &Connection, since: &str, limit: u32) -> rusqlite::Result<Vec<Record>> {
    connection
        .prepare_cached(&format!(
            "{SELECT} JOIN held x ON x.position = v.position JOIN receipt t ON t.number = x.receipt
             WHERE r.place = 1 AND t.at >= ?1 ORDER BY v.position DESC LIMIT ?2"
        ))?
        .query_map(params![since, limit], read)?
        .collect()
}

/// How many records were received since a moment.
pub fn received_since_total(connection: &Connection, since: &str) -> rusqlite::Result<u32> {
    connection
        .prepare_cached(
            "SELECT count(*) FROM receipt t JOIN held x ON x.receipt = t.number JOIN record r ON r.current = x.position
             WHERE t.at >= ? AND r.place = 1",
        )?
        .query_row([since], |row| super::count(row, 0))
}

/// The custody count, each record counted where it is. Drafts are counted by the caller's table.
pub fn custody(connection: &Connection) -> rusqlite::Result<Custody> {
    let mut custody = Custody::default();
    let mut statement = connection.prepare_cached("SELECT place, count(*) FROM record GROUP BY place")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let number = super::count(row, 1)?;
        match row.get::<_, i64>(0)? {
            WAITING => custody.waiting = number,
            RECEIVED => custody.received = number,
            _ => custody.needs_you = number,
        }
    }
    custody.filed = connection
        .prepare_cached("SELECT count(*) FROM (SELECT DISTINCT record FROM record_version)")?
        .query_row([], |row| super::count(row, 0))?;
    let versions: i64 = connection.query_row("SELECT count(*) FROM record_version", [], |row| row.get(0))?;
    let entries = tables::entry::total(connection)?;
    custody.log = u32::try_from(entries - versions).unwrap_or(0);
    custody.log_waiting = tables::waiting::log_total(connection)?;
    custody.drafts = tables::draft::total(connection)?;
    Ok(custody)
}

/// When the oldest record that is only here was filed.
pub fn oldest_waiting(connection: &Connection) -> rusqlite::Result<Option<chrono::DateTime<chrono::FixedOffset>>> {
    connection
        .prepare_cached(
            "SELECT v.recorded FROM waiting w JOIN record_version v ON v.position = w.position ORDER BY w.position LIMIT 1",
        )?
        .query_row([], |row| super::moment(row, 0))
        .optional()
}

/// Urgent records that are only here, that were filed before a moment (seconds since 1970), and
/// about which nobody was phoned.
pub fn alarms(connection: &Connection, filed_before: i64) -> rusqlite::Result<Vec<Record>> {
    connection
        .prepare_cached(&format!(
            "{SELECT} JOIN waiting w ON w.position = v.position
             WHERE w.urgent = 1 AND v.recorded_moment <= ?
               AND NOT EXISTS (SELECT 1 FROM lead_phoned p WHERE p.record = r.id)
             ORDER BY v.position LIMIT 50"
        ))?
        .query_map([filed_before], read)?
        .collect()
}
