//! A row that says who works with somebody.

use domain::{
    Fact,
    facts::{Allocation, AllocationRole, Worker},
};

use super::{
    Cells, Taken, Taking, ids,
    taking::{Fresh, Kept},
    words,
};

pub(super) fn take(taking: &mut Taking<'_>, cells: &Cells<'_>, taken: &mut Taken) {
    let Some(person) = taking.about(cells, taken) else { return };
    let name = taking.text(cells, "worker");
    let email = taking.text(cells, "worker_email");
    let team = taking.text(cells, "team");
    if team.is_empty() && name.is_empty() && email.is_empty() {
        taken.left_out("no_worker");
        return;
    }
    let mut kept = Kept::of(taking.text(cells, "reason"));
    let role = taking.word(cells, "role", words::role, &mut kept, taken).unwrap_or(AllocationRole::LeadWorker);
    let priority = taking.word(cells, "priority", words::priority, &mut kept, taken);
    let from = taking.planned_day(cells, "from", &mut kept, taken);
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
    let worker = (!name.is_empty() || !email.is_empty()).then(|| Worker {
        name: if name.is_empty() { email } else { name }.to_owned(),
        email: (!email.is_empty()).then(|| email.to_owned()),
        author: None,
    });
    if team.is_empty() {
        taken.known("no_team");
    }
    let source = taking.text(cells, "person");
    let id = taking.text(cells, "id");
    let began = taking.text(cells, "from");
    let named: &[&str] = if id.is_empty() { &[source, name, email, team, began] } else { &[source, id] };
    let mut fact = ids::fact_id(taking.system, "allocation", named);
    let content = [name, email, team, began, taking.text(cells, "until"), taking.text(cells, "role")];
    match taking.fresh(fact.0, &content) {
        Fresh::First => {}
        Fresh::Same => {
            taken.left_out("twice");
            return;
        }
        Fresh::Other => {
            taken.known("id_twice");
            fact = ids::fact_id(taking.system, "allocation", &[&[source, id], content.as_slice()].concat());
        }
    }
    let says = Allocation {
        // A team is never empty, and nobody here knows which it was.
        team: if team.is_empty() { "?" } else { team }.to_owned(),
        worker,
        role,
        from,
        until,
        reason: kept.into_text(),
        ended_because: String::new(),
        handover: String::new(),
        priority,
    };
    taking.keep(fact, vec![person], Fact::Allocation(says), taken);
}
