//! Takes out of texts what a reader may not know: passages that somebody in the family does not know
//! of, and hidden addresses.

use std::collections::BTreeSet;

use casebook::tables::{self, fact::Known};
use domain::{
    Fact, FactKind, PersonId,
    facts::{Address, NotTold},
};
use rusqlite::Connection;
use serde_json::{Value, json};

use super::about::{groups, standing_of};
use crate::AppFault;

/// What is taken out, and what stands in its place.
pub(crate) struct LeftOut {
    word: String,
    places: Vec<String>,
    watched: Vec<String>,
    met: bool,
    taken: u32,
}

impl LeftOut {
    /// Takes out nothing yet; `word` is what stands in the place of what is taken, "[left out]".
    pub(crate) fn with(word: &str) -> Self {
        Self { word: word.to_owned(), places: Vec::new(), watched: Vec::new(), met: false, taken: 0 }
    }

    /// How often something was taken out.
    pub(crate) fn taken(&self) -> u32 {
        self.taken
    }

    /// Counts something that was left out whole.
    pub(crate) fn count(&mut self) {
        self.taken += 1;
    }

    /// Takes out an address from now on: all of it, its postcode, each part with a number, the first part,
    /// and parts that follow one another. A town alone finds nobody and stays.
    pub(crate) fn hide(&mut self, address: &Address) {
        add_places(&mut self.places, address);
    }

    /// Notes from now on whether an address stands in what is told, whether or not it is taken out.
    pub(crate) fn watch(&mut self, address: &Address) {
        add_places(&mut self.watched, address);
    }

    /// Whether one that is watched for stood in a text.
    pub(crate) fn met(&self) -> bool {
        self.met
    }

    /// A text without hidden addresses and without those passages of it that stand in it. All are looked
    /// for in the text as it is: what one cuts would leave the other half of what runs into it.
    pub(crate) fn out_of(&mut self, text: &str, passages: &[&NotTold]) -> String {
        let letters = folded(text);
        self.met = self.met || self.watched.iter().any(|place| !found(&letters, place).is_empty());
        let passages = passages.iter().map(|said| said.passage.as_str());
        let mut ranges: Vec<(usize, usize)> = passages
            .chain(self.places.iter().map(String::as_str))
            .flat_map(|passage| found(&letters, passage))
            .collect();
        ranges.sort_unstable();
        let (left, times) = cut(text, &ranges, &self.word);
        self.taken += times;
        left
    }

    /// Answers without what is not told. A passage that stands nowhere in them as it was written (they
    /// were amended since, or it runs over several answers) takes all of them: better too much than the
    /// one sentence that a child reads.
    pub(crate) fn out_of_answers(&mut self, answers: &mut [(String, Value)], said: &[&NotTold]) {
        if must_leave_all(said, |passage| answers.iter().any(|(_, value)| holds(value, passage))) {
            for (_, value) in answers {
                *value = json!({ forms::AS_IMPORTED: self.word });
            }
            self.taken += 1;
            return;
        }
        for (_, value) in answers {
            self.out_of_value(value, said);
        }
    }

    fn out_of_value(&mut self, value: &mut Value, said: &[&NotTold]) {
        match value {
            Value::String(text) => *text = self.out_of(text, said),
            Value::Array(parts) => parts.iter_mut().for_each(|part| self.out_of_value(part, said)),
            Value::Object(members) => members.values_mut().for_each(|member| self.out_of_value(member, said)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
}

/// Every hidden address of a person and of whoever is beside them, whose homes their records tell as well:
/// a mother's stands in the notes of her child, whichever of her files it is on. Each with those who live
/// there.
pub(crate) fn hidden_around(reading: &Connection, person: PersonId) -> Result<Vec<(Vec<PersonId>, Address)>, AppFault> {
    let mut beside = vec![person];
    for file in tables::same_person::group(reading, person)? {
        for known in tables::fact::of(reading, file, FactKind::Relationship)? {
            beside.extend(standing_of(reading, known)?.into_iter().flat_map(|version| version.about));
        }
    }
    let mut hidden = Vec::new();
    for file in groups(reading, &beside)? {
        for known in tables::fact::of(reading, file, FactKind::Address)? {
            hidden.extend(hidden_versions(standing_of(reading, known)?));
        }
    }
    Ok(hidden)
}

/// The versions of an address where one of them hides it: all are the same place, and are hidden from
/// whomever any of them names.
fn hidden_versions(versions: Vec<Known>) -> Vec<(Vec<PersonId>, Address)> {
    let places: Vec<(Vec<PersonId>, Address)> = versions
        .into_iter()
        .filter_map(|version| match version.says {
            Fact::Address(address) => Some((version.about, address)),
            _ => None,
        })
        .collect();
    if !places.iter().any(|(_, address)| address.hidden) {
        return Vec::new();
    }
    let from: BTreeSet<PersonId> = places.iter().flat_map(|(_, address)| address.hidden_from.clone()).collect();
    let hide =
        |(about, address)| (about, Address { hidden: true, hidden_from: from.iter().copied().collect(), ..address });
    places.into_iter().map(hide).collect()
}

fn add_places(places: &mut Vec<String>, address: &Address) {
    let mut parts = parts_of(address.lines.trim());
    let postcode = address.postcode.as_deref().unwrap_or_default().trim();
    let unspaced: String = postcode.chars().filter(|letter| !letter.is_whitespace()).collect();
    // "E8 1AA", also where it was typed in one: the last three are the second part.
    let parted = unspaced.len().checked_sub(3).filter(|at| *at > 0 && unspaced.is_char_boundary(*at));
    let parted = parted.map(|at| format!("{} {}", &unspaced[..at], &unspaced[at..])).unwrap_or_default();
    parts.extend([parted, unspaced]);
    for part in parts {
        if is_long_enough(&part) && !places.contains(&part) {
            places.push(part);
        }
    }
}

/// A single letter or number would blank out half a text.
fn is_long_enough(place: &str) -> bool {
    place.chars().count() >= 5
}

/// By what an address is known in a text: as it is written, by the first of its parts and each with a
/// number, and by two that follow one another, for a flat or a number in a line of its own. Commas are
/// not written by everybody.
fn parts_of(lines: &str) -> Vec<String> {
    let parts: Vec<&str> = lines.split(['\n', ',']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let numbered = |part: &str| part.chars().any(char::is_numeric);
    let alone = |at: usize, part: &str| (at == 0 || numbered(part)) && is_long_enough(part);
    let mut places = vec![lines.to_owned()];
    for (at, part) in parts.iter().enumerate() {
        places.extend(alone(at, part).then(|| (*part).to_owned()));
        let Some(next) = parts.get(at + 1) else { continue };
        // The last is the town, and what stands before it goes already.
        let town = at + 2 == parts.len() && !numbered(next);
        if !(town && alone(at, part)) {
            places.extend([format!("{part}, {next}"), format!("{part} {next}")]);
        }
    }
    places
}

/// Whether all of a thing is left out: where that is said, and where a passage is not found in it.
pub(crate) fn must_leave_all(said: &[&NotTold], found: impl Fn(&str) -> bool) -> bool {
    said.iter().any(|said| said.passage.trim().is_empty() || !found(said.passage.trim()))
}

/// Whether a passage stands in a text, however it is laid out in lines.
pub(crate) fn stands_in(text: &str, passage: &str) -> bool {
    !found(&folded(text), passage).is_empty()
}

fn holds(value: &Value, passage: &str) -> bool {
    match value {
        Value::String(text) => stands_in(text, passage),
        Value::Array(parts) => parts.iter().any(|part| holds(part, passage)),
        Value::Object(members) => members.values().any(|member| holds(member, passage)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Where a passage stands in a text, from byte to byte. Blanks and line ends are one, and capitals are
/// small letters: a passage is marked on a screen, where lines break elsewhere.
fn found(letters: &[Letter], passage: &str) -> Vec<(usize, usize)> {
    let wanted: Vec<char> = folded(passage.trim()).into_iter().map(|(letter, _, _)| letter).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let stands = |window: &&[Letter]| window.iter().map(|(letter, _, _)| letter).eq(&wanted);
    let range = |window: &[Letter]| Some((window.first()?.1, window.last()?.2));
    letters.windows(wanted.len()).filter(stands).filter_map(range).collect()
}

/// A text with the word in place of each range, of those that meet once; and how many there were. The
/// ranges are in order.
fn cut(text: &str, ranges: &[(usize, usize)], word: &str) -> (String, u32) {
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (begin, end) in ranges {
        match joined.last_mut() {
            Some((_, last)) if *begin <= *last => *last = (*last).max(*end),
            _ => joined.push((*begin, *end)),
        }
    }
    let (mut left, mut from) = (String::with_capacity(text.len()), 0);
    for (begin, end) in &joined {
        left.push_str(&text[from..*begin]);
        left.push_str(word);
        from = *end;
    }
    left.push_str(&text[from..]);
    (left, u32::try_from(joined.len()).unwrap_or(u32::MAX))
}

/// A letter as it is compared, with where it begins and ends in the text.
type Letter = (char, usize, usize);

/// The letters of a text, of blanks in a row one.
fn folded(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        if letter.is_whitespace() {
            match letters.last_mut() {
                Some((' ', _, blank_end)) => *blank_end = end,
                _ => letters.push((' ', at, end)),
            }
        } else {
            letters.extend(letter.to_lowercase().map(|letter| (letter, at, end)));
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use domain::facts::{Address, AddressUse, NotTold, Target, Unaware};
    use rstest::rstest;
    use serde_json::json;

    use super::{LeftOut, stands_in};

    fn said(passage: &str) -> NotTold {
        NotTold {
            of: Target::Record(domain::RecordId::from_bytes([1; 16])),
            passage: passage.to_owned(),
            unaware: Unaware::Child,
            because: "She is to be told by her mother".into(),
        }
    }

    #[rstest]
    #[case("He is not her father.", "not her father", "He is [left out].")]
    #[case("He is not\n her   father. Not her father!", "not her father", "He is [left out]. [left out]!")]
    #[case("İstanbul and Zoë", "zoë", "İstanbul and [left out]")]
    #[case("אבא לא יודע", "לא", "אבא [left out] יודע")]
    fn a_passage_goes_wherever_it_stands(#[case] text: &str, #[case] passage: &str, #[case] left: &str) {
        assert!(stands_in(text, passage));
        assert_eq!(LeftOut::with("[left out]").out_of(text, &[&said(passage)]), left);
    }

    #[rstest]
    #[case("other")]
    #[case(" ")]
    #[case("Anything and more")]
    fn what_does_not_stand_there_changes_nothing(#[case] passage: &str) {
        let mut left = LeftOut::with("[left out]");
        assert!(!stands_in("Anything", passage));
        assert_eq!((left.out_of("Anything", &[&said(passage)]), left.taken()), ("Anything".to_owned(), 0));
    }

    #[test]
    fn passages_that_run_into_one_another_go_whole_and_are_one() {
        let mut left = LeftOut::with("[left out]");
        let (one, other) = (said("he is not her father and"), said("her father and she does not know"));
        let text = "Nan said that he is not her father and she does not know.";
        assert_eq!(left.out_of(text, &[&one, &other]), "Nan said that [left out].");
        assert_eq!(left.out_of(text, &[&other, &one]), "Nan said that [left out].");
        assert_eq!(left.taken(), 2);
        left.hide(&lives_at("4 Refuge Row\nLondon", None));
        let runs_over = said("moved to 4 Refuge");
        assert_eq!(left.out_of("They moved to 4 Refuge Row today.", &[&runs_over]), "They [left out] today.");
    }

    fn lives_at(lines: &str, postcode: Option<&str>) -> Address {
        Address {
            lines: lines.into(),
            postcode: postcode.map(str::to_owned),
            used: AddressUse::Home,
            from: None,
            until: None,
            do_not_contact: false,
            hidden: true,
            hidden_from: Vec::new(),
            note: String::new(),
        }
    }

    #[rstest]
    #[case("Refuge House\n4 Long Street\nLondon", "At 4 Long Street, London.", "At [left out], London.")]
    #[case("Refuge House\n4 Long Street\nLondon", "At Refuge House in London.", "At [left out] in London.")]
    #[case("Flat 2, 4 Refuge Row, London", "Flat 2, 4 Refuge Row. No flat.", "[left out]. No flat.")]
    #[case("4\nRefuge Row\nLondon", "4, Refuge Row and 4 Refuge Row", "[left out] and [left out]")]
    #[case("Refuge House\nRefuge Row\nLondon", "at Refuge Row, London", "at [left out]")]
    #[case("4 Refuge Row\nLondon", "4 of them went to London", "4 of them went to London")]
    fn every_part_that_finds_a_hidden_address_goes(#[case] lines: &str, #[case] text: &str, #[case] is_left: &str) {
        let mut left = LeftOut::with("[left out]");
        left.hide(&lives_at(lines, None));
        assert_eq!(left.out_of(text, &[]), is_left);
    }

    #[test]
    fn a_hidden_address_goes_in_whole_and_in_parts() {
        let mut left = LeftOut::with("[left out]");
        left.hide(&lives_at("4 Refuge Row\nLondon", Some("e81aa")));
        assert_eq!(
            left.out_of("Moved to 4 refuge row, London E8 1AA.", &[]),
            "Moved to [left out], London [left out]."
        );
        assert_eq!(left.out_of("4 Refuge Row\nLondon", &[]), "[left out]");
        assert_eq!(left.taken(), 3);
    }

    #[test]
    fn a_passage_that_stands_in_no_answer_takes_all_of_them() {
        let mut left = LeftOut::with("[left out]");
        let mut answers = vec![("a".to_owned(), json!("He is not the father")), ("b".to_owned(), json!("Milk"))];
        left.out_of_answers(&mut answers, &[&said("not the father")]);
        assert_eq!((answers[0].1.clone(), answers[1].1.clone()), (json!("He is [left out]"), json!("Milk")));
        let mut amended = vec![("a".to_owned(), json!("He isn't the father")), ("b".to_owned(), json!("Milk"))];
        left.out_of_answers(&mut amended, &[&said("not the father")]);
        assert!(amended.iter().all(|(_, value)| value["as_imported"] == "[left out]"));
    }
}
