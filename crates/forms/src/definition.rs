use serde::{Deserialize, Serialize};

use crate::condition::Condition;

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
    /// Which answers say when it happened.
    pub event_time: EventTimeFrom,
    /// The question whose answer titles the record.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_from: Option<String>,
    /// Which answers mark the record in lists.
    #[serde(default, skip_serializing_if = "Marks::is_empty")]
    pub marks: Marks,
    /// "What good looks like": paragraphs, parted by blank lines.
    pub guidance: String,
    /// Numbers of the requirements that the form answers, such as `R22`.
    pub requirements: Vec<String>,
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

/// Yes-or-no questions whose answer means something beyond this form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Marks {
    /// Yes: a significant event in the child's life, for the chronology.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub significant: Option<String>,
    /// Asked of each child. Yes: this child was seen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
}

impl Marks {
    /// Whether the form marks nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Some questions shown together on one page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Section {
    /// Stable name, unique among the form's sections.
    pub id: String,
    /// Heading.
    pub title: String,
    /// Help for the whole section.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<String>,
    /// Asked only while this holds. A section hidden by it is passed through: `after` still counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// The section that follows, or `end`; without it, the next in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// At least one.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// Stable name, unique in the whole form, inner questions included; apart from the wording.
    pub id: String,
    /// The wording that people see.
    pub text: String,
    /// One short line under the wording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Longer help: why we ask, and a good example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guidance: Option<String>,
    /// A must-have: answered, or a reason given why it is not known, before filing.
    pub required: bool,
    /// Asked only while this holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What sort of answer it takes.
    pub kind: Kind,
}

/// The sorts of question that this version knows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Kind {
    /// One line. Answer: a string.
    ShortText(TextRules),
    /// Paragraphs. Answer: a string.
    LongText(TextRules),
    /// Radio buttons. Answer: `{"choice": id}` or `{"other": text}`.
    OneChoice(Choices),
    /// Tick boxes. Answer: `{"choices": [id], "other"?: text}`.
    ManyChoices(Choices),
    /// One choice from a long list. Answer as for radio buttons.
    DropDown(Choices),
    /// A day. Answer: `{"day","month","year"}` as typed, or an ISO string once filed.
    Date(DateRules),
    /// A time of day. Answer: a string as typed; `HH:MM` once filed.
    Time,
    /// Answer: `"yes"` or `"no"`.
    YesNo,
    /// Answer: a string as typed; a JSON number once filed.
    Number(NumberRules),
    /// Someone known or just named. Answer: `{"person": id, "name"?: shown}` or `{"name": text}`.
    Person,
    /// The inner questions once for each child on the form. Answer: `{person id: {answers}}`.
    EachChild {
        /// Inner questions; none of them may hold others.
        questions: Vec<Question>,
    },
    /// The inner questions as often as needed. Answer: `[{"id", "answers": {}}]`.
    Group(Group),
}

/// Limits of a text answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextRules {
    /// Most characters (Unicode scalar values); only where there is a real limit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_length: Option<u32>,
}

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choices {
    /// At least one, in the order shown; never shuffled, because order is clinical.
    pub choices: Vec<Choice>,
    /// Whether "Something else" with a text is offered. Conditions name it `other`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub other: bool,
}

/// One thing that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable code, unique in its question.
    pub id: String,
    /// The wording that people see.
    pub label: String,
    /// The section that follows when this is chosen, or `end`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub go_to: Option<String>,
    /// For tick boxes: cannot stand beside another ("None of these").
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub exclusive: bool,
    /// Cannot be filed while no child is on the form: "every child is named on this form".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub needs_child: bool,
}

/// Limits of a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DateRules {
    /// Later than today is a problem.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_in_future: bool,
    /// Earlier than the answer to this earlier date question is a problem.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_before_question: Option<String>,
}

/// Limits of a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NumberRules {
    /// Smallest allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Largest allowed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// Shown after the box: "weeks".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// No decimals.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub whole: bool,
}

/// A repeating group.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// What one of them is called: "person", "action".
    pub item_name: String,
    /// Inner questions; none of them may hold others.
    pub questions: Vec<Question>,
    /// Most items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
}

impl Kind {
    /// The inner questions of a kind that holds others.
    #[must_use]
    pub fn inner(&self) -> Option<&[Question]> {
        match self {
            Self::EachChild { questions } => Some(questions),
            Self::Group(group) => Some(&group.questions),
            _ => None,
        }
    }

    /// What can be chosen, for the kinds with choices.
    #[must_use]
    pub fn choices(&self) -> Option<&Choices> {
        match self {
            Self::OneChoice(choices) | Self::ManyChoices(choices) | Self::DropDown(choices) => Some(choices),
            _ => None,
        }
    }
}

impl Choices {
    /// The wording of a choice by its id.
    #[must_use]
    pub fn label(&self, id: &str) -> Option<&str> {
        self.choices.iter().find(|choice| choice.id == id).map(|choice| choice.label.as_str())
    }
}
