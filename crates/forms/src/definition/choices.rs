use serde::{Deserialize, Serialize};

/// What can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Choices {
    /// At least one, in the order shown; never shuffled, because order is clinical.
    pub choices: Vec<Choice>,
    /// The shared list that they come from, with its version: `agency@1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// Fewest ticks, for tick boxes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min_chosen: Option<u32>,
    /// Most ticks, for tick boxes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_chosen: Option<u32>,
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

impl Choices {
    /// The wording of a choice by its id.
    #[must_use]
    pub fn label(&self, id: &str) -> Option<&str> {
        self.choices.iter().find(|choice| choice.id == id).map(|choice| choice.label.as_str())
    }
}
