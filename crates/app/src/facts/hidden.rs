//! Whether a hidden address is kept from the person who acts. The rule is in `domain`; here is what it
//! asks of the casebook.

use std::collections::BTreeSet;

use casebook::tables;
use chrono::NaiveDate;
use domain::{
    Fact, FactKind, PersonId,
    facts::{Address, Worker, is_kept_from},
};
use rusqlite::Connection;

use super::about::{groups, standing_of};
use crate::{AppFault, Session, work::my_keys};

/// Whether an address on the files of `about` is kept from the person who acts.
pub(crate) fn is_kept(
    session: &Session,
    reading: &Connection,
    about: &[PersonId],
    address: &Address,
    today: NaiveDate,
) -> Result<bool, AppFault> {
    if !address.hidden {
        return Ok(false);
    }
    let perpetrators = perpetrators_of(reading, about)?;
    let mut works_with_them = Vec::new();
    let mine = my_keys(session, reading)?;
    for person in address.hidden_from.iter().chain(&perpetrators) {
        if works_with(session, reading, &mine, *person, today)? {
            works_with_them.push(*person);
        }
    }
    Ok(is_kept_from(address, &perpetrators, &works_with_them))
}

/// Whoever is known to have abused one of these people, whenever that was: that somebody wrote an end
/// to it does not make the address safe to give.
fn perpetrators_of(reading: &Connection, about: &[PersonId]) -> Result<Vec<PersonId>, AppFault> {
    let mut found = Vec::new();
    for file in groups(reading, about)? {
        for known in tables::fact::of(reading, file, FactKind::Relationship)? {
            for version in standing_of(reading, known)? {
                let Fact::Relationship(says) = version.says else { continue };
                match says.relation.as_str() {
                    "perpetrator_of_abuse" if says.to == file => found.push(says.of),
                    "victim_of_abuse" if says.of == file => found.push(says.to),
                    _ => {}
                }
            }
        }
    }
    Ok(found)
}

/// Whether the person who acts is allocated to somebody on a day, on whichever of their files, under
/// whichever of their own names and e-mail addresses: by the same rule their children are on their list.
fn works_with(
    session: &Session,
    reading: &Connection,
    mine: &BTreeSet<String>,
    person: PersonId,
    day: NaiveDate,
) -> Result<bool, AppFault> {
    let me = session.actor().author;
    for file in tables::same_person::group(reading, person)? {
        for known in tables::fact::of(reading, file, FactKind::Allocation)? {
            for version in standing_of(reading, known)? {
                let holds = version.says.holds_on(day);
                let Fact::Allocation(allocation) = version.says else { continue };
                let is_me = |worker: &Worker| worker.author == Some(me) || mine.contains(&worker.key());
                if holds && allocation.worker.as_ref().is_some_and(is_me) {
                    return Ok(true);
                }
            }
        }
    }
    Ok(false)
}
