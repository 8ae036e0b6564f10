//! What was ever recorded of a person, in the order in which it was recorded: for the history of a file.
//! What a pack said that was undone is left out, as everywhere.

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::{AuthorId, Fact, FactId, PersonField, PersonId};
use rusqlite::{Connection, Row, params};

/// A version of a fact, or its withdrawal.
#[derive(Clone, PartialEq, Eq)]
pub struct FactChange {
    /// On whose files it stands from then on; nobody for a withdrawal.
    pub about: Vec<PersonId>,
    /// What it said; none for a withdrawal.
    pub says: Option<Fact>,
    /// The entry's place.
    pub position: i64,
    /// Who recorded it.
    pub author: AuthorId,
    /// When it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// The lost system that it was recovered from, and its day.
    pub recovered: Option<(String, NaiveDate)>,
}

/// A value of a field.
#[derive(Clone, PartialEq, Eq)]
pub struct ValueChange {
    /// The field.
    pub field: PersonField,
    /// The value; empty where it was removed.
    pub value: String,
    /// The entry's place.
    pub position: i64,
    /// The lost system that it was recovered from, and its day.
    pub recovered: Option<(String, NaiveDate)>,
}

domain::named_only!(FactChange, ValueChange);

/// A version `v` that no undone pack brought.
const STANDS: &str = "(v.system IS NULL OR NOT EXISTS (
  SELECT 1 FROM pack k JOIN import_undone u ON u.batch = k.batch WHERE k.position = v.position))";

/// Facts that stand on a person's file, and those that ever stood there: until they were withdrawn, or
/// corrected to be of somebody else.
pub fn facts_of(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<FactId>> {
    connection
        .prepare_cached(&format!(
            "SELECT fact FROM fact_person WHERE person = ?1
             UNION SELECT v.fact FROM fact_version v WHERE v.withdrawn = 0 AND instr(v.about, ?2) > 0 AND {STANDS}"
        ))?
        .query_map(params![person.as_bytes(), person.to_string()], |row| row.get(0).map(FactId::from_bytes))?
        .collect()
}

/// Every version and withdrawal of a fact, the last recorded last.
pub fn of_fact(connection: &Connection, id: FactId) -> rusqlite::Result<Vec<FactChange>> {
    connection
        .prepare_cached(&format!(
            "SELECT v.about, v.says, v.withdrawn, v.position, v.author, v.recorded, v.system, v.as_at
             FROM fact_version v WHERE v.fact = ? AND {STANDS} ORDER BY v.recorded_moment, v.position"
        ))?
        .query_map([id.as_bytes()], |row| {
            let withdrawn: bool = row.get(2)?;
            Ok(FactChange {
                about: super::json(row, 0)?,
                says: if withdrawn { None } else { Some(super::json(row, 1)?) },
                position: row.get(3)?,
                author: AuthorId::from_bytes(row.get(4)?),
                recorded: super::moment(row, 5)?,
                recovered: recovered(row, 6)?,
            })
        })?
        .collect()
}

/// Every value of a person in a field that is known, by field, the last recorded last.
pub fn values_of(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<ValueChange>> {
    let mut statement = connection.prepare_cached(&format!(
        "SELECT v.field, v.value, v.position, v.system, v.as_at FROM person_value v
         WHERE v.person = ? AND {STANDS} ORDER BY v.field, v.recorded_moment, v.position"
    ))?;
    let rows = statement.query_map([person.as_bytes()], |row| {
        let Some(field) = PersonField::parse(&row.get::<_, String>(0)?) else { return Ok(None) };
        let (value, position, recovered) = (row.get(1)?, row.get(2)?, recovered(row, 3)?);
        Ok(Some(ValueChange { field, value, position, recovered }))
    })?;
    rows.filter_map(Result::transpose).collect()
}

/// A lost system and its day, in two columns.
fn recovered(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<(String, NaiveDate)>> {
    let system: Option<String> = row.get(at)?;
    let as_at: Option<String> = row.get(at + 1)?;
    Ok(system.zip(as_at.and_then(|day| day.parse().ok())))
}
