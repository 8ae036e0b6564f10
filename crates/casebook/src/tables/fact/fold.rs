//! Takes versions of facts in and chooses the one that is shown.

use std::collections::BTreeSet;

use domain::{Fact, FactId, FactKind, PersonId};
use journal::{Body, FactRecorded, FactWithdrawn};
use rusqlite::{Connection, params};
use vault::Hash;

use crate::{
    CasebookFault,
    tables::{
        self,
        brought::{self, Among, Brought},
    },
};

/// A version, or a withdrawal, that no later one is based on.
pub(super) struct Head {
    pub(super) position: i64,
    pub(super) entry: Hash,
    pub(super) withdrawn: bool,
    about: String,
    says: String,
}

/// Where a version came from, beside its entry.
#[derive(Clone, Copy)]
pub(crate) struct Origin<'a> {
    pub(crate) position: i64,
    pub(crate) body: &'a Body,
    /// The lost system and its day.
    pub(crate) recovered: Option<(&'a str, &'a str)>,
}

/// Takes a version in and folds its fact anew.
pub(crate) fn apply(
    connection: &Connection,
    position: i64,
    body: &Body,
    recorded: &FactRecorded,
) -> Result<(), CasebookFault> {
    let origin = Origin { position, body, recovered: None };
    take(connection, origin, recorded.fact, &recorded.about, &recorded.says)?;
    refold(connection, recorded.fact)
}

/// Takes a version in without folding: a pack brings many and folds once.
pub(crate) fn take(
    connection: &Connection,
    origin: Origin<'_>,
    fact: FactId,
    about: &[PersonId],
    says: &Fact,
) -> Result<(), CasebookFault> {
    let written = |_| CasebookFault::Row("fact");
    insert(
        connection,
        origin,
        fact,
        says.kind().as_str(),
        &serde_json::to_string(about).map_err(written)?,
        &serde_json::to_string(says).map_err(written)?,
    )
}

/// Takes a withdrawal in and folds its fact anew.
pub(crate) fn apply_withdrawn(
    connection: &Connection,
    position: i64,
    body: &Body,
    withdrawn: &FactWithdrawn,
) -> Result<(), CasebookFault> {
    insert(connection, Origin { position, body, recovered: None }, withdrawn.fact, "", "[]", "")?;
    refold(connection, withdrawn.fact)
}

fn insert(
    connection: &Connection,
    origin: Origin<'_>,
    fact: FactId,
    kind: &str,
    about: &str,
    says: &str,
) -> Result<(), CasebookFault> {
    let Origin { position, body, recovered } = origin;
    connection.prepare_cached("INSERT OR IGNORE INTO fact_version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?.execute(
        params![
            fact.as_bytes(),
            position,
            kind,
            about,
            says,
            says.is_empty(),
            body.author.as_bytes(),
            body.recorded.at.to_rfc3339(),
            body.recorded.at.timestamp(),
            recovered.map(|(system, _)| system),
            recovered.map(|(_, as_at)| as_at),
        ],
    )?;
    Ok(())
}

/// A version among the others of a fact.
struct Version {
    head: Head,
    brought: Option<Brought>,
    undone: bool,
    superseded: bool,
}

/// The versions that stand, the one shown last: what packs say, then what somebody recorded, the last
/// recorded last; ties are broken by hash, so that the order of arrival does not matter.
pub(super) fn heads(connection: &Connection, fact: FactId) -> rusqlite::Result<Vec<Head>> {
    let sql = format!(
        "SELECT v.position, v.withdrawn, v.about, v.says, {columns},
           EXISTS (SELECT 1 FROM import_undone u WHERE u.batch = k.batch),
           EXISTS (
             SELECT 1 FROM based_on b JOIN fact_version later ON later.position = b.position
             WHERE b.seen = e.hash AND later.fact = v.fact
           )
         FROM fact_version v JOIN entry e ON e.position = v.position {pack}
         WHERE v.fact = ? ORDER BY v.recorded_moment, e.hash",
        columns = brought::COLUMNS,
        pack = brought::PACK,
    );
    let versions: Vec<Version> = connection
        .prepare_cached(&sql)?
        .query_map([fact.as_bytes()], |row| {
            let head = Head {
                position: row.get(0)?,
                entry: tables::hash(row, 8)?,
                withdrawn: row.get(1)?,
                about: row.get(2)?,
                says: row.get(3)?,
            };
            Ok(Version { head, brought: brought::read(row, 4)?, undone: row.get(9)?, superseded: row.get(10)? })
        })?
        .collect::<Result<_, _>>()?;
    let among: Vec<Among<'_, _>> = versions
        .iter()
        .map(|version| Among {
            says: (version.head.about.as_str(), version.head.says.as_str()),
            brought: version.brought.as_ref(),
            undone: version.undone,
            superseded: version.superseded,
        })
        .collect();
    let stand = brought::standing(&among);
    let mut heads: Vec<Option<Head>> = versions.into_iter().map(|version| Some(version.head)).collect();
    Ok(stand.into_iter().filter_map(|number| heads.get_mut(number)?.take()).collect())
}

/// Chooses the version that is shown, and folds the people anew of whom that changes something.
fn refold(connection: &Connection, fact: FactId) -> Result<(), CasebookFault> {
    let mut people = BTreeSet::new();
    choose(connection, fact, &mut people)?;
    for person in people {
        tables::person::refold(connection, person)?;
    }
    Ok(())
}

/// Chooses the version that is shown: withdrawing on one device does not take back what another
/// recorded without knowing of it. Adds to `people` who is to be folded anew: a pack changes many facts
/// of one person.
pub(crate) fn choose(
    connection: &Connection,
    fact: FactId,
    people: &mut BTreeSet<PersonId>,
) -> Result<(), CasebookFault> {
    let before = people_of(connection, fact)?;
    connection.prepare_cached("DELETE FROM fact WHERE id = ?")?.execute([fact.as_bytes()])?;
    connection.prepare_cached("DELETE FROM fact_person WHERE fact = ?")?.execute([fact.as_bytes()])?;
    let heads = heads(connection, fact)?;
    let standing: Vec<&Head> = heads.iter().filter(|head| !head.withdrawn).collect();
    let Some(shown) = standing.last() else { return Ok(regroup(connection, &before, &[], people)?) };
    let differ = |one: &&Head| (one.about.as_str(), one.says.as_str()) != (shown.about.as_str(), shown.says.as_str());
    let sides = standing.iter().filter(|head| differ(head)).count() + 1;
    let unread = |_| CasebookFault::Row("fact");
    let says: Fact = serde_json::from_str(&shown.says).map_err(unread)?;
    let about: Vec<PersonId> = serde_json::from_str(&shown.about).map_err(unread)?;
    connection.prepare_cached("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?)")?.execute(params![
        fact.as_bytes(),
        says.kind().as_str(),
        shown.position,
        u32::try_from(sides).unwrap_or(u32::MAX),
        says.from().map(|day| day.to_string()),
        says.until().map(|day| day.to_string()),
        says.key().map(|key| tables::person::fold(&key)),
        says.group().map(tables::person::fold),
    ])?;
    for person in &about {
        connection.prepare_cached("INSERT OR IGNORE INTO fact_person VALUES (?, ?, ?)")?.execute(params![
            person.as_bytes(),
            says.kind().as_str(),
            fact.as_bytes()
        ])?;
    }
    if says.kind() == FactKind::SamePerson {
        return Ok(regroup(connection, &before, &about, people)?);
    }
    for person in before.iter().chain(&about) {
        if changes_people(says.kind()) || tables::person::is_of_undone(connection, *person)? {
            people.insert(*person);
        }
    }
    Ok(())
}

/// Everybody who was or is of a group in which a decision changed is to be folded anew.
fn regroup(
    connection: &Connection,
    before: &[PersonId],
    after: &[PersonId],
    people: &mut BTreeSet<PersonId>,
) -> rusqlite::Result<()> {
    for person in before.iter().chain(after) {
        people.extend(tables::same_person::group(connection, *person)?);
        people.extend(tables::person::of_group(connection, *person)?);
    }
    Ok(())
}

/// Kinds of which something stands in what people are found by.
fn changes_people(kind: FactKind) -> bool {
    matches!(kind, FactKind::OtherName | FactKind::Identifier | FactKind::Address | FactKind::PhoneOrEmail)
}

fn people_of(connection: &Connection, fact: FactId) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached("SELECT person FROM fact_person WHERE fact = ?")?
        .query_map([fact.as_bytes()], |row| row.get(0).map(PersonId::from_bytes))?
        .collect()
}

/// Facts that a pack brought, or another with the same lines.
pub(crate) fn of_lines(connection: &Connection, lines: Hash) -> rusqlite::Result<Vec<FactId>> {
    connection
        .prepare_cached(
            "SELECT DISTINCT v.fact FROM pack k JOIN fact_version v ON v.position = k.position
             WHERE k.lines = ? AND v.system IS NOT NULL",
        )?
        .query_map([lines.as_bytes()], |row| row.get(0).map(FactId::from_bytes))?
        .collect()
}

/// Facts of which the pack at a position says something.
pub(crate) fn of_pack(connection: &Connection, position: i64) -> rusqlite::Result<Vec<FactId>> {
    connection
        .prepare_cached("SELECT fact FROM fact_version WHERE position = ? AND system IS NOT NULL")?
        .query_map([position], |row| row.get(0).map(FactId::from_bytes))?
        .collect()
}
