//! Filed records.

mod file;
mod file_plain;
mod find;
mod open;
mod row;

pub(crate) use file::keep_definition;
pub use file::{Filed, file_draft};
pub use file_plain::{PlainAnswers, file_plain};
pub use find::find_record;
pub use open::{ImportedFrom, OpenRecord, OtherVersion, open_record};
pub use row::RecordRow;
pub(crate) use row::row;
