//! Who on file somebody may be: one matching for adding a person, for files of answers, for packs and
//! for the search box. Candidates come from what people are found by; how like they are says
//! [`domain::likeness`]. Nothing merges by it.

mod by_name;
mod candidates;
mod hidden;
mod index;
mod on_file;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use casebook::tables::person::Person;
use domain::{
    PersonId,
    likeness::{Against, Likeness, Profile, Reason, Wanted, liken},
};
use rusqlite::Connection;

pub(crate) use self::by_name::{By, by_name_in};
pub(super) use self::hidden::without_hidden;
pub use self::on_file::OnFile;
pub(super) use self::on_file::profiles;
use self::{candidates::candidates, index::InStore};
use crate::AppFault;

/// Somebody on file who may be meant.
#[derive(Clone, PartialEq, Eq)]
pub struct Match {
    /// Who.
    pub person: Person,
    /// How like.
    pub likeness: Likeness,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
    /// What speaks against it.
    pub against: Vec<Against>,
    score: u32,
}

domain::named_only!(Match);

/// Who is like somebody, the likeliest first: one look-up. Of files that a decision says to be one
/// person's, the likest stands for all.
///
/// # Errors
/// [`AppFault`] of the store.
pub fn matches_in(reading: &Connection, wanted: &Wanted, limit: usize) -> Result<Vec<Match>, AppFault> {
    like_in(reading, &Profile::from(wanted), limit, |_| true)
}

/// The same for somebody taken apart already, among some.
pub(super) fn like_in(
    reading: &Connection,
    wanted: &Profile,
    limit: usize,
    among: impl Fn(&Person) -> bool,
) -> Result<Vec<Match>, AppFault> {
    let mut found = Vec::new();
    for id in candidates(&InStore(reading), wanted)? {
        let Some(person) = casebook::tables::person::find(reading, id)?.filter(&among) else { continue };
        let mut profile = casebook::tables::person_find::profile(reading, &person)?;
        without_hidden(reading, id, &mut profile)?;
        found.extend(of(wanted, &person, &profile));
    }
    Ok(in_order(found, limit))
}

fn of(wanted: &Profile, person: &Person, profile: &Profile) -> Option<Match> {
    let found = liken(wanted, profile)?;
    Some(Match {
        person: person.clone(),
        likeness: found.likeness,
        reasons: found.reasons,
        against: found.against,
        score: found.score,
    })
}

/// The likeliest first; two who are as good as the same are a question for a person.
fn in_order(found: Vec<Match>, limit: usize) -> Vec<Match> {
    let mut of_group: BTreeMap<PersonId, Match> = BTreeMap::new();
    for one in found {
        let better = of_group.get(&one.person.same_as).is_none_or(|there| there.before(&one).is_gt());
        if better {
            of_group.insert(one.person.same_as, one);
        }
    }
    let mut matches: Vec<Match> = of_group.into_values().collect();
    // Another who is probably the one and has the same birthday: in another script, without a middle name.
    let rival = |one: &&Match| {
        one.likeness == Likeness::Exact
            || (one.likeness == Likeness::Likely && one.reasons.contains(&Reason::SameBirth))
    };
    if matches.iter().filter(rival).count() > 1 {
        for one in &mut matches {
            one.likeness = one.likeness.min(Likeness::Likely);
        }
    }
    matches.sort_by(Match::before);
    matches.truncate(limit);
    matches
}

impl Match {
    /// Somebody whom our own file names by their id.
    pub(crate) fn exactly(person: Person) -> Self {
        let (reasons, against) = (vec![Reason::SameIdentifier], Vec::new());
        Self { person, likeness: Likeness::Exact, reasons, against, score: u32::MAX }
    }

    fn before(&self, other: &Self) -> std::cmp::Ordering {
        let key = |one: &Self| (std::cmp::Reverse((one.likeness, one.score)), one.person.id);
        key(self).cmp(&key(other))
    }
}
