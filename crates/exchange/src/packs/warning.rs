//! A row that is a warning. A warning is never lost to a bad date: it holds from the day of the file
//! then, with what was written there in its text.

use chrono::Months;
use domain::{
    Fact,
    facts::{Told, Warning, WarningKind},
};

use super::{
    Cells, Taken, Taking, ids, readable,
    taking::{Fresh, Kept},
    words,
};

pub(super) fn take(taking: &mut Taking<'_>, cells: &Cells<'_>, taken: &mut Taken) {
    let Some(person) = taking.about(cells, taken) else { return };
    let word = taking.text(cells, "warning");
    let text = readable(taking.text(cells, "text"));
    if word.is_empty() && text.is_empty() {
        taken.left_out("no_text");
        return;
    }
    let mut kept = Kept::of(if text.is_empty() { word } else { &text });
    let warning = taking.word(cells, "warning", words::warning, &mut kept, taken).unwrap_or(WarningKind::Other);
    let from = taking.day(cells, "from", &mut kept, taken);
    if from.is_none() && taking.text(cells, "from").is_empty() {
        taken.known("date_missing");
    }
    let from = from.unwrap_or(taking.as_at);
    let mut until = taking.planned_day(cells, "until", &mut kept, taken);
    if until.is_some_and(|until| until < from) {
        taken.known("ends_before_begins");
        kept.add(taking.heading("until"), taking.text(cells, "until"));
        until = None;
    }
    let mut review_by = taking.planned_day(cells, "review_by", &mut kept, taken);
    let last = from.checked_add_months(Months::new(12)).unwrap_or(from);
    if review_by.is_some_and(|by| by > last || by < from) {
        taken.known("review_too_far");
        kept.add(taking.heading("review_by"), taking.text(cells, "review_by"));
        review_by = None;
    }
    // Only when somebody was told is said in such files, and mostly not when: the word is kept.
    let told = match words::yes_or_no(taking.text(cells, "told")) {
        Some(false) => Some(Told::No { because: [taking.heading("told"), taking.text(cells, "told")].join(": ") }),
        _ => {
            kept.add(taking.heading("told"), taking.text(cells, "told"));
            None
        }
    };
    let source = taking.text(cells, "person");
    let id = taking.text(cells, "id");
    let text = kept.into_text();
    let named: &[&str] = if id.is_empty() { &[source, word, taking.text(cells, "from"), &text] } else { &[source, id] };
    let mut fact = ids::fact_id(taking.system, "warning", named);
    match taking.fresh(fact.0, &[&text]) {
        Fresh::First => {}
        Fresh::Same => {
            taken.left_out("twice");
            return;
        }
        Fresh::Other => {
            taken.known("id_twice");
            fact = ids::fact_id(taking.system, "warning", &[source, id, &text]);
        }
    }
    let says = Warning {
        warning,
        text,
        risk_from: None,
        from,
        review_by,
        until,
        told,
        agreed_with: taking.text(cells, "agreed_with").to_owned(),
        review_note: String::new(),
    };
    taking.keep(fact, vec![person], Fact::Warning(says), taken);
}
