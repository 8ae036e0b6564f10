//! Drafts: whatever is typed is kept, valid or not, until it is filed.

mod check;
mod list;
mod open;
mod save;
mod set_aside;
mod set_children;
mod start;

pub use check::{CheckedDraft, check_draft};
pub(crate) use list::rows_about;
pub use list::{DraftRow, list_drafts};
pub use open::{OpenDraft, open_draft};
pub(crate) use open::{find, read_answers};
pub use save::{SavedDraft, save_draft};
pub use set_aside::{restore_draft, set_aside_draft};
pub use set_children::set_children;
pub use start::{StartDraft, list_forms, start_draft};
