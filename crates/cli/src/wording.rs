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

/// The catalogue's word for a code of a list; the code itself where there is none.
pub(crate) fn label(list: &str, code: &str) -> String {
    let name = format!("{list}-{code}");
    if words().has(&name) { word(&name) } else { code.to_owned() }
}
