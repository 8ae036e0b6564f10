//! Form definitions and the engine that walks them.
//!
//! What this room is: the shape of a form ([`Definition`]), the reading of a form file with every
//! fault told by file and line ([`Form::read`]), and three pure questions about what a person has
//! typed so far: where are they ([`walk`]), can it be filed ([`file()`]), and how does it read
//! ([`draft_summary`]; of a record, [`summary`]).
//!
//! What it is not: it keeps nothing, reads no clock, makes no ids and knows no child. The time and
//! the children on the form are handed in. A draft is whatever was typed, valid or not; nothing
//! here ever changes or refuses a draft.

mod answer_text;
mod answers;
mod bins;
mod by_id;
mod change;
mod check;
mod check_kind;
mod child;
mod compare;
mod condition;
mod definition;
mod episodes;
mod examine;
mod fault;
mod fault_words;
mod file;
mod fit;
mod form;
mod inspect;
mod judge;
mod kind_name;
mod known;
mod language;
mod lenient;
mod lists;
mod mend;
mod move_answers;
mod part;
mod path;
mod pattern;
mod place;
mod problem;
mod read;
mod read_kind;
mod read_limits;
mod read_tagged;
mod route;
mod sheet;
mod summary;
mod tally;
mod typed;
mod typed_date;
mod typed_duration;
mod walk;
mod warn;
mod ways;
mod work_out;

pub use answers::{AS_IMPORTED, Answers, NOT_KNOWN_BECAUSE};
pub use bins::Bin;
pub use change::{Change, ChangeKind};
pub use child::ChildOnForm;
pub use compare::compare;
pub use condition::{CHILD_STATUSES, ChildTest, Condition, Test};
pub use definition::{
    BODY_PARTS, Calculation, Choice, Choices, DateParts, DateRules, Definition, EpisodeAct, EpisodeMark, EventTimeFrom,
    FileType, Files, FormSource, FromLast, Grid, GridPart, Group, Kind, LeadsTo, Marks, Notice, NumberRules, Picture,
    Prefill, Question, Rating, RatingIcon, Scale, Section, Subjects, TextFormat, TextRules, TimeLimit, UploadRules,
    Urgency,
};
pub use episodes::{EpisodeChange, episode_changes, notices};
pub use fault::{Fault, FormFault};
pub use file::{EventTime, FiledAnswers, event_time, file};
pub use form::Form;
pub use inspect::{Inspection, Placed, inspect};
pub use lists::{List, ListItem, Lists};
pub use move_answers::{LeftBehind, Moved, MovedAnswer, move_answers};
pub use part::part_of;
pub use path::{Inside, QuestionPath};
pub use problem::{Problem, ProblemCode};
pub use sheet::{SheetColumn, cell, cells, columns};
pub use summary::{AnswerState, SummaryRow, SummarySection, draft_summary, summary};
pub use tally::{ChoiceCount, NumberSummary, Tallied, Tally, tally};
pub use walk::{AskedQuestion, Progress, SectionState, Walk, walk};
pub use warn::Warning;
pub use ways::{Because, MapSection, Way};
