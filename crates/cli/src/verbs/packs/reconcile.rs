//! `holdfast pack reconcile`.

use api::{App, Nothing, ReconcilePoint, ReconcileView, ReconciledRequest};

use super::{call, person_line, who};
use crate::{
    say::{self, Fault},
    times::in_words,
    wording::{label, said, word},
};

pub(super) fn reconcile(app: &App, json: bool, done: Option<&str>) -> Result<(), Fault> {
    if let Some(person) = done {
        let _: Nothing = call(app, "reconciled", &ReconciledRequest { id: who(app, person)? })?;
    }
    let list: ReconcileView = call(app, "reconcile", &Nothing {})?;
    say::answer(json, &list, || {
        let mut lines = vec![said("reconcile-count", &[("count", &list.children.len()), ("done", &list.done)])];
        for child in &list.children {
            lines.push(person_line(&child.person));
            lines.extend(child.points.iter().map(|point| format!("  {}", line(point))));
        }
        lines
    })
}

fn line(point: &ReconcilePoint) -> String {
    let sort = label("reconcile", &point.sort);
    let what = match point.sort.as_str() {
        "relative_added" => label("relation", &point.what),
        sort if sort.starts_with("warning") => label("warning", &point.what),
        _ => label("field", &point.what),
    };
    let about = if what.is_empty() { sort } else { said("reconcile-about", &[("sort", &sort), ("about", &what)]) };
    let value = |value: &str| {
        let list =
            if point.what == "care_status" { "care-status".to_owned() } else { format!("person-{}", point.what) };
        if value.is_empty() { word("reconcile-nothing") } else { in_words(&label(&list, value)) }
    };
    if point.pack.is_empty() && point.here.is_empty() {
        return about;
    }
    let (pack, here) = (word("reconcile-pack"), word("reconcile-here"));
    format!("{about}. {pack}: {}. {here}: {}", value(&point.pack), value(&point.here))
}
