use std::fmt;

use serde::{Serialize, Serializer};

/// Where an answer stands: a question of the form, or a question about one child or one item.
///
/// Its string form is stable: `visit_kind`, `each_child/<person id>/seen_alone`,
/// `actions/<item id>/by_when`. Sections are not part of it, so that moving a question to another
/// section moves no comment and no answer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionPath {
    /// Id of the question of the form.
    pub question: String,
    /// The question inside it, if it holds others.
    pub inside: Option<Inside>,
}

/// A question about one child or one item of a group.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Inside {
    /// Id of the child or of the item.
    pub item: String,
    /// Id of the inner question.
    pub question: String,
}

impl QuestionPath {
    /// A question of the form itself.
    #[must_use]
    pub fn top(question: &str) -> Self {
        Self { question: question.to_owned(), inside: None }
    }

    /// A question about one child or one item.
    #[must_use]
    pub fn inner(question: &str, item: &str, inner: &str) -> Self {
        Self {
            question: question.to_owned(),
            inside: Some(Inside { item: item.to_owned(), question: inner.to_owned() }),
        }
    }

    /// Reads the string form. The middle may hold slashes, because item ids are not ours.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let Some((question, rest)) = written.split_once('/') else {
            return (!written.is_empty()).then(|| Self::top(written));
        };
        let (item, inner) = rest.rsplit_once('/')?;
        (!question.is_empty() && !inner.is_empty()).then(|| Self::inner(question, item, inner))
    }
}

impl fmt::Display for QuestionPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.inside {
            None => f.write_str(&self.question),
            Some(inside) => write!(f, "{}/{}/{}", self.question, inside.item, inside.question),
        }
    }
}

impl Serialize for QuestionPath {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::QuestionPath;

    #[test]
    fn a_path_reads_back_from_its_string_form() {
        for path in [
            QuestionPath::top("visit_kind"),
            QuestionPath::inner("each_child", "0190-aa", "seen_alone"),
            QuestionPath::inner("actions", "a/b", "what"),
        ] {
            assert_eq!(QuestionPath::read(&path.to_string()), Some(path));
        }
    }

    #[test]
    fn half_a_path_is_no_path() {
        for written in ["", "actions/", "actions/1", "/1/what"] {
            assert_eq!(QuestionPath::read(written), None, "{written:?}");
        }
    }
}
