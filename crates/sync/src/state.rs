//! What the screens say about delivery.

use chrono::{DateTime, TimeDelta, Utc};
use domain::RecordId;

/// How delivery is doing now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DeliveryState {
    /// A run is going on.
    pub sending: bool,
    /// Records of which something is on the line at this moment.
    pub on_the_way: Vec<RecordId>,
    /// Why the last run stopped or left something behind: the code of a [`crate::SyncFault`].
    pub last_trouble: Option<&'static str>,
    /// When the next try is, after trouble; none when all is well.
    pub next_try: Option<DateTime<Utc>>,
    /// The hub's clock minus this device's, as of the last answer.
    pub clock_off: Option<TimeDelta>,
    /// When the hub last answered with its signature, by this device's clock.
    pub last_contact: Option<DateTime<Utc>>,
}
