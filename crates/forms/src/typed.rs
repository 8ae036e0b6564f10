//! What people type for the parts of a day, a time and a number, and what it comes to.

use chrono::{NaiveDate, NaiveTime};
use serde_json::{Number, Value};

use crate::problem::ProblemCode;

const MONTHS: [&str; 12] = [
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

/// A day from its three parts; the month may be a number or a name.
pub(crate) fn from_parts(day: &str, month: &str, year: &str) -> Result<NaiveDate, ProblemCode> {
    if [day, month, year].iter().any(|part| part.is_empty()) {
        return Err(ProblemCode::DateIncomplete);
    }
    let Some(year_number) = digits(year) else {
        return Err(ProblemCode::NotADate);
    };
    if year.len() != 4 {
        return Err(ProblemCode::YearNotFourDigits);
    }
    digits(day)
        .zip(self::month(month))
        .zip(i32::try_from(year_number).ok())
        .and_then(|((day, month), year)| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or(ProblemCode::NotADate)
}

pub(crate) fn digits(text: &str) -> Option<u32> {
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// A month by its number or by the beginning of its name.
pub(crate) fn month(text: &str) -> Option<u32> {
    digits(text).or_else(|| month_by_name(text))
}

fn month_by_name(text: &str) -> Option<u32> {
    let name = text.to_lowercase();
    if name.len() < 3 {
        return None;
    }
    (1..).zip(MONTHS).find_map(|(number, month)| month.starts_with(&name).then_some(number))
}

/// A time of day: `14:30`, `14.30`, `1430`, `2.30pm`, `2 pm`. `14:3` is half a time.
pub(crate) fn time(value: &Value) -> Result<NaiveTime, ProblemCode> {
    time_text(value.as_str().ok_or(ProblemCode::NotUnderstood)?)
}

pub(crate) fn time_text(text: &str) -> Result<NaiveTime, ProblemCode> {
    let text = text.trim().to_lowercase();
    let (clock, half) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(clock), _) => (clock.trim(), Some(0)),
        (_, Some(clock)) => (clock.trim(), Some(12)),
        _ => (text.as_str(), None),
    };
    let (hour, minute) = match clock.split_once([':', '.']) {
        Some((hour, minute)) => (hour, minute),
        None if half.is_some() && clock.len() <= 2 => (clock, "00"),
        None if clock.is_ascii() && (3..=4).contains(&clock.len()) => clock.split_at(clock.len() - 2),
        None => return Err(ProblemCode::NotATime),
    };
    if hour.len() > 2 || minute.len() != 2 {
        return Err(ProblemCode::NotATime);
    }
    digits(hour)
        .zip(digits(minute))
        .and_then(|(hour, minute)| {
            let hour = match half {
                None => hour,
                Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
                Some(_) => return None,
            };
            NaiveTime::from_hms_opt(hour, minute, 0)
        })
        .ok_or(ProblemCode::NotATime)
}

/// A number with a point and up to 15 digits. No commas: `1,5` means different things to
/// different people.
pub(crate) fn number(value: &Value) -> Result<Number, ProblemCode> {
    if let Value::Number(number) = value {
        return Ok(number.clone());
    }
    let Some(text) = value.as_str() else {
        return Err(ProblemCode::NotUnderstood);
    };
    let text = text.trim();
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let (whole, decimals) = match unsigned.split_once('.') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (unsigned, None),
    };
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if unsigned.len() > 16 || !plain(whole) || !decimals.is_none_or(plain) {
        return Err(ProblemCode::NotANumber);
    }
    if decimals.is_none() {
        return text.parse::<i64>().map(Number::from).map_err(|_| ProblemCode::NotANumber);
    }
    text.parse().ok().and_then(Number::from_f64).ok_or(ProblemCode::NotANumber)
}

/// Limits in forms are small; a float holds them exactly.
#[allow(clippy::cast_precision_loss)]
pub(crate) fn as_float(limit: i64) -> f64 {
    limit as f64
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::{Value, json};

    use super::{number, time};
    use crate::problem::ProblemCode;

    #[rstest]
    #[case("14:30", "14:30:00")]
    #[case("9.05", "09:05:00")]
    #[case("1430", "14:30:00")]
    #[case("930", "09:30:00")]
    #[case("2.30pm", "14:30:00")]
    #[case("12 am", "00:00:00")]
    #[case("12pm", "12:00:00")]
    fn a_time_is_read_as_people_write_it(#[case] typed: &str, #[case] expected: &str) {
        assert_eq!(time(&json!(typed)).unwrap().to_string(), expected);
    }

    #[rstest]
    #[case("14:3")]
    #[case("14")]
    #[case("25:00")]
    #[case("13pm")]
    #[case("٣:٣٠")]
    #[case("after school")]
    fn half_a_time_is_no_time(#[case] typed: &str) {
        assert_eq!(time(&json!(typed)), Err(ProblemCode::NotATime));
    }

    #[rstest]
    #[case("12", json!(12))]
    #[case("-3", json!(-3))]
    #[case("3.5", json!(3.5))]
    fn a_number_is_read(#[case] typed: &str, #[case] expected: Value) {
        assert_eq!(Value::Number(number(&json!(typed)).unwrap()), expected);
    }

    #[rstest]
    #[case("1,5")]
    #[case("1e9")]
    #[case("twelve")]
    #[case(".")]
    #[case("99999999999999999999")]
    fn what_could_mean_two_things_is_no_number(#[case] typed: &str) {
        assert_eq!(number(&json!(typed)), Err(ProblemCode::NotANumber));
    }
}
