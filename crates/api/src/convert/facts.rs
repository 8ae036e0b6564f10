//! Facts about people.

use app::{
    App,
    facts::{self, FactShown, Member, NewFact, NotToldShown},
};
use chrono::NaiveDate;
use domain::{Fact, facts::Unaware};

use super::{hashes, id, ids, people::person_row};
use crate::{ApiError, Host, types::*};

pub(crate) fn record_fact(app: &App, _: &dyn Host, request: RecordFactRequest) -> Result<FactView, ApiError> {
    let new = NewFact {
        id: request.id.as_deref().map(id).transpose()?,
        about: ids(&request.about)?,
        says: request.says,
        seen: request.seen.as_deref().map(hashes).transpose()?,
    };
    Ok(fact_view(&facts::record_fact(&*app.session()?, new)?))
}

pub(crate) fn withdraw_fact(app: &App, _: &dyn Host, request: WithdrawFactRequest) -> Result<Nothing, ApiError> {
    facts::withdraw_fact(&*app.session()?, id(&request.id)?, &request.reason)?;
    Ok(Nothing {})
}

pub(crate) fn read_warnings(app: &App, _: &dyn Host, request: ReadWarningsRequest) -> Result<Nothing, ApiError> {
    facts::read_warnings(&*app.session()?, id(&request.id)?, &ids(&request.warnings)?)?;
    Ok(Nothing {})
}

pub(crate) fn network(app: &App, _: &dyn Host, request: ById) -> Result<NetworkView, ApiError> {
    let network = facts::network(&*app.session()?, id(&request.id)?)?;
    Ok(NetworkView {
        person: person_row(&network.row),
        members: network.members.iter().map(member).collect(),
        not_known: network.not_known.iter().map(fact_view).collect(),
        missing: network.missing.into_iter().map(str::to_owned).collect(),
    })
}

fn member(member: &Member) -> NetworkMember {
    NetworkMember {
        person: person_row(&member.row),
        relation: member.relation.to_owned(),
        to: member.to.to_string(),
        fact: member.fact.to_string(),
        steps: member.steps,
        professional: member.professional,
        parental_responsibility: member.parental_responsibility,
        main_carer: member.main_carer,
        lives_with: member.lives_with,
        from: member.from.map(|day| day.to_string()),
        until: member.until.map(|day| day.to_string()),
        holds: member.holds,
        note: member.note.clone(),
        warnings: member.warnings,
        phone: member.phone.clone(),
    }
}

/// A fact as it is shown.
pub(crate) fn fact_view(shown: &FactShown) -> FactView {
    FactView {
        id: shown.known.id.to_string(),
        about: shown.known.about.iter().map(ToString::to_string).collect(),
        says: without_words(&shown.known.says),
        holds: shown.holds,
        planned: shown.planned,
        author: shown.author.clone(),
        recorded: shown.known.recorded.to_rfc3339(),
        recovered: shown.known.recovered.as_ref().map(recovered_view),
        new: shown.new,
        beside: shown
            .beside
            .iter()
            .map(|version| FactVersionView {
                says: without_words(&version.says),
                author: version.author.clone(),
                recorded: version.recorded.to_rfc3339(),
            })
            .collect(),
        check: shown.check.map(|right| if right { "right" } else { "wrong" }.to_owned()),
        shared_with: shown.shared_with.clone(),
        read: shown.read,
        not_told: shown.not_told.as_ref().map(not_told_view),
        hidden: shown.hidden,
        seen: shown.entries().map(|entry| entry.to_string()).collect(),
        names: shown.names.iter().map(|(id, name)| (id.to_string(), name.clone())).collect(),
    }
}

/// The words of a document are for the search: half a megabyte each is nothing for a list.
pub(super) fn without_words(says: &Fact) -> Fact {
    let mut says = says.clone();
    if let Fact::Document(document) = &mut says
        && let Some(file) = &mut document.file
    {
        file.words.clear();
    }
    says
}

/// A lost system and its day.
pub(crate) fn recovered_view((system, as_at): &(String, NaiveDate)) -> RecoveredView {
    RecoveredView { system: system.clone(), as_at: as_at.to_string() }
}

/// Who does not know of something.
pub(super) fn not_told_view(shown: &NotToldShown) -> NotToldView {
    let unaware = match shown.says.unaware {
        Unaware::Child => "child",
        Unaware::Parent => "parent",
        Unaware::Both => "both",
    };
    NotToldView {
        id: shown.id.to_string(),
        unaware: unaware.to_owned(),
        because: shown.says.because.clone(),
        passage: shown.says.passage.clone(),
    }
}
