//! The answers to a form, side by side: the response sheet and its summary; answers from files, and
//! to files.

mod export;
mod import;
mod imports;
mod matching;
mod read;
mod row;
mod sheet;
mod summarise;

pub use export::{ExportResponses, export_responses};
pub use import::{
    ChildDecision, Decided, ImportJob, ImportProgress, ImportResponses, Imported, cancel_import, import_progress,
    import_responses, start_import,
};
pub use imports::{ImportRow, list_imports, undo_import};
pub use matching::{Likeness, NamedInFile};
pub use read::{ReadFile, ReadResponses, read_responses};
pub use row::Fixed;
pub use sheet::{AnsweredForm, Filter, Sheet, SheetHeading, SheetOrder, SheetPage, SheetPlace, answered_forms, sheet};
pub use summarise::{QuestionSummary, Summary, summarise};
