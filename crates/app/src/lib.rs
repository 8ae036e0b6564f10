//! What a person can do: one verb a file. Every verb, reads included, begins with [`permit`], and
//! whatever it changes goes through the casebook's one gate.
//!
//! [`App`] is the program with a casebook that is absent, locked or open; a [`Session`] is the open
//! casebook with the person who acts. Hosts (window, devhost, command line) hold an `App` and know
//! none of the rules here.

mod app;
pub mod care;
mod catalogue;
mod clock;
pub mod delivery;
pub mod drafts;
mod fault;
mod folder;
pub mod keys;
pub mod people;
mod permit;
pub mod records;
mod session;

pub use app::{App, Standing};
pub use catalogue::Catalogue;
pub use clock::SystemClock;
pub use fault::AppFault;
pub use folder::{default_folder, version};
pub use session::Session;
