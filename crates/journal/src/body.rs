//! The body: who did what, when, about whom, knowing what. Stored and sent as the bytes that were
//! written; never serialised again, because the commitment is to the bytes.

use domain::{AuthorId, EventTime, PersonId, RecordId, Stamp};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use vault::{Hash, random_bytes};

use crate::Kind;

/// The most bytes that a body may have: 4 MiB. Refused at filing, never after.
pub const MAX_BODY_BYTES: usize = 4 << 20;

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A person's file.
    Person(PersonId),
    /// A record.
    Record(RecordId),
}

/// What an entry is about, in the order given.
pub type Subjects = Vec<Subject>;

/// A file that an entry names: by hash and size of its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlobUse {
    /// SHA-256 of the content.
    pub hash: Hash,
    /// Bytes of the content.
    pub size: u64,
}

/// What a body says.
#[derive(Clone, Serialize, Deserialize)]
pub struct Body {
    /// Who acted.
    pub author: AuthorId,
    /// Hash of the role certificate that the author acted under; none before there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Hash>,
    /// What was done. One that is not known is kept and relayed.
    pub kind: Kind,
    /// Version of the payload's shape.
    pub kind_version: u32,
    /// When it happened, where that differs from when it was recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub event_time: Option<EventTime>,
    /// When it was recorded, by the device's clock.
    pub recorded: Stamp,
    /// What it is about.
    #[serde(default)]
    pub subjects: Subjects,
    /// Hashes of the entries about the same thing that the author had seen.
    #[serde(default)]
    pub based_on: Vec<Hash>,
    /// The files that it names: without them the entry is not received.
    #[serde(default)]
    pub blobs: Vec<BlobUse>,
    /// What the kind needs, as JSON, kept as written.
    pub payload: Box<RawValue>,
}

impl std::fmt::Debug for Body {
    /// A body is about a child: nothing of it goes into a log but what it is.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Body({} {})", self.kind.as_str(), self.kind_version)
    }
}

/// A body that cannot be written or read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BodyFault {
    /// More than [`MAX_BODY_BYTES`].
    #[error("the entry has {size} bytes, {MAX_BODY_BYTES} are the most")]
    TooLarge {
        /// Its size.
        size: usize,
    },
    /// Not the JSON of a body. The bytes are kept all the same.
    #[error("the bytes are no body that this version reads")]
    Unreadable,
    /// The system gave no randomness to hide the body with.
    #[error(transparent)]
    NoRandomness(#[from] vault::NoRandomness),
    /// The bytes are not those that the link commits to.
    #[error("the body is not the one that its link commits to")]
    OtherBody,
}

/// The bytes of a body with the random number that hides them in the link.
#[derive(Clone, PartialEq, Eq)]
pub struct SealedBody {
    nonce: [u8; 32],
    bytes: Vec<u8>,
}

impl SealedBody {
    /// Writes a body.
    ///
    /// # Errors
    /// [`BodyFault::TooLarge`].
    pub fn write(body: &Body) -> Result<Self, BodyFault> {
        let bytes = serde_json::to_vec(body).map_err(|_| BodyFault::Unreadable)?;
        if bytes.len() > MAX_BODY_BYTES {
            return Err(BodyFault::TooLarge { size: bytes.len() });
        }
        Ok(Self { nonce: random_bytes()?, bytes })
    }

    /// From parts that were stored or sent.
    ///
    /// # Errors
    /// [`BodyFault::TooLarge`].
    pub fn from_parts(nonce: [u8; 32], bytes: Vec<u8>) -> Result<Self, BodyFault> {
        if bytes.len() > MAX_BODY_BYTES {
            return Err(BodyFault::TooLarge { size: bytes.len() });
        }
        Ok(Self { nonce, bytes })
    }

    /// SHA-256 of the nonce and the bytes.
    pub fn commitment(&self) -> Hash {
        Hash::of_parts(&[&self.nonce, &self.bytes])
    }

    /// Checks that this is the body of a link.
    ///
    /// # Errors
    /// [`BodyFault::OtherBody`].
    pub fn verify(&self, commitment: Hash) -> Result<(), BodyFault> {
        if self.commitment() == commitment { Ok(()) } else { Err(BodyFault::OtherBody) }
    }

    /// Reads what the body says.
    ///
    /// # Errors
    /// [`BodyFault::Unreadable`]: written by a newer version, or damaged.
    pub fn read(&self) -> Result<Body, BodyFault> {
        serde_json::from_slice(&self.bytes).map_err(|_| BodyFault::Unreadable)
    }

    /// The random number.
    pub fn nonce(&self) -> &[u8; 32] {
        &self.nonce
    }

    /// The bytes as written.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }
}

impl std::fmt::Debug for SealedBody {
    /// A body is about a child: nothing of it goes into a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SealedBody({} bytes)", self.bytes.len())
    }
}
