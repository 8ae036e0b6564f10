//! A passphrase to offer: five words drawn at random from the EFF's long list, 64.6 bits.

use crate::random::{NoRandomness, random_bytes};
use diceware_wordlists::EFF_LONG_WORDLIST;
use zeroize::Zeroizing;

const WORDS: usize = 5;

/// Five random words with spaces between them, lower case. Wiped when dropped.
///
/// # Errors
/// [`NoRandomness`].
pub fn suggest_passphrase() -> Result<Zeroizing<String>, NoRandomness> {
    // Room for five of the longest words, so that the text never moves.
    let mut phrase = Zeroizing::new(String::with_capacity(WORDS * 16));
    for at in 0..WORDS {
        if at > 0 {
            phrase.push(' ');
        }
        phrase.push_str(random_word()?);
    }
    Ok(phrase)
}

fn random_word() -> Result<&'static str, NoRandomness> {
    let count = EFF_LONG_WORDLIST.len();
    // Numbers past the last whole round of the list would favour its first words: draw again.
    let fair = (1 << 16) / count * count;
    loop {
        let drawn = usize::from(u16::from_be_bytes(random_bytes()?));
        if drawn < fair {
            return Ok(EFF_LONG_WORDLIST[drawn % count]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn the_list_has_7776_different_words() {
        let different: HashSet<_> = EFF_LONG_WORDLIST.iter().collect();
        assert_eq!(different.len(), 7776);
        assert!(EFF_LONG_WORDLIST.iter().all(|word| (3..=15).contains(&word.len())));
    }

    #[test]
    fn a_suggestion_has_five_words_and_is_enough_by_our_own_rule() {
        let phrase = suggest_passphrase().unwrap();
        assert_eq!(phrase.split(' ').count(), 5);
        assert!(crate::judge(&phrase, &[]).enough);
        assert_ne!(*phrase, *suggest_passphrase().unwrap());
    }
}
