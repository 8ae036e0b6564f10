//! The one way in for every file, of an answer or on a person's file: what it is, what it carries,
//! and what is kept of it.

use forms::FileType;

use super::{
    pdf, picture,
    sniff::{Sniffed, sniff},
    uploads::MOST_BYTES,
};
use crate::AppFault;

/// A file as it is kept.
pub(crate) struct Taken {
    /// Media type.
    pub media: &'static str,
    /// The sort that forms name.
    pub kind: FileType,
    /// The bytes to keep.
    pub bytes: Vec<u8>,
    /// It is a picture that was written anew.
    pub re_encoded: bool,
}

/// Looks into a file and makes of it what is kept: a picture is written anew, anything else stays
/// as it came.
///
/// # Errors
/// [`AppFault::FileRefused`], [`AppFault::FileTooLarge`].
pub(crate) fn take(bytes: Vec<u8>, name: &str) -> Result<Taken, AppFault> {
    let Sniffed { media, kind } = sniff(&bytes, name)?;
    match kind {
        FileType::Image => {
            let written = picture::written_anew(&bytes)?;
            if written.bytes.len() > MOST_BYTES {
                return Err(AppFault::FileTooLarge { most: MOST_BYTES });
            }
            Ok(Taken { media: written.media, kind, bytes: written.bytes, re_encoded: true })
        }
        FileType::Pdf => {
            pdf::look_into(bytes.clone(), 0)?;
            Ok(Taken { media, kind, bytes, re_encoded: false })
        }
        _ => Ok(Taken { media, kind, bytes, re_encoded: false }),
    }
}
