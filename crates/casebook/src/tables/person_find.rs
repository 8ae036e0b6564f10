//! View: what people are found by.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    Fact, FactKind, PersonId,
    facts::IdScheme,
    likeness::{Profile, digits, plain},
    names,
};
use rusqlite::{Connection, params};

use crate::tables::{self, person::Person};

/// A sort of thing by which people are found (`person_find.sort`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A word of any name, folded.
    Word,
    /// The same backwards: a slip in the first half of a word leaves its end as it is.
    Ending,
    /// How a word of any name sounds (`domain::names::sounds`).
    Sound,
    /// A date of birth, `YYYY-MM-DD`.
    Born,
    /// A postcode, folded, without blanks.
    Postcode,
    /// The digits of a phone number, from the 0.
    Phone,
    /// An identifier of a scheme that is one person's, folded, letters and digits only.
    Id,
    /// An identifier of any other scheme, in the same way.
    OtherId,
}

impl Sort {
    const ALL: [Self; 8] =
        [Self::Word, Self::Ending, Self::Sound, Self::Born, Self::Postcode, Self::Phone, Self::Id, Self::OtherId];

    fn as_str(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Ending => "ending",
            Self::Sound => "sound",
            Self::Born => "born",
            Self::Postcode => "postcode",
            Self::Phone => "phone",
            Self::Id => "id",
            Self::OtherId => "other_id",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.as_str() == text)
    }
}

/// Forgets what a person is found by.
pub(crate) fn clear(connection: &Connection, person: PersonId) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM person_find WHERE person = ?")?.execute([person.as_bytes()])?;
    Ok(())
}

/// Works out anew what a person is found by. Only what differs is written: a pack folds each of its
/// people once for every address and number.
pub(crate) fn refold(
    connection: &Connection,
    person: PersonId,
    full_names: &[&str],
    born: Option<&str>,
) -> rusqlite::Result<()> {
    let now = found_by(connection, person, full_names, born)?;
    let before: BTreeSet<(Sort, String)> = of(connection, person)?.into_iter().collect();
    for (sort, value) in before.difference(&now) {
        connection
            .prepare_cached("DELETE FROM person_find WHERE sort = ? AND value = ? AND person = ?")?
            .execute(params![sort.as_str(), value, person.as_bytes()])?;
    }
    for (sort, value) in now.difference(&before) {
        connection.prepare_cached("INSERT OR IGNORE INTO person_find VALUES (?, ?, ?)")?.execute(params![
            sort.as_str(),
            value,
            person.as_bytes()
        ])?;
    }
    Ok(())
}

fn found_by(
    connection: &Connection,
    person: PersonId,
    full_names: &[&str],
    born: Option<&str>,
) -> rusqlite::Result<BTreeSet<(Sort, String)>> {
    let mut found: BTreeSet<(Sort, String)> = BTreeSet::new();
    full_names.iter().for_each(|name| by_name(name, &mut found));
    found.extend(born.map(|born| (Sort::Born, born.to_owned())));
    let facts = |kind| tables::fact::of(connection, person, kind);
    for known in facts(FactKind::OtherName)? {
        if let Fact::OtherName(name) = known.says {
            by_name(&name.name, &mut found);
        }
    }
    for known in facts(FactKind::Identifier)? {
        if let Fact::Identifier(identifier) = known.says {
            let sort = if identifier.scheme == IdScheme::Other { Sort::OtherId } else { Sort::Id };
            found.insert((sort, plain(&identifier.value)));
        }
    }
    for known in facts(FactKind::Address)? {
        if let Fact::Address(address) = known.says {
            found.insert((Sort::Postcode, plain(&address.postcode.unwrap_or_default())));
        }
    }
    for known in facts(FactKind::PhoneOrEmail)? {
        if let Fact::PhoneOrEmail(reach) = known.says {
            found.insert((Sort::Phone, digits(&reach.value)));
        }
    }
    found.retain(|(_, value)| !value.is_empty());
    Ok(found)
}

/// Words as they are parted everywhere, and "o'neill" as one word and as two.
fn by_name(name: &str, found: &mut BTreeSet<(Sort, String)>) {
    let parted: Vec<String> =
        names::fold(name).split(|letter: char| !letter.is_alphanumeric()).map(str::to_owned).collect();
    for word in names::words(name).into_iter().chain(parted).collect::<BTreeSet<_>>() {
        found.extend(names::sounds(&word).into_iter().map(|sound| (Sort::Sound, sound)));
        if word.chars().count() > 2 {
            found.insert((Sort::Ending, word.chars().rev().collect()));
        }
        found.insert((Sort::Word, word));
    }
}

/// Everything that a person is found by.
pub fn of(connection: &Connection, person: PersonId) -> rusqlite::Result<Vec<(Sort, String)>> {
    let mut statement = connection.prepare_cached("SELECT sort, value FROM person_find WHERE person = ?")?;
    let rows = statement.query_map([person.as_bytes()], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    rows.filter_map(|row| row.map(|(sort, value)| Sort::parse(&sort).map(|sort| (sort, value))).transpose()).collect()
}

/// What a person is compared by, of whom the row is known.
pub fn profile(connection: &Connection, person: &Person) -> rusqlite::Result<Profile> {
    let sex = connection
        .prepare_cached("SELECT min(value), max(value) FROM person_value WHERE person = ? AND field = 'sex'")?
        .query_row([person.id.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(put_together(person, &of(connection, person.id)?, one_of(sex)))
}

/// What everybody is compared by: for whole files and for duplicates.
pub fn profiles(connection: &Connection) -> rusqlite::Result<Vec<(Person, Profile)>> {
    use std::collections::HashMap;
    let mut found: HashMap<PersonId, Vec<(Sort, String)>> = HashMap::new();
    let mut statement = connection.prepare_cached(
        "SELECT person, sort, value FROM person_find WHERE sort IN ('word', 'postcode', 'phone', 'id')",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(sort) = Sort::parse(row.get_ref(1)?.as_str()?) {
            found.entry(PersonId::from_bytes(row.get(0)?)).or_default().push((sort, row.get(2)?));
        }
    }
    let sexes = connection
        .prepare_cached("SELECT person, min(value), max(value) FROM person_value WHERE field = 'sex' GROUP BY person")?
        .query_map([], |row| Ok((PersonId::from_bytes(row.get(0)?), (row.get(1)?, row.get(2)?))))?
        .collect::<rusqlite::Result<HashMap<_, _>>>()?;
    let people = tables::person::all_folded(connection)?;
    let together = people.into_iter().map(|(person, _)| {
        let sex = sexes.get(&person.id).cloned().and_then(one_of);
        let profile = put_together(&person, found.get(&person.id).map_or(&[], Vec::as_slice), sex);
        (person, profile)
    });
    Ok(together.collect())
}

/// A sex about which all agree who said one.
fn one_of((least, most): (Option<String>, Option<String>)) -> Option<String> {
    least.filter(|sex| most.as_ref() == Some(sex))
}

fn put_together(person: &Person, found: &[(Sort, String)], sex: Option<String>) -> Profile {
    let all = |sort: Sort| found.iter().filter(move |(there, _)| *there == sort).map(|(_, value)| value);
    let others = person.known_as.as_deref().into_iter().chain(all(Sort::Word).map(String::as_str));
    let mut profile = Profile::named(&person.name, others);
    profile.born = person.date_of_birth;
    profile.born_about = person.date_of_birth_is != "exact";
    profile.postcodes = all(Sort::Postcode).cloned().collect();
    profile.phones = all(Sort::Phone).cloned().collect();
    profile.identifiers = all(Sort::Id).cloned().collect();
    profile.sex = sex;
    profile
}

/// Who is found by a beginning of a value, at most `limit`.
pub fn beginning(connection: &Connection, sort: Sort, value: &str, limit: u32) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached(
            "SELECT DISTINCT person FROM person_find WHERE sort = ?1 AND value >= ?2 AND value < ?3 LIMIT ?4",
        )?
        .query_map(params![sort.as_str(), value, after(value), limit], |row| row.get(0).map(PersonId::from_bytes))?
        .collect()
}

/// Who is found by a value, at most `limit`.
pub fn with(connection: &Connection, sort: Sort, value: &str, limit: u32) -> rusqlite::Result<Vec<PersonId>> {
    connection
        .prepare_cached("SELECT person FROM person_find WHERE sort = ?1 AND value = ?2 LIMIT ?3")?
        .query_map(params![sort.as_str(), value, limit], |row| row.get(0).map(PersonId::from_bytes))?
        .collect()
}

/// Who was born on one of these days.
pub fn born_on(connection: &Connection, days: &[NaiveDate]) -> rusqlite::Result<Vec<PersonId>> {
    let mut people = Vec::new();
    for day in days {
        people.extend(with(connection, Sort::Born, &day.to_string(), u32::MAX)?);
    }
    Ok(people)
}

/// The values of a sort that begin so, each once.
pub fn values_beginning(connection: &Connection, sort: Sort, begins: &str) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT DISTINCT value FROM person_find WHERE sort = ?1 AND value >= ?2 AND value < ?3")?
        .query_map(params![sort.as_str(), begins, after(begins)], |row| row.get(0))?
        .collect()
}

/// Beyond everything that begins so.
fn after(begins: &str) -> String {
    format!("{begins}\u{10ffff}")
}
