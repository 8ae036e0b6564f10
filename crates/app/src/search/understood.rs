//! What the box was given: a date, a postcode, a phone number, an identifier, or words.

use chrono::{Datelike, NaiveDate};
use domain::{
    identifiers::{emergency_id, read_emergency_id},
    likeness::{digits, plain},
};

/// One way to understand what was typed.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// A day of birth.
    Born(NaiveDate),
    /// A postcode or its beginning, folded, without blanks.
    Postcode(String),
    /// The beginning of a phone number.
    Phone(String),
    /// The beginning of any number of a person, folded, letters and digits only.
    Identifier(String),
}

domain::named_only!(Reading);

/// Every way to understand what was typed that is not by its words, the likeliest first.
pub(super) fn readings(typed: &str, today: NaiveDate) -> Vec<Reading> {
    let typed = typed.trim();
    let mut readings = Vec::new();
    readings.extend(day(typed, today).map(Reading::Born));
    let folded = plain(typed);
    if is_postcode(&folded) {
        readings.push(Reading::Postcode(folded.clone()));
    }
    let number = digits(typed);
    let dialled = typed.chars().all(|sign| sign.is_ascii_digit() || " +-()".contains(sign));
    if dialled && number.len() >= 4 {
        readings.push(Reading::Phone(number));
    }
    if let Some(bits) = read_emergency_id(typed) {
        readings.push(Reading::Identifier(plain(&emergency_id(bits))));
    }
    let has_digit = folded.chars().any(|sign| sign.is_ascii_digit());
    if has_digit && folded.len() >= 3 && !readings.contains(&Reading::Identifier(folded.clone())) {
        readings.push(Reading::Identifier(folded));
    }
    readings
}

/// One or two letters and a digit begin a postcode; the second half is a digit and two letters.
fn is_postcode(folded: &str) -> bool {
    let letters = folded.chars().take_while(char::is_ascii_lowercase).count();
    let rest: Vec<char> = folded.chars().skip(letters).collect();
    let shape = rest.iter().map(|sign| if sign.is_ascii_digit() { '9' } else { 'a' }).collect::<String>();
    let ascii = rest.iter().all(char::is_ascii_alphanumeric);
    let begins = ["9", "99", "9a", "999", "9a9", "999a", "9a9a", "999aa", "9a9aa", "99a", "99aa"];
    (1..=2).contains(&letters) && ascii && begins.contains(&shape.as_str())
}

/// A day as people type it: `3/4/12`, `3 apr 2012`, `2012-04-03`. The day comes first; of two digits,
/// the year is the last one that is not in the future.
fn day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let parts: Vec<&str> = typed
        .split(|sign: char| sign.is_whitespace() || "/.-,".contains(sign))
        .filter(|part| !part.is_empty())
        .collect();
    let [first, month, last] = parts[..] else { return None };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let ordinal = day.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    let all_digits = |text: &str| !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit());
    if !all_digits(ordinal) || !all_digits(year) {
        return None;
    }
    let number: i32 = year.parse().ok()?;
    let year = match year.len() {
        4 => number,
        2 if 2000 + number > today.year() => 1900 + number,
        2 => 2000 + number,
        _ => return None,
    };
    NaiveDate::from_ymd_opt(year, self::month(month)?, ordinal.parse().ok()?)
}

fn month(text: &str) -> Option<u32> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let text = text.to_lowercase();
    let at = NAMES.iter().position(|name| text.len() >= 3 && name.starts_with(&text))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    #[rstest]
    #[case("3/4/12", "2012-04-03")]
    #[case("3 apr 2012", "2012-04-03")]
    #[case("03.04.2012", "2012-04-03")]
    #[case("3rd April 2012", "2012-04-03")]
    #[case("2012-04-03", "2012-04-03")]
    #[case("1-9-98", "1998-09-01")]
    fn a_date_is_read_as_people_type_it(#[case] typed: &str, #[case] born: NaiveDate) {
        assert!(readings(typed, today()).first() == Some(&Reading::Born(born)));
    }

    #[rstest]
    #[case("e8", "e8")]
    #[case("E8 1", "e81")]
    #[case("N16 5Q", "n165q")]
    #[case("EC1A 1BB", "ec1a1bb")]
    fn a_part_of_a_postcode_is_read(#[case] typed: &str, #[case] folded: &str) {
        assert!(readings(typed, today()).contains(&Reading::Postcode(folded.to_owned())));
    }

    #[rstest]
    #[case("Maya Testcase")]
    #[case("31/2/12")]
    #[case("ma")]
    #[case("m1sample")]
    fn a_name_is_no_date_and_no_postcode(#[case] typed: &str) {
        let none = |reading: &Reading| matches!(reading, Reading::Identifier(_) | Reading::Phone(_));
        assert!(readings(typed, today()).iter().all(none));
    }

    #[test]
    fn a_number_is_looked_for_as_phone_and_as_identifier() {
        let number = "943 476 5919";
        let found = readings(number, today());
        assert!(found.contains(&Reading::Phone("9434765919".to_owned())));
        assert!(found.contains(&Reading::Identifier("9434765919".to_owned())));
        assert!(readings("+44 7700 900123", today()).contains(&Reading::Phone("07700900123".to_owned())));
        let id = emergency_id(12345);
        assert!(readings(&id.to_lowercase(), today()).contains(&Reading::Identifier(plain(&id))));
    }
}
