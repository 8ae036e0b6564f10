//! Values that are worked out from other answers.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::Number;

use crate::{child::ChildOnForm, definition::Calculation, known::Sight};

/// The days that a value may be counted to.
#[derive(Clone, Copy)]
pub(crate) struct Days {
    pub today: NaiveDate,
    /// The day of the event, as far as it is answered; else today.
    pub event: NaiveDate,
}

/// A value, if all that it needs is answered.
pub(crate) fn work_out(
    calculation: &Calculation,
    sight: Sight<'_, '_>,
    child: Option<&ChildOnForm>,
    days: Days,
) -> Option<Number> {
    match calculation {
        Calculation::AgeAt { born, at } => {
            let born = match born {
                Some(question) => sight.day(question)?,
                None => child?.born?,
            };
            let at = match at {
                Some(question) => sight.day(question)?,
                None => days.event,
            };
            at.years_since(born).map(Number::from)
        }
        Calculation::DaysBetween { from, to } => Some((sight.day(to)? - sight.day(from)?).num_days().into()),
        Calculation::DaysSince { from } => Some((days.today - sight.day(from)?).num_days().into()),
        Calculation::HoursBetween { from, to } => {
            let minutes = (moment(sight, to)? - moment(sight, from)?).num_minutes();
            rounded(f64::from(i32::try_from(minutes).ok()?) / 60.0, 10.0)
        }
        Calculation::Sum { of } => {
            let numbers: Vec<f64> = of.iter().filter_map(|id| sight.number(id)).collect();
            if numbers.is_empty() {
                return None;
            }
            // Decimals are added up in binary: what is left at the far end is noise.
            rounded(numbers.iter().sum(), 1e6)
        }
    }
}

fn moment(sight: Sight<'_, '_>, [date, time]: &[String; 2]) -> Option<NaiveDateTime> {
    Some(sight.day(date)?.and_time(sight.time(time)?))
}

/// A number with few decimals, whole where it is.
#[allow(clippy::cast_possible_truncation, reason = "whole and far below the limit")]
fn rounded(value: f64, parts: f64) -> Option<Number> {
    let value = (value * parts).round() / parts;
    if value.fract() == 0.0 && value.abs() < 1e15 { Some(Number::from(value as i64)) } else { Number::from_f64(value) }
}
