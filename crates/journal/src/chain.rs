//! A chain grows by one rule: the next link names the hash of the one before.

use serde::{Deserialize, Serialize};
use vault::{Hash, PublicKey, SigningKey};

use crate::{Link, LinkFault, SealedBody};

/// How far a chain goes: the number and hash of its last link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Number of the link; 0 is the opening.
    pub sequence: u64,
    /// Its hash.
    pub hash: Hash,
}

/// Where a new chain takes up an old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Continues {
    /// The old chain.
    pub chain: Hash,
    /// The last link of it that the new chain knows.
    pub head: Head,
}

impl Continues {
    pub(crate) fn encode(&self) -> [u8; 72] {
        let mut bytes = [0; 72];
        bytes[..32].copy_from_slice(self.chain.as_bytes());
        bytes[32..40].copy_from_slice(&self.head.sequence.to_be_bytes());
        bytes[40..].copy_from_slice(self.head.hash.as_bytes());
        bytes
    }
}

/// Opens a chain for `key`. A chain that continues another is signed by the old key too, so that
/// nobody can claim to go on in somebody else's name.
pub fn open_chain(key: &SigningKey, body: &SealedBody, continues: Option<(Continues, &SigningKey)>) -> Link {
    Link::sign_opening(key, body.commitment(), continues)
}

/// Signs the link that follows `after`.
pub fn follow(key: &SigningKey, chain: Hash, after: Head, body: &SealedBody) -> Link {
    Link::sign_following(key, chain, after, body.commitment())
}

impl Head {
    /// Checks that `link` is the next one of `chain` and is signed by its key; gives the new head.
    ///
    /// # Errors
    /// [`LinkFault`] of the first rule that it breaks: chain, number, hash before, signature.
    pub fn step(&self, chain: Hash, key: &PublicKey, link: &Link) -> Result<Self, LinkFault> {
        let sequence = link.sequence();
        match link {
            Link::Opening { .. } => Err(LinkFault::Gap { expected: self.sequence + 1, found: 0 }),
            Link::Following { chain: of, .. } if *of != chain => Err(LinkFault::OtherChain { sequence }),
            Link::Following { .. } if sequence != self.sequence + 1 => {
                Err(LinkFault::Gap { expected: self.sequence + 1, found: sequence })
            }
            Link::Following { previous, .. } if *previous != self.hash => Err(LinkFault::Broken { sequence }),
            Link::Following { .. } => {
                link.verify_signature(key)?;
                Ok(link.head())
            }
        }
    }
}
