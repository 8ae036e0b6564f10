//! The catalogue's words.

use api::{ApiError, words};

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

/// What happened, what was kept and what to do next. A sentence of the screens that speaks of a screen
/// has another one beside it for a terminal, under its name with `cli-` before it.
pub(crate) fn explained(error: &ApiError) -> [String; 3] {
    let shared = words().explain(error);
    let mut sentences = ["", "-kept", "-next"].map(|part| format!("cli-error-{}{part}", error.code.name()));
    for (name, shared) in sentences.iter_mut().zip(shared) {
        *name = if words().has(name) { words().say(name, &error.args) } else { shared };
    }
    sentences
}

#[cfg(test)]
mod tests {
    use api::Code;

    use super::*;

    #[test]
    fn no_error_at_a_terminal_speaks_of_a_screen() {
        for code in Code::ALL {
            for sentence in explained(&ApiError::plain(*code)) {
                let of_a_screen =
                    ["screen", "Settings", "Send now", "Go back"].into_iter().find(|word| sentence.contains(word));
                assert_eq!(of_a_screen, None, "{code:?}: {sentence}");
            }
        }
    }
}
