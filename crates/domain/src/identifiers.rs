//! What a check digit says of an identifier, and the emergency id that Holdfast gives while the
//! central system is away.

use crate::facts::IdScheme;

/// What the check digit says: right or wrong; none for a scheme that has none. A value with a wrong
/// one is kept as it was written.
///
/// - NHS number: ten digits, modulus 11 over the first nine with weights 10 to 2 (NHS data dictionary,
///   "NHS number").
/// - Unique pupil number, also a former one: a letter and twelve digits, the last of which is a letter
///   in a temporary number; the sum of the twelve with weights 2 to 13, modulus 23, gives the letter
///   (Department for Education, "Unique pupil numbers: a guide for schools and local authorities").
/// - Emergency id: see [`emergency_id`].
pub fn check_digit(scheme: IdScheme, value: &str) -> Option<bool> {
    let plain: String =
        value.chars().filter(|c| !c.is_whitespace() && *c != '-').map(|c| c.to_ascii_uppercase()).collect();
    match scheme {
        IdScheme::Nhs => Some(nhs(&plain)),
        IdScheme::Upn | IdScheme::FormerUpn => Some(upn(&plain)),
        IdScheme::Emergency => Some(read_emergency_id(value).is_some()),
        IdScheme::Mosaic | IdScheme::Ssda903 | IdScheme::HomeOffice | IdScheme::YouthJustice | IdScheme::Other => None,
    }
}

fn nhs(plain: &str) -> bool {
    let digits: Option<Vec<u32>> = plain.chars().map(|c| c.to_digit(10)).collect();
    let Some([first @ .., check]) = digits.as_deref() else { return false };
    if first.len() != 9 {
        return false;
    }
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    // A remainder that would need the digit 10 is given to nobody.
    (11 - sum % 11) % 11 == *check
}

/// No I, O or S: they look like digits.
const UPN_LETTERS: &str = "ABCDEFGHJKLMNPQRTUVWXYZ";

fn upn(plain: &str) -> bool {
    let letter = |c: char| UPN_LETTERS.chars().zip(0..).find(|(there, _)| *there == c).map(|(_, number)| number);
    let letters: Vec<char> = plain.chars().collect();
    let [check, digits @ .., last] = letters.as_slice() else { return false };
    let digits: Option<Vec<u32>> = digits.iter().map(|c| c.to_digit(10)).collect();
    let Some(mut digits) = digits.filter(|digits| digits.len() == 11) else { return false };
    let Some(last) = last.to_digit(10).or_else(|| letter(*last)) else { return false };
    digits.push(last);
    let sum: u32 = digits.iter().zip(2..).map(|(digit, weight)| digit * weight).sum();
    letter(*check) == Some(sum % 23)
}

/// Crockford's base 32: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Five letters of 25 bits and a check letter, as `E-4F7KQ-M`. The check letter makes the sum of all six,
/// each times a different power of x in the field of 32 elements (x⁵ + x² + 1), nothing: so every
/// single wrong letter and every swap of two letters is caught. Bits beyond the 25th are left out.
pub fn emergency_id(bits: u32) -> String {
    let five = letters_of(bits);
    let check = sum(&five);
    let text = |value: &u8| LETTERS.get(usize::from(*value)).copied().map_or('0', char::from);
    format!("E-{}-{}", five.iter().map(text).collect::<String>(), text(&check))
}

/// The bits of an emergency id as somebody wrote it down or heard it: case, blanks and hyphens are
/// forgiven, and so are I and L for 1, O for 0 and U for V. None when it is no emergency id, or
/// mistyped.
pub fn read_emergency_id(written: &str) -> Option<u32> {
    let plain: Vec<char> = written
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            'U' => 'V',
            other => other,
        })
        .collect();
    let rest = match plain.as_slice() {
        ['E', rest @ ..] if rest.len() == 6 => rest,
        rest if rest.len() == 6 => rest,
        _ => return None,
    };
    let value = |c: &char| (0_u8..).zip(LETTERS).find(|(_, letter)| char::from(**letter) == *c).map(|(value, _)| value);
    let values: Vec<u8> = rest.iter().map(value).collect::<Option<_>>()?;
    let (five, check) = values.split_at(5);
    let bits = five.iter().fold(0, |bits, value| bits << 5 | u32::from(*value));
    (sum(five) == *check.first()?).then_some(bits)
}

fn letters_of(bits: u32) -> [u8; 5] {
    [20, 15, 10, 5, 0].map(|shift| u8::try_from(bits >> shift & 31).unwrap_or(0))
}

/// The sum of the letters, each times x to a power of its own, from 5 down to 1; the check letter has
/// the power 0. In this field adding and taking away are one.
fn sum(letters: &[u8]) -> u8 {
    // By Horner's rule: times x after each.
    letters.iter().fold(0, |sum, letter| times_x(sum ^ letter))
}

fn times_x(element: u8) -> u8 {
    let shifted = element << 1;
    if shifted & 32 == 0 { shifted } else { (shifted ^ 0b10_0101) & 31 }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{LETTERS, check_digit, emergency_id, read_emergency_id};
    use crate::facts::IdScheme;

    #[rstest]
    #[case("943 476 5919", true)]
    #[case("9434765919", true)]
    #[case("9434765918", false)]
    #[case("9443765919", false)]
    #[case("943476591", false)]
    #[case("94347659190", false)]
    #[case("943476591X", false)]
    #[case("", false)]
    #[case("٩٤٣٤٧٦٥٩١٩", false)]
    fn an_nhs_number_is_checked_by_modulus_11(#[case] value: &str, #[case] right: bool) {
        assert_eq!(check_digit(IdScheme::Nhs, value), Some(right));
    }

    #[test]
    fn a_number_whose_check_would_be_ten_is_wrong_with_every_digit() {
        for check in 0..10 {
            assert_eq!(check_digit(IdScheme::Nhs, &format!("100000001{check}")), Some(false), "{check}");
        }
    }

    #[rstest]
    #[case("H801200001001", true)]
    #[case("h801 2000 01001", true)]
    #[case("A801200001001", false)]
    #[case("H801200001010", false)]
    #[case("H80120000100", false)]
    #[case("I801200001001", false)]
    #[case("", false)]
    fn a_pupil_number_is_checked_by_its_letter(#[case] value: &str, #[case] right: bool) {
        assert_eq!(check_digit(IdScheme::Upn, value), Some(right));
    }

    #[test]
    fn a_temporary_pupil_number_ends_with_a_letter_that_counts() {
        let right = "ABCDEFGHJKLMNPQRTUVWXYZ"
            .chars()
            .filter(|letter| check_digit(IdScheme::Upn, &format!("{letter}80120000100B")) == Some(true));
        assert_eq!(right.collect::<String>(), "H", "B counts as 1");
        assert_eq!(check_digit(IdScheme::Upn, "H80120000100S"), Some(false), "S is in no number");
    }

    #[test]
    fn a_scheme_without_a_check_digit_says_nothing() {
        assert_eq!(check_digit(IdScheme::Mosaic, "123456"), None);
    }

    #[rstest]
    #[case("e-4f7kq-", "E-4F7KQ-")]
    #[case("4f7kq", "E-4F7KQ-")]
    #[case(" E 4F 7KQ ", "E-4F7KQ-")]
    fn an_emergency_id_is_understood_as_people_write_it(#[case] written: &str, #[case] begins: &str) {
        let bits = begins[2..7].bytes().fold(0, |bits, letter| {
            bits << 5 | u32::try_from(LETTERS.iter().position(|there| *there == letter).unwrap()).unwrap()
        });
        let id = emergency_id(bits);
        assert!(id.starts_with(begins));
        let check = id.chars().last().unwrap();
        assert_eq!(read_emergency_id(&format!("{written}{check}")), Some(bits));
    }

    #[test]
    fn letters_that_look_alike_are_forgiven() {
        let bits = 1 << 20 | 31 & 27;
        let id = emergency_id(bits);
        let as_written = id.replace('0', "o").replace('1', "l").replace('V', "u");
        assert_eq!(read_emergency_id(&as_written), Some(bits));
    }

    #[test]
    fn every_wrong_letter_and_every_swap_is_caught() {
        // The check is linear over the field: what holds for these holds for all.
        let some = (0..1 << 25).step_by(7919);
        for bits in some {
            let id = emergency_id(bits);
            assert_eq!(read_emergency_id(&id), Some(bits), "{id}");
            let plain: Vec<u8> = id.bytes().filter(|byte| *byte != b'-').skip(1).collect();
            for place in 0..6 {
                for letter in LETTERS.iter().filter(|letter| **letter != plain[place]) {
                    let mut wrong = plain.clone();
                    wrong[place] = *letter;
                    assert_eq!(read_emergency_id(&String::from_utf8(wrong).unwrap()), None, "{id}");
                }
                if place < 5 && plain[place] != plain[place + 1] {
                    let mut swapped = plain.clone();
                    swapped.swap(place, place + 1);
                    assert_eq!(read_emergency_id(&String::from_utf8(swapped).unwrap()), None, "{id}");
                }
            }
        }
    }

    #[test]
    fn every_single_error_and_every_swap_changes_the_sum() {
        // All pairs of letters at all places, by linearity: an error adds one element at one place, a
        // swap of neighbours the same element at two.
        for place in 0..6 {
            for error in 1..32_u8 {
                let mut single = [0_u8; 6];
                single[place] = error;
                assert_ne!(super::sum(&single[..5]) ^ single[5], 0, "a wrong letter at {place}");
                if place < 5 {
                    single[place + 1] = error;
                    assert_ne!(super::sum(&single[..5]) ^ single[5], 0, "a swap at {place}");
                }
            }
        }
    }

    #[test]
    fn an_emergency_id_has_five_letters_and_a_check() {
        assert_eq!(emergency_id(0), "E-00000-0");
        assert_eq!(emergency_id(1 << 25), "E-00000-0", "only 25 bits count");
        for other in ["", "E", "E-00000", "E-00000-1", "E-000000-0", "E-00é00-0", "X-00000-0"] {
            assert_eq!(read_emergency_id(other), None, "{other}");
        }
    }
}
