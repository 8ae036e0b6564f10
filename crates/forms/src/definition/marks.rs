use serde::{Deserialize, Serialize};

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
    /// A text, of the form or of each child: what the child said, in their own words. Empty three
    /// times running for a child, the check page asks why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voice: Option<String>,
}

impl Marks {
    /// Whether the form marks nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
