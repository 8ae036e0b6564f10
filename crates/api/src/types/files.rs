//! Files on their way in, and files of answers. They pass in parts, base64, and never lie unencrypted
//! on the disk.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Begins to hand in a file.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BeginUploadRequest {
    /// Name of the file, without its folder.
    pub name: String,
    /// Bytes in all: 64 MiB at most.
    pub size: u32,
}

/// A file that is being handed in.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UploadView {
    /// What the parts and the verbs name it by.
    pub id: String,
    /// Bytes that have arrived.
    pub arrived: u32,
}

/// The next part of a file.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UploadPartRequest {
    /// The upload.
    pub id: String,
    /// Base64, 1 MiB at most before encoding.
    pub data: String,
}

/// Makes a file that was handed in an answer of a draft.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachRequest {
    /// The draft.
    pub draft: String,
    /// The question's path.
    pub path: String,
    /// The upload.
    pub upload: String,
}

/// A file of an answer.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AttachmentView {
    /// Hash of its content.
    pub blob: String,
    /// Name.
    pub name: String,
    /// Bytes.
    pub size: u32,
    /// What it is: `image/png`, found by looking into it.
    pub media: String,
}

/// Reads a file of a draft's or a record's answers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReadAttachmentRequest {
    /// The draft, when it is a draft's.
    #[serde(default)]
    #[ts(optional)]
    pub draft: Option<String>,
    /// The record, when it is a record's.
    #[serde(default)]
    #[ts(optional)]
    pub record: Option<String>,
    /// Hash of its content.
    pub blob: String,
}

/// The content of a file.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AttachmentContentView {
    /// What it is.
    pub media: String,
    /// Base64.
    pub data: String,
}

domain::named_only!(BeginUploadRequest, UploadPartRequest, AttachmentView, AttachmentContentView);
