//! Warnings: what somebody must know before they knock on the door.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::PersonId;

/// A warning on the files of those it is about.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Warning {
    /// What kind.
    pub warning: WarningKind,
    /// What to know and what to do.
    pub text: String,
    /// Who it comes from, where somebody on file is the risk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub risk_from: Option<PersonId>,
    /// Since when.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// By when it is looked at again: at most a year after it began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub review_by: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
    /// Whether the person knows of it; none when it was imported and nobody says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub told: Option<Told>,
    /// The manager with whom it was discussed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub agreed_with: String,
    /// Why it was renewed or ended, with what was found at the review.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub review_note: String,
}

/// The kinds of warning in children's services (`domain/interim-system.md`, 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the words are in the catalogue")]
pub enum WarningKind {
    RiskToWorker,
    RiskOfAdultToChildren,
    HomeEnvironment,
    DoNotDisclose,
    ContactArrangement,
    ProtectionOrder,
    ExtraFamilialHarm,
    Marac,
    SafeguardingAgreement,
    RestrictedFile,
    DuplicateFile,
    Other,
}

/// Whether the person was told of the warning.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "told", rename_all = "snake_case")]
pub enum Told {
    /// They were.
    Yes {
        /// When.
        #[ts(type = "string")]
        on: NaiveDate,
        /// How: in person, in writing.
        how: String,
    },
    /// They were not.
    No {
        /// Why not.
        because: String,
    },
}

crate::named_only!(Warning, Told);
