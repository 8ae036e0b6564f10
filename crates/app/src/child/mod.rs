//! A child's file: as it opens, its timeline, its chronology. Files that decisions say to be of one
//! person are read as one.

mod chronology;
mod clashes;
mod event;
mod extract;
mod file;
mod gap;
mod history;
mod note;
mod open;
mod since;
mod stubs;
mod timeline;
mod warned;

pub use chronology::{Audience, Chronology, ChronologyOf, chronology};
pub use clashes::ClashValue;
pub use event::{Event, EventWhat, SentShown};
pub use gap::Gap;
pub use history::{Change, Changed, file_history};
pub use note::{OpenNote, open_note};
pub use open::{ChildFile, open_child};
pub use since::Since;
pub use timeline::{Timeline, TimelineOf, timeline};
pub use warned::Warned;
