//! The words around what fits.

use casebook::tables::search::{Asked, words};

/// Letters before the first word that fits, and in all.
const BEFORE: usize = 60;
const LENGTH: usize = 220;

/// A part of a text in pieces, by turns plain and fitting, beginning with plain; none where nothing in
/// it fits.
pub(super) fn pieces(text: &str, asked: &Asked) -> Option<Vec<String>> {
    let first = runs(text, 0).find(|(from, to)| fits(&text[*from..*to], asked))?;
    let mut from = 0;
    for (at, (offset, letter)) in text[..first.0].char_indices().rev().enumerate() {
        if at >= BEFORE && letter.is_whitespace() {
            from = offset + letter.len_utf8();
            break;
        }
        if at >= 2 * BEFORE {
            from = offset;
            break;
        }
    }
    let end = text[from..].char_indices().nth(LENGTH).map_or(text.len(), |(offset, _)| from + offset).max(first.1);
    let mut pieces = vec![if from > 0 { "… ".to_owned() } else { String::new() }];
    let mut plain_from = from;
    for (start, to) in runs(text, from).take_while(|(_, to)| *to <= end) {
        if fits(&text[start..to], asked) {
            push_plain(&mut pieces, &text[plain_from..start]);
            pieces.push(text[start..to].to_owned());
            plain_from = to;
        }
    }
    push_plain(&mut pieces, &text[plain_from..end]);
    if end < text.len()
        && let Some(last) = pieces.last_mut()
    {
        last.push('…');
    }
    Some(pieces)
}

/// Puts plain text where it is its turn: behind what is plain already, or as a piece of its own.
fn push_plain(pieces: &mut Vec<String>, text: &str) {
    let text = text.replace(['\n', '\r', '\t'], " ");
    if pieces.len() % 2 == 1
        && let Some(last) = pieces.last_mut()
    {
        last.push_str(&text);
    } else {
        pieces.push(text);
    }
}

fn fits(run: &str, asked: &Asked) -> bool {
    words(run).iter().any(|word| asked.fits(word))
}

/// Runs of letters from an offset on, each by its bytes.
fn runs(text: &str, from: usize) -> impl Iterator<Item = (usize, usize)> + '_ {
    // Accents and vowel points may stand behind their letter.
    let inside = |letter: char| {
        letter.is_alphanumeric()
            || matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}' | '\u{610}'..='\u{65f}')
    };
    let mut at = from;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(inside)?;
        at = text[start..].find(|letter| !inside(letter)).map_or(text.len(), |length| start + length);
        Some((start, at))
    })
}
