//! Facts about people in lines, and the verbs that record them.

mod end;
mod episode;
mod line;
mod relationship;
mod warning;

use api::{App, FactView, RecordFactRequest};
use app::{AppFault, SystemClock};
use chrono::NaiveDate;
use domain::{Clock, EventTime, Fact};

pub(super) use end::end;
pub(crate) use episode::episodes;
pub(super) use line::{Names, fact_line, fact_words, member_line};
pub(crate) use relationship::relationships;
pub(crate) use warning::warnings;

use super::{
    call,
    people::line as person_line,
    who::{all_of, who},
};
use crate::say::{self, Fault};

/// Today, by the clock of this place.
pub(super) fn today() -> NaiveDate {
    SystemClock.now().with_timezone(&SystemClock.zone()).date_naive()
}

/// A day that was typed.
pub(super) fn day(typed: &str) -> Result<NaiveDate, Fault> {
    typed.trim().parse().map_err(|_| AppFault::DateNotReal.into())
}

/// A day that may have been typed; today when not.
fn day_or_today(typed: Option<&String>) -> Result<NaiveDate, Fault> {
    typed.map_or_else(|| Ok(today()), |typed| day(typed))
}

/// A day or a moment that may have been typed; today when not.
fn when(typed: Option<&String>) -> Result<EventTime, Fault> {
    match typed {
        Some(typed) => typed.trim().parse().map_err(|_| AppFault::TimeNotUnderstood.into()),
        None => Ok(EventTime { date: today(), time: None }),
    }
}

/// Records a fact and shows it.
fn record(app: &App, json: bool, about: Vec<String>, says: Fact) -> Result<(), Fault> {
    let fact: FactView = call(app, "record_fact", &RecordFactRequest { seen: None, id: None, about, says })?;
    say::answer(json, &fact, || vec![fact_line(&fact, &Names::default())])
}
