//! Dates of a file: their format is found over a whole column; what can be two days is asked about,
//! and what cannot be right is kept as it is written.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use domain::EventTime;

use super::{Cells, Field, PackFile, RowsAre, fields};
use crate::{
    fault::ImportFault,
    responses::{DateOrder, Day, Written},
};

/// Which column fills which field, by the field's name; columns count from 0.
pub type Columns = BTreeMap<String, u32>;

/// What the dates of a file look like.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateFormats {
    /// `iso`, `slashed`, `slashed_24h`, `named_month`, `year_00`, each with the first example.
    pub seen: BTreeMap<&'static str, String>,
    /// What proves the order of each column that has days ending with their year.
    columns: BTreeMap<u32, Proof>,
}

/// What the days of a column prove about their order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Proof {
    day_first: bool,
    month_first: bool,
    either: bool,
}

impl DateFormats {
    /// Looks at every cell of the columns that hold dates.
    ///
    /// # Errors
    /// As [`PackFile::each`].
    pub fn find(file: &PackFile<'_>, rows: RowsAre, columns: &Columns) -> Result<Self, ImportFault> {
        let mut found = Self::default();
        let dates: Vec<u32> = fields(rows)
            .iter()
            .filter(|field| field.date)
            .filter_map(|field: &Field| columns.get(field.name).copied())
            .collect();
        if !dates.is_empty() {
            file.each(&mut |_, cells| {
                found.look(cells, &dates);
                std::ops::ControlFlow::Continue(())
            })?;
        }
        Ok(found)
    }

    fn look(&mut self, cells: &Cells<'_>, dates: &[u32]) {
        for column in dates {
            let text = cells.text(*column as usize);
            let Some(shape) = Shape::of(text) else { continue };
            self.seen.entry(shape.format).or_insert_with(|| text.to_owned());
            if let Some((first, second)) = shape.slashed {
                let proof = self.columns.entry(*column).or_default();
                match (first > 12, second > 12) {
                    (true, false) => proof.day_first = true,
                    (false, true) => proof.month_first = true,
                    (false, false) if first != second => proof.either = true,
                    _ => {}
                }
            }
        }
    }

    /// Some column can be read in two ways: a person must say which.
    #[must_use]
    pub fn ambiguous(&self) -> bool {
        self.columns.values().any(|proof| proof.either && proof.order().is_none())
    }

    /// The order of a column: as its own days prove, else as said.
    pub(super) fn order(&self, column: u32, said: Option<DateOrder>) -> DateOrder {
        let proved = self.columns.get(&column).and_then(|proof| proof.order());
        proved.or(said).unwrap_or(DateOrder::YearFirst)
    }
}

impl Proof {
    fn order(self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(DateOrder::DayFirst),
            (false, true) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }
}

/// How a date is written, without reading it.
struct Shape {
    format: &'static str,
    /// The two parts before the year, where both are numbers.
    slashed: Option<(u32, u32)>,
}

impl Shape {
    /// None for a text that is no date.
    fn of(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || text.len() > 60 || !text.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let day = text.split([' ', 'T', '\u{a0}']).next().unwrap_or_default();
        let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
        let number = |part: &str| part.parse::<u32>().ok();
        let time_24h = text.contains(':') && !text.to_ascii_lowercase().contains('m');
        if let [first, second, year] = parts.as_slice() {
            if first.len() == 4 && number(first) == Some(0) || matches!(*year, "00" | "0000") {
                return Some(Self { format: "year_00", slashed: None });
            }
            if first.len() == 4 && number(first).is_some() {
                return Some(Self { format: "iso", slashed: None });
            }
            if let (Some(first), Some(second), Some(_)) = (number(first), number(second), number(year)) {
                let format = if time_24h { "slashed_24h" } else { "slashed" };
                return Some(Self { format, slashed: (year.len() == 4).then_some((first, second)) });
            }
        }
        let month = text.split(|c: char| !c.is_alphabetic()).any(is_month);
        month.then_some(Self { format: "named_month", slashed: None })
    }
}

fn is_month(word: &str) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    word.get(..3).is_some_and(|begin| MONTHS.contains(&begin.to_ascii_lowercase().as_str()))
}

/// What a cell says of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum When {
    /// Nothing.
    Nothing,
    /// A day, and the time where it is given. Midnight to the second is how a system writes a day
    /// without a time.
    At(EventTime),
    /// It is no date that can be read.
    NotRead,
    /// It is a date, and cannot be right: before 1900, year 00, or after the day of the file.
    CannotBe,
}

/// Reads a cell; `last` is the last day that can be right.
pub(super) fn when(text: &str, order: DateOrder, last: NaiveDate) -> When {
    if text.is_empty() {
        return When::Nothing;
    }
    if Shape::of(text).is_some_and(|shape| shape.format == "year_00") {
        return When::CannotBe;
    }
    let Ok(written) = Written::read(text, order) else { return When::NotRead };
    let (day, time) = match (written.day, written.offset) {
        (Day::Full(_), Some(_)) => match written.moment() {
            Some(moment) => (moment.date_naive(), written.time.map(|_| moment.time())),
            None => return When::NotRead,
        },
        (Day::Full(day), None) => (day, written.time),
        _ => return When::NotRead,
    };
    if day.year() < 1900 || day > last {
        return When::CannotBe;
    }
    let time = time.filter(|time| *time != NaiveTime::MIN);
    When::At(EventTime {
        date: day,
        time: time.and_then(|time| NaiveTime::from_hms_opt(time.hour(), time.minute(), 0)),
    })
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Cells, DateFormats, DateOrder, When, when};

    fn formats(days: &[&str]) -> DateFormats {
        let mut found = DateFormats::default();
        for day in days {
            found.look(&Cells::Sheet(&[(*day).to_owned()]), &[0]);
        }
        found
    }

    #[rstest]
    #[case(&["03/04/2019", "21/04/2019"], false, DateOrder::DayFirst)]
    #[case(&["03/04/2019", "04/21/2019"], false, DateOrder::MonthFirst)]
    #[case(&["03/04/2019", "05/06/2019"], true, DateOrder::YearFirst)]
    #[case(&["03/04/2019", "21/04/2019", "04/21/2019"], true, DateOrder::YearFirst)]
    #[case(&["03/03/2019"], false, DateOrder::YearFirst)]
    #[case(&["2019-04-03", "3 April 2019"], false, DateOrder::YearFirst)]
    fn the_whole_column_proves_the_order_or_a_person_is_asked(
        #[case] days: &[&str],
        #[case] ambiguous: bool,
        #[case] order: DateOrder,
    ) {
        let found = formats(days);
        assert_eq!(found.ambiguous(), ambiguous);
        assert_eq!(found.order(0, None), order);
    }

    #[test]
    fn the_five_formats_are_told_apart() {
        let found =
            formats(&["3/4/2019 2:05:00 PM", "03/04/2019 14:05", "2019-04-03T14:05:00", "3-Apr-2019", "01/01/00"]);
        let seen: Vec<&str> = found.seen.keys().copied().collect();
        assert_eq!(seen, ["iso", "named_month", "slashed", "slashed_24h", "year_00"]);
        assert_eq!(found.seen["year_00"], "01/01/00");
    }

    #[rstest]
    #[case("21/04/2019 9:05:59", "2019-04-21T09:05")]
    #[case("21/04/2019 00:00:00", "2019-04-21")]
    #[case("21/04/2019 2:05:00 PM", "2019-04-21T14:05")]
    #[case("2019-04-21", "2019-04-21")]
    #[case("2019-06-21T14:05:00Z", "2019-06-21T15:05")]
    #[case("21 April 2019", "2019-04-21")]
    fn a_date_is_read_to_the_minute(#[case] text: &str, #[case] at: &str) {
        let last = "2020-10-12".parse().unwrap();
        assert_eq!(when(text, DateOrder::DayFirst, last), When::At(at.parse().unwrap()));
    }

    #[rstest]
    #[case("", When::Nothing)]
    #[case("31/12/1899", When::CannotBe)]
    #[case("1899-12-30", When::CannotBe)]
    #[case("01/01/00", When::CannotBe)]
    #[case("0000-00-00", When::CannotBe)]
    #[case("13/10/2020", When::CannotBe)]
    #[case("03/04/19", When::NotRead)]
    #[case("31/02/2019", When::NotRead)]
    #[case("last Tuesday", When::NotRead)]
    fn what_cannot_be_right_is_never_a_date(#[case] text: &str, #[case] read: When) {
        assert_eq!(when(text, DateOrder::DayFirst, "2020-10-12".parse().unwrap()), read);
    }

    #[test]
    fn a_day_that_could_be_two_is_not_read_until_somebody_says_which() {
        let last = "2020-10-12".parse().unwrap();
        assert_eq!(when("03/04/2019", DateOrder::YearFirst, last), When::NotRead);
    }
}
