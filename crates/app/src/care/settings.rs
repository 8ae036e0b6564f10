//! Settings of this casebook.

use casebook::tables;
use domain::{Action, Resource};
use journal::{CasebookCare, Known};
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
    /// This person looks after the forms: until the organisation's certificates say who does, the
    /// owner of a casebook says it, and the journal keeps it.
    pub edits_forms: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: "system".to_owned(),
            density: "office".to_owned(),
            lock_after_minutes: 5,
            urgent_after_minutes: 60,
            edits_forms: false,
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
    session.casebook.read(kept)
}

fn kept(reading: &casebook::Reading<'_>) -> Result<Settings, AppFault> {
    let kept = tables::setting::get(reading, SETTINGS)?;
    Ok(kept.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}

/// Whether the owner looks after the forms.
pub(crate) fn edits_forms(reading: &casebook::Reading<'_>) -> Result<bool, AppFault> {
    Ok(kept(reading)?.edits_forms)
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
    let changes_role = session.casebook.read(edits_forms)? != settings.edits_forms;
    let act = if settings.edits_forms { "forms_editor_begun" } else { "forms_editor_ended" };
    let entry = session.entry(Known::CasebookCare(CasebookCare { act: act.to_owned(), times: None }));
    session.casebook.write(|gate| {
        tables::setting::set(gate, SETTINGS, &text)?;
        if changes_role {
            gate.append(entry)?;
        }
        Ok::<_, AppFault>(())
    })?;
    session.set_edits_forms(settings.edits_forms);
    Ok(())
}
