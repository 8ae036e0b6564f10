//! A short name of a record that people can say on the phone.

use std::fmt;

use data_encoding::Encoding;

/// Forty bits of the entry's hash in Crockford's base 32 (no I, L, O, U), as `4F7K-Q2MT`. It points
/// a person to a record; it is no key and no proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference(String);

impl Reference {
    /// From the hash of the entry.
    pub fn of(hash: &[u8; 32]) -> Self {
        let mut text = crockford().encode(&hash[..5]);
        text.insert(4, '-');
        Self(text)
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn crockford() -> Encoding {
    let mut spec = data_encoding::Specification::new();
    spec.symbols.push_str("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    spec.encoding().unwrap_or(data_encoding::BASE32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_two_groups_of_four() {
        let mut hash = [0; 32];
        hash[0] = 0xff;
        assert_eq!(Reference::of(&hash).to_string(), "ZW00-0000");
    }
}
