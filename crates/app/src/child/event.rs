//! An event of a timeline, read whole.

use std::collections::BTreeMap;

use casebook::tables::{self, fact::Known, pack::Pack};
use chrono::{DateTime, FixedOffset, NaiveDate};
use domain::{
    EventTime, Fact, FactId, PersonId,
    facts::{Sent, Target},
};
use serde_json::Value;

use super::{
    extract::{extract, narrative, texts},
    file::File,
    stubs::{Stub, Thing},
};
use crate::{
    AppFault, Session,
    facts::{NotToldShown, Showing},
    records::{RecordRow, row},
};

/// What an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventWhat {
    /// A record made here.
    Record,
    /// A recovered case note.
    Note,
    /// A document.
    Document,
    /// An episode began.
    EpisodeBegun,
    /// An episode ended.
    EpisodeEnded,
}

/// An event of a timeline.
#[derive(Clone, PartialEq, Eq)]
pub struct Event {
    /// What marks on it name.
    pub target: Target,
    /// What it is.
    pub what: EventWhat,
    /// Form id, the old system's kind of note, the sort of document, the kind of episode.
    pub sort: String,
    /// Its title; empty for an episode, which its kind says.
    pub title: String,
    /// When it happened; none where the old date cannot be read, and for a document without a date.
    pub event_time: Option<EventTime>,
    /// The date as the old system wrote it.
    pub written_date: String,
    /// Who wrote it, by name.
    pub author: String,
    /// When it was recorded here.
    pub recorded: DateTime<FixedOffset>,
    /// Names of the people on whose files it stands, when it is more than one.
    pub people: Vec<String>,
    /// The first words of it.
    pub extract: String,
    /// What an episode has beside its dates, as `domain::facts::Episode` has it.
    pub details: BTreeMap<String, String>,
    /// A significant event.
    pub significant: bool,
    /// One line for the chronology.
    pub headline: String,
    /// Kept for life-story work.
    pub life_story: bool,
    /// The mark that says so.
    pub mark: Option<FactId>,
    /// New to the person who looks.
    pub new: bool,
    /// The lost system and its day.
    pub recovered: Option<(String, NaiveDate)>,
    /// The record's row.
    pub record: Option<RecordRow>,
    /// Who does not know of it, or of a passage.
    pub not_told: Vec<NotToldShown>,
    /// To whom it went.
    pub sent: Vec<SentShown>,
}

/// Something went to somebody.
#[derive(Clone, PartialEq, Eq)]
pub struct SentShown {
    /// The fact that says so.
    pub id: FactId,
    /// What it says.
    pub says: Sent,
}

domain::named_only!(Event, SentShown);

/// What an event says in full, from which its extract is cut: passages are looked for here.
pub(super) struct Told {
    /// The text that tells most.
    pub(super) narrative: String,
    /// Every text of it.
    pub(super) all: Vec<String>,
}

/// Reads an event; none when it went between the place and the reading.
pub(super) fn event(
    session: &Session,
    showing: &mut Showing<'_>,
    file: &File,
    stub: &Stub,
) -> Result<Option<(Event, Told)>, AppFault> {
    let target = stub.thing.target();
    let Some((mut event, told)) = read(session, showing, file, stub)? else { return Ok(None) };
    if let Some((id, mark)) = file.marks.get(&target.key()) {
        // What somebody marked goes before what the form said when it was filed.
        event.significant = mark.significant;
        event.headline = mark.headline.clone();
        event.life_story = mark.life_story;
        event.mark = Some(*id);
    }
    event.not_told = showing.not_told(target)?;
    event.sent = file.sent.get(&target.key()).cloned().unwrap_or_default();
    event.new = showing.is_new(stub.position, stub.by, event.recovered.is_some());
    event.extract = extract(&told.narrative);
    Ok(Some((event, told)))
}

fn read(
    session: &Session,
    showing: &mut Showing<'_>,
    file: &File,
    stub: &Stub,
) -> Result<Option<(Event, Told)>, AppFault> {
    let reading = showing.reading();
    match stub.thing {
        Thing::Record(id) => {
            let Some(found) = tables::record::find(reading, id)? else { return Ok(None) };
            let answers = tables::record::filed(reading, found.position)?.map(|filed| filed.answers);
            let answers = answers.unwrap_or(Value::Null);
            let row = row(session, reading, found)?;
            let mut all = Vec::new();
            texts(&answers, &mut all);
            let told =
                Told { narrative: narrative(&answers).to_owned(), all: all.into_iter().map(str::to_owned).collect() };
            Ok(Some((of_record(row, stub), told)))
        }
        Thing::Note(id) => {
            let Some(note) = tables::note::find(reading, id)? else { return Ok(None) };
            let pack = file.packs.iter().find(|pack| pack.position == note.pack);
            let names = names(reading, &note.people)?;
            let told = Told { narrative: note.text.clone(), all: vec![note.text.clone()] };
            Ok(of_note(note, names, pack, stub).map(|event| (event, told)))
        }
        Thing::Document(id) | Thing::Begun(id) | Thing::Ended(id) => {
            let known = file.facts.iter().find(|known| known.id == id);
            let Some(known) = known else { return Ok(None) };
            let people = names(reading, &known.about)?;
            let author = showing.author(known.author)?;
            Ok(of_fact(known, people, author, stub).map(|event| {
                let text = event.extract.clone();
                (event, Told { narrative: text.clone(), all: vec![text] })
            }))
        }
    }
}

/// Names, where a thing stands on more than one file.
fn names(reading: &rusqlite::Connection, people: &[PersonId]) -> Result<Vec<String>, AppFault> {
    if people.len() < 2 {
        return Ok(Vec::new());
    }
    let mut names = Vec::with_capacity(people.len());
    for person in people {
        names.push(tables::person::find(reading, *person)?.map(|person| person.name).unwrap_or_default());
    }
    Ok(names)
}

fn of_record(row: RecordRow, stub: &Stub) -> Event {
    let several = row.people.len() > 1;
    Event {
        target: stub.thing.target(),
        what: EventWhat::Record,
        sort: row.record.form.clone(),
        title: row.record.title.clone(),
        event_time: Some(row.record.event_time.clone()),
        written_date: String::new(),
        author: row.author.clone(),
        recorded: row.record.recorded,
        people: row.people.iter().filter(|_| several).map(|(_, name)| name.clone()).collect(),
        extract: String::new(),
        details: BTreeMap::new(),
        significant: row.record.significant,
        headline: String::new(),
        life_story: false,
        mark: None,
        new: false,
        recovered: None,
        record: Some(row),
        not_told: Vec::new(),
        sent: Vec::new(),
    }
}

/// None where its pack was undone meanwhile.
fn of_note(note: tables::note::Note, people: Vec<String>, pack: Option<&Pack>, stub: &Stub) -> Option<Event> {
    Some(Event {
        target: stub.thing.target(),
        what: EventWhat::Note,
        sort: note.sort,
        title: note.title,
        event_time: note.at,
        written_date: note.written_date,
        author: note.author,
        recorded: pack?.recorded,
        people,
        extract: String::new(),
        details: BTreeMap::new(),
        significant: false,
        headline: String::new(),
        life_story: false,
        mark: None,
        new: false,
        recovered: Some((note.system, note.as_at)),
        record: None,
        not_told: Vec::new(),
        sent: Vec::new(),
    })
}

fn of_fact(known: &Known, people: Vec<String>, author: String, stub: &Stub) -> Option<Event> {
    let details = match &known.says {
        Fact::Episode(episode) => episode.details.clone(),
        _ => BTreeMap::new(),
    };
    let (what, sort, title, event_time, extract) = match (&known.says, stub.thing) {
        (Fact::Document(document), _) => {
            let on = document.on.map(|date| EventTime { date, time: None });
            (EventWhat::Document, document.sort.clone(), document.title.clone(), on, document.note.clone())
        }
        (Fact::Episode(episode), Thing::Ended(_)) => {
            let sort = episode.episode.as_str().to_owned();
            (EventWhat::EpisodeEnded, sort, String::new(), episode.until.clone(), episode.note.clone())
        }
        (Fact::Episode(episode), _) => {
            let sort = episode.episode.as_str().to_owned();
            (EventWhat::EpisodeBegun, sort, String::new(), Some(episode.from.clone()), episode.note.clone())
        }
        _ => return None,
    };
    Some(Event {
        target: stub.thing.target(),
        what,
        sort,
        title,
        event_time,
        written_date: String::new(),
        author,
        recorded: known.recorded,
        people,
        extract,
        details,
        significant: false,
        headline: String::new(),
        life_story: false,
        mark: None,
        new: false,
        recovered: known.recovered.clone(),
        record: None,
        not_told: Vec::new(),
        sent: Vec::new(),
    })
}
