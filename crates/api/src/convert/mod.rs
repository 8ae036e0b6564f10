//! Translates requests and answers. One function a command, of the command's name.

mod delivery;
mod drafts;
mod files;
mod form_desk;
mod people;
mod records;
mod responses;
mod session;
mod target;
mod writing;

pub use delivery::*;
pub use drafts::*;
pub(crate) use files::*;
pub use form_desk::*;
pub(crate) use people::*;
pub use records::*;
pub use responses::*;
pub use session::*;
pub(crate) use writing::*;

use std::str::FromStr;

use crate::ApiError;

/// An id as text.
fn id<T: FromStr>(text: &str) -> Result<T, ApiError> {
    text.parse().map_err(|_| ApiError::bad_request())
}

/// Ids as texts.
fn ids<T: FromStr>(texts: &[String]) -> Result<Vec<T>, ApiError> {
    texts.iter().map(|text| id(text)).collect()
}
