//! Help with writing: spelling, pieces of text, names of other children.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A text to look at.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CheckSpellingRequest {
    /// The text: 100,000 characters at most.
    pub text: String,
}

/// Words that the dictionary does not have.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SpellingView {
    /// In the order of the text, each word once.
    pub words: Vec<DoubtfulWord>,
}

/// A word that the dictionary does not have.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DoubtfulWord {
    /// As written.
    pub word: String,
    /// Where it begins first, in UTF-16 units, as screens count.
    pub at: u32,
    /// What may be meant, the likeliest first; five at most.
    pub suggestions: Vec<String>,
}

/// A word to take as right, or no longer.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KnownWordRequest {
    /// The word.
    pub word: String,
    /// False: take it away.
    pub known: bool,
}

/// Words that are taken as right, and pieces of text.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct WritingView {
    /// Words, by alphabet.
    pub words: Vec<String>,
    /// Pieces of text, by name.
    pub snippets: Vec<SnippetView>,
}

/// A piece of text.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SnippetView {
    /// The word that calls it up, typed after `;;`: letters, digits, dashes.
    pub name: String,
    /// The text; empty takes it away.
    pub text: String,
}

/// Looks for the names of children who are not on the form.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OtherNamesRequest {
    /// The draft.
    pub draft: String,
    /// The text that was pasted.
    pub text: String,
}

/// Children on file who are named in a text and are not on the form.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct OtherNamesView {
    /// Their names.
    pub names: Vec<String>,
}

domain::named_only!(
    CheckSpellingRequest,
    SpellingView,
    DoubtfulWord,
    KnownWordRequest,
    WritingView,
    SnippetView,
    OtherNamesRequest,
    OtherNamesView
);
