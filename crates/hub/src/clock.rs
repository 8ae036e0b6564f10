//! The one place where the hub looks at a clock.

use std::time::Duration;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use domain::Clock;

/// The clock of the machine, in UTC.
#[derive(Debug)]
pub struct WallClock(std::time::Instant);

impl WallClock {
    /// Begins to count steady time.
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }
}

impl Clock for WallClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock that the others are passed")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn steady(&self) -> Duration {
        self.0.elapsed()
    }

    fn zone(&self) -> Tz {
        Tz::UTC
    }
}
