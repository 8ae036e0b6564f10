//! Times as people read them. JSON keeps them as machines do.

use app::SystemClock;
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use domain::Clock;

/// "22 Nov 2026, 00:17", by the clock of this place; "22 Nov 2026" for a day without a time. What
/// is no time stays as it is.
pub(crate) fn in_words(written: &str) -> String {
    const DAY: &str = "%-d %b %Y";
    const MOMENT: &str = "%-d %b %Y, %H:%M";
    if let Ok(moment) = DateTime::parse_from_rfc3339(written) {
        return moment.with_timezone(&SystemClock.zone()).format(MOMENT).to_string();
    }
    if let Ok(moment) = NaiveDateTime::parse_from_str(written, "%Y-%m-%dT%H:%M") {
        return moment.format(MOMENT).to_string();
    }
    match NaiveDate::parse_from_str(written, "%Y-%m-%d") {
        Ok(day) => day.format(DAY).to_string(),
        Err(_) => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn the_time_of_an_event_stands_as_it_was_on_the_clock_there() {
        assert_eq!(in_words("2026-11-22T00:17"), "22 Nov 2026, 00:17");
        assert_eq!(in_words("2026-11-02"), "2 Nov 2026", "a time that is not known is not midnight");
    }

    #[test]
    fn a_moment_has_no_zone_and_no_fractions_of_seconds() {
        let words = in_words("2026-11-22T12:17:03.123456+00:00");
        assert_eq!(words.len(), "22 Nov 2026, 00:17".len());
        assert!(words.contains(" Nov 2026, "), "{words}");
    }

    #[test]
    fn what_is_no_time_stays_as_it_is() {
        for text in ["4F7K-Q2MT", "school code 999 is not known", ""] {
            assert_eq!(in_words(text), text);
        }
    }
}
