use std::collections::BTreeSet;

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// Ids are column names in exports: longer ones help nobody.
const LONGEST: usize = 60;
/// What the engine keeps for itself: the target "end", and "Something else" in conditions.
const RESERVED: [&str; 2] = ["end", "other"];

/// The first hex digits of the SHA-256 of some text.
pub(crate) fn short_hash(text: &str, digits: usize) -> String {
    let mut hex = HEXLOWER.encode(&Sha256::digest(text.as_bytes()));
    hex.truncate(digits);
    hex
}

/// A form's id from the system that it came from and its id there: the same on every laptop. NUL
/// parts the two, because no system's name holds one.
pub(crate) fn form_id(prefix: &str, system: &str, form: &str) -> String {
    format!("{prefix}_{}", short_hash(&format!("{system}\0{form}"), 12))
}

/// Lower-case letters and digits only, everything else gone. May be empty.
pub(crate) fn letters_and_digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).take(LONGEST).collect()
}

/// Words in lower case, joined by single underscores. May be empty.
pub(crate) fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars() {
        if slug.len() >= LONGEST {
            break;
        }
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('_') {
            slug.push('_');
        }
    }
    slug.trim_end_matches('_').to_owned()
}

/// An id that hangs on the wording alone, so that the order of choices does not matter.
pub(crate) fn id_of_wording(text: &str) -> String {
    let mut start = slug(text);
    start.truncate(40);
    let start = start.trim_end_matches('_');
    let hash = short_hash(text, 6);
    if start.is_empty() { format!("c_{hash}") } else { format!("{start}_{hash}") }
}

/// Ids given out so far.
#[derive(Default)]
pub(crate) struct Taken(BTreeSet<String>);

impl Taken {
    /// The wanted id if it is free, else the same with a number. The flag says whether it had to be
    /// changed because another has it.
    pub(crate) fn claim(&mut self, wanted: &str) -> (String, bool) {
        let wanted = match wanted {
            "" => "unnamed".to_owned(),
            reserved if RESERVED.contains(&reserved) => format!("{reserved}_"),
            free => free.to_owned(),
        };
        if self.0.insert(wanted.clone()) {
            return (wanted, false);
        }
        let numbered = (2_u32..).map(|n| format!("{wanted}_{n}")).find(|id| !self.0.contains(id)).unwrap_or(wanted);
        self.0.insert(numbered.clone());
        (numbered, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_form_has_the_same_id_and_a_copy_another() {
        assert_eq!(form_id("google", "google_forms", "1abc"), form_id("google", "google_forms", "1abc"));
        assert_ne!(form_id("google", "google_forms", "1abc"), form_id("google", "google_forms", "1abd"));
        assert_eq!(form_id("google", "google_forms", "1abc").len(), "google_".len() + 12);
    }

    #[test]
    fn a_wording_gives_an_id_whatever_its_letters() {
        assert!(id_of_wording("Seen alone, at home").starts_with("seen_alone_at_home_"));
        assert!(id_of_wording("на русском").starts_with("c_"));
        assert_ne!(id_of_wording("Yes!"), id_of_wording("Yes?"));
    }

    #[test]
    fn a_second_id_gets_a_number_and_a_reserved_one_is_changed() {
        let mut taken = Taken::default();
        assert_eq!(taken.claim("a"), ("a".to_owned(), false));
        assert_eq!(taken.claim("a"), ("a_2".to_owned(), true));
        assert_eq!(taken.claim("end"), ("end_".to_owned(), false));
        assert_eq!(taken.claim(""), ("unnamed".to_owned(), false));
    }
}
