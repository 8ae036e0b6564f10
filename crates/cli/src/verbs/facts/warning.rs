//! `holdfast warning …`.

use api::{App, ById, ChildView, FactView, ListPeopleRequest, PeopleView};
use app::AppFault;
use domain::{
    Fact, FactKind,
    facts::{Told, Warning as Says, WarningKind},
};
use serde::Serialize;

use super::{Names, all_of, call, day, day_or_today, end, fact_line, person_line, record, who};
use crate::{
    arguments::{NewWarning, Warning},
    say::{self, Fault},
    wording::word,
};

/// The warnings of a file, as JSON.
#[derive(Serialize)]
struct Warnings {
    warnings: Vec<FactView>,
}

pub(crate) fn warnings(app: &App, json: bool, verb: &Warning) -> Result<(), Fault> {
    match verb {
        Warning::List { person: Some(person) } => of_one(app, json, person),
        Warning::List { person: None } => of_all(app, json),
        Warning::Add(new) => add(app, json, new),
        Warning::End { person, warning, on, note } => {
            let last = day_or_today(on.as_ref())?;
            end(app, json, person, warning, FactKind::Warning, |says| match says {
                Fact::Warning(says) => Ok(Fact::Warning(Says { until: Some(last), review_note: note.clone(), ..says })),
                other => Ok(other),
            })
        }
    }
}

fn of_one(app: &App, json: bool, person: &str) -> Result<(), Fault> {
    let child: ChildView = call(app, "open_child", &ById { id: who(app, person)? })?;
    let ended = child.facts.into_iter().filter(|fact| fact.says.kind() == FactKind::Warning);
    let list = Warnings { warnings: child.warnings.into_iter().chain(ended).collect() };
    say::answer(json, &list, || match list.warnings.as_slice() {
        [] => vec![word("facts-warning-none")],
        all => all.iter().map(|fact| fact_line(fact, &Names::default())).collect(),
    })
}

fn of_all(app: &App, json: bool) -> Result<(), Fault> {
    let request = ListPeopleRequest { search: String::new(), limit: Some(u32::MAX) };
    let mut people: PeopleView = call(app, "list_people", &request)?;
    people.people.retain(|row| !row.warnings.is_empty());
    people.total = u32::try_from(people.people.len()).unwrap_or(u32::MAX);
    say::answer(json, &people, || match people.people.as_slice() {
        [] => vec![word("facts-warning-none")],
        all => all.iter().map(person_line).collect(),
    })
}

fn add(app: &App, json: bool, new: &NewWarning) -> Result<(), Fault> {
    let from = day_or_today(new.from.as_ref())?;
    let unknown = || Fault::from(AppFault::NotFound { what: "person" });
    let risk_from = match &new.risk_from {
        Some(typed) => Some(who(app, typed)?.parse().map_err(|_| unknown())?),
        None => None,
    };
    let told = match (&new.told, &new.not_told) {
        (Some(how), _) => Some(Told::Yes { on: from, how: how.clone() }),
        (None, because) => because.as_ref().map(|because| Told::No { because: because.clone() }),
    };
    let says = Says {
        warning: serde_json::from_value(new.kind.clone().into()).unwrap_or(WarningKind::Other),
        text: new.text.clone(),
        risk_from,
        from,
        review_by: new.review_by.as_deref().map(day).transpose()?,
        until: None,
        told,
        agreed_with: new.agreed_with.clone(),
        review_note: String::new(),
    };
    record(app, json, all_of(app, &new.people)?, Fact::Warning(says))
}
