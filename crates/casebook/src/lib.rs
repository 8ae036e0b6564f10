//! The encrypted store of one person on one laptop.
//!
//! A casebook is a folder: the key file (see `vault`), an SQLCipher database, and sealed files. In
//! the database stand the journal, which is never changed; views, which are folded from it and can
//! be rebuilt; and what is kept beside it: drafts, receipts, settings.
//!
//! All writing goes through [`Casebook::write`], the one gate: appending an entry, applying it to
//! the views and whatever belongs to the same act commit together or not at all. This room decides
//! nothing about who may do what: that is `app`.

mod casebook;
mod check;
mod device;
mod fault;
mod fold;
mod gate;
mod history;
mod index;
mod key;
mod migrate;
mod open;
mod people;
mod rebuild;
mod receive;
pub mod tables;

pub use casebook::{Casebook, NewCasebook};
pub use check::{CheckReport, Fault as CheckFault, Progress};
pub use fault::{CasebookFault, OpenFault};
pub use gate::{Appended, Gate, Reading};
pub use history::NotesTaken;
pub use index::{texts_of_document, texts_of_record};
pub use receive::{ReceiveFault, Received};
