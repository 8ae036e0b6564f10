//! The shapes of the protocol for the OpenAPI document. The types that travel are `journal`'s,
//! which knows no HTTP; a test holds the two together.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// The marks of a request.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code, reason = "described, never built")]
pub(super) struct Marks {
    /// The device's public key, Ed25519, 64 hex characters.
    #[serde(rename = "holdfast-device")]
    device: String,
    /// Random, 32 hex characters; the answer is signed with it.
    #[serde(rename = "holdfast-nonce")]
    nonce: String,
    /// Signature of the request, 128 hex characters: see docs/protocol.md.
    #[serde(rename = "holdfast-signature")]
    signature: String,
}

/// Where a part of a file belongs.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[allow(dead_code, reason = "described, never built")]
pub(super) struct Part {
    /// Link hash of an entry that names the file.
    entry: String,
    /// Bytes of the whole content.
    size: u64,
    /// Where this part begins.
    offset: u64,
}

macro_rules! shapes {
    ($($(#[$about:meta])* $name:ident { $($(#[$field_about:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$about])*
        #[derive(Serialize, ToSchema)]
        #[allow(dead_code, reason = "described, never built")]
        pub(super) struct $name { $($(#[$field_about])* $field: $type,)* }
    )*};
}

shapes! {
    /// A device enrols.
    EnrolRequest {
        /// The one-time secret of the code, 16 bytes, base64.
        secret: String,
        /// The key by which the device signs its requests, hex.
        device: String,
    }
    /// The device is enrolled.
    EnrolAnswer {
        /// The hub's id, a UUID.
        hub: String,
    }
    /// A device asks how far the hub is.
    StandingRequest {
        /// The chain, hex.
        chain: String,
        /// Hashes of the sender's links from its head backwards, the opening last; 64 at most.
        locator: Vec<String>,
    }
    /// How far a chain goes.
    Head {
        /// Number of the last link; 0 is the opening.
        sequence: u64,
        /// Its hash, hex.
        hash: String,
    }
    /// Numbers of links, both ends included.
    Range {
        /// First.
        from: u64,
        /// Last.
        to: u64,
    }
    /// What the hub holds of a branch.
    Standing {
        /// The first link of the locator that is held.
        head: Option<Head>,
        /// Entries up to it whose body or a file is not held.
        missing: Vec<Range>,
    }
    /// Entries of one chain.
    Batch {
        /// The chain, hex.
        chain: String,
        /// Encoded links in sequence, base64; 1000 at most.
        links: Vec<String>,
        /// Bodies of links that are here or are held.
        bodies: Vec<BodyInBatch>,
    }
    /// A body on its way.
    BodyInBatch {
        /// Hash of its link, hex.
        link: String,
        /// The random number of the commitment, 32 bytes, base64.
        nonce: String,
        /// The bytes as written, base64; 4 MiB at most before encoding.
        bytes: String,
    }
    /// What is held now.
    SubmitAnswer {
        /// Signed by the hub, after the commit.
        receipt: SignedReceipt,
        /// The sender's links left another branch of the chain: it goes on in a chain of its own.
        branched: bool,
        /// Bodies that could not be taken, each alone.
        refused: Vec<Refused>,
    }
    /// The bytes that were signed, and the signature.
    SignedReceipt {
        /// The frozen encoding of a receipt, base64.
        bytes: String,
        /// By the hub's receipt key, hex.
        signature: String,
    }
    /// A body that could not be taken.
    Refused {
        /// Hash of its link, hex.
        link: String,
        /// The fault's name.
        fault: String,
    }
    /// How far the hub is with a file.
    BlobStanding {
        /// Bytes held from the start.
        held: u64,
        /// The whole file is held and its hash is right.
        whole: bool,
        /// Given when it is whole.
        receipt: Option<SignedReceipt>,
    }
    /// A device asks what was decided.
    VerdictsRequest {
        /// The chain, hex.
        chain: String,
        /// The cursor of the last answer; empty for the beginning.
        after: String,
    }
    /// What was decided.
    VerdictsAnswer {
        /// In the order in which they were made; 1000 at most.
        verdicts: Vec<SignedVerdict>,
        /// The cursor for the next call.
        cursor: String,
    }
    /// A verdict as it was signed.
    SignedVerdict {
        /// The verdict's JSON.
        json: String,
        /// By the hub's receipt key, hex.
        signature: String,
    }
    /// A refusal.
    HubErrorBody {
        /// Its number: the first three digits are the HTTP status.
        number: u16,
        /// Its name.
        fault: String,
        /// A sentence for an engineer's log.
        message: String,
    }
}
