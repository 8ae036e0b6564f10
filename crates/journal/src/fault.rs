//! What a hub answers when it cannot do what it was asked: a numbered catalogue, the same on both
//! sides and in docs/protocol.md.

use serde::{Deserialize, Serialize};

/// A refusal or a failure at the hub.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum HubFault {
    /// The request is not signed as it should be.
    #[error("the request carries no valid signature")]
    NotSigned,
    /// The hub does not know the device.
    #[error("the hub does not know this device")]
    UnknownDevice,
    /// The request is not in the shape of the protocol.
    #[error("the request is malformed")]
    Malformed,
    /// The request is larger than the hub takes at once: send less.
    #[error("the request is too large")]
    TooLarge,
    /// Links are missing before the first one sent.
    #[error("links are missing before the first one sent")]
    Gap,
    /// A link's signature is not by the chain's key.
    #[error("a link's signature is wrong")]
    WrongSignature,
    /// The links do not follow each other.
    #[error("the links do not follow each other")]
    BrokenChain,
    /// The hub does not know the chain, and its opening link was not sent.
    #[error("the hub does not know this chain")]
    UnknownChain,
    /// The body is not the one that its link commits to.
    #[error("the body does not match its link")]
    OtherBody,
    /// The body is larger than an entry may be.
    #[error("the body is too large")]
    BodyTooLarge,
    /// The body's link is not held.
    #[error("the body's link is not held")]
    UnknownLink,
    /// A part of a file does not begin where the last one ended.
    #[error("the part does not follow the last one")]
    PartOutOfPlace,
    /// The whole file does not have the hash that it was announced with.
    #[error("the file does not have the hash it was announced with")]
    OtherBlob,
    /// The enrol code was never made by this hub.
    #[error("the enrol code is not known")]
    CodeUnknown,
    /// The enrol code was used by another device.
    #[error("the enrol code was used")]
    CodeUsed,
    /// The enrol code is too old.
    #[error("the enrol code is too old")]
    CodeExpired,
    /// The hub cannot reach its database or disk now: try again.
    #[error("the hub cannot store anything now")]
    Unavailable,
}

impl HubFault {
    /// Every fault, for the catalogue.
    pub const ALL: [Self; 17] = [
        Self::NotSigned,
        Self::UnknownDevice,
        Self::Malformed,
        Self::TooLarge,
        Self::Gap,
        Self::WrongSignature,
        Self::BrokenChain,
        Self::UnknownChain,
        Self::OtherBody,
        Self::BodyTooLarge,
        Self::UnknownLink,
        Self::PartOutOfPlace,
        Self::OtherBlob,
        Self::CodeUnknown,
        Self::CodeUsed,
        Self::CodeExpired,
        Self::Unavailable,
    ];

    /// Its number: the first three digits are the HTTP status.
    pub fn number(self) -> u16 {
        match self {
            Self::NotSigned => 4011,
            Self::UnknownDevice => 4031,
            Self::Malformed => 4001,
            Self::TooLarge => 4131,
            Self::Gap => 4091,
            Self::WrongSignature => 4221,
            Self::BrokenChain => 4222,
            Self::UnknownChain => 4041,
            Self::OtherBody => 4223,
            Self::BodyTooLarge => 4132,
            Self::UnknownLink => 4042,
            Self::PartOutOfPlace => 4092,
            Self::OtherBlob => 4224,
            Self::CodeUnknown => 4043,
            Self::CodeUsed => 4093,
            Self::CodeExpired => 4101,
            Self::Unavailable => 5031,
        }
    }

    /// The HTTP status.
    pub fn status(self) -> u16 {
        self.number() / 10
    }
}

/// The JSON of a refusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HubErrorBody {
    /// See [`HubFault::number`].
    pub number: u16,
    /// The fault's name.
    pub fault: HubFault,
    /// A sentence for the log of an engineer; nothing personal.
    pub message: String,
}

impl From<HubFault> for HubErrorBody {
    fn from(fault: HubFault) -> Self {
        Self { number: fault.number(), fault, message: fault.to_string() }
    }
}
