//! Where the casebook stands when nobody says otherwise.

use std::path::PathBuf;

/// The casebook's folder in this person's data folder; none on a system that has no such thing.
pub fn default_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", "Holdfast").map(|dirs| dirs.data_local_dir().join("casebook"))
}

/// Version of Holdfast.
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}
