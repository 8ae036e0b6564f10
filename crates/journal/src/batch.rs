//! A batch: links in order, and bodies in whatever order is urgent.

use serde::{Deserialize, Serialize};
use vault::Hash;

use crate::{SealedBody, encoding};

/// The most links in a batch.
pub const MAX_BATCH_LINKS: usize = 1000;
/// The most bytes of bodies in a batch; a single larger body travels alone.
pub const MAX_BATCH_BYTES: usize = 2 << 20;

/// Entries of one chain on their way to a hub. The chain need not be the sender's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Batch {
    /// The chain that all of it belongs to.
    pub chain: Hash,
    /// Encoded links, in sequence, each following the one before.
    #[serde(with = "encoding::base64_list")]
    pub links: Vec<Vec<u8>>,
    /// Bodies of links that are here or were sent before.
    pub bodies: Vec<BodyInBatch>,
}

/// A body on its way.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyInBatch {
    /// Hash of its link.
    pub link: Hash,
    /// The random number of the commitment, 32 bytes.
    #[serde(with = "encoding::base64")]
    pub nonce: Vec<u8>,
    /// The bytes as written.
    #[serde(with = "encoding::base64")]
    pub bytes: Vec<u8>,
}

impl BodyInBatch {
    /// The body of `link`, to be sent.
    pub fn new(link: Hash, body: &SealedBody) -> Self {
        Self { link, nonce: body.nonce().to_vec(), bytes: body.bytes().to_vec() }
    }
}

impl std::fmt::Debug for BodyInBatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "BodyInBatch({}, {} bytes)", self.link, self.bytes.len())
    }
}
