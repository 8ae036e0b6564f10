//! The records of a form, for its response sheet: the version shown of each, newest recorded first.

use journal::{Known, RecordFiled};
use rusqlite::{Connection, params};

use crate::CasebookFault;

/// Positions of the version shown of every record of a form, newest recorded first.
pub fn positions(connection: &Connection, form: &str) -> rusqlite::Result<Vec<i64>> {
    connection
        .prepare_cached(
            "SELECT v.position FROM record_version v JOIN record r ON r.current = v.position AND r.id = v.record
             WHERE v.form = ? AND r.withdrawn = 0 ORDER BY v.recorded_moment DESC, v.position DESC",
        )?
        .query_map([form], |row| row.get(0))?
        .collect()
}

/// A part of them.
pub fn page(connection: &Connection, form: &str, from: u32, count: u32) -> rusqlite::Result<Vec<i64>> {
    connection
        .prepare_cached(
            "SELECT v.position FROM record_version v JOIN record r ON r.current = v.position AND r.id = v.record
             WHERE v.form = ? AND r.withdrawn = 0 ORDER BY v.recorded_moment DESC, v.position DESC LIMIT ? OFFSET ?",
        )?
        .query_map(params![form, count, from], |row| row.get(0))?
        .collect()
}

/// How many there are.
pub fn total(connection: &Connection, form: &str) -> rusqlite::Result<u32> {
    connection
        .prepare_cached(
            "SELECT count(*) FROM record_version v JOIN record r ON r.current = v.position AND r.id = v.record
             WHERE v.form = ? AND r.withdrawn = 0",
        )?
        .query_row([form], |row| super::count(row, 0))
}

/// Changes whenever a sheet may show something else: a record came, an import was undone, a person or
/// an author was corrected, another version of a form came in force. Each part only goes up. Looking at
/// things does not change it.
pub fn stamp(connection: &Connection) -> rusqlite::Result<(i64, i64, i64)> {
    connection
        .prepare_cached(
            "SELECT (SELECT count(*) FROM record_version), (SELECT count(*) FROM import_undone),
                    (SELECT count(*) FROM person_value) + (SELECT count(*) FROM form_version)
                      + (SELECT coalesce(sum(recorded_moment), 0) FROM author)",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

/// Ids of the forms that have records, with their number, by id.
pub fn forms(connection: &Connection) -> rusqlite::Result<Vec<(String, u32)>> {
    connection
        .prepare_cached(
            "SELECT v.form, count(*) FROM record r JOIN record_version v ON v.position = r.current
             WHERE r.withdrawn = 0 GROUP BY v.form ORDER BY v.form",
        )?
        .query_map([], |row| Ok((row.get(0)?, super::count(row, 1)?)))?
        .collect()
}

/// Calls `each` with what was filed at each position, in the order given; stops when it says false.
///
/// # Errors
/// An entry that cannot be read.
pub fn for_each(
    connection: &Connection,
    positions: &[i64],
    each: &mut dyn FnMut(i64, RecordFiled) -> bool,
) -> Result<(), CasebookFault> {
    for position in positions {
        let Some(body) = super::entry::at(connection, *position)?.and_then(|stored| stored.body) else { continue };
        let body = body.read()?;
        if let Some(Known::RecordFiled(filed)) = Known::read(&body)
            && !each(*position, filed)
        {
            return Ok(());
        }
    }
    Ok(())
}

/// The last records of a form about a person, newest event first.
pub fn last_of(
    connection: &Connection,
    person: domain::PersonId,
    form: &str,
    count: u32,
) -> rusqlite::Result<Vec<i64>> {
    connection
        .prepare_cached(
            "SELECT v.position FROM record_person p JOIN record r ON r.id = p.record
             JOIN record_version v ON v.position = r.current
             WHERE p.person = ?1 AND v.form = ?2 ORDER BY p.event_moment DESC, p.record DESC LIMIT ?3",
        )?
        .query_map(params![person.as_bytes(), form, count], |row| row.get(0))?
        .collect()
}
