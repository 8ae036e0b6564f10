//! What name, birth, place and identifiers say together.

use super::{
    Against, Likeness, Reason,
    births::{self, Births},
    naming::{self, Grade, Naming},
    profile::{Profile, is_dialled},
};

/// How like one is to another, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likened {
    /// How like, as far as these two tell: whether nobody else is exactly the same, the caller knows.
    pub likeness: Likeness,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
    /// What speaks against it.
    pub against: Vec<Against>,
    /// The higher the liker, to put several in order.
    pub score: u32,
}

/// Compares two people; none when nobody need look at them. The order of the two does not matter.
pub fn liken(one: &Profile, other: &Profile) -> Option<Likened> {
    let shared = |mine: &[String], theirs: &[String]| mine.iter().any(|value| theirs.contains(value));
    let naming = naming::compare(one, other);
    let together = Together {
        births: births::compare(one.born, other.born, one.born_about || other.born_about),
        identifier: shared(&one.identifiers, &other.identifiers),
        phone: one.phones.iter().any(|phone| is_dialled(phone) && other.phones.contains(phone)),
        postcode: shared(&one.postcodes, &other.postcodes),
        other_sex: tells(one.sex.as_deref(), other.sex.as_deref()),
        naming,
    };
    together.likened()
}

/// Whether one is said to be a girl and the other a boy.
fn tells(one: Option<&str>, other: Option<&str>) -> bool {
    let said = |sex: Option<&str>| matches!(sex, Some("female" | "male"));
    said(one) && said(other) && one != other
}

struct Together {
    naming: Naming,
    births: Births,
    identifier: bool,
    phone: bool,
    postcode: bool,
    other_sex: bool,
}

impl Together {
    /// The same surname and birth with another first name.
    fn twin(&self) -> bool {
        self.naming.surname_only && self.births == Births::Same
    }

    fn likeness(&self) -> Option<Likeness> {
        use Likeness::{Exact, Likely, Possible};
        let Naming { grade, weak, strong, one_word, .. } = self.naming;
        if self.identifier {
            let sure = strong > 0 && self.births != Births::Other && !self.twin() && !self.other_sex;
            return Some(if sure { Exact } else { Likely });
        }
        let place = self.phone || self.postcode;
        let found = match (grade, self.births) {
            (Grade::Same, Births::Same) if self.other_sex => Likely,
            (Grade::Same, Births::Same) => Exact,
            (Grade::Same, Births::Slip) => Likely,
            (Grade::Same, Births::Unknown) if one_word && !place => Possible,
            (Grade::Same, Births::Unknown) => Likely,
            (Grade::Same, Births::Other) => Possible,
            (Grade::Full, Births::Same) => Likely,
            (Grade::Full, Births::Slip) if weak < 2 || place => Likely,
            (Grade::Full, Births::Slip) => Possible,
            (Grade::Full, Births::Unknown) if weak < 2 && place => Likely,
            (Grade::Full, Births::Unknown) if weak < 2 || place => Possible,
            (Grade::Full, Births::Other) if weak == 0 && place => Possible,
            (Grade::Part, Births::Same) if self.twin() => Possible,
            (Grade::Part, Births::Same) if strong > 0 && place => Likely,
            (Grade::Part, Births::Same) if strong > 0 || place => Possible,
            (Grade::Part, Births::Slip | Births::Unknown) if strong > 0 && self.phone => Possible,
            (Grade::None, Births::Same) if self.phone => Possible,
            _ => return None,
        };
        let doubtful = self.other_sex && grade != Grade::Same;
        Some(if doubtful { found.min(Possible) } else { found })
    }

    fn likened(self) -> Option<Likened> {
        let likeness = self.likeness()?;
        let twin = self.twin();
        let beside = [
            (self.births == Births::Same, Reason::SameBirth, 100),
            (self.births == Births::Slip, Reason::BirthSlip, 50),
            (self.postcode, Reason::SamePostcode, 20),
            (self.phone, Reason::SamePhone, 30),
            (self.identifier, Reason::SameIdentifier, 60),
        ];
        let against: Vec<Against> = [
            (self.births == Births::Other, Against::OtherBirth),
            (self.other_sex, Against::OtherSex),
            (twin, Against::Twin),
        ]
        .into_iter()
        .filter(|(there, _)| *there)
        .map(|(_, against)| against)
        .collect();
        let level = match likeness {
            Likeness::Exact => 3000,
            Likeness::Likely => 2000,
            Likeness::Possible => 1000,
        };
        let name = match self.naming.grade {
            Grade::Same => 90,
            Grade::Full => 70,
            Grade::Part => 30,
            Grade::None => 0,
        };
        let weak = u32::try_from(self.naming.weak).unwrap_or(0).min(3) * 5;
        let mut score = level + name - weak.min(name);
        let mut reasons = self.naming.reasons;
        for (_, reason, counts) in beside.into_iter().filter(|(there, ..)| *there) {
            reasons.push(reason);
            score += counts;
        }
        score -= u32::try_from(against.len()).unwrap_or(0) * 25;
        Some(Likened { likeness, reasons, against, score })
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::{
        super::{Against, Likeness, Profile, Reason, Wanted},
        liken,
    };

    fn of(name: &str, born: Option<&str>) -> Wanted {
        Wanted { names: vec![name.to_owned()], born: born.map(|born| born.parse().unwrap()), ..Wanted::default() }
    }

    fn likeness(one: &Wanted, other: &Wanted) -> Option<Likeness> {
        let (one, other) = (Profile::from(one), Profile::from(other));
        let found = liken(&one, &other);
        assert_eq!(found, liken(&other, &one), "whichever of the two comes first");
        found.map(|found| found.likeness)
    }

    #[rstest]
    #[case("Zoë Çelik", Some("2016-05-17"), Some(Likeness::Exact))]
    #[case("celik zoe", Some("2016-05-17"), Some(Likeness::Exact))]
    #[case("Zoë Çelik", None, Some(Likeness::Likely))]
    #[case("Zoe Celik", Some("2016-05-18"), Some(Likeness::Likely))]
    #[case("Zoe Celick", Some("2016-05-17"), Some(Likeness::Likely))]
    #[case("Zoë Çelik", Some("2012-01-02"), Some(Likeness::Possible))]
    #[case("Zoe Celick", Some("2012-01-02"), None)]
    #[case("Zoë Other", Some("2016-05-17"), Some(Likeness::Possible))]
    #[case("Bo Other", Some("2012-01-02"), None)]
    #[case("Bo Other", Some("2016-05-17"), None)]
    #[case("", None, None)]
    fn only_the_same_name_and_birth_is_exact(
        #[case] name: &str,
        #[case] born: Option<&str>,
        #[case] expected: Option<Likeness>,
    ) {
        assert_eq!(likeness(&of("Zoë Çelik", Some("2016-05-17")), &of(name, born)), expected);
    }

    #[test]
    fn twins_are_never_exact_not_even_under_one_number() {
        let mut sam = of("Sam Doe", Some("2016-05-17"));
        let mut max = of("Max Doe", Some("2016-05-17"));
        let found = liken(&Profile::from(&sam), &Profile::from(&max)).unwrap();
        assert_eq!((found.likeness, found.against), (Likeness::Possible, vec![Against::Twin]));
        for twin in [&mut sam, &mut max] {
            twin.identifiers = vec!["943 476 5919".to_owned()];
        }
        let found = liken(&Profile::from(&sam), &Profile::from(&max)).unwrap();
        assert_eq!((found.likeness, found.against), (Likeness::Likely, vec![Against::Twin]));
    }

    #[test]
    fn a_surname_that_comes_first_is_a_surname_all_the_same() {
        let found = liken(
            &Profile::from(&of("Doe, Sam", Some("2016-05-17"))),
            &Profile::from(&of("Max Doe", Some("2016-05-17"))),
        );
        assert_eq!(found.unwrap().against, [Against::Twin]);
    }

    #[test]
    fn a_number_with_a_part_of_the_name_is_exact_and_with_another_name_is_looked_at() {
        let with = |name: &str, id: &str| Wanted { identifiers: vec![id.to_owned()], ..of(name, None) };
        let on_file = with("Amira Khan", "9434765919");
        assert_eq!(likeness(&on_file, &with("Amira Begum", "943 476 5919")), Some(Likeness::Exact));
        assert_eq!(likeness(&on_file, &with("Bo Other", "943 476 5919")), Some(Likeness::Likely));
        assert_eq!(likeness(&on_file, &with("Bo Other", "9434765918")), None);
    }

    #[test]
    fn another_sex_is_no_exact_match_and_says_so() {
        let sex = |sex: &str| Wanted { sex: Some(sex.to_owned()), ..of("Alex Doe", Some("2016-05-17")) };
        let found = liken(&Profile::from(&sex("female")), &Profile::from(&sex("male"))).unwrap();
        assert_eq!((found.likeness, found.against), (Likeness::Likely, vec![Against::OtherSex]));
        assert_eq!(likeness(&sex("female"), &sex("not_known")), Some(Likeness::Exact));
    }

    #[test]
    fn a_child_who_took_another_surname_is_found_by_the_phone() {
        let phone = |name: &str| Wanted { phone: Some("020 7946 0123".to_owned()), ..of(name, Some("2016-05-17")) };
        assert_eq!(likeness(&phone("Amira Khan"), &phone("Amira Begum")), Some(Likeness::Likely));
        let found = liken(&Profile::from(&phone("Amira Khan")), &Profile::from(&phone("Amira Begum"))).unwrap();
        assert_eq!(found.reasons, [Reason::PartOfName, Reason::SameBirth, Reason::SamePhone]);
    }

    #[rstest]
    #[case("+44 7700 900123", "07700 900 123", true)]
    #[case("0044 (0)7700 900123", "7700900123", true)]
    #[case("07700 900123", "07700 900124", false)]
    #[case("000 0000 0000", "00000000000", false)]
    #[case("ext 12", "sam12@example.org", false)]
    fn a_phone_number_is_the_same_however_it_is_written(#[case] one: &str, #[case] other: &str, #[case] same: bool) {
        let profile = |phone: &str| {
            let mut profile = Profile::from(&of("Amira Khan", Some("2016-05-17")));
            // As the store has it: of whatever stands in the field.
            profile.phones = vec![super::super::digits(phone)];
            profile
        };
        let found = liken(&profile(one), &profile(other)).unwrap();
        assert_eq!(found.reasons.contains(&Reason::SamePhone), same);
    }

    #[test]
    fn an_unborn_child_meets_the_newborn() {
        let due = Wanted { born_about: true, ..of("Baby Sample", Some("2026-12-20")) };
        assert_eq!(likeness(&due, &of("Baby Sample", Some("2026-12-02"))), Some(Likeness::Likely));
    }
}
