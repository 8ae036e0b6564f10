//! What may be said when the window is started.

use std::path::PathBuf;

use anyhow::Context as _;

/// Record children's social work when the systems are gone.
#[derive(clap::Parser)]
#[command(name = "holdfast-desktop", version)]
pub(crate) struct Arguments {
    /// The folder of the casebook [default: in this person's data folder].
    #[arg(long, value_name = "DIR", env = "HOLDFAST_CASEBOOK")]
    casebook: Option<PathBuf>,
}

impl Arguments {
    /// The casebook's folder.
    pub(crate) fn folder(self) -> anyhow::Result<PathBuf> {
        self.casebook
            .or_else(app::default_folder)
            .context("this system names no folder for a person's data: say --casebook DIR")
    }
}
