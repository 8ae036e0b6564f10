//! The answers to a form, side by side: the response sheet and its summary; answers from files, and
//! to files.

mod as_filed;
mod export;
mod import;
mod import_job;
mod imports;
mod left_running;
mod named;
mod read;
mod row;
mod sheet;
mod summarise;
mod untold;
mod who;

pub use export::{ExportResponses, export_responses};
pub use import::{ChildDecision, Decided, ImportResponses, Imported, import_responses};
pub use import_job::{ImportJob, ImportProgress, cancel_import, import_progress, start_import};
pub use imports::{ImportRow, list_imports, undo_import};
pub(crate) use left_running::undo_left;
pub use named::NamedInFile;
pub use read::{ReadFile, ReadResponses, read_responses};
pub use row::Fixed;
pub use sheet::{AnsweredForm, Filter, Sheet, SheetHeading, SheetOrder, SheetPage, SheetPlace, answered_forms, sheet};
pub use summarise::{QuestionSummary, Summary, summarise};
