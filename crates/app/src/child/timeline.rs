//! A timeline, newest event first, in parts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use casebook::tables;
use chrono::{DateTime, NaiveDate};
use domain::{Action, PersonId, Resource, facts::Target};
use journal::{FileOpened, Known, Subject};
use rusqlite::Connection;

use super::{
    event::{Event, event},
    file::{Family, File},
    since::{RELOAD, looked_before},
    stubs::{Names, Stub, read_cursor, write_cursor},
};
use crate::{AppFault, Session, facts::Showing, permit::permit, search::found_in};

const PART: usize = 50;

/// Which part of whose timeline.
#[derive(Clone, PartialEq, Eq)]
pub struct TimelineOf {
    /// Whose.
    pub person: PersonId,
    /// Where the part before ended; none for the first part.
    pub after: Option<String>,
    /// That of brothers and sisters as well.
    pub family: bool,
    /// Only these sorts: form ids, `note`, `document`, `episode`; none of them is all.
    pub sorts: Vec<String>,
    /// Only what this author wrote, by name.
    pub author: Option<String>,
    /// From this day. What has no date is in no period.
    pub from: Option<NaiveDate>,
    /// Up to this day.
    pub until: Option<NaiveDate>,
    /// Only significant events.
    pub significant: bool,
    /// Only what holds these words, as the search ranks it.
    pub words: Option<String>,
}

domain::named_only!(TimelineOf);

impl TimelineOf {
    /// The first part of a person's whole timeline.
    pub fn first(person: PersonId) -> Self {
        Self {
            person,
            after: None,
            family: false,
            sorts: Vec::new(),
            author: None,
            from: None,
            until: None,
            significant: false,
            words: None,
        }
    }
}

/// A part of a timeline.
pub struct Timeline {
    /// Newest event first; by rank where words were asked for.
    pub events: Vec<Event>,
    /// Where the next part begins; none at the end.
    pub next: Option<String>,
    /// How many events in all, filtered by nothing.
    pub total: u32,
    /// How many of each sort, for the first part.
    pub sorts: BTreeMap<String, u32>,
    /// Who wrote, by name, for the first part.
    pub authors: Vec<String>,
}

/// The part of a timeline after a cursor. Looking at the files of brothers and sisters is an entry, once
/// in a while: it is opening them.
///
/// # Errors
/// [`AppFault::NotFound`] for a cursor that no timeline gave, and for somebody who is not on file.
pub fn timeline(session: &Session, of: &TimelineOf) -> Result<Timeline, AppFault> {
    permit(session, Action::Read, Resource::Person(of.person))?;
    let after = of.after.as_deref().map(read_cursor).transpose()?;
    let family = session.casebook.read(|reading| {
        tables::person::find(reading, of.person)?.ok_or(AppFault::NotFound { what: "person" })?;
        Family::of(reading, of.person)
    })?;
    if of.family {
        for sibling in &family.siblings {
            permit(session, Action::Read, Resource::Person(*sibling))?;
        }
        if after.is_none() {
            note_family_opened(session, of.person, &family.siblings)?;
        }
    }
    session.casebook.read(|reading| {
        let people: Vec<PersonId> =
            if of.family { family.all().collect() } else { family.own.iter().copied().collect() };
        let since = looked_before(session, reading, &family.own, i64::MAX)?.map(|opening| opening.position);
        let file = File::read(session, reading, people)?;
        let mut showing = Showing::new(session, reading, since).knowing(&file.facts)?;
        let mut names = Names::new(reading);
        let chosen = chosen(reading, &file, of, &mut names)?;
        let from = match (after, of.words.is_some()) {
            (None, _) => 0,
            (Some(place), false) => chosen.partition_point(|stub| stub.place >= place),
            // By rank: the part goes on behind the one that the last part ended with.
            (Some(place), true) => chosen.iter().position(|stub| stub.place == place).map_or(chosen.len(), |at| at + 1),
        };
        part(session, &mut showing, &file, &chosen[from..], (after.is_none()).then_some(&mut names))
    })
}

/// Reads the next events of those chosen. `names` for the first part, which says what there is to filter by.
pub(super) fn part(
    session: &Session,
    showing: &mut Showing<'_>,
    file: &File,
    chosen: &[&Stub],
    names: Option<&mut Names<'_>>,
) -> Result<Timeline, AppFault> {
    let shown = &chosen[..chosen.len().min(PART)];
    let mut events = Vec::with_capacity(shown.len());
    for stub in shown {
        events.extend(event(session, showing, file, stub)?.map(|(event, _)| event));
    }
    let next = shown.last().filter(|_| chosen.len() > PART).map(|last| write_cursor(last.place));
    let (mut sorts, mut authors) = (BTreeMap::new(), BTreeSet::new());
    if let Some(names) = names {
        for stub in &file.stubs {
            match sorts.get_mut(&stub.sort) {
                Some(number) => *number += 1,
                None => {
                    sorts.insert(stub.sort.clone(), 1);
                }
            }
            authors.insert(names.of(&stub.writer)?);
        }
        authors.remove("");
    }
    let total = u32::try_from(file.stubs.len()).unwrap_or(u32::MAX);
    Ok(Timeline { events, next, total, sorts, authors: authors.into_iter().collect() })
}

/// The events that pass the filters, in the order asked for.
fn chosen<'f>(
    reading: &Connection,
    file: &'f File,
    of: &TimelineOf,
    names: &mut Names<'_>,
) -> Result<Vec<&'f Stub>, AppFault> {
    let mut chosen = Vec::new();
    for stub in &file.stubs {
        let sort = of.sorts.is_empty() || of.sorts.contains(&stub.sort);
        let begun = of.from.is_none_or(|from| stub.day.is_some_and(|day| day >= from));
        let ended = of.until.is_none_or(|until| stub.day.is_some_and(|day| day <= until));
        let significant = !of.significant || file.is_significant(stub);
        if !(sort && begun && ended && significant) {
            continue;
        }
        if let Some(author) = &of.author
            && names.of(&stub.writer)? != *author
        {
            continue;
        }
        chosen.push(stub);
    }
    let Some(words) = &of.words else { return Ok(chosen) };
    let mut ranks: HashMap<Target, usize> = HashMap::new();
    for person in &file.people {
        for (rank, target) in found_in(reading, *person, words)?.into_iter().enumerate() {
            let best = ranks.entry(target).or_insert(rank);
            *best = rank.min(*best);
        }
    }
    let mut ranked: Vec<(usize, &Stub)> =
        chosen.into_iter().filter_map(|stub| Some((*ranks.get(&stub.thing.target())?, stub))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    Ok(ranked.into_iter().map(|(_, stub)| stub).collect())
}

/// Looking at the files of brothers and sisters is an entry for each; one look in parts and with filters is
/// one. It opens none of their files: what is new there stays new.
pub(super) fn note_family_opened(
    session: &Session,
    person: PersonId,
    siblings: &BTreeSet<PersonId>,
) -> Result<(), AppFault> {
    if siblings.is_empty() {
        return Ok(());
    }
    let me = session.actor().author;
    let now = session.clock.now();
    session.casebook.write(|gate| {
        for sibling in siblings {
            let opened = tables::file_opening::last(gate, *sibling, me, i64::MAX)?.map(|last| last.recorded);
            // On this device alone, as the look itself is.
            let setting = format!("family_seen:{me}:{sibling}");
            let seen = tables::setting::get(gate, &setting)?.and_then(|at| DateTime::parse_from_rfc3339(&at).ok());
            if opened.into_iter().chain(seen).any(|at| now.signed_duration_since(at) < RELOAD) {
                continue;
            }
            let opened = FileOpened { person: Some(*sibling), family_of: Some(person), ..FileOpened::default() };
            let mut entry = session.entry(Known::FileOpened(opened));
            entry.subjects = vec![Subject::Person(*sibling)];
            gate.append(entry)?;
            tables::setting::set(gate, &setting, &now.to_rfc3339())?;
        }
        Ok::<_, AppFault>(())
    })?;
    session.delivery.wake();
    Ok(())
}
