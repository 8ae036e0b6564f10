//! Listening: by TLS, or in the clear to this machine alone.

use std::{
    future::Future,
    io,
    net::{SocketAddr, TcpListener},
    time::Duration,
};

use axum_server::{Handle, tls_rustls::RustlsConfig};

use crate::{routes::router, state::HubState, tls::Tls};

/// How long requests in hand may take after the hub was told to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// Why the hub does not serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeFault {
    /// Children's records do not cross a network in the clear.
    #[error(
        "without a certificate the hub listens on this machine only, and {0} is open to others: give --tls-cert and --tls-key, or listen on 127.0.0.1"
    )]
    NotEncrypted(SocketAddr),
    /// The address cannot be listened on.
    #[error("the hub cannot listen: {0}")]
    Listen(#[from] io::Error),
}

/// Serves until `stop` is ready, then finishes the requests in hand.
///
/// # Errors
/// [`ServeFault`].
pub async fn serve(
    state: HubState,
    listener: TcpListener,
    tls: Option<Tls>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeFault> {
    let address = listener.local_addr()?;
    if tls.is_none() && !address.ip().is_loopback() {
        return Err(ServeFault::NotEncrypted(address));
    }
    listener.set_nonblocking(true)?;
    let handle = Handle::new();
    let stopping = handle.clone();
    let watch = tokio::spawn(async move {
        stop.await;
        stopping.graceful_shutdown(Some(LAST_REQUESTS));
    });
    tracing::info!(%address, tls = tls.is_some(), "the hub listens");
    let service = router(state).into_make_service();
    let served = match tls {
        Some(tls) => {
            let config = RustlsConfig::from_config(tls.0);
            axum_server::from_tcp_rustls(listener, config)?.handle(handle).serve(service).await
        }
        None => axum_server::from_tcp(listener)?.handle(handle).serve(service).await,
    };
    watch.abort();
    Ok(served?)
}
