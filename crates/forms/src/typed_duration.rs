//! What people type for a length of time, and what it comes to.

use serde_json::Value;

use crate::{problem::ProblemCode, typed::digits};

/// More than a year in hours is a slip of the pen.
const MOST_SECONDS: u64 = 9_999 * 3_600 + 3_599;

/// A length of time in seconds, from three boxes or from one line: `1:30` (hours and minutes),
/// `1:30:15`, `1 hour 30 minutes`, `90 min`, `PT1H30M`. A number alone could be hours or minutes.
pub(crate) fn duration(value: &Value) -> Result<u64, ProblemCode> {
    let seconds = match value {
        Value::String(line) => from_line(&line.trim().to_lowercase()),
        Value::Object(_) => {
            let part = |name: &str| match value.get(name) {
                None | Some(Value::Null) => Some(0),
                Some(Value::String(text)) if text.trim().is_empty() => Some(0),
                Some(Value::String(text)) => digits(text.trim()).map(u64::from),
                Some(_) => None,
            };
            total(part("hours"), part("minutes"), part("seconds"))
        }
        _ => return Err(ProblemCode::NotUnderstood),
    };
    seconds.filter(|seconds| *seconds <= MOST_SECONDS).ok_or(ProblemCode::NotADuration)
}

fn total(hours: Option<u64>, minutes: Option<u64>, seconds: Option<u64>) -> Option<u64> {
    Some(hours? * 3_600 + minutes? * 60 + seconds?)
}

fn from_line(line: &str) -> Option<u64> {
    if line.contains(':') {
        let parts: Option<Vec<u64>> = line.split(':').map(|part| digits(part.trim()).map(u64::from)).collect();
        return match parts?.as_slice() {
            [hours, minutes @ 0..=59] => total(Some(*hours), Some(*minutes), Some(0)),
            [hours, minutes @ 0..=59, seconds @ 0..=59] => total(Some(*hours), Some(*minutes), Some(*seconds)),
            _ => None,
        };
    }
    let mut rest = line.strip_prefix("pt").unwrap_or(line).trim();
    let (mut hours, mut minutes, mut seconds) = (None, None, None);
    while !rest.is_empty() {
        let (number, after) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
        let after = after.trim_start();
        let (unit, after) = after.split_at(after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len()));
        let place = match unit {
            "h" | "hr" | "hrs" | "hour" | "hours" => &mut hours,
            "m" | "min" | "mins" | "minute" | "minutes" => &mut minutes,
            "s" | "sec" | "secs" | "second" | "seconds" => &mut seconds,
            // `1h30`: what stands behind the hours alone are minutes.
            "" if hours.is_some() => &mut minutes,
            _ => return None,
        };
        if place.replace(u64::from(digits(number)?)).is_some() {
            return None;
        }
        let after = after.trim_start_matches([' ', ',']);
        rest = after.strip_prefix("and ").unwrap_or(after);
    }
    // An empty line is no length of time, not even none.
    hours.or(minutes).or(seconds)?;
    total(hours.or(Some(0)), minutes.or(Some(0)), seconds.or(Some(0)))
}

/// The one shape in which it is filed: ISO 8601, `PT1H30M`.
pub(crate) fn filed(seconds: u64) -> String {
    let mut written = String::from("PT");
    for (count, unit) in split(seconds).into_iter().zip(['H', 'M', 'S']) {
        if count > 0 {
            written.push_str(&format!("{count}{unit}"));
        }
    }
    if seconds == 0 {
        written.push_str("0M");
    }
    written
}

/// As people read it: `1 hour 30 minutes`.
pub(crate) fn words(seconds: u64) -> String {
    let named = split(seconds).into_iter().zip(["hour", "minute", "second"]);
    let parts: Vec<String> = named
        .filter(|(count, _)| *count > 0)
        .map(|(count, unit)| format!("{count} {unit}{}", if count == 1 { "" } else { "s" }))
        .collect();
    if parts.is_empty() { "0 minutes".to_owned() } else { parts.join(" ") }
}

fn split(seconds: u64) -> [u64; 3] {
    [seconds / 3_600, seconds / 60 % 60, seconds % 60]
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::{Value, json};

    use super::{duration, filed, words};
    use crate::problem::ProblemCode;

    #[rstest]
    #[case(json!({"hours": "1", "minutes": "30", "seconds": ""}), "PT1H30M", "1 hour 30 minutes")]
    #[case(json!({"minutes": "90"}), "PT1H30M", "1 hour 30 minutes")]
    #[case(json!("1:30"), "PT1H30M", "1 hour 30 minutes")]
    #[case(json!("0:00:15"), "PT15S", "15 seconds")]
    #[case(json!("1 hour, 5 min"), "PT1H5M", "1 hour 5 minutes")]
    #[case(json!("2 hours and 1 minute"), "PT2H1M", "2 hours 1 minute")]
    #[case(json!("45 mins"), "PT45M", "45 minutes")]
    #[case(json!("1h30"), "PT1H30M", "1 hour 30 minutes")]
    #[case(json!("1h30m"), "PT1H30M", "1 hour 30 minutes")]
    #[case(json!("PT1H30M15S"), "PT1H30M15S", "1 hour 30 minutes 15 seconds")]
    #[case(json!("0:00"), "PT0M", "0 minutes")]
    fn a_length_of_time_is_read_as_people_write_it(#[case] typed: Value, #[case] kept: &str, #[case] read: &str) {
        let seconds = duration(&typed).unwrap();
        assert_eq!(filed(seconds), kept);
        assert_eq!(words(seconds), read);
        assert_eq!(duration(&json!(kept)), Ok(seconds), "what is filed reads back");
    }

    #[rstest]
    #[case(json!("90"))]
    #[case(json!("1:75"))]
    #[case(json!("an hour"))]
    #[case(json!("5 days"))]
    #[case(json!("1 hour 2 hours"))]
    #[case(json!("99999999999 hours"))]
    #[case(json!({"hours": "x"}))]
    #[case(json!({"hours": 7}))]
    fn what_could_mean_two_things_is_no_length_of_time(#[case] typed: Value) {
        assert_eq!(duration(&typed), Err(ProblemCode::NotADuration));
    }
}
