//! The check of a casebook, a long job with progress and cancel.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far the check is.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CheckProgressView {
    /// A check is going on.
    pub running: bool,
    /// Entries looked at.
    pub done: u32,
    /// Entries in all.
    pub total: u32,
    /// The result of the last check that ended in this session.
    pub report: Option<CheckReportView>,
}

/// What a check found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CheckReportView {
    /// Nothing wrong.
    pub sound: bool,
    /// Entries that verified.
    pub entries: u32,
    /// Files that verified.
    pub blobs: u32,
    /// What is wrong, a sentence each.
    pub faults: Vec<String>,
    /// When it ended.
    pub at: String,
    /// Short code of the journal's head, to compare with a printed sheet.
    pub head: String,
}
