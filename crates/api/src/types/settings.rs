//! Settings of this casebook.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Settings that a person may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettingsView {
    /// `system`, `light`, `dark` or `contrast`.
    pub theme: String,
    /// `office` (16 px) or `roomy` (19 px).
    pub density: String,
    /// Minutes without a key press before locking: 1 to 60.
    pub lock_after_minutes: u32,
    /// Minutes an urgent record may be unsent before the phone prompt: 15 to 240.
    pub urgent_after_minutes: u32,
    /// This person looks after the forms of the service: changes and publishes them, imports and
    /// exports answers.
    pub edits_forms: bool,
}
