//! Finds the casebook and its secret. A passphrase is never an argument: it would stand in the list
//! of processes and in the shell's history.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use api::App;
use app::{
    SystemClock, default_folder,
    keys::{Secret, Unlock},
};
use zeroize::Zeroizing;

use crate::{arguments::Arguments, say::Fault};

/// The program with the casebook that was named, still locked.
pub(crate) fn closed(arguments: &Arguments) -> Result<App, Fault> {
    let folder = folder(arguments)?;
    Ok(App::resting(&folder, Arc::new(SystemClock))?)
}

/// The program with its casebook open.
pub(crate) fn open(arguments: &Arguments) -> Result<App, Fault> {
    let app = closed(arguments)?;
    if app.standing() == app::Standing::NoCasebook {
        return Err(app::AppFault::NoCasebook.into());
    }
    let secret = secret(arguments)?;
    app.unlock(&Unlock { secret, accept_older_key_file: arguments.accept_older_key_file })?;
    Ok(app)
}

/// What opens the casebook.
pub(crate) fn secret(arguments: &Arguments) -> Result<Secret, Fault> {
    if let Some(file) = &arguments.recovery_code_file {
        return Ok(Secret::RecoveryCode(read(file)?.trim().to_owned()));
    }
    Ok(Secret::Passphrase(passphrase(arguments, "Passphrase: ")?.to_string().into()))
}

/// The passphrase, from its file or asked for.
pub(crate) fn passphrase(arguments: &Arguments, prompt: &str) -> Result<Zeroizing<String>, Fault> {
    match &arguments.passphrase_file {
        Some(file) => one_line(file),
        None => ask(prompt),
    }
}

/// A passphrase file: the text as it is, without one line break at the end.
pub(crate) fn one_line(file: &Path) -> Result<Zeroizing<String>, Fault> {
    let text = read(file)?;
    let text = text.strip_suffix('\n').map(|text| text.strip_suffix('\r').unwrap_or(text)).unwrap_or(&text);
    Ok(Zeroizing::new(text.to_owned()))
}

/// Asks without showing what is typed.
pub(crate) fn ask(prompt: &str) -> Result<Zeroizing<String>, Fault> {
    rpassword::prompt_password(prompt)
        .map(Zeroizing::new)
        .map_err(|_| Fault::Usage("no passphrase: there is no terminal to ask at; use --passphrase-file".to_owned()))
}

fn read(file: &Path) -> Result<Zeroizing<String>, Fault> {
    fs::read_to_string(file)
        .map(Zeroizing::new)
        .map_err(|error| Fault::Usage(format!("{} cannot be read: {}", file.display(), error.kind())))
}

fn folder(arguments: &Arguments) -> Result<PathBuf, Fault> {
    arguments
        .casebook
        .clone()
        .or_else(default_folder)
        .ok_or_else(|| Fault::Usage("say where the casebook is: --casebook DIR".to_owned()))
}
