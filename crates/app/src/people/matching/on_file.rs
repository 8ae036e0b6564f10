//! Everybody on file, to match a whole file against.

use std::collections::{BTreeMap, HashMap};

use casebook::tables::{
    person::Person,
    person_find::{self, Sort},
};
use domain::{
    PersonId,
    likeness::{Profile, Wanted},
};
use rusqlite::Connection;

use super::{Match, candidates::candidates, hidden::hidden_postcodes, in_order, index::Index, of};
use crate::AppFault;

/// Most candidates that are offered for one.
const CANDIDATES: usize = 5;

/// What everybody is compared by, without what is hidden.
pub(in crate::people) fn profiles(reading: &Connection) -> Result<Vec<(Person, Profile)>, AppFault> {
    let mut people = person_find::profiles(reading)?;
    let hidden = hidden_postcodes(reading)?;
    for (person, profile) in &mut people {
        if let Some(hidden) = hidden.get(&person.id) {
            profile.postcodes.retain(|postcode| !hidden.contains(postcode));
        }
    }
    Ok(people)
}

/// Everybody on file, taken apart once.
pub struct OnFile {
    people: Vec<(Person, Profile)>,
    by_id: HashMap<PersonId, u32>,
    by_value: BTreeMap<(Sort, String), Vec<u32>>,
}

impl OnFile {
    /// As the casebook is now.
    ///
    /// # Errors
    /// [`AppFault`] of the store.
    pub fn read(reading: &Connection) -> Result<Self, AppFault> {
        Ok(Self::of(profiles(reading)?))
    }

    /// Of people who are given.
    pub fn of(people: Vec<(Person, Profile)>) -> Self {
        let mut by_value: BTreeMap<(Sort, String), Vec<u32>> = BTreeMap::new();
        let mut by_id = HashMap::with_capacity(people.len());
        for ((person, profile), index) in people.iter().zip(0_u32..) {
            by_id.insert(person.id, index);
            let mut add = |sort: Sort, value: String| {
                let there = by_value.entry((sort, value)).or_default();
                if there.last() != Some(&index) {
                    there.push(index);
                }
            };
            for (word, sounds) in profile.words_and_sounds() {
                add(Sort::Word, word.to_owned());
                add(Sort::Ending, word.chars().rev().collect());
                sounds.iter().for_each(|sound| add(Sort::Sound, sound.clone()));
            }
            profile.born.iter().for_each(|born| add(Sort::Born, born.to_string()));
            profile.phones.iter().for_each(|phone| add(Sort::Phone, phone.clone()));
            profile.identifiers.iter().for_each(|id| add(Sort::Id, id.clone()));
        }
        Self { people, by_id, by_value }
    }

    /// Somebody on file.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.by_id.get(&id).and_then(|index| self.at(*index)).map(|(person, _)| person)
    }

    /// Who is like somebody, the likeliest first, five at most.
    pub fn matches(&self, wanted: &Wanted) -> Vec<Match> {
        let wanted = Profile::from(wanted);
        // In memory nothing fails.
        let near = candidates(self, &wanted).unwrap_or_default();
        let near = near.into_iter().filter_map(|index| self.at(index));
        in_order(near.filter_map(|(person, profile)| of(&wanted, person, profile)).collect(), CANDIDATES)
    }

    fn at(&self, index: u32) -> Option<&(Person, Profile)> {
        self.people.get(usize::try_from(index).ok()?)
    }
}

impl Index for OnFile {
    type Id = u32;

    fn with(&self, sort: Sort, value: &str) -> Result<Vec<u32>, AppFault> {
        Ok(self.by_value.get(&(sort, value.to_owned())).cloned().unwrap_or_default())
    }

    fn beginning(&self, sort: Sort, begins: &str) -> Result<Vec<String>, AppFault> {
        let from = (sort, begins.to_owned());
        let there = self.by_value.range(from..).map(|((there, value), _)| (*there, value));
        let until = there.take_while(|(there, value)| *there == sort && value.starts_with(begins));
        Ok(until.map(|(_, value)| value.clone()).collect())
    }
}
