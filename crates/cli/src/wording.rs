//! The catalogue's words.

use api::words;

/// A sentence of the catalogue with what it names.
pub(crate) fn said(name: &str, args: &[(&str, &dyn ToString)]) -> String {
    words().say(name, &args.iter().map(|(name, value)| ((*name).to_owned(), value.to_string())).collect())
}

/// A sentence of the catalogue that names nothing.
pub(crate) fn word(name: &str) -> String {
    said(name, &[])
}
