//! What people type for a day, whole or in part, and what it comes to.

use chrono::{Datelike, Months, NaiveDate, NaiveDateTime, NaiveTime};
use serde_json::Value;

use crate::{
    definition::{DateParts, DateRules},
    problem::ProblemCode,
    typed::{digits, from_parts, month, time_text},
};

/// A leap year: days without a year may be the 29th of February.
const ANY_YEAR: &str = "2000";

/// A day as far as it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TypedDate {
    Day(NaiveDate),
    Moment(NaiveDateTime),
    /// Its first day.
    Month(NaiveDate),
    /// Its first day.
    Year(NaiveDate),
    /// Of any year.
    Yearly(NaiveDate),
    /// Of any year.
    YearlyMoment(NaiveDateTime),
}

struct Boxes<'a> {
    day: &'a str,
    month: &'a str,
    year: &'a str,
    time: &'a str,
}

/// Reads boxes or one line, as far as the rules ask for parts.
pub(crate) fn read(value: &Value, rules: &DateRules) -> Result<TypedDate, ProblemCode> {
    let boxes = match value {
        Value::String(line) => from_line(line.trim(), rules)?,
        Value::Object(_) => {
            let part = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or("").trim();
            Boxes { day: part("day"), month: part("month"), year: part("year"), time: part("time") }
        }
        _ => return Err(ProblemCode::NotUnderstood),
    };
    match rules.parts {
        DateParts::Day if rules.approximate && boxes.day.is_empty() && !boxes.year.is_empty() => {
            if boxes.month.is_empty() {
                from_parts("1", "1", boxes.year).map(TypedDate::Year)
            } else {
                from_parts("1", boxes.month, boxes.year).map(TypedDate::Month)
            }
        }
        DateParts::Day => from_parts(boxes.day, boxes.month, boxes.year).map(TypedDate::Day),
        DateParts::WithTime => {
            let day = from_parts(boxes.day, boxes.month, boxes.year)?;
            Ok(TypedDate::Moment(day.and_time(time_of(boxes.time)?)))
        }
        DateParts::NoYear => yearly(&boxes).map(TypedDate::Yearly),
        DateParts::NoYearWithTime => Ok(TypedDate::YearlyMoment(yearly(&boxes)?.and_time(time_of(boxes.time)?))),
    }
}

fn yearly(boxes: &Boxes<'_>) -> Result<NaiveDate, ProblemCode> {
    if boxes.day.is_empty() || boxes.month.is_empty() {
        return Err(ProblemCode::DayMonthIncomplete);
    }
    from_parts(boxes.day, boxes.month, ANY_YEAR)
}

fn time_of(text: &str) -> Result<NaiveTime, ProblemCode> {
    if text.is_empty() { Err(ProblemCode::TimeMissing) } else { time_text(text) }
}

fn is_break(c: char) -> bool {
    c.is_whitespace() || "/.-,".contains(c)
}

/// `21/11/2026`, `21 Nov 2026`, `2026-11-21`; `21/11` and `--11-21` without a year; a time behind
/// it; `Nov 2026`, `2026-11` and `2026` where about will do.
fn from_line<'a>(line: &'a str, rules: &DateRules) -> Result<Boxes<'a>, ProblemCode> {
    let with_year = matches!(rules.parts, DateParts::Day | DateParts::WithTime);
    let with_time = matches!(rules.parts, DateParts::WithTime | DateParts::NoYearWithTime);
    let year_last = !line.starts_with("--");
    let (days, time) = if with_time { split_time(line, if with_year { 3 } else { 2 }) } else { (line, "") };
    let parts: Vec<&str> = days.split(is_break).filter(|part| !part.is_empty()).collect();
    let boxes = |day, month, year| Ok(Boxes { day, month, year, time });
    let is_year = |part: &str| part.len() == 4 && digits(part).is_some();
    match (with_year, parts.as_slice()) {
        (true, [year, month, day]) if year.len() == 4 => boxes(day, month, year),
        (true, [day, month, year]) => boxes(day, month, year),
        (true, [year]) if rules.approximate && is_year(year) => boxes("", "", year),
        (true, [year, month] | [month, year]) if rules.approximate && is_year(year) && self::month(month).is_some() => {
            boxes("", month, year)
        }
        (true, [_] | [_, _]) => Err(ProblemCode::DateIncomplete),
        (false, [day, month]) if year_last => boxes(day, month, ""),
        (false, [month, day]) => boxes(day, month, ""),
        (false, [_]) => Err(ProblemCode::DayMonthIncomplete),
        _ => Err(ProblemCode::NotADate),
    }
}

/// The first parts of a line, and what follows them.
fn split_time(line: &str, count: usize) -> (&str, &str) {
    let ends_in_digit = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    if let Some((days, time)) = line.split_once('T')
        && ends_in_digit(days)
    {
        return (days, time);
    }
    let mut found = 0;
    let mut before_is_break = true;
    for (offset, letter) in line.char_indices() {
        if is_break(letter) && !before_is_break {
            found += 1;
            if found == count {
                let (days, rest) = line.split_at(offset);
                let rest = rest.trim_start_matches(is_break);
                return (days, rest.strip_prefix("at ").unwrap_or(rest).trim());
            }
        }
        before_is_break = is_break(letter);
    }
    (line, "")
}

impl TypedDate {
    /// The one shape in which it is filed.
    pub fn filed(&self) -> String {
        match self {
            Self::Day(day) => day.format("%Y-%m-%d"),
            Self::Month(day) => day.format("%Y-%m"),
            Self::Year(day) => day.format("%Y"),
            Self::Yearly(day) => day.format("--%m-%d"),
            Self::Moment(moment) => moment.format("%Y-%m-%dT%H:%M"),
            Self::YearlyMoment(moment) => moment.format("--%m-%dT%H:%M"),
        }
        .to_string()
    }

    /// As people read it.
    pub fn words(&self) -> String {
        match self {
            Self::Day(day) => day.format("%-d %B %Y"),
            Self::Month(day) => day.format("%B %Y"),
            Self::Year(day) => day.format("%Y"),
            Self::Yearly(day) => day.format("%-d %B"),
            Self::Moment(moment) => moment.format("%-d %B %Y, %H:%M"),
            Self::YearlyMoment(moment) => moment.format("%-d %B, %H:%M"),
        }
        .to_string()
    }

    /// The day, where it is known to the day and year.
    pub fn day(&self) -> Option<NaiveDate> {
        match self {
            Self::Day(day) => Some(*day),
            Self::Moment(moment) => Some(moment.date()),
            _ => None,
        }
    }

    /// The earliest day that it may be.
    pub fn first(&self) -> Option<NaiveDate> {
        match self {
            Self::Month(day) | Self::Year(day) => Some(*day),
            _ => self.day(),
        }
    }

    /// The latest day that it may be.
    pub fn last(&self) -> Option<NaiveDate> {
        match self {
            Self::Month(day) => day.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()),
            Self::Year(day) => NaiveDate::from_ymd_opt(day.year(), 12, 31),
            _ => self.day(),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::{Value, json};

    use super::read;
    use crate::{
        definition::{DateParts, DateRules},
        problem::ProblemCode,
    };

    #[rstest]
    #[case(json!({"day": "3", "month": "11", "year": "2026"}), "2026-11-03")]
    #[case(json!({"day": " 21 ", "month": "Nov", "year": "2026"}), "2026-11-21")]
    #[case(json!("21/11/2026"), "2026-11-21")]
    #[case(json!("21 November 2026"), "2026-11-21")]
    #[case(json!("2026-11-21"), "2026-11-21")]
    #[case(json!("29.2.2028"), "2028-02-29")]
    fn a_day_is_read_as_people_write_it(#[case] typed: Value, #[case] expected: &str) {
        assert_eq!(read(&typed, &DateRules::default()).unwrap().filed(), expected);
    }

    #[rstest]
    #[case(json!({"day": "3", "month": "", "year": ""}), ProblemCode::DateIncomplete)]
    #[case(json!("21/11"), ProblemCode::DateIncomplete)]
    #[case(json!({"day": "3", "month": "2", "year": "26"}), ProblemCode::YearNotFourDigits)]
    #[case(json!({"day": "30", "month": "2", "year": "2026"}), ProblemCode::NotADate)]
    #[case(json!({"day": "3", "month": "ma", "year": "2026"}), ProblemCode::NotADate)]
    #[case(json!("last Tuesday or so, maybe"), ProblemCode::NotADate)]
    #[case(json!(["2026"]), ProblemCode::NotUnderstood)]
    fn a_day_that_is_none_says_what_it_lacks(#[case] typed: Value, #[case] code: ProblemCode) {
        assert_eq!(read(&typed, &DateRules::default()), Err(code));
    }

    fn rules(parts: DateParts, approximate: bool) -> DateRules {
        DateRules { parts, approximate, ..DateRules::default() }
    }

    #[rstest]
    #[case(DateParts::NoYear, json!({"day": "29", "month": "2"}), "--02-29", "29 February")]
    #[case(DateParts::NoYear, json!("5 May"), "--05-05", "5 May")]
    #[case(DateParts::NoYear, json!("21/11"), "--11-21", "21 November")]
    #[case(DateParts::WithTime, json!({"day": "3", "month": "11", "year": "2026", "time": "2.30pm"}), "2026-11-03T14:30", "3 November 2026, 14:30")]
    #[case(DateParts::WithTime, json!("21 November 2026, 14:30"), "2026-11-21T14:30", "21 November 2026, 14:30")]
    #[case(DateParts::WithTime, json!("21/11/2026 at 2 pm"), "2026-11-21T14:00", "21 November 2026, 14:00")]
    #[case(DateParts::WithTime, json!("21.11.2026 14.30"), "2026-11-21T14:30", "21 November 2026, 14:30")]
    #[case(DateParts::NoYearWithTime, json!("21/11 9.05"), "--11-21T09:05", "21 November, 09:05")]
    fn the_parts_asked_for_are_read(
        #[case] parts: DateParts,
        #[case] typed: Value,
        #[case] filed: &str,
        #[case] words: &str,
    ) {
        let date = read(&typed, &rules(parts, false)).unwrap();
        assert_eq!((date.filed().as_str(), date.words().as_str()), (filed, words));
        assert_eq!(read(&json!(filed), &rules(parts, false)), Ok(date), "what is filed reads back");
    }

    #[rstest]
    #[case(json!({"day": "", "month": "11", "year": "2026"}), "2026-11", "November 2026")]
    #[case(json!({"year": "2026"}), "2026", "2026")]
    #[case(json!("Nov 2026"), "2026-11", "November 2026")]
    #[case(json!("11/2026"), "2026-11", "November 2026")]
    #[case(json!("2026"), "2026", "2026")]
    #[case(json!("3/11/2026"), "2026-11-03", "3 November 2026")]
    fn about_will_do_where_the_question_says_so(#[case] typed: Value, #[case] filed: &str, #[case] words: &str) {
        let date = read(&typed, &rules(DateParts::Day, true)).unwrap();
        assert_eq!((date.filed().as_str(), date.words().as_str()), (filed, words));
        assert_eq!(read(&json!(filed), &rules(DateParts::Day, true)), Ok(date), "what is filed reads back");
        assert!(date.first() <= date.last());
    }

    #[rstest]
    #[case(DateParts::NoYear, json!({"day": "29"}), ProblemCode::DayMonthIncomplete)]
    #[case(DateParts::NoYear, json!("31/2"), ProblemCode::NotADate)]
    #[case(DateParts::WithTime, json!("21/11/2026"), ProblemCode::TimeMissing)]
    #[case(DateParts::WithTime, json!({"day": "3", "month": "11", "year": "2026", "time": "25"}), ProblemCode::NotATime)]
    #[case(DateParts::WithTime, json!("21 T 2026"), ProblemCode::NotADate)]
    fn a_part_that_is_missing_is_named(#[case] parts: DateParts, #[case] typed: Value, #[case] code: ProblemCode) {
        assert_eq!(read(&typed, &rules(parts, false)), Err(code));
    }
}
