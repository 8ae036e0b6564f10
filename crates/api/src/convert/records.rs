//! Filed records.

use std::collections::BTreeMap;

use app::{
    App,
    records::{self, OpenRecord, RecordRow as Row},
};
use domain::{PersonId, RecordState as State};
use forms::{AnswerState, SummarySection};

use super::id;
use crate::{ApiError, Host, types::*};

pub(crate) fn file_draft(app: &App, _: &dyn Host, request: ById) -> Result<FiledView, ApiError> {
    Ok(filed_view(&records::file_draft(&*app.session()?, id(&request.id)?)?))
}

/// A record that was just filed.
pub fn filed_view(filed: &records::Filed) -> FiledView {
    FiledView {
        record: record_row(&filed.row),
        people: on_form(&filed.row.people),
        form: filed.form.clone(),
        also: filed.also.iter().map(record_row).collect(),
    }
}

pub(crate) fn open_record(app: &App, _: &dyn Host, request: ById) -> Result<RecordView, ApiError> {
    let open: OpenRecord = records::open_record(&*app.session()?, id(&request.id)?)?;
    Ok(RecordView {
        form: open.form,
        form_number: open.row.record.form_number,
        people: on_form(&open.row.people),
        record: record_row(&open.row),
        sections: open.sections.iter().map(answer_section).collect(),
        other_versions: open
            .others
            .iter()
            .map(|other| RecordVersionView {
                author: other.author.clone(),
                recorded: other.recorded.to_rfc3339(),
                sections: other.sections.iter().map(answer_section).collect(),
            })
            .collect(),
        no_longer_asked: open.no_longer_asked.iter().map(left_behind_row).collect(),
        imported: open.imported.map(|imported| ImportedFrom {
            system: imported.system,
            file_name: imported.file_name,
            email: imported.email,
            extra: imported.extra,
            undone: imported.undone,
        }),
        leads_to: open.leads_to.into_iter().map(|leads| LeadsToRow { form: leads.form, label: leads.label }).collect(),
        goes_on_from: open.goes_on_from.map(|record| record.to_string()),
    })
}

/// A record in a list.
pub fn record_row(row: &Row) -> RecordRow {
    let record = &row.record;
    RecordRow {
        id: record.id.to_string(),
        reference: row.reference.to_string(),
        kind: row.kind.clone(),
        title: record.title.clone(),
        children: row.people.iter().map(|(_, name)| name.clone()).collect(),
        author: row.author.clone(),
        event_time: record.event_time.to_string(),
        recorded: record.recorded.to_rfc3339(),
        days_after: row.days_after,
        clock_uncertain: record.clock_uncertain,
        significant: record.significant,
        urgent: record.urgent,
        state: state(record.state),
        line: line(row),
        size: u32::try_from(record.size).unwrap_or(u32::MAX),
    }
}

fn state(state: State) -> RecordState {
    match state {
        State::Draft => RecordState::Draft,
        State::Waiting => RecordState::Waiting,
        State::Sending => RecordState::Sending,
        State::Paused => RecordState::Paused,
        State::NeedsYou => RecordState::NeedsYou,
        State::Sent => RecordState::Sent,
        State::InCentralRecord => RecordState::InCentralRecord,
        State::CompareVersions => RecordState::CompareVersions,
    }
}

/// The second line: cause and next step.
fn line(row: &Row) -> StateLine {
    let record = &row.record;
    let mut args = BTreeMap::from([("reference".to_owned(), row.reference.to_string())]);
    if let Some(received) = record.received {
        args.insert("at".to_owned(), received.to_rfc3339());
    }
    if let Some(verdict) = &record.verdict {
        args.insert("at".to_owned(), verdict.at.to_rfc3339());
        // It stands in the middle of a sentence of ours.
        args.insert("cause".to_owned(), verdict.cause.trim().trim_end_matches('.').to_owned());
        args.insert("central".to_owned(), verdict.reference.clone());
    }
    let code = match record.state {
        State::Draft => "draft",
        State::Waiting => "waiting",
        State::Sending => "sending",
        State::Paused => "paused",
        State::NeedsYou => "needs_you",
        State::Sent => "sent",
        State::InCentralRecord if args.get("central").is_some_and(|central| !central.is_empty()) => {
            "in_central_record_as"
        }
        State::InCentralRecord => "in_central_record",
        State::CompareVersions => "compare_versions",
    };
    StateLine { code: code.to_owned(), args }
}

fn on_form(people: &[(PersonId, String)]) -> Vec<ChildOnForm> {
    people.iter().map(|(id, name)| ChildOnForm { id: id.to_string(), name: name.clone() }).collect()
}

pub(super) fn left_behind_row(left: &forms::LeftBehind) -> LeftBehindRow {
    LeftBehindRow {
        section: left.section.clone(),
        question: left.question.clone(),
        about: left.about.clone(),
        answer: left.answer.clone(),
    }
}

pub(super) fn answer_section(section: &SummarySection) -> AnswerSection {
    AnswerSection {
        id: section.id.clone(),
        title: section.title.clone(),
        rows: section
            .rows
            .iter()
            .map(|row| {
                let not_known = row.state == AnswerState::NotKnown;
                AnswerRow {
                    path: row.path.to_string(),
                    question: row.question.clone(),
                    about: row.child.clone().or_else(|| row.item.clone()),
                    answer: if not_known { String::new() } else { row.answer.clone() },
                    answered: row.state == AnswerState::Answered,
                    not_known_because: not_known.then(|| row.answer.clone()),
                    kind: row.kind.to_owned(),
                    value: row.value.clone(),
                }
            })
            .collect(),
    }
}
