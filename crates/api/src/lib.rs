//! The commands that a screen can give, declared once: the list in `commands.rs` makes the router,
//! the TypeScript map and the reference in docs/. Requests refuse fields that they do not know.
//!
//! This room translates: requests into what `app` takes, and its answers into types that cross the
//! edge. It decides nothing.

mod code;
mod commands;
mod convert;
mod details;
mod host;
mod types;
mod typescript;
mod words;

pub use app::App;
pub use code::{ApiError, Code};
pub use commands::{COMMANDS, Command, dispatch};
pub use convert::{
    check_report, cost, export_to, filed_view, form_file_view, import_pack_at, inspection_view, read_pack_at,
    status_view, word,
};
pub use details::{details_chosen, details_in_words};
pub use exchange::{FileKind, ImportedForm, Layout, read_google_form, read_xlsform};
pub use forms::inspect;
pub use host::Host;
pub use types::*;
pub use typescript::typescript;
pub use words::{Words, words};
