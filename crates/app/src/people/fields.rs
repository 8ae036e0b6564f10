//! What may stand in each field of a person: the same for adding and for correcting.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::{CARE_STATUSES, PERSON_KINDS, PersonField, facts::FactFault, tidy_name};

use crate::{AppFault, Session};

/// Most characters of a line, of a text.
const LINE: usize = 255;
const TEXT: usize = 20_000;

/// Tidies what was typed into fields; an empty text stays empty. `standing` is what else is known of the
/// person, which a date is judged by.
///
/// # Errors
/// [`AppFault::NameEmpty`], [`AppFault::NameTooLong`], [`AppFault::DateNotReal`],
/// [`AppFault::DateInFuture`], [`AppFault::NotFound`] for a status, [`AppFault::FactNotKept`] for any
/// other word that is in no list and for a text that is too long.
pub(super) fn tidy(
    session: &Session,
    typed: BTreeMap<PersonField, String>,
    standing: &BTreeMap<PersonField, String>,
) -> Result<BTreeMap<PersonField, String>, AppFault> {
    let mut fields = BTreeMap::new();
    for (field, typed) in typed {
        fields.insert(field, value(session, field, &typed)?);
    }
    let said = |field: PersonField| {
        fields.get(&field).or_else(|| standing.get(&field)).map(String::as_str).filter(|text| !text.is_empty())
    };
    let day = |field| said(field).and_then(|text| text.parse::<NaiveDate>().ok());
    let changed = |field: PersonField| fields.contains_key(&field);
    let due = said(PersonField::DateOfBirthIs) == Some("due");
    if (changed(PersonField::DateOfBirth) || changed(PersonField::DateOfBirthIs))
        && day(PersonField::DateOfBirth).is_some_and(|born| born > today(session))
        && !due
    {
        return Err(AppFault::DateInFuture);
    }
    if let (Some(born), Some(died)) = (day(PersonField::DateOfBirth), day(PersonField::DateOfDeath))
        && died < born
        && !due
        && (changed(PersonField::DateOfBirth) || changed(PersonField::DateOfDeath))
    {
        return Err(FactFault::EndsBeforeItBegins.into());
    }
    Ok(fields)
}

fn value(session: &Session, field: PersonField, typed: &str) -> Result<String, AppFault> {
    use PersonField as Field;
    let trimmed = typed.trim();
    if trimmed.is_empty() && field != Field::Name {
        return Ok(String::new());
    }
    match field {
        Field::Name | Field::KnownAs => Ok(tidy_name(trimmed)?),
        Field::DateOfBirth => date(trimmed).map(|day| day.to_string()),
        Field::DateOfDeath => {
            let died = date(trimmed)?;
            if died > today(session) { Err(FactFault::InTheFuture.into()) } else { Ok(died.to_string()) }
        }
        Field::CareStatus if CARE_STATUSES.contains(&trimmed) => Ok(trimmed.to_owned()),
        Field::CareStatus => Err(AppFault::NotFound { what: "status" }),
        Field::Kind => one_of(field, trimmed, &PERSON_KINDS),
        Field::DateOfBirthIs => one_of(field, trimmed, &["exact", "estimated", "due"]),
        Field::Sex => one_of(field, trimmed, &["female", "male", "indeterminate", "not_known"]),
        Field::InterpreterNeeded => one_of(field, trimmed, &["yes", "no", "not_asked"]),
        Field::Ethnicity | Field::Religion => listed(session, field, trimmed),
        Field::Disability => {
            let codes: Vec<&str> = trimmed.split_whitespace().collect();
            codes.iter().try_for_each(|code| listed(session, field, code).map(|_| ()))?;
            Ok(codes.join(" "))
        }
        Field::Gender
        | Field::Pronouns
        | Field::Languages
        | Field::Nationality
        | Field::Immigration
        | Field::School
        | Field::Gp
        | Field::Agency
        | Field::Job => most(field, trimmed, LINE),
        Field::EthnicityDescribed
        | Field::Communication
        | Field::DisabilityDescribed
        | Field::Consent
        | Field::Note => most(field, trimmed, TEXT),
    }
}

/// A real day since 1900, which is as old as anybody on file.
fn date(typed: &str) -> Result<NaiveDate, AppFault> {
    let day: NaiveDate = typed.parse().map_err(|_| AppFault::DateNotReal)?;
    if (1900..=2200).contains(&day.year()) { Ok(day) } else { Err(FactFault::YearCannotBe.into()) }
}

fn one_of(field: PersonField, typed: &str, words: &[&str]) -> Result<String, AppFault> {
    let known = words.contains(&typed);
    known.then(|| typed.to_owned()).ok_or_else(|| FactFault::NotInList(field.as_str()).into())
}

/// A code of the shared list of the field's name, or one of the answers that name none.
fn listed(session: &Session, field: PersonField, code: &str) -> Result<String, AppFault> {
    let list = session.catalogue.lists().get(&format!("{}@1", field.as_str()));
    let in_list = list.is_some_and(|list| list.items.iter().any(|item| item.id == code));
    if in_list { Ok(code.to_owned()) } else { one_of(field, code, &["none", "declined", "not_asked"]) }
}

fn most(field: PersonField, typed: &str, most: usize) -> Result<String, AppFault> {
    if typed.chars().count() > most { Err(FactFault::TooLong(field.as_str()).into()) } else { Ok(typed.to_owned()) }
}

fn today(session: &Session) -> NaiveDate {
    session.clock.now().with_timezone(&session.clock.zone()).date_naive()
}

/// A name that may be left out.
pub(crate) fn optional_name(typed: Option<String>) -> Result<Option<String>, AppFault> {
    match typed {
        Some(typed) if !typed.trim().is_empty() => Ok(Some(tidy_name(&typed)?)),
        _ => Ok(None),
    }
}
