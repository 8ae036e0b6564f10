//! Who is on file, for the people of a file.

use std::collections::{HashMap, HashSet};

use casebook::{Reading, tables};
use domain::{Fact, FactKind, PersonId, facts::IdScheme, likeness::Wanted};
use exchange::packs::Named;

use crate::AppFault;

/// Everybody on file.
pub(super) struct OnFile {
    names: HashMap<PersonId, String>,
    /// People about whom it was decided that they are somebody else on file: an id that a pack uses may
    /// be on file by that alone.
    decided: HashSet<PersonId>,
}

impl OnFile {
    pub(super) fn new(reading: &Reading<'_>) -> Result<Self, AppFault> {
        let people = tables::person::all_folded(reading)?;
        let mut decided = HashSet::new();
        for known in tables::fact::all(reading, FactKind::SamePerson)? {
            if let Fact::SamePerson(says) = known.says
                && says.same
            {
                decided.extend([says.one, says.other]);
            }
        }
        Ok(Self { names: people.into_iter().map(|(person, _)| (person.id, person.name)).collect(), decided })
    }

    /// Whether somebody is on file, or said to be somebody who is.
    pub(super) fn has(&self, person: PersonId) -> bool {
        self.names.contains_key(&person) || self.decided.contains(&person)
    }

    /// Their name.
    pub(super) fn name(&self, person: PersonId) -> Option<&str> {
        self.names.get(&person).map(String::as_str)
    }
}

/// What is known of somebody of the file, to look for their like. A number of no known scheme may be
/// anybody's.
pub(super) fn wanted(named: &Named) -> Wanted {
    let known = named.identifiers.iter().filter(|(scheme, _)| *scheme != IdScheme::Other);
    Wanted {
        names: if named.name.is_empty() { Vec::new() } else { vec![named.name.clone()] },
        born: named.born,
        born_about: false,
        postcode: named.postcode.clone(),
        phone: named.phone.clone(),
        identifiers: known.map(|(_, value)| value.clone()).collect(),
        sex: named.sex.clone(),
    }
}
