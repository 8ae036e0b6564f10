//! Packs: people and history of a lost system, from files of it; and what they add, lack or contradict.

mod chosen;
mod going_on;
mod import;
mod job;
mod lines;
mod list;
mod on_file;
mod profile;
mod read;
mod reconcile;
mod source;
mod undo;

pub use chosen::{Chosen, ChosenFiles, KINDS, choose_pack_file, chosen};
pub(crate) use going_on::go_on;
pub use import::{ImportPack, PackEnded, import_pack};
pub use job::{PackJob, PackProgress, Step, cancel_pack, pack_progress, start_pack};
pub use list::{PackListed, list_packs};
pub use read::{Counts, Example, Preview, ProblemCount, ReadPack, Unclear, read_pack};
pub use reconcile::{Point, Reconcile, ToReconcile, reconcile, reconciled};
pub use source::PackSource;
pub use undo::undo_pack;
