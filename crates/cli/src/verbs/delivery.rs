//! `holdfast status`, `outbox`, `enrol`, `send`.

use std::process::ExitCode;

use api::{App, EnrolRequest, HubView, Nothing, OutboxView, StatusView, words};
use serde_json::json;

use super::{call, records::record_line};
use crate::{
    say::{self, Fault},
    times::in_words,
};

pub(crate) fn status(app: &App, json: bool) -> Result<(), Fault> {
    let status: StatusView = call(app, "status", &Nothing {})?;
    say::answer(json, &status, || lines(&status))
}

fn lines(status: &StatusView) -> Vec<String> {
    let count = &status.custody;
    let mut lines = vec![
        format!(
            "{} filed = {} received + {} waiting + {} needs you",
            count.filed, count.received, count.waiting, count.needs_you
        ),
        format!("{} drafts; {} log entries, {} of them waiting", count.drafts, count.log, count.log_waiting),
    ];
    if let Some(oldest) = &status.oldest_waiting {
        lines.push(format!("Only on this device since {}", in_words(oldest)));
    }
    lines.push(match &status.hub {
        None => "Not enrolled at a hub".to_owned(),
        Some(hub) => {
            let contact = hub.last_contact.as_deref().map_or_else(|| "never".to_owned(), in_words);
            format!("Hub {} ({}), last contact {contact}", hub.address, hub.id)
        }
    });
    lines.extend(status.alarms.iter().map(|alarm| {
        format!("Phone your lead now: \"{}\" ({}) is still on this device", alarm.title, alarm.reference)
    }));
    lines
}

pub(crate) fn outbox(app: &App, json: bool) -> Result<(), Fault> {
    let outbox: OutboxView = call(app, "outbox", &Nothing {})?;
    say::answer(json, &outbox, || {
        let mut lines = Vec::new();
        for (title, rows, total) in [
            ("Needs you", &outbox.needs_you, outbox.totals.needs_you),
            ("Waiting", &outbox.waiting, outbox.totals.waiting),
            ("Received in the last 30 days", &outbox.received, outbox.totals.received),
        ] {
            lines.push(format!("{title}: {total}"));
            lines.extend(rows.iter().map(|row| format!("  {}", record_line(row))));
        }
        lines
    })
}

pub(crate) fn enrol(app: &App, json: bool, code: &str) -> Result<(), Fault> {
    let hub: HubView = call(app, "enrol", &EnrolRequest { code: code.to_owned() })?;
    say::answer(json, &hub, || vec![format!("Enrolled at {} ({})", hub.address, hub.id)])
}

pub(crate) fn send(app: &App, json: bool) -> Result<ExitCode, Fault> {
    let session = app.session()?;
    let sent = app::delivery::send_and_wait(app, &session)?;
    let status: StatusView = call(app, "status", &Nothing {})?;
    let aside: Vec<_> =
        sent.aside.iter().map(|aside| json!({ "entry": aside.entry.to_string(), "why": aside.why.code() })).collect();
    let answer = json!({ "received": sent.received, "verdicts": sent.verdicts, "aside": aside, "status": status });
    say::answer(json, &answer, || {
        let mut said = vec![format!("{} entries received by the hub.", sent.received)];
        if sent.continued {
            said.push("This casebook was copied: it goes on in a chain of its own. Both copies are kept.".to_owned());
        }
        for aside in &sent.aside {
            said.push(format!("{} could not go: {}.", aside.entry, aside.why));
        }
        said.extend(lines(&status));
        said
    })?;
    if sent.aside.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    say::aside(&words().say("error-hub_refused-kept", &std::collections::BTreeMap::new()))?;
    Ok(ExitCode::from(4))
}
