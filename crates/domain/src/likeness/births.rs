//! Dates of birth as people mistake them.

use chrono::{Datelike, Days, NaiveDate};

/// How two dates of birth stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Births {
    Same,
    Slip,
    Other,
    Unknown,
}

/// `about` says that one of them is estimated or due.
pub(super) fn compare(one: Option<NaiveDate>, other: Option<NaiveDate>, about: bool) -> Births {
    match (one, other) {
        (Some(one), Some(other)) if one == other => Births::Same,
        (Some(one), Some(other)) if slip(one, other) || (about && within_a_year(one, other)) => Births::Slip,
        (Some(_), Some(_)) => Births::Other,
        _ => Births::Unknown,
    }
}

fn within_a_year(one: NaiveDate, other: NaiveDate) -> bool {
    (one - other).num_days().abs() <= 366
}

/// Day and month swapped, one part of three different, a day apart, or the first of January of the
/// right year, which is what people write who know no more.
fn slip(one: NaiveDate, other: NaiveDate) -> bool {
    let swapped = one.year() == other.year() && one.day() == other.month() && one.month() == other.day();
    let same = [one.year() == other.year(), one.month() == other.month(), one.day() == other.day()];
    let new_year = |day: NaiveDate| day.month() == 1 && day.day() == 1;
    swapped
        || same.iter().filter(|same| **same).count() == 2
        || (one - other).num_days().abs() == 1
        || (one.year() == other.year() && (new_year(one) || new_year(other)))
}

/// The dates under which somebody born on this day may stand by the commonest slips: day and month
/// swapped, a day, a month or one to ten years off, the first of January. For looking up.
pub fn birth_slips(born: NaiveDate) -> Vec<NaiveDate> {
    let date = |year: i32, month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day);
    let (year, month, day) = (born.year(), born.month(), born.day());
    let mut slips: Vec<NaiveDate> = (1..=31).filter_map(|day| date(year, month, day)).collect();
    slips.extend((1..=12).filter_map(|month| date(year, month, day)));
    slips.extend((year - 10..=year + 10).filter_map(|year| date(year, month, day)));
    slips.extend([date(year, day, month), date(year, 1, 1)].into_iter().flatten());
    slips.extend([born.checked_add_days(Days::new(1)), born.checked_sub_days(Days::new(1))].into_iter().flatten());
    slips.sort_unstable();
    slips.dedup();
    slips
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Births, birth_slips, compare};

    #[rstest]
    #[case("2016-05-17", "2016-05-17", false, Births::Same)]
    #[case("2016-05-07", "2016-07-05", false, Births::Slip)]
    #[case("2016-05-17", "2016-05-18", false, Births::Slip)]
    #[case("2016-05-31", "2016-06-01", false, Births::Slip)]
    #[case("2016-05-17", "2015-05-17", false, Births::Slip)]
    #[case("2016-05-17", "2016-01-01", false, Births::Slip)]
    #[case("2016-05-17", "2016-11-03", false, Births::Other)]
    #[case("2016-05-17", "2016-11-03", true, Births::Slip)]
    #[case("2016-05-17", "2018-11-03", true, Births::Other)]
    fn births_are_the_same_a_slip_apart_or_others(
        #[case] one: &str,
        #[case] other: &str,
        #[case] about: bool,
        #[case] expected: Births,
    ) {
        assert_eq!(compare(one.parse().ok(), other.parse().ok(), about), expected);
        assert_eq!(compare(other.parse().ok(), one.parse().ok(), about), expected);
        assert_eq!(compare(None, other.parse().ok(), about), Births::Unknown);
    }

    #[test]
    fn the_slips_of_a_leap_day_are_real_dates() {
        let born = "2016-02-29".parse().unwrap();
        let slips = birth_slips(born);
        assert!(slips.contains(&born) && slips.contains(&"2016-03-01".parse().unwrap()));
        assert!(slips.iter().all(|slip| compare(Some(born), Some(*slip), false) != Births::Other));
    }
}
