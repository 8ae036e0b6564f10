//! `holdfast episode …`.

use std::collections::BTreeMap;

use api::{App, ById, ChildView, FactView};
use app::AppFault;
use domain::{
    Fact, FactKind,
    facts::{Episode as Says, EpisodeKind},
};
use serde::Serialize;

use super::{Names, all_of, call, day, end, fact_line, record, when, who};
use crate::{
    arguments::{Episode, NewEpisode},
    say::{self, Fault},
    wording::{said, word},
};

/// The episodes of a file, as JSON.
#[derive(Serialize)]
struct Episodes {
    episodes: Vec<FactView>,
}

pub(crate) fn episodes(app: &App, json: bool, verb: &Episode) -> Result<(), Fault> {
    match verb {
        Episode::List { person } => list(app, json, person),
        Episode::Begin(new) => begin(app, json, new),
        Episode::End { person, episode, at, outcome } => {
            let until = when(at.as_ref())?;
            end(app, json, person, episode, FactKind::Episode, |says| match says {
                Fact::Episode(mut says) => {
                    says.until = Some(until);
                    if let Some(outcome) = outcome {
                        says.details.insert("outcome".to_owned(), outcome.clone());
                    }
                    Ok(Fact::Episode(says))
                }
                other => Ok(other),
            })
        }
    }
}

fn list(app: &App, json: bool, person: &str) -> Result<(), Fault> {
    let child: ChildView = call(app, "open_child", &ById { id: who(app, person)? })?;
    let of_kind = |fact: &FactView| fact.says.kind() == FactKind::Episode;
    let list = Episodes { episodes: child.facts.into_iter().filter(of_kind).collect() };
    say::answer(json, &list, || match list.episodes.as_slice() {
        [] => vec![word("facts-episode-none")],
        all => all.iter().map(|fact| fact_line(fact, &Names::default())).collect(),
    })
}

fn begin(app: &App, json: bool, new: &NewEpisode) -> Result<(), Fault> {
    let detail = |typed: &String| {
        let (name, code) = typed.split_once('=')?;
        Some((name.trim().to_owned(), code.trim().to_owned()))
    };
    let shape = |typed: &String| Fault::Usage(said("cli-detail-shape", &[("typed", typed)]));
    let details: BTreeMap<String, String> =
        new.details.iter().map(|typed| detail(typed).ok_or_else(|| shape(typed))).collect::<Result<_, _>>()?;
    let says = Says {
        episode: EpisodeKind::parse(&new.kind).ok_or(AppFault::NotFound { what: "episode" })?,
        from: when(new.from.as_ref())?,
        until: None,
        own_date: new.own_date.as_deref().map(day).transpose()?,
        came_from: None,
        begun_by: None,
        ended_by: None,
        details,
        note: new.note.clone(),
    };
    record(app, json, all_of(app, &new.people)?, Fact::Episode(says))
}
