//! Times of day and zones as spreadsheets write them.

use chrono::{FixedOffset, NaiveTime, Timelike};

/// Longer than any date or time: what is longer is text and is not looked into.
const LONGEST: usize = 60;

/// A text that may be a date or a time, its blanks made plain: newer spreadsheets write a narrow one
/// before "PM". None for any other text.
pub(super) fn plain_blanks(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return None;
    }
    let plain = text.replace(['\u{202F}', '\u{00A0}', '\u{2009}'], " ");
    plain.is_ascii().then_some(plain)
}

pub(super) fn half_of_day(word: &str) -> Option<bool> {
    match word.to_ascii_lowercase().replace('.', "").as_str() {
        "am" => Some(false),
        "pm" => Some(true),
        _ => None,
    }
}

/// `GMT`, `BST`, `UTC`, `Z`, `GMT+1`, `GMT+5:30`, `+0100`, `+01:00`.
pub(super) fn zone(word: &str) -> Option<FixedOffset> {
    let upper = word.to_ascii_uppercase();
    if upper == "BST" {
        return FixedOffset::east_opt(3600);
    }
    if upper == "Z" {
        return FixedOffset::east_opt(0);
    }
    let named = upper.strip_prefix("GMT").or_else(|| upper.strip_prefix("UTC"));
    let rest = named.unwrap_or(&upper);
    if rest.is_empty() {
        return FixedOffset::east_opt(0);
    }
    let (sign, digits) = match rest.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) => (-1, digits),
        _ => return None,
    };
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    if hours > 14 || minutes > 59 {
        return None;
    }
    FixedOffset::east_opt(sign * i32::try_from(hours * 3600 + minutes * 60).ok()?)
}

/// `14:05`, `2:05pm`, `14:05:09.123Z`, `14:05:09+01:00`.
pub(super) fn clock_of(word: &str) -> Option<(NaiveTime, Option<bool>, Option<FixedOffset>)> {
    let end = word.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.')).unwrap_or(word.len());
    let (clock, rest) = word.split_at_checked(end)?;
    let (half, offset) = match rest {
        "" => (None, None),
        rest => match half_of_day(rest) {
            Some(half) => (Some(half), None),
            None => (None, Some(zone(rest)?)),
        },
    };
    let whole = clock.split('.').next()?;
    let parts: Vec<u32> = whole.split(':').map(number).collect::<Option<_>>()?;
    let time = match parts.as_slice() {
        [hour, minute] => NaiveTime::from_hms_opt(*hour, *minute, 0)?,
        [hour, minute, second] => NaiveTime::from_hms_opt(*hour, *minute, *second)?,
        _ => return None,
    };
    Some((time, half, offset))
}

pub(super) fn on_the_clock(time: NaiveTime, half: Option<bool>) -> Option<NaiveTime> {
    let Some(afternoon) = half else { return Some(time) };
    let hour = time.hour();
    if !(1..=12).contains(&hour) {
        return None;
    }
    time.with_hour(hour % 12 + if afternoon { 12 } else { 0 })
}

/// A time of day alone, to the second.
pub(super) fn time_of_day(text: &str) -> Option<NaiveTime> {
    let text = plain_blanks(text)?;
    let (clock, half) = match text.split_once(' ') {
        Some((clock, half)) => (clock, Some(half_of_day(half.trim())?)),
        None => (text.as_str(), None),
    };
    if !clock.contains(':') {
        return None;
    }
    let (time, attached, offset) = clock_of(clock)?;
    if offset.is_some() {
        return None;
    }
    on_the_clock(time, attached.or(half))
}

pub(super) fn number(text: &str) -> Option<u32> {
    let plain = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::time_of_day;

    #[rstest]
    #[case("14:30", Some("14:30:00"))]
    #[case("2:30:00 PM", Some("14:30:00"))]
    #[case("12:00 am", Some("00:00:00"))]
    #[case("2:30pm", Some("14:30:00"))]
    #[case("2:30\u{202F}PM", Some("14:30:00"))]
    #[case("13:00 pm", None)]
    #[case("half past two", None)]
    fn a_time_of_day_is_read(#[case] text: &str, #[case] expected: Option<&str>) {
        assert_eq!(time_of_day(text).map(|time| time.to_string()).as_deref(), expected);
    }
}
