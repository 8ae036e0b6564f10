//! Form definitions and the engine that walks them.
//!
//! What this room is: the shape of a form ([`Definition`]), the reading of a form file with every
//! fault told by file and line ([`Form::read`]), and three pure questions about what a person has
//! typed so far: where are they ([`walk`]), can it be filed ([`file()`]), and how does it read
//! ([`summary`]).
//!
//! What it is not: it keeps nothing, reads no clock, makes no ids and knows no child. The time and
//! the children on the form are handed in. A draft is whatever was typed, valid or not; nothing
//! here ever changes or refuses a draft.

mod answers;
mod check;
mod condition;
mod definition;
mod examine;
mod fault;
mod file;
mod form;
mod judge;
mod lists;
mod path;
mod place;
mod problem;
mod read;
mod read_kind;
mod route;
mod summary;
mod typed;
mod walk;

pub use answers::{Answers, NOT_KNOWN_BECAUSE};
pub use condition::{Condition, Test};
pub use definition::{
    Choice, Choices, DateRules, Definition, EventTimeFrom, Group, Kind, Marks, NumberRules, Question, Section,
    Subjects, TextRules, Urgency,
};
pub use fault::{Fault, FormFault};
pub use file::{EventTime, FiledAnswers, event_time, file};
pub use form::Form;
pub use lists::{List, ListItem, Lists};
pub use path::{Inside, QuestionPath};
pub use problem::{Problem, ProblemCode};
pub use route::ChildOnForm;
pub use summary::{AnswerState, SummaryRow, SummarySection, summary};
pub use walk::{AskedQuestion, Progress, SectionState, Walk, walk};
