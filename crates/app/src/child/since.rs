//! What is new since somebody last looked.

use std::collections::BTreeSet;

use casebook::tables::{self, file_opening::Opening};
use chrono::{DateTime, FixedOffset, TimeDelta};
use domain::PersonId;
use rusqlite::Connection;

use super::file::File;
use crate::{
    AppFault, Session,
    facts::{FactShown, Showing},
};

/// Openings that follow one another within this time are one look: a reload does not make everything old.
pub(super) const RELOAD: TimeDelta = TimeDelta::minutes(30);

/// What is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// When the person who acts last looked.
    pub looked: DateTime<FixedOffset>,
    /// New and changed records, and recovered notes.
    pub records: u32,
    /// New and changed facts.
    pub facts: u32,
}

/// The last look of the person who acts at some files, before a place in the journal: none of the look
/// that is going on.
pub(super) fn looked_before(
    session: &Session,
    reading: &Connection,
    people: &BTreeSet<PersonId>,
    before: i64,
) -> Result<Option<Opening>, AppFault> {
    let me = session.actor().author;
    // The look that is going on began with the first opening that no longer pause parts from now.
    let (mut edge, mut before) = (session.clock.now().fixed_offset(), before);
    loop {
        let mut last: Option<Opening> = None;
        for person in people {
            let opening = tables::file_opening::last(reading, *person, me, before)?;
            last = opening.into_iter().chain(last).max_by_key(|opening| opening.position);
        }
        match last {
            Some(opening) if edge.signed_duration_since(opening.recorded) < RELOAD => {
                (edge, before) = (edge.min(opening.recorded), opening.position);
            }
            other => return Ok(other),
        }
    }
}

/// Counts what is new on a file.
pub(super) fn since(
    opening: Option<&Opening>,
    file: &File,
    facts: &[FactShown],
    showing: &Showing<'_>,
) -> Option<Since> {
    let opening = opening?;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let records = file.stubs.iter().filter(|stub| {
        // Documents and episodes are facts, and counted with them.
        let counted = matches!(stub.thing.target(), domain::facts::Target::Record(_) | domain::facts::Target::Note(_));
        counted && showing.is_new(stub.position, stub.by, stub.is_note())
    });
    Some(Since {
        looked: opening.recorded,
        records: number(records.count()),
        facts: number(facts.iter().filter(|fact| fact.new).count()),
    })
}
