//! Whether a hidden address is kept from the person who acts. The rule is in `domain`; here is what it
//! asks of the casebook.

use casebook::tables;
use chrono::NaiveDate;
use domain::{
    Fact, FactKind, PersonId,
    facts::{Address, Worker, is_kept_from},
};
use rusqlite::Connection;

use crate::{AppFault, Session};

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
    for person in address.hidden_from.iter().chain(&perpetrators) {
        if works_with(session, reading, *person, today)? {
            works_with_them.push(*person);
        }
    }
    Ok(is_kept_from(address, &perpetrators, &works_with_them))
}

/// Whoever is known to have abused one of these people, whenever that was: that somebody wrote an end
/// to it does not make the address safe to give.
fn perpetrators_of(reading: &Connection, about: &[PersonId]) -> Result<Vec<PersonId>, AppFault> {
    let mut found = Vec::new();
    for person in about {
        for file in tables::same_person::group(reading, *person)? {
            for known in tables::fact::of(reading, file, FactKind::Relationship)? {
                let Fact::Relationship(known) = known.says else { continue };
                match known.relation.as_str() {
                    "perpetrator_of_abuse" if known.to == file => found.push(known.of),
                    "victim_of_abuse" if known.of == file => found.push(known.to),
                    _ => {}
                }
            }
        }
    }
    Ok(found)
}

/// Whether the person who acts is allocated to somebody on a day, on whichever of their files.
fn works_with(session: &Session, reading: &Connection, person: PersonId, day: NaiveDate) -> Result<bool, AppFault> {
    for file in tables::same_person::group(reading, person)? {
        for known in tables::fact::of(reading, file, FactKind::Allocation)? {
            let Fact::Allocation(allocation) = &known.says else { continue };
            if let Some(worker) = &allocation.worker
                && known.says.holds_on(day)
                && is_me(session, reading, worker)?
            {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Whether a worker is the person who acts: by their id where it is known, else by their name, as
/// packs bring it.
fn is_me(session: &Session, reading: &Connection, worker: &Worker) -> Result<bool, AppFault> {
    let me = session.actor().author;
    if let Some(author) = worker.author {
        return Ok(author == me);
    }
    let named = tables::author::find(reading, me)?.map(|author| single_spaced(&author.name));
    Ok(named.is_some_and(|name| name == single_spaced(&worker.name)))
}

fn single_spaced(name: &str) -> String {
    tables::person::fold(&name.split_whitespace().collect::<Vec<_>>().join(" "))
}
