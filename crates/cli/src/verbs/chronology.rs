//! `holdfast chronology`.

use std::path::Path;

use api::{App, ChronologyRequest, ChronologyView, ExportedView};

use super::{call, call_saving, people::event_line, who::who};
use crate::{
    arguments::{Audience, Chronology},
    say::{self, Fault},
    times::in_words,
    wording::{said, word},
};

pub(crate) fn chronology(app: &App, json: bool, of: &Chronology) -> Result<(), Fault> {
    let audience = match of.audience {
        Audience::File => "file",
        Audience::Family => "family",
        Audience::Court => "court",
        Audience::Partner => "partner",
    };
    let request = ChronologyRequest {
        id: who(app, &of.person)?,
        family: Some(of.family),
        audience: audience.to_owned(),
        printed: None,
        release: of.release.clone(),
    };
    match &of.pdf {
        Some(path) => to_pdf(app, json, &request, path),
        None => to_read(app, json, &request),
    }
}

fn to_pdf(app: &App, json: bool, request: &ChronologyRequest, path: &Path) -> Result<(), Fault> {
    let saved: ExportedView = call_saving(app, path, "print_chronology", request)?;
    say::answer(json, &saved, || {
        let count = saved.rows.unwrap_or_default();
        vec![
            said("cli-chronology-saved", &[("count", &count), ("path", &path.display())]),
            word("chronology-saved-next"),
        ]
    })
}

fn to_read(app: &App, json: bool, request: &ChronologyRequest) -> Result<(), Fault> {
    let view: ChronologyView = call(app, "chronology", request)?;
    say::answer(json, &view, || {
        let mut lines = vec![said("chronology-of", &[("name", &view.person.name)])];
        lines.push(said("chronology-made", &[("by", &view.made_by), ("at", &in_words(&view.made))]));
        lines.extend(view.warnings.iter().flat_map(|warning| {
            let kind = said("warning-of", &[("kind", &warning.kind)]);
            [kind, format!("    {}", warning.text), format!("    {}", warning.more)]
        }));
        lines.extend(view.events.iter().flat_map(|event| {
            let headline = (!event.headline.is_empty()).then(|| format!("    {}", event.headline));
            [event_line(event)].into_iter().chain(headline)
        }));
        if view.events.is_empty() {
            lines.push(word("chronology-none"));
        }
        if let Some(gap) = &view.gap {
            lines.push(said("gap-text", &[("from", &in_words(&gap.from)), ("until", &in_words(&gap.until))]));
        }
        if view.left_out > 0 {
            lines.push(said("chronology-left-out", &[("count", &view.left_out)]));
        }
        lines
    })
}
