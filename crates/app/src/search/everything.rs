//! Searches everything by what is in the box so far.

use casebook::tables::{self, search::Asked};
use domain::{Action, PersonId, Reference, Resource};
use rusqlite::Connection;

use super::{FoundPerson, FoundText, people::people, pin::pinned, texts::Texts};
use crate::{
    AppFault, Session,
    people::{CaseloadRow, Rows},
    permit::permit,
};

/// How many people were opened lately, for an empty box.
const RECENT: usize = 8;
const MOST_FORMS: usize = 5;

/// What is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Among {
    /// People, texts and forms.
    #[default]
    All,
    /// People only.
    People,
    /// Notes, records and documents only.
    Notes,
}

/// A search.
#[derive(Clone, Default)]
pub struct SearchFor {
    /// As typed so far. Empty gives pinned and recent people.
    pub text: String,
    /// Where.
    pub among: Among,
    /// Only inside one person's file, ranked.
    pub person: Option<PersonId>,
    /// Where the last part of the texts ended.
    pub after: Option<String>,
}

domain::named_only!(SearchFor);

/// What was found.
#[derive(Default)]
pub struct Found {
    /// People, the likeliest first.
    pub people: Vec<FoundPerson>,
    /// Pinned people, for an empty box.
    pub pinned: Vec<CaseloadRow>,
    /// People opened lately, for an empty box.
    pub recent: Vec<CaseloadRow>,
    /// Notes, records and documents, newest event first; of one person the likeliest first.
    pub texts: Vec<FoundText>,
    /// Where the next part begins.
    pub next: Option<String>,
    /// Forms in force.
    pub forms: Vec<FoundForm>,
    /// How it was understood: `date 2012-04-03`, `postcode`, `phone`, `identifier`, `words`.
    pub understood: String,
    /// Lines of recovered history that can be searched.
    pub indexed: u32,
    /// Lines of recovered history in all.
    pub to_index: u32,
}

/// A form that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundForm {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
}

/// Searches.
///
/// # Errors
/// [`AppFault::NotAllowed`]; [`AppFault::NotFound`] for a next part that is none, or nobody's file.
pub fn search(session: &Session, wanted: &SearchFor) -> Result<Found, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    permit(session, Action::Read, Resource::Records)?;
    let after = wanted.after.as_deref().map(str::parse::<i64>).transpose();
    let after = after.map_err(|_| AppFault::NotFound { what: "part of the search" })?;
    let typed = wanted.text.as_str();
    let today = session.clock.now().with_timezone(&session.clock.zone()).date_naive();
    session.casebook.read(|reading| {
        let (indexed, to_index) = tables::note::taken(reading)?;
        let mut found = Found { indexed, to_index, understood: "words".to_owned(), ..Found::default() };
        if typed.trim().is_empty() {
            found.pinned = pinned(session, reading)?;
            found.recent = recent(session, reading)?;
            return Ok(found);
        }
        if let Some(person) = wanted.person {
            permit(session, Action::Read, Resource::Person(person))?;
            let files: Vec<PersonId> = tables::same_person::group(reading, person)?.into_iter().collect();
            if let Some(asked) = Asked::read(reading, typed)? {
                found.texts = Texts::of(session, reading)?.ranked(&asked, &files)?;
            }
            return Ok(found);
        }
        if wanted.among != Among::Notes && after.is_none() {
            (found.people, found.understood) = people(session, reading, typed, today)?;
        }
        if wanted.among != Among::People {
            let mut texts = Texts::of(session, reading)?;
            if after.is_none() {
                found.texts.extend(by_reference(reading, &mut texts, typed)?);
            }
            if let Some(asked) = Asked::read(reading, typed)? {
                let (newest, next) = texts.newest(&asked, after)?;
                found.texts.extend(newest);
                found.next = next.map(|number| number.to_string());
            }
        }
        if wanted.among == Among::All && after.is_none() {
            found.forms = forms(session, reading, typed)?;
        }
        Ok(found)
    })
}

/// The record of a reference such as `4F7K-Q2MT`. Most words of eight letters could be one: a digit or
/// the hyphen tells.
fn by_reference(reading: &Connection, texts: &mut Texts<'_>, typed: &str) -> Result<Option<FoundText>, AppFault> {
    if !typed.chars().any(|sign| sign.is_ascii_digit() || sign == '-') {
        return Ok(None);
    }
    let Some(first) = Reference::first_bytes(typed) else { return Ok(None) };
    match tables::record::with_hash_beginning(reading, first)?.as_slice() {
        [record] => texts.record(*record),
        _ => Ok(None),
    }
}

fn recent(session: &Session, reading: &Connection) -> Result<Vec<CaseloadRow>, AppFault> {
    let rows = Rows::new(session, reading)?;
    let mut recent = Vec::new();
    for person in tables::file_opening::recent(reading, session.actor().author, RECENT)? {
        if let Some(person) = tables::person::find(reading, person)? {
            recent.push(rows.row(person)?);
        }
    }
    Ok(recent)
}

fn forms(session: &Session, reading: &Connection, typed: &str) -> Result<Vec<FoundForm>, AppFault> {
    let wanted = tables::search::words(typed);
    let fits = |title: &str| {
        let words = tables::search::words(title);
        wanted.iter().all(|wanted| words.iter().any(|word| word.starts_with(wanted.as_str())))
    };
    let in_force = session.in_force_in(reading)?;
    let of = |definition: &forms::Definition| FoundForm { id: definition.id.clone(), title: definition.title.clone() };
    let standing = in_force.all().into_iter().filter(|form| form.retired.is_none());
    Ok(standing
        .map(|form| form.form.definition())
        .filter(|definition| !wanted.is_empty() && fits(&definition.title))
        .take(MOST_FORMS)
        .map(of)
        .collect())
}
