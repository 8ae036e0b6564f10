//! Spreadsheets run what begins like a formula, also when it came out of a CSV: a name or a quoted
//! threat can be made to look like one.

/// Whether a spreadsheet may take a text for a formula: it begins, after any blanks and signs that do
/// not show, with `=`, `+`, `-` or `@` in any width, or there is a TAB or CR before the first sign.
pub(crate) fn is_formula(text: &str) -> bool {
    for sign in text.chars() {
        match sign {
            '\t' | '\r' | '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹢' | '﹣' | '﹦' | '﹫' => {
                return true;
            }
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}' | '\u{00AD}' => {}
            sign if sign.is_whitespace() || sign.is_control() => {}
            _ => return false,
        }
    }
    false
}

/// The text, with an apostrophe before it if it could be taken for a formula.
pub(super) fn guarded(text: String) -> String {
    if is_formula(&text) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::guarded;

    #[rstest]
    #[case("=1+1")]
    #[case("+44 20 7946 0000")]
    #[case("-")]
    #[case("@mention")]
    #[case("  =1")]
    #[case("\n=1")]
    #[case("\ttext")]
    #[case("\rtext")]
    #[case("＝1+1")]
    #[case("\u{200B}=1")]
    #[case("\u{1}\u{1F}=1")]
    #[case("\u{00A0}-1")]
    fn what_a_spreadsheet_would_run_gets_an_apostrophe(#[case] text: &str) {
        assert_eq!(guarded(text.to_owned()), format!("'{text}"));
    }

    #[rstest]
    #[case("")]
    #[case("Seen alone - twice")]
    #[case("1-2")]
    #[case("'=1")]
    #[case("\"=1\"")]
    #[case("\nA line")]
    fn any_other_text_stays_as_it_is(#[case] text: &str) {
        assert_eq!(guarded(text.to_owned()), text);
    }
}
