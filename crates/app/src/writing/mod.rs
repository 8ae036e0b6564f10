//! Help with writing, all of it on this device: spelling, pieces of text, names of other children.

mod other_names;
mod snippets;
mod spelling;
mod words;

pub use other_names::other_names;
pub use snippets::{save_snippet, snippets};
pub use spelling::{DoubtfulWord, Spelling, check_spelling};
pub use words::{know_word, known_words};
