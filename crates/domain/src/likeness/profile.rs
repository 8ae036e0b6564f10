//! What of somebody is compared.

use chrono::NaiveDate;

use crate::names::{fold, latin, sounds, words};

/// Fewer digits are no phone number.
const LEAST_DIGITS: usize = 6;

/// What is known of somebody who is looked for. Everything may be missing.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The full name first, then any others; in any script and order.
    pub names: Vec<String>,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// The date is estimated or due.
    pub born_about: bool,
    /// Postcode, as written.
    pub postcode: Option<String>,
    /// Phone number, as written.
    pub phone: Option<String>,
    /// Identifiers of any scheme that is one person's, as written.
    pub identifiers: Vec<String>,
    /// `female`, `male`; whatever else tells nobody apart.
    pub sex: Option<String>,
}

crate::named_only!(Wanted, Profile);

/// Somebody, taken apart for comparing.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Profile {
    pub(super) full: Vec<Token>,
    pub(super) others: Vec<Token>,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// The date is estimated or due.
    pub born_about: bool,
    /// Postcodes, as [`plain`] writes them.
    pub postcodes: Vec<String>,
    /// Digits of phone numbers, as [`digits`] writes them.
    pub phones: Vec<String>,
    /// Identifiers of schemes that are one person's, as [`plain`] writes them.
    pub identifiers: Vec<String>,
    /// `female`, `male`; whatever else tells nobody apart.
    pub sex: Option<String>,
}

/// A word of a name.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) word: String,
    pub(super) latin: String,
    pub(super) sounds: Vec<String>,
}

impl Token {
    fn new(word: String) -> Self {
        Self { latin: latin(&word), sounds: sounds(&word), word }
    }
}

impl Profile {
    /// Of somebody with a full name and words of any other names.
    pub fn named<'a>(full: &str, others: impl IntoIterator<Item = &'a str>) -> Self {
        let full: Vec<Token> = words(full).into_iter().map(Token::new).collect();
        let mut beside: Vec<Token> = Vec::new();
        for word in others.into_iter().flat_map(words) {
            if !full.iter().chain(&beside).any(|token| token.word == word) {
                beside.push(Token::new(word));
            }
        }
        Self { full, others: beside, ..Self::default() }
    }

    /// Every word of every name, folded.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.full.iter().chain(&self.others).map(|token| token.word.as_str())
    }

    /// Every word of every name with how it sounds.
    pub fn words_and_sounds(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.full.iter().chain(&self.others).map(|token| (token.word.as_str(), token.sounds.as_slice()))
    }
}

impl From<&Wanted> for Profile {
    fn from(wanted: &Wanted) -> Self {
        let mut names = wanted.names.iter().map(String::as_str);
        let mut profile = Self::named(names.next().unwrap_or_default(), names);
        profile.born = wanted.born;
        profile.born_about = wanted.born_about;
        profile.postcodes = wanted.postcode.as_deref().map(plain).filter(|text| !text.is_empty()).into_iter().collect();
        profile.phones = wanted.phone.as_deref().map(digits).filter(|text| is_dialled(text)).into_iter().collect();
        profile.identifiers = wanted.identifiers.iter().map(|id| plain(id)).filter(|id| !id.is_empty()).collect();
        profile.sex.clone_from(&wanted.sex);
        profile
    }
}

/// A postcode or an identifier for finding: folded, letters and digits only.
pub fn plain(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// The digits of a phone number as people dial it here: +44 and 0044 are 0, and the 0 that a
/// spreadsheet took away is there again. An e-mail address has none.
pub fn digits(text: &str) -> String {
    if text.contains('@') {
        return String::new();
    }
    let digits: String = text.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let with_code = text.trim_start().starts_with('+');
    let abroad = digits.strip_prefix("0044").or_else(|| {
        let rest = digits.strip_prefix("44")?;
        (rest.len() >= 9 || (with_code && !rest.is_empty())).then_some(rest)
    });
    // Of ten digits without a 0 in front, these begin a number of this country.
    let bare = || !with_code && digits.len() == 10 && digits.starts_with(['1', '2', '3', '7', '8']);
    match abroad {
        Some(rest) => format!("0{}", rest.trim_start_matches('0')),
        None if bare() => format!("0{digits}"),
        None => digits,
    }
}

/// Whether a number, as [`digits`] writes it, is one by which people can be the same: not the end of
/// one, and not the zeros that are written where nobody knows it.
pub(super) fn is_dialled(digits: &str) -> bool {
    digits.len() >= LEAST_DIGITS && digits.bytes().any(|digit| Some(digit) != digits.bytes().next())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{digits, plain};

    #[rstest]
    #[case("020 7946 0123", "02079460123")]
    #[case("+44 20 7946 0123", "02079460123")]
    #[case("+44 (0)20 7946 0123", "02079460123")]
    #[case("0044 20 7946 0123", "02079460123")]
    #[case("07700 900123", "07700900123")]
    #[case("+447700900123", "07700900123")]
    #[case("+44 07700 900123", "07700900123")]
    #[case("447700900123", "07700900123")]
    #[case("7700900123", "07700900123")]
    #[case("7700 900 123 (mother)", "07700900123")]
    #[case("+44 7700", "07700")]
    #[case("+1 212 555 0123", "12125550123")]
    #[case("+7 495 1234 567", "74951234567")]
    #[case("sam12@example.org", "")]
    #[case("ask Nan", "")]
    #[case("44", "44")]
    fn a_phone_number_is_its_digits(#[case] written: &str, #[case] kept: &str) {
        assert_eq!(digits(written), kept);
    }

    #[test]
    fn a_postcode_is_found_without_its_blank() {
        assert_eq!(plain("E8 1ea"), plain("e81EA"));
    }
}
