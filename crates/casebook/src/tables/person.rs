//! View: people, and every value that anybody recorded of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use domain::{PersonField, PersonId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use vault::Hash;

use super::brought::{self, Among, Brought};
use crate::tables;

/// What is shown of a person.
#[derive(Clone, PartialEq, Eq)]
pub struct Person {
    /// The person.
    pub id: PersonId,
    /// Full name.
    pub name: String,
    /// What the person likes to be called.
    pub known_as: Option<String>,
    /// One of `domain::PERSON_KINDS`.
    pub kind: String,
    /// When known: of birth, or due.
    pub date_of_birth: Option<NaiveDate>,
    /// `exact`, `estimated` or `due`.
    pub date_of_birth_is: String,
    /// What somebody or a pack said of their status, one of `domain::CARE_STATUSES`: episodes that are
    /// open go before it ([`super::care_status::on`]).
    pub status_said: Option<String>,
    /// Two values of a field stand side by side.
    pub clash: bool,
    /// Who stands for all whom decisions say to be the same person; itself where nobody says so.
    pub same_as: PersonId,
}

/// A value that no later one is based on.
#[derive(Clone, PartialEq, Eq)]
pub struct Standing {
    /// The field.
    pub field: PersonField,
    /// Its value; empty where it was removed.
    pub value: String,
    /// The entry that recorded it.
    pub position: i64,
    /// Its hash: what the next value of the field is based on.
    pub entry: Hash,
}

domain::named_only!(Person, Standing);

fn read(row: &Row<'_>) -> rusqlite::Result<Person> {
    Ok(Person {
        id: PersonId::from_bytes(row.get(0)?),
        name: row.get(1)?,
        known_as: row.get(2)?,
        date_of_birth: row.get::<_, Option<String>>(3)?.and_then(|text| text.parse().ok()),
        clash: row.get(4)?,
        status_said: row.get(5)?,
        kind: row.get(6)?,
        date_of_birth_is: row.get(7)?,
        same_as: PersonId::from_bytes(row.get(8)?),
    })
}

const SELECT: &str = "SELECT id, name, known_as, date_of_birth, clash, care_status, kind, date_of_birth_is, same_as,
  folded FROM person";

/// Takes values in and folds the person anew.
pub(crate) fn apply(
    connection: &Connection,
    position: i64,
    recorded_moment: i64,
    person: PersonId,
    fields: &BTreeMap<PersonField, String>,
) -> rusqlite::Result<()> {
    take(connection, (position, recorded_moment), person, fields, None)?;
    refold(connection, person)
}

/// Takes values in without folding: a pack brings many and folds once. `recovered` is the lost
/// system and its day.
pub(crate) fn take(
    connection: &Connection,
    (position, recorded_moment): (i64, i64),
    person: PersonId,
    fields: &BTreeMap<PersonField, String>,
    recovered: Option<(&str, &str)>,
) -> rusqlite::Result<()> {
    for (field, value) in fields {
        connection.prepare_cached("INSERT OR IGNORE INTO person_value VALUES (?, ?, ?, ?, ?, ?, ?)")?.execute(
            params![
                person.as_bytes(),
                field.as_str(),
                position,
                value,
                recorded_moment,
                recovered.map(|(system, _)| system),
                recovered.map(|(_, as_at)| as_at),
            ],
        )?;
    }
    Ok(())
}

/// Whom the pack at a position brought, whether they are on file or not.
pub fn of_pack(connection: &Connection, position: i64) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached(
            "SELECT DISTINCT person FROM person_value WHERE position = ? AND system IS NOT NULL ORDER BY person",
        )?
        .query_map([position], |row| row.get(0).map(PersonId::from_bytes))?
        .collect()
}

/// Whom a pack brought, or another with the same lines.
pub(crate) fn of_lines(connection: &Connection, lines: Hash) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached(
            "SELECT DISTINCT v.person FROM pack k JOIN person_value v ON v.position = k.position
             WHERE k.lines = ? AND v.system IS NOT NULL",
        )?
        .query_map([lines.as_bytes()], |row| row.get(0).map(PersonId::from_bytes))?
        .collect()
}

/// Whether a pack that was undone brought a person: they stay on file only while something else names
/// them, so whatever does changes them.
pub(crate) fn is_of_undone(connection: &Connection, person: PersonId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM import_undone) AND EXISTS (
               SELECT 1 FROM person_value v JOIN pack k ON k.position = v.position
               JOIN import_undone u ON u.batch = k.batch WHERE v.person = ? AND v.system IS NOT NULL)",
        )?
        .exists([person.as_bytes()])
}

/// Folds those anew whom a pack that was undone brought.
pub(crate) fn refold_undone<'a>(
    connection: &Connection,
    people: impl IntoIterator<Item = &'a PersonId>,
) -> rusqlite::Result<()> {
    for person in people {
        if is_of_undone(connection, *person)? {
            refold(connection, *person)?;
        }
    }
    Ok(())
}

/// Whether something that was recorded, or that another pack brought, names a person. That they are the
/// same as somebody else does not: the other one is on file.
fn is_named(connection: &Connection, person: PersonId) -> rusqlite::Result<bool> {
    connection
        .prepare_cached(
            "SELECT 1 WHERE EXISTS (SELECT 1 FROM record_person WHERE person = ?1)
               OR EXISTS (SELECT 1 FROM fact_person WHERE person = ?1 AND kind <> 'same_person')
               OR EXISTS (SELECT 1 FROM person_value WHERE person = ?1 AND system IS NULL)",
        )?
        .exists([person.as_bytes()])
}

/// Folds a person from the values that stand and from decisions about who is the same. Somebody of whom no value stands is not on file.
pub(crate) fn refold(connection: &Connection, person: PersonId) -> rusqlite::Result<()> {
    let standing = standing(connection, person)?;
    if standing.is_empty() {
        connection.prepare_cached("DELETE FROM person WHERE id = ?")?.execute([person.as_bytes()])?;
        return tables::person_find::clear(connection, person);
    }
    let shown = |field| {
        let value = standing.iter().rfind(|value| value.field == field).map(|value| value.value.as_str());
        value.filter(|text| !text.is_empty())
    };
    let clash = PersonField::ALL.iter().any(|field| {
        let mut values = standing.iter().filter(|value| value.field == *field).map(|value| &value.value);
        let first = values.next();
        values.any(|value| Some(value) != first)
    });
    let name = shown(PersonField::Name).unwrap_or_default();
    let known_as = shown(PersonField::KnownAs);
    let born = shown(PersonField::DateOfBirth);
    let said = shown(PersonField::CareStatus);
    let folded = fold(&[name, known_as.unwrap_or_default()].join(" "));
    connection.prepare_cached("INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
        params![
            person.as_bytes(),
            name,
            known_as,
            shown(PersonField::Kind).unwrap_or("child"),
            born,
            shown(PersonField::DateOfBirthIs).unwrap_or("exact"),
            said,
            folded,
            clash,
            tables::same_person::first(connection, person)?.as_bytes(),
        ],
    )?;
    tables::person_find::refold(connection, person, &[name, known_as.unwrap_or_default()], born)
}

/// A value that was recorded of a person.
struct Value {
    field: String,
    value: Standing,
    brought: Option<Brought>,
    /// Its pack was undone.
    undone: bool,
    /// Undoing it did not say that this person stays.
    leaves: bool,
    superseded: bool,
}

/// The values of a person that stand, by field: what packs say, then what somebody recorded, the last
/// recorded last. The last of a field is the one shown until somebody decides.
pub fn standing(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<Standing>> {
    let mut values = values(connection, person)?;
    // What an undone pack said stays for whom something names, where no pack that stands says it.
    if values.iter().any(|one| one.undone) {
        let named = is_named(connection, person)?;
        let by_others: BTreeSet<String> =
            values.iter().filter(|one| one.brought.is_some() && !one.undone).map(|one| one.field.clone()).collect();
        for one in &mut values {
            one.undone = one.undone && ((one.leaves && !named) || by_others.contains(&one.field));
        }
    }
    let mut standing = Vec::new();
    for of_field in values.chunk_by(|one, other| one.field == other.field) {
        let among: Vec<Among<'_, _>> = of_field
            .iter()
            .map(|one| Among {
                says: one.value.value.as_str(),
                brought: one.brought.as_ref(),
                undone: one.undone,
                superseded: one.superseded,
            })
            .collect();
        let stand = brought::standing(&among).into_iter();
        standing.extend(stand.filter_map(|number| of_field.get(number)).map(|one| one.value.clone()));
    }
    Ok(standing)
}

/// The values of a field that these entries recorded of a person, whether they stand or not.
pub fn recorded_by(
    connection: &Connection,
    person: PersonId,
    field: PersonField,
    entries: &[Hash],
) -> rusqlite::Result<Vec<Standing>> {
    let mut statement = connection.prepare_cached(
        "SELECT v.value, v.position FROM entry e JOIN person_value v ON v.position = e.position
         WHERE e.hash = ? AND v.person = ? AND v.field = ?",
    )?;
    let mut recorded = Vec::new();
    for entry in entries {
        let value = statement
            .query_row(params![entry.as_bytes(), person.as_bytes(), field.as_str()], |row| {
                Ok(Standing { field, value: row.get(0)?, position: row.get(1)?, entry: *entry })
            })
            .optional()?;
        recorded.extend(value);
    }
    Ok(recorded)
}

/// Every value of a person in a field that is known, by field and time.
fn values(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<Value>> {
    let sql = format!(
        "SELECT v.field, v.value, v.position, {columns},
           EXISTS (SELECT 1 FROM import_undone u WHERE u.batch = k.batch),
           EXISTS (SELECT 1 FROM import_undone u WHERE u.batch = k.batch AND instr(u.keeps, ?2) = 0),
           EXISTS (
             SELECT 1 FROM based_on b JOIN person_value later ON later.position = b.position
             WHERE b.seen = e.hash AND later.person = v.person AND later.field = v.field
           )
         FROM person_value v JOIN entry e ON e.position = v.position {pack}
         WHERE v.person = ?1 ORDER BY v.field, v.recorded_moment, e.hash",
        columns = brought::COLUMNS,
        pack = brought::PACK,
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params![person.as_bytes(), person.to_string()], |row| {
        let field: String = row.get(0)?;
        let Some(known) = PersonField::parse(&field) else { return Ok(None) };
        let value = Standing { field: known, value: row.get(1)?, position: row.get(2)?, entry: super::hash(row, 7)? };
        Ok(Some(Value {
            field,
            value,
            brought: brought::read(row, 3)?,
            undone: row.get(8)?,
            leaves: row.get(9)?,
            superseded: row.get(10)?,
        }))
    })?;
    rows.filter_map(Result::transpose).collect()
}

/// The person of that id.
pub fn find(connection: &Connection, id: PersonId) -> rusqlite::Result<Option<Person>> {
    connection.prepare_cached(&format!("{SELECT} WHERE id = ?"))?.query_row([id.as_bytes()], read).optional()
}

/// Everybody who was of one group with a person when the view was folded.
pub(crate) fn of_group(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached(
            "SELECT other.id FROM person one JOIN person other ON other.same_as = one.same_as WHERE one.id = ?",
        )?
        .query_map([person.as_bytes()], |row| row.get(0).map(PersonId::from_bytes))?
        .collect()
}

/// Everybody, with the folded name: for matching a whole file against them.
pub fn all_folded(connection: &Connection) -> rusqlite::Result<Vec<(Person, String)>> {
    connection.prepare_cached(SELECT)?.query_map([], |row| Ok((read(row)?, row.get(9)?)))?.collect()
}

/// People whose names hold every word of `search`, by name; with the number of all that match.
pub fn search(connection: &Connection, search: &str, limit: u32) -> rusqlite::Result<(Vec<Person>, u32)> {
    let words: Vec<String> = fold(search).split_whitespace().map(str::to_owned).collect();
    let mut statement = connection.prepare_cached(&format!("{SELECT} ORDER BY folded, id"))?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    let mut total = 0;
    while let Some(row) = rows.next()? {
        let folded: String = row.get(9)?;
        if words.iter().all(|word| folded.contains(word.as_str())) {
            total += 1;
            if total <= limit {
                found.push(read(row)?);
            }
        }
    }
    Ok((found, total))
}

pub use domain::names::fold;
