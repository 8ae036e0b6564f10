//! Labelled synthetic people: who is on file, and how somebody looks for them afterwards with the slips
//! that people make. The same seed gives the same people. None of them is anybody.
// For tests, where what cannot be prepared ends the test.
#![allow(clippy::expect_used)]

use std::collections::BTreeMap;

use casebook::tables::person::Person;
use chrono::{Datelike, Days, NaiveDate};
use domain::{
    Fact, FactId, PersonField, PersonId,
    facts::{Address, AddressUse, PhoneOrEmail, ReachBy},
    likeness::{Profile, Wanted},
};
use journal::{FactRecorded, Known, NewEntry, PersonAdded, Subject};

use crate::entries::Entries;

mod names;

use names::{Given, endings, family_names, given_names};

/// Somebody.
#[derive(Clone)]
pub struct Synthetic {
    /// First name, then surname, as on file.
    pub given: String,
    /// A second first name.
    pub middle: Option<String>,
    /// Surname.
    pub family: String,
    /// What they are called, where it is on file.
    pub known_as: Option<String>,
    /// Date of birth, where it is on file.
    pub born: Option<NaiveDate>,
    /// Postcode.
    pub postcode: String,
    /// Phone, one a family.
    pub phone: String,
    /// `female` or `male`.
    pub sex: &'static str,
    which: usize,
}

domain::named_only!(Synthetic, Look);

/// What went wrong between the file and the one who looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is its own word")]
pub enum Slip {
    Nothing,
    Swapped,
    Nickname,
    OtherScript,
    OtherSpelling,
    Typing,
    Birth,
    NoBirth,
    Moved,
    MiddleLost,
    TypingAndBirth,
    OtherSurname,
    /// Not on file: the twin of somebody who is.
    Twin,
    /// Not on file: brother or sister of somebody who is.
    Sibling,
    /// Not on file.
    Stranger,
}

impl Slip {
    /// Every one.
    pub const ALL: [Self; 15] = [
        Self::Nothing,
        Self::Swapped,
        Self::Nickname,
        Self::OtherScript,
        Self::OtherSpelling,
        Self::Typing,
        Self::Birth,
        Self::NoBirth,
        Self::Moved,
        Self::MiddleLost,
        Self::TypingAndBirth,
        Self::OtherSurname,
        Self::Twin,
        Self::Sibling,
        Self::Stranger,
    ];
}

/// Somebody is looked for.
#[derive(Clone)]
pub struct Look {
    /// As they are looked for.
    pub wanted: Wanted,
    /// Who it is, by place in [`Labelled::on_file`]; none when they are not on file.
    pub is: Option<usize>,
    /// What went wrong.
    pub slip: Slip,
}

/// People on file, and looks for people with the right answer.
pub struct Labelled {
    /// On file.
    pub on_file: Vec<Synthetic>,
    /// Looked for.
    pub looks: Vec<Look>,
}

impl Synthetic {
    /// Full name as on file.
    pub fn name(&self) -> String {
        let middle = self.middle.iter().map(String::as_str);
        std::iter::once(self.given.as_str()).chain(middle).chain([self.family.as_str()]).collect::<Vec<_>>().join(" ")
    }

    /// Their row and what they are compared by, as the store would give them.
    pub fn filed(&self, number: usize) -> (Person, Profile) {
        let mut id = [0; 16];
        id[8..].copy_from_slice(&(number as u64).to_be_bytes());
        let id = PersonId::from_bytes(id);
        let person = Person {
            id,
            name: self.name(),
            known_as: self.known_as.clone(),
            kind: "child".to_owned(),
            date_of_birth: self.born,
            date_of_birth_is: "exact".to_owned(),
            status_said: None,
            clash: false,
            same_as: id,
        };
        let mut profile = Profile::named(&person.name, self.known_as.as_deref());
        let rest = Profile::from(&self.as_it_is());
        profile.born = self.born;
        profile.postcodes = rest.postcodes;
        profile.phones = rest.phones;
        profile.sex = rest.sex;
        (person, profile)
    }

    /// The entries that put them on file: the person, then each fact.
    pub fn entries(&self, entries: &mut Entries) -> Vec<NewEntry> {
        let person = PersonId(entries.id());
        let mut fields = BTreeMap::from([(PersonField::Name, self.name()), (PersonField::Sex, self.sex.to_owned())]);
        fields.extend(self.known_as.clone().map(|name| (PersonField::KnownAs, name)));
        fields.extend(self.born.map(|born| (PersonField::DateOfBirth, born.to_string())));
        let about = vec![Subject::Person(person)];
        let mut made = vec![entries.of(Known::PersonAdded(PersonAdded { person, fields }), about.clone(), Vec::new())];
        let address = Address {
            lines: "1 Sample Street".to_owned(),
            postcode: Some(self.postcode.clone()),
            used: AddressUse::Home,
            from: None,
            until: None,
            do_not_contact: false,
            hidden: false,
            hidden_from: Vec::new(),
            note: String::new(),
        };
        let phone = PhoneOrEmail {
            by: ReachBy::Phone,
            value: self.phone.clone(),
            note: String::new(),
            do_not_contact: false,
            from: None,
            until: None,
        };
        for says in [Fact::Address(address), Fact::PhoneOrEmail(phone)] {
            let recorded = FactRecorded { fact: FactId(entries.id()), about: vec![person], says };
            made.push(entries.of(Known::FactRecorded(recorded), about.clone(), Vec::new()));
        }
        made
    }

    fn as_it_is(&self) -> Wanted {
        Wanted {
            names: vec![self.name()],
            born: self.born,
            postcode: Some(self.postcode.clone()),
            phone: Some(self.phone.clone()),
            sex: Some(self.sex.to_owned()),
            ..Wanted::default()
        }
    }
}

/// People on file in families, and looks: most for somebody on file, some for nobody.
pub fn labelled(seed: u64, on_file: usize, looks: usize) -> Labelled {
    let mut dice = Dice(Entries::seeded(seed));
    let families = family_names();
    let mut people: Vec<Synthetic> = Vec::with_capacity(on_file);
    while people.len() < on_file {
        let family = dice.skewed(&families).clone();
        let (postcode, phone) = (dice.postcode(), dice.phone());
        let mut born = dice.birth();
        for child in 0..dice.below(4) + 1 {
            let twins = child > 0 && dice.below(40) == 0;
            if !twins {
                born = dice.birth();
            }
            people.push(dice.somebody(&family, born, &postcode, &phone));
        }
    }
    people.truncate(on_file);
    let looks = (0..looks).map(|number| dice.look(&people, Slip::ALL[number % Slip::ALL.len()])).collect();
    Labelled { on_file: people, looks }
}

struct Dice(Entries);

impl Dice {
    fn below(&mut self, below: usize) -> usize {
        usize::try_from(self.0.number(below as u64)).expect("small")
    }

    fn one_of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }

    /// The first are commoner: the smaller of two throws, and again.
    fn skewed<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        let throw = self.below(all.len()).min(self.below(all.len())).min(self.below(all.len()));
        &all[throw]
    }

    fn birth(&mut self) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(2008, 1, 1).expect("a date");
        first + Days::new(self.0.number(365 * 18))
    }

    fn postcode(&mut self) -> String {
        let areas = ["E8", "E9", "E5", "N16", "N1"];
        let area = *self.one_of(&areas);
        format!("{area} {}{}{}", self.below(10), self.letter(), self.letter())
    }

    fn letter(&mut self) -> char {
        char::from(b'A' + u8::try_from(self.below(26)).expect("a letter"))
    }

    fn phone(&mut self) -> String {
        // The numbers that are kept for fiction.
        format!("07700 9{:05}", self.below(100_000))
    }

    fn somebody(&mut self, family: &str, born: NaiveDate, postcode: &str, phone: &str) -> Synthetic {
        let given = given_names();
        let which = self.below(given.len()).min(self.below(given.len()));
        let name: &Given = &given[which];
        let middle = (self.below(4) == 0).then(|| self.one_of(given).name.to_owned());
        let other_script = !name.other_script.is_empty() && self.below(4) == 0;
        Synthetic {
            given: if other_script { name.other_script } else { name.name }.to_owned(),
            middle: middle.filter(|_| !other_script),
            family: family.to_owned(),
            known_as: (!name.nickname.is_empty() && self.below(3) == 0).then(|| name.nickname.to_owned()),
            born: (self.below(50) != 0).then_some(born),
            postcode: postcode.to_owned(),
            phone: phone.to_owned(),
            sex: name.sex,
            which,
        }
    }

    fn look(&mut self, people: &[Synthetic], slip: Slip) -> Look {
        let given = given_names();
        // Somebody of whom this slip can be made.
        let at = loop {
            let at = self.below(people.len());
            let person = &people[at];
            let name = &given[person.which];
            let can = match slip {
                Slip::Nickname => person.known_as.is_some(),
                Slip::OtherScript => !name.other_script.is_empty(),
                Slip::OtherSpelling => !name.other_spelling.is_empty() && person.given == name.name,
                Slip::MiddleLost => person.middle.is_some(),
                Slip::Birth | Slip::TypingAndBirth | Slip::Twin | Slip::OtherSurname => person.born.is_some(),
                _ => true,
            };
            if can {
                break at;
            }
        };
        let mut seen = people[at].clone();
        let name = &given[seen.which];
        match slip {
            Slip::Nothing | Slip::NoBirth | Slip::Moved | Slip::Swapped => {}
            Slip::Nickname => seen.given = seen.known_as.clone().unwrap_or_default(),
            Slip::OtherScript => {
                seen.given = if seen.given == name.name { name.other_script } else { name.name }.to_owned();
            }
            Slip::OtherSpelling => seen.given = name.other_spelling.to_owned(),
            Slip::Typing => self.mistype(&mut seen),
            Slip::Birth => seen.born = seen.born.map(|born| self.birth_slip(born)),
            Slip::TypingAndBirth => {
                self.mistype(&mut seen);
                seen.born = seen.born.map(|born| self.birth_slip(born));
            }
            Slip::MiddleLost => seen.middle = None,
            Slip::OtherSurname => seen.family = self.one_of(&family_names()).clone(),
            Slip::Twin | Slip::Sibling => {
                let before = seen.given.clone();
                while seen.given == before {
                    seen.given = self.one_of(given).name.to_owned();
                }
                seen.middle = None;
                if slip == Slip::Sibling {
                    seen.born = Some(self.birth());
                }
            }
            Slip::Stranger => {
                seen = {
                    let (family, born) = (self.skewed(&family_names()).clone(), self.birth());
                    let (postcode, phone) = (self.postcode(), self.phone());
                    self.somebody(&family, born, &postcode, &phone)
                }
            }
        }
        let mut wanted = seen.as_it_is();
        if slip == Slip::Swapped {
            wanted.names = vec![format!("{}, {}", seen.family, seen.given)];
            if let Some(middle) = &seen.middle {
                wanted.names = vec![format!("{}, {} {middle}", seen.family, seen.given)];
            }
        }
        if slip == Slip::NoBirth {
            wanted.born = None;
        }
        // Most who look know where the child lives now, some the phone; some the sex.
        let moved = slip == Slip::Moved || self.below(3) == 0;
        if moved {
            wanted.postcode = Some(self.postcode());
        }
        if moved || self.below(2) == 0 {
            wanted.phone = None;
        }
        if self.below(2) == 0 {
            wanted.sex = None;
        }
        let is = (!matches!(slip, Slip::Twin | Slip::Sibling | Slip::Stranger)).then_some(at);
        Look { wanted, is, slip }
    }

    /// One slip of the finger in the first name or the surname.
    fn mistype(&mut self, seen: &mut Synthetic) {
        let name = if self.below(2) == 0 { &mut seen.given } else { &mut seen.family };
        let mut letters: Vec<char> = name.chars().collect();
        let place = self.below(letters.len());
        match self.below(4) {
            0 if letters.len() > 3 => {
                letters.remove(place);
            }
            1 => letters.insert(place, self.letter().to_ascii_lowercase()),
            2 if place + 1 < letters.len() => letters.swap(place, place + 1),
            _ => letters[place] = self.letter().to_ascii_lowercase(),
        }
        *name = letters.into_iter().collect();
    }

    fn birth_slip(&mut self, born: NaiveDate) -> NaiveDate {
        let date = |year: i32, month: u32, day: u32| NaiveDate::from_ymd_opt(year, month, day);
        let (year, month, day) = (born.year(), born.month(), born.day());
        let slipped = match self.below(5) {
            0 => date(year, day, month),
            1 => date(year + if self.below(2) == 0 { 1 } else { -1 }, month, day),
            2 => date(year, month, day % 28 + 1),
            3 => date(year, month % 12 + 1, day),
            _ => date(year, 1, 1),
        };
        slipped.unwrap_or_else(|| born + Days::new(1))
    }
}

/// Surnames that are made of two parts, as many English ones are.
fn made_up() -> impl Iterator<Item = String> {
    let beginnings = [
        "Ash", "Birch", "Brook", "Cold", "Dun", "East", "Elm", "Fair", "Grey", "Hart", "Hazel", "Kings", "Lang",
        "Mill", "Nor", "Oak", "Pem", "Red", "Sand", "Stan", "Thorn", "Under", "Wal", "West", "Whit", "Win", "Wood",
        "York",
    ];
    beginnings.into_iter().flat_map(|begins| endings().iter().map(move |ends| format!("{begins}{ends}")))
}
