//! Days and times as spreadsheets of different places write them.

use chrono::{DateTime, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone};
use chrono_tz::Europe::London;
use serde::{Deserialize, Serialize};

use super::clock::{clock_of, half_of_day, number, on_the_clock, plain_blanks, zone};

/// Which part comes first in a day that ends with its year, `03/04/2026`. A day that begins with its
/// year is read the same in every order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// Only days like `2026-11-21`: any other is a doubt.
    YearFirst,
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// The day of a cell, as far as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    Full(NaiveDate),
    /// Month and day.
    NoYear(u32, u32),
    /// Year and month.
    Month(i32, u32),
    Year(i32),
}

/// A day, and a time with its zone where there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Written {
    pub day: Day,
    pub time: Option<NaiveTime>,
    pub offset: Option<FixedOffset>,
}

/// Why a cell is no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoDay {
    /// Not written as one.
    NotADate,
    /// Written as one, and on no calendar.
    NoSuchDay,
    /// The year has two digits.
    ShortYear,
    /// It could be two days, and nobody has said which.
    OrderUnknown,
}

impl NoDay {
    /// Name of the sentence: `import-doubt-` and this.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::NotADate => "not_a_date",
            Self::NoSuchDay => "no_such_day",
            Self::ShortYear => "short_year",
            Self::OrderUnknown => "date_order",
        }
    }
}

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

impl Written {
    /// Reads a cell.
    pub(crate) fn read(text: &str, order: DateOrder) -> Result<Self, NoDay> {
        let text = plain_blanks(text).ok_or(NoDay::NotADate)?;
        let mut parts: Vec<&str> = Vec::new();
        let (mut clock, mut half, mut offset) = (None, None, None);
        for word in text.split([' ', ',']).filter(|word| !word.is_empty()) {
            let (day, time) = split_t(word);
            for word in [day, time].into_iter().flatten() {
                if let Some(after) = half_of_day(word) {
                    half = Some(after);
                } else if let Some(zone) = zone(word) {
                    offset = Some(zone);
                } else if word.contains(':') {
                    let (time, after, zone) = clock_of(word).ok_or(NoDay::NotADate)?;
                    (clock, half, offset) = (Some(time), after.or(half), zone.or(offset));
                } else if let Some((month, day)) = month_and_day(word) {
                    parts.extend(["", "", month, day]);
                } else {
                    parts.extend(word.split(['/', '-', '.']));
                }
            }
        }
        let time = match (clock, half) {
            (Some(time), half) => Some(on_the_clock(time, half).ok_or(NoDay::NotADate)?),
            (None, None) => None,
            (None, Some(_)) => return Err(NoDay::NotADate),
        };
        Ok(Self { day: day(&parts, order)?, time, offset })
    }

    /// The moment, if the day is whole; without a zone, by the clocks of London. An hour that a clock
    /// change repeats means the first, one that it skips the next.
    pub(crate) fn moment(self) -> Option<DateTime<FixedOffset>> {
        let Day::Full(date) = self.day else { return None };
        let local = date.and_time(self.time.unwrap_or(NaiveTime::MIN));
        match self.offset {
            Some(offset) => offset.from_local_datetime(&local).single(),
            None => in_london(local),
        }
        .map(|at| at.with_timezone(&London).fixed_offset())
    }
}

fn in_london(local: NaiveDateTime) -> Option<DateTime<FixedOffset>> {
    match London.from_local_datetime(&local) {
        LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => Some(at.fixed_offset()),
        LocalResult::None => {
            let later = local.checked_add_signed(TimeDelta::hours(1))?;
            London.from_local_datetime(&later).earliest().map(|at| at.fixed_offset())
        }
    }
}

/// `2026-11-21T14:30` is a day and a time; `Oct` has a t too.
fn split_t(word: &str) -> (Option<&str>, Option<&str>) {
    match word.split_once('T') {
        Some((day, time)) if day.ends_with(|c: char| c.is_ascii_digit()) && time.contains(':') => {
            (Some(day), Some(time))
        }
        _ => (Some(word), None),
    }
}

/// `11-30`: with a dash the month comes first, as the Forms API writes a day of any year.
fn month_and_day(word: &str) -> Option<(&str, &str)> {
    let (month, day) = word.split_once('-')?;
    let two_digits = |part: &str| part.len() == 2 && number(part).is_some();
    (two_digits(month) && two_digits(day)).then_some((month, day))
}

fn month_name(text: &str) -> Option<u32> {
    let name = text.to_ascii_lowercase();
    if name.len() < 3 {
        return None;
    }
    (1..).zip(MONTHS).find_map(|(number, month)| month.starts_with(&name).then_some(number))
}

fn day(parts: &[&str], order: DateOrder) -> Result<Day, NoDay> {
    match parts {
        [year] if year.len() == 4 => Ok(Day::Year(year_of(year)?)),
        [first, second] => two_parts(first, second, order),
        // `--11-21`: a day of any year, as it is filed.
        ["", "", month, day] => no_year(numeric(month)?, numeric(day)?),
        [first, second, third] => three_parts(first, second, third, order),
        _ => Err(NoDay::NotADate),
    }
}

fn numeric(text: &str) -> Result<u32, NoDay> {
    number(text).ok_or(NoDay::NotADate)
}

fn year_of(text: &str) -> Result<i32, NoDay> {
    let year = numeric(text)?;
    if text.len() != 4 {
        return Err(NoDay::ShortYear);
    }
    i32::try_from(year).map_err(|_| NoDay::NotADate)
}

fn two_parts(first: &str, second: &str, order: DateOrder) -> Result<Day, NoDay> {
    if first.len() == 4 && number(first).is_some() {
        return month(year_of(first)?, numeric(second)?);
    }
    if second.len() == 4 && number(second).is_some() {
        let number = month_name(first).map_or_else(|| numeric(first), Ok)?;
        return month(year_of(second)?, number);
    }
    match (month_name(first), month_name(second)) {
        (Some(month), None) => no_year(month, numeric(second)?),
        (None, Some(month)) => no_year(month, numeric(first)?),
        (Some(_), Some(_)) => Err(NoDay::NotADate),
        (None, None) => {
            let (first, second) = (numeric(first)?, numeric(second)?);
            match order {
                DateOrder::DayFirst => no_year(second, first),
                DateOrder::MonthFirst | DateOrder::YearFirst => no_year(first, second),
            }
        }
    }
}

fn three_parts(first: &str, second: &str, third: &str, order: DateOrder) -> Result<Day, NoDay> {
    if first.len() == 4 && number(first).is_some() {
        let number = month_name(second).map_or_else(|| numeric(second), Ok)?;
        return full(year_of(first)?, number, numeric(third)?);
    }
    if let Some(number) = month_name(second) {
        let day = numeric(first)?;
        return full(year_of(third)?, number, day);
    }
    if let Some(number) = month_name(first) {
        let day = numeric(second)?;
        return full(year_of(third)?, number, day);
    }
    let (first, second) = (numeric(first)?, numeric(second)?);
    let year = year_of(third)?;
    match order {
        DateOrder::DayFirst => full(year, second, first),
        DateOrder::MonthFirst => full(year, first, second),
        DateOrder::YearFirst => Err(NoDay::OrderUnknown),
    }
}

fn full(year: i32, month: u32, day: u32) -> Result<Day, NoDay> {
    NaiveDate::from_ymd_opt(year, month, day).map(Day::Full).ok_or(NoDay::NoSuchDay)
}

fn month(year: i32, month: u32) -> Result<Day, NoDay> {
    if (1..=12).contains(&month) { Ok(Day::Month(year, month)) } else { Err(NoDay::NoSuchDay) }
}

/// In a leap year, so that 29 February is a day.
fn no_year(month: u32, day: u32) -> Result<Day, NoDay> {
    let exists = NaiveDate::from_ymd_opt(2024, month, day).is_some();
    if exists { Ok(Day::NoYear(month, day)) } else { Err(NoDay::NoSuchDay) }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{DateOrder, Day, NoDay, Written};

    #[rstest]
    #[case("2022/11/30 10:39:41 PM GMT+1", DateOrder::DayFirst, "2022-11-30T21:39:41+00:00")]
    #[case("2022/07/01 12:05:00 AM GMT+1", DateOrder::MonthFirst, "2022-07-01T00:05:00+01:00")]
    #[case("2022/11/30 9:00:00 am GMT", DateOrder::YearFirst, "2022-11-30T09:00:00+00:00")]
    #[case("2022/11/30 10:39:41\u{202F}PM GMT+1", DateOrder::DayFirst, "2022-11-30T21:39:41+00:00")]
    #[case("8/31/2023 19:08:16", DateOrder::MonthFirst, "2023-08-31T19:08:16+01:00")]
    #[case("31/08/2023 19:08:16", DateOrder::DayFirst, "2023-08-31T19:08:16+01:00")]
    #[case("2026-11-21T14:30:05.123Z", DateOrder::DayFirst, "2026-11-21T14:30:05+00:00")]
    #[case("2026-06-21T14:30:05+05:30", DateOrder::DayFirst, "2026-06-21T10:00:05+01:00")]
    #[case("25/10/2026 01:30:00", DateOrder::DayFirst, "2026-10-25T01:30:00+01:00")]
    #[case("29/03/2026 01:30:00", DateOrder::DayFirst, "2026-03-29T02:30:00+01:00")]
    fn a_moment_is_read_as_spreadsheets_write_it(#[case] text: &str, #[case] order: DateOrder, #[case] expected: &str) {
        let moment = Written::read(text, order).ok().and_then(Written::moment).unwrap();
        assert_eq!(moment.to_rfc3339(), expected);
    }

    #[rstest]
    #[case("03/04/2026", DateOrder::DayFirst, "2026-04-03")]
    #[case("03/04/2026", DateOrder::MonthFirst, "2026-03-04")]
    #[case("2026-04-03", DateOrder::MonthFirst, "2026-04-03")]
    #[case("3 Apr 2026", DateOrder::MonthFirst, "2026-04-03")]
    #[case("April 3, 2026", DateOrder::DayFirst, "2026-04-03")]
    fn a_day_is_read_in_the_order_given(#[case] text: &str, #[case] order: DateOrder, #[case] expected: &str) {
        let day = Written::read(text, order).unwrap().day;
        assert_eq!(day, Day::Full(expected.parse().unwrap()));
    }

    #[rstest]
    #[case("11-30", DateOrder::DayFirst)]
    #[case("--11-30", DateOrder::DayFirst)]
    #[case("30/11", DateOrder::DayFirst)]
    #[case("11/30", DateOrder::MonthFirst)]
    #[case("30 Nov", DateOrder::MonthFirst)]
    fn a_day_of_any_year_is_read(#[case] text: &str, #[case] order: DateOrder) {
        assert_eq!(Written::read(text, order).map(|written| written.day), Ok(Day::NoYear(11, 30)));
    }

    #[rstest]
    #[case("31/02/2026", NoDay::NoSuchDay)]
    #[case("30/11/22", NoDay::ShortYear)]
    #[case("last Tuesday", NoDay::NotADate)]
    #[case("12", NoDay::NotADate)]
    #[case("12/13/2026/5", NoDay::NotADate)]
    #[case("21/11/2026 25:00", NoDay::NotADate)]
    fn what_is_no_day_says_why(#[case] text: &str, #[case] why: NoDay) {
        assert_eq!(Written::read(text, DateOrder::DayFirst), Err(why));
    }

    #[test]
    fn a_day_that_could_be_two_waits_for_the_order() {
        assert_eq!(Written::read("03/04/2026", DateOrder::YearFirst), Err(NoDay::OrderUnknown));
    }
}
