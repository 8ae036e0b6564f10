//! The id that Holdfast gives while the central system is away.

use casebook::tables::person_find::{Sort, with};
use domain::{
    Fact,
    facts::{IdScheme, Identifier},
    identifiers::emergency_id,
    likeness::plain,
};
use rusqlite::Connection;

use crate::AppFault;

/// How often a drawn id may stand on this file already before something is wrong with the drawing.
const TRIES: u32 = 100;

/// An emergency id that nobody on file has: 25 bits by chance, until enrolment packs bring blocks of
/// their own. Another laptop may draw the same; both are then shown.
pub(super) fn draw(reading: &Connection) -> Result<Fact, AppFault> {
    for _ in 0..TRIES {
        let value = emergency_id(u32::from_be_bytes(vault::random_bytes()?));
        if with(reading, Sort::Id, &plain(&value), 1)?.is_empty() {
            return Ok(Fact::Identifier(Identifier { scheme: IdScheme::Emergency, value, from: None, until: None }));
        }
    }
    Err(AppFault::Internal("every emergency id is taken"))
}
