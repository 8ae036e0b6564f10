//! What crosses the edge: one file a subject. Times are RFC 3339 strings with offset; dates are
//! `YYYY-MM-DD`; ids are UUIDs and hashes lower-case hex, both as strings; counts are `u32`
//! (a 64-bit number would not survive JavaScript).

mod casebook;
mod check;
mod child;
mod delivery;
mod documents;
mod drafts;
mod facts;
mod files;
mod form_desk;
mod forms;
mod history;
mod packs;
mod people;
mod records;
mod responses;
mod search;
mod session;
mod settings;
mod work;
mod writing;

pub use casebook::*;
pub use check::*;
pub use child::*;
pub use delivery::*;
pub use documents::*;
pub use drafts::*;
pub use facts::*;
pub use files::*;
pub use form_desk::*;
pub use forms::*;
pub use history::*;
pub use packs::*;
pub use people::*;
pub use records::*;
pub use responses::*;
pub use search::*;
pub use session::*;
pub use settings::*;
pub use work::*;
pub use writing::*;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A command that needs nothing.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// One thing, by its id.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ById {
    /// UUID.
    pub id: String,
}
