use std::collections::BTreeMap;

use domain::facts::EpisodeKind;
use serde::{Deserialize, Serialize};

use crate::condition::Condition;

/// What filing a record does to what the service is doing with a child: an episode begins or ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EpisodeMark {
    /// What is done.
    pub act: EpisodeAct,
    /// To an episode of which kind.
    pub episode: EpisodeKind,
    /// Date question of the form or of each child that says when; none: the day of the event. While
    /// it is not answered, nothing is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Time question that goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// For an end: date question that says when the episode began, where none is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<String>,
    /// Time question that goes with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun_time: Option<String>,
    /// Date question with the child's own date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own_date: Option<String>,
    /// Details of the episode, by name: questions whose answers they are, choices by their ids.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub details: BTreeMap<String, String>,
    /// Details that are the same for every record on this form.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub set: BTreeMap<String, String>,
    /// Only while this holds, of the form or of the child.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only_if: Option<Condition>,
}

/// What is done to an episode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EpisodeAct {
    /// One begins.
    Begin,
    /// One begins unless one of its kind is open: a plan is written again, the child is on it once.
    BeginUnlessOpen,
    /// The open one ends; where none is open, it began and ended on its dates.
    End,
    /// Every one that is open ends; where none is open, nothing is done.
    EndAll,
}

/// A sentence that is shown before filing. It stops nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// When it is shown; where it looks at answers about each child: for any child. None: always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What it says.
    pub text: String,
}
