//! What the clocks of a child run by, over all files of the same person.

use std::collections::{BTreeMap, HashMap};

use casebook::tables::{self, fact::Known, made::Made, person::Person};
use chrono::NaiveDate;
use domain::{
    Fact, FactId, FactKind, PersonId,
    facts::{Episode, TimeLimit, Warning},
    limits::{self, OfPerson},
};
use rusqlite::Connection;
use vault::Hash;

use super::Due;
use crate::{AppFault, Session};

/// Episodes, warnings and records of one person.
#[derive(Default)]
pub(super) struct Clocks {
    /// On whose file each fact stands.
    files: BTreeMap<FactId, PersonId>,
    pub(super) episodes: Vec<(FactId, Episode)>,
    warnings: Vec<(FactId, Warning)>,
    /// The versions of the warnings that are shown, with how many stand side by side, for who has read them.
    pub(super) versions: Vec<(FactId, Hash, u32)>,
    records: Vec<limits::Made>,
    born: Option<NaiveDate>,
}

impl Clocks {
    /// Of one person.
    pub(super) fn of(reading: &Connection, person: PersonId) -> Result<Self, AppFault> {
        let mut clocks = Self::default();
        for one in tables::same_person::group(reading, person)? {
            for kind in [FactKind::Episode, FactKind::Warning] {
                for known in tables::fact::of(reading, one, kind)? {
                    clocks.take(known, one);
                }
            }
            clocks.take_records(tables::made::of(reading, one)?);
            clocks.take_birth(tables::person::find(reading, one)?.as_ref());
        }
        Ok(clocks)
    }

    /// Of everybody at once, by the person who stands for the group.
    pub(super) fn of_all(reading: &Connection, people: &[Person]) -> Result<HashMap<PersonId, Self>, AppFault> {
        let mut all: HashMap<PersonId, Self> = HashMap::with_capacity(people.len());
        let same_as: HashMap<PersonId, PersonId> = people.iter().map(|person| (person.id, person.same_as)).collect();
        for person in people {
            all.entry(person.same_as).or_default().take_birth(Some(person));
        }
        for kind in [FactKind::Episode, FactKind::Warning] {
            for known in tables::fact::all(reading, kind)? {
                for person in known.about.clone() {
                    let one = same_as.get(&person).and_then(|first| all.get_mut(first));
                    one.into_iter().for_each(|one| one.take(known.clone(), person));
                }
            }
        }
        for (person, made) in tables::made::of_all(reading)? {
            let one = same_as.get(&person).and_then(|first| all.get_mut(first));
            one.into_iter().for_each(|one| one.take_records(made.clone()));
        }
        Ok(all)
    }

    fn take(&mut self, known: Known, person: PersonId) {
        if self.files.contains_key(&known.id) {
            return;
        }
        self.files.insert(known.id, person);
        match known.says {
            Fact::Episode(episode) => self.episodes.push((known.id, episode)),
            Fact::Warning(warning) => {
                self.versions.push((known.id, known.entry, known.heads));
                self.warnings.push((known.id, warning));
            }
            _ => {}
        }
    }

    /// Puts an episode in place of what it was, or beside the others.
    pub(super) fn put(&mut self, id: FactId, person: PersonId, episode: Episode) {
        self.episodes.retain(|(other, _)| *other != id);
        self.episodes.push((id, episode));
        self.files.entry(id).or_insert(person);
    }

    fn take_records(&mut self, made: Vec<Made>) {
        let made = made.into_iter().map(|made| limits::Made { form: made.form, on: made.on, seen: made.seen });
        self.records.extend(made);
    }

    /// A due date is no birth.
    fn take_birth(&mut self, person: Option<&Person>) {
        let born = person.filter(|person| person.date_of_birth_is != "due").and_then(|person| person.date_of_birth);
        self.born = self.born.or(born);
    }

    /// What is due, the next first.
    pub(super) fn due(&self, session: &Session, own: &[TimeLimit]) -> Vec<Due> {
        let of = OfPerson {
            episodes: &self.episodes,
            warnings: &self.warnings,
            records: &self.records,
            born: self.born,
            own,
        };
        let due = limits::due(of, session.clock.now(), session.clock.zone()).into_iter();
        due.filter_map(|is| Some(Due { person: *self.files.get(&is.fact)?, is })).collect()
    }

    /// Warnings that hold on a day, as they stand.
    pub(super) fn warnings_on(&self, day: NaiveDate) -> impl Iterator<Item = (FactId, Hash, u32)> {
        let holds = move |id: &FactId| {
            let warning = self.warnings.iter().find(|(other, _)| other == id).map(|(_, warning)| warning);
            warning.is_some_and(|it| it.from <= day && it.until.is_none_or(|until| until >= day))
        };
        self.versions.iter().copied().filter(move |(id, ..)| holds(id))
    }
}
