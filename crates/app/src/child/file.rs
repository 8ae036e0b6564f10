//! What stands on the files of one person, or of a family, read once for all that is shown of it.

use std::collections::{BTreeSet, HashMap, HashSet};

use casebook::tables::{self, fact::Known, pack::Pack};
use domain::{Fact, FactId, FactKind, PersonId, facts::Mark};
use rusqlite::Connection;

use super::{
    event::SentShown,
    stubs::{Stub, stubs},
};
use crate::{AppFault, Session};

/// Some files.
pub(super) struct File {
    /// Whose: of one person, or of a family.
    pub(super) people: Vec<PersonId>,
    /// Every fact on them, once.
    pub(super) facts: Vec<Known>,
    /// Every event on them, newest first.
    pub(super) stubs: Vec<Stub>,
    /// Marks, by what they mark.
    pub(super) marks: HashMap<String, (FactId, Mark)>,
    /// What was sent, by what it was.
    pub(super) sent: HashMap<String, Vec<SentShown>>,
    /// Packs that were taken in and not undone.
    pub(super) packs: Vec<Pack>,
}

impl File {
    /// Reads the files of these people.
    pub(super) fn read(
        session: &Session,
        reading: &Connection,
        people: impl IntoIterator<Item = PersonId>,
    ) -> Result<Self, AppFault> {
        let people: Vec<PersonId> = people.into_iter().collect();
        let mut facts: Vec<Known> = Vec::new();
        for person in &people {
            facts.extend(tables::fact::all_of(reading, *person)?);
        }
        if people.len() > 1 {
            let mut seen = HashSet::new();
            facts.retain(|known| seen.insert(known.id));
        }
        let stubs = stubs(reading, session.actor().author, &people, &facts, session.clock.zone())?;
        let mut marks = HashMap::new();
        let mut sent: HashMap<String, Vec<SentShown>> = HashMap::new();
        for known in &facts {
            match &known.says {
                Fact::Mark(mark) => {
                    marks.insert(mark.of.key(), (known.id, mark.clone()));
                }
                Fact::Sent(says) => {
                    if let Some(of) = says.of {
                        sent.entry(of.key()).or_default().push(SentShown { id: known.id, says: says.clone() });
                    }
                }
                _ => {}
            }
        }
        let packs = tables::pack::all(reading)?.into_iter().filter(|pack| pack.undone.is_none()).collect();
        Ok(Self { people, facts, stubs, marks, sent, packs })
    }

    /// Whether an event is significant: as somebody marked it, else as its form said.
    pub(super) fn is_significant(&self, stub: &Stub) -> bool {
        match self.marks.get(&stub.thing.target().key()) {
            Some((_, mark)) => mark.significant,
            None => stub.significant,
        }
    }
}

/// Relationships by which two children are of one family. Foster brothers and sisters are not: their
/// own family's file is nobody's here.
const SIBLINGS: [&str; 3] = ["sibling", "half_sibling", "step_sibling"];

/// A person's own files, then those of brothers and sisters.
pub(super) struct Family {
    /// Files of the person.
    pub(super) own: BTreeSet<PersonId>,
    /// Files of brothers and sisters.
    pub(super) siblings: BTreeSet<PersonId>,
}

impl Family {
    pub(super) fn of(reading: &Connection, person: PersonId) -> Result<Self, AppFault> {
        let own = tables::same_person::group(reading, person)?;
        let mut siblings = BTreeSet::new();
        for file in &own {
            for known in tables::fact::of(reading, *file, FactKind::Relationship)? {
                let Fact::Relationship(says) = known.says else { continue };
                if SIBLINGS.contains(&says.relation.as_str()) {
                    let other = if says.of == *file { says.to } else { says.of };
                    siblings.extend(tables::same_person::group(reading, other)?);
                }
            }
        }
        siblings.retain(|sibling| !own.contains(sibling));
        Ok(Self { own, siblings })
    }

    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = PersonId> {
        self.own.iter().chain(&self.siblings).copied()
    }
}
