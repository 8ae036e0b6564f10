//! The limits that ship: `data/time_limits.json`, each with the source of its rule.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::facts::{EpisodeKind, TimeUnit};

/// Whose rule a limit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Statute, regulation or statutory guidance.
    Law,
    /// A rule of the house.
    Local,
}

impl Nature {
    /// As screens and scripts name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Local => "local",
        }
    }
}

/// From what a limit is counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// From the beginning of the episode, or of the one named in `begin_of` that it came from.
    #[default]
    Begin,
    /// From its end.
    End,
    /// It is the child's own date that the episode carries.
    OwnDate,
    /// It is the date by which a warning is looked at again; counted from its beginning without one.
    ReviewBy,
}

/// A limit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Its id, which the words (`limit-ID`) and the organisation's own limits name.
    pub id: String,
    /// Kind of episode; none for a limit of any episode, or of warnings.
    pub episode: Option<EpisodeKind>,
    /// Other kinds that it holds for; of several that are open the first begun counts.
    #[serde(default)]
    pub also: Vec<EpisodeKind>,
    /// From what it is counted.
    #[serde(default)]
    pub from: From,
    /// Counted from the beginning of the episode of this kind that it came from, if there is one.
    pub begin_of: Option<EpisodeKind>,
    /// How many.
    pub amount: u32,
    /// Of what.
    pub unit: TimeUnit,
    /// Counted back from a beginning that is still to come.
    #[serde(default)]
    pub before: bool,
    /// Only once so many records were made since the beginning: it is counted from the last of them.
    #[serde(default)]
    pub after: usize,
    /// One more record ends it; without this it runs anew from each.
    #[serde(default)]
    pub once: bool,
    /// Ids of forms whose records satisfy it.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Id of the form to offer, where it is not the first of those.
    pub offer: Option<String>,
    /// Only records on which the child was seen.
    #[serde(default)]
    pub seen: bool,
    /// Kinds of episodes that satisfy it when they come from this one, or begin after it.
    #[serde(default)]
    pub met_by: Vec<EpisodeKind>,
    /// Only records in so many days before it is due, or later, satisfy it.
    pub window_days: Option<u64>,
    /// It holds only for episodes with one of these details.
    #[serde(default)]
    pub only_if: BTreeMap<String, Vec<String>>,
    /// It does not hold for episodes with one of these details.
    #[serde(default)]
    pub not_if: BTreeMap<String, Vec<String>>,
    /// It holds only until there is a record on one of these forms.
    #[serde(default)]
    pub until_forms: Vec<String>,
    /// It holds only once there is a record on one of these forms.
    #[serde(default)]
    pub once_forms: Vec<String>,
    /// It holds for children younger than so many years; for those whose age is not known as well.
    pub under_age: Option<u32>,
    /// It holds for children of so many years or more; not for those whose age is not known.
    pub from_age: Option<u32>,
    /// So many days after it was due it is no longer told: what has ended is not overdue for ever.
    pub lapses_days: Option<u64>,
    /// Whose rule.
    pub nature: Nature,
    /// Where the rule comes from, in words for people.
    pub source: String,
}

static SHIPPED: LazyLock<Vec<Limit>> =
    // That it reads is tested.
    LazyLock::new(|| serde_json::from_str(include_str!("../../data/time_limits.json")).unwrap_or_default());

/// The limits that ship, in the order of the work.
pub fn shipped() -> &'static [Limit] {
    &SHIPPED
}
