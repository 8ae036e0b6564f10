//! `holdfast record …`, `draft list`.

use std::{io::Read, path::Path};

use api::{App, ById, DraftsView, HoldRecordRequest, Nothing, PhonedLeadRequest, RecordRow, RecordView, words};
use app::records::{PlainAnswers, file_plain, find_record};
use serde_json::{Value, json};

use super::call;
use crate::{
    arguments::Record,
    say::{self, Fault},
    times::in_words,
};

pub(crate) fn records(app: &App, json: bool, verb: &Record) -> Result<(), Fault> {
    match verb {
        Record::New { form, answers, event_time, people } => {
            let new_answers = PlainAnswers {
                form: form.clone(),
                json: read(answers)?,
                event_time: event_time.clone(),
                people: people.clone(),
            };
            new(app, json, new_answers)
        }
        Record::Show { record } => show(app, json, id_of(app, record)?),
        Record::Hold { record } => hold(app, json, id_of(app, record)?, true),
        Record::Release { record } => hold(app, json, id_of(app, record)?, false),
        Record::Phoned { record, who } => {
            let request = PhonedLeadRequest { id: id_of(app, record)?, who: who.clone() };
            let _: Nothing = call(app, "phoned_lead", &request)?;
            say::answer(json, &json!({}), || vec!["Noted that the lead was phoned.".to_owned()])
        }
    }
}

/// The id of a record that was named by id or by reference.
fn id_of(app: &App, record: &str) -> Result<String, Fault> {
    Ok(find_record(&*app.session()?, record)?.to_string())
}

fn new(app: &App, json: bool, new: PlainAnswers) -> Result<(), Fault> {
    let filed = file_plain(&*app.session()?, new)?;
    let view = api::filed_view(&filed);
    say::answer(json, &view, || {
        let to = match view.people.as_slice() {
            [] => "to no child yet".to_owned(),
            [child] => format!("to {}", child.name),
            children => format!("to {} children", children.len()),
        };
        vec![
            format!("{} filed {to}. Reference {}.", view.record.kind, view.record.reference),
            format!("{}  {}", view.record.id, state(&view.record)),
        ]
    })
}

/// The JSON of a file; `-` is standard input.
fn read(path: &Path) -> Result<Value, Fault> {
    let unreadable = |why: String| Fault::Usage(format!("{}: {why}", path.display()));
    let mut text = String::new();
    let read = if path == Path::new("-") {
        std::io::stdin().read_to_string(&mut text).map(|_| ())
    } else {
        std::fs::read_to_string(path).map(|found| text = found)
    };
    read.map_err(|error| unreadable(format!("cannot be read: {}", error.kind())))?;
    serde_json::from_str(&text)
        .map_err(|error| unreadable(format!("is not JSON at line {}, column {}", error.line(), error.column())))
}

fn show(app: &App, json: bool, id: String) -> Result<(), Fault> {
    let record: RecordView = call(app, "open_record", &ById { id })?;
    say::answer(json, &record, || {
        let row = &record.record;
        let mut lines = vec![
            format!("{}: {}", row.kind, row.title),
            format!("Happened {}, recorded {} by {}", in_words(&row.event_time), in_words(&row.recorded), row.author),
            state(row),
        ];
        for section in &record.sections {
            lines.push(String::new());
            lines.push(section.title.clone());
            for answer in &section.rows {
                let about = answer.about.as_ref().map(|about| format!("{about}: ")).unwrap_or_default();
                let text = match &answer.not_known_because {
                    Some(reason) => format!("Not known because {reason}"),
                    None if answer.answered => answer.answer.clone(),
                    None => "Not answered".to_owned(),
                };
                lines.push(format!("  {about}{} {text}", answer.question));
            }
        }
        lines
    })
}

fn hold(app: &App, json: bool, id: String, hold: bool) -> Result<(), Fault> {
    let _: Nothing = call(app, "hold_record", &HoldRecordRequest { id, hold })?;
    let line = if hold { "Held back until you let it go." } else { "It will go with the next sending." };
    say::answer(json, &json!({}), || vec![line.to_owned()])
}

pub(crate) fn drafts(app: &App, json: bool) -> Result<(), Fault> {
    let drafts: DraftsView = call(app, "list_drafts", &Nothing {})?;
    say::answer(json, &drafts, || {
        if drafts.drafts.is_empty() && drafts.set_aside.is_empty() {
            return vec!["No drafts.".to_owned()];
        }
        let line = |draft: &api::DraftRow, aside: &str| {
            format!(
                "{}  {} for {}, {} of {} answered, last saved {}{aside}",
                draft.id,
                draft.form,
                if draft.children.is_empty() { "nobody yet".to_owned() } else { draft.children.join(", ") },
                draft.answered,
                draft.total,
                in_words(&draft.saved)
            )
        };
        drafts
            .drafts
            .iter()
            .map(|draft| line(draft, ""))
            .chain(drafts.set_aside.iter().map(|draft| line(draft, ", set aside")))
            .collect()
    })
}

/// A record in one line.
pub(crate) fn record_line(row: &RecordRow) -> String {
    let children = if row.children.is_empty() { String::new() } else { format!(" for {}", row.children.join(", ")) };
    format!("{}  {}  {}{children}, {}. {}", row.id, row.reference, row.kind, in_words(&row.event_time), state(row))
}

/// The label of where it is, with cause and next step.
pub(crate) fn state(row: &RecordRow) -> String {
    let name =
        serde_json::to_value(row.state).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default();
    let none = std::collections::BTreeMap::new();
    let label = words().say(&format!("state-{name}"), &none);
    let mut args = row.line.args.clone();
    if let Some(at) = args.get_mut("at") {
        *at = in_words(at);
    }
    let line = words().say(&format!("state-line-{}", row.line.code), &args);
    format!("{label}. {line}").trim_end().to_owned()
}
