//! What `api` asks of the window: a dialog, and to end and start again.

use std::path::PathBuf;

use api::{ApiError, Code};
use domain::paper::Paper;
use tauri::{Manager as _, WebviewWindow};

/// The window as a host of the api.
pub(crate) struct Window {
    window: WebviewWindow,
}

impl Window {
    pub(crate) fn new(window: WebviewWindow) -> Self {
        Self { window }
    }
}

impl api::Host for Window {
    fn is_window(&self) -> bool {
        true
    }

    fn ask_where_to_save(&self, suggested: &str) -> Result<Option<PathBuf>, ApiError> {
        let dialog = rfd::AsyncFileDialog::new().set_parent(&self.window).set_file_name(suggested);
        let chosen = tauri::async_runtime::block_on(dialog.save_file());
        Ok(chosen.map(|file| file.path().to_owned()))
    }

    fn ask_which_file(&self, kinds: &[&str]) -> Result<Option<PathBuf>, ApiError> {
        let dialog = rfd::AsyncFileDialog::new().set_parent(&self.window).add_filter(kinds.join(", "), kinds);
        let chosen = tauri::async_runtime::block_on(dialog.pick_file());
        Ok(chosen.map(|file| file.path().to_owned()))
    }

    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, ApiError> {
        print::pdf(paper).map_err(|_| ApiError::plain(Code::NotPrinted))
    }

    /// Started again with the same arguments: the system clears the memory of the old process, where
    /// notes and keys were.
    fn locked(&self) {
        self.window.app_handle().request_restart();
    }
}
