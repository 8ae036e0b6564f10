//! One box that finds people, notes, records, documents and forms.

mod everything;
mod found_in;
mod people;
mod pieces;
mod pin;
mod texts;
mod understood;

pub use everything::{Among, Found, FoundForm, SearchFor, search};
pub(crate) use found_in::found_in;
pub use people::{FitsBy, FoundPerson};
pub use pin::pin_person;
pub use texts::{FoundText, TextKind};
