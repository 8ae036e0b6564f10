//! `holdfast-devhost`: prints one line, the address to open.

use std::{io::Write, path::PathBuf, sync::Arc};

use app::{SystemClock, default_folder};
use clap::Parser;

/// Serves Holdfast's screens on 127.0.0.1, for a machine with no display and for browser tests.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Folder of the casebook.
    #[arg(long, value_name = "DIR", env = "HOLDFAST_CASEBOOK")]
    casebook: Option<PathBuf>,
    /// Folder of the built screens.
    #[arg(long, value_name = "DIR", default_value = "ui/build")]
    ui: PathBuf,
    /// Port; a free one when not said.
    #[arg(long, default_value_t = 0)]
    port: u16,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt().with_writer(std::io::stderr).with_max_level(tracing::Level::WARN).init();
    let arguments = Arguments::parse();
    let folder = arguments
        .casebook
        .or_else(default_folder)
        .ok_or_else(|| anyhow::anyhow!("say where the casebook is: --casebook DIR"))?;
    anyhow::ensure!(
        arguments.ui.join("index.html").is_file(),
        "there are no built screens in {}: run `npm run build` in ui/ first",
        arguments.ui.display()
    );
    let app = Arc::new(api::App::new(&folder, Arc::new(SystemClock))?);
    let running = devhost::start(Arc::clone(&app), &arguments.ui, arguments.port).await?;
    writeln!(std::io::stdout(), "{}", running.address)?;
    std::io::stdout().flush()?;
    tokio::select! {
        ended = running.wait() => ended,
        () = asked_to_end() => {
            // What was typed is saved already; this settles the database.
            tokio::task::spawn_blocking(move || app.lock(None)).await??;
            Ok(())
        }
    }
}

/// Ctrl-C, or the system's polite way to end a program.
async fn asked_to_end() {
    #[cfg(unix)]
    if let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        return;
    }
    // A signal that cannot be listened for ends nothing: the server goes on.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
