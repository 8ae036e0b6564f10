//! A child's file and its timeline.

use std::collections::BTreeMap;

use app::{
    App,
    child::{self, Audience, ChildFile, ChronologyOf, Event, EventWhat, Gap, SentShown, Timeline, TimelineOf},
};
use chrono::NaiveDate;

use super::{
    drafts::draft_row,
    facts::{fact_view, not_told_view, recovered_view},
    id,
    paper::warned_view,
    people::person_row,
    records::record_row,
    work::due_row,
};
use crate::{ApiError, Host, details_chosen, types::*, words};

pub(crate) fn open_child(app: &App, _: &dyn Host, request: ById) -> Result<ChildView, ApiError> {
    let file: ChildFile = child::open_child(&*app.session()?, id(&request.id)?)?;
    let person = person_row(&file.row);
    let clash = |value: &child::ClashValue| ValueView {
        field: value.field.as_str().to_owned(),
        value: value.value.clone(),
        author: value.author.clone(),
        recorded: value.recorded.to_rfc3339(),
        seen: value.entry.to_string(),
    };
    Ok(ChildView {
        fields: file.fields.into_iter().map(|(field, value)| (field.as_str().to_owned(), value)).collect(),
        seen: file.seen.iter().map(ToString::to_string).collect(),
        clashes: file.clashes.iter().map(clash).collect(),
        warnings: file.warnings.iter().map(fact_view).collect(),
        facts: file.facts.iter().map(fact_view).collect(),
        due: file.due.iter().map(|due| due_row(due, person.clone())).collect(),
        same_person: file.same_person.iter().map(person_row).collect(),
        last_decision: file.last_decision.as_ref().map(record_row),
        since: file.since.map(|since| SinceView {
            looked: since.looked.to_rfc3339(),
            records: since.records,
            facts: since.facts,
        }),
        drafts: file.drafts.iter().map(draft_row).collect(),
        timeline: timeline_view(&file.timeline),
        recovered: file.recovered.iter().map(recovered_view).collect(),
        gap: file.gap.map(gap_view),
        newer: file.newer,
        person,
    })
}

pub(crate) fn timeline(app: &App, _: &dyn Host, request: TimelineRequest) -> Result<TimelineView, ApiError> {
    let of = TimelineOf {
        person: id(&request.id)?,
        after: request.after,
        family: request.family.unwrap_or(false),
        sorts: request.sorts,
        author: request.author.filter(|author| !author.trim().is_empty()),
        from: day(request.from)?,
        until: day(request.until)?,
        significant: request.significant.unwrap_or(false),
        words: request.words.filter(|words| !words.trim().is_empty()),
    };
    Ok(timeline_view(&child::timeline(&*app.session()?, &of)?))
}

pub(crate) fn open_note(app: &App, _: &dyn Host, request: ById) -> Result<NoteView, ApiError> {
    let note = child::open_note(&*app.session()?, id(&request.id)?)?;
    Ok(NoteView {
        event: event_row(&note.event),
        text: note.text,
        people: note.people.iter().map(person_row).collect(),
    })
}

pub(crate) fn chronology(app: &App, _: &dyn Host, request: ChronologyRequest) -> Result<ChronologyView, ApiError> {
    made(app, request)
}

pub(super) fn made(app: &App, request: ChronologyRequest) -> Result<ChronologyView, ApiError> {
    let printed = request.printed.unwrap_or(false);
    if request.release.is_some() && !printed {
        return Err(ApiError::bad_request());
    }
    let released = request.release.is_some();
    let of = ChronologyOf {
        person: id(&request.id)?,
        family: request.family.unwrap_or(false),
        audience: Audience::parse(&request.audience).ok_or_else(ApiError::bad_request)?,
        printed,
        release: request.release,
    };
    let chronology = child::chronology(&*app.session()?, of, &words().say("left-out", &BTreeMap::new()))?;
    Ok(ChronologyView {
        person: person_row(&chronology.row),
        warnings: chronology.warnings.iter().map(warned_view).collect(),
        summary: chronology.summary.as_ref().map(fact_view),
        events: chronology.events.iter().map(event_row).collect(),
        gap: chronology.gap.map(gap_view),
        left_out: chronology.left_out,
        released: released && chronology.hidden,
        hidden: chronology.hidden,
        made: chronology.made.to_rfc3339(),
        made_by: chronology.made_by,
    })
}

/// A day that may be left out.
fn day(text: Option<String>) -> Result<Option<NaiveDate>, ApiError> {
    let text = text.filter(|text| !text.trim().is_empty());
    text.map(|text| text.trim().parse().map_err(|_| ApiError::bad_request())).transpose()
}

fn gap_view(gap: Gap) -> GapView {
    GapView { from: gap.from.to_string(), until: gap.until.to_string() }
}

fn timeline_view(timeline: &Timeline) -> TimelineView {
    TimelineView {
        events: timeline.events.iter().map(event_row).collect(),
        next: timeline.next.clone(),
        total: timeline.total,
        sorts: timeline.sorts.clone(),
        authors: timeline.authors.clone(),
    }
}

fn event_row(event: &Event) -> EventRow {
    let what = match event.what {
        EventWhat::Record => "record",
        EventWhat::Note => "note",
        EventWhat::Document => "document",
        EventWhat::EpisodeBegun => "episode_begun",
        EventWhat::EpisodeEnded => "episode_ended",
    };
    EventRow {
        target: event.target,
        what: what.to_owned(),
        sort: event.sort.clone(),
        title: event.title.clone(),
        event_time: event.event_time.as_ref().map(ToString::to_string),
        written_date: event.written_date.clone(),
        author: event.author.clone(),
        recorded: event.recorded.to_rfc3339(),
        people: event.people.clone(),
        extract: extract_in_words(event),
        significant: event.significant,
        headline: event.headline.clone(),
        life_story: event.life_story,
        mark: event.mark.map(|mark| mark.to_string()),
        new: event.new,
        recovered: event.recovered.as_ref().map(recovered_view),
        record: event.record.as_ref().map(record_row),
        not_told: event.not_told.iter().map(not_told_view).collect(),
        sent: event.sent.iter().map(sent_view).collect(),
    }
}

/// The first words of an event; of an episode, before them, what was chosen of it.
fn extract_in_words(event: &Event) -> String {
    let mut parts = details_chosen(&event.details);
    parts.push(event.extract.clone());
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

fn sent_view(sent: &SentShown) -> SentView {
    SentView {
        id: sent.id.to_string(),
        what: sent.says.what.clone(),
        to: sent.says.to.clone(),
        agency: sent.says.agency.clone(),
        how: sent.says.how.clone(),
        on: sent.says.on.to_string(),
    }
}
