//! Translates requests and answers. One function a command, of the command's name.

mod child;
mod delivery;
mod documents;
mod drafts;
mod facts;
mod files;
mod form_desk;
mod history;
mod matches;
mod packs;
mod paper;
mod people;
mod records;
mod responses;
mod save;
mod search;
mod session;
mod target;
mod work;
mod writing;

pub(crate) use child::*;
pub use delivery::*;
pub(crate) use documents::*;
pub use drafts::*;
pub(crate) use facts::*;
pub(crate) use files::*;
pub use form_desk::*;
pub(crate) use history::*;
pub(crate) use matches::*;
pub use packs::*;
pub(crate) use paper::*;
pub(crate) use people::*;
pub use records::*;
pub use responses::*;
pub(crate) use search::*;
pub use session::*;
pub(crate) use work::*;
pub(crate) use writing::*;

use std::str::FromStr;

use vault::Hash;

use crate::ApiError;

/// An id as text.
fn id<T: FromStr>(text: &str) -> Result<T, ApiError> {
    text.parse().map_err(|_| ApiError::bad_request())
}

/// Hashes of entries as texts.
fn hashes(texts: &[String]) -> Result<Vec<Hash>, ApiError> {
    ids(texts)
}

/// Ids as texts.
fn ids<T: FromStr>(texts: &[String]) -> Result<Vec<T>, ApiError> {
    texts.iter().map(|text| id(text)).collect()
}
