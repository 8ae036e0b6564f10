//! `holdfast chronology`.

use api::{App, ChronologyRequest, ChronologyView};

use super::{call, people::event_line, who::who};
use crate::{
    arguments::Audience,
    say::{self, Fault},
    times::in_words,
    wording::{said, word},
};

pub(crate) fn chronology(app: &App, json: bool, person: &str, audience: Audience, family: bool) -> Result<(), Fault> {
    let audience = match audience {
        Audience::File => "file",
        Audience::Family => "family",
        Audience::Court => "court",
        Audience::Partner => "partner",
    };
    let request =
        ChronologyRequest { id: who(app, person)?, family: Some(family), audience: audience.to_owned(), printed: None };
    let view: ChronologyView = call(app, "chronology", &request)?;
    say::answer(json, &view, || {
        let mut lines = vec![said("chronology-of", &[("name", &view.person.name)])];
        lines.push(said("chronology-made", &[("by", &view.made_by), ("at", &in_words(&view.made))]));
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
