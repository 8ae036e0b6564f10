//! How names are found again: in any script, by ear, and with a slip of the finger.

use any_ascii::any_ascii_char;
use rphonetic::DoubleMetaphone;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text for finding: lower case, without accents or vowel points, so that "Zoe" finds "Zoë".
/// Apostrophes are one, and Yiddish digraphs are the two letters that other keyboards type.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{5f3}' => folded.push('\''),
            '\u{5f0}' => folded.push_str("\u{5d5}\u{5d5}"),
            '\u{5f1}' => folded.push_str("\u{5d5}\u{5d9}"),
            '\u{5f2}' => folded.push_str("\u{5d9}\u{5d9}"),
            _ => folded.extend(letter.to_lowercase()),
        }
    }
    folded
}

/// The words of a name, folded, in its order. "O'Neill" is one word; hyphens part.
pub fn words(name: &str) -> Vec<String> {
    let joined: String = fold(name).chars().filter(|letter| *letter != '\'').collect();
    joined.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A folded word in the letters a to z and digits, so that scripts meet; empty where it has none.
pub fn latin(word: &str) -> String {
    // Het is written ch or kh in the Latin names of those who have it, never h alone.
    let spelt = |letter: char| if letter == '\u{5d7}' { "kh" } else { any_ascii_char(letter) };
    let letters = word.chars().flat_map(|letter| spelt(letter).chars());
    letters.filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// How a folded word sounds, in one or two ways: Double Metaphone of its Latin letters. Breath and a
/// vowel at the beginning are left out where two consonants remain, because scripts without vowels
/// write neither. Empty for a word without letters.
pub fn sounds(word: &str) -> Vec<String> {
    let latin = latin(word);
    let metaphone = DoubleMetaphone::new(Some(8));
    let both = metaphone.double_metaphone(&latin);
    let mut sounds = Vec::with_capacity(2);
    for code in [both.primary(), both.alternate()] {
        let bare: String = code.chars().filter(|letter| !matches!(letter, 'A' | 'H')).collect();
        let sound = if bare.len() < 2 { code } else { bare };
        if !sound.is_empty() && !sounds.contains(&sound) {
            sounds.push(sound);
        }
    }
    sounds
}

/// Whether two folded words differ by a slip: one letter more, less or other, or two beside each other
/// swapped; in words of eight letters or more, two such. Words of one or two letters must be the same.
pub fn a_slip_apart(one: &str, other: &str) -> bool {
    let (short, long) = match (one.chars().count(), other.chars().count()) {
        (first, second) if first <= second => (first, second),
        (first, second) => (second, first),
    };
    let most = if short >= 8 { 2 } else { 1 };
    one != other && short >= 3 && long - short <= most && strsim::osa_distance(one, other) <= most
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{a_slip_apart, latin, sounds, words};

    #[rstest]
    #[case("Zoë Çelik-O’Neill", &["zoe", "celik", "oneill"])]
    #[case("  Nguyễn  Thị Ánh ", &["nguyen", "thi", "anh"])]
    #[case("חיה־רחל", &["חיה", "רחל"])]
    #[case("B", &["b"])]
    #[case("-", &[])]
    fn a_name_has_words(#[case] name: &str, #[case] expected: &[&str]) {
        assert_eq!(words(name), expected);
    }

    #[rstest]
    #[case("sean", "shaun", false)]
    #[case("catherine", "katherine", true)]
    #[case("philip", "filip", true)]
    #[case("mohammed", "muhammad", true)]
    #[case("mohammed", "محمد", true)]
    #[case("hassan", "حسن", true)]
    #[case("rachel", "רחל", true)]
    #[case("olga", "ольга", true)]
    #[case("nguyen", "nguyen", true)]
    #[case("emma", "mia", false)]
    #[case("amira", "zoe", false)]
    fn what_sounds_alike_meets_in_any_script(#[case] one: &str, #[case] other: &str, #[case] alike: bool) {
        let (one, other) = (sounds(one), sounds(other));
        assert_eq!(one.iter().any(|sound| other.contains(sound)), alike, "{one:?} {other:?}");
    }

    #[test]
    fn a_word_of_marks_has_no_sound_and_no_letters() {
        assert_eq!((latin("ـ"), sounds("ـ")), (String::new(), Vec::new()));
        assert_eq!(sounds(""), Vec::<String>::new());
    }

    #[rstest]
    #[case("sam", "sma", true)]
    #[case("celik", "celick", true)]
    #[case("aisha", "aysha", true)]
    #[case("alexander", "alexnadre", true)]
    #[case("maria", "amrai", false)]
    #[case("al", "bo", false)]
    #[case("al", "ali", false)]
    #[case("sam", "tom", false)]
    #[case("sam", "sam", false)]
    fn a_slip_is_one_letter(#[case] one: &str, #[case] other: &str, #[case] apart: bool) {
        assert_eq!(a_slip_apart(one, other), apart);
    }
}
