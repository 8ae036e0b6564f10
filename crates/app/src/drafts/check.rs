//! The check page: everything that will be filed, what must be put right first, and what will not
//! be filed because it is no longer asked.

use std::sync::Arc;

use casebook::tables::draft::Draft;
use domain::{Action, DraftId, EventTime, PersonId, RecordId, Resource, days_between};
use forms::{
    Answers, ChildOnForm, Files, Form, LeftBehind, Problem, QuestionPath, SummarySection, Urgency, Walk, draft_summary,
    episode_changes, notices, walk,
};
use serde_json::Value;

use super::{
    last_time::{speaks, voice_empty},
    left_behind::left_for,
    marks::answers_marked,
    open::{as_left, find, read_answers},
};
use crate::{
    AppFault, Session,
    permit::permit,
    work::{ByRecord, EpisodeTold, told},
};

/// A draft as the check page shows it.
pub struct CheckedDraft {
    /// The form.
    pub form: Arc<Form>,
    /// The children it will be filed to.
    pub children: Vec<ChildOnForm>,
    /// Every asked question with its answer.
    pub sections: Vec<SummarySection>,
    /// What must be put right first.
    pub problems: Vec<Problem>,
    /// Questions that are no longer asked, with their wording.
    pub not_filed: Vec<(QuestionPath, String)>,
    /// Answers that were carried over and not looked at since, with their wording and the child that they
    /// are about.
    pub carried: Vec<(QuestionPath, String, Option<String>)>,
    /// When it happened, as far as it can be read.
    pub event_time: Option<EventTime>,
    /// Whole days between the event and now.
    pub days_after: Option<u32>,
    /// Goes first.
    pub urgent: bool,
    /// The clock of this device is doubtful.
    pub clock_uncertain: bool,
    /// Answers that this version no longer asks: they go with the record, apart from its answers.
    pub left_behind: Vec<LeftBehind>,
    /// Children whose own words are empty here and in their last three records on this form.
    pub voice_empty: Vec<String>,
    /// How many records filing makes.
    pub records: u32,
    /// What filing does to episodes, by child; empty while something must be put right.
    pub episodes: Vec<EpisodeTold>,
    /// What the form says is worth a look before filing. It stops nobody.
    pub notices: Vec<String>,
}

/// Shows a draft as it would be filed.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn check_draft(session: &Session, id: DraftId) -> Result<CheckedDraft, AppFault> {
    permit(session, Action::Read, Resource::Drafts)?;
    let draft = find(session, id)?;
    let form = session.form(draft.form)?;
    let children = session.children(&draft.people)?;
    let answers = read_answers(&draft.answers);
    let stamp = session.stamp();
    let walked: Walk = walk(&form, &answers, &children, stamp.at);
    let mut voice_empty = voice_empty(session, &form, &children)?;
    if let Some(voice) = &form.definition().marks.voice {
        let now = Value::Object(draft.answers.clone());
        let silent = |child: &&ChildOnForm| !speaks(&form, &now, voice, &child.id);
        let silent: Vec<&str> = children.iter().filter(silent).map(|child| child.name.as_str()).collect();
        voice_empty.retain(|name| silent.contains(&name.as_str()));
    }
    let goes_along = left_for(session, &draft.left_behind, &draft.people)?;
    let wording = |path: &QuestionPath| {
        let inner = path.inside.as_ref().map_or(&path.question, |inside| &inside.question);
        form.question(inner).map(|question| question.text.clone()).unwrap_or_default()
    };
    let mut not_filed: Vec<(QuestionPath, String)> =
        walked.hidden_answers.iter().map(|path| (path.clone(), wording(path))).collect();
    let about = |path: &QuestionPath| {
        let child = path.inside.as_ref().and_then(|inside| children.iter().find(|child| child.id == inside.item));
        child.map(|child| child.name.clone())
    };
    let marked = answers_marked(&draft.carried, &draft.answers);
    // In the order of the form; what is not asked is named above, as not filed.
    let carried =
        walked.asked.iter().map(|asked| &asked.path).filter(|path| marked.contains(path.to_string().as_str()));
    let carried = carried.map(|path| (path.clone(), wording(path), about(path))).collect();
    // What is about a child who was taken off is filed to nobody: of an answer about several as well.
    let of_others = draft.left_behind.iter().filter(|left| !goes_along.contains(left));
    not_filed.extend(of_others.filter_map(as_left).map(|left| (left.path, left.question)));
    let left_behind = goes_along.iter().filter_map(as_left).collect();
    let each_alone = form.definition().files == Files::EachChildAlone;
    let event_time = forms::event_time(&form, &answers).map(|event| EventTime { date: event.date, time: event.time });
    let notices = notices(&form, &answers, &children, stamp.at).into_iter().map(str::to_owned).collect();
    Ok(CheckedDraft {
        episodes: episodes(session, &form, &draft, &answers, &children)?,
        notices,
        sections: draft_summary(&form, &answers, &children, stamp.at),
        problems: walked.problems,
        not_filed,
        carried,
        days_after: event_time.as_ref().map(|event| days_between(event, &stamp)),
        event_time,
        urgent: form.definition().urgency == Urgency::Urgent,
        clock_uncertain: stamp.uncertain,
        left_behind,
        voice_empty,
        records: if each_alone { u32::try_from(children.len().max(1)).unwrap_or(1) } else { 1 },
        form,
        children,
    })
}

fn episodes(
    session: &Session,
    form: &Form,
    draft: &Draft,
    answers: &Answers,
    children: &[ChildOnForm],
) -> Result<Vec<EpisodeTold>, AppFault> {
    let now = session.stamp().at;
    if form.definition().episodes.is_empty() {
        return Ok(Vec::new());
    }
    let Ok(filed) = forms::file(form, answers, children, now) else { return Ok(Vec::new()) };
    let at = now.naive_local();
    let event = filed.event.unwrap_or(forms::EventTime { date: at.date(), time: Some(at.time()) });
    // The record has no id before it is filed.
    let record = RecordId(session.clock.new_id());
    let by = ByRecord { record, goes_on_from: draft.goes_on_from, people: &draft.people, today: at.date() };
    session.casebook.read(|reading| {
        let mut all = Vec::new();
        for child in children {
            let Ok(person) = child.id.parse::<PersonId>() else { continue };
            let changes = episode_changes(form, &filed.answers, child, event);
            all.extend(told(session, reading, (person, &child.name), by, &changes)?);
        }
        Ok(all)
    })
}
