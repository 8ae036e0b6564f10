//! Work lists.

use std::collections::BTreeMap;

use app::{App, work};
use domain::{
    EventTime,
    facts::{AllocationRole, Priority, TimeUnit},
    limits::DueState,
};

use super::{draft_row, facts::fact_view, ids, people::person_row};
use crate::{ApiError, Host, types::*, words};

/// Something due, beside the child's row.
pub(super) fn due_row(due: &work::Due, person: PersonRow) -> DueRow {
    DueRow {
        person,
        limit: due.is.limit.clone(),
        episode: due.is.episode.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        fact: due.is.fact.to_string(),
        from: due.is.from.to_string(),
        due: due.is.due.to_string(),
        state: due.is.state.as_str().to_owned(),
        day: due.is.day,
        of_days: due.is.of_days,
        nature: due.is.nature.as_str().to_owned(),
        source: due.is.source.clone(),
        form: due.is.form.clone(),
    }
}

pub(crate) fn my_day(app: &App, _: &dyn Host, _: Nothing) -> Result<MyDayView, ApiError> {
    let day = work::my_day(&*app.session()?)?;
    let row = |person| day.people.get(person).map(person_row);
    let due = |state| -> Vec<DueRow> {
        let of_state = day.due.iter().filter(|due| due.is.state == state);
        of_state.filter_map(|due| Some(due_row(due, row(&due.person)?))).collect()
    };
    Ok(MyDayView {
        today: day.today.to_string(),
        allocated: day.allocated,
        overdue: due(DueState::Overdue),
        today_due: due(DueState::Today),
        soon: due(DueState::Soon),
        unread_warnings: day.unread_warnings.iter().filter_map(row).collect(),
        drafts: day.drafts.iter().map(draft_row).collect(),
        unsent: day.unsent,
        newly_allocated: day.newly_allocated.iter().filter_map(row).collect(),
    })
}

pub(crate) fn caseload(app: &App, _: &dyn Host, request: CaseloadRequest) -> Result<CaseloadView, ApiError> {
    let of = match request.of.split_once(':') {
        None if request.of == "mine" => work::CaseloadOf::Mine,
        None if request.of == "unallocated" => work::CaseloadOf::Unallocated,
        None if request.of == "everybody" => work::CaseloadOf::Everybody,
        Some(("team", team)) => work::CaseloadOf::Team(team.to_owned()),
        Some(("worker", key)) => work::CaseloadOf::Worker(key.to_owned()),
        _ => return Err(ApiError::bad_request()),
    };
    let caseload = work::caseload(&*app.session()?, &of)?;
    Ok(CaseloadView {
        of: request.of,
        rows: caseload.rows.iter().map(child_on_list).collect(),
        total: caseload.total,
        teams: caseload.teams.iter().map(|load| load_view("team", load)).collect(),
        workers: caseload.workers.iter().map(|load| load_view("worker", load)).collect(),
        unallocated: caseload.unallocated,
    })
}

fn child_on_list(row: &work::ChildOnList) -> CaseloadRow {
    let person = person_row(&row.person);
    let allocation = row.allocation.as_ref().map(|(_, allocation)| allocation);
    CaseloadRow {
        team: allocation.map(|allocation| allocation.team.clone()),
        worker: allocation.and_then(|allocation| allocation.worker.as_ref()).map(|worker| worker.name.clone()),
        since: allocation.map(|allocation| allocation.from.to_string()),
        priority: allocation
            .and_then(|allocation| allocation.priority)
            .map(|priority| priority_name(priority).to_owned()),
        waiting_days: row.waiting_days,
        next_due: row.next_due.as_ref().map(|due| due_row(due, person.clone())),
        allocation: row.allocation.as_ref().map(|(id, _)| id.to_string()),
        person,
    }
}

fn priority_name(priority: Priority) -> &'static str {
    match priority {
        Priority::Urgent => "urgent",
        Priority::High => "high",
        Priority::Medium => "medium",
        Priority::Low => "low",
    }
}

fn load_view(what: &str, load: &work::Load) -> LoadView {
    LoadView {
        of: format!("{what}:{}", load.key),
        name: load.name.clone(),
        team: load.team.clone(),
        children: load.children,
        overdue: load.overdue,
    }
}

pub(crate) fn transfer(app: &App, _: &dyn Host, request: TransferRequest) -> Result<TransferredView, ApiError> {
    let given = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let email = given(request.email);
    let transfer = work::Transfer {
        people: ids(&request.people)?,
        team: request.team.trim().to_owned(),
        worker: given(request.worker).map(|name| (name, email)),
        from: request.from.parse().map_err(|_| ApiError::bad_request())?,
        reason: request.reason,
        handover: request.handover.unwrap_or_default(),
        role: named(request.role)?.unwrap_or(AllocationRole::LeadWorker),
        priority: named(request.priority)?,
    };
    let done = work::transfer(&*app.session()?, &transfer)?;
    Ok(TransferredView {
        made: done.made.iter().map(ToString::to_string).collect(),
        before: done
            .before
            .into_iter()
            .map(|(id, (about, says))| FactBeforeView {
                id: id.to_string(),
                about: about.iter().map(ToString::to_string).collect(),
                says,
            })
            .collect(),
    })
}

/// One of a closed list, by its name.
fn named<T: serde::de::DeserializeOwned>(name: Option<String>) -> Result<Option<T>, ApiError> {
    name.filter(|name| !name.is_empty())
        .map(|name| serde_json::from_value(name.into()).map_err(|_| ApiError::bad_request()))
        .transpose()
}

pub(crate) fn organisation(app: &App, _: &dyn Host, _: Nothing) -> Result<OrganisationView, ApiError> {
    let organisation = work::organisation(&*app.session()?)?;
    Ok(OrganisationView {
        services: organisation.services.iter().map(fact_view).collect(),
        teams: organisation.teams.iter().map(fact_view).collect(),
        limits: organisation.limits.iter().map(|(limit, own)| limit_view(limit, own.as_ref())).collect(),
    })
}

fn limit_view(limit: &domain::limits::Limit, own: Option<&app::facts::FactShown>) -> TimeLimitView {
    let in_force = own.and_then(|fact| match &fact.known.says {
        domain::Fact::TimeLimit(own) => Some(own),
        _ => None,
    });
    TimeLimitView {
        limit: limit.id.clone(),
        episode: limit.episode.map(|kind| kind.as_str().to_owned()).unwrap_or_default(),
        amount: in_force.map_or(limit.amount, |own| own.amount),
        unit: unit_name(in_force.map_or(limit.unit, |own| own.unit)).to_owned(),
        nature: limit.nature.as_str().to_owned(),
        source: in_force.map_or_else(|| limit.source.clone(), |own| own.source.clone()),
        own: own.map(fact_view),
    }
}

fn unit_name(unit: TimeUnit) -> &'static str {
    match unit {
        TimeUnit::Hours => "hours",
        TimeUnit::Days => "days",
        TimeUnit::WorkingDays => "working_days",
        TimeUnit::Weeks => "weeks",
        TimeUnit::Months => "months",
    }
}

/// What filing does to an episode, in sentences.
pub(super) fn episode_lines(told: &work::EpisodeTold) -> Vec<String> {
    let says = |name: &str, args: &[(&str, String)]| {
        let args: BTreeMap<String, String> =
            args.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        words().say(name, &args)
    };
    let name = match (told.begins, &told.until) {
        (true, None) => "filing-begins",
        (true, Some(_)) => "filing-begins-and-ends",
        (false, _) => "filing-ends",
    };
    let child = ("child", told.child.clone());
    let mut lines = vec![says(
        name,
        &[
            child.clone(),
            ("episode", says(&format!("episode-{}", told.episode.as_str()), &[])),
            ("from", written(&told.from)),
            ("until", told.until.as_ref().map(written).unwrap_or_default()),
        ],
    )];
    lines.extend(told.due.iter().map(|due| {
        let limit = ("limit", says(&format!("limit-{}", due.limit), &[]));
        let name = if due.of_days > 0 { "filing-due-day" } else { "filing-due" };
        says(name, &[child.clone(), limit, ("due", written(&due.due)), ("of", due.of_days.to_string())])
    }));
    lines
}

fn written(time: &EventTime) -> String {
    let day = time.date.format("%-d %B %Y");
    match time.time {
        Some(time) => format!("{day}, {}", time.format("%H:%M")),
        None => day.to_string(),
    }
}
