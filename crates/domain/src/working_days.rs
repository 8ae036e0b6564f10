//! Working days in England: not Saturdays, Sundays or bank holidays.
//!
//! Bank holidays of the years in `data/bank_holidays.json` are as they were proclaimed, with those
//! that came once (2020, 2022, 2023). Other years follow the rule: those proclaimed later for one
//! occasion are not known to it, so the file is to be kept ahead of the calendar.

use std::{collections::BTreeSet, sync::LazyLock};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

#[derive(Default, Deserialize)]
#[serde(default)]
struct Proclaimed {
    first_year: i32,
    last_year: i32,
    days: BTreeSet<NaiveDate>,
}

static PROCLAIMED: LazyLock<Proclaimed> =
    // That it reads is tested; a file that did not would leave the rule alone to go by.
    LazyLock::new(|| serde_json::from_str(include_str!("../data/bank_holidays.json")).unwrap_or_default());

/// Whether offices work on that day.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_bank_holiday(day)
}

/// The working day that many working days after a day. The day itself does not count; none more
/// gives the day itself.
pub fn add(day: NaiveDate, working_days: u32) -> NaiveDate {
    walk(day, working_days, |day| day.checked_add_days(Days::new(1)))
}

/// The working day that many working days before a day.
pub fn back(day: NaiveDate, working_days: u32) -> NaiveDate {
    walk(day, working_days, |day| day.checked_sub_days(Days::new(1)))
}

/// How many working days come after the first day, up to and with the last; 0 when the last is not
/// after the first.
pub fn between(first: NaiveDate, last: NaiveDate) -> u32 {
    let days = first.iter_days().skip(1).take_while(|day| *day <= last).filter(|day| is_working_day(*day));
    u32::try_from(days.count()).unwrap_or(u32::MAX)
}

fn walk(from: NaiveDate, working_days: u32, step: impl Fn(NaiveDate) -> Option<NaiveDate>) -> NaiveDate {
    let mut day = from;
    let mut left = working_days;
    while left > 0 {
        // Only at the end of the calendar is there no next day.
        let Some(next) = step(day) else { return day };
        day = next;
        if is_working_day(day) {
            left -= 1;
        }
    }
    day
}

fn is_bank_holiday(day: NaiveDate) -> bool {
    if (PROCLAIMED.first_year..=PROCLAIMED.last_year).contains(&day.year()) {
        return PROCLAIMED.days.contains(&day);
    }
    by_rule(day.year()).contains(&Some(day))
}

/// The eight that come every year, with the days in place of those that fall on a weekend.
fn by_rule(year: i32) -> [Option<NaiveDate>; 8] {
    let on = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let easter = easter_sunday(year);
    let new_year = on(1, 1).map(|day| match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    });
    let (christmas, boxing) = match on(12, 25).map(|day| day.weekday()) {
        Some(Weekday::Fri) => (25, 28),
        Some(Weekday::Sat | Weekday::Sun) => {
            (27, if on(12, 26).map(|day| day.weekday()) == Some(Weekday::Mon) { 26 } else { 28 })
        }
        _ => (25, 26),
    };
    let last_monday = |month| (25..=31).filter_map(|day| on(month, day)).find(|day| day.weekday() == Weekday::Mon);
    [
        new_year,
        easter.and_then(|day| day.checked_sub_days(Days::new(2))),
        easter.and_then(|day| day.checked_add_days(Days::new(1))),
        NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Mon, 1),
        last_monday(5),
        last_monday(8),
        on(12, christmas),
        on(12, boxing),
    ]
}

/// Easter Sunday by the Gregorian computus.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (golden, century, of_century) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - moon - of_century % 4) % 7;
    let shift = (golden + 11 * moon + 22 * sunday) / 451;
    let since = moon + sunday - 7 * shift + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(since / 31).ok()?, u32::try_from(since % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use rstest::rstest;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("2015-04-05")]
    #[case("2019-04-21")]
    #[case("2024-03-31")]
    #[case("2025-04-20")]
    #[case("2038-04-25")]
    #[case("2285-03-22")]
    fn easter_falls_where_the_almanac_has_it(#[case] sunday: &str) {
        let sunday = day(sunday);
        assert_eq!(easter_sunday(sunday.year()), Some(sunday));
    }

    #[test]
    fn the_proclaimed_days_differ_from_the_rule_only_where_a_proclamation_said_so() {
        assert!(PROCLAIMED.first_year == 2015 && PROCLAIMED.last_year == 2028, "the file reads");
        let ruled: BTreeSet<NaiveDate> = (2015..=2028).flat_map(by_rule).flatten().collect();
        let once: Vec<String> = PROCLAIMED.days.difference(&ruled).map(ToString::to_string).collect();
        let moved: Vec<String> = ruled.difference(&PROCLAIMED.days).map(ToString::to_string).collect();
        // Victory in Europe, the jubilee and the funeral, the coronation.
        assert_eq!(once, ["2020-05-08", "2022-06-02", "2022-06-03", "2022-09-19", "2023-05-08"]);
        assert_eq!(moved, ["2020-05-04", "2022-05-30"]);
    }

    #[rstest]
    #[case("2021-12-27", false)]
    #[case("2021-12-28", false)]
    #[case("2021-12-29", true)]
    #[case("2022-12-26", false)]
    #[case("2022-12-27", false)]
    #[case("2022-12-28", true)]
    #[case("2020-12-28", false)]
    #[case("2022-01-03", false)]
    #[case("2022-06-03", false)]
    #[case("2022-05-30", true)]
    #[case("2022-09-19", false)]
    #[case("2023-05-08", false)]
    #[case("2023-05-01", false)]
    #[case("2020-05-04", true)]
    #[case("2024-03-29", false)]
    #[case("2024-04-01", false)]
    #[case("2024-03-30", false)]
    // By the rule alone: Christmas on a Saturday, and the first of January on a Saturday.
    #[case("2032-12-27", false)]
    #[case("2032-12-28", false)]
    #[case("2033-01-03", false)]
    #[case("2033-01-04", true)]
    #[case("2010-12-28", false)]
    fn bank_holidays_and_their_substitutes_are_no_working_days(#[case] on: &str, #[case] works: bool) {
        assert_eq!(is_working_day(day(on)), works, "{on}");
    }

    #[rstest]
    #[case("2026-11-20", 1, "2026-11-23")]
    #[case("2026-11-21", 1, "2026-11-23")]
    #[case("2026-11-23", 0, "2026-11-23")]
    // Over Christmas and the New Year.
    #[case("2026-12-01", 45, "2027-02-05")]
    #[case("2021-12-24", 1, "2021-12-29")]
    #[case("2022-06-01", 1, "2022-06-06")]
    fn days_are_counted_from_the_day_after(#[case] from: &str, #[case] days: u32, #[case] to: &str) {
        assert_eq!(add(day(from), days), day(to));
        assert_eq!(between(day(from), day(to)), days);
    }

    #[test]
    fn days_are_counted_back_over_a_weekend() {
        assert_eq!(back(day("2026-11-24"), 3), day("2026-11-19"));
    }

    #[test]
    fn nothing_lies_between_a_day_and_an_earlier_one() {
        assert_eq!(between(day("2026-11-23"), day("2026-11-20")), 0);
    }
}
