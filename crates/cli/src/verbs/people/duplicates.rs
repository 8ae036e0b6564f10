//! `holdfast person duplicates`.

use api::{App, DuplicatesView, MatchView, Nothing};

use super::{call, line, match_line};
use crate::{
    say::{self, Fault},
    times::in_words,
    wording::{said, word},
};

pub(super) fn duplicates(app: &App, json: bool) -> Result<(), Fault> {
    let found: DuplicatesView = call(app, "duplicates", &Nothing {})?;
    say::answer(json, &found, || {
        let mut lines = Vec::new();
        if found.pairs.is_empty() {
            lines.push(word("duplicates-none"));
        }
        for pair in &found.pairs {
            lines.push(line(&pair.one));
            lines.push(format!(
                "  {}",
                match_line(&MatchView {
                    person: pair.other.clone(),
                    likeness: pair.likeness.clone(),
                    reasons: pair.reasons.clone(),
                    against: pair.against.clone(),
                })
            ));
        }
        if !found.decisions.is_empty() {
            lines.push(word("duplicates-ledger"));
        }
        for decision in &found.decisions {
            let of: [(&str, &dyn ToString); 2] = [("one", &decision.one.name), ("other", &decision.other.name)];
            let what = said(if decision.same { "fact-same-person" } else { "fact-two-people" }, &of);
            let by = said(
                "duplicates-by",
                &[
                    ("author", &decision.author),
                    ("at", &in_words(&decision.recorded)),
                    ("approved", &decision.approved_by),
                ],
            );
            let replaced = if decision.replaced { format!(" {}", word("duplicates-replaced")) } else { String::new() };
            lines.push(format!("  {what}: {}. {by}{replaced}", decision.reason));
        }
        lines
    })
}
