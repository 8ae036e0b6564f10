//! Who works with whom, and the organisation as it is on a day: old records keep the name in force.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::AuthorId;

/// A person is with a team, and mostly with somebody in it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Allocation {
    /// Name of the team in force on the first day.
    pub team: String,
    /// Who; none while nobody in the team has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub worker: Option<Worker>,
    /// In what part.
    pub role: AllocationRole,
    /// First day.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
    /// Why it was made.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub reason: String,
    /// Why it ended.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub ended_because: String,
    /// What the one who had it before says to the one who has it now.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub handover: String,
    /// How soon somebody must look.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub priority: Option<Priority>,
}

/// Somebody who works with people on file.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Worker {
    /// Full name.
    pub name: String,
    /// Work e-mail address, by which packs know people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub email: Option<String>,
    /// The author in journals, where the person has a casebook.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub author: Option<AuthorId>,
}

impl Worker {
    /// What a worker's allocations are looked up by: the e-mail address where there is one, else the
    /// name, in lower case and single-spaced.
    pub fn key(&self) -> String {
        let named = self.email.as_deref().filter(|email| !email.trim().is_empty()).unwrap_or(&self.name);
        named.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
    }
}

/// In what part a worker is allocated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum AllocationRole {
    /// Has the case.
    LeadWorker,
    /// Works on it as well.
    SecondWorker,
    /// Chairs reviews or conferences.
    IndependentChair,
    /// Supervises a foster carer.
    SupervisingWorker,
    /// Personal adviser of a care leaver.
    PersonalAdviser,
    /// Lead professional in early help.
    LeadProfessional,
    /// Therapist or other clinician.
    Clinician,
    /// Youth justice worker.
    YouthJusticeWorker,
    /// Family support worker.
    FamilySupport,
}

/// How soon somebody must look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the words say it")]
pub enum Priority {
    Urgent,
    High,
    Medium,
    Low,
}

/// A service of the organisation. A new name is a new fact with the same id and a later first day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Service {
    /// Its name.
    pub name: String,
    /// First day.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
}

/// A team or unit of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Team {
    /// Its name.
    pub name: String,
    /// Name of its service.
    pub service: String,
    /// First day.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
}

/// A time limit as the organisation sets it, in place of the one that ships.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TimeLimit {
    /// Id of the limit, as in the list that ships.
    pub limit: String,
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: TimeUnit,
    /// Where the rule comes from: a policy, a decision.
    pub source: String,
    /// From when it counts; clocks that began before keep theirs.
    #[ts(type = "string")]
    pub from: NaiveDate,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<NaiveDate>,
}

/// What a limit is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Hours by the clock.
    Hours,
    /// Days of the calendar.
    Days,
    /// Days without weekends and bank holidays in England.
    WorkingDays,
    /// Weeks of the calendar.
    Weeks,
    /// Months of the calendar.
    Months,
}

impl TimeUnit {
    /// The most of it that a limit may be: ten years by the day or the hour.
    pub fn most(self) -> u32 {
        match self {
            Self::Hours => 87_600,
            Self::Days | Self::WorkingDays | Self::Weeks | Self::Months => 3_660,
        }
    }
}

crate::named_only!(Allocation, Worker);
