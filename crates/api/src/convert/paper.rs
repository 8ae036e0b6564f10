//! What is written for paper: the content and the order of the sheets on the screen, in words.

use app::{App, child::Warned};
use chrono::{DateTime, NaiveDate, NaiveDateTime};
use domain::{
    facts::Told,
    paper::{Block, Cell, Paper},
};

use super::{
    child::made,
    form_desk::say,
    id,
    save::{ask, save},
};
use crate::{ApiError, Host, types::*, words};

/// Asks where to first: a dialog that is closed leaves no entry of something that was not printed.
pub(crate) fn print_chronology(
    app: &App,
    host: &dyn Host,
    request: ChronologyRequest,
) -> Result<ExportedView, ApiError> {
    let row = app::people::caseload_row(&*app.session()?, id(&request.id)?)?;
    let Some(place) = ask(host, file_name(row.identifier.as_deref()))? else {
        return Ok(ExportedView { rows: None, download: None });
    };
    let audience = request.audience.clone();
    let view = made(app, ChronologyRequest { printed: Some(true), ..request })?;
    let pdf = host.pdf(&paper_of(&view, &audience))?;
    let rows = u32::try_from(view.events.len()).unwrap_or(u32::MAX);
    save(place, app.folder(), |out, _| {
        out.write_all(&pdf).map_err(app::AppFault::from)?;
        Ok(rows)
    })
}

/// By number and not by name: a folder's list is read by more people than a file.
fn file_name(number: Option<&str>) -> String {
    let fit = |letter: char| if letter.is_alphanumeric() { letter } else { '-' };
    let number: String = number.unwrap_or_default().chars().map(fit).take(40).collect();
    format!("{}.pdf", say("chronology-file", &[("number", number)]).trim())
}

fn paper_of(view: &ChronologyView, audience: &str) -> Paper {
    let person = &view.person;
    let of = [Some(person.name.clone()), person.identifier.clone(), Some(born_and_age(person))];
    let made = say("chronology-made", &[("by", view.made_by.clone()), ("at", moment(&view.made))]);
    Paper {
        title: say("chronology-of", &[("name", person.name.clone())]),
        of: of.into_iter().flatten().collect::<Vec<_>>().join(", "),
        marking: say("paper-marking", &[]),
        made: format!("{} · {made}", say(&format!("chronology-for-{audience}"), &[])),
        page: say("paper-page", &[("n", "{n}".to_owned()), ("all", "{all}".to_owned())]),
        letters_missing: say("paper-letters-missing", &[]),
        blocks: blocks(view),
    }
}

fn blocks(view: &ChronologyView) -> Vec<Block> {
    let mut blocks = Vec::new();
    if view.released {
        blocks.push(Block::Notice { text: say("chronology-released", &[]) });
    }
    for warning in &view.warnings {
        let kind = say("warning-of", &[("kind", warning.kind.clone())]);
        blocks.push(Block::Notice { text: format!("{kind}\n{}\n{}", warning.text, warning.more) });
    }
    let mut rows: Vec<Vec<Cell>> = view.summary.as_ref().and_then(summary_row).into_iter().collect();
    let gap = view.gap.as_ref().map(|gap| (gap, gap_at(&view.events, gap)));
    for (at, event) in view.events.iter().enumerate() {
        rows.extend(gap.filter(|(_, before)| *before == at).map(|(gap, _)| gap_row(gap)));
        rows.push(event_cells(event));
    }
    rows.extend(gap.filter(|(_, before)| *before == view.events.len()).map(|(gap, _)| gap_row(gap)));
    if !rows.is_empty() {
        let head = vec![say("chronology-when", &[]), say("chronology-what", &[])];
        blocks.push(Block::Table { widths: vec![2, 9], head, rows });
    }
    if view.events.is_empty() {
        blocks.push(Block::Text { text: say("paper-chronology-none", &[]) });
    }
    if view.left_out > 0 {
        blocks.push(Block::Text { text: say("chronology-left-out", &[("count", view.left_out.to_string())]) });
    }
    blocks
}

fn summary_row(summary: &FactView) -> Option<Vec<Cell>> {
    let domain::Fact::Summary(says) = &summary.says else { return None };
    let parts = [&says.who_am_i, &says.what_matters, &says.what_next];
    let text: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    let what = Cell { first: say("summary-title", &[]), text: text.join("\n\n"), source: summary.author.clone() };
    Some(vec![when(&says.on.to_string()), what])
}

/// Before the first event after it; an event without a day says nothing about where the gap is.
fn gap_at(events: &[EventRow], gap: &GapView) -> usize {
    let beyond = |event: &EventRow| event.event_time.as_ref().is_some_and(|at| at.get(..10) >= gap.until.get(..10));
    events.iter().position(beyond).unwrap_or(events.len())
}

fn gap_row(gap: &GapView) -> Vec<Cell> {
    let text = say("gap-text", &[("from", day(&gap.from)), ("until", day(&gap.until))]);
    vec![when(&say("gap-title", &[])), Cell { text, ..Cell::default() }]
}

fn when(text: &str) -> Cell {
    Cell { text: day(text), ..Cell::default() }
}

fn event_cells(event: &EventRow) -> Vec<Cell> {
    let title = title_of(event);
    let mut first = if event.headline.is_empty() { title.clone() } else { event.headline.clone() };
    if !event.people.is_empty() {
        first = format!("{first} ({})", event.people.join(", "));
    }
    let mut lines = Vec::new();
    if !event.headline.is_empty() {
        lines.push(title);
    }
    lines.push(event.extract.clone());
    lines.retain(|line| !line.is_empty());
    let recovered = event.recovered.as_ref().map(recovered_in_words);
    let source: Vec<String> =
        [event.author.clone()].into_iter().chain(recovered).filter(|part| !part.is_empty()).collect();
    let written = (!event.written_date.is_empty()).then_some(&event.written_date);
    let at = match event.event_time.as_ref().or(written) {
        Some(at) => when(at),
        None => when(&say("event-date-none", &[])),
    };
    vec![at, Cell { first, text: lines.join("\n"), source: source.join(" · ") }]
}

/// The title of an event; an episode is called by its kind, and that it began or ended.
fn title_of(event: &EventRow) -> String {
    if event.title.is_empty() {
        let what = say(&format!("event-what-{}", event.what), &[]);
        return format!("{what}: {}", coded("episode", &event.sort));
    }
    event.title.clone()
}

fn recovered_in_words(recovered: &RecoveredView) -> String {
    say("recovered-incomplete", &[("system", recovered.system.clone()), ("day", day(&recovered.as_at))])
}

/// A warning in words: the same on the screen, on paper and at a terminal.
pub(super) fn warned_view(warned: &Warned) -> WarnedView {
    let kind = serde_json::to_value(warned.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
    let mut more = Vec::new();
    if let Some(name) = &warned.risk_from {
        more.push(format!("{} {name}", say("warning-risk-from", &[])));
    }
    if !warned.about.is_empty() {
        more.push(say("chronology-warning-about", &[("who", warned.about.join(", "))]));
    }
    more.push(say("warning-since", &[("from", day(&warned.from.to_string()))]));
    more.push(match warned.review_by {
        Some(by) => say("warning-review", &[("by", day(&by.to_string()))]),
        None => say("warning-review-none", &[]),
    });
    more.push(match &warned.told {
        Some(Told::Yes { on, how }) if how.is_empty() => {
            say("chronology-warning-told", &[("on", day(&on.to_string()))])
        }
        Some(Told::Yes { on, how }) => say("warning-told-yes", &[("on", day(&on.to_string())), ("how", how.clone())]),
        Some(Told::No { because }) if because.is_empty() => say("chronology-warning-untold", &[]),
        Some(Told::No { because }) => say("warning-told-no", &[("because", because.clone())]),
        None => say("warning-told-unknown", &[]),
    });
    // Who took in a pack did not write what it says.
    let by = if warned.recovered.is_some() { "warning-taken-in-by" } else { "warning-by" };
    more.push(say(by, &[("author", warned.author.clone())]));
    if let Some((system, as_at)) = &warned.recovered {
        more.push(recovered_in_words(&RecoveredView { system: system.clone(), as_at: as_at.to_string() }));
    }
    WarnedView { kind: coded("warning", &kind.unwrap_or_default()), text: warned.text.clone(), more: more.join(" · ") }
}

/// The words of a code; one of a newer Holdfast without words is readable as it is.
fn coded(prefix: &str, code: &str) -> String {
    let name = format!("{prefix}-{code}");
    if words().has(&name) { say(&name, &[]) } else { code.replace('_', " ") }
}

fn born_and_age(person: &PersonRow) -> String {
    let Some(born) = &person.date_of_birth else { return say("born-unknown", &[]) };
    let born = day(born);
    let born = match person.date_of_birth_is.as_str() {
        "due" => return say("born-due", &[("day", born)]),
        "estimated" => say("born-about", &[("day", born)]),
        _ => born,
    };
    match person.age {
        Some(age) => say("born-and-age", &[("born", born), ("age", age.to_string())]),
        None => born,
    }
}

const DAY: &str = "%-d %B %Y";

/// A day, or a day with its time, in words; a time that is not known is not midnight, and what is no day
/// stays as it is.
fn day(written: &str) -> String {
    let at = |day: String, time: String| say("time-day", &[("day", day), ("time", time)]);
    if let Ok(written) = NaiveDateTime::parse_from_str(written, "%Y-%m-%dT%H:%M") {
        return at(written.format(DAY).to_string(), written.format("%H:%M").to_string());
    }
    written.parse::<NaiveDate>().map_or_else(|_| written.to_owned(), |day| day.format(DAY).to_string())
}

fn moment(written: &str) -> String {
    match DateTime::parse_from_rfc3339(written) {
        Ok(moment) => day(&moment.format("%Y-%m-%dT%H:%M").to_string()),
        Err(_) => written.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use domain::facts::WarningKind;

    use super::*;

    #[test]
    fn whoever_took_in_a_pack_did_not_record_its_warnings() {
        let mut warned = Warned {
            kind: WarningKind::RiskToWorker,
            text: "Visit in pairs".into(),
            about: Vec::new(),
            risk_from: None,
            from: NaiveDate::default(),
            review_by: None,
            told: None,
            author: "Ruth Exemplar".into(),
            recovered: None,
        };
        assert!(warned_view(&warned).more.contains("recorded by Ruth Exemplar"));
        warned.recovered = Some(("Mosaic".into(), NaiveDate::default()));
        let more = warned_view(&warned).more;
        assert!(more.contains("taken in by Ruth Exemplar") && !more.contains("recorded by"), "{more}");
    }
}
