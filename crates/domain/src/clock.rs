//! Where time and new ids come from.

use std::{sync::Mutex, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use uuid::{NoContext, Timestamp, Uuid};

/// The time of the device, passed to whatever needs it.
pub trait Clock: Send + Sync {
    /// The wall clock: may be wrong, set back or jump.
    fn now(&self) -> DateTime<Utc>;

    /// Time since an arbitrary start, which no setting of the clock moves.
    fn steady(&self) -> Duration;

    /// The zone that the device is in.
    fn zone(&self) -> Tz;

    /// A new UUIDv7, made from the wall clock and randomness.
    fn new_id(&self) -> Uuid {
        let now = self.now();
        let seconds = u64::try_from(now.timestamp()).unwrap_or(0);
        Uuid::new_v7(Timestamp::from_unix(NoContext, seconds, now.timestamp_subsec_nanos()))
    }
}

/// A clock that stands until it is moved.
#[derive(Debug)]
pub struct FakeClock(Mutex<(DateTime<Utc>, Duration)>);

impl FakeClock {
    /// Stands at `now`, in London.
    pub fn at(now: DateTime<Utc>) -> Self {
        Self(Mutex::new((now, Duration::ZERO)))
    }

    /// Time passes: wall and steady clock move together.
    pub fn pass(&self, time: Duration) {
        let mut inner = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        inner.0 += TimeDelta::from_std(time).unwrap_or(TimeDelta::zero());
        inner.1 += time;
    }

    /// Somebody sets the wall clock; the steady clock does not notice.
    pub fn set(&self, now: DateTime<Utc>) {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).0 = now;
    }
}

impl Clock for FakeClock {
    fn now(&self) -> DateTime<Utc> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).0
    }

    fn steady(&self) -> Duration {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).1
    }

    fn zone(&self) -> Tz {
        Tz::Europe__London
    }
}
