//! What a person can do: one verb a file. Every verb, reads included, begins with [`permit`], and
//! whatever it changes goes through the casebook's one gate.
//!
//! [`App`] is the program with a casebook that is absent, locked or open; a [`Session`] is the open
//! casebook with the person who acts. Hosts (window, devhost, command line) hold an `App` and know
//! none of the rules here.

mod app;
pub mod care;
mod catalogue;
pub mod child;
mod clock;
pub mod delivery;
pub mod documents;
pub mod drafts;
pub mod facts;
mod fault;
pub mod files;
mod folder;
pub mod form_desk;
mod in_force;
pub mod keys;
pub mod packs;
pub mod people;
mod permit;
pub mod records;
pub mod responses;
pub mod search;
mod session;
pub mod work;
pub mod writing;

pub use app::{App, Standing};
pub use catalogue::{Catalogue, list_label};
pub use clock::SystemClock;
pub use fault::AppFault;
pub use folder::{default_folder, version};
pub use in_force::FormInForce;
pub use session::Session;
