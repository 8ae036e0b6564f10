//! Work lists: my day, caseloads, who is with nobody.

use domain::Fact;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DraftRow, DueRow, PersonRow};

/// My day.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct MyDayView {
    /// Today, `YYYY-MM-DD`.
    pub today: String,
    /// Children allocated to this person; none allocated means that everything on the device counts.
    pub allocated: u32,
    /// Overdue, the oldest first.
    pub overdue: Vec<DueRow>,
    /// Due today.
    pub today_due: Vec<DueRow>,
    /// Due within a week.
    pub soon: Vec<DueRow>,
    /// Warnings on their children that this person has not read.
    pub unread_warnings: Vec<PersonRow>,
    /// Drafts to finish, last saved first.
    pub drafts: Vec<DraftRow>,
    /// Records only on this device.
    pub unsent: u32,
    /// Children newly allocated to this person in the last 14 days.
    pub newly_allocated: Vec<PersonRow>,
}

/// Asks for a caseload.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CaseloadRequest {
    /// `mine`, `unallocated`, `everybody`, `team:NAME`, `worker:KEY`.
    pub of: String,
}

/// A caseload.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct CaseloadView {
    /// What was asked for.
    pub of: String,
    /// Children, the next due first.
    pub rows: Vec<CaseloadRow>,
    /// How many in all.
    pub total: u32,
    /// Teams with their load.
    pub teams: Vec<LoadView>,
    /// Workers with their load.
    pub workers: Vec<LoadView>,
    /// Children with no team or no worker.
    pub unallocated: u32,
}

/// A child on a caseload.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct CaseloadRow {
    /// The child.
    pub person: PersonRow,
    /// Team and worker.
    pub team: Option<String>,
    /// See `team`.
    pub worker: Option<String>,
    /// Since when.
    pub since: Option<String>,
    /// `urgent`, `high`, `medium`, `low`; none when nobody said.
    pub priority: Option<String>,
    /// Whole days without a worker, for those who have none.
    pub waiting_days: Option<u32>,
    /// The next thing due.
    pub next_due: Option<DueRow>,
    /// UUID of the allocation.
    pub allocation: Option<String>,
}

/// How many children somebody has.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct LoadView {
    /// `team:NAME` or `worker:KEY`, to ask for the caseload.
    pub of: String,
    /// Name.
    pub name: String,
    /// Team, for a worker.
    pub team: Option<String>,
    /// Children now.
    pub children: u32,
    /// Of them overdue in something.
    pub overdue: u32,
}

/// Gives a child to somebody else: the old allocation ends and the new one begins in one act.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TransferRequest {
    /// UUIDs of the children.
    pub people: Vec<String>,
    /// The team.
    pub team: String,
    /// Name of the worker; empty gives it to the team.
    #[serde(default)]
    #[ts(optional)]
    pub worker: Option<String>,
    /// Work e-mail of the worker, if known.
    #[serde(default)]
    #[ts(optional)]
    pub email: Option<String>,
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Why.
    pub reason: String,
    /// What the next worker must know.
    #[serde(default)]
    #[ts(optional)]
    pub handover: Option<String>,
    /// In what part; `lead_worker` when not said.
    #[serde(default)]
    #[ts(optional)]
    pub role: Option<String>,
    /// Priority, if any.
    #[serde(default)]
    #[ts(optional)]
    pub priority: Option<String>,
}

/// What a transfer did, so that it can be taken back without looking anything up.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct TransferredView {
    /// UUIDs of the facts that it made: to be withdrawn.
    pub made: Vec<String>,
    /// Facts that it changed: to be recorded again as they stood.
    pub before: Vec<FactBeforeView>,
}

/// A fact as it stood before something changed it.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct FactBeforeView {
    /// UUID.
    pub id: String,
    /// UUIDs of those on whose files it stood.
    pub about: Vec<String>,
    /// What it said.
    pub says: Fact,
}

domain::named_only!(MyDayView, CaseloadView, CaseloadRow, LoadView, TransferRequest, TransferredView, FactBeforeView);
