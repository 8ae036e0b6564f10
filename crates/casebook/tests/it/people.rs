//! People: found in every script, and never one value of two thrown away.

use casebook::{Casebook, CasebookFault, tables::person};
use domain::{PersonField, PersonId};
use rstest::rstest;
use testkit::{TempCasebook, entries::Entries};

use crate::check;

fn add(casebook: &Casebook, entries: &mut Entries, name: &str) -> PersonId {
    let (person, mut added) = entries.person_added();
    if let journal::Known::PersonAdded(payload) = &mut added.act {
        payload.fields.insert(PersonField::Name, domain::tidy_name(name).unwrap());
    }
    casebook.write(|gate| gate.append(added)).unwrap();
    person
}

fn found(casebook: &Casebook, search: &str) -> Vec<String> {
    let (people, total) =
        casebook.read(|reading| Ok::<_, CasebookFault>(person::search(reading, search, 50)?)).unwrap();
    assert_eq!(people.len(), total as usize);
    people.into_iter().map(|person| person.name).collect()
}

#[rstest]
#[case::arabic_without_hamza("محمد الأمين", "الامين")]
#[case::arabic_with_vowel_signs("مُحَمَّد الأمين", "محمد")]
#[case::yiddish_with_points("ײַטל ראָזנפֿעלד", "ראזנפעלד")]
#[case::yiddish_digraph_as_two_letters("ײַטל ראָזנפֿעלד", "ייטל")]
#[case::yiddish_two_letters_as_digraph("ייטל ראזנפעלד", "ײטל")]
#[case::combining_marks("Zoe\u{308} C\u{327}elik", "Zoë Çelik")]
#[case::without_marks("Zoë Çelik", "zoe celik")]
#[case::vietnamese("Nguyễn Thị Ánh", "nguyen thi anh")]
#[case::apostrophes("Siân O’Example", "o'example")]
#[case::apostrophe_typed_curly("Sian O'Example", "O’EXAMPLE")]
#[case::cyrillic("Ольга Пример", "пример ольга")]
fn a_name_is_found_as_people_type_it(#[case] name: &str, #[case] typed: &str) {
    let casebook = TempCasebook::create(41);
    let mut entries = Entries::seeded(41);
    add(&casebook, &mut entries, "Somebody Else");
    add(&casebook, &mut entries, name);
    assert_eq!(found(&casebook, typed), [domain::tidy_name(name).unwrap()], "shown as it was recorded");
    assert_eq!(found(&casebook, "nobody"), Vec::<String>::new());
    assert_eq!(found(&casebook, " ").len(), 2, "no search shows everybody");
}

#[test]
fn two_amendments_that_did_not_know_of_each_other_are_both_shown_until_somebody_decides() {
    let casebook = TempCasebook::create(42);
    let mut entries = Entries::seeded(42);
    let (id, added) = entries.person_added();
    let first = casebook.write(|gate| gate.append(added)).unwrap().head.hash;
    let mut amend = |value: &str, based_on| {
        let amended = entries.person_amended(id, PersonField::Name, value, based_on);
        casebook.write(|gate| gate.append(amended)).unwrap().head.hash
    };
    let standing = || {
        let values = casebook.read(|reading| Ok::<_, CasebookFault>(person::standing(reading, id)?)).unwrap();
        values.into_iter().filter(|value| value.field == PersonField::Name).map(|value| value.value).collect::<Vec<_>>()
    };
    let shown = || casebook.read(|reading| Ok::<_, CasebookFault>(person::find(reading, id)?)).unwrap().unwrap();

    let one = amend("Maya One", vec![first]);
    assert!(!shown().clash, "an amendment that knew what it amends is no clash");
    let two = amend("Maya Two", vec![first]);
    assert_eq!(standing(), ["Maya One", "Maya Two"]);
    assert!(shown().clash);
    amend("Maya Decided", vec![one, two]);
    assert_eq!(standing(), ["Maya Decided"]);
    assert!(!shown().clash);
    assert_eq!(shown().name, "Maya Decided");
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn the_same_value_recorded_twice_is_no_clash() {
    let casebook = TempCasebook::create(43);
    let mut entries = Entries::seeded(43);
    let (id, added) = entries.person_added();
    let first = casebook.write(|gate| gate.append(added)).unwrap().head.hash;
    for _ in 0..2 {
        let amended = entries.person_amended(id, PersonField::KnownAs, "May", vec![first]);
        casebook.write(|gate| gate.append(amended)).unwrap();
    }
    let shown = casebook.read(|reading| Ok::<_, CasebookFault>(person::find(reading, id)?)).unwrap().unwrap();
    assert_eq!((shown.known_as.as_deref(), shown.clash), (Some("May"), false));
}
