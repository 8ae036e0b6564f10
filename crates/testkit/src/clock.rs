//! A clock that stands at a known morning until a test moves it.
// For tests, where what cannot be prepared ends the test.
#![allow(clippy::expect_used)]

use std::time::Duration;

use chrono::DateTime;
use domain::{Clock, FakeClock, Stamp};

/// Stands at 09:00 on Monday 23 November 2026, in London.
pub fn monday_morning() -> FakeClock {
    FakeClock::at(DateTime::from_timestamp(1_795_424_400, 0).expect("a moment that exists"))
}

/// A minute passes; gives the stamp of what is recorded then.
pub fn a_minute_later(clock: &FakeClock) -> Stamp {
    clock.pass(Duration::from_secs(60));
    Stamp::now(clock as &dyn Clock, false)
}
