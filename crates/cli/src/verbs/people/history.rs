//! `holdfast person history`.

use api::{App, ById, ChangeView, ChildView, FactChangeView, FileHistoryView};
use domain::Fact;

use super::{
    super::facts::{Names, fact_words},
    call,
    show::{field_label, value_label},
    who,
};
use crate::{
    say::{self, Fault},
    times::in_words,
    wording::{said, word},
};

/// Looking at what a file said before is looking at the file: it counts as opening it.
pub(super) fn history(app: &App, json: bool, id: &str) -> Result<(), Fault> {
    let id = who(app, id)?;
    let child: ChildView = call(app, "open_child", &ById { id: id.clone() })?;
    let history: FileHistoryView = call(app, "file_history", &ById { id })?;
    say::answer(json, &history, || {
        let names = Names::new([&child.person].into_iter());
        match history.changes.as_slice() {
            [] => vec![word("history-none")],
            changes => changes.iter().flat_map(|change| lines(change, &names)).collect(),
        }
    })
}

fn lines(change: &ChangeView, names: &Names) -> Vec<String> {
    let (about, act, before, now) = match (&change.fact, &change.field) {
        (Some(fact), _) => of_fact(fact, names),
        (None, Some(field)) => {
            let words = |value: &str| (!value.is_empty()).then(|| value_label(&field.field, value));
            let act = match (field.before.is_empty(), field.value.is_empty()) {
                (_, true) => "history-removed",
                (true, false) => "history-added",
                _ => "history-changed",
            };
            (field_label(&field.field), act, words(&field.before), words(&field.value))
        }
        (None, None) => return Vec::new(),
    };
    let mut lines = vec![format!("{}  {}  {about}: {}", in_words(&change.recorded), change.author, word(act))];
    lines.extend(before.map(|text| format!("   {}", said("history-before", &[("text", &text)]))));
    lines.extend(now.map(|text| format!("   {}", said("history-now", &[("text", &text)]))));
    if let Some(reason) = change.fact.as_ref().and_then(|fact| fact.reason.as_ref()) {
        lines.push(format!("   {}", said("history-because", &[("reason", reason)])));
    }
    if change.fact.as_ref().is_some_and(|fact| fact.hidden) {
        lines.push(format!("   {}", word("fact-hidden-from-you")));
    }
    if let Some(from) = &change.recovered {
        let from: [(&str, &dyn ToString); 2] = [("system", &from.system), ("day", &in_words(&from.as_at))];
        lines.push(format!("   {}", said("recovered-incomplete", &from)));
    }
    lines
}

type Said = (String, &'static str, Option<String>, Option<String>);

fn of_fact(fact: &FactChangeView, names: &Names) -> Said {
    let names = names.with(&fact.names);
    let words = |says: &Option<Fact>| {
        let shown = says.as_ref().filter(|_| !fact.hidden);
        shown.map(|says| fact_words(says, &names)).filter(|words| !words.is_empty())
    };
    let kind = fact.says.as_ref().or(fact.before.as_ref()).map(|says| says.kind().as_str()).unwrap_or_default();
    let act = match (&fact.before, &fact.says) {
        (_, None) if !fact.about.is_empty() => "history-moved",
        (_, None) => "history-withdrawn",
        (None, Some(_)) => "history-added",
        _ => "history-changed",
    };
    let (mut before, mut now) = (words(&fact.before), words(&fact.says));
    if let (Some(before), Some(now)) = (&mut before, &mut now)
        && fact.about_before != fact.about
    {
        // Of brothers and sisters, one was taken off it or came to it.
        for (words, about) in [(before, &fact.about_before), (now, &fact.about)] {
            let who: Vec<String> = about.iter().map(|id| names.of(id)).collect();
            *words = format!("{words}, {}", said("history-files", &[("who", &who.join(", "))]));
        }
    }
    (word(&format!("fact-kind-{kind}")), act, before, now)
}
