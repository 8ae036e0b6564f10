//! What was done with a person, as time limits ask for it: of each record its form, its day and
//! whether the child was seen.

use std::collections::HashMap;

use domain::{EventTime, PersonId};
use rusqlite::{Connection, Row};

/// A record, as far as a time limit looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Id of the form.
    pub form: String,
    /// When it happened.
    pub on: EventTime,
    /// The person was seen.
    pub seen: bool,
}

/// All records of a person, in no order.
pub fn of(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<Made>> {
    connection
        .prepare_cached(
            "SELECT v.form, v.event_time, p.seen FROM record_person p JOIN record r ON r.id = p.record
             JOIN record_version v ON v.position = r.current WHERE p.person = ?",
        )?
        .query_map([person.as_bytes()], read)?
        .collect()
}

/// All records of everybody, by person.
pub fn of_all(connection: &Connection) -> rusqlite::Result<HashMap<PersonId, Vec<Made>>> {
    let mut all: HashMap<PersonId, Vec<Made>> = HashMap::new();
    let mut statement = connection.prepare_cached(
        "SELECT v.form, v.event_time, p.seen, p.person FROM record_person p JOIN record r ON r.id = p.record
         JOIN record_version v ON v.position = r.current",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        all.entry(PersonId::from_bytes(row.get(3)?)).or_default().push(read(row)?);
    }
    Ok(all)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Made> {
    Ok(Made { form: row.get(0)?, on: super::parsed(row, 1)?, seen: row.get(2)? })
}
