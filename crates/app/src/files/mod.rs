//! Files that are handed in, and files of answers. None of them ever lies unencrypted on the disk.

mod attach;
mod bounded;
pub(crate) mod pdf;
mod pdf_words;
pub(crate) mod picture;
mod read_attachment;
mod sniff;
mod take;
mod uploads;
mod words;

pub use attach::{Attachment, attach};
pub(crate) use read_attachment::files;
pub use read_attachment::{Content, read_attachment};
pub(crate) use take::take;
pub use uploads::{Uploads, begin_upload, upload_part};
pub(crate) use words::{shorten, words};
