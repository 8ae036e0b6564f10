//! Where a record is, and the count that must always add up.

use serde::{Deserialize, Serialize};

/// How soon a record must reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// In its turn.
    #[default]
    Normal,
    /// Before everything else; raises the phone prompt when it cannot be sent.
    Urgent,
}

/// Where a record is: the eight labels, the same on screen, in the CLI and in reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RecordState {
    /// Not filed yet.
    Draft,
    /// Filed, only on this device.
    Waiting,
    /// On its way now.
    Sending,
    /// Held back by a person, or because a file of it cannot be read.
    Paused,
    /// The central system wants a person to put something right.
    NeedsYou,
    /// Received by the hub, with a verified receipt.
    Sent,
    /// Confirmed by the central system.
    InCentralRecord,
    /// Two versions that did not know of each other.
    CompareVersions,
}

/// The custody count, in records. `filed = received + waiting + needs_you`; drafts and the log of
/// access and housekeeping are counted beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Custody {
    /// Every record filed.
    pub filed: u32,
    /// [`RecordState::Sent`] and [`RecordState::InCentralRecord`].
    pub received: u32,
    /// [`RecordState::Waiting`], [`RecordState::Sending`] and [`RecordState::Paused`].
    pub waiting: u32,
    /// [`RecordState::NeedsYou`] and [`RecordState::CompareVersions`].
    pub needs_you: u32,
    /// Drafts in use.
    pub drafts: u32,
    /// Entries that are no records.
    pub log: u32,
    /// Of those, not yet received.
    pub log_waiting: u32,
}

impl Custody {
    /// Puts one record in its place.
    pub fn count(&mut self, state: RecordState) {
        match state {
            RecordState::Draft => {
                self.drafts += 1;
                return;
            }
            RecordState::Waiting | RecordState::Sending | RecordState::Paused => self.waiting += 1,
            RecordState::Sent | RecordState::InCentralRecord => self.received += 1,
            RecordState::NeedsYou | RecordState::CompareVersions => self.needs_you += 1,
        }
        self.filed += 1;
    }

    /// Whether every record is in exactly one place.
    pub fn adds_up(&self) -> bool {
        self.filed == self.received + self.waiting + self.needs_you
    }
}
