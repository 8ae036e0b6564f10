//! The desktop shell: one window, one command, the dialogs of the system. It knows no rule of the
//! work: what a command means is `api`'s business, and this is one of its hosts.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod arguments;
mod closing;
mod hardening;
mod host;
mod log;
mod rpc;
mod window;

use std::{io::Write as _, process::ExitCode, sync::Arc};

use anyhow::Context as _;
use clap::Parser as _;

fn main() -> ExitCode {
    // Before anything that could be worth a dump is in memory.
    hardening::no_dumps();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            let _ = writeln!(std::io::stderr(), "{fault:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> anyhow::Result<()> {
    let folder = arguments::Arguments::parse().folder()?;
    window::needs_a_display()?;
    let _log = log::start(&folder);

    let app = api::App::new(&folder, Arc::new(app::SystemClock)).context("Holdfast cannot start")?;
    tauri::Builder::default()
        .manage(rpc::Shell::new(app))
        .invoke_handler(tauri::generate_handler![rpc::rpc])
        .on_window_event(closing::on_event)
        .setup(move |tauri| Ok(window::open(tauri, &folder)?))
        .run(tauri::generate_context!())
        .context("the window cannot be opened")
}
