//! The spelling check: a dictionary that is built in, and the words that the council and the person
//! take as right. No text leaves the process.

use std::sync::OnceLock;

use domain::{Action, Resource};
use spellbook::Dictionary;

use super::words::all_known;
use crate::{AppFault, Session, permit::permit};

static AFFIXES: &str = include_str!("../../dictionary/en_GB.aff");
static WORDS: &str = include_str!("../../dictionary/en_GB.dic");

/// Most characters of a text that is checked at a time.
const MOST: usize = 100_000;
/// Most words that are told: a text in another language is not spelt wrong, it is another language.
const MOST_DOUBTFUL: usize = 50;
/// Most suggestions for a word.
const SUGGESTIONS: usize = 5;

/// The dictionary, read when it is first asked: it takes a moment and memory.
#[derive(Default)]
pub struct Spelling(OnceLock<Option<Dictionary>>);

/// A word that the dictionary does not have.
#[derive(Clone, PartialEq, Eq)]
pub struct DoubtfulWord {
    /// As written.
    pub word: String,
    /// Where it begins first, in UTF-16 units.
    pub at: u32,
    /// What may be meant, the likeliest first.
    pub suggestions: Vec<String>,
}

domain::named_only!(DoubtfulWord);

impl Spelling {
    fn dictionary(&self) -> Result<&Dictionary, AppFault> {
        let read = || Dictionary::new(AFFIXES, WORDS).ok();
        self.0.get_or_init(read).as_ref().ok_or(AppFault::Internal("the dictionary does not read"))
    }
}

/// Looks for words that neither the dictionary nor the known words have. Names of people on file are
/// right.
///
/// # Errors
/// [`AppFault::TextTooLong`].
pub fn check_spelling(session: &Session, text: &str) -> Result<Vec<DoubtfulWord>, AppFault> {
    permit(session, Action::Read, Resource::Drafts)?;
    if text.chars().count() > MOST {
        return Err(AppFault::TextTooLong);
    }
    let dictionary = session.spelling.dictionary()?;
    let known = all_known(session)?;
    let mut doubtful: Vec<DoubtfulWord> = Vec::new();
    let mut seen = std::collections::BTreeSet::new();
    for (start, word) in words(text) {
        let plain = word.replace('\u{2019}', "'");
        if !seen.insert(plain.clone()) || known.contains(&plain.to_lowercase()) || dictionary.check(&plain) {
            continue;
        }
        let bare = plain.strip_suffix("'s").unwrap_or(&plain);
        if known.contains(&bare.to_lowercase()) {
            continue;
        }
        let before = text.get(..start).unwrap_or_default();
        let at = u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX);
        let mut suggestions = Vec::new();
        dictionary.suggest(&plain, &mut suggestions);
        suggestions.sort_by_cached_key(|meant| distance(&plain, meant));
        suggestions.truncate(SUGGESTIONS);
        doubtful.push(DoubtfulWord { word: word.to_owned(), at, suggestions });
        if doubtful.len() == MOST_DOUBTFUL {
            break;
        }
    }
    Ok(doubtful)
}

/// How far a suggestion is from what was written: letters to change, two neighbours swapped being
/// one; and of those equally far, one that only doubles a letter comes first.
fn distance(written: &str, meant: &str) -> (usize, bool) {
    let (one, other): (Vec<char>, Vec<char>) = (written.chars().collect(), meant.chars().collect());
    let same = |a: char, b: char| a.eq_ignore_ascii_case(&b);
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let change = above[j] + usize::from(!same(*a, *b));
            let mut least = change.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && same(*a, other[j - 1]) && same(one[i - 1], *b) {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut above, row);
    }
    let letters = |word: &[char]| word.iter().collect::<std::collections::BTreeSet<_>>().len();
    (above[other.len()], letters(&one) != letters(&other) || other.len() <= one.len())
}

/// Words of the Latin alphabet, with apostrophes inside. Words with digits, in capitals, and in other
/// scripts are not for this dictionary.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let letter = |c: char| c.is_alphanumeric() || c == '\'' || c == '\u{2019}';
    text.split(move |c: char| !letter(c)).filter_map(move |piece| {
        let word = piece.trim_matches(|c| c == '\'' || c == '\u{2019}');
        let start = word.as_ptr().addr().saturating_sub(text.as_ptr().addr());
        let latin = word.chars().all(|c| c == '\'' || c == '\u{2019}' || (c.is_alphabetic() && (c as u32) < 0x250));
        let capitals = word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        (word.chars().count() > 1 && latin && !capitals).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::{distance, words};

    #[test]
    fn a_doubled_letter_is_the_nearest_slip() {
        let mut meant = ["hay", "hap", "harpy", "haply", "happy"];
        meant.sort_by_key(|one| distance("hapy", one));
        assert_eq!(meant[0], "happy");
        assert!(distance("recieve", "receive") < distance("recieve", "relieved"));
    }

    #[test]
    fn words_are_found_with_their_places() {
        let found: Vec<_> = words("She said \u{2018}don\u{2019}t go\u{2019} to ABC 12b, קינד").collect();
        assert_eq!(found, [(0, "She"), (4, "said"), (12, "don\u{2019}t"), (20, "go"), (26, "to")]);
    }
}
