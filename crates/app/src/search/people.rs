//! People by what was typed: first by date, number or postcode, then by their names in any order, then
//! by names that are nearly so.

use std::collections::HashSet;

use casebook::tables::{self, person_find::Sort};
use chrono::NaiveDate;
use domain::{
    Fact, FactKind, PersonId,
    likeness::{digits, plain},
    names::words,
};
use rusqlite::Connection;

use super::understood::{Reading, readings};
use crate::{
    AppFault, Session,
    facts::shown_in,
    people::{
        CaseloadRow, Rows,
        matching::{By, by_name_in},
    },
};

/// How many are shown.
const MOST: usize = 8;
/// How many are put in order by name.
const MOST_ORDERED: usize = 60;
/// So many values that begin alike are looked at.
const MOST_ALIKE: u32 = 50;

/// Somebody who was found.
#[derive(Clone, PartialEq, Eq)]
pub struct FoundPerson {
    /// Who.
    pub row: CaseloadRow,
    /// What fits.
    pub by: FitsBy,
    /// The value that fits, where it is not the name.
    pub value: String,
}

domain::named_only!(FoundPerson);

/// By what somebody was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words say it")]
pub enum FitsBy {
    Name,
    SoundsAlike,
    TypingSlip,
    Born,
    Postcode,
    Phone,
    Identifier,
}

impl FitsBy {
    /// As the screens know it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::SoundsAlike => "sounds_alike",
            Self::TypingSlip => "typing_slip",
            Self::Born => "born",
            Self::Postcode => "postcode",
            Self::Phone => "phone",
            Self::Identifier => "identifier",
        }
    }
}

/// Finds people, the likeliest first, and says how what was typed was understood.
pub(super) fn people(
    session: &Session,
    reading: &Connection,
    typed: &str,
    today: NaiveDate,
) -> Result<(Vec<FoundPerson>, String), AppFault> {
    let rows = Rows::new(session, reading)?;
    let mut found: Vec<FoundPerson> = Vec::new();
    let mut understood = "words".to_owned();
    for way in readings(typed, today) {
        let (people, by, name) = with_value(session, reading, &way)?;
        if people.is_empty() && !matches!(way, Reading::Born(_)) {
            continue;
        }
        if understood == "words" {
            understood = name;
        }
        for (person, value) in people {
            add(&mut found, &rows, (person, by, value))?;
        }
    }
    for person in by_words(reading, typed)? {
        add(&mut found, &rows, (person, FitsBy::Name, String::new()))?;
    }
    if found.len() < MOST && words(typed).iter().any(|word| word.chars().count() > 2) {
        for (person, by) in by_name_in(reading, typed, MOST)? {
            let by = match by {
                By::TypingSlip => FitsBy::TypingSlip,
                By::SoundsAlike => FitsBy::SoundsAlike,
            };
            add(&mut found, &rows, (person, by, String::new()))?;
        }
    }
    Ok((found, understood))
}

/// Adds somebody, of several files of one person the first.
fn add(
    found: &mut Vec<FoundPerson>,
    rows: &Rows<'_>,
    (person, by, value): (PersonId, FitsBy, String),
) -> Result<(), AppFault> {
    if found.len() >= MOST {
        return Ok(());
    }
    let row = rows.of(person)?;
    if !found.iter().any(|other| other.row.person.same_as == row.person.same_as) {
        found.push(FoundPerson { row, by, value });
    }
    Ok(())
}

type ByValue = (Vec<(PersonId, String)>, FitsBy, String);

fn with_value(session: &Session, reading: &Connection, way: &Reading) -> Result<ByValue, AppFault> {
    let beginning =
        |sort, value: &str| tables::person_find::beginning(reading, sort, value, MOST_ALIKE).map_err(AppFault::from);
    let mut people = Vec::new();
    Ok(match way {
        Reading::Born(day) => {
            let born = tables::person_find::born_on(reading, &[*day])?;
            let people = born.into_iter().map(|person| (person, day.to_string())).collect();
            (people, FitsBy::Born, format!("date {day}"))
        }
        Reading::Postcode(typed) => {
            for person in beginning(Sort::Postcode, typed)? {
                people.extend(shown_postcode(session, reading, person, typed)?.map(|value| (person, value)));
            }
            (people, FitsBy::Postcode, "postcode".to_owned())
        }
        Reading::Phone(typed) => {
            for person in beginning(Sort::Phone, typed)? {
                let value = value_of(reading, person, FactKind::PhoneOrEmail, |fact| match fact {
                    Fact::PhoneOrEmail(reach) if digits(&reach.value).starts_with(typed) => Some(reach.value),
                    _ => None,
                })?;
                people.extend(value.map(|value| (person, value)));
            }
            (people, FitsBy::Phone, "phone".to_owned())
        }
        Reading::Identifier(typed) => {
            for person in beginning(Sort::Id, typed)?.into_iter().chain(beginning(Sort::OtherId, typed)?) {
                let value = value_of(reading, person, FactKind::Identifier, |fact| match fact {
                    Fact::Identifier(identifier) if plain(&identifier.value).starts_with(typed) => {
                        Some(identifier.value)
                    }
                    _ => None,
                })?;
                people.extend(value.map(|value| (person, value)));
            }
            (people, FitsBy::Identifier, "identifier".to_owned())
        }
    })
}

fn value_of(
    reading: &Connection,
    person: PersonId,
    kind: FactKind,
    fits: impl Fn(Fact) -> Option<String>,
) -> Result<Option<String>, AppFault> {
    Ok(tables::fact::of(reading, person, kind)?.into_iter().find_map(|known| fits(known.says)))
}

/// The postcode that fits, of an address that is not hidden from whoever acts: to be found by it would
/// tell it.
fn shown_postcode(
    session: &Session,
    reading: &Connection,
    person: PersonId,
    typed: &str,
) -> Result<Option<String>, AppFault> {
    for known in tables::fact::of(reading, person, FactKind::Address)? {
        let Fact::Address(address) = &known.says else { continue };
        let postcode = address.postcode.clone().unwrap_or_default();
        // An open version may stand beside one that hides the same place.
        let may_hide = address.hidden || known.heads > 1;
        if plain(&postcode).starts_with(typed) && !(may_hide && shown_in(session, reading, known)?.hidden) {
            return Ok(Some(postcode));
        }
    }
    Ok(None)
}

/// People with every word in one of their names, the last as a beginning; whole words first, then by
/// name.
fn by_words(reading: &Connection, typed: &str) -> Result<Vec<PersonId>, AppFault> {
    let all = words(typed);
    let Some((last, before)) = all.split_last() else { return Ok(Vec::new()) };
    let whole: HashSet<PersonId> =
        tables::person_find::with(reading, Sort::Word, last, u32::MAX)?.into_iter().collect();
    let limit = if before.is_empty() { MOST_ALIKE } else { u32::MAX };
    let mut fitting: Vec<PersonId> = whole.iter().copied().collect();
    if typed.ends_with(char::is_alphanumeric) {
        fitting.extend(tables::person_find::beginning(reading, Sort::Word, last, limit)?);
    }
    for word in before {
        let with: HashSet<PersonId> =
            tables::person_find::with(reading, Sort::Word, word, u32::MAX)?.into_iter().collect();
        fitting.retain(|person| with.contains(person));
    }
    fitting.sort_by_key(|person| (!whole.contains(person), *person));
    fitting.dedup();
    fitting.truncate(MOST_ORDERED);
    let mut ordered = Vec::with_capacity(fitting.len());
    for person in fitting {
        if let Some(shown) = tables::person::find(reading, person)? {
            ordered.push((!whole.contains(&person), tables::person::fold(&shown.name), person));
        }
    }
    ordered.sort();
    Ok(ordered.into_iter().map(|(_, _, person)| person).collect())
}
