//! The recovery code: 128 random bits on paper, written so that a slip of the pen is noticed.
//!
//! 26 characters of Crockford's base 32 (the 128 bits with two zero bits before them) and 4 more
//! that check them (the first 20 bits of a SHA-256), shown as six groups of five.

use crate::hash::Hash;
use crate::random::{NoRandomness, random_secret};
use zeroize::Zeroizing;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_CHARS: usize = 26;
const CHARS: usize = 30;
const GROUP: usize = 5;

/// A recovery code: 128 random bits that open the casebook when the passphrase is forgotten.
pub struct RecoveryCode(Zeroizing<[u8; 16]>);

/// Why a text is not a recovery code. All of these are slips in typing; a code that reads well but
/// is another casebook's is [`UnlockError::WrongRecoveryCode`](crate::UnlockError).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum RecoveryCodeError {
    /// Too few or too many characters, spaces and hyphens not counted.
    #[error("a recovery code has 30 characters, not {found}")]
    Length {
        /// How many characters there were.
        found: usize,
    },
    /// A character that no code contains.
    #[error("group {group} of the recovery code has a character that is never used")]
    Character {
        /// The group that has it, counted from 1 as on the sheet.
        group: usize,
    },
    /// All characters are possible, but the check characters do not fit: one was misread.
    #[error("one or more characters of the recovery code are mistyped")]
    Typo,
}

impl RecoveryCode {
    /// A new random code.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn make() -> Result<RecoveryCode, NoRandomness> {
        Ok(RecoveryCode(random_secret()?))
    }

    /// Reads a code as typed. Case, spaces and hyphens do not matter; O is read as 0, I and L as 1.
    ///
    /// # Errors
    /// See [`RecoveryCodeError`].
    pub fn parse(typed: &str) -> Result<RecoveryCode, RecoveryCodeError> {
        let values = read_characters(typed)?;
        if values.len() != CHARS {
            return Err(RecoveryCodeError::Length { found: values.len() });
        }
        // The first character carries the two zero bits: above 7 it cannot stand in a code.
        if values[0] > 7 {
            return Err(RecoveryCodeError::Typo);
        }
        let code = Zeroizing::new(number(&values[..CODE_CHARS]).to_be_bytes());
        if number(&values[CODE_CHARS..]) != check_of(&code) {
            return Err(RecoveryCodeError::Typo);
        }
        Ok(RecoveryCode(code))
    }

    /// The code as it is printed: six groups of five characters. Wiped when dropped.
    #[must_use]
    pub fn groups(&self) -> Zeroizing<[String; 6]> {
        let characters = self.characters();
        let mut groups = Zeroizing::new(std::array::from_fn(|_| String::with_capacity(GROUP)));
        for (at, value) in characters.iter().enumerate() {
            groups[at / GROUP].push(char::from(ALPHABET[usize::from(*value)]));
        }
        groups
    }

    /// Whether every `(index, typed)` is that group of the code, with index 0 for the first. Reads
    /// as forgivingly as [`parse`](RecoveryCode::parse). No groups at all is no match.
    #[must_use]
    pub fn matches_groups(&self, asked: &[(usize, &str)]) -> bool {
        let characters = self.characters();
        !asked.is_empty()
            && asked.iter().all(|(index, typed)| {
                let group = characters.chunks(GROUP).nth(*index);
                group.is_some_and(|group| read_characters(typed).is_ok_and(|typed| typed.as_slice() == group))
            })
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }

    /// The 30 characters as values 0 to 31.
    fn characters(&self) -> Zeroizing<[u8; CHARS]> {
        let code = Zeroizing::new(u128::from_be_bytes(*self.0));
        let check = check_of(&self.0);
        Zeroizing::new(std::array::from_fn(|at| {
            let (number, last) = if at < CODE_CHARS { (*code, CODE_CHARS - 1) } else { (check, CHARS - 1) };
            low_five_bits(number >> (5 * (last - at)))
        }))
    }
}

impl std::fmt::Debug for RecoveryCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryCode(..)")
    }
}

/// The first 20 bits of SHA-256("holdfast recovery code 1" ‖ code).
fn check_of(code: &[u8; 16]) -> u128 {
    let hash = Hash::of_parts(&[b"holdfast recovery code 1", code]);
    let [a, b, c, ..] = *hash.as_bytes();
    u128::from(u32::from_be_bytes([0, a, b, c]) >> 4)
}

fn low_five_bits(number: u128) -> u8 {
    number.to_be_bytes()[15] & 31
}

fn number(values: &[u8]) -> u128 {
    values.iter().fold(0, |sum, value| (sum << 5) | u128::from(*value))
}

/// The values of all characters that count.
fn read_characters(typed: &str) -> Result<Zeroizing<Vec<u8>>, RecoveryCodeError> {
    let mut values = Zeroizing::new(Vec::with_capacity(typed.len()));
    for character in typed.chars().filter(|c| !is_spacing(*c)) {
        let group = values.len() / GROUP + 1;
        values.push(value_of(character).ok_or(RecoveryCodeError::Character { group })?);
    }
    Ok(values)
}

/// Spaces, hyphens and the dashes that word processors make of them.
fn is_spacing(character: char) -> bool {
    character.is_whitespace() || matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn value_of(character: char) -> Option<u8> {
    let read = match character.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let at = ALPHABET.iter().position(|known| char::from(*known) == read)?;
    u8::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(code: &RecoveryCode) -> String {
        code.groups().join("-")
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_back(bytes: [u8; 16]) {
            let code = RecoveryCode(Zeroizing::new(bytes));
            let read = RecoveryCode::parse(&text(&code)).unwrap();
            prop_assert_eq!(read.as_bytes(), &bytes);
        }
    }

    #[test]
    fn reading_forgives_case_spacing_and_look_alikes() {
        let code = RecoveryCode(Zeroizing::new([0x08, 0x42, 0, 0, 0, 1, 1, 0x10, 0, 0, 0, 0, 0, 9, 8, 7]));
        let printed = text(&code);
        assert!(printed.contains('0') && printed.contains('1'), "{printed}");
        let sloppy = printed.to_lowercase().replace('0', "o").replace('1', "l").replace('-', " \u{2013} ");
        assert_eq!(RecoveryCode::parse(&sloppy).unwrap().as_bytes(), code.as_bytes());
        assert_eq!(RecoveryCode::parse(&printed.replace('1', "I")).unwrap().as_bytes(), code.as_bytes());
    }

    #[test]
    fn every_single_mistyped_character_is_noticed() {
        let code = RecoveryCode(Zeroizing::new(*b"0123456789abcdef"));
        let printed: Vec<char> = text(&code).replace('-', "").chars().collect();
        let mut slips = 0;
        for at in 0..printed.len() {
            for other in ALPHABET.iter().map(|c| char::from(*c)).filter(|c| *c != printed[at]) {
                let mut typed = printed.clone();
                typed[at] = other;
                let typed: String = typed.into_iter().collect();
                slips += usize::from(RecoveryCode::parse(&typed).is_ok());
            }
        }
        assert_eq!(slips, 0, "a 20-bit check lets one slip in a million through");
    }

    #[test]
    fn length_and_impossible_characters_are_named() {
        let code = RecoveryCode(Zeroizing::new([3; 16]));
        let printed = text(&code);
        let error = |typed: &str| RecoveryCode::parse(typed).unwrap_err();
        assert_eq!(error(&printed[..20]), RecoveryCodeError::Length { found: 17 });
        assert_eq!(error(""), RecoveryCodeError::Length { found: 0 });
        let mut typed: Vec<char> = printed.chars().collect();
        typed[8] = 'U';
        assert_eq!(error(&typed.iter().collect::<String>()), RecoveryCodeError::Character { group: 2 });
        assert_eq!(error(&"Z".repeat(30)), RecoveryCodeError::Typo);
    }

    #[test]
    fn asked_back_groups_must_all_fit() {
        let code = RecoveryCode::make().unwrap();
        let groups = code.groups();
        let second = groups[1].to_lowercase();
        assert!(code.matches_groups(&[(1, &second), (5, &groups[5])]));
        assert!(!code.matches_groups(&[(1, &second), (4, "0000")]));
        assert!(!code.matches_groups(&[(6, &groups[5])]), "there is no seventh group");
        assert!(!code.matches_groups(&[]));
        assert!(!code.matches_groups(&[(0, "")]));
    }
}
