//! How strong a passphrase is, while it is typed.

use vault::Strength;

/// Judges a passphrase; words about the person make it weaker.
pub fn judge_passphrase(passphrase: &str, about: &[String]) -> Strength {
    // A guesser tries the first name alone, too.
    let about: Vec<&str> =
        about.iter().flat_map(|text| std::iter::once(text.as_str()).chain(text.split_whitespace())).collect();
    vault::judge(passphrase, &about)
}
