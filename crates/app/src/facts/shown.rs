//! A fact as it is shown: with who recorded it, what stands beside it and what this person may see.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use casebook::tables::{self, fact::Known};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::{
    Action, AuthorId, Fact, FactId, FactKind, PersonId, Resource,
    facts::{NotTold, Target, without_place},
};
use rusqlite::Connection;
use vault::Hash;

use super::{about::standing_of, hidden::is_kept, read_warnings::is_read};
use crate::{AppFault, Session, permit::permit};

/// A fact as it is shown.
#[derive(Clone, PartialEq, Eq)]
pub struct FactShown {
    /// The fact. A hidden address that this person may not see says no place.
    pub known: Known,
    /// Whether it holds today.
    pub holds: bool,
    /// It begins after today.
    pub planned: bool,
    /// Name of who recorded it.
    pub author: String,
    /// Recorded since this person last looked, by somebody else or from a pack.
    pub new: bool,
    /// Other versions that stand beside it.
    pub beside: Vec<FactVersion>,
    /// What the check digit of an identifier says; none where there is nothing to check.
    pub check: Option<bool>,
    /// Names of other people on file who have the same identifier.
    pub shared_with: Vec<String>,
    /// For a warning: whether this person has read it as it stands.
    pub read: Option<bool>,
    /// Who does not know of it.
    pub not_told: Option<NotToldShown>,
    /// Kept from this person.
    pub hidden: bool,
    /// Names of the people whom it names, and of those on whose files it stands where it is more than one,
    /// as far as this person may see them.
    pub names: BTreeMap<PersonId, String>,
}

impl FactShown {
    /// The entries of the versions that are shown: what a correction names.
    pub fn entries(&self) -> impl Iterator<Item = Hash> {
        std::iter::once(self.known.entry).chain(self.beside.iter().map(|version| version.entry))
    }
}

/// A version of a fact that stands beside the one shown.
#[derive(Clone, PartialEq, Eq)]
pub struct FactVersion {
    /// What it says.
    pub says: Fact,
    /// Name of who recorded it.
    pub author: String,
    /// When.
    pub recorded: DateTime<FixedOffset>,
    /// Whose files it stands on.
    pub about: Vec<PersonId>,
    /// The lost system that it was recovered from, and its day.
    pub recovered: Option<(String, NaiveDate)>,
    /// Its entry: what a correction names.
    pub entry: Hash,
}

/// Who does not know of something.
#[derive(Clone, PartialEq, Eq)]
pub struct NotToldShown {
    /// The fact that says so.
    pub id: FactId,
    /// What it says.
    pub says: NotTold,
    /// What versions that stand beside it say of the same thing: none of it is told either.
    pub beside: Vec<NotTold>,
}

impl NotToldShown {
    /// What all its versions say.
    pub(crate) fn all(&self) -> impl Iterator<Item = &NotTold> {
        std::iter::once(&self.says).chain(&self.beside)
    }
}

domain::named_only!(FactShown, FactVersion, NotToldShown);

/// Shows one fact. Never new: that is for somebody who opens a file.
pub(crate) fn shown_in(session: &Session, reading: &Connection, known: Known) -> Result<FactShown, AppFault> {
    Showing::new(session, reading, None).fact(known)
}

/// Who does not know of a thing: by the thing, on whosever file it is said.
pub(crate) fn not_told_of(reading: &Connection, of: Target) -> Result<Vec<NotToldShown>, AppFault> {
    let mut said = Vec::new();
    for known in tables::fact::with(reading, FactKind::NotTold, &of.key())? {
        said.extend(not_told(reading, known)?);
    }
    Ok(said)
}

fn not_told(reading: &Connection, known: Known) -> Result<Option<NotToldShown>, AppFault> {
    let Fact::NotTold(says) = known.says.clone() else { return Ok(None) };
    let id = known.id;
    let mut beside = not_told_by(reading, known)?;
    beside.retain(|other| *other != says);
    Ok(Some(NotToldShown { id, says, beside }))
}

/// What every version that stands says is not told.
pub(crate) fn not_told_by(reading: &Connection, known: Known) -> Result<Vec<NotTold>, AppFault> {
    let versions = standing_of(reading, known)?;
    Ok(versions
        .into_iter()
        .filter_map(|version| if let Fact::NotTold(says) = version.says { Some(says) } else { None })
        .collect())
}

/// Shows many facts; what is asked for each of them is looked up once.
pub(crate) struct Showing<'a> {
    session: &'a Session,
    reading: &'a Connection,
    today: NaiveDate,
    /// Place in the journal up to which this person has seen everything; none where nothing is new.
    since: Option<i64>,
    authors: HashMap<AuthorId, String>,
    people: HashMap<PersonId, Option<String>>,
    not_told: Option<HashMap<String, Vec<NotToldShown>>>,
}

impl<'a> Showing<'a> {
    pub(crate) fn new(session: &'a Session, reading: &'a Connection, since: Option<i64>) -> Self {
        let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
        Self { session, reading, today, since, authors: HashMap::new(), people: HashMap::new(), not_told: None }
    }

    /// Takes what is known of who does not know what from the facts of whole files, so that it is not
    /// asked for each one.
    pub(crate) fn knowing(mut self, facts: &[Known]) -> Result<Self, AppFault> {
        let mut by_target: HashMap<String, Vec<NotToldShown>> = HashMap::new();
        for known in facts.iter().filter(|known| known.says.kind() == FactKind::NotTold) {
            if let Some(said) = not_told(self.reading, known.clone())? {
                by_target.entry(said.says.of.key()).or_default().push(said);
            }
        }
        self.not_told = Some(by_target);
        Ok(self)
    }

    pub(crate) fn today(&self) -> NaiveDate {
        self.today
    }

    pub(crate) fn reading(&self) -> &'a Connection {
        self.reading
    }

    /// Name of an author.
    pub(crate) fn author(&mut self, id: AuthorId) -> Result<String, AppFault> {
        if let Some(name) = self.authors.get(&id) {
            return Ok(name.clone());
        }
        let name = tables::author::find(self.reading, id)?.map(|author| author.name).unwrap_or_default();
        self.authors.insert(id, name.clone());
        Ok(name)
    }

    /// Whether something is new to this person: what they recorded themselves is not.
    pub(crate) fn is_new(&self, position: i64, by: Option<AuthorId>, recovered: bool) -> bool {
        let mine = by == Some(self.session.actor().author) && !recovered;
        !mine && self.since.is_some_and(|since| position > since)
    }

    /// Who does not know of a thing.
    pub(crate) fn not_told(&self, of: Target) -> Result<Vec<NotToldShown>, AppFault> {
        match &self.not_told {
            Some(known) => Ok(known.get(&of.key()).cloned().unwrap_or_default()),
            None => not_told_of(self.reading, of),
        }
    }

    /// Shows a fact.
    pub(crate) fn fact(&mut self, mut known: Known) -> Result<FactShown, AppFault> {
        let mut beside = if known.heads > 1 { self.beside(&known)? } else { Vec::new() };
        // The one shown may be open while the one beside it says that it is to be hidden: both are the
        // same place, and the stricter counts.
        let mut hidden = false;
        for says in std::iter::once(&known.says).chain(beside.iter().map(|version| &version.says)) {
            if let Fact::Address(address) = says {
                hidden |= is_kept(self.session, self.reading, &known.about, address, self.today)?;
            }
        }
        if hidden {
            for says in std::iter::once(&mut known.says).chain(beside.iter_mut().map(|version| &mut version.says)) {
                if let Fact::Address(address) = says {
                    *address = without_place(address);
                }
            }
        }
        let (check, shared_with) = match &known.says {
            Fact::Identifier(identifier) => {
                (domain::identifiers::check_digit(identifier.scheme, &identifier.value), self.shared_with(&known)?)
            }
            _ => (None, Vec::new()),
        };
        let read = match &known.says {
            Fact::Warning(_) => {
                let version = (known.id, known.entry, known.heads);
                Some(is_read(self.reading, version, self.session.actor().author)?)
            }
            _ => None,
        };
        Ok(FactShown {
            holds: known.says.holds_on(self.today),
            planned: known.says.from().is_some_and(|from| from > self.today),
            author: self.author(known.author)?,
            new: self.is_new(known.position, Some(known.author), known.recovered.is_some()),
            check,
            shared_with,
            read,
            not_told: self.not_told(Target::Fact(known.id))?.pop(),
            hidden,
            names: if hidden { BTreeMap::new() } else { self.names(&known, &beside)? },
            beside,
            known,
        })
    }

    /// Names of everybody whom the versions name.
    fn names(&mut self, known: &Known, beside: &[FactVersion]) -> Result<BTreeMap<PersonId, String>, AppFault> {
        let mut people: BTreeSet<PersonId> = known.about.iter().copied().filter(|_| known.about.len() > 1).collect();
        for says in std::iter::once(&known.says).chain(beside.iter().map(|version| &version.says)) {
            people.extend(says.people());
        }
        let mut names = BTreeMap::new();
        for person in people {
            names.extend(self.person(person)?.map(|name| (person, name)));
        }
        Ok(names)
    }

    /// Name of somebody whom this person may see.
    pub(crate) fn person(&mut self, id: PersonId) -> Result<Option<String>, AppFault> {
        if let Some(name) = self.people.get(&id) {
            return Ok(name.clone());
        }
        let may = permit(self.session, Action::Read, Resource::Person(id)).is_ok();
        let found = if may { tables::person::find(self.reading, id)? } else { None };
        let name = found.map(|person| person.name);
        self.people.insert(id, name.clone());
        Ok(name)
    }

    /// Versions that differ from the one shown.
    fn beside(&mut self, known: &Known) -> Result<Vec<FactVersion>, AppFault> {
        let mut versions = Vec::new();
        for other in tables::fact::standing(self.reading, known.id)? {
            if other.position != known.position && (other.says != known.says || other.about != known.about) {
                let author = self.author(other.author)?;
                versions.push(FactVersion {
                    says: other.says,
                    author,
                    recorded: other.recorded,
                    about: other.about,
                    recovered: other.recovered,
                    entry: other.entry,
                });
            }
        }
        Ok(versions)
    }

    /// Other people who have the same identifier: one number given to two, or one person twice.
    fn shared_with(&self, known: &Known) -> Result<Vec<String>, AppFault> {
        let Fact::Identifier(identifier) = &known.says else { return Ok(Vec::new()) };
        let mut names = Vec::new();
        for other in tables::fact::with(self.reading, FactKind::Identifier, &identifier.value)? {
            let same = matches!(&other.says, Fact::Identifier(other) if other.scheme == identifier.scheme);
            if !same || other.id == known.id {
                continue;
            }
            for person in other.about.iter().filter(|person| !known.about.contains(person)) {
                let found = tables::person::find(self.reading, *person)?;
                names.extend(found.map(|person| person.name).filter(|name| !names.contains(name)));
            }
        }
        Ok(names)
    }
}
