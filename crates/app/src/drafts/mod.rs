//! Drafts: whatever is typed is kept, valid or not, until it is filed.

mod begin_with;
mod check;
mod last_time;
mod left_behind;
mod list;
mod marks;
mod move_draft;
mod open;
mod save;
mod set_aside;
mod set_children;
mod start;

pub use check::{CheckedDraft, check_draft};
pub use last_time::LastAnswer;
pub(crate) use left_behind::left_for;
pub(crate) use list::rows_about;
pub use list::{DraftRow, list_drafts};
pub use move_draft::{DraftMove, compare_draft, move_draft};
pub use open::{Beside, Newer, OpenDraft, beside, open_draft};
pub(crate) use open::{find, read_answers};
pub use save::{SavedDraft, save_draft};
pub use set_aside::{restore_draft, set_aside_draft};
pub use set_children::set_children;
pub(crate) use start::offered;
pub use start::{StartDraft, list_forms, start_draft};
