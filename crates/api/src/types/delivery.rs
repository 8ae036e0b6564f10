//! Delivery: custody, the outbox, the hub.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The custody count: `filed = received + waiting + needs_you`, in records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Custody {
    /// Every record filed on this device.
    pub filed: u32,
    /// Received, with a verified receipt.
    pub received: u32,
    /// Only here: waiting, sending or paused.
    pub waiting: u32,
    /// A person must decide.
    pub needs_you: u32,
    /// Drafts, beside the count.
    pub drafts: u32,
    /// Entries of access and housekeeping, counted apart.
    pub log: u32,
    /// Of those, not yet received.
    pub log_waiting: u32,
}

/// The hub that this device is enrolled at.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HubView {
    /// Its address.
    pub address: String,
    /// Its id, shortened for people.
    pub id: String,
    /// When this device was enrolled.
    pub enrolled: String,
    /// Last time it answered with a signature that verifies.
    pub last_contact: Option<String>,
}

/// What the status bar shows on every screen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StatusView {
    /// Each record in one place.
    pub custody: Custody,
    /// When the oldest record that is only here was filed.
    pub oldest_waiting: Option<String>,
    /// The hub, when enrolled.
    pub hub: Option<HubView>,
    /// A run is going on now.
    pub sending: bool,
    /// Why the last run stopped; a code of the error catalogue.
    pub last_trouble: Option<super::super::ApiError>,
    /// When the next try is.
    pub next_try: Option<String>,
    /// Urgent records unsent for too long, not yet phoned through.
    pub alarms: Vec<AlarmView>,
    /// The device's clock differs from the hub's by this many minutes (only when 10 or more).
    pub clock_off_minutes: Option<i32>,
    /// The form of the alarm: minutes after which the lead should be phoned.
    pub urgent_after_minutes: u32,
}

/// An urgent record that has not left the device.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct AlarmView {
    /// The record.
    pub record: String,
    /// Its reference.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// When it was filed.
    pub recorded: String,
}

/// The outbox.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct OutboxView {
    /// A person must decide.
    pub needs_you: Vec<super::RecordRow>,
    /// Waiting, sending, paused: first to go first.
    pub waiting: Vec<super::RecordRow>,
    /// Received in the last 30 days, newest first.
    pub received: Vec<super::RecordRow>,
    /// How many rows of each list there are in all (a list holds 200 at most).
    pub totals: OutboxTotals,
    /// What the status bar shows.
    pub status: StatusView,
}

/// How many rows there are in all.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct OutboxTotals {
    /// Needs you.
    pub needs_you: u32,
    /// Waiting.
    pub waiting: u32,
    /// Received in the last 30 days.
    pub received: u32,
}

/// Enrols this device at a hub.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EnrolRequest {
    /// The one-time code, as given by the hub.
    pub code: String,
}

/// Holds a record back, or lets it go.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct HoldRecordRequest {
    /// The record.
    pub id: String,
    /// True to hold, false to let go.
    pub hold: bool,
}

/// The lead was phoned about an urgent record.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PhonedLeadRequest {
    /// The record.
    pub id: String,
    /// Who was spoken to.
    pub who: String,
}

domain::named_only!(AlarmView, OutboxView, PhonedLeadRequest);
