//! What is recorded of a person. Nothing is required but a name.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

macro_rules! fields {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What is recorded of a person once, amended field by field. What there may be several of,
        /// or has a beginning and an end, is a [`crate::Fact`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
                #[serde(rename_all = "snake_case")]
        pub enum PersonField {
            $($(#[$doc])* $name,)*
        }

        impl PersonField {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The name of the column and of the JSON member.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The field of that name.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.as_str() == text)
            }
        }
    };
}

fields! {
    /// Full name.
    Name = "name";
    /// What the person likes to be called.
    KnownAs = "known_as";
    /// `YYYY-MM-DD`: of birth, estimated or due, as [`Self::DateOfBirthIs`] says.
    DateOfBirth = "date_of_birth";
    /// The plan under which the service works with the child, as somebody said; open episodes say it
    /// better and go before it. One of [`CARE_STATUSES`].
    CareStatus = "care_status";
    /// One of [`PERSON_KINDS`]; a child where nobody says.
    Kind = "kind";
    /// `exact` (also when it is missing), `estimated` or `due`.
    DateOfBirthIs = "date_of_birth_is";
    /// `YYYY-MM-DD`.
    DateOfDeath = "date_of_death";
    /// `female`, `male`, `indeterminate`, `not_known`.
    Sex = "sex";
    /// In the person's own words.
    Gender = "gender";
    /// Such as "she/her".
    Pronouns = "pronouns";
    /// Code of the list `ethnicity`, or `declined` or `not_asked`.
    Ethnicity = "ethnicity";
    /// In the person's own words.
    EthnicityDescribed = "ethnicity_described";
    /// Languages spoken, the first one first.
    Languages = "languages";
    /// `yes`, `no`, `not_asked`.
    InterpreterNeeded = "interpreter_needed";
    /// How the person communicates and what they need: Makaton, large print, British Sign Language.
    Communication = "communication";
    /// Codes of the list `disability`, parted by blanks, or `none`, `declined`, `not_asked`.
    Disability = "disability";
    /// What the disability means for this person.
    DisabilityDescribed = "disability_described";
    /// Code of the list `religion`, or `declined` or `not_asked`.
    Religion = "religion";
    /// Nationality.
    Nationality = "nationality";
    /// Immigration status.
    Immigration = "immigration";
    /// School, nursery or college.
    School = "school";
    /// General practitioner or practice.
    Gp = "gp";
    /// A professional's or a group's agency.
    Agency = "agency";
    /// What a professional does there.
    Job = "job";
    /// To what the person has consented, and who did for them.
    Consent = "consent";
    /// Anything else about the person that is not an event.
    Note = "note";
}

/// What a file can be of. Records are about people, but also about places and groups.
pub const PERSON_KINDS: [&str; 6] = ["child", "unborn_child", "adult", "professional", "place", "group"];

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
