//! Documents: those that are here, and those that are known to exist somewhere.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A document on a person's file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// What it is: `letter`, `report`, `court_order`, `photo`, `plan`, `minutes`, `birth_certificate`,
    /// `other`.
    pub sort: String,
    /// The day on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub on: Option<NaiveDate>,
    /// The file; none while it is known to exist but not available.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub file: Option<DocumentFile>,
    /// Where it is thought to be, while it is not here.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub thought_to_be: String,
    /// Anything to know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub note: String,
}

/// The file of a document.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentFile {
    /// SHA-256 of the content, in hex: its blob.
    pub blob: String,
    /// Bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// Media type, as sniffed.
    pub media: String,
    /// Name of the file as it came.
    pub name: String,
    /// The picture was written anew, without location and camera data.
    #[serde(default)]
    pub re_encoded: bool,
    /// The words in it, as far as they can be read: searched, never shown as the document.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub words: String,
}

crate::named_only!(Document, DocumentFile);
