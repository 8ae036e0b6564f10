//! What the service is doing with a child, from when to when. Episodes come from one another but
//! never have to: an assessment may have no referral, a referral two assessments.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EventTime, FactId, RecordId};

/// An episode.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Episode {
    /// Of what kind.
    pub episode: EpisodeKind,
    /// When it truly began: clocks run from here, not from when it was typed.
    #[ts(type = "string")]
    pub from: EventTime,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub until: Option<EventTime>,
    /// The child's own date: by when it shall be done for this child, inside the limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub own_date: Option<NaiveDate>,
    /// The episode that it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub came_from: Option<FactId>,
    /// The record that began it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub begun_by: Option<RecordId>,
    /// The record that ended it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(type = "string", optional)]
    pub ended_by: Option<RecordId>,
    /// What the kind has beside: `category` of a plan, `legal_status`, `placement_type`, `provider`,
    /// `outcome`, `end_reason`, `direction` of a step. Codes are those of the form lists.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[ts(as = "Option<BTreeMap<String, String>>", optional)]
    pub details: BTreeMap<String, String>,
    /// Anything to know.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    #[ts(as = "Option<String>", optional)]
    pub note: String,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// What the service does in an episode.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
                #[serde(rename_all = "snake_case")]
        pub enum EpisodeKind {
            $($(#[$doc])* $name,)*
        }

        impl EpisodeKind {
            /// Every kind, in the order of the work.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// As it is written in entries.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The kind of that name.
            pub fn parse(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.as_str() == text)
            }
        }
    };
}

kinds! {
    /// Somebody tells of a child; a decision is due.
    Contact = "contact";
    /// Taken on.
    Referral = "referral";
    /// Child and family assessment.
    Assessment = "assessment";
    /// Agencies decide together whether to enquire.
    StrategyDiscussion = "strategy_discussion";
    /// Enquiry under section 47.
    Section47 = "section47";
    /// Initial or review child protection conference.
    Conference = "conference";
    /// On a child in need plan.
    ChildInNeed = "child_in_need";
    /// On a child protection plan.
    ChildProtection = "child_protection";
    /// Before proceedings (Public Law Outline).
    PreProceedings = "pre_proceedings";
    /// Care proceedings.
    Proceedings = "proceedings";
    /// Looked after.
    LookedAfter = "looked_after";
    /// One legal status while looked after.
    LegalStatus = "legal_status";
    /// One placement while looked after.
    Placement = "placement";
    /// Missing from home or care.
    Missing = "missing";
    /// A care leaver to whom duties are owed.
    CareLeaver = "care_leaver";
    /// Early help.
    EarlyHelp = "early_help";
    /// Stepped up or down between early help and social care.
    Step = "step";
    /// Privately fostered.
    PrivateFostering = "private_fostering";
    /// Young carer's assessment or support.
    YoungCarer = "young_carer";
    /// Youth justice order or intervention.
    YouthJustice = "youth_justice";
}

crate::named_only!(Episode);
