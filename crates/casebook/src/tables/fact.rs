//! View: facts about people, every version of them and the one that is shown.

mod fold;

use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::{AuthorId, Fact, FactId, FactKind, PersonId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use vault::Hash;

pub(crate) use self::fold::{Origin, apply, apply_withdrawn, choose, of_lines, of_pack, take};

/// A fact as it is shown, or one of the versions that stand side by side.
#[derive(Clone, PartialEq, Eq)]
pub struct Known {
    /// The fact.
    pub id: FactId,
    /// Whose files it stands on.
    pub about: Vec<PersonId>,
    /// What it says.
    pub says: Fact,
    /// The entry's place. What several packs say alike has the place of the first that came here: the
    /// others bring nothing new.
    pub position: i64,
    /// The entry's hash: what a correction is based on.
    pub entry: Hash,
    /// How many versions that differ stand side by side.
    pub heads: u32,
    /// Who recorded it.
    pub author: AuthorId,
    /// When it was recorded.
    pub recorded: DateTime<FixedOffset>,
    /// The lost system that it was recovered from, and its day.
    pub recovered: Option<(String, NaiveDate)>,
}

domain::named_only!(Known);

const COLUMNS: &str = "v.fact, v.about, v.says,
  CASE WHEN v.system IS NULL THEN v.position ELSE (
    SELECT coalesce(min(alike.position), v.position) FROM fact_version alike
    WHERE alike.fact = v.fact AND alike.system IS NOT NULL AND alike.says = v.says AND alike.about = v.about
      AND NOT EXISTS (SELECT 1 FROM pack k JOIN import_undone u ON u.batch = k.batch WHERE k.position = alike.position)
  ) END, e.hash, v.author, v.recorded, v.system, v.as_at";

const SHOWN: &str = "FROM fact f JOIN fact_version v ON v.fact = f.id AND v.position = f.position
  JOIN entry e ON e.position = v.position";

fn read(row: &Row<'_>) -> rusqlite::Result<Known> {
    let about: Vec<PersonId> = super::json(row, 1)?;
    let system: Option<String> = row.get(7)?;
    let as_at: Option<String> = row.get(8)?;
    Ok(Known {
        id: FactId::from_bytes(row.get(0)?),
        about,
        says: super::json(row, 2)?,
        position: row.get(3)?,
        entry: super::hash(row, 4)?,
        author: AuthorId::from_bytes(row.get(5)?),
        recorded: super::moment(row, 6)?,
        recovered: system.zip(as_at.and_then(|day| day.parse().ok())),
        heads: super::count(row, 9)?,
    })
}

/// The fact of that id, as shown; none when it was withdrawn.
pub fn find(connection: &Connection, id: FactId) -> rusqlite::Result<Option<Known>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS}, f.heads {SHOWN} WHERE f.id = ?"))?
        .query_row([id.as_bytes()], read)
        .optional()
}

/// Facts of a kind on a person's file, the newest beginning first.
pub fn of(connection: &Connection, person: PersonId, kind: FactKind) -> rusqlite::Result<Vec<Known>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, f.heads {SHOWN} JOIN fact_person p ON p.fact = f.id
             WHERE p.person = ?1 AND p.kind = ?2 ORDER BY f.begins DESC, f.id"
        ))?
        .query_map(params![person.as_bytes(), kind.as_str()], read)?
        .collect()
}

/// All facts on a person's file, by kind, the newest beginning first.
pub fn all_of(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<Known>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, f.heads {SHOWN} JOIN fact_person p ON p.fact = f.id
             WHERE p.person = ?1 ORDER BY f.kind, f.begins DESC, f.id"
        ))?
        .query_map([person.as_bytes()], read)?
        .collect()
}

/// Facts of a kind that are looked up by a value (folded here), the newest beginning first.
pub fn with(connection: &Connection, kind: FactKind, find: &str) -> rusqlite::Result<Vec<Known>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, f.heads {SHOWN} WHERE f.kind = ?1 AND f.find = ?2 ORDER BY f.begins DESC, f.id"
        ))?
        .query_map(params![kind.as_str(), super::person::fold(find)], read)?
        .collect()
}

/// Facts of a kind that are gathered under a value: allocations of a team.
pub fn under(connection: &Connection, kind: FactKind, gather: &str) -> rusqlite::Result<Vec<Known>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, f.heads {SHOWN} WHERE f.kind = ?1 AND f.gather = ?2 ORDER BY f.begins DESC, f.id"
        ))?
        .query_map(params![kind.as_str(), super::person::fold(gather)], read)?
        .collect()
}

/// All facts of a kind, the newest beginning first.
pub fn all(connection: &Connection, kind: FactKind) -> rusqlite::Result<Vec<Known>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS}, f.heads {SHOWN} WHERE f.kind = ?1 ORDER BY f.begins DESC, f.id"))?
        .query_map([kind.as_str()], read)?
        .collect()
}

/// The versions that stand side by side, the one shown last. Withdrawals are left out.
pub fn standing(connection: &Connection, id: FactId) -> rusqlite::Result<Vec<Known>> {
    let heads = fold::heads(connection, id)?;
    let mut versions = Vec::new();
    for head in heads.iter().filter(|head| !head.withdrawn) {
        versions.extend(at(connection, id, head.position)?);
    }
    Ok(versions)
}

/// Hashes of all entries that stand: what the next version is based on.
pub fn seen(connection: &Connection, id: FactId) -> rusqlite::Result<Vec<Hash>> {
    Ok(fold::heads(connection, id)?.into_iter().map(|head| head.entry).collect())
}

/// Every version of a fact but withdrawals and what undone packs said, the last recorded last: its
/// history.
pub fn versions(connection: &Connection, id: FactId) -> rusqlite::Result<Vec<Known>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, 1 FROM fact_version v JOIN entry e ON e.position = v.position
             WHERE v.fact = ? AND v.withdrawn = 0 AND (v.system IS NULL OR NOT EXISTS (
               SELECT 1 FROM pack k JOIN import_undone u ON u.batch = k.batch WHERE k.position = v.position))
             ORDER BY v.recorded_moment, v.position"
        ))?
        .query_map([id.as_bytes()], read)?
        .collect()
}

/// Every version of a fact but withdrawals, what undone packs said included, the last recorded last: what
/// somebody may have had before them.
pub fn ever(connection: &Connection, id: FactId) -> rusqlite::Result<Vec<Known>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, 1 FROM fact_version v JOIN entry e ON e.position = v.position
             WHERE v.fact = ? AND v.withdrawn = 0 ORDER BY v.recorded_moment, v.position"
        ))?
        .query_map([id.as_bytes()], read)?
        .collect()
}

/// Whether packs with these lines alone say what stands of a fact. [`Known::position`] does not tell: what
/// packs with other lines say alike has the place of the first of them.
pub fn is_of_lines(connection: &Connection, id: FactId, lines: Hash) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare_cached(
        "SELECT 1 FROM fact_version v JOIN pack k ON k.position = v.position
         WHERE v.fact = ? AND v.position = ? AND v.system IS NOT NULL AND k.lines = ?",
    )?;
    for head in fold::heads(connection, id)?.iter().filter(|head| !head.withdrawn) {
        if !statement.exists(params![id.as_bytes(), head.position, lines.as_bytes()])? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn at(connection: &Connection, id: FactId, position: i64) -> rusqlite::Result<Option<Known>> {
    connection
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, 1 FROM fact_version v JOIN entry e ON e.position = v.position
             WHERE v.fact = ? AND v.position = ?"
        ))?
        .query_row(params![id.as_bytes(), position], read)
        .optional()
}
