//! Forms and drafts.

use app::{
    App, FormInForce, Session,
    drafts::{self, CheckedDraft, OpenDraft, StartDraft},
};
use forms::{ProblemCode, Subjects, Urgency, Walk};
use serde_json::{Map, Value};

use super::{
    id, ids,
    records::{answer_section, left_behind_row},
};
use crate::{ApiError, Code, Host, types::*, words};

pub(crate) fn list_forms(app: &App, _: &dyn Host, _: Nothing) -> Result<FormsView, ApiError> {
    let forms = drafts::list_forms(&*app.session()?)?;
    Ok(FormsView { forms: forms.iter().map(form_row).collect() })
}

/// The rule, and whose it is.
fn time_limit(limit: &forms::TimeLimit) -> String {
    format!("{} ({})", limit.text, limit.source)
}

fn form_row(in_force: &FormInForce) -> FormRow {
    let form = &in_force.form;
    let definition = form.definition();
    FormRow {
        id: definition.id.clone(),
        hash: form.hash_hex(),
        number: definition.number,
        title: definition.title.clone(),
        about: definition.about.clone(),
        urgent: definition.urgency == Urgency::Urgent,
        without_child: definition.subjects == Subjects::AnyNumber,
        several_children: true,
        shelf: definition.shelf.clone().unwrap_or_default(),
        who: definition.who.clone().unwrap_or_default(),
        time_limit: definition.time_limit.as_ref().map(time_limit).unwrap_or_default(),
        own: in_force.published.is_some(),
    }
}

pub(crate) fn start_draft(app: &App, _: &dyn Host, request: StartDraftRequest) -> Result<DraftView, ApiError> {
    let start = StartDraft {
        form: request.form,
        children: ids(&request.children)?,
        from_record: request.from_record.as_deref().map(id).transpose()?,
        from_last: request.from_last,
        goes_on_from: request.goes_on_from.as_deref().map(id).transpose()?,
        prefill: request.prefill.map(object).transpose()?.unwrap_or_default(),
    };
    let session = app.session()?;
    draft_view(&session, drafts::start_draft(&session, start)?)
}

pub(crate) fn open_draft(app: &App, _: &dyn Host, request: ById) -> Result<DraftView, ApiError> {
    let session = app.session()?;
    draft_view(&session, drafts::open_draft(&session, id(&request.id)?)?)
}

pub(crate) fn save_draft(app: &App, _: &dyn Host, request: SaveDraftRequest) -> Result<SavedDraftView, ApiError> {
    let saved = drafts::save_draft(
        &*app.session()?,
        id(&request.id)?,
        object(request.answers)?,
        request.revision,
        request.place,
    )?;
    Ok(SavedDraftView { revision: saved.revision, saved: saved.saved.to_rfc3339(), walk: walk_view(&saved.walk) })
}

pub(crate) fn set_children(app: &App, _: &dyn Host, request: SetChildrenRequest) -> Result<DraftView, ApiError> {
    let session = app.session()?;
    draft_view(&session, drafts::set_children(&session, id(&request.id)?, ids(&request.children)?)?)
}

pub(crate) fn set_aside_draft(app: &App, _: &dyn Host, request: ById) -> Result<Nothing, ApiError> {
    drafts::set_aside_draft(&*app.session()?, id(&request.id)?)?;
    Ok(Nothing {})
}

pub(crate) fn restore_draft(app: &App, _: &dyn Host, request: ById) -> Result<Nothing, ApiError> {
    drafts::restore_draft(&*app.session()?, id(&request.id)?)?;
    Ok(Nothing {})
}

pub(crate) fn list_drafts(app: &App, _: &dyn Host, _: Nothing) -> Result<DraftsView, ApiError> {
    let (in_use, set_aside) = drafts::list_drafts(&*app.session()?)?;
    Ok(DraftsView {
        drafts: in_use.iter().map(draft_row).collect(),
        set_aside: set_aside.iter().map(draft_row).collect(),
    })
}

pub(crate) fn check_draft(app: &App, _: &dyn Host, request: ById) -> Result<CheckDraftView, ApiError> {
    let checked: CheckedDraft = drafts::check_draft(&*app.session()?, id(&request.id)?)?;
    Ok(CheckDraftView {
        id: request.id,
        form: checked.form.definition().title.clone(),
        children: children(&checked.children),
        sections: checked.sections.iter().map(answer_section).collect(),
        problems: checked.problems.iter().map(problem_view).collect(),
        hidden: checked.not_filed.into_iter().map(|(path, question)| unsaid_row(&path, question, None)).collect(),
        carried: checked
            .carried
            .into_iter()
            .map(|(path, question, about)| unsaid_row(&path, question, about))
            .collect(),
        event_time: checked.event_time.map(|event| event.to_string()),
        days_after: checked.days_after,
        urgent: checked.urgent,
        clock_uncertain: checked.clock_uncertain,
        left_behind: checked.left_behind.iter().map(left_behind_row).collect(),
        voice_empty: checked.voice_empty,
        records: checked.records,
        episodes: checked.episodes.iter().flat_map(super::work::episode_lines).collect(),
        notices: checked.notices,
    })
}

/// A question by its wording, without its answer: that stands elsewhere on the page, or is not filed.
fn unsaid_row(path: &forms::QuestionPath, question: String, about: Option<String>) -> AnswerRow {
    AnswerRow {
        path: path.to_string(),
        question,
        about,
        answer: String::new(),
        answered: true,
        not_known_because: None,
        kind: String::new(),
        value: None,
    }
}

pub(crate) fn compare_draft(app: &App, _: &dyn Host, request: ById) -> Result<DraftMoveView, ApiError> {
    let shown = drafts::compare_draft(&*app.session()?, id(&request.id)?)?;
    let rows = |moved: &[forms::MovedAnswer]| moved.iter().map(moved_row).collect();
    Ok(DraftMoveView {
        form: shown.new.definition().title.clone(),
        old_number: shown.old.definition().number,
        new_number: shown.new.definition().number,
        note: shown.note,
        kept: rows(&shown.moved.kept),
        moved: rows(&shown.moved.moved),
        changed: rows(&shown.moved.changed),
        no_longer_asked: shown.moved.no_longer_asked.iter().map(left_behind_row).collect(),
        added: shown.moved.added,
        revision: shown.revision,
    })
}

fn moved_row(moved: &forms::MovedAnswer) -> MovedRow {
    MovedRow {
        path: moved.path.to_string(),
        about: moved.about.clone(),
        old_section: moved.old_section.clone(),
        new_section: moved.new_section.clone(),
        old_question: moved.old_question.clone(),
        new_question: moved.new_question.clone(),
        answer: moved.answer.clone(),
    }
}

pub(crate) fn move_draft(app: &App, _: &dyn Host, request: MoveDraftRequest) -> Result<DraftView, ApiError> {
    let session = app.session()?;
    draft_view(&session, drafts::move_draft(&session, id(&request.id)?, request.revision)?)
}

fn draft_view(session: &Session, open: OpenDraft) -> Result<DraftView, ApiError> {
    let beside = drafts::beside(session, &open)?;
    Ok(DraftView {
        last: beside
            .last
            .into_iter()
            .map(|(path, last)| {
                let last = LastAnswer { answer: last.answer, event_time: last.event_time, record: last.record };
                (path, last)
            })
            .collect(),
        newer: beside.newer.map(|newer| NewerForm { number: newer.number, note: newer.note, retired: newer.retired }),
        left_behind: beside.left_behind.iter().map(left_behind_row).collect(),
        voice_empty: beside.voice_empty,
        id: open.draft.id.to_string(),
        form: serde_json::from_slice(open.form.resolved()).map_err(|_| ApiError::plain(Code::Internal))?,
        answers: Value::Object(open.draft.answers),
        children: children(&open.children),
        walk: walk_view(&open.walk),
        started: open.draft.started.to_rfc3339(),
        saved: open.draft.saved.to_rfc3339(),
        revision: open.draft.revision,
        place: open.draft.place,
        carried: open.draft.carried,
    })
}

/// A row of the list of drafts.
pub fn draft_row(row: &drafts::DraftRow) -> DraftRow {
    DraftRow {
        id: row.id.to_string(),
        form: row.form.clone(),
        children: row.children.clone(),
        started: row.started.to_rfc3339(),
        saved: row.saved.to_rfc3339(),
        answered: row.answered,
        total: row.total,
        set_aside: row.set_aside.map(|at| at.to_rfc3339()),
    }
}

pub(super) fn children(children: &[forms::ChildOnForm]) -> Vec<ChildOnForm> {
    children.iter().map(|child| ChildOnForm { id: child.id.clone(), name: child.name.clone() }).collect()
}

pub(super) fn walk_view(walk: &Walk) -> WalkView {
    WalkView {
        sections: walk
            .sections
            .iter()
            .map(|section| SectionView {
                id: section.id.clone(),
                asked: section.asked,
                progress: match section.state {
                    forms::Progress::NotStarted => Progress::NotStarted,
                    forms::Progress::InProgress => Progress::InProgress,
                    forms::Progress::Done => Progress::Done,
                },
                to_fix: section.problems,
            })
            .collect(),
        asked: walk.asked.iter().map(|asked| asked.path.to_string()).collect(),
        problems: walk.problems.iter().map(problem_view).collect(),
        hidden: walk.hidden_answers.iter().map(ToString::to_string).collect(),
        answered: walk.answered,
        total: walk.total,
        calculated: walk.calculated.iter().map(|(path, _, text)| (path.to_string(), text.clone())).collect(),
    }
}

fn problem_view(problem: &forms::Problem) -> ProblemView {
    let name = problem.code.name();
    let args = problem.code.params().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    ProblemView {
        path: problem.path.as_ref().map(ToString::to_string).unwrap_or_default(),
        section: problem.section.clone().unwrap_or_default(),
        // The form's author may have said it better.
        message: problem.message.clone().unwrap_or_else(|| words().say(&format!("form-problem-{name}"), &args)),
        may_give_reason: matches!(problem.code, ProblemCode::Missing),
    }
}

/// Problems as lines `path: what to do`, for the command line.
pub(crate) fn problem_lines(problems: &[forms::Problem]) -> String {
    let line = |problem: &forms::Problem| {
        let view = problem_view(problem);
        if view.path.is_empty() { view.message } else { format!("{}: {}", view.path, view.message) }
    };
    problems.iter().map(line).collect::<Vec<_>>().join("\n")
}

pub(super) fn object(value: Value) -> Result<Map<String, Value>, ApiError> {
    match value {
        Value::Object(object) => Ok(object),
        _ => Err(ApiError::bad_request()),
    }
}
