//! `holdfast-hub serve`

use std::{
    net::{SocketAddr, TcpListener},
    path::PathBuf,
};

use anyhow::Context;
use clap::Args;
use hub::{HubState, Tls};

#[derive(Args)]
pub(crate) struct Options {
    /// Where to listen. Without a certificate, on this machine only.
    #[arg(long, default_value = "127.0.0.1:8470")]
    listen: SocketAddr,
    /// The certificate chain, PEM, the hub's own first.
    #[arg(long, value_name = "FILE", requires = "tls_key")]
    tls_cert: Option<PathBuf>,
    /// The certificate's private key, PEM.
    #[arg(long, value_name = "FILE", requires = "tls_cert")]
    tls_key: Option<PathBuf>,
}

pub(crate) async fn run(state: &HubState, options: Options) -> anyhow::Result<()> {
    let tls = match (&options.tls_cert, &options.tls_key) {
        (Some(certificate), Some(key)) => Some(Tls::read(certificate, key)?),
        _ => None,
    };
    // Before anybody is told that the hub listens: a signal that comes early ends it well too.
    let stop = told_to_stop()?;
    let listener =
        TcpListener::bind(options.listen).with_context(|| format!("the hub cannot listen on {}", options.listen))?;
    hub::serve(state.clone(), listener, tls, stop).await?;
    Ok(())
}

/// Ctrl-C, or the signal by which a service manager stops a service: heard from now on.
fn told_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    #[cfg(unix)]
    let (mut interrupt, mut terminate) = {
        use tokio::signal::unix::{SignalKind, signal};
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?)
    };
    Ok(async move {
        #[cfg(unix)]
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        #[cfg(not(unix))]
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        tracing::info!("the hub stops");
    })
}
