//! Takes out of texts what a reader may not know: passages that somebody in the family does not know
//! of, and hidden addresses.

use casebook::tables;
use domain::{
    Fact, FactKind, PersonId,
    facts::{Address, NotTold},
};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::AppFault;

/// What is taken out, and what stands in its place.
pub(crate) struct LeftOut {
    word: String,
    places: Vec<String>,
    taken: u32,
}

impl LeftOut {
    /// Takes out nothing yet; `word` is what stands in the place of what is taken, "[left out]".
    pub(crate) fn with(word: &str) -> Self {
        Self { word: word.to_owned(), places: Vec::new(), taken: 0 }
    }

    /// How often something was taken out.
    pub(crate) fn taken(&self) -> u32 {
        self.taken
    }

    /// Counts something that was left out whole.
    pub(crate) fn count(&mut self) {
        self.taken += 1;
    }

    /// Takes out an address from now on: all of it, its first line, its postcode. A town alone finds
    /// nobody and stays.
    pub(crate) fn hide(&mut self, address: &Address) {
        let lines = address.lines.trim();
        let first = lines.split(['\n', ',']).map(str::trim).find(|line| !line.is_empty()).unwrap_or_default();
        let postcode = address.postcode.as_deref().unwrap_or_default().trim();
        let unspaced: String = postcode.chars().filter(|letter| !letter.is_whitespace()).collect();
        // "E8 1AA", also where it was typed in one: the last three are the second part.
        let parted = unspaced.len().checked_sub(3).filter(|at| *at > 0 && unspaced.is_char_boundary(*at));
        let parted = parted.map(|at| format!("{} {}", &unspaced[..at], &unspaced[at..])).unwrap_or_default();
        for place in [lines, first, &parted, &unspaced] {
            // A single letter or number would blank out half a text.
            if place.chars().count() >= 5 && !self.places.iter().any(|known| known == place) {
                self.places.push(place.to_owned());
            }
        }
        // The longest first, or a first line would leave the rest of its address behind.
        self.places.sort_by_key(|place| std::cmp::Reverse(place.len()));
    }

    /// A text without hidden addresses and without those passages of it that stand in it.
    pub(crate) fn out_of(&mut self, text: &str, passages: &[&NotTold]) -> String {
        let mut left = text.to_owned();
        let passages = passages.iter().map(|said| said.passage.trim()).filter(|passage| !passage.is_empty());
        for passage in passages.chain(self.places.iter().map(String::as_str)) {
            if let Some((without, times)) = take_out(&left, passage, &self.word) {
                left = without;
                self.taken += times;
            }
        }
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
/// a mother's stands in the notes of her child. Each with those who live there.
pub(crate) fn hidden_around(reading: &Connection, person: PersonId) -> Result<Vec<(Vec<PersonId>, Address)>, AppFault> {
    let mut around = tables::same_person::group(reading, person)?;
    for file in around.clone() {
        for known in tables::fact::of(reading, file, FactKind::Relationship)? {
            around.extend(known.about);
        }
    }
    let mut hidden = Vec::new();
    for person in around {
        for known in tables::fact::of(reading, person, FactKind::Address)? {
            // Of two versions that stand side by side, the one that hides it counts.
            let versions = if known.heads > 1 { tables::fact::standing(reading, known.id)? } else { vec![known] };
            hidden.extend(versions.into_iter().filter_map(|version| match version.says {
                Fact::Address(address) if address.hidden => Some((version.about, address)),
                _ => None,
            }));
        }
    }
    Ok(hidden)
}

/// Whether all of a thing is left out: where that is said, and where a passage is not found in it.
pub(crate) fn must_leave_all(said: &[&NotTold], found: impl Fn(&str) -> bool) -> bool {
    said.iter().any(|said| said.passage.trim().is_empty() || !found(said.passage.trim()))
}

/// Whether a passage stands in a text, however it is laid out in lines.
pub(crate) fn stands_in(text: &str, passage: &str) -> bool {
    take_out(text, passage, "").is_some()
}

fn holds(value: &Value, passage: &str) -> bool {
    match value {
        Value::String(text) => stands_in(text, passage),
        Value::Array(parts) => parts.iter().any(|part| holds(part, passage)),
        Value::Object(members) => members.values().any(|member| holds(member, passage)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

/// A text with every place where a passage stands replaced, and how many there were; none where it does
/// not stand. Blanks and line ends are one, and capitals are small letters: a passage is marked on a
/// screen, where lines break elsewhere.
fn take_out(text: &str, passage: &str, word: &str) -> Option<(String, u32)> {
    let wanted: Vec<char> = folded(passage.trim()).into_iter().map(|(letter, _, _)| letter).collect();
    let letters = folded(text);
    if wanted.is_empty() {
        return None;
    }
    let (mut left, mut from, mut at, mut times) = (String::new(), 0, 0, 0);
    while at + wanted.len() <= letters.len() {
        let window = &letters[at..at + wanted.len()];
        if window.iter().map(|(letter, _, _)| letter).eq(&wanted) {
            let (Some((_, begin, _)), Some((_, _, end))) = (window.first(), window.last()) else { break };
            left.push_str(&text[from..*begin]);
            left.push_str(word);
            (from, at, times) = (*end, at + wanted.len(), times + 1);
        } else {
            at += 1;
        }
    }
    left.push_str(&text[from..]);
    (times > 0).then_some((left, times))
}

/// Letters as they are compared, each with where it begins and ends in the text.
fn folded(text: &str) -> Vec<(char, usize, usize)> {
    let mut letters: Vec<(char, usize, usize)> = Vec::with_capacity(text.len());
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

    use super::{LeftOut, take_out};

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
        assert_eq!(take_out(text, passage, "[left out]").unwrap().0, left);
    }

    #[test]
    fn what_does_not_stand_there_changes_nothing() {
        assert_eq!(take_out("Anything", "other", "[left out]"), None);
        assert_eq!(take_out("Anything", " ", "[left out]"), None);
    }

    #[test]
    fn a_hidden_address_goes_in_whole_and_in_parts() {
        let mut left = LeftOut::with("[left out]");
        left.hide(&Address {
            lines: "4 Refuge Row\nLondon".into(),
            postcode: Some("e81aa".into()),
            used: AddressUse::Home,
            from: None,
            until: None,
            do_not_contact: false,
            hidden: true,
            hidden_from: Vec::new(),
            note: String::new(),
        });
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
