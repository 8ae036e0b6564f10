//! `holdfast relationship …`.

use api::{App, ById, FactView, NetworkView, RecordFactRequest};
use app::AppFault;
use domain::{Fact, facts::Relationship as Says};

use super::{Names, call, day, fact_line, member_line, who};
use crate::{
    arguments::{NewRelationship, Relationship, YesNo},
    say::{self, Fault},
    wording::word,
};

pub(crate) fn relationships(app: &App, json: bool, verb: &Relationship) -> Result<(), Fault> {
    match verb {
        Relationship::Add(new) => add(app, json, new),
        Relationship::List { person } => list(app, json, person),
    }
}

fn add(app: &App, json: bool, new: &NewRelationship) -> Result<(), Fault> {
    let (of, to) = (who(app, &new.of)?, who(app, &new.to)?);
    let unknown = || Fault::from(AppFault::NotFound { what: "person" });
    let says = Says {
        of: of.parse().map_err(|_| unknown())?,
        to: to.parse().map_err(|_| unknown())?,
        relation: new.relation.clone(),
        from: new.from.as_deref().map(day).transpose()?,
        until: new.until.as_deref().map(day).transpose()?,
        parental_responsibility: new.parental_responsibility.map(|said| said == YesNo::Yes),
        main_carer: new.main_carer,
        lives_with: new.lives_with,
        note: new.note.clone(),
    };
    let request = RecordFactRequest { seen: None, id: None, about: Vec::new(), says: Fact::Relationship(says) };
    let fact: FactView = call(app, "record_fact", &request)?;
    if json {
        return say::answer(true, &fact, Vec::new);
    }
    let network: NetworkView = call(app, "network", &ById { id: to })?;
    say::answer(false, &fact, || vec![fact_line(&fact, &names(&network))])
}

fn list(app: &App, json: bool, person: &str) -> Result<(), Fault> {
    let network: NetworkView = call(app, "network", &ById { id: who(app, person)? })?;
    say::answer(json, &network, || {
        let names = names(&network);
        let mut lines: Vec<String> = network.members.iter().map(|member| member_line(member, &names)).collect();
        if lines.is_empty() {
            lines.push(word("network-empty"));
        }
        lines.extend(network.not_known.iter().map(|fact| fact_line(fact, &names)));
        lines.extend(network.missing.iter().map(|part| word(&format!("network-missing-{part}"))));
        lines
    })
}

fn names(network: &NetworkView) -> Names {
    Names::new(network.members.iter().map(|member| &member.person).chain([&network.person]))
}
