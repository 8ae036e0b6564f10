//! People on file: added, corrected, listed, and found again when somebody looks for their like.

mod add;
mod amend;
mod duplicates;
mod emergency_id;
mod fields;
mod find_matches;
mod list;
pub mod matching;
mod pair;
mod status;

pub use add::{NewPerson, add_person};
pub use amend::{Amendment, amend_person};
pub use duplicates::{Decision, Duplicates, Pair, duplicates};
pub use emergency_id::give_emergency_id;
pub(crate) use fields::optional_name;
pub use find_matches::{FindMatches, MatchRow, find_matches};
pub(crate) use list::Rows;
pub use list::{CaseloadRow, caseload_row, list_people};
pub use pair::{mark_id, pair_id};
pub(crate) use status::status_on;
