//! Notes, records and documents in which the words stand.

use std::collections::HashMap;

use casebook::{
    tables::{
        self, note,
        search::{self, Asked, Thing},
    },
    texts_of_document, texts_of_record,
};
use domain::{EventTime, Fact, FactId, PersonId, RecordId};
use rusqlite::Connection;

use super::pieces::pieces;
use crate::{
    AppFault, Session,
    people::{CaseloadRow, Rows},
};

/// How many are shown at once.
const PART: usize = 20;
/// How many of one person's are ranked.
const MOST_RANKED: u32 = 200;

/// A text that was found.
#[derive(Clone, PartialEq, Eq)]
pub struct FoundText {
    /// What it is.
    pub kind: TextKind,
    /// Its id.
    pub id: uuid::Uuid,
    /// Title.
    pub title: String,
    /// When it happened, or the day on the document.
    pub event_time: Option<EventTime>,
    /// Whose file it stands on.
    pub people: Vec<CaseloadRow>,
    /// Words around, in pieces by turns plain and fitting, beginning with plain.
    pub pieces: Vec<String>,
    /// Who wrote it.
    pub author: String,
}

domain::named_only!(FoundText);

/// What a found text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words say it")]
pub enum TextKind {
    Record,
    Note,
    Document,
}

impl TextKind {
    /// As the screens know it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Note => "note",
            Self::Document => "document",
        }
    }
}

/// A text as it was read, before its people are looked up.
struct Text {
    kind: TextKind,
    id: uuid::Uuid,
    title: String,
    event_time: Option<EventTime>,
    people: Vec<PersonId>,
    author: String,
    parts: Vec<String>,
}

/// Reads texts and looks up their people once each.
pub(super) struct Texts<'a> {
    session: &'a Session,
    reading: &'a Connection,
    rows: Rows<'a>,
    people: HashMap<PersonId, Option<CaseloadRow>>,
}

impl<'a> Texts<'a> {
    pub(super) fn of(session: &'a Session, reading: &'a Connection) -> Result<Self, AppFault> {
        Ok(Self { session, reading, rows: Rows::new(session, reading)?, people: HashMap::new() })
    }

    /// The newest in which the words stand, after a number of the index; with the number of the last
    /// where there may be more.
    pub(super) fn newest(
        &mut self,
        asked: &Asked,
        mut after: Option<i64>,
    ) -> Result<(Vec<FoundText>, Option<i64>), AppFault> {
        let mut found = Vec::new();
        loop {
            let part = search::newest(self.reading, asked, &[], after, u32::try_from(PART).unwrap_or(u32::MAX))?;
            let last = part.len() < PART;
            for (number, thing) in part {
                if found.len() == PART {
                    return Ok((found, after));
                }
                after = Some(number);
                if let Some(text) = self.read(thing)? {
                    found.push(self.found(text, asked)?);
                }
            }
            if last {
                return Ok((found, None));
            }
        }
    }

    /// Those on some people's files, the likeliest first; of equals the newest.
    pub(super) fn ranked(&mut self, asked: &Asked, people: &[PersonId]) -> Result<Vec<FoundText>, AppFault> {
        let mut ranked = Vec::new();
        for (_, thing) in search::newest(self.reading, asked, people, None, MOST_RANKED)? {
            if let Some(text) = self.read(thing)? {
                let words: Vec<String> = text.parts.iter().flat_map(|part| search::words(part)).collect();
                ranked.push((asked.score(&words), text));
            }
        }
        ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
        ranked.truncate(2 * PART);
        ranked.into_iter().map(|(_, text)| self.found(text, asked)).collect()
    }

    /// The record that people name by its reference.
    pub(super) fn record(&mut self, record: RecordId) -> Result<Option<FoundText>, AppFault> {
        let Some(text) = self.read_record(record)? else { return Ok(None) };
        let people = self.people(&text.people)?;
        Ok(Some(shown(text, people, Vec::new())))
    }

    fn found(&mut self, text: Text, asked: &Asked) -> Result<FoundText, AppFault> {
        // The title is shown anyway: words from the text say more.
        let around = text.parts.iter().rev().find_map(|part| pieces(part, asked)).unwrap_or_default();
        let people = self.people(&text.people)?;
        Ok(shown(text, people, around))
    }

    fn people(&mut self, people: &[PersonId]) -> Result<Vec<CaseloadRow>, AppFault> {
        let mut rows = Vec::new();
        for person in people {
            if !self.people.contains_key(person) {
                // Somebody whose own entry has not arrived yet has no row here.
                let known = tables::person::find(self.reading, *person)?;
                let row = known.map(|known| self.rows.row(known)).transpose()?;
                self.people.insert(*person, row);
            }
            rows.extend(self.people.get(person).cloned().flatten());
        }
        Ok(rows)
    }

    fn read(&self, thing: Thing) -> Result<Option<Text>, AppFault> {
        match thing {
            Thing::Note(number) => Ok(note::at(self.reading, number)?.map(|note| Text {
                kind: TextKind::Note,
                id: note.id.0,
                title: if note.title.is_empty() { note.sort.clone() } else { note.title.clone() },
                event_time: note.at,
                people: note.people,
                parts: vec![note.written_date, note.author.clone(), note.sort, note.title, note.text],
                author: note.author,
            })),
            Thing::Record(record) => self.read_record(record),
            Thing::Document(fact) => self.read_document(fact),
        }
    }

    /// Records of a form for few are found by their author alone, until certificates say who else may
    /// see them.
    fn read_record(&self, id: RecordId) -> Result<Option<Text>, AppFault> {
        let Some(record) = tables::record::find(self.reading, id)? else { return Ok(None) };
        let Some(filed) = tables::record::filed(self.reading, record.position)? else { return Ok(None) };
        if filed.access_group.is_some() && record.author != self.session.actor().author {
            return Ok(None);
        }
        Ok(Some(Text {
            kind: TextKind::Record,
            id: id.0,
            title: record.title.clone(),
            event_time: Some(record.event_time.clone()),
            parts: texts_of_record(&filed).into_iter().map(str::to_owned).collect(),
            people: filed.people,
            author: self.author(record.author)?,
        }))
    }

    fn read_document(&self, id: FactId) -> Result<Option<Text>, AppFault> {
        let Some(known) = tables::fact::find(self.reading, id)? else { return Ok(None) };
        let Fact::Document(document) = &known.says else { return Ok(None) };
        Ok(Some(Text {
            kind: TextKind::Document,
            id: id.0,
            title: document.title.clone(),
            event_time: document.on.map(|date| EventTime { date, time: None }),
            parts: texts_of_document(document).into_iter().map(str::to_owned).collect(),
            people: known.about,
            author: self.author(known.author)?,
        }))
    }

    fn author(&self, author: domain::AuthorId) -> Result<String, AppFault> {
        Ok(tables::author::find(self.reading, author)?.map(|author| author.name).unwrap_or_default())
    }
}

fn shown(text: Text, people: Vec<CaseloadRow>, pieces: Vec<String>) -> FoundText {
    let Text { kind, id, title, event_time, author, .. } = text;
    FoundText { kind, id, title, event_time, people, pieces, author }
}
