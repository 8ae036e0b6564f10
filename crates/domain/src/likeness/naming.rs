//! How the names of two people meet, word by word.

use super::{
    Reason,
    profile::{Profile, Token},
};
use crate::names::a_slip_apart;

/// How far two names are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// No word meets.
    None,
    /// A word meets, another does not.
    Part,
    /// Every word of the shorter name meets one of the longer, two of them at least.
    Full,
    /// The same words, in any order.
    Same,
}

/// How two names meet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Naming {
    pub(super) grade: Grade,
    /// Words that meet only by sound, by a slip or by an initial.
    pub(super) weak: usize,
    /// Words that are the same, or another name of the person.
    pub(super) strong: usize,
    /// A surname that is the same stands with first names that do not meet.
    pub(super) surname_only: bool,
    /// Names of one word alone.
    pub(super) one_word: bool,
    pub(super) reasons: Vec<Reason>,
}

/// Compares; in every part the order of the two does not matter.
pub(super) fn compare(one: &Profile, other: &Profile) -> Naming {
    let (a, b) = (one.full.as_slice(), other.full.as_slice());
    let mut meeting = Meeting { a: vec![None; a.len()], b: vec![None; b.len()], met: Vec::new() };
    meeting.each(a, b, Met::Same, |x, y| x.word == y.word);
    if meeting.met.len() == a.len() && a.len() == b.len() && !a.is_empty() {
        let in_order = a.iter().zip(b).all(|(x, y)| x.word == y.word);
        let reason = if in_order { Reason::SameName } else { Reason::NamesInOtherOrder };
        return Naming {
            grade: Grade::Same,
            weak: 0,
            strong: a.len(),
            surname_only: false,
            one_word: a.len() == 1,
            reasons: vec![reason],
        };
    }
    meeting.joined(a, b);
    meeting.each(a, b, Met::Slip, |x, y| a_slip_apart(&x.word, &y.word) || a_slip_apart(&x.latin, &y.latin));
    meeting.each(a, b, Met::Initial, |x, y| initial(&x.word, &y.word));
    meeting.each(a, b, Met::Sound, sound_alike);
    meeting.known_as(a, b, one, other);
    meeting.naming()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Met {
    Same,
    Slip,
    Sound,
    KnownAs,
    Initial,
}

/// Which words have met, and how.
struct Meeting {
    a: Vec<Option<Met>>,
    b: Vec<Option<Met>>,
    met: Vec<Met>,
}

impl Meeting {
    fn each(&mut self, a: &[Token], b: &[Token], how: Met, meets: impl Fn(&Token, &Token) -> bool) {
        for (x, mine) in a.iter().zip(&mut self.a).filter(|(_, met)| met.is_none()) {
            let free = b.iter().zip(&mut self.b).find(|(y, theirs)| theirs.is_none() && meets(x, y));
            if let Some((_, theirs)) = free {
                (*mine, *theirs) = (Some(how), Some(how));
                self.met.push(how);
            }
        }
    }

    /// "Anna Maria" is "Annamaria": a blank is a slip.
    fn joined(&mut self, a: &[Token], b: &[Token]) {
        join(a, &mut self.a, b, &mut self.b, &mut self.met);
        join(b, &mut self.b, a, &mut self.a, &mut self.met);
    }

    /// A word of one that is another name of the other.
    fn known_as(&mut self, a: &[Token], b: &[Token], one: &Profile, other: &Profile) {
        let among = |token: &Token, others: &[Token]| {
            others.iter().any(|known| known.word == token.word || a_slip_apart(&known.word, &token.word))
        };
        let sides = [(a, &mut self.a, &other.others), (b, &mut self.b, &one.others)];
        for (tokens, met, others) in sides {
            for (token, met) in tokens.iter().zip(met).filter(|(_, met)| met.is_none()) {
                if among(token, others) {
                    *met = Some(Met::KnownAs);
                    self.met.push(Met::KnownAs);
                }
            }
        }
    }

    fn naming(self) -> Naming {
        let unmet = |side: &[Option<Met>]| side.iter().filter(|met| met.is_none()).count();
        let shorter = self.a.len().min(self.b.len());
        let left = unmet(&self.a).min(unmet(&self.b));
        let count = |how: &[Met]| self.met.iter().filter(|met| how.contains(met)).count();
        let (weak, strong) = (count(&[Met::Slip, Met::Sound, Met::Initial]), count(&[Met::Same, Met::KnownAs]));
        let grade = match self.met.len() {
            0 => Grade::None,
            _ if left == 0 && shorter >= 2 => Grade::Full,
            _ => Grade::Part,
        };
        let last_met = |side: &[Option<Met>]| matches!(side.last(), Some(Some(_))) && side.len() > 1;
        let mut reasons: Vec<Reason> = Vec::new();
        let part = count(&[Met::Same]) > 0 && (weak + count(&[Met::KnownAs]) == 0 || grade == Grade::Part);
        let named = [
            (part, Reason::PartOfName),
            (count(&[Met::Sound]) > 0, Reason::SoundsAlike),
            (count(&[Met::Slip]) > 0, Reason::TypingSlip),
            (count(&[Met::KnownAs]) > 0, Reason::KnownAs),
        ];
        reasons.extend(named.into_iter().filter(|(there, _)| *there).map(|(_, reason)| reason));
        Naming {
            surname_only: grade == Grade::Part && left > 0 && (last_met(&self.a) || last_met(&self.b)),
            one_word: shorter < 2,
            grade,
            weak,
            strong,
            reasons,
        }
    }
}

fn join(a: &[Token], met_a: &mut [Option<Met>], b: &[Token], met_b: &mut [Option<Met>], met: &mut Vec<Met>) {
    for (pair, free) in a.windows(2).zip(1_usize..) {
        let [x, y] = pair else { continue };
        let Some([mine_x, mine_y]) = met_a.get_mut(free - 1..=free) else { continue };
        if mine_x.is_some() || mine_y.is_some() {
            continue;
        }
        let whole = b.iter().zip(met_b.iter_mut()).find(|(z, theirs)| {
            theirs.is_none()
                && z.word.strip_prefix(x.word.as_str()).is_some_and(|rest| rest == y.word && z.word.len() > 3)
        });
        if let Some((_, theirs)) = whole {
            (*mine_x, *mine_y, *theirs) = (Some(Met::Slip), Some(Met::Slip), Some(Met::Slip));
            met.push(Met::Slip);
        }
    }
}

/// A sound in common; a short one says little, so the words must be like as well, unless their scripts
/// differ.
fn sound_alike(one: &Token, other: &Token) -> bool {
    let scripts_differ = one.word.is_ascii() != other.word.is_ascii();
    let like = || scripts_differ || strsim::jaro_winkler(&one.latin, &other.latin) > 0.7;
    one.sounds.iter().any(|sound| other.sounds.contains(sound) && (sound.len() > 2 || like()))
}

fn initial(one: &str, other: &str) -> bool {
    let alone = |word: &str| word.chars().count() == 1;
    (alone(one) || alone(other)) && one.chars().next() == other.chars().next()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{Grade, compare};
    use crate::likeness::{Profile, Reason};

    #[rstest]
    #[case("Zoë Çelik", "zoe celik", Grade::Same, &[Reason::SameName])]
    #[case("Zoë Çelik", "CELIK, Zoe", Grade::Same, &[Reason::NamesInOtherOrder])]
    #[case("Zoë Maria Çelik", "Zoë Çelik", Grade::Full, &[Reason::PartOfName])]
    #[case("Anna Maria Example", "Annamaria Example", Grade::Full, &[Reason::TypingSlip])]
    #[case("Shaun O'Neill", "Shaun ONeil", Grade::Full, &[Reason::TypingSlip])]
    #[case("Mohammed Al-Amin", "محمد الأمين", Grade::Part, &[Reason::SoundsAlike])]
    #[case("Mohammed Hassan", "محمد حسن", Grade::Full, &[Reason::SoundsAlike])]
    #[case("Rachel Levi", "רחל לוי", Grade::Full, &[Reason::SoundsAlike])]
    #[case("Nguyễn Thị Ánh", "Anh Thi Nguyen", Grade::Same, &[Reason::NamesInOtherOrder])]
    #[case("Z Çelik", "Zoë Çelik", Grade::Full, &[])]
    #[case("Sam Doe", "Max Doe", Grade::Part, &[Reason::PartOfName])]
    #[case("B", "B", Grade::Same, &[Reason::SameName])]
    #[case("Sam Doe", "Ada Other", Grade::None, &[])]
    fn names_meet_word_by_word(
        #[case] one: &str,
        #[case] other: &str,
        #[case] grade: Grade,
        #[case] reasons: &[Reason],
    ) {
        let (one, other) = (Profile::named(one, []), Profile::named(other, []));
        for naming in [compare(&one, &other), compare(&other, &one)] {
            assert_eq!((naming.grade, naming.reasons.as_slice()), (grade, reasons));
        }
    }

    #[test]
    fn another_name_of_the_person_meets() {
        let on_file = Profile::named("Alexandra Sample", ["Sasha", "Alexandra Former"]);
        for name in ["Sasha Sample", "Alexandra Former"] {
            let naming = compare(&Profile::named(name, []), &on_file);
            assert_eq!(naming.grade, Grade::Full, "{name}");
            assert!(naming.reasons.contains(&Reason::KnownAs), "{name}");
        }
    }

    #[test]
    fn names_of_255_letters_are_compared() {
        let long = "x".repeat(255);
        assert_eq!(compare(&Profile::named(&long, []), &Profile::named(&long, [])).grade, Grade::Same);
        let words = "ab ".repeat(85);
        assert_eq!(compare(&Profile::named(&words, []), &Profile::named(&long, [])).grade, Grade::None);
    }
}
