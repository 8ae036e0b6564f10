use serde::{Deserialize, Serialize};

/// When something is asked. Built from tests on earlier answers and on the child; an answer to a
/// question that is not asked counts as no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub enum Condition {
    /// Every one holds.
    All(Vec<Condition>),
    /// At least one holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// One answer passes one test.
    Answer {
        /// Id of an earlier question: of the form, or of the same child or item.
        question: String,
        /// What its answer must be.
        test: Test,
    },
    /// Inside `each_child` that child, elsewhere any child on the form passes.
    Child(ChildTest),
}

/// What an answer is tested for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// One of these choice ids is chosen (`other`: a text under "Something else").
    AnyOf(Vec<String>),
    /// Anything was answered; "not known because" is not an answer.
    Answered,
    /// Yes.
    Yes,
    /// No.
    No,
    /// A number, scale, rating or calculated value of this much or more.
    AtLeast(i64),
    /// A number, scale, rating or calculated value of this much or less.
    AtMost(i64),
    /// In a grid: this row has this column.
    Marked(String, String),
}

/// What a child is tested for. Ages are whole years on the day of the event, or today while that is
/// not answered. A child whose date of birth is not known passes no test of age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChildTest {
    /// Younger than this many years.
    AgeUnder(u32),
    /// This many years or older.
    AgeAtLeast(u32),
    /// One of these, out of [`CHILD_STATUSES`].
    Status(Vec<String>),
}

/// What the service may be to a child, as conditions name it.
pub const CHILD_STATUSES: &[&str] =
    &["early_help", "child_in_need", "child_protection_plan", "looked_after", "care_leaver", "none_of_these"];

/// A condition as it is written in a form file: exactly one shape at a time.
#[derive(Default, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "a condition")]
struct Written {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    is: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    any_of: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answered: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    is_yes: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    is_no: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_least: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    at_most: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    marked: Option<[String; 2]>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    child: Option<ChildTest>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    all: Option<Vec<Condition>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Condition>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    not: Option<Box<Condition>>,
}

const SHAPES: &str = "a condition is one of: question with one of is, any_of, answered, is_yes, is_no, at_least, \
                      at_most, marked; or child; or all; or any; or not";

impl TryFrom<Written> for Condition {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let mut tests = Vec::new();
        tests.extend(written.is.map(|id| (Test::AnyOf(vec![id]), true)));
        tests.extend(written.any_of.map(|ids| (Test::AnyOf(ids), true)));
        tests.extend(written.answered.map(|wanted| (Test::Answered, wanted)));
        tests.extend(written.is_yes.map(|wanted| (Test::Yes, wanted)));
        tests.extend(written.is_no.map(|wanted| (Test::No, wanted)));
        tests.extend(written.at_least.map(|limit| (Test::AtLeast(limit), true)));
        tests.extend(written.at_most.map(|limit| (Test::AtMost(limit), true)));
        tests.extend(written.marked.map(|[row, column]| (Test::Marked(row, column), true)));
        let mut joined = Vec::new();
        joined.extend(written.all.map(Self::All));
        joined.extend(written.any.map(Self::Any));
        joined.extend(written.not.map(Self::Not));
        joined.extend(written.child.map(Self::Child));

        match (written.question, tests.pop(), joined.pop()) {
            (Some(question), Some((test, wanted)), None) if tests.is_empty() => {
                let answer = Self::Answer { question, test };
                Ok(if wanted { answer } else { Self::Not(Box::new(answer)) })
            }
            (None, None, Some(condition)) if joined.is_empty() => Ok(condition),
            _ => Err(SHAPES),
        }
    }
}

impl From<Condition> for Written {
    fn from(condition: Condition) -> Self {
        let mut written = Self::default();
        match condition {
            Condition::All(parts) => written.all = Some(parts),
            Condition::Any(parts) => written.any = Some(parts),
            Condition::Not(part) => written.not = Some(part),
            Condition::Child(test) => written.child = Some(test),
            Condition::Answer { question, test } => {
                written.question = Some(question);
                match test {
                    Test::AnyOf(ids) => written.any_of = Some(ids),
                    Test::Answered => written.answered = Some(true),
                    Test::Yes => written.is_yes = Some(true),
                    Test::No => written.is_no = Some(true),
                    Test::AtLeast(limit) => written.at_least = Some(limit),
                    Test::AtMost(limit) => written.at_most = Some(limit),
                    Test::Marked(row, column) => written.marked = Some([row, column]),
                }
            }
        }
        written
    }
}

impl Condition {
    /// Whether it holds, given how each answer and the child do in one test.
    pub(crate) fn holds(&self, answer: &dyn Fn(&str, &Test) -> bool, child: &dyn Fn(&ChildTest) -> bool) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(answer, child)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(answer, child)),
            Self::Not(part) => !part.holds(answer, child),
            Self::Answer { question, test } => answer(question, test),
            Self::Child(test) => child(test),
        }
    }

    /// Every answer that it looks at, with the test made of it.
    pub(crate) fn tests(&self) -> Vec<(&str, &Test)> {
        let mut found = Vec::new();
        self.visit(&mut |part| {
            if let Self::Answer { question, test } = part {
                found.push((question.as_str(), test));
            }
        });
        found
    }

    /// Every test of a child in it.
    pub(crate) fn child_tests(&self) -> Vec<&ChildTest> {
        let mut found = Vec::new();
        self.visit(&mut |part| {
            if let Self::Child(test) = part {
                found.push(test);
            }
        });
        found
    }

    /// How deep it is nested: 1 for a single test.
    pub(crate) fn depth(&self) -> usize {
        match self {
            Self::All(parts) | Self::Any(parts) => 1 + parts.iter().map(Self::depth).max().unwrap_or(0),
            Self::Not(part) => 1 + part.depth(),
            Self::Answer { .. } | Self::Child(_) => 1,
        }
    }

    fn visit<'a>(&'a self, see: &mut dyn FnMut(&'a Self)) {
        see(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(see)),
            Self::Not(part) => part.visit(see),
            Self::Answer { .. } | Self::Child(_) => {}
        }
    }
}
