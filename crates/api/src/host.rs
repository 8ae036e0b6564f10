//! What a command may need of the program that hosts it.

use std::path::PathBuf;

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

    /// The casebook was locked: a window ends its process and starts again at the unlock screen.
    fn locked(&self);
}
