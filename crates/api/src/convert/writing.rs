//! Help with writing.

use app::{App, writing};

use super::id;
use crate::{ApiError, Host, types::*};

pub(crate) fn check_spelling(app: &App, _: &dyn Host, request: CheckSpellingRequest) -> Result<SpellingView, ApiError> {
    let words = writing::check_spelling(&*app.session()?, &request.text)?;
    let word =
        |word: writing::DoubtfulWord| DoubtfulWord { word: word.word, at: word.at, suggestions: word.suggestions };
    Ok(SpellingView { words: words.into_iter().map(word).collect() })
}

pub(crate) fn know_word(app: &App, _: &dyn Host, request: KnownWordRequest) -> Result<Nothing, ApiError> {
    writing::know_word(&*app.session()?, &request.word, request.known)?;
    Ok(Nothing {})
}

pub(crate) fn writing(app: &App, _: &dyn Host, _: Nothing) -> Result<WritingView, ApiError> {
    writing_view(app)
}

pub(crate) fn save_snippet(app: &App, _: &dyn Host, request: SnippetView) -> Result<WritingView, ApiError> {
    writing::save_snippet(&*app.session()?, &request.name, &request.text)?;
    writing_view(app)
}

fn writing_view(app: &App) -> Result<WritingView, ApiError> {
    let session = app.session()?;
    let snippet = |(name, text)| SnippetView { name, text };
    Ok(WritingView {
        words: writing::known_words(&session)?,
        snippets: writing::snippets(&session)?.into_iter().map(snippet).collect(),
    })
}

pub(crate) fn other_names(app: &App, _: &dyn Host, request: OtherNamesRequest) -> Result<OtherNamesView, ApiError> {
    Ok(OtherNamesView { names: writing::other_names(&*app.session()?, id(&request.draft)?, &request.text)? })
}
