//! The delivery protocol, as a trait that both sides implement: the client over HTTP, and the hub.

use std::future::Future;

use domain::HubId;
use serde::{Deserialize, Serialize};
use vault::{Hash, PublicKey};

use crate::{Batch, Head, SignedReceipt, SignedVerdict, encoding};

/// The most bytes of a request; a hub answers a larger one with 413.
pub const MAX_REQUEST_BYTES: usize = 8 << 20;
/// The most bytes of a file in one part.
pub const MAX_PART_BYTES: usize = 1 << 20;

/// What a hub does for a device. Every call may be repeated: the same thing twice changes nothing.
pub trait Hub: Send + Sync {
    /// Why a call failed: a [`crate::HubFault`] at the hub, that or a transport error at the client.
    type Error: Send;

    /// Makes the hub know a device, by a one-time secret. The same device may repeat it.
    fn enrol(&self, request: EnrolRequest) -> impl Future<Output = Result<EnrolAnswer, Self::Error>> + Send;

    /// Says what the hub holds of the sender's branch of a chain.
    fn standing(&self, request: StandingRequest) -> impl Future<Output = Result<Standing, Self::Error>> + Send;

    /// Takes links and bodies; commits them; answers with a receipt.
    fn submit(&self, batch: Batch) -> impl Future<Output = Result<SubmitAnswer, Self::Error>> + Send;

    /// Takes a part of a file that an entry names.
    fn put_blob(&self, part: BlobPart) -> impl Future<Output = Result<BlobStanding, Self::Error>> + Send;

    /// Gives the verdicts after a cursor, on entries of one chain.
    fn verdicts(&self, request: VerdictsRequest) -> impl Future<Output = Result<VerdictsAnswer, Self::Error>> + Send;
}

/// See [`Hub::enrol`].
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnrolRequest {
    /// The one-time secret of the code, 16 bytes.
    #[serde(with = "encoding::base64")]
    pub secret: Vec<u8>,
    /// The key by which the device will sign its requests; the request is signed by it too.
    pub device: PublicKey,
}

/// See [`Hub::enrol`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnrolAnswer {
    /// The hub's id.
    pub hub: HubId,
}

/// See [`Hub::standing`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandingRequest {
    /// The chain.
    pub chain: Hash,
    /// Hashes of the sender's links from its head backwards, at growing distances, ending with the
    /// opening link: the hub answers for the first that it holds. 64 at most.
    pub locator: Vec<Hash>,
}

/// Numbers of links, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// First.
    pub from: u64,
    /// Last.
    pub to: u64,
}

/// What a hub holds of a branch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// The first link of the locator that the hub holds; none when it knows nothing of the chain.
    pub head: Option<Head>,
    /// Entries up to that link whose body or a blob is not held.
    pub missing: Vec<Range>,
}

/// See [`Hub::submit`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubmitAnswer {
    /// What is held now.
    pub receipt: SignedReceipt,
    /// Another branch of this chain exists: the casebook was copied, or an old copy was put back.
    /// Both are kept; the sender goes on in a chain of its own.
    pub branched: bool,
    /// Bodies that could not be taken, each alone.
    pub refused: Vec<Refused>,
}

/// A body that the hub could not take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    /// Hash of its link.
    pub link: Hash,
    /// Why.
    pub fault: crate::HubFault,
}

/// A part of a file. Over HTTP: `PUT /v1/blobs/{hash}?entry=…&size=…&offset=…`, the bytes as body.
#[derive(Clone, PartialEq, Eq)]
pub struct BlobPart {
    /// Link hash of an entry that names the file.
    pub entry: Hash,
    /// SHA-256 of the whole content.
    pub hash: Hash,
    /// Bytes of the whole content.
    pub size: u64,
    /// Where this part begins. A part of no bytes asks how far the hub is.
    pub offset: u64,
    /// The bytes, at most [`MAX_PART_BYTES`].
    pub bytes: Vec<u8>,
}

/// How far the hub is with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlobStanding {
    /// Bytes held from the start: the next part begins here.
    pub held: u64,
    /// Whether the whole file is held and its hash is right.
    pub whole: bool,
    /// With the last part: a receipt, which lists the entry if it is now held whole.
    pub receipt: Option<SignedReceipt>,
}

/// See [`Hub::verdicts`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerdictsRequest {
    /// The chain whose entries are meant.
    pub chain: Hash,
    /// The hub's cursor from the last answer; empty for the beginning.
    pub after: String,
}

/// See [`Hub::verdicts`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerdictsAnswer {
    /// In the order in which they were made, at most 1000.
    pub verdicts: Vec<SignedVerdict>,
    /// The cursor for the next call.
    pub cursor: String,
}
