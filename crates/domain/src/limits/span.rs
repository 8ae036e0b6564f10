//! How far a limit reaches on the calendar.

use chrono::{DateTime, Days, Months, NaiveDate, TimeDelta, Utc};
use chrono_tz::Tz;

use crate::{EventTime, facts::TimeUnit, working_days};

/// So much time.
#[derive(Clone, Copy)]
pub(super) struct Span {
    amount: u32,
    unit: TimeUnit,
}

impl Span {
    /// Never longer than any limit may be: an entry from elsewhere may say anything, and the calendar ends.
    pub(super) fn of(amount: u32, unit: TimeUnit) -> Self {
        Self { amount: amount.min(unit.most()), unit }
    }

    /// The end of the span that begins there. Hours are counted as they pass, over a change of the
    /// clocks too; without a time of day whole days are counted, and none is made up.
    pub(super) fn after(self, from: &EventTime, zone: Tz) -> EventTime {
        if self.unit == TimeUnit::Hours && from.time.is_some() {
            let begun = from.moment(zone);
            let at = begun.checked_add_signed(TimeDelta::hours(i64::from(self.amount))).unwrap_or(begun);
            let local = at.with_timezone(&zone).naive_local();
            return EventTime { date: local.date(), time: Some(local.time()) };
        }
        EventTime { date: self.day_after(from.date).unwrap_or(from.date), time: None }
    }

    fn day_after(self, from: NaiveDate) -> Option<NaiveDate> {
        let amount = u64::from(self.amount);
        match self.unit {
            TimeUnit::Hours => from.checked_add_days(Days::new(amount.div_ceil(24))),
            TimeUnit::Days => from.checked_add_days(Days::new(amount)),
            TimeUnit::WorkingDays => Some(working_days::add(from, self.amount)),
            TimeUnit::Weeks => from.checked_add_days(Days::new(amount * 7)),
            TimeUnit::Months => from.checked_add_months(Months::new(self.amount)),
        }
    }

    /// The day so long before another.
    pub(super) fn before(self, day: NaiveDate) -> NaiveDate {
        let amount = u64::from(self.amount);
        let days = |days| day.checked_sub_days(Days::new(days));
        let back = match self.unit {
            TimeUnit::Hours => days(amount.div_ceil(24)),
            TimeUnit::Days => days(amount),
            TimeUnit::WorkingDays => Some(working_days::back(day, self.amount)),
            TimeUnit::Weeks => days(amount * 7),
            TimeUnit::Months => day.checked_sub_months(Months::new(self.amount)),
        };
        back.unwrap_or(day)
    }

    /// Which day of how many it is, for spans of days; zeros for others.
    pub(super) fn day_of(self, from: NaiveDate, today: NaiveDate) -> (u32, u32) {
        let day = match self.unit {
            TimeUnit::WorkingDays => working_days::between(from, today),
            TimeUnit::Days => u32::try_from((today - from).num_days()).unwrap_or(0),
            _ => return (0, 0),
        };
        (day, self.amount)
    }
}

/// How near a due time is.
pub(super) fn state(due: &EventTime, now: DateTime<Utc>, zone: Tz) -> super::DueState {
    let today = now.with_timezone(&zone).date_naive();
    let passed = if due.time.is_some() { due.moment(zone) < now } else { due.date < today };
    match (due.date - today).num_days() {
        _ if passed => super::DueState::Overdue,
        0 => super::DueState::Today,
        1..=7 => super::DueState::Soon,
        _ => super::DueState::Later,
    }
}
