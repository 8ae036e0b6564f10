//! Where candidates are looked up: in the store for one person, in memory for a whole file.

use casebook::tables::person_find::{self, Sort};
use domain::PersonId;
use rusqlite::Connection;

use crate::AppFault;

/// What people are found by.
pub(super) trait Index {
    /// How it names a person.
    type Id: Copy + Ord;
    /// Who is found by a value.
    fn with(&self, sort: Sort, value: &str) -> Result<Vec<Self::Id>, AppFault>;
    /// Values that begin so.
    fn beginning(&self, sort: Sort, begins: &str) -> Result<Vec<String>, AppFault>;
}

/// The store.
pub(super) struct InStore<'a>(pub(super) &'a Connection);

/// Most people of one value who are looked at: beyond it, a value tells nobody apart.
pub(super) const MOST: u32 = 5_000;

impl Index for InStore<'_> {
    type Id = PersonId;

    fn with(&self, sort: Sort, value: &str) -> Result<Vec<PersonId>, AppFault> {
        Ok(person_find::with(self.0, sort, value, MOST)?)
    }

    fn beginning(&self, sort: Sort, begins: &str) -> Result<Vec<String>, AppFault> {
        Ok(person_find::values_beginning(self.0, sort, begins)?)
    }
}
