//! What was recorded on a file and what it said before: every version of facts and of what is recorded
//! once of a person, withdrawn ones with the reason.

use std::collections::{BTreeMap, BTreeSet};

use casebook::tables::{self, changes::FactChange};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::{
    Action, Fact, FactId, PersonField, PersonId, Resource,
    facts::{Address, without_place},
};
use journal::{Body, Known};
use rusqlite::Connection;

use super::since::looked_before;
use crate::{
    AppFault, Session,
    facts::{Showing, is_kept},
    permit::permit,
};

/// Something that was recorded.
#[derive(Clone, PartialEq, Eq)]
pub struct Change {
    /// What was recorded.
    pub what: Changed,
    /// The entry's place: with what was changed, it names the change.
    pub position: i64,
    /// Name of who recorded it.
    pub author: String,
    /// When.
    pub recorded: DateTime<FixedOffset>,
    /// The lost system that it was recovered from, and its day.
    pub recovered: Option<(String, NaiveDate)>,
    /// Recorded since this person last looked, by somebody else or from a pack.
    pub new: bool,
}

/// What was recorded, with what stood there before.
#[derive(Clone, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "nearly all of them are facts")]
pub enum Changed {
    /// A fact. Of an address that is kept from this person, neither says a place.
    Fact {
        /// Its id.
        id: FactId,
        /// What it said before on this person's files; none for what is new there.
        before: Option<Fact>,
        /// What it says now; none when it was withdrawn, and when it was taken off these files.
        says: Option<Fact>,
        /// On whose files it stood before; nobody for a new one.
        about_before: Vec<PersonId>,
        /// On whose files it stands now: nobody's once withdrawn, others' where it was taken off these.
        about: Vec<PersonId>,
        /// Why it was withdrawn.
        reason: Option<String>,
        /// Kept from this person.
        hidden: bool,
        /// Names of the people whom it names or named, and of those on whose files it stood and stands where
        /// that changed, as far as this person may see them.
        names: BTreeMap<PersonId, String>,
    },
    /// What is recorded once of a person; empty where there is nothing.
    Field {
        /// The file: one pack may bring the same field to several files of a person.
        file: PersonId,
        /// The field.
        field: PersonField,
        /// The value before.
        before: String,
        /// The value now.
        value: String,
    },
}

domain::named_only!(Change, Changed);

/// Everything that was recorded once or as a fact on a person's files, the last first.
///
/// # Errors
/// [`AppFault::NotFound`].
pub fn file_history(session: &Session, person: PersonId) -> Result<Vec<Change>, AppFault> {
    permit(session, Action::Read, Resource::Person(person))?;
    session.casebook.read(|reading| {
        tables::person::find(reading, person)?.ok_or(AppFault::NotFound { what: "person" })?;
        let files = tables::same_person::group(reading, person)?;
        let since = looked_before(session, reading, &files, i64::MAX)?.map(|opening| opening.position);
        let mut showing = Showing::new(session, reading, since);
        let (mut changes, mut facts) = (Vec::new(), BTreeSet::new());
        for file in &files {
            facts.extend(tables::changes::facts_of(reading, *file)?);
            of_fields(&mut showing, *file, &mut changes)?;
        }
        for fact in facts {
            of_fact(session, &mut showing, &files, fact, &mut changes)?;
        }
        changes.sort_by(|one: &Change, other| {
            other.recorded.cmp(&one.recorded).then_with(|| other.position.cmp(&one.position))
        });
        Ok(changes)
    })
}

fn of_fact(
    session: &Session,
    showing: &mut Showing<'_>,
    files: &BTreeSet<PersonId>,
    id: FactId,
    changes: &mut Vec<Change>,
) -> Result<(), AppFault> {
    let mut versions = tables::changes::of_fact(showing.reading(), id)?;
    let hidden = hide(session, showing, id, &mut versions)?;
    let (mut before, mut about_before): (Option<Fact>, Vec<PersonId>) = (None, Vec::new());
    for version in versions {
        // A correction may take it off this file and leave it on another: as a transfer does of one of two
        // brothers and sisters.
        let here = version.about.iter().any(|person| files.contains(person));
        let says = version.says.clone().filter(|_| here);
        // Two packs may say the same, and so may two people.
        let alike = says.is_none() || same_people(&version.about, &about_before);
        if says == before && alike {
            continue;
        }
        let reason = match version.says {
            // Of a hidden address, the reason may say where to look.
            None if !hidden => reason(showing.reading(), version.position)?,
            _ => None,
        };
        let hidden = hidden && [&says, &before].into_iter().flatten().any(|says| address(says).is_some());
        let mut named: BTreeSet<PersonId> = [&says, &before].into_iter().flatten().flat_map(Fact::people).collect();
        if says.is_some() && before.is_some() && !alike {
            named.extend(version.about.iter().chain(&about_before));
        }
        let mut names = BTreeMap::new();
        for person in named.into_iter().filter(|_| !hidden) {
            names.extend(showing.person(person)?.map(|name| (person, name)));
        }
        let what = Changed::Fact {
            id,
            before: std::mem::replace(&mut before, says.clone()),
            says,
            about_before: std::mem::replace(&mut about_before, version.about.clone()),
            about: version.about,
            reason,
            hidden,
            names,
        };
        if before.is_none() {
            about_before.clear();
        }
        changes.push(Change {
            what,
            position: version.position,
            author: showing.author(version.author)?,
            recorded: version.recorded,
            new: showing.is_new(version.position, Some(version.author), version.recovered.is_some()),
            recovered: version.recovered,
        });
    }
    Ok(())
}

fn same_people(one: &[PersonId], other: &[PersonId]) -> bool {
    one.iter().collect::<BTreeSet<_>>() == other.iter().collect()
}

/// An address that was ever kept from the person who acts says no place in what is past, whatever it
/// says now: an old version may be the place that was to be hidden. What stands goes by the same rule as
/// on the file.
fn hide(
    session: &Session,
    showing: &mut Showing<'_>,
    id: FactId,
    versions: &mut [FactChange],
) -> Result<bool, AppFault> {
    let reading = showing.reading();
    let everybody: BTreeSet<PersonId> = versions.iter().flat_map(|version| version.about.iter().copied()).collect();
    let everybody: Vec<PersonId> = everybody.into_iter().collect();
    let mut ever_kept = false;
    for says in versions.iter().filter_map(|version| version.says.as_ref()) {
        if let Some(address) = address(says) {
            ever_kept |= is_kept(session, reading, &everybody, address, showing.today())?;
        }
    }
    if !ever_kept {
        return Ok(false);
    }
    let open = match tables::fact::find(reading, id)? {
        Some(known) => {
            let shown = showing.fact(known)?;
            (!shown.hidden).then_some(shown.known.says)
        }
        None => None,
    };
    for version in versions {
        if version.says == open {
            continue;
        }
        if let Some(Fact::Address(address)) = &mut version.says {
            *address = without_place(address);
        }
    }
    Ok(true)
}

fn address(says: &Fact) -> Option<&Address> {
    if let Fact::Address(address) = says { Some(address) } else { None }
}

fn of_fields(showing: &mut Showing<'_>, file: PersonId, changes: &mut Vec<Change>) -> Result<(), AppFault> {
    let values = tables::changes::values_of(showing.reading(), file)?;
    for of_field in values.chunk_by(|one, other| one.field == other.field) {
        let mut before = String::new();
        for change in of_field {
            if change.value == before {
                continue;
            }
            // Where its body is not here yet, nothing is known of who and when.
            let Some(body) = body_at(showing.reading(), change.position)? else { continue };
            changes.push(Change {
                what: Changed::Field {
                    file,
                    field: change.field,
                    before: std::mem::replace(&mut before, change.value.clone()),
                    value: change.value.clone(),
                },
                position: change.position,
                author: showing.author(body.author)?,
                recorded: body.recorded.at,
                recovered: change.recovered.clone(),
                new: showing.is_new(change.position, Some(body.author), change.recovered.is_some()),
            });
        }
    }
    Ok(())
}

/// Why a fact was withdrawn; none where the entry's body is not here.
fn reason(reading: &Connection, position: i64) -> Result<Option<String>, AppFault> {
    Ok(match body_at(reading, position)?.as_ref().and_then(Known::read) {
        Some(Known::FactWithdrawn(withdrawn)) => Some(withdrawn.reason),
        _ => None,
    })
}

fn body_at(reading: &Connection, position: i64) -> Result<Option<Body>, AppFault> {
    let Some(body) = tables::entry::at(reading, position)?.and_then(|stored| stored.body) else { return Ok(None) };
    body.read().map(Some).map_err(|_| AppFault::Internal("an entry does not read"))
}
