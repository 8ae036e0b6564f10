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

    /// The first five bytes of the hash that a reference stands for, as somebody wrote it down:
    /// case, blanks and hyphens are forgiven, and the letters that look like 0 and 1. None when it
    /// is no reference.
    pub fn first_bytes(written: &str) -> Option<[u8; 5]> {
        let plain: String = written
            .chars()
            .filter(|letter| !letter.is_whitespace() && *letter != '-')
            .map(|letter| match letter.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        crockford().decode(plain.as_bytes()).ok()?.try_into().ok()
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

    #[test]
    fn a_reference_is_understood_as_people_write_it() {
        for written in ["ZW00-0000", "zwoo oooo", " Zw0O0000 "] {
            assert_eq!(Reference::first_bytes(written), Some([0xff, 0, 0, 0, 0]), "{written}");
        }
        for other in ["", "ZW00-000", "ZW00-00000", "ZW00-000U", "ZW00-000é"] {
            assert_eq!(Reference::first_bytes(other), None, "{other}");
        }
    }
}
