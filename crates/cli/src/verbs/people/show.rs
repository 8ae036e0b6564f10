//! `holdfast person show`.

use api::{App, ById, ChildView, EventRow, FactView, NetworkView, words};
use domain::Fact;

use super::{
    super::{
        facts::{Names, fact_line, member_line},
        records::record_line,
        work::due_line,
    },
    call, line, who,
};
use crate::{
    say::{self, Fault},
    times::in_words,
    wording::{label, said, word},
};

/// Fields that the first line has already.
const IN_FIRST_LINE: [&str; 4] = ["name", "known_as", "date_of_birth", "date_of_birth_is"];

pub(super) fn show(app: &App, json: bool, id: &str) -> Result<(), Fault> {
    let id = who(app, id)?;
    let child: ChildView = call(app, "open_child", &ById { id: id.clone() })?;
    if json {
        return say::answer(true, &child, Vec::new);
    }
    let network: NetworkView = call(app, "network", &ById { id })?;
    say::answer(false, &child, || lines(&child, &network))
}

fn lines(child: &ChildView, network: &NetworkView) -> Vec<String> {
    let names = Names::new(network.members.iter().map(|member| &member.person).chain([&child.person]));
    let mut lines = vec![line(&child.person)];
    part(&mut lines, word("facts-warning"), child.warnings.iter().map(|fact| fact_line(fact, &names)));
    lines.extend(child.clashes.iter().map(|clash| {
        format!("  {} is in doubt: {} ({}, {})", clash.field, clash.value, clash.author, in_words(&clash.recorded))
    }));
    lines.extend(
        child
            .fields
            .iter()
            .filter(|(field, _)| !IN_FIRST_LINE.contains(&field.as_str()))
            .map(|(field, value)| format!("  {}: {}", field_label(field), value_label(field, value))),
    );
    part(&mut lines, word("same-person-title"), child.same_person.iter().map(line));
    let now = |fact: &&FactView| matches!(fact.says, Fact::Allocation(_)) && fact.holds;
    part(&mut lines, word("facts-allocation"), child.facts.iter().filter(now).map(|fact| fact_line(fact, &names)));
    part(&mut lines, word("child-due-title"), child.due.iter().map(due_line));
    let family = network.members.iter().map(|member| member_line(member, &names));
    let missing = network.missing.iter().map(|part| word(&format!("network-missing-{part}")));
    part(&mut lines, word("facts-relationship"), family.chain(missing));
    let mut kind = "";
    for fact in child.facts.iter().filter(|fact| !now(fact)) {
        if matches!(fact.says, Fact::Relationship(_) | Fact::SamePerson(_) | Fact::Mark(_)) {
            continue;
        }
        let of = fact.says.kind().as_str();
        if of != kind {
            kind = of;
            lines.push(word(&format!("facts-{of}")));
        }
        lines.push(format!("  {}", fact_line(fact, &names)));
    }
    lines.extend(
        child
            .recovered
            .iter()
            .map(|from| said("recovered-incomplete", &[("system", &from.system), ("day", &in_words(&from.as_at))])),
    );
    if child.newer > 0 {
        lines.push(said("child-newer", &[("count", &child.newer)]));
    }
    if let Some(gap) = &child.gap {
        lines.push(said("gap-text", &[("from", &in_words(&gap.from)), ("until", &in_words(&gap.until))]));
    }
    lines.push(word("child-tab-timeline"));
    lines.extend(child.timeline.events.iter().map(event_line));
    if child.timeline.events.is_empty() {
        lines.push("  Nothing recorded yet.".to_owned());
    }
    if child.timeline.next.is_some() {
        let of: [(&str, &dyn ToString); 2] =
            [("count", &child.timeline.events.len()), ("total", &child.timeline.total)];
        lines.push(format!("  {}", said("cli-timeline-more", &of)));
    }
    lines
}

/// A heading with lines under it, where there are any.
fn part(lines: &mut Vec<String>, heading: String, of: impl Iterator<Item = String>) {
    let of: Vec<String> = of.map(|line| format!("  {line}")).collect();
    if !of.is_empty() {
        lines.push(heading);
        lines.extend(of);
    }
}

pub(super) fn field_label(field: &str) -> String {
    match words().has(&format!("person-{field}")) {
        true => label("person", field),
        false => label("field", field),
    }
}

pub(super) fn value_label(field: &str, value: &str) -> String {
    let list = if field == "care_status" { "care-status".to_owned() } else { format!("person-{field}") };
    in_words(&label(&list, value))
}

/// An event of a timeline: a record as everywhere, anything else by when, what and title.
pub(in crate::verbs) fn event_line(event: &EventRow) -> String {
    let significant = if event.significant { format!(". {}", word("event-significant")) } else { String::new() };
    match &event.record {
        Some(record) => format!("  {}{significant}", record_line(record)),
        None => {
            let when = match (&event.event_time, event.written_date.as_str()) {
                (Some(when), _) => in_words(when),
                (None, "") => word("event-date-none"),
                (None, written) => said("event-date-unreadable", &[("written", &written)]),
            };
            let what = label("event-what", &event.what);
            let sort = Some(label("episode", &event.sort)).filter(|sort| !sort.is_empty());
            let title = Some(event.title.clone()).filter(|title| !title.is_empty() && *title != event.sort);
            let parts: Vec<String> = [Some(what), sort, title].into_iter().flatten().collect();
            let episode = event.what.starts_with("episode") && !event.extract.is_empty();
            let more = if episode { format!(", {}", event.extract) } else { String::new() };
            format!("  {when}  {}{more}{significant}", parts.join(": "))
        }
    }
}
