//! Making a casebook, in two steps: the recovery code is shown first and must be proven kept.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The recovery code of a casebook about to be made, or of a new code for an old one.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct RecoverySheetView {
    /// Six groups of five characters.
    pub groups: Vec<String>,
    /// Which two groups (1 to 6) will be asked back.
    pub ask: Vec<u8>,
    /// Identifies the casebook on the printed sheet without naming anyone.
    pub casebook: String,
    /// When the sheet was made.
    pub made: String,
}

/// One group of the recovery code, typed back.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct GroupBack {
    /// 1 to 6.
    pub group: u8,
    /// As typed.
    pub typed: String,
}

/// Makes the casebook, with the recovery code that `begin_casebook` showed.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CreateCasebookRequest {
    /// The new passphrase.
    pub passphrase: String,
    /// The two groups that were asked back.
    pub confirm: Vec<GroupBack>,
    /// Who records here.
    pub author: super::AuthorView,
}

/// Where the recovery code was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SavedView {
    /// The folder and file the person chose; none when the dialog was closed.
    pub path: Option<String>,
}
