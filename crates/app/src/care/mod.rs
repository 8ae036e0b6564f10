//! The casebook as a whole: its settings, its check.

mod author;
mod check;
mod rebuild;
mod settings;

pub use author::author;
pub use check::{CheckJob, CheckProgress, FinishedCheck, cancel_check, check_casebook, check_progress, start_check};
pub use rebuild::rebuild_views;
pub(crate) use settings::edits_forms;
pub use settings::{Settings, save_settings, settings};
