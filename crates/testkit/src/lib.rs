//! Builders, a temporary PostgreSQL, an in-process hub: what the tests of several rooms share.
//! For tests only; nothing that ships may depend on it.

mod casebook;
pub mod clock;
pub mod entries;
mod hub;
pub mod people;
mod postgres;

pub use crate::casebook::{SALT, TempCasebook, create_in, key};
pub use crate::hub::{HubSnapshot, TestHub};
pub use postgres::{TempDatabase, TempPostgres};
