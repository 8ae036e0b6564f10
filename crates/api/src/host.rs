//! What a command may need of the program that hosts it.

use std::path::PathBuf;

use domain::paper::Paper;

use crate::ApiError;

/// The window, the devhost or the command line.
pub trait Host: Send + Sync {
    /// Whether it has dialogs and a print sheet of its own.
    fn is_window(&self) -> bool;

    /// Asks where to save a file. The path never reaches a screen's code.
    ///
    /// # Errors
    /// `no_dialog` where the host has none. `Ok(None)`: the person closed the dialog.
    fn ask_where_to_save(&self, suggested: &str) -> Result<Option<PathBuf>, ApiError>;

    /// Asks which file to read; `kinds` are the endings that are offered. The path never reaches a
    /// screen's code.
    ///
    /// # Errors
    /// `no_dialog` where the host has none. `Ok(None)`: the person closed the dialog.
    fn ask_which_file(&self, kinds: &[&str]) -> Result<Option<PathBuf>, ApiError>;

    /// Lays a document out as PDF. Hosts do it: the library for it is heavy, and no rule of the work.
    ///
    /// # Errors
    /// `not_printed`.
    fn pdf(&self, paper: &Paper) -> Result<Vec<u8>, ApiError>;

    /// The casebook was locked: a window ends its process and starts again at the unlock screen.
    fn locked(&self);
}
