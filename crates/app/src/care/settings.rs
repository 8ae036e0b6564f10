//! Settings of this casebook.

use casebook::tables;
use domain::{Action, Resource};
use serde::{Deserialize, Serialize};

use crate::{AppFault, Session, permit::permit};

const SETTINGS: &str = "settings";

/// What a person may set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `system`, `light`, `dark` or `contrast`.
    pub theme: String,
    /// `office` or `roomy`.
    pub density: String,
    /// Minutes without a key press before locking: 1 to 60.
    pub lock_after_minutes: u32,
    /// Minutes that an urgent record may be unsent before the phone prompt: 15 to 240.
    pub urgent_after_minutes: u32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: "system".to_owned(),
            density: "office".to_owned(),
            lock_after_minutes: 5,
            urgent_after_minutes: 60,
        }
    }
}

impl Settings {
    fn in_bounds(&self) -> bool {
        ["system", "light", "dark", "contrast"].contains(&self.theme.as_str())
            && ["office", "roomy"].contains(&self.density.as_str())
            && (1..=60).contains(&self.lock_after_minutes)
            && (15..=240).contains(&self.urgent_after_minutes)
    }
}

/// The settings in force.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn settings(session: &Session) -> Result<Settings, AppFault> {
    permit(session, Action::Read, Resource::Casebook)?;
    let kept = session.casebook.read(|reading| Ok::<_, AppFault>(tables::setting::get(reading, SETTINGS)?))?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Sets them.
///
/// # Errors
/// [`AppFault::SettingOutOfBounds`].
pub fn save_settings(session: &Session, settings: &Settings) -> Result<(), AppFault> {
    permit(session, Action::Keep, Resource::Casebook)?;
    if !settings.in_bounds() {
        return Err(AppFault::SettingOutOfBounds);
    }
    let text = serde_json::to_string(settings).map_err(|_| AppFault::Internal("settings do not write"))?;
    session.casebook.write(|gate| tables::setting::set(gate, SETTINGS, &text).map_err(AppFault::from))
}
