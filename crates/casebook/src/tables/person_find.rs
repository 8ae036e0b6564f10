//! View: what people are found by.

use domain::{Fact, FactKind, PersonId};
use rusqlite::{Connection, params};

use super::person::fold;
use crate::tables;

/// A sort of thing by which people are found (`person_find.sort`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A word of any name, folded.
    Word,
    /// A date of birth, `YYYY-MM-DD`.
    Born,
    /// A postcode, folded, without blanks.
    Postcode,
    /// The digits of a phone number.
    Phone,
    /// Any identifier, folded, letters and digits only.
    Id,
}

impl Sort {
    fn as_str(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Born => "born",
            Self::Postcode => "postcode",
            Self::Phone => "phone",
            Self::Id => "id",
        }
    }
}

/// Forgets what a person is found by.
pub(crate) fn clear(connection: &Connection, person: PersonId) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM person_find WHERE person = ?")?.execute([person.as_bytes()])?;
    Ok(())
}

/// Works out anew what a person is found by.
pub(crate) fn refold(
    connection: &Connection,
    person: PersonId,
    names: &[&str],
    born: Option<&str>,
) -> rusqlite::Result<()> {
    clear(connection, person)?;
    let add = |sort: Sort, value: &str| -> rusqlite::Result<()> {
        if !value.is_empty() {
            connection.prepare_cached("INSERT OR IGNORE INTO person_find VALUES (?, ?, ?)")?.execute(params![
                sort.as_str(),
                value,
                person.as_bytes()
            ])?;
        }
        Ok(())
    };
    let words = |name: &str| -> rusqlite::Result<()> {
        fold(name).split(|letter: char| !letter.is_alphanumeric()).try_for_each(|word| add(Sort::Word, word))
    };
    names.iter().try_for_each(|name| words(name))?;
    add(Sort::Born, born.unwrap_or_default())?;
    for known in tables::fact::of(connection, person, FactKind::OtherName)? {
        if let Fact::OtherName(name) = known.says {
            words(&name.name)?;
        }
    }
    for known in tables::fact::of(connection, person, FactKind::Identifier)? {
        if let Fact::Identifier(identifier) = known.says {
            add(Sort::Id, &letters(&identifier.value))?;
        }
    }
    for known in tables::fact::of(connection, person, FactKind::Address)? {
        if let Fact::Address(address) = known.says {
            add(Sort::Postcode, &letters(&address.postcode.unwrap_or_default()))?;
        }
    }
    for known in tables::fact::of(connection, person, FactKind::PhoneOrEmail)? {
        if let Fact::PhoneOrEmail(reach) = known.says {
            add(Sort::Phone, &reach.value.chars().filter(char::is_ascii_digit).collect::<String>())?;
        }
    }
    Ok(())
}

fn letters(text: &str) -> String {
    fold(text).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Who is found by a beginning of a value, at most `limit`.
pub fn beginning(connection: &Connection, sort: Sort, value: &str, limit: u32) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached(
            "SELECT DISTINCT person FROM person_find WHERE sort = ?1 AND value >= ?2 AND value < ?3 LIMIT ?4",
        )?
        .query_map(params![sort.as_str(), value, format!("{value}\u{10ffff}"), limit], |row| {
            row.get(0).map(PersonId::from_bytes)
        })?
        .collect()
}
