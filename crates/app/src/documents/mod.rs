//! Documents on people's files: letters, reports, photographs. Each is a fact with a sealed file,
//! or with none while it is only known to exist.

mod add;
mod open;
mod page;

pub use add::{NewDocument, add_document};
pub use open::{OpenDocument, Shown, open_document};
pub use page::{DocumentPage, document_page};
