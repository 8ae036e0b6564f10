//! How strong a passphrase is, while it is typed.

use vault::Strength;

/// Judges a passphrase; words about the person make it weaker.
pub fn judge_passphrase(passphrase: &str, about: &[String]) -> Strength {
    let about: Vec<&str> = about.iter().map(String::as_str).collect();
    vault::judge(passphrase, &about)
}
