//! Casebook, keys, settings, check.

use std::{
    fs::OpenOptions,
    io::{self, Write},
    path::Path,
};

use app::{
    App, AppFault, care,
    keys::{self, Author, CreateCasebook, RecoverySheet, Secret, Unlock},
};
use vault::{Cost, Passphrase};

use crate::{ApiError, Host, types::*};

pub(crate) fn session(app: &App, host: &dyn Host, _: Nothing) -> Result<SessionView, ApiError> {
    let standing = match app.standing() {
        app::Standing::NoCasebook => Standing::NoCasebook,
        app::Standing::Locked => Standing::Locked,
        app::Standing::Open => Standing::Open,
    };
    let mut view = SessionView {
        standing,
        folder: app.folder().display().to_string(),
        version: app::version().to_owned(),
        author: None,
        place: None,
        window: host.is_window(),
        key_file_repaired: false,
        settings: settings_view(&care::Settings::default()),
    };
    if let Ok(session) = app.session() {
        let author = care::author(&session)?;
        view.author = Some(AuthorView { name: author.name, role: author.role, team: author.team });
        view.place = app.place()?;
        view.key_file_repaired = session.key_file_repaired();
        view.settings = settings_view(&care::settings(&session)?);
    }
    Ok(view)
}

pub(crate) fn judge_passphrase(
    _: &App,
    _: &dyn Host,
    request: JudgePassphraseRequest,
) -> Result<StrengthView, ApiError> {
    let passphrase = zeroize::Zeroizing::new(request.passphrase);
    let strength = keys::judge_passphrase(&passphrase, &request.about);
    let name = |advice| {
        serde_json::to_value(advice).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    };
    Ok(StrengthView {
        score: strength.score,
        enough: strength.enough,
        advice: strength.advice.into_iter().map(name).collect(),
    })
}

pub(crate) fn begin_casebook(app: &App, _: &dyn Host, _: Nothing) -> Result<RecoverySheetView, ApiError> {
    Ok(sheet(&app.begin_casebook()?))
}

pub(crate) fn save_recovery_code(app: &App, host: &dyn Host, _: Nothing) -> Result<SavedView, ApiError> {
    let sheet = sheet(&app.recovery_sheet()?);
    let Some(path) = host.ask_where_to_save("holdfast-recovery-code.txt")? else {
        return Ok(SavedView { path: None });
    };
    let text = crate::words().say(
        "recovery-file",
        &[
            ("code".to_owned(), sheet.groups.join("-")),
            ("casebook".to_owned(), sheet.casebook),
            ("made".to_owned(), sheet.made),
        ]
        .into(),
    );
    write_private(&path, zeroize::Zeroizing::new(text).as_bytes()).map_err(AppFault::from)?;
    Ok(SavedView { path: Some(path.display().to_string()) })
}

/// Writes a file that no other person on this machine may read.
fn write_private(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

pub(crate) fn create_casebook(
    app: &App,
    host: &dyn Host,
    request: CreateCasebookRequest,
) -> Result<SessionView, ApiError> {
    app.create_casebook(CreateCasebook {
        passphrase: zeroize::Zeroizing::new(request.passphrase),
        confirm: Some(request.confirm.into_iter().map(|back| (back.group, back.typed)).collect()),
        author: Author { name: request.author.name, role: request.author.role, team: request.author.team },
        cost: cost(),
        allow_weak: false,
    })?;
    session(app, host, Nothing {})
}

pub(crate) fn unlock(app: &App, host: &dyn Host, request: UnlockRequest) -> Result<SessionView, ApiError> {
    app.unlock(&Unlock {
        secret: secret(request.way, request.secret),
        accept_older_key_file: request.accept_older_key_file,
    })?;
    session(app, host, Nothing {})
}

pub(crate) fn lock(app: &App, host: &dyn Host, request: LockRequest) -> Result<Nothing, ApiError> {
    app.lock(request.place.as_deref())?;
    host.locked();
    Ok(Nothing {})
}

pub(crate) fn change_passphrase(
    app: &App,
    _: &dyn Host,
    request: ChangePassphraseRequest,
) -> Result<Nothing, ApiError> {
    let (current, new) = (secret(request.way, request.current), zeroize::Zeroizing::new(request.new));
    keys::change_passphrase(&*app.session()?, &current, &new, cost())?;
    Ok(Nothing {})
}

/// The screens say that somebody is there, so that the host does not lock.
pub(crate) fn touch(app: &App, _: &dyn Host, _: Nothing) -> Result<Nothing, ApiError> {
    app.session()?;
    Ok(Nothing {})
}

pub(crate) fn save_settings(app: &App, _: &dyn Host, request: SettingsView) -> Result<SettingsView, ApiError> {
    let session = app.session()?;
    care::save_settings(
        &session,
        &care::Settings {
            theme: request.theme,
            density: request.density,
            lock_after_minutes: request.lock_after_minutes,
            urgent_after_minutes: request.urgent_after_minutes,
            edits_forms: request.edits_forms,
        },
    )?;
    Ok(settings_view(&care::settings(&session)?))
}

pub(crate) fn start_check(app: &App, _: &dyn Host, _: Nothing) -> Result<CheckProgressView, ApiError> {
    Ok(check_view(care::start_check(&app.session()?)?))
}

pub(crate) fn check_progress(app: &App, _: &dyn Host, _: Nothing) -> Result<CheckProgressView, ApiError> {
    Ok(check_view(care::check_progress(&*app.session()?)?))
}

pub(crate) fn cancel_check(app: &App, _: &dyn Host, _: Nothing) -> Result<Nothing, ApiError> {
    care::cancel_check(&*app.session()?)?;
    Ok(Nothing {})
}

pub(crate) fn rebuild_views(app: &App, _: &dyn Host, _: Nothing) -> Result<Nothing, ApiError> {
    care::rebuild_views(&app.session()?, &mut |_, _| true)?;
    Ok(Nothing {})
}

fn secret(way: Way, typed: String) -> Secret {
    match way {
        Way::Passphrase => Secret::Passphrase(Passphrase::from(typed)),
        Way::RecoveryCode => Secret::RecoveryCode(typed),
    }
}

fn sheet(sheet: &RecoverySheet) -> RecoverySheetView {
    RecoverySheetView {
        groups: sheet.groups.to_vec(),
        ask: sheet.ask.to_vec(),
        casebook: sheet.casebook.to_string(),
        made: sheet.made.to_rfc3339(),
    }
}

/// How dear a guess is made. Tests that are not about it may ask for the floor, never for less.
pub fn cost() -> Cost {
    match std::env::var_os("HOLDFAST_TEST_COST") {
        Some(_) if cfg!(debug_assertions) => Cost::FLOOR,
        _ => Cost::DEFAULT,
    }
}

fn settings_view(settings: &care::Settings) -> SettingsView {
    SettingsView {
        theme: settings.theme.clone(),
        density: settings.density.clone(),
        lock_after_minutes: settings.lock_after_minutes,
        urgent_after_minutes: settings.urgent_after_minutes,
        edits_forms: settings.edits_forms,
    }
}

fn check_view(progress: care::CheckProgress) -> CheckProgressView {
    CheckProgressView {
        running: progress.running,
        done: progress.done,
        total: progress.total,
        report: progress.finished.as_ref().map(check_report),
    }
}

/// What a check found, for screens and scripts.
pub fn check_report(finished: &care::FinishedCheck) -> CheckReportView {
    CheckReportView {
        sound: finished.report.faults.is_empty(),
        entries: finished.report.entries,
        blobs: finished.report.blobs,
        faults: finished.report.faults.iter().map(ToString::to_string).collect(),
        at: finished.at.to_rfc3339(),
        head: finished.head.to_string(),
    }
}
