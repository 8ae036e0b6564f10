//! A child's file as it opens, and its timeline.

use std::collections::BTreeMap;

use domain::facts::Target;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DraftRow, FactView, NotToldView, PersonRow, RecordRow, RecoveredView, ValueView};

/// A person's page.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChildView {
    /// The person.
    pub person: PersonRow,
    /// All that is recorded once, by field (`name`, `languages`, …); fields that nobody filled are not
    /// in it.
    pub fields: BTreeMap<String, String>,
    /// The values shown, as a correction of them names them.
    pub seen: Vec<String>,
    /// Every value that is in clash; empty when nothing is.
    pub clashes: Vec<ValueView>,
    /// Warnings that hold today, those to be read first on top, then others by the newest.
    pub warnings: Vec<FactView>,
    /// All other facts on the file, by kind and the newest beginning first; warnings that have ended
    /// too.
    pub facts: Vec<FactView>,
    /// Clocks that run for this child, the next due first.
    pub due: Vec<DueRow>,
    /// Files of the same person by decisions in force.
    pub same_person: Vec<PersonRow>,
    /// The latest management decision with its reason.
    pub last_decision: Option<RecordRow>,
    /// What is new since this person last looked; none when they never did.
    pub since: Option<SinceView>,
    /// Drafts about this child, newest first.
    pub drafts: Vec<DraftRow>,
    /// The first part of the timeline, newest event first.
    pub timeline: TimelineView,
    /// Packs whose history is on this file: "recovered from … as at …, incomplete".
    pub recovered: Vec<RecoveredView>,
    /// The first and last day of the time from which nothing was recovered, as far as it is known.
    pub gap: Option<GapView>,
    /// How many entries about the child were made with a newer Holdfast: they are kept and cannot be shown
    /// yet.
    pub newer: u32,
}

/// What is new since somebody last looked.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SinceView {
    /// When they last looked.
    pub looked: String,
    /// New records and notes.
    pub records: u32,
    /// New or changed facts.
    pub facts: u32,
}

/// A time of which the file has nothing, because a system was lost.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct GapView {
    /// First day without history: the day after the pack's day.
    pub from: String,
    /// Last day: the day before the first record made here.
    pub until: String,
}

/// Asks for a part of a timeline.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TimelineRequest {
    /// The child.
    pub id: String,
    /// The cursor that the last part ended with; none for the first part.
    #[serde(default)]
    #[ts(optional)]
    pub after: Option<String>,
    /// Brothers and sisters and files of the same person too.
    #[serde(default)]
    #[ts(optional)]
    pub family: Option<bool>,
    /// Only these sorts: form ids, `note`, `document`, `episode`; empty is all.
    #[serde(default)]
    #[ts(as = "Option<Vec<String>>", optional)]
    pub sorts: Vec<String>,
    /// Only what this author wrote, by name.
    #[serde(default)]
    #[ts(optional)]
    pub author: Option<String>,
    /// From this day, `YYYY-MM-DD`.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<String>,
    /// Up to this day.
    #[serde(default)]
    #[ts(optional)]
    pub until: Option<String>,
    /// Only significant events.
    #[serde(default)]
    #[ts(optional)]
    pub significant: Option<bool>,
    /// Only what holds these words, ranked.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<String>,
}

/// A part of a timeline.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct TimelineView {
    /// Newest event first, at most 50.
    pub events: Vec<EventRow>,
    /// Cursor for the next part; none at the end.
    pub next: Option<String>,
    /// How many in all, as far as it is filtered by nothing.
    pub total: u32,
    /// Sorts that are on the file, with how many: for the filter.
    pub sorts: BTreeMap<String, u32>,
    /// Authors on the file, by name: for the filter.
    pub authors: Vec<String>,
}

/// An event on a timeline: a record, a recovered note, a document, an episode's beginning or end.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct EventRow {
    /// What it is, for marks.
    pub target: Target,
    /// `record`, `note`, `document`, `episode_begun`, `episode_ended`.
    pub what: String,
    /// Form id, or the old system's kind of note, or the sort of document, or the kind of episode.
    pub sort: String,
    /// Its title.
    pub title: String,
    /// When it happened: day, with time where known; none where the old date cannot be read.
    pub event_time: Option<String>,
    /// The date as the old system wrote it, where it could not be read.
    pub written_date: String,
    /// Who wrote it.
    pub author: String,
    /// When it was recorded here.
    pub recorded: String,
    /// The children whose file it stands on, when it is more than the one asked for.
    pub people: Vec<String>,
    /// The first words of it.
    pub extract: String,
    /// A significant event.
    pub significant: bool,
    /// One line for the chronology.
    pub headline: String,
    /// Kept for life-story work.
    pub life_story: bool,
    /// UUID of the mark, to change it.
    pub mark: Option<String>,
    /// Recorded after this person last looked.
    pub new: bool,
    /// Where it was recovered from; read only.
    pub recovered: Option<RecoveredView>,
    /// The record's row, for a record.
    pub record: Option<RecordRow>,
    /// Somebody in the family does not know of it, or of a passage.
    pub not_told: Vec<NotToldView>,
    /// To whom it was sent.
    pub sent: Vec<SentView>,
}

/// Something went to somebody.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct SentView {
    /// UUID of the fact.
    pub id: String,
    /// What.
    pub what: String,
    /// To whom.
    pub to: String,
    /// Their agency.
    pub agency: String,
    /// How.
    pub how: String,
    /// When, `YYYY-MM-DD`.
    pub on: String,
}

/// A recovered note, whole.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct NoteView {
    /// Its row.
    pub event: EventRow,
    /// The text, paragraphs parted by blank lines.
    pub text: String,
    /// Whose files it stands on.
    pub people: Vec<PersonRow>,
}

/// A chronology: significant events, oldest first.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct ChronologyView {
    /// Whose.
    pub person: PersonRow,
    /// Warnings that hold, the newest first; none for the child and family and for a court.
    pub warnings: Vec<WarnedView>,
    /// The summary on top.
    pub summary: Option<FactView>,
    /// The events.
    pub events: Vec<EventRow>,
    /// Gaps, to be shown between the events.
    pub gap: Option<GapView>,
    /// How many passages or events were left out for this reader.
    pub left_out: u32,
    /// Hidden addresses stand in what it tells that this reader may let onto paper.
    pub hidden: bool,
    /// Hidden addresses were let onto it.
    pub released: bool,
    /// When it was made and by whom.
    pub made: String,
    /// See `made`.
    pub made_by: String,
}

/// A warning on top of a chronology.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct WarnedView {
    /// Its kind in words.
    pub kind: String,
    /// What to know and what to do.
    pub text: String,
    /// Whom it concerns, since when, until when it holds, whether they know: in words.
    pub more: String,
}

/// Asks for a chronology.
#[derive(Clone, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ChronologyRequest {
    /// Whose.
    pub id: String,
    /// The whole family's.
    #[serde(default)]
    #[ts(optional)]
    pub family: Option<bool>,
    /// For whom: `file`, `family`, `court`, `partner`. All but `file` leave out what somebody does not
    /// know, and hidden addresses.
    pub audience: String,
    /// It is printed: that is an entry.
    #[serde(default)]
    #[ts(optional)]
    pub printed: Option<bool>,
    /// Why hidden addresses are let onto this paper: those that this reader may see are then not left out.
    /// Only with `printed`.
    #[serde(default)]
    #[ts(optional)]
    pub release: Option<String>,
}

/// A clock that runs, or something that is due.
#[derive(Clone, Serialize, Deserialize, TS)]
pub struct DueRow {
    /// The child.
    pub person: PersonRow,
    /// Id of the limit: `assessment_complete`, `visit_cp`, …; `own_date` for the child's own date,
    /// `warning_review` for a warning.
    pub limit: String,
    /// Kind of episode.
    pub episode: String,
    /// UUID of the episode or warning.
    pub fact: String,
    /// From when it runs.
    pub from: String,
    /// When it is due: a day, or a day with time where hours count.
    pub due: String,
    /// `overdue`, `today`, `soon` (within 7 days), `later`.
    pub state: String,
    /// Which day of how many it is, for limits in days: 12 of 45. 0 where that says nothing.
    pub day: u32,
    /// See `day`.
    pub of_days: u32,
    /// `law` or `local`.
    pub nature: String,
    /// Where the rule comes from.
    pub source: String,
    /// Id of the form that answers it; none when there is none.
    pub form: Option<String>,
}

domain::named_only!(
    ChildView,
    TimelineView,
    EventRow,
    SentView,
    NoteView,
    ChronologyView,
    ChronologyRequest,
    WarnedView,
    DueRow
);
