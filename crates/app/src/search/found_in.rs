//! What stands on one person's file with some words.

use casebook::tables::{
    self,
    search::{self, Asked, Thing},
};
use domain::{PersonId, facts::Target};
use rusqlite::Connection;

use crate::AppFault;

/// Nobody reads on after so many.
const MOST: u32 = 5_000;

/// Records, notes and documents on a person's file, and on the files that are the same person's, in
/// which every word stands, the last one as a beginning; newest event first.
pub(crate) fn found_in(reading: &Connection, person: PersonId, words: &str) -> Result<Vec<Target>, AppFault> {
    let Some(asked) = Asked::read(reading, words)? else { return Ok(Vec::new()) };
    let files: Vec<PersonId> = tables::same_person::group(reading, person)?.into_iter().collect();
    let mut found = Vec::new();
    for (_, thing) in search::newest(reading, &asked, &files, None, MOST)? {
        found.extend(match thing {
            Thing::Record(record) => Some(Target::Record(record)),
            Thing::Document(fact) => Some(Target::Fact(fact)),
            Thing::Note(number) => tables::note::id_at(reading, number)?.map(Target::Note),
        });
    }
    Ok(found)
}
