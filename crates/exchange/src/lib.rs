//! Files from and for elsewhere: forms from Google Forms and XLSForm, answers from and for CSV, XLSX
//! and the API of Google Forms.
//!
//! This room reads bytes that somebody else wrote and writes bytes that somebody else will read. It
//! keeps nothing and decides nothing: what it could not understand it says, place by place
//! ([`Line`]), and the person decides in `app`. It never follows an address and never runs a macro.

mod export;
mod fault;
mod google_choices;
mod google_form;
mod google_grid;
mod google_item;
mod google_jumps;
mod google_members;
mod google_question;
mod google_upload;
mod line;
mod names;
mod notes;
pub mod packs;
mod put_together;
mod responses;
mod sheet_file;
mod xlsform;

pub use export::{AFTER_QUESTIONS, ENVELOPE, Export, ExportFault, ExportRow, Exported, FileKind, Layout};
pub use fault::ImportFault;
pub use google_form::read_google_form;
pub use line::{ImportedForm, Line, Weight};
pub use responses::{
    ChildColumn, ChildPart, DateOrder, DateOrders, Dialect, Doubt, MappedColumn, Mapping, NamedChild, ONLY_CHILD,
    ONLY_ITEM, Reading, Response, Responses, Row, Target, date_orders, record_id, suggest,
};
pub use xlsform::read_xlsform;
