//! Files that are handed in, and files of answers. None of them ever lies unencrypted on the disk.

mod attach;
mod read_attachment;
mod sniff;
mod uploads;

pub use attach::{Attachment, attach};
pub(crate) use read_attachment::files;
pub use read_attachment::{Content, read_attachment};
pub use uploads::{Uploads, begin_upload, upload_part};
