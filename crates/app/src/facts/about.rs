//! On whose files a fact stands.

use std::collections::BTreeSet;

use casebook::tables::{self, fact::Known};
use domain::{Fact, FactId, FactKind, PersonId, facts::Target};
use rusqlite::Connection;

use crate::AppFault;

/// On whose files a fact stands: those that it names itself, those of what it marks, and those given.
/// Nobody's for the organisation's own data.
///
/// # Errors
/// [`AppFault::NotFound`] for a person that is not on file, and for a fact about people that is about
/// nobody.
pub(super) fn about_of(reading: &Connection, says: &Fact, given: &[PersonId]) -> Result<Vec<PersonId>, AppFault> {
    let people: BTreeSet<PersonId> = match says {
        Fact::Service(_) | Fact::Team(_) | Fact::TimeLimit(_) => return Ok(Vec::new()),
        Fact::Relationship(fact) => [fact.of, fact.to].into(),
        Fact::SamePerson(fact) => [fact.one, fact.other].into(),
        Fact::Mark(fact) => people_of(reading, fact.of)?.into_iter().chain(given.iter().copied()).collect(),
        Fact::NotTold(fact) => people_of(reading, fact.of)?.into_iter().chain(given.iter().copied()).collect(),
        Fact::Sent(fact) => {
            let of = fact.of.map(|of| people_of(reading, of)).transpose()?.unwrap_or_default();
            // A record about three children may be sent about one of them.
            if given.is_empty() { of.into_iter().collect() } else { given.iter().copied().collect() }
        }
        _ => given.iter().copied().collect(),
    };
    if people.is_empty() {
        return Err(AppFault::NotFound { what: "person" });
    }
    let named = match says {
        Fact::Address(fact) => fact.hidden_from.clone(),
        Fact::Warning(fact) => fact.risk_from.into_iter().collect(),
        _ => Vec::new(),
    };
    for person in people.iter().chain(&named) {
        tables::person::find(reading, *person)?.ok_or(AppFault::NotFound { what: "person" })?;
    }
    Ok(people.into_iter().collect())
}

/// On whose files a thing stands. A thing that is not here cannot be marked.
fn people_of(reading: &Connection, of: Target) -> Result<Vec<PersonId>, AppFault> {
    match of {
        Target::Record(id) => {
            let record = tables::record::find(reading, id)?.filter(|record| !record.withdrawn);
            let record = record.ok_or(AppFault::NotFound { what: "record" })?;
            Ok(tables::record::filed(reading, record.position)?.map(|filed| filed.people).unwrap_or_default())
        }
        Target::Note(id) => {
            let note = tables::note::find(reading, id)?.ok_or(AppFault::NotFound { what: "note" })?;
            Ok(note.people)
        }
        Target::Fact(id) => Ok(tables::fact::find(reading, id)?.ok_or(AppFault::NotFound { what: "fact" })?.about),
    }
}

/// Whether what a fact names among others of the casebook is there and belongs to the same people.
///
/// # Errors
/// [`AppFault::NotFound`], [`AppFault::SameRelationship`], [`AppFault::FactNotKept`].
pub(super) fn fits(
    reading: &Connection,
    id: FactId,
    says: &Fact,
    about: &[PersonId],
    today: chrono::NaiveDate,
) -> Result<(), AppFault> {
    match says {
        Fact::Episode(episode) => match episode.came_from {
            None => Ok(()),
            Some(from) => {
                let found = tables::fact::find(reading, from)?.filter(|known| known.id != id);
                let theirs = groups(reading, about)?;
                let fits = found.is_some_and(|known| {
                    known.says.kind() == FactKind::Episode && known.about.iter().any(|one| theirs.contains(one))
                });
                fits.then_some(()).ok_or(AppFault::NotFound { what: "episode" })
            }
        },
        Fact::Relationship(new) => {
            let (of, to) = (groups(reading, &[new.of])?, groups(reading, &[new.to])?);
            if of.contains(&new.to) {
                return Err(AppFault::FactNotKept(domain::facts::FactFault::ToOneself));
            }
            if !says.holds_on(today) {
                return Ok(());
            }
            let inverse = |code: &str| domain::facts::inverse_of(code).unwrap_or_default();
            for file in &of {
                for known in tables::fact::of(reading, *file, FactKind::Relationship)? {
                    let Fact::Relationship(old) = &known.says else { continue };
                    let along = of.contains(&old.of) && to.contains(&old.to) && old.relation == new.relation;
                    // One fact stands for both directions: "mother of" says "child of" as well.
                    let against = of.contains(&old.to)
                        && to.contains(&old.of)
                        && (inverse(&old.relation) == new.relation || inverse(&new.relation) == old.relation);
                    if known.id != id && known.says.holds_on(today) && (along || against) {
                        return Err(AppFault::SameRelationship);
                    }
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

/// The versions of a fact that stand side by side; only the one shown where there is no other. What hides
/// something counts in whichever of them it stands.
pub(crate) fn standing_of(reading: &Connection, known: Known) -> Result<Vec<Known>, AppFault> {
    if known.heads > 1 { Ok(tables::fact::standing(reading, known.id)?) } else { Ok(vec![known]) }
}

/// Everybody who is the same person as one of these.
pub(crate) fn groups(reading: &Connection, people: &[PersonId]) -> Result<BTreeSet<PersonId>, AppFault> {
    let mut all = BTreeSet::new();
    for person in people {
        if !all.contains(person) {
            all.extend(tables::same_person::group(reading, *person)?);
        }
    }
    Ok(all)
}
