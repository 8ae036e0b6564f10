//! Who the children of a file may be. Nothing is matched but by a person, except where name and date
//! of birth are the same and nobody else has them.

use std::collections::{BTreeMap, BTreeSet};

use casebook::tables::person::{Person, fold};
use chrono::{Datelike, NaiveDate};
use domain::PersonId;
use exchange::NamedChild;

/// How like somebody on file a child of a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// Nobody on file is like it.
    None,
    /// Somebody may be meant.
    Likely,
    /// The same name and date of birth, and nobody else has them; or the id of somebody on file.
    Exact,
}

/// A child as a file names it.
#[derive(Clone, PartialEq, Eq)]
pub struct NamedInFile {
    /// What a decision names it by.
    pub key: String,
    /// Name as written.
    pub name: String,
    /// Date of birth.
    pub born: Option<NaiveDate>,
    /// Id in the file.
    pub id: Option<String>,
    /// Rows that name it.
    pub rows: u32,
    /// How like the first candidate is.
    pub likeness: Likeness,
    /// People on file who may be meant, the likeliest first, five at most.
    pub candidates: Vec<Person>,
}

domain::named_only!(NamedInFile);

/// Most candidates that are offered.
const CANDIDATES: usize = 5;
/// Most people who are looked at closely for one child.
const NEAR: usize = 500;

/// One key for every way in which a file writes the same child.
pub(super) fn key(child: &NamedChild) -> String {
    let born = child.born.map(|born| born.to_string()).unwrap_or_default();
    format!("{}|{born}|{}", tokens(&child.name).join(" "), child.id.as_deref().unwrap_or_default())
}

fn tokens(name: &str) -> Vec<String> {
    let mut tokens: Vec<String> =
        fold(name).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    tokens.sort();
    tokens
}

/// Everybody on file, to be matched against.
pub(super) struct OnFile {
    people: Vec<(Person, Vec<String>)>,
    by_id: BTreeMap<PersonId, usize>,
    /// By the whole name and the date of birth.
    by_both: BTreeMap<(Vec<String>, NaiveDate), Vec<usize>>,
    by_token: BTreeMap<String, Vec<usize>>,
    by_born: BTreeMap<NaiveDate, Vec<usize>>,
}

impl OnFile {
    pub(super) fn new(people: Vec<(Person, String)>) -> Self {
        let mut by_id = BTreeMap::new();
        let mut by_both: BTreeMap<(Vec<String>, NaiveDate), Vec<usize>> = BTreeMap::new();
        let mut by_token: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut by_born: BTreeMap<NaiveDate, Vec<usize>> = BTreeMap::new();
        let people: Vec<(Person, Vec<String>)> = people
            .into_iter()
            .map(|(person, _)| {
                let name = tokens(&person.name);
                (person, name)
            })
            .collect();
        for (index, (person, name)) in people.iter().enumerate() {
            let known_as = person.known_as.as_deref().map(tokens).unwrap_or_default();
            for token in name.iter().chain(&known_as).collect::<BTreeSet<_>>() {
                by_token.entry(token.clone()).or_default().push(index);
            }
            by_id.insert(person.id, index);
            if let Some(born) = person.date_of_birth {
                by_both.entry((name.clone(), born)).or_default().push(index);
                by_born.entry(born).or_default().push(index);
            }
        }
        Self { people, by_id, by_both, by_token, by_born }
    }

    /// Who a child may be.
    pub(super) fn matches(&self, child: &NamedChild) -> (Likeness, Vec<Person>) {
        if let Some(person) = child.id.as_deref().and_then(|id| id.parse::<PersonId>().ok())
            && let Some(found) = self.by_id.get(&person).and_then(|index| self.people.get(*index))
        {
            return (Likeness::Exact, vec![found.0.clone()]);
        }
        let name = tokens(&child.name);
        let same = child.born.and_then(|born| self.by_both.get(&(name.clone(), born)));
        if let Some([only]) = same.map(Vec::as_slice)
            && let Some((found, _)) = self.people.get(*only)
        {
            return (Likeness::Exact, vec![found.clone()]);
        }
        let mut near: BTreeSet<usize> = BTreeSet::new();
        near.extend(child.born.and_then(|born| self.by_born.get(&born)).into_iter().flatten());
        // The rarest part of a name tells most: a thousand people of one first name are no candidates.
        let mut parts: Vec<&Vec<usize>> = name.iter().filter_map(|token| self.by_token.get(token)).collect();
        parts.sort_by_key(|people| people.len());
        for people in parts {
            if near.is_empty() || near.len() + people.len() <= NEAR {
                near.extend(people);
            }
        }
        let mut scored: Vec<(u32, usize)> = near
            .into_iter()
            .map(|index| (self.score(index, &name, child.born), index))
            .filter(|(s, _)| *s > 0)
            .collect();
        scored.sort_by(|one, other| other.0.cmp(&one.0).then(one.1.cmp(&other.1)));
        let likeness = if scored.is_empty() { Likeness::None } else { Likeness::Likely };
        let people = scored.into_iter().take(CANDIDATES);
        (likeness, people.filter_map(|(_, index)| self.people.get(index)).map(|(person, _)| person.clone()).collect())
    }

    /// The higher the liker; 0 is not like.
    fn score(&self, index: usize, name: &[String], born: Option<NaiveDate>) -> u32 {
        let Some((person, theirs)) = self.people.get(index) else { return 0 };
        let same_name = name == theirs.as_slice();
        let shared = name.iter().filter(|token| theirs.contains(token)).count();
        let slips = name.len() == theirs.len() && name.iter().zip(theirs).all(|(one, other)| nearly(one, other));
        let days = match (born, person.date_of_birth) {
            (Some(one), Some(other)) if one == other => Days::Same,
            (Some(one), Some(other)) if slip(one, other) => Days::Slip,
            (Some(_), Some(_)) => Days::Other,
            _ => Days::Unknown,
        };
        match (same_name, days) {
            (true, Days::Same) => SAME,
            (true, Days::Slip) => 80,
            (true, Days::Unknown) => 70,
            (true, Days::Other) => 30,
            (false, Days::Same) if slips || shared > 0 => 60,
            (false, Days::Slip) if slips || shared > 1 => 40,
            (false, Days::Unknown) if slips || (shared > 1 && shared == name.len().min(theirs.len())) => 35,
            _ => 0,
        }
    }
}

/// Name and date of birth are the same.
const SAME: u32 = 100;

enum Days {
    Same,
    Slip,
    Other,
    Unknown,
}

/// Day and month swapped, or one part of three different.
fn slip(one: NaiveDate, other: NaiveDate) -> bool {
    let swapped = one.year() == other.year() && one.day() == other.month() && one.month() == other.day();
    let same = [one.year() == other.year(), one.month() == other.month(), one.day() == other.day()];
    swapped || same.iter().filter(|same| **same).count() == 2
}

/// One letter more, less or other, or two beside each other swapped; names of one or two letters must
/// be the same.
fn nearly(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() < 3 || long.len() - short.len() > 1 {
        return false;
    }
    let begin = short.iter().zip(long.iter()).take_while(|(a, b)| a == b).count();
    let rest = |letters: &[char], from: usize| letters.get(from..).unwrap_or_default().to_vec();
    if short.len() < long.len() {
        return rest(short, begin) == rest(long, begin + 1);
    }
    let swapped = short.get(begin) == long.get(begin + 1) && short.get(begin + 1) == long.get(begin);
    rest(short, begin + 1) == rest(long, begin + 1) || (swapped && rest(short, begin + 2) == rest(long, begin + 2))
}

#[cfg(test)]
mod tests {
    use casebook::tables::person::Person;
    use domain::PersonId;
    use exchange::NamedChild;
    use rstest::rstest;

    use super::{Likeness, OnFile, nearly};

    fn person(number: u8, name: &str, born: Option<&str>) -> (Person, String) {
        let person = Person {
            id: PersonId::from_bytes([number; 16]),
            name: name.to_owned(),
            known_as: None,
            kind: "child".to_owned(),
            date_of_birth_is: "exact".to_owned(),
            same_as: PersonId::from_bytes([number; 16]),
            date_of_birth: born.map(|born| born.parse().unwrap()),
            care_status: None,
            clash: false,
        };
        (person, String::new())
    }

    fn likeness(on_file: &[(&str, Option<&str>)], name: &str, born: Option<&str>) -> (Likeness, usize) {
        let people = (1..).zip(on_file).map(|(number, (name, born))| person(number, name, *born)).collect();
        let child = NamedChild { name: name.to_owned(), born: born.map(|born| born.parse().unwrap()), id: None };
        let (likeness, candidates) = OnFile::new(people).matches(&child);
        (likeness, candidates.len())
    }

    #[rstest]
    #[case("Zoë Çelik", Some("2016-05-17"), Likeness::Exact)]
    #[case("celik zoe", Some("2016-05-17"), Likeness::Exact)]
    #[case("Zoë Çelik", None, Likeness::Likely)]
    #[case("Zoe Celik", Some("2016-05-18"), Likeness::Likely)]
    #[case("Zoe Celick", Some("2016-05-17"), Likeness::Likely)]
    #[case("Zoë Çelik", Some("2012-01-02"), Likeness::Likely)]
    #[case("Bo Other", Some("2012-01-02"), Likeness::None)]
    fn only_the_same_name_and_birth_is_exact(
        #[case] name: &str,
        #[case] born: Option<&str>,
        #[case] expected: Likeness,
    ) {
        assert_eq!(likeness(&[("Zoë Çelik", Some("2016-05-17"))], name, born).0, expected);
    }

    #[test]
    fn two_of_one_name_and_birth_are_a_question_for_a_person() {
        let twins = [("Sam Doe", Some("2016-05-17")), ("Sam Doe", Some("2016-05-17"))];
        assert_eq!(likeness(&twins, "Sam Doe", Some("2016-05-17")), (Likeness::Likely, 2));
    }

    #[rstest]
    #[case("sam", "sma", true)]
    #[case("celik", "celick", true)]
    #[case("aisha", "aysha", true)]
    #[case("al", "bo", false)]
    #[case("sam", "tom", false)]
    fn a_slip_is_one_letter(#[case] one: &str, #[case] other: &str, #[case] near: bool) {
        assert_eq!(nearly(one, other), near);
    }
}
