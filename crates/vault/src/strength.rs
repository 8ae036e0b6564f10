//! How strong a passphrase is. No rules about digits and capitals: they make passphrases that are
//! hard to remember and easy to guess.

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;
use zxcvbn::feedback::{Suggestion, Warning};
use zxcvbn::{Score, zxcvbn};

/// A passphrase shorter than this is not enough, however surprising.
const MIN_CHARS: usize = 14;

/// What would make a passphrase stronger. A closed list of codes; the words are the catalogue's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Advice {
    /// It has fewer than 14 characters.
    TooShort,
    /// It is, or resembles, one that many people use.
    Common,
    /// It is made of names, or of what is known about this person.
    Names,
    /// It has dates or years.
    Dates,
    /// It has runs such as "abc", "1234", or neighbouring keys.
    Sequences,
    /// It repeats words or characters.
    Repeats,
    /// Capitals, digits for letters or reversed words make it hardly better.
    Disguises,
    /// One or two more unusual words would do.
    AddWords,
}

/// A judged passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Strength {
    /// 0 (guessed at once) to 4 (beyond 10^10 guesses), as zxcvbn counts.
    pub score: u8,
    /// Whether it may protect a casebook: score 4 and at least 14 characters.
    pub enough: bool,
    /// What would help; empty exactly when it is enough. No duplicates.
    pub advice: Vec<Advice>,
}

/// Judges a passphrase. `about` holds what is known of the person (name, organisation), which a
/// guesser would try first.
#[must_use]
pub fn judge(passphrase: &str, about: &[&str]) -> Strength {
    let normal = zeroize::Zeroizing::new(passphrase.nfkc().collect::<String>());
    let known = [about, &["holdfast", "casebook"]].concat();
    let found = zxcvbn(&normal, &known);
    let long_enough = normal.chars().count() >= MIN_CHARS;
    let enough = found.score() == Score::Four && long_enough;

    let mut advice = Vec::new();
    let mut add = |code| {
        if !enough && !advice.contains(&code) {
            advice.push(code);
        }
    };
    if !long_enough {
        add(Advice::TooShort);
    }
    if let Some(feedback) = found.feedback() {
        feedback.warning().map(of_warning).into_iter().for_each(&mut add);
        feedback.suggestions().iter().filter_map(of_suggestion).for_each(&mut add);
    }
    if found.score() < Score::Four {
        add(Advice::AddWords);
    }
    Strength { score: u8::from(found.score()), enough, advice }
}

fn of_warning(warning: Warning) -> Advice {
    match warning {
        Warning::StraightRowsOfKeysAreEasyToGuess
        | Warning::ShortKeyboardPatternsAreEasyToGuess
        | Warning::SequencesLikeAbcAreEasyToGuess => Advice::Sequences,
        Warning::RepeatsLikeAaaAreEasyToGuess | Warning::RepeatsLikeAbcAbcAreOnlySlightlyHarderToGuess => {
            Advice::Repeats
        }
        Warning::ThisIsATop10Password
        | Warning::ThisIsATop100Password
        | Warning::ThisIsACommonPassword
        | Warning::ThisIsSimilarToACommonlyUsedPassword
        | Warning::AWordByItselfIsEasyToGuess => Advice::Common,
        Warning::RecentYearsAreEasyToGuess | Warning::DatesAreOftenEasyToGuess => Advice::Dates,
        Warning::NamesAndSurnamesByThemselvesAreEasyToGuess | Warning::CommonNamesAndSurnamesAreEasyToGuess => {
            Advice::Names
        }
    }
}

fn of_suggestion(suggestion: &Suggestion) -> Option<Advice> {
    match suggestion {
        Suggestion::UseAFewWordsAvoidCommonPhrases | Suggestion::AddAnotherWordOrTwo => Some(Advice::AddWords),
        Suggestion::CapitalizationDoesntHelpVeryMuch
        | Suggestion::AllUppercaseIsAlmostAsEasyToGuessAsAllLowercase
        | Suggestion::ReversedWordsArentMuchHarderToGuess
        | Suggestion::PredictableSubstitutionsDontHelpVeryMuch => Some(Advice::Disguises),
        Suggestion::UseALongerKeyboardPatternWithMoreTurns | Suggestion::AvoidSequences => Some(Advice::Sequences),
        Suggestion::AvoidRepeatedWordsAndCharacters => Some(Advice::Repeats),
        Suggestion::AvoidRecentYears
        | Suggestion::AvoidYearsThatAreAssociatedWithYou
        | Suggestion::AvoidDatesAndYearsThatAreAssociatedWithYou => Some(Advice::Dates),
        Suggestion::NoNeedForSymbolsDigitsOrUppercaseLetters => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enough_means_score_four_and_fourteen_characters_and_then_no_advice() {
        let good = judge("marble otter glazing Tuesday", &[]);
        assert_eq!(good, Strength { score: 4, enough: true, advice: vec![] });
        let short = judge("xK9!qv2$Lw#", &[]);
        assert_eq!((short.score, short.enough), (4, false), "strong, yet too short");
        assert_eq!(short.advice, [Advice::TooShort]);
    }

    #[test]
    fn weak_passphrases_are_told_why() {
        let advice = |typed| judge(typed, &[]).advice;
        assert!(advice("password").contains(&Advice::Common));
        assert!(advice("aaaaaaaaaaaaaaaaaaaa").contains(&Advice::Repeats));
        assert!(advice("abcdefghijklmnopqr").contains(&Advice::Sequences));
        assert!(advice("").contains(&Advice::TooShort));
        for typed in ["password", "", "Summer2026!", "aaaaaaaaaaaaaaaaaaaa", "P@ssw0rd1234567"] {
            let strength = judge(typed, &[]);
            assert!(!strength.enough && !strength.advice.is_empty(), "{typed}");
        }
    }

    #[test]
    fn what_is_known_about_the_person_counts_for_little() {
        let known = ["Rosamund Quillfeather", "Rosamund", "Quillfeather"];
        assert!(judge("rosamundquillfeather", &[]).score > judge("rosamundquillfeather", &known).score);
    }
}
