//! The index of words of notes, records and documents. Its numbers follow the time of the event, so
//! that the newest are read first without sorting.

use std::collections::{BTreeSet, HashMap};

use domain::{FactId, PersonId, RecordId};
use rusqlite::{Connection, OptionalExtension, params, types::Value};

use crate::tables::{note::UNDATED, person::fold};

/// What stands under a number of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// The number of a note here (`note.number`).
    Note(i64),
    /// A record, by the version that is shown.
    Record(RecordId),
    /// A document.
    Document(FactId),
}

impl Thing {
    fn what(self) -> i64 {
        match self {
            Self::Note(_) => 0,
            Self::Record(_) => 1,
            Self::Document(_) => 2,
        }
    }

    fn value(self) -> Value {
        match self {
            Self::Note(number) => Value::Integer(number),
            Self::Record(id) => Value::Blob(id.as_bytes().to_vec()),
            Self::Document(id) => Value::Blob(id.as_bytes().to_vec()),
        }
    }
}

/// What is put into the index.
pub(crate) struct Words<'a> {
    /// What it is.
    pub(crate) thing: Thing,
    /// The entry of the version; none for a note.
    pub(crate) position: Option<i64>,
    /// Seconds since 1970, or [`UNDATED`].
    pub(crate) moment: i64,
    /// Sixteen bytes that tell things of one moment apart.
    pub(crate) id: &'a [u8; 16],
    /// On whose files it stands.
    pub(crate) people: &'a [PersonId],
    /// What is searched, in any number of parts.
    pub(crate) texts: &'a [&'a str],
}

/// Marks a word that stands for a person: nothing that is typed or imported has this letter in a word.
const PERSON: char = '\u{e000}';
/// Stands for every thing where words are counted.
const ALL: &str = "";
/// Longer words are found by their beginning.
const LONGEST: usize = 40;
/// Minutes from the year 1700 to 1970.
const MINUTES_BEFORE_1970: i64 = 142_005_600;
/// Places for each minute, as bits.
const PLACES: u32 = 6;
/// Where dated things begin: before this there is room for those without a date.
const FIRST_MINUTE: i64 = 1 << 24;
const LAST_MINUTE: i64 = 1 << 34;

/// Text as the index has it: folded words with one blank between. Chinese and Japanese signs are words
/// of their own, as they are written without blanks.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut letters = 0;
    for letter in fold(text).chars() {
        let alone = matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
        if (alone || !letter.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
            letters = 0;
        }
        if alone {
            words.push(letter.to_string());
        } else if letter.is_alphanumeric() && letters < LONGEST {
            word.push(letter);
            letters += 1;
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

fn person_word(person: PersonId) -> String {
    format!("{PERSON}{}", person.0.simple())
}

/// Things that are put into the index in one transaction.
pub(crate) struct Index<'a> {
    connection: &'a Connection,
    /// In how many of the things each word stands: written once a word, not once a thing.
    things: HashMap<String, u32>,
}

impl<'a> Index<'a> {
    /// Begins.
    pub(crate) fn of(connection: &'a Connection) -> Self {
        Self { connection, things: HashMap::new() }
    }

    /// Puts a thing into the index; gives its number. Things that follow one another are best in the
    /// order of their moments: the index is flushed whenever a number is lower than the one before.
    pub(crate) fn add(&mut self, new: &Words<'_>) -> rusqlite::Result<i64> {
        let number = take_number(self.connection, new)?;
        // Which word stands where is not kept, so that each is written once.
        let mut all: BTreeSet<String> = BTreeSet::new();
        for part in new.texts {
            all.extend(words(part));
        }
        let mut text = String::new();
        all.insert(ALL.to_owned());
        for word in all {
            text.push_str(&word);
            text.push(' ');
            *self.things.entry(word).or_default() += 1;
        }
        for person in new.people.iter().collect::<BTreeSet<_>>() {
            text.push_str(&person_word(*person));
            text.push(' ');
        }
        self.connection
            .prepare_cached("INSERT INTO search (rowid, words) VALUES (?, ?)")?
            .execute(params![number, text])?;
        Ok(number)
    }

    /// Writes which words there are now.
    pub(crate) fn finish(self) -> rusqlite::Result<()> {
        let mut statement = self.connection.prepare_cached(
            "INSERT INTO search_word VALUES (?1, ?2) ON CONFLICT DO UPDATE SET things = things + excluded.things",
        )?;
        let mut things: Vec<(String, u32)> = self.things.into_iter().collect();
        things.sort_unstable();
        for (word, things) in things {
            statement.execute(params![word, things])?;
        }
        Ok(())
    }
}

/// Finds a free number for the moment. Where its minute is full the places around are tried, ever
/// wider: a system that wrote one date for a hundred thousand notes must not make a search of each.
fn take_number(connection: &Connection, new: &Words<'_>) -> rusqlite::Result<i64> {
    let mut hash = u64::from_be_bytes(new.id[8..].try_into().unwrap_or_default())
        ^ u64::from_be_bytes(new.id[..8].try_into().unwrap_or_default());
    let undated = (0, 28, 29);
    let (first, mut bits, most) = if new.moment == UNDATED { undated } else { (first_place(new.moment), PLACES, 34) };
    loop {
        // The steps of SplitMix64.
        hash = hash.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let place = i64::try_from((mixed ^ (mixed >> 31)) >> (64 - bits)).unwrap_or_default();
        let number = first + place;
        let taken = connection
            .prepare_cached("INSERT OR IGNORE INTO searchable VALUES (?, ?, ?, ?)")?
            .execute(params![number, new.thing.what(), new.thing.value(), new.position])?;
        if taken == 1 {
            return Ok(number);
        }
        bits = (bits + 1).min(most);
    }
}

/// The first place of the minute of a moment.
fn first_place(moment: i64) -> i64 {
    (moment.div_euclid(60) + MINUTES_BEFORE_1970).clamp(FIRST_MINUTE, LAST_MINUTE) << PLACES
}

/// Takes a number out of the index.
pub(crate) fn remove(connection: &Connection, number: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM search WHERE rowid = ?")?.execute([number])?;
    connection.prepare_cached("DELETE FROM searchable WHERE number = ?")?.execute([number])?;
    Ok(())
}

/// The number under which a record or a document stands, and the entry of its version.
pub(crate) fn number_of(connection: &Connection, thing: Thing) -> rusqlite::Result<Option<(i64, i64)>> {
    connection
        .prepare_cached("SELECT number, position FROM searchable WHERE what > 0 AND what = ? AND thing = ?")?
        .query_row(params![thing.what(), thing.value()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// What is asked: every word must stand there, the last one as a beginning while it is typed.
#[derive(Clone)]
pub struct Asked {
    /// The last may be any of these: the word itself and the commonest that begin with it.
    words: Vec<Vec<String>>,
    rarity: Vec<f64>,
}

domain::named_only!(Asked);

/// Further words of a question are not looked at.
const MOST_WORDS: usize = 12;
/// So many words that begin as the last one are looked for. A lookup of a beginning itself would read
/// every thing with any of them; these are read only as far as the newest.
const MOST_ENDINGS: u32 = 32;

impl Asked {
    /// Reads what was typed; none where it has nothing to look for. A last word of one letter is not
    /// looked for while it is typed: nearly everything would fit.
    pub fn read(connection: &Connection, typed: &str) -> rusqlite::Result<Option<Self>> {
        let mut all = words(typed);
        all.truncate(MOST_WORDS);
        let beginning = typed.ends_with(|last: char| last.is_alphanumeric());
        let last = if beginning { all.pop() } else { None };
        let mut words: Vec<Vec<String>> = all.into_iter().map(|word| vec![word]).collect();
        match last {
            Some(last) if last.len() > 1 => {
                let mut endings = with_beginning(connection, &last)?;
                if !endings.contains(&last) {
                    endings.push(last);
                }
                words.push(endings);
            }
            _ => {}
        }
        if words.is_empty() {
            return Ok(None);
        }
        let rarity = words.iter().map(|words| rarity(connection, words)).collect::<Result<_, _>>()?;
        Ok(Some(Self { words, rarity }))
    }

    /// Whether a word of a text is one that was asked for.
    pub fn fits(&self, word: &str) -> bool {
        self.words.iter().flatten().any(|asked| asked == word)
    }

    /// How well a text fits: rare words count more than common ones, and the second time that a word
    /// comes less than the first (BM25 with k = 1.2 and b = 0.75, of texts that are 100 words long on
    /// average).
    pub fn score(&self, text: &[String]) -> f64 {
        let long = 0.25 + 0.75 * text.len() as f64 / 100.0;
        let of = |(asked, rarity): (&Vec<String>, &f64)| {
            let times = text.iter().filter(|word| asked.contains(word)).count() as f64;
            rarity * times * 2.2 / (times + 1.2 * long)
        };
        self.words.iter().zip(&self.rarity).map(of).sum()
    }

    fn question(&self, people: &[PersonId]) -> String {
        let any_of = |words: &[String]| {
            let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
            format!("({})", quoted.join(" OR "))
        };
        let mut question: Vec<String> = self.words.iter().map(|words| any_of(words)).collect();
        if !people.is_empty() {
            let people: Vec<String> = people.iter().map(|person| person_word(*person)).collect();
            question.push(any_of(&people));
        }
        question.join(" AND ")
    }
}

/// The commonest words with a beginning.
fn with_beginning(connection: &Connection, beginning: &str) -> rusqlite::Result<Vec<String>> {
    connection
        .prepare_cached("SELECT word FROM search_word WHERE word >= ? AND word < ? ORDER BY things DESC LIMIT ?")?
        .query_map(params![beginning, format!("{beginning}\u{10ffff}"), MOST_ENDINGS], |row| row.get(0))?
        .collect()
}

fn rarity(connection: &Connection, words: &[String]) -> rusqlite::Result<f64> {
    let all: f64 = connection
        .prepare_cached("SELECT max(things) FROM search_word WHERE word = ?")?
        .query_row([ALL], |row| row.get::<_, Option<f64>>(0))?
        .unwrap_or(0.0);
    let mut with = 0.0;
    for word in words {
        with += connection
            .prepare_cached("SELECT max(things) FROM search_word WHERE word = ?")?
            .query_row([word], |row| row.get::<_, Option<f64>>(0))?
            .unwrap_or(0.0);
    }
    Ok((1.0 + all / (with + 0.5)).ln())
}

/// What fits, newest event first, at most `limit` after a number; of everybody, or of some people.
pub fn newest(
    connection: &Connection,
    asked: &Asked,
    people: &[PersonId],
    after: Option<i64>,
    limit: u32,
) -> rusqlite::Result<Vec<(i64, Thing)>> {
    let numbers = connection
        .prepare_cached("SELECT rowid FROM search WHERE search MATCH ?1 AND rowid < ?2 ORDER BY rowid DESC LIMIT ?3")?
        .query_map(params![asked.question(people), after.unwrap_or(i64::MAX), limit], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<i64>>>()?;
    with_things(connection, numbers)
}

fn with_things(connection: &Connection, numbers: Vec<i64>) -> rusqlite::Result<Vec<(i64, Thing)>> {
    let mut things = Vec::with_capacity(numbers.len());
    for number in numbers {
        let thing = connection
            .prepare_cached("SELECT what, thing FROM searchable WHERE number = ?")?
            .query_row([number], |row| {
                Ok(match row.get::<_, i64>(0)? {
                    0 => Thing::Note(row.get(1)?),
                    1 => Thing::Record(RecordId::from_bytes(row.get(1)?)),
                    _ => Thing::Document(FactId::from_bytes(row.get(1)?)),
                })
            })
            .optional()?;
        things.extend(thing.map(|thing| (number, thing)));
    }
    Ok(things)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Zoë O’Example’s visit", &["zoe", "o", "example", "s", "visit"])]
    #[case("李明 came", &["李", "明", "came"])]
    #[case("x\u{e000}y", &["x", "y"])]
    #[case("  ", &[])]
    fn a_text_is_split_as_people_type_it(#[case] text: &str, #[case] expected: &[&str]) {
        assert_eq!(words(text), expected);
    }

    #[test]
    fn numbers_follow_the_minutes_and_leave_room_for_what_has_no_date() {
        assert_eq!(first_place(0), MINUTES_BEFORE_1970 << PLACES);
        assert!(first_place(60) > first_place(59));
        assert_eq!(first_place(-90_000_000_000), FIRST_MINUTE << PLACES, "before anybody can have lived");
        let seconds = chrono::NaiveDate::from_ymd_opt(1700, 1, 1).unwrap().and_time(chrono::NaiveTime::MIN);
        assert_eq!(seconds.and_utc().timestamp() / 60, -MINUTES_BEFORE_1970);
    }
}
