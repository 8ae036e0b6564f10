//! `holdfast settings`.

use api::{App, Nothing, SessionView, SettingsView};

use super::call;
use crate::{
    arguments::YesNo,
    say::{self, Fault},
    wording::said,
};

pub(crate) fn settings(app: &App, json: bool, edits_forms: Option<YesNo>) -> Result<(), Fault> {
    let session: SessionView = call(app, "session", &Nothing {})?;
    let mut settings = session.settings;
    if let Some(edits_forms) = edits_forms {
        settings.edits_forms = edits_forms == YesNo::Yes;
        settings = call(app, "save_settings", &settings)?;
    }
    say::answer(json, &settings, || lines(&settings))
}

fn lines(settings: &SettingsView) -> Vec<String> {
    vec![
        said(if settings.edits_forms { "cli-edits-forms-yes" } else { "cli-edits-forms-no" }, &[]),
        said("cli-settings-look", &[("theme", &settings.theme), ("density", &settings.density)]),
        said("cli-settings-lock", &[("minutes", &settings.lock_after_minutes)]),
        said("cli-settings-urgent", &[("minutes", &settings.urgent_after_minutes)]),
    ]
}
