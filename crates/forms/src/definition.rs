use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

mod choices;
mod episodes;
mod kind;
mod marks;
mod question;
mod rules;
mod shown;

pub use choices::{Choice, Choices};
pub use episodes::{EpisodeAct, EpisodeMark, Notice};
pub use kind::{Group, Kind};
pub use marks::Marks;
pub use question::{FromLast, Prefill, Question, Section};
pub use rules::{
    DateParts, DateRules, FileType, Grid, GridPart, NumberRules, Rating, RatingIcon, Scale, TextFormat, TextRules,
    UploadRules,
};
pub use shown::{BODY_PARTS, Calculation, Picture};

/// The word that, as a jump's target or in `after`, means "no further section".
pub(crate) const END: &str = "end";

/// A whole form with its lists resolved: what is shown, what is asked, and in which order.
///
/// Serialised by field order as it stands here, this is the resolved definition that records keep.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Definition {
    /// Stable name, `[a-z0-9_]+`; the same over all versions.
    pub id: String,
    /// Version for people. Machines name a version by [`crate::Form::hash`].
    pub number: u32,
    /// Heading of the form.
    pub title: String,
    /// One or two sentences: what this form is for.
    pub about: String,
    /// Whether a record on this form goes ahead of the others.
    pub urgency: Urgency,
    /// Whether a child must be named.
    pub subjects: Subjects,
    /// The kind of record it makes, in the field's word: `visit`, `case_note`.
    pub record: String,
    /// Heading under which the form is offered: "Front door", "Child protection".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shelf: Option<String>,
    /// Who records it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// By when it has to be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_limit: Option<TimeLimit>,
    /// The group of people that alone may see its records, such as `lado`; none for all who may see
    /// the child.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_group: Option<String>,
    /// To whom one sitting is filed.
    #[serde(skip_serializing_if = "Files::is_together")]
    pub files: Files,
    /// Which answers say when it happened; none: when it was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event_time: Option<EventTimeFrom>,
    /// The question whose answer titles the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_from: Option<String>,
    /// Which answers mark the record in lists.
    #[serde(default, skip_serializing_if = "Marks::is_empty")]
    pub marks: Marks,
    /// What filing does to the episodes of each child.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub episodes: Vec<EpisodeMark>,
    /// What is worth a look before filing, and stops nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notices: Vec<Notice>,
    /// "What good looks like": paragraphs, parted by blank lines.
    pub guidance: String,
    /// Numbers of the requirements that the form answers, such as `R22`.
    pub requirements: Vec<String>,
    /// Forms that go on from a record on this one, with what they take over.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leads_to: Vec<LeadsTo>,
    /// Where the form came from, when it was imported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<FormSource>,
    /// The same wording in other languages: by language tag, then by place. The places are `form`
    /// (also `/about`, `/guidance`), `section/ID` (`/guidance`), `question/ID` (`/hint`, `/guidance`,
    /// `/message`, `/unit`, `/low`, `/high`, `/alt`, `/item`), `choice/ID/CHOICE`, `row/ID/ROW` and
    /// `column/ID/COLUMN`; and of the notices `notice/1` and so on, in their order.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<String, BTreeMap<String, String>>,
    /// Sections in the order of the file; jumps only go forward in it.
    pub sections: Vec<Section>,
}

/// How soon a record must leave the laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// In its turn.
    Normal,
    /// Ahead of everything else (Need to Know).
    Urgent,
}

/// Who a record on this form may be about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subjects {
    /// At least one child must be on the form before it can be filed.
    OneOrMoreChildren,
    /// No child need be named: a contact may be general advice.
    AnyNumber,
}

/// By when a record on this form has to be made, in words, and where the rule comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TimeLimit {
    /// The rule: "Offer it within 72 hours of the child's return".
    pub text: String,
    /// Who made the rule: "Statutory guidance", "Local rule".
    pub source: String,
}

/// To whom one sitting is filed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Files {
    /// One record, to all children on the form.
    #[default]
    Together,
    /// One record a child: what the form asks of all, and that child's own part, to that child alone.
    EachChildAlone,
}

impl Files {
    /// Whether one record goes to all children.
    #[must_use]
    pub fn is_together(&self) -> bool {
        *self == Self::Together
    }
}

/// A form that goes on from a record on this one: a contact becomes a referral.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeadsTo {
    /// Id of the other form.
    pub form: String,
    /// What the button says: "Start a referral from this contact".
    pub label: String,
    /// Answers taken over, by question of the other form. Questions of the same id and kind in both
    /// forms are taken over without being named here.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, String>,
}

/// Where an imported form came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormSource {
    /// `google_forms` or `xlsform`.
    pub system: String,
    /// The form's id there.
    pub form: String,
    /// Ids of questions there by question id here. A Google id names a question only together with
    /// its form; a row of a grid is `question/row`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub questions: BTreeMap<String, String>,
}

/// The questions that hold the time of the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventTimeFrom {
    /// A required date question without conditions, in the first section.
    pub question: String,
    /// A time question, if the form asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_question: Option<String>,
}
