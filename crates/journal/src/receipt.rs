//! The receipt: what a hub says, in its own signature, that it holds.

use chrono::{DateTime, Utc};
use domain::HubId;
use serde::{Deserialize, Serialize};
use vault::{Hash, PublicKey, Signature, SigningKey};

use crate::{
    Head,
    encoding::{self, Pieces},
};

const SIGNED_AS: &[u8] = b"holdfast receipt 1\0";

/// What a hub holds, after it has committed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The hub that holds it.
    pub hub: HubId,
    /// The chain.
    pub chain: Hash,
    /// The last link held of the branch that was sent.
    pub head: Head,
    /// By the hub's clock.
    pub at: DateTime<Utc>,
    /// Link hashes of the entries held whole: link, body and every blob. Those that this request
    /// was about, not all.
    pub held: Vec<Hash>,
}

/// A receipt as it travels and is kept: the very bytes that were signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedReceipt {
    /// The frozen encoding (docs/file-formats.md, "A receipt").
    #[serde(with = "encoding::base64")]
    pub bytes: Vec<u8>,
    /// By the hub's receipt key.
    pub signature: Signature,
}

/// Why a receipt is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptFault {
    /// Not signed by the hub that this device is enrolled at.
    #[error("the receipt is not signed by the hub that this device knows")]
    OtherHub,
    /// Not the bytes of a receipt.
    #[error("the bytes are no receipt")]
    Malformed,
}

impl Receipt {
    /// Signs it.
    pub fn sign(&self, key: &SigningKey) -> SignedReceipt {
        let mut bytes = SIGNED_AS.to_vec();
        bytes.extend_from_slice(self.hub.as_bytes());
        bytes.extend_from_slice(self.chain.as_bytes());
        bytes.extend_from_slice(&self.head.sequence.to_be_bytes());
        bytes.extend_from_slice(self.head.hash.as_bytes());
        bytes.extend_from_slice(&self.at.timestamp_millis().to_be_bytes());
        for hash in &self.held {
            bytes.extend_from_slice(hash.as_bytes());
        }
        let signature = key.sign(&bytes);
        SignedReceipt { bytes, signature }
    }
}

impl SignedReceipt {
    /// Verifies the signature by the pinned key and reads the receipt.
    ///
    /// # Errors
    /// [`ReceiptFault`].
    pub fn verify(&self, hub: &PublicKey) -> Result<Receipt, ReceiptFault> {
        hub.verify(&self.bytes, &self.signature).map_err(|_| ReceiptFault::OtherHub)?;
        self.read().ok_or(ReceiptFault::Malformed)
    }

    fn read(&self) -> Option<Receipt> {
        let mut pieces = Pieces(self.bytes.strip_prefix(SIGNED_AS)?);
        let hub = HubId::from_bytes(pieces.take()?);
        let chain = Hash::from_bytes(pieces.take()?);
        let head = Head { sequence: u64::from_be_bytes(pieces.take()?), hash: Hash::from_bytes(pieces.take()?) };
        let at = DateTime::from_timestamp_millis(i64::from_be_bytes(pieces.take()?))?;
        let mut held = Vec::new();
        while !pieces.is_empty() {
            held.push(Hash::from_bytes(pieces.take()?));
        }
        Some(Receipt { hub, chain, head, at, held })
    }
}
