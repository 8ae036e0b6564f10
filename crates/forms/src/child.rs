use chrono::NaiveDate;

use crate::condition::ChildTest;

/// A child that the form is about.
#[derive(Clone, PartialEq, Eq)]
pub struct ChildOnForm {
    /// The person's id, as answers name it.
    pub id: String,
    /// The name as shown.
    pub name: String,
    /// Date of birth, if it is known.
    pub born: Option<NaiveDate>,
    /// What the service is to the child, one of [`crate::CHILD_STATUSES`], if it is known.
    pub status: Option<String>,
}

/// Only the id: a name never goes to a log.
impl std::fmt::Debug for ChildOnForm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ChildOnForm({})", self.id)
    }
}

impl ChildOnForm {
    /// A child of whom only the name is known.
    #[must_use]
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), born: None, status: None }
    }

    /// Whether the child passes a test, its age counted on `day`.
    pub(crate) fn passes(&self, test: &ChildTest, day: NaiveDate) -> bool {
        let age = || self.born.and_then(|born| day.years_since(born));
        match test {
            ChildTest::AgeUnder(years) => age().is_some_and(|age| age < *years),
            ChildTest::AgeAtLeast(years) => age().is_some_and(|age| age >= *years),
            ChildTest::Status(any_of) => self.status.as_ref().is_some_and(|status| any_of.contains(status)),
        }
    }
}
