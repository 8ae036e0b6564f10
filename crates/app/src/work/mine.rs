//! Whose children are mine: allocations know a worker by e-mail address, by name, or as an author.

use std::collections::BTreeSet;

use casebook::tables::{self, person::fold};
use domain::{FactKind, facts::Worker};
use rusqlite::Connection;

use crate::{AppFault, Session};

/// Under what keys allocations of the one who acts are found.
pub(crate) fn my_keys(session: &Session, reading: &Connection) -> Result<BTreeSet<String>, AppFault> {
    let me = session.actor().author;
    let Some(author) = tables::author::find(reading, me)? else { return Ok(BTreeSet::new()) };
    let by_name = |name: &str| Worker { name: name.to_owned(), email: None, author: None }.key();
    let mine = by_name(&author.name);
    let mut keys = BTreeSet::from([mine.clone()]);
    for worker in tables::worker::all(reading)? {
        // A namesake who is known as another author is somebody else.
        let same = worker.author.map_or_else(|| fold(&by_name(&worker.name)) == fold(&mine), |known| known == me);
        if same {
            keys.insert(worker.key());
        }
    }
    Ok(keys)
}

/// Allocations of the one who acts, those that ended included.
pub(super) fn my_allocations(session: &Session, reading: &Connection) -> Result<Vec<tables::fact::Known>, AppFault> {
    let mut all = Vec::new();
    for key in my_keys(session, reading)? {
        all.extend(tables::fact::with(reading, FactKind::Allocation, &key)?);
    }
    Ok(all)
}
