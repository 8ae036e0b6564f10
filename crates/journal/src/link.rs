//! The link and its one frozen encoding (docs/file-formats.md, "A link").

use vault::{Hash, PublicKey, Signature, SigningKey};

use crate::{
    chain::{Continues, Head},
    encoding::Pieces,
};

const VERSION: u8 = 1;
const OPENING: u8 = 0;
const CONTINUING: u8 = 1;
const FOLLOWING: u8 = 2;
const SIGNED_AS: &[u8] = b"holdfast link 1\0";
const CONTINUED_AS: &[u8] = b"holdfast continue 1\0";

/// A link of a chain. Its hash is SHA-256 of its encoding, signature included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// Opens a chain; the chain's id is this link's hash.
    Opening {
        /// The device's key: every link of the chain is signed by it.
        key: PublicKey,
        /// The chain that this one continues, after a restore or a fork.
        continues: Option<(Continues, Signature)>,
        /// Commitment to the body.
        commitment: Hash,
        /// By `key`.
        signature: Signature,
    },
    /// Any other link.
    Following {
        /// Hash of the opening link.
        chain: Hash,
        /// 1 for the link after the opening.
        sequence: u64,
        /// Hash of the link before.
        previous: Hash,
        /// Commitment to the body.
        commitment: Hash,
        /// By the chain's key.
        signature: Signature,
    },
}

/// Why a link cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LinkFault {
    /// The bytes are no link of a version that is known.
    #[error("these bytes are no link")]
    Malformed,
    /// The signature is not by the chain's key.
    #[error("the signature of link {sequence} is not by the key of its chain")]
    Signature {
        /// Where.
        sequence: u64,
    },
    /// A link names another chain.
    #[error("link {sequence} belongs to another chain")]
    OtherChain {
        /// Where.
        sequence: u64,
    },
    /// A number is missing, or comes twice.
    #[error("link {expected} is missing: {found} came instead")]
    Gap {
        /// The number that should come.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// The link before is another than the one that this link names.
    #[error("link {sequence} does not follow the link before it")]
    Broken {
        /// Where.
        sequence: u64,
    },
}

impl Link {
    /// Signs an opening link.
    pub(crate) fn sign_opening(
        key: &SigningKey,
        commitment: Hash,
        continues: Option<(Continues, &SigningKey)>,
    ) -> Self {
        let public = key.public();
        let continues = continues.map(|(at, old)| {
            let signature = old.sign(&continued(&public, &at, &commitment));
            (at, signature)
        });
        let mut link = Self::Opening { key: public, continues, commitment, signature: Signature::from_bytes([0; 64]) };
        let signature_by_key = key.sign(&link.signed_bytes());
        if let Self::Opening { signature, .. } = &mut link {
            *signature = signature_by_key;
        }
        link
    }

    /// Signs a following link.
    pub(crate) fn sign_following(key: &SigningKey, chain: Hash, after: Head, commitment: Hash) -> Self {
        let mut link = Self::Following {
            chain,
            sequence: after.sequence + 1,
            previous: after.hash,
            commitment,
            signature: Signature::from_bytes([0; 64]),
        };
        let signature_by_key = key.sign(&link.signed_bytes());
        if let Self::Following { signature, .. } = &mut link {
            *signature = signature_by_key;
        }
        link
    }

    /// 0 for the opening.
    pub fn sequence(&self) -> u64 {
        match self {
            Self::Opening { .. } => 0,
            Self::Following { sequence, .. } => *sequence,
        }
    }

    /// What the body must match.
    pub fn commitment(&self) -> Hash {
        match self {
            Self::Opening { commitment, .. } | Self::Following { commitment, .. } => *commitment,
        }
    }

    /// The chain that it belongs to.
    pub fn chain(&self) -> Hash {
        match self {
            Self::Opening { .. } => self.hash(),
            Self::Following { chain, .. } => *chain,
        }
    }

    /// SHA-256 of the encoding.
    pub fn hash(&self) -> Hash {
        Hash::of(&self.encode())
    }

    /// Number and hash.
    pub fn head(&self) -> Head {
        Head { sequence: self.sequence(), hash: self.hash() }
    }

    /// Checks the signature by the chain's key.
    pub fn verify_signature(&self, key: &PublicKey) -> Result<(), LinkFault> {
        let signature = match self {
            Self::Opening { signature, .. } | Self::Following { signature, .. } => signature,
        };
        let mut message = SIGNED_AS.to_vec();
        message.extend_from_slice(&self.unsigned_bytes());
        key.verify(&message, signature).map_err(|_| LinkFault::Signature { sequence: self.sequence() })
    }

    /// Checks that the continued chain's key agreed; true for an opening that continues nothing.
    pub fn verify_continuation(&self, old_key: &PublicKey) -> bool {
        match self {
            Self::Opening { key, continues: Some((at, signature)), commitment, .. } => {
                old_key.verify(&continued(key, at, commitment), signature).is_ok()
            }
            _ => true,
        }
    }

    /// The frozen encoding.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.unsigned_bytes();
        match self {
            Self::Opening { signature, .. } | Self::Following { signature, .. } => {
                bytes.extend_from_slice(signature.as_bytes());
            }
        }
        bytes
    }

    /// Reads the frozen encoding. Nothing may be left over.
    pub fn decode(bytes: &[u8]) -> Result<Self, LinkFault> {
        decode(bytes).ok_or(LinkFault::Malformed)
    }

    fn signed_bytes(&self) -> Vec<u8> {
        [SIGNED_AS, &self.unsigned_bytes()].concat()
    }

    fn unsigned_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(268);
        bytes.push(VERSION);
        match self {
            Self::Opening { key, continues, commitment, .. } => {
                bytes.push(if continues.is_some() { CONTINUING } else { OPENING });
                bytes.extend_from_slice(key.as_bytes());
                if let Some((at, signature)) = continues {
                    bytes.extend_from_slice(&at.encode());
                    bytes.extend_from_slice(signature.as_bytes());
                }
                bytes.extend_from_slice(commitment.as_bytes());
            }
            Self::Following { chain, sequence, previous, commitment, .. } => {
                bytes.push(FOLLOWING);
                bytes.extend_from_slice(chain.as_bytes());
                bytes.extend_from_slice(&sequence.to_be_bytes());
                bytes.extend_from_slice(previous.as_bytes());
                bytes.extend_from_slice(commitment.as_bytes());
            }
        }
        bytes
    }
}

fn continued(key: &PublicKey, at: &Continues, commitment: &Hash) -> Vec<u8> {
    [CONTINUED_AS, key.as_bytes(), &at.encode(), commitment.as_bytes()].concat()
}

fn decode(bytes: &[u8]) -> Option<Link> {
    let mut pieces = Pieces(bytes);
    let [version, form] = pieces.take::<2>()?;
    if version != VERSION {
        return None;
    }
    let link = match form {
        OPENING | CONTINUING => {
            let key = PublicKey::from_bytes(pieces.take()?);
            let continues = if form == CONTINUING {
                let at = Continues {
                    chain: Hash::from_bytes(pieces.take()?),
                    head: Head { sequence: u64::from_be_bytes(pieces.take()?), hash: Hash::from_bytes(pieces.take()?) },
                };
                Some((at, Signature::from_bytes(pieces.take()?)))
            } else {
                None
            };
            Link::Opening {
                key,
                continues,
                commitment: Hash::from_bytes(pieces.take()?),
                signature: Signature::from_bytes(pieces.take()?),
            }
        }
        FOLLOWING => Link::Following {
            chain: Hash::from_bytes(pieces.take()?),
            sequence: u64::from_be_bytes(pieces.take()?),
            previous: Hash::from_bytes(pieces.take()?),
            commitment: Hash::from_bytes(pieces.take()?),
            signature: Signature::from_bytes(pieces.take()?),
        },
        _ => return None,
    };
    // A following link numbered 0 would have two encodings' worth of meaning.
    let proper = !matches!(link, Link::Following { sequence: 0, .. });
    (pieces.is_empty() && proper).then_some(link)
}
