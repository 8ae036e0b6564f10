//! Who is the same person by decisions that stand. Nothing is merged: files of one group are shown
//! together while the decisions stand.

use std::collections::BTreeSet;

use domain::{Fact, FactKind, PersonId};
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
