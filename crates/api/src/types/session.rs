//! Who is here and whether the casebook is open.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where the app stands: decides between first run, unlock and work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// No casebook in the folder yet: first run.
    NoCasebook,
    /// A casebook is there, locked.
    Locked,
    /// Unlocked.
    Open,
}

/// The state of the app, asked at start and after each unlock.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SessionView {
    /// First run, locked or open.
    pub standing: Standing,
    /// The folder of the casebook, to be shown so that people know where it is.
    pub folder: String,
    /// Version of the app.
    pub version: String,
    /// Who records here; none while locked.
    pub author: Option<AuthorView>,
    /// The route with field that was left at the last lock, to come back to; none while locked.
    pub place: Option<String>,
    /// Whether the host has a print sheet and dialogs of its own (the window) or not (a browser).
    pub window: bool,
    /// One of the two key file copies was damaged and has been rewritten from the other.
    pub key_file_repaired: bool,
    /// The settings that screens need; defaults while locked.
    pub settings: super::SettingsView,
}

/// The person who records.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AuthorView {
    /// Full name.
    pub name: String,
    /// Job title as the person writes it.
    pub role: String,
    /// Team, if said.
    pub team: Option<String>,
}

/// Which secret opens the casebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The passphrase.
    Passphrase,
    /// The printed recovery code.
    RecoveryCode,
}

/// Opens the casebook.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UnlockRequest {
    /// Which secret this is.
    pub way: Way,
    /// The secret as typed.
    pub secret: String,
    /// The person has read that the key file is older than the casebook and goes on.
    #[serde(default)]
    pub accept_older_key_file: bool,
}

/// Locks: everything is saved, the process ends and starts again at the unlock screen.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LockRequest {
    /// Route and field to come back to, e.g. `/drafts/<id>?section=s1#what_happened`.
    pub place: Option<String>,
}

/// Changes the passphrase.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChangePassphraseRequest {
    /// Which secret proves that the person may do this.
    pub way: Way,
    /// That secret.
    pub current: String,
    /// The new passphrase.
    pub new: String,
}

/// Asks how strong a passphrase is, while it is typed.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct JudgePassphraseRequest {
    /// The passphrase so far.
    pub passphrase: String,
    /// Words that weaken it: the person's own name and role.
    #[serde(default)]
    pub about: Vec<String>,
}

/// How strong a passphrase is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct StrengthView {
    /// 0 (worst) to 4 (strong).
    pub score: u8,
    /// Whether it may be used.
    pub enough: bool,
    /// Words to show are `passphrase-advice-<code>` in the catalogue.
    pub advice: Vec<String>,
}

domain::named_only!(AuthorView, SessionView);
