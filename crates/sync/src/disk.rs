//! The casebook blocks while it reads and writes: it is asked where that keeps nobody waiting.

use std::sync::Arc;

use casebook::{Casebook, CasebookFault, Gate, Reading};

use crate::SyncFault;

/// Runs blocking work on a thread of its own.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, SyncFault> + Send + 'static,
) -> Result<T, SyncFault> {
    tokio::task::spawn_blocking(work).await.map_err(|_| SyncFault::System("thread"))?
}

/// Reads the casebook.
pub(crate) async fn read<T: Send + 'static>(
    casebook: &Arc<Casebook>,
    look: impl FnOnce(&Reading<'_>) -> Result<T, CasebookFault> + Send + 'static,
) -> Result<T, SyncFault> {
    let casebook = casebook.clone();
    blocking(move || Ok(casebook.read(look)?)).await
}

/// Writes to the casebook, all or nothing.
pub(crate) async fn write<T: Send + 'static>(
    casebook: &Arc<Casebook>,
    act: impl FnOnce(&mut Gate<'_>) -> Result<T, CasebookFault> + Send + 'static,
) -> Result<T, SyncFault> {
    let casebook = casebook.clone();
    blocking(move || Ok(casebook.write(act)?)).await
}
