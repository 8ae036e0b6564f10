//! The log: codes and ids, a file a day, for a week. It lies beside the casebook's folder, so that a
//! copy of the casebook does not take it along.

use std::path::Path;

use tracing_appender::{non_blocking::WorkerGuard, rolling};
use tracing_subscriber::EnvFilter;

/// Only our own rooms write: a library could log what it handles.
const ROOMS: &str = "off,holdfast_desktop=info,api=info,app=info,casebook=info,sync=info";

/// Writes the log until the guard is dropped. A log that cannot be written stops nobody from
/// recording: then there is none.
pub(crate) fn start(casebook: &Path) -> Option<WorkerGuard> {
    let folder = casebook.parent()?.join("log");
    make(&folder).ok()?;
    let file = rolling::Builder::new()
        .rotation(rolling::Rotation::DAILY)
        .filename_prefix("holdfast")
        .filename_suffix("log")
        .max_log_files(7)
        .build(&folder)
        .ok()?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    tracing_subscriber::fmt()
        .with_writer(writer)
        .with_ansi(false)
        .with_env_filter(EnvFilter::new(ROOMS))
        .try_init()
        .ok()?;
    // A panic's own words may hold what was being worked on; the place in the source does not.
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        tracing::error!(place, "a fault of the program");
    }));
    tracing::info!(version = app::version(), "started");
    Some(guard)
}

/// Makes the folder, for this person's eyes only.
fn make(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}
