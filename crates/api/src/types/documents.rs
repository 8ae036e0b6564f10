//! Documents on a file, and how they are looked at.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::FactView;

/// Keeps a file that was handed in as a document on files.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AddDocumentRequest {
    /// Id of the upload; none for a document that is known to exist and not available.
    #[serde(default)]
    #[ts(optional)]
    pub upload: Option<String>,
    /// UUID of a document that was known to exist, and is here now.
    #[serde(default)]
    #[ts(optional)]
    pub id: Option<String>,
    /// UUIDs of those on whose files it stands.
    pub about: Vec<String>,
    /// Title; the file's name where it is empty.
    pub title: String,
    /// See `Document`.
    pub sort: String,
    /// The day on it, `YYYY-MM-DD`.
    #[serde(default)]
    #[ts(optional)]
    pub on: Option<String>,
    /// Where it is thought to be.
    #[serde(default)]
    #[ts(optional)]
    pub thought_to_be: Option<String>,
    /// Anything to know.
    #[serde(default)]
    #[ts(optional)]
    pub note: Option<String>,
}

/// A document, to be looked at.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DocumentView {
    /// The fact.
    pub fact: FactView,
    /// How it is shown: `picture`, `pages`, `text`, or `none` when it cannot be shown in here.
    pub shown: String,
    /// How many pages a PDF has.
    pub pages: u32,
    /// The text of a text file.
    pub text: String,
    /// The words of a PDF, for those who cannot see its pages.
    pub words: String,
    /// What was done to it when it came: `re_encoded`, `script_never_run`.
    pub notes: Vec<String>,
}

/// Asks for a page of a document, or for a picture.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentPageRequest {
    /// UUID of the document.
    pub id: String,
    /// Page, from 1; a picture has one.
    pub page: u32,
    /// Width in pixels, 200 to 3000.
    pub width: u32,
}

/// A page as a picture.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DocumentPageView {
    /// `image/png` or `image/jpeg`.
    pub media: String,
    /// The picture, base64.
    pub content: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

domain::named_only!(AddDocumentRequest, DocumentView, DocumentPageView);
