//! A browser has no dialogs of ours and no process to end.

use std::path::PathBuf;

use api::{ApiError, Code, Host};
use domain::paper::Paper;

/// The browser as host.
pub(crate) struct Browser;

impl Host for Browser {
    fn is_window(&self) -> bool {
        false
    }

    fn ask_where_to_save(&self, _: &str) -> Result<Option<PathBuf>, ApiError> {
        Err(ApiError::plain(Code::NoDialog))
    }

    fn ask_which_file(&self, _: &[&str]) -> Result<Option<PathBuf>, ApiError> {
        Err(ApiError::plain(Code::NoDialog))
    }

    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, ApiError> {
        print::pdf(paper).map_err(|_| ApiError::plain(Code::NotPrinted))
    }

    fn locked(&self) {}
}
