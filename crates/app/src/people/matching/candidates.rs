//! Who is worth a close look.

use std::collections::BTreeSet;

use casebook::tables::person_find::Sort;
use domain::{
    likeness::{Profile, birth_slips},
    names::a_slip_apart,
};

use super::index::Index;
use crate::AppFault;

/// Most people who are looked at closely for one.
const NEAR: usize = 250;
/// What a word that meets counts, or the date of birth; two such make a candidate.
const ONE: u32 = 10;

/// Those who share an identifier or a phone, two words of a name by letters, by sound or with a slip, or
/// one such word with the date of birth or its slips. The nearest first.
pub(super) fn candidates<I: Index>(index: &I, wanted: &Profile) -> Result<Vec<I::Id>, AppFault> {
    let mut counts: Vec<(I::Id, u32)> = Vec::new();
    let words: BTreeSet<&str> = wanted.words().collect();
    for (word, sounds) in wanted.words_and_sounds() {
        counts.extend(
            alike(index, word, sounds)?.into_iter().map(|(id, how)| (id, if how == How::Same { ONE + 1 } else { ONE })),
        );
    }
    if let Some(born) = wanted.born {
        for day in birth_slips(born) {
            let count = if day == born { ONE + 2 } else { ONE };
            counts.extend(index.with(Sort::Born, &day.to_string())?.into_iter().map(|id| (id, count)));
        }
    }
    for (sort, values) in [(Sort::Id, &wanted.identifiers), (Sort::Phone, &wanted.phones)] {
        for value in values {
            counts.extend(index.with(sort, value)?.into_iter().map(|id| (id, 2 * ONE)));
        }
    }
    let enough = if words.len() > 1 { 2 * ONE } else { ONE };
    let mut near = summed(counts);
    near.retain(|(_, count)| *count >= enough);
    near.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(&other.0)));
    near.truncate(NEAR);
    Ok(near.into_iter().map(|(id, _)| id).collect())
}

fn summed<T: Copy + Ord>(mut counts: Vec<(T, u32)>) -> Vec<(T, u32)> {
    counts.sort_unstable();
    let mut summed: Vec<(T, u32)> = Vec::new();
    for (id, count) in counts {
        match summed.last_mut() {
            Some((last, sum)) if *last == id => *sum += count,
            _ => summed.push((id, count)),
        }
    }
    summed
}

/// How a word on file is like the one that is looked for, the likest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    Same,
    Slip,
    Sound,
}

/// Who has a word like this one: each once, by what is likest.
pub(super) fn alike<I: Index>(index: &I, word: &str, sounds: &[String]) -> Result<Vec<(I::Id, How)>, AppFault> {
    let mut people: Vec<(I::Id, How)> = index.with(Sort::Word, word)?.into_iter().map(|id| (id, How::Same)).collect();
    for slip in slips(index, word)? {
        people.extend(index.with(Sort::Word, &slip)?.into_iter().map(|id| (id, How::Slip)));
    }
    for sound in sounds {
        people.extend(index.with(Sort::Sound, sound)?.into_iter().map(|id| (id, How::Sound)));
    }
    people.sort_unstable();
    people.dedup_by_key(|(id, _)| *id);
    Ok(people)
}

/// Words on file that are a slip apart. One slip, a swap too, leaves the beginning or the end of a word
/// as it is.
fn slips(index: &impl Index, word: &str) -> Result<BTreeSet<String>, AppFault> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 3 {
        return Ok(BTreeSet::new());
    }
    let half = (letters.len() - 1) / 2;
    let begins: String = letters.iter().take(half).collect();
    let ends: String = letters.iter().rev().take(half).collect();
    let mut found: BTreeSet<String> = index.beginning(Sort::Word, &begins)?.into_iter().collect();
    found.extend(index.beginning(Sort::Ending, &ends)?.into_iter().map(|end| end.chars().rev().collect::<String>()));
    found.retain(|there| a_slip_apart(word, there));
    Ok(found)
}
