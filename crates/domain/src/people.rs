//! What is recorded of a person. Nothing is required but a name.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// A fact about a person, amended field by field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonField {
    /// Full name.
    Name,
    /// What the person likes to be called.
    KnownAs,
    /// `YYYY-MM-DD`.
    DateOfBirth,
    /// One of [`CARE_STATUSES`]: the plan under which the service works with a child.
    CareStatus,
}

impl PersonField {
    /// Every field.
    pub const ALL: [Self; 4] = [Self::Name, Self::KnownAs, Self::DateOfBirth, Self::CareStatus];

    /// The name of the column and of the JSON member.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::KnownAs => "known_as",
            Self::DateOfBirth => "date_of_birth",
            Self::CareStatus => "care_status",
        }
    }

    /// The field of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.as_str() == text)
    }
}

/// The plan under which the service works with a child, from early help to leaving care. Dated
/// episodes of each come with the child's file.
pub const CARE_STATUSES: [&str; 6] =
    ["early_help", "child_in_need", "child_protection_plan", "looked_after", "care_leaver", "none_of_these"];

/// Why a name cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NameFault {
    /// Nothing but blanks.
    #[error("a name is needed")]
    Empty,
    /// Longer than 255 characters.
    #[error("a name has 255 characters at most")]
    TooLong,
}

/// Blanks trimmed and folded, letters composed (NFC) so that the same name typed on two keyboards
/// is the same text. Every script is taken as it is.
pub fn tidy_name(typed: &str) -> Result<String, NameFault> {
    let tidy = typed.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect::<String>();
    match tidy.chars().count() {
        0 => Err(NameFault::Empty),
        1..=255 => Ok(tidy),
        _ => Err(NameFault::TooLong),
    }
}

/// Whole years on `today`; none before birth. Somebody born on 29 February is a year older on
/// 1 March of a year that has no such day.
pub fn age_on(born: NaiveDate, today: NaiveDate) -> Option<u32> {
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    let years = today.year() - born.year() - i32::from(!had_birthday);
    u32::try_from(years).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("  Zoë   Çelik ", "Zoë Çelik")]
    #[case("Zoe\u{308} C\u{327}elik", "Zoë Çelik")]
    #[case("محمد الأمين", "محمد الأمين")]
    #[case("חיה רחל", "חיה רחל")]
    fn a_name_of_any_script_is_kept(#[case] typed: &str, #[case] kept: &str) {
        assert_eq!(tidy_name(typed).unwrap(), kept);
    }

    #[test]
    fn blanks_are_no_name() {
        assert_eq!(tidy_name(" \t"), Err(NameFault::Empty));
    }

    #[rstest]
    #[case("2016-02-29", "2026-02-28", Some(9))]
    #[case("2016-02-29", "2026-03-01", Some(10))]
    #[case("2026-11-22", "2026-11-21", None)]
    #[case("2026-11-21", "2026-11-21", Some(0))]
    fn age_counts_whole_years(#[case] born: &str, #[case] today: &str, #[case] age: Option<u32>) {
        assert_eq!(age_on(born.parse().unwrap(), today.parse().unwrap()), age);
    }
}
