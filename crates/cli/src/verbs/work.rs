//! `holdfast allocation …`, `holdfast due`.

use api::{
    App, ById, CaseloadRequest, CaseloadRow, CaseloadView, ChildView, DueRow, MyDayView, Nothing, TransferRequest,
    TransferredView,
};
use domain::{Fact, FactKind};
use serde_json::json;

use super::{
    call,
    facts::{day, end, today},
    people::line as person_line,
    who::{all_of, who},
};
use crate::{
    arguments::{Allocation, Given, Whose},
    say::{self, Fault},
    times::in_words,
    wording::{label, said, word},
};

pub(crate) fn allocations(app: &App, json: bool, verb: &Allocation) -> Result<(), Fault> {
    match verb {
        Allocation::List(whose) => list(app, json, whose),
        Allocation::Give(given) => give(app, json, given),
        Allocation::End { person, allocation, on, because } => {
            let last = on.as_deref().map_or_else(|| Ok(today()), day)?;
            end(app, json, person, allocation, FactKind::Allocation, |says| match says {
                Fact::Allocation(mut says) => {
                    says.until = Some(last);
                    says.ended_because.clone_from(because);
                    Ok(Fact::Allocation(says))
                }
                other => Ok(other),
            })
        }
    }
}

fn list(app: &App, json: bool, whose: &Whose) -> Result<(), Fault> {
    let of = match whose {
        Whose { mine: true, .. } => "mine".to_owned(),
        Whose { unallocated: true, .. } => "unallocated".to_owned(),
        Whose { team: Some(team), .. } => format!("team:{team}"),
        Whose { worker: Some(worker), .. } => format!("worker:{worker}"),
        _ => "everybody".to_owned(),
    };
    let caseload: CaseloadView = call(app, "caseload", &CaseloadRequest { of })?;
    say::answer(json, &caseload, || {
        let mut lines = vec![said("caseload-count", &[("count", &caseload.total)])];
        lines.extend(caseload.rows.iter().map(row_line));
        for (heading, loads) in [("load-teams", &caseload.teams), ("load-workers", &caseload.workers)] {
            if !loads.is_empty() && caseload.of == "everybody" {
                lines.push(word(heading));
                lines.extend(loads.iter().map(|load| {
                    let of: [(&str, &dyn ToString); 3] =
                        [("name", &load.name), ("count", &load.children), ("overdue", &load.overdue)];
                    format!("  {}", said("cli-load", &of))
                }));
            }
        }
        if caseload.unallocated > 0 {
            lines.push(said("caseload-unallocated-count", &[("count", &caseload.unallocated)]));
        }
        lines
    })
}

fn row_line(row: &CaseloadRow) -> String {
    let mut parts = vec![person_line(&row.person)];
    let worker = row.worker.clone().unwrap_or_else(|| word("allocation-nobody"));
    parts.push(match &row.team {
        Some(team) => said("fact-allocation-line", &[("worker", &worker), ("team", team)]),
        None => word("allocation-none"),
    });
    parts.extend(row.since.as_ref().map(|since| said("fact-since", &[("from", &in_words(since))])));
    parts.extend(row.priority.as_ref().map(|priority| label("priority", priority)));
    parts.extend(
        row.waiting_days
            .map(|days| format!("{}: {}", word("caseload-waiting"), said("caseload-days", &[("count", &days)]))),
    );
    parts.extend(row.next_due.as_ref().map(what_is_due));
    parts.extend(row.allocation.clone());
    parts.join(". ")
}

fn give(app: &App, json: bool, given: &Given) -> Result<(), Fault> {
    let people = all_of(app, &given.people)?;
    let request = TransferRequest {
        people: people.clone(),
        team: given.team.clone(),
        worker: given.worker.clone(),
        email: given.email.clone(),
        from: given.from.as_deref().map_or_else(|| Ok(today()), day)?.to_string(),
        reason: given.reason.clone(),
        handover: given.handover.clone(),
        role: given.role.clone(),
        priority: given.priority.clone(),
    };
    let done: TransferredView = call(app, "transfer", &request)?;
    let to = given.worker.as_ref().unwrap_or(&given.team);
    say::answer(json, &done, || vec![said("transfer-done", &[("count", &people.len()), ("to", to)])])
}

/// My day, or what is due for one person.
pub(crate) fn due(app: &App, json: bool, person: Option<&str>) -> Result<(), Fault> {
    if let Some(person) = person {
        let child: ChildView = call(app, "open_child", &ById { id: who(app, person)? })?;
        return say::answer(json, &json!({ "due": child.due }), || match child.due.as_slice() {
            [] => vec![word("child-due-none")],
            all => all.iter().map(due_line).collect(),
        });
    }
    let day: MyDayView = call(app, "my_day", &Nothing {})?;
    say::answer(json, &day, || my_day(&day))
}

fn my_day(day: &MyDayView) -> Vec<String> {
    let mut lines = vec![match day.allocated {
        0 => word("day-all"),
        count => said("day-allocated", &[("count", &count)]),
    }];
    if !day.unread_warnings.is_empty() {
        lines.push(said("day-warnings", &[("count", &day.unread_warnings.len())]));
        lines.extend(day.unread_warnings.iter().map(|row| format!("  {}", person_line(row))));
    }
    let parts = [("day-overdue", &day.overdue), ("day-today", &day.today_due), ("day-soon", &day.soon)];
    if parts.iter().all(|(_, rows)| rows.is_empty()) {
        lines.push(word("day-nothing"));
    }
    for (heading, rows) in parts.into_iter().filter(|(_, rows)| !rows.is_empty()) {
        lines.push(said(heading, &[("count", &rows.len())]));
        lines.extend(rows.iter().map(|row| format!("  {}: {}", row.person.name, due_line(row))));
    }
    if !day.newly_allocated.is_empty() {
        lines.push(said("day-new", &[("count", &day.newly_allocated.len())]));
        lines.extend(day.newly_allocated.iter().map(|row| format!("  {}", person_line(row))));
    }
    if day.unsent > 0 {
        lines.push(said("day-unsent", &[("count", &day.unsent)]));
    }
    lines
}

/// What is due, by when, and where the rule comes from.
pub(super) fn due_line(due: &DueRow) -> String {
    format!("{}. {}: {}", what_is_due(due), label("organisation", &due.nature), due.source)
}

fn what_is_due(due: &DueRow) -> String {
    let mut parts = vec![
        label("due-state", &due.state),
        label("limit", &due.limit),
        said("due-today-at", &[("when", &in_words(&due.due))]),
    ];
    if due.of_days > 0 {
        parts.push(said("due-day-of", &[("day", &due.day), ("of", &due.of_days)]));
    }
    parts.join(", ")
}
