//! `holdfast-hub`: sets a hub up, runs it, and does what its administrator does by hand.

mod commands;

use std::{io::IsTerminal, process::ExitCode};

use clap::Parser;
use tracing_subscriber::EnvFilter;

/// Unless RUST_LOG says otherwise: what the hub does, and only the troubles of its libraries.
const LOG: &str = "warn,hub=info,holdfast_hub=info";

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::try_from_default_env().unwrap_or_else(|_| LOG.into()))
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .init();
    match commands::run(commands::Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Nobody is left to tell when even this cannot be written.
            let _unheard = commands::complain(&error);
            ExitCode::FAILURE
        }
    }
}
