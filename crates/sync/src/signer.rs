//! Who signs a request.

use std::sync::Arc;

use casebook::{Casebook, CasebookFault};
use journal::RequestMark;
use vault::PublicKey;

use crate::SyncFault;

/// Signs requests as this device, without giving the key away.
pub trait Signer: Send + Sync {
    /// The mark of one request: `target` is path and query, as sent.
    ///
    /// # Errors
    /// A fault of the casebook that keeps the key.
    fn mark(&self, nonce: [u8; 16], method: &str, target: &str, body: &[u8]) -> Result<RequestMark, SyncFault>;
}

/// Signs by the key of the chain that is written now: what a device enrols with.
pub struct OwnKey(pub Arc<Casebook>);

impl Signer for OwnKey {
    fn mark(&self, nonce: [u8; 16], method: &str, target: &str, body: &[u8]) -> Result<RequestMark, SyncFault> {
        Ok(self.0.with_device_key(|key| RequestMark::sign(key, nonce, method, target, body)))
    }
}

/// Signs by the key that the hub knows this device by. It stays the same when the casebook goes on
/// in a new chain with a new key.
pub struct EnrolledKey {
    /// The casebook that keeps the key.
    pub casebook: Arc<Casebook>,
    /// The key that was enrolled.
    pub device: PublicKey,
}

impl Signer for EnrolledKey {
    fn mark(&self, nonce: [u8; 16], method: &str, target: &str, body: &[u8]) -> Result<RequestMark, SyncFault> {
        self.casebook
            .with_key_of(&self.device, |key| RequestMark::sign(key, nonce, method, target, body))?
            .ok_or_else(|| CasebookFault::NotFound("device key").into())
    }
}
