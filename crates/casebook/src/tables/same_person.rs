//! Who is the same person by decisions that stand. Nothing is merged: files of one group are shown
//! together while the decisions stand.

use std::collections::BTreeSet;

use domain::{Fact, FactId, FactKind, PersonId};
use rusqlite::Connection;

use crate::tables;

/// Everybody who is the same person as this one, themselves included, by id.
pub fn group(connection: &Connection, person: PersonId) -> rusqlite::Result<BTreeSet<PersonId>> {
    let mut group = BTreeSet::from([person]);
    let mut next = vec![person];
    while let Some(person) = next.pop() {
        for decision in tables::fact::of(connection, person, FactKind::SamePerson)? {
            let Fact::SamePerson(decision) = decision.says else { continue };
            for other in [decision.one, decision.other] {
                if decision.same && group.insert(other) {
                    next.push(other);
                }
            }
        }
    }
    Ok(group)
}

/// Who stands for the group: the lowest id, so that every device names the same one.
pub(crate) fn first(connection: &Connection, person: PersonId) -> rusqlite::Result<PersonId> {
    Ok(group(connection, person)?.first().copied().unwrap_or(person))
}

/// Everybody about whom a decision stands whether they are this person, either way, and this person
/// with all who are the same.
pub fn decided_with(connection: &Connection, person: PersonId) -> rusqlite::Result<BTreeSet<PersonId>> {
    let mut decided = group(connection, person)?;
    for decision in tables::fact::of(connection, person, FactKind::SamePerson)? {
        if let Fact::SamePerson(decision) = decision.says {
            decided.extend([decision.one, decision.other]);
        }
    }
    Ok(decided)
}

/// Every pair about which a decision stands, either way, the lower id first.
pub fn decided_pairs(connection: &Connection) -> rusqlite::Result<BTreeSet<(PersonId, PersonId)>> {
    let mut pairs = BTreeSet::new();
    for decision in tables::fact::all(connection, FactKind::SamePerson)? {
        if let Fact::SamePerson(decision) = decision.says {
            pairs.insert((decision.one.min(decision.other), decision.one.max(decision.other)));
        }
    }
    Ok(pairs)
}

/// Every decision about a pair that was ever recorded, withdrawn ones too.
pub fn ledger(connection: &Connection) -> rusqlite::Result<Vec<FactId>> {
    connection
        .prepare_cached("SELECT DISTINCT fact FROM fact_version WHERE kind = ?")?
        .query_map([FactKind::SamePerson.as_str()], |row| row.get(0).map(FactId::from_bytes))?
        .collect()
}
