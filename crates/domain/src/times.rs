//! Two times that are never mixed: when something happened, and when it was recorded.

use std::{fmt, str::FromStr};

use chrono::{DateTime, FixedOffset, LocalResult, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::Clock;

/// When an entry was recorded, by the device's clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// The moment, with the offset that was in force: tells the two hours of a clock change apart.
    pub at: DateTime<FixedOffset>,
    /// IANA name of the zone, e.g. `Europe/London`.
    pub zone: String,
    /// The clock was set back or jumped, so the moment is doubtful. Order comes from the chain,
    /// never from here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub uncertain: bool,
}

impl Stamp {
    /// Now, by this clock.
    pub fn now(clock: &dyn Clock, uncertain: bool) -> Self {
        let zone = clock.zone();
        Self { at: clock.now().with_timezone(&zone).fixed_offset(), zone: zone.name().to_owned(), uncertain }
    }

    /// The moment in UTC.
    pub fn utc(&self) -> DateTime<Utc> {
        self.at.with_timezone(&Utc)
    }
}

/// When something happened: a day, with the time where it is known. A time that is not known stays
/// unknown; it is never shown as midnight.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EventTime {
    /// The day, on the calendar where it happened.
    pub date: NaiveDate,
    /// The time of day, to the minute.
    pub time: Option<NaiveTime>,
}

/// A text that is no event time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a time of event is written 2026-11-21 or 2026-11-21T14:30")]
pub struct TimeFault;

impl EventTime {
    /// The moment in `zone`. An hour that a clock change skips moves to the next that exists, one
    /// that it repeats means the first; without a time, noon.
    pub fn moment(&self, zone: Tz) -> DateTime<Utc> {
        let time = self.time.unwrap_or(NaiveTime::MIN + chrono::TimeDelta::hours(12));
        let local = self.date.and_time(time);
        match zone.from_local_datetime(&local) {
            LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
            LocalResult::None => match zone.from_local_datetime(&(local + chrono::TimeDelta::hours(1))) {
                LocalResult::Single(at) | LocalResult::Ambiguous(at, _) => at.with_timezone(&Utc),
                LocalResult::None => Utc.from_utc_datetime(&local),
            },
        }
    }
}

impl EventTime {
    /// The moment in the zone of that IANA name; one that is not known counts as UTC.
    pub fn moment_in(&self, zone: &str) -> DateTime<Utc> {
        self.moment(zone.parse().unwrap_or(Tz::UTC))
    }
}

impl fmt::Display for EventTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.date.format("%Y-%m-%d"))?;
        match self.time {
            Some(time) => write!(f, "T{}", time.format("%H:%M")),
            None => Ok(()),
        }
    }
}

impl FromStr for EventTime {
    type Err = TimeFault;
    fn from_str(text: &str) -> Result<Self, TimeFault> {
        let (date, time) = match text.split_once(['T', ' ']) {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        Ok(Self {
            date: NaiveDate::parse_from_str(date, "%Y-%m-%d").map_err(|_| TimeFault)?,
            time: time.map(|time| NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| TimeFault)).transpose()?,
        })
    }
}

impl TryFrom<String> for EventTime {
    type Error = TimeFault;
    fn try_from(text: String) -> Result<Self, TimeFault> {
        text.parse()
    }
}

impl From<EventTime> for String {
    fn from(time: EventTime) -> Self {
        time.to_string()
    }
}

/// Whole days from the event to the recording; 0 when recorded on the day or before it.
pub fn days_between(event: &EventTime, recorded: &Stamp) -> u32 {
    u32::try_from((recorded.at.date_naive() - event.date).num_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("2026-11-21")]
    #[case("2026-11-21T14:30")]
    fn an_event_time_reads_back_as_written(#[case] text: &str) {
        assert_eq!(text.parse::<EventTime>().unwrap().to_string(), text);
    }

    #[rstest]
    #[case("yesterday")]
    #[case("2026-02-30")]
    #[case("2026-11-21T25:00")]
    fn what_is_no_time_is_refused(#[case] text: &str) {
        assert_eq!(text.parse::<EventTime>(), Err(TimeFault));
    }

    #[rstest]
    // 01:30 on 25 October 2026 comes twice in London; the first is still summer time.
    #[case("2026-10-25T01:30", "2026-10-25T00:30:00Z")]
    // 01:30 on 29 March 2026 does not exist.
    #[case("2026-03-29T01:30", "2026-03-29T01:30:00Z")]
    fn the_hour_of_a_clock_change_has_one_meaning(#[case] text: &str, #[case] utc: &str) {
        let event: EventTime = text.parse().unwrap();
        assert_eq!(event.moment(Tz::Europe__London), utc.parse::<DateTime<Utc>>().unwrap());
    }

    #[test]
    fn lateness_is_never_negative() {
        let event: EventTime = "2026-11-21".parse().unwrap();
        let clock = crate::FakeClock::at("2026-11-25T09:00:00Z".parse().unwrap());
        assert_eq!(days_between(&event, &Stamp::now(&clock, false)), 4);
        clock.set("2026-11-20T09:00:00Z".parse().unwrap());
        assert_eq!(days_between(&event, &Stamp::now(&clock, false)), 0);
    }
}
