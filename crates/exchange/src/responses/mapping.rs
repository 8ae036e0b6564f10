use serde::{Deserialize, Serialize};

/// What each column of a file is taken for. Suggested by [`super::suggest`]; a person may change it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// One for each header, in the order of the file.
    pub columns: Vec<MappedColumn>,
}

/// What one column is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MappedColumn {
    /// The header as the file writes it.
    pub header: String,
    /// Where its cells go.
    pub target: Target,
    /// What its cells also say of a child, so that people can be matched. Where they answer no
    /// question, they are kept as text beside the answers too, whatever the target.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub child: Option<ChildColumn>,
}

/// Where the cells of a column go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// A question, by the key of its column in the response sheet ([`forms::SheetColumn::key`]).
    Question(String),
    /// When it was submitted.
    Submitted,
    /// Who submitted it, by e-mail address.
    Email,
    /// The id of the response where it comes from.
    ResponseId,
    /// The score of a quiz: kept as text beside the answers.
    Score,
    /// Nothing here: kept as text beside the answers.
    Other,
    /// Not taken over, unless it names a child.
    LeaveOut,
    /// The children of our own files: JSON in the lossless CSV, names joined by `, ` in a sheet.
    Children,
    /// Our own lossless CSV: answers to questions that the form no longer has, as JSON.
    MoreAnswers,
}

/// A column about a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildColumn {
    /// Which child of the response, from 1 to 3.
    pub number: u8,
    /// What it says of that child.
    pub part: ChildPart,
}

/// What a column says of a child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildPart {
    /// The whole name.
    Name,
    /// The first name.
    FirstName,
    /// The last name.
    LastName,
    /// The date of birth.
    Born,
    /// A number by which the child is known.
    Id,
}

impl Mapping {
    /// Columns that answer nothing here and name no child: they are kept as text unless a person
    /// says otherwise.
    pub fn unmatched(&self) -> impl Iterator<Item = &MappedColumn> {
        self.columns.iter().filter(|column| column.target == Target::Other && column.child.is_none())
    }

    /// Questions of the form, as columns, that no column of the file answers.
    #[must_use]
    pub fn not_asked(&self, form: &forms::Form) -> Vec<forms::SheetColumn> {
        let answered =
            |key: &str| self.columns.iter().any(|column| matches!(&column.target, Target::Question(one) if one == key));
        forms::columns(form).into_iter().filter(|column| !answered(&column.key)).collect()
    }
}
