use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::answers;

/// When something is asked. Built from tests on earlier answers; an answer to a question that is
/// not asked counts as no answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
}

/// A condition as it is written in a form file: exactly one shape at a time.
#[derive(Default, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    all: Option<Vec<Condition>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    any: Option<Vec<Condition>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    not: Option<Box<Condition>>,
}

const SHAPES: &str = "a condition is one of: question with one of is, any_of, answered, is_yes, \
                      is_no; or all; or any; or not";

impl TryFrom<Written> for Condition {
    type Error = &'static str;

    fn try_from(written: Written) -> Result<Self, Self::Error> {
        let mut tests = Vec::new();
        tests.extend(written.is.map(|id| (Test::AnyOf(vec![id]), true)));
        tests.extend(written.any_of.map(|ids| (Test::AnyOf(ids), true)));
        tests.extend(written.answered.map(|wanted| (Test::Answered, wanted)));
        tests.extend(written.is_yes.map(|wanted| (Test::Yes, wanted)));
        tests.extend(written.is_no.map(|wanted| (Test::No, wanted)));
        let mut joined = Vec::new();
        joined.extend(written.all.map(Self::All));
        joined.extend(written.any.map(Self::Any));
        joined.extend(written.not.map(Self::Not));

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
            Condition::Answer { question, test } => {
                written.question = Some(question);
                match test {
                    Test::AnyOf(ids) => written.any_of = Some(ids),
                    Test::Answered => written.answered = Some(true),
                    Test::Yes => written.is_yes = Some(true),
                    Test::No => written.is_no = Some(true),
                }
            }
        }
        written
    }
}

impl Condition {
    /// Whether it holds, given a way to look up what was answered to a question that is asked.
    pub(crate) fn holds<'a>(&self, answer: &dyn Fn(&str) -> Option<&'a Value>) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(answer)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(answer)),
            Self::Not(part) => !part.holds(answer),
            Self::Answer { question, test } => answer(question).is_some_and(|value| match test {
                Test::AnyOf(ids) => ids.iter().any(|id| answers::chooses(value, id)),
                Test::Answered => true,
                Test::Yes => value == "yes",
                Test::No => value == "no",
            }),
        }
    }

    /// Every answer that it looks at, with the test made of it.
    pub(crate) fn tests(&self) -> Vec<(&str, &Test)> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::tests).collect(),
            Self::Not(part) => part.tests(),
            Self::Answer { question, test } => vec![(question, test)],
        }
    }
}
