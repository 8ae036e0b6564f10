//! Who on file somebody may be, and files that may be of one person.

use app::{
    facts::{NewFact, record_fact, withdraw_fact},
    people::{
        FindMatches, NewPerson, add_person, duplicates, find_matches,
        matching::{OnFile, matches_in},
        pair_id,
    },
};
use domain::{
    Fact, PersonField, PersonId,
    facts::{Address, AddressUse, IdScheme, Identifier, NameUse, OtherName, PhoneOrEmail, ReachBy, SamePerson},
    likeness::{Against, Likeness, Reason, Wanted},
};
use rstest::rstest;

use crate::{facts::lives_at, world::World};

fn child(world: &World, name: &str, born: &str) -> PersonId {
    add(world, NewPerson::named(name).with(PersonField::DateOfBirth, born), Vec::new())
}

fn add(world: &World, mut new: NewPerson, facts: Vec<Fact>) -> PersonId {
    world.minutes(1);
    new.facts = facts;
    add_person(&world.session(), new).unwrap().person.id
}

fn wanted(name: &str, born: &str) -> Wanted {
    Wanted { names: vec![name.to_owned()], born: born.parse().ok(), ..Wanted::default() }
}

/// Who is found, how like and why.
fn found(world: &World, wanted: Wanted) -> Vec<(PersonId, Likeness, Vec<Reason>)> {
    let matches = find_matches(&world.session(), &FindMatches { wanted, person: None }).unwrap();
    matches.into_iter().map(|one| (one.row.person.id, one.found.likeness, one.found.reasons)).collect()
}

#[rstest]
#[case("Çelik Zoë", "2016-05-17", Some(Likeness::Exact))]
#[case("zoe celik", "2016-05-17", Some(Likeness::Exact))]
#[case("Zoey Celik", "2016-05-17", Some(Likeness::Likely))]
#[case("Zoë Çelkik", "2016-05-17", Some(Likeness::Likely))]
#[case("Zoë Çelik", "2016-05-18", Some(Likeness::Likely))]
#[case("Zoë Çelik", "", Some(Likeness::Likely))]
#[case("Zoë Çelik", "2011-01-02", Some(Likeness::Possible))]
#[case("Bo Sample", "2016-05-17", None)]
#[case("Z", "", None)]
#[case("", "2016-05-17", None)]
fn a_child_is_found_in_spite_of_slips(#[case] name: &str, #[case] born: &str, #[case] expected: Option<Likeness>) {
    let world = World::open();
    let zoe = child(&world, "Zoë Çelik", "2016-05-17");
    child(&world, "Ada Example", "2014-02-03");
    let found = found(&world, wanted(name, born));
    assert_eq!(found.first().map(|(person, likeness, _)| (*person, *likeness)), expected.map(|like| (zoe, like)));
}

#[rstest]
#[case("محمد حسن", "Mohammed Hassan")]
#[case("רחל לוי", "Rachel Levi")]
#[case("Nguyễn Thị Ánh", "Anh Nguyen")]
#[case("Ольга Иванова", "Olga Ivanova")]
fn a_name_in_another_script_is_found(#[case] on_file: &str, #[case] looked_for: &str) {
    let world = World::open();
    let person = child(&world, on_file, "2016-05-17");
    let other = child(&world, looked_for, "2013-03-04");
    let there = found(&world, wanted(looked_for, "2016-05-17"));
    assert!(there.iter().any(|(one, likeness, _)| *one == person && *likeness == Likeness::Likely));
    let back = found(&world, wanted(on_file, "2013-03-04"));
    assert!(back.iter().any(|(one, likeness, _)| *one == other && *likeness == Likeness::Likely));
}

#[test]
fn names_of_one_letter_and_of_255_are_looked_for() {
    let world = World::open();
    let long = format!("{} {}", "x".repeat(127), "y".repeat(127));
    let (b, x) = (child(&world, "B", "2016-05-17"), child(&world, &long, "2016-05-17"));
    assert_eq!(found(&world, wanted("B", "2016-05-17"))[0].0, b);
    assert_eq!(found(&world, wanted(&long, ""))[0].0, x);
}

#[test]
fn the_same_child_twice_is_a_question_and_never_exact() {
    let world = World::open();
    child(&world, "Sam Doe", "2016-05-17");
    child(&world, "Doe Sam", "2016-05-17");
    let found = found(&world, wanted("Sam Doe", "2016-05-17"));
    assert_eq!(found.iter().map(|(_, likeness, _)| *likeness).collect::<Vec<_>>(), [Likeness::Likely; 2]);
    let pairs = duplicates(&world.session()).unwrap().pairs;
    assert_eq!(pairs.len(), 1);
    assert!(pairs[0].found.reasons.contains(&Reason::NamesInOtherOrder));
}

#[test]
fn twins_are_told_apart() {
    let world = World::open();
    let sam = child(&world, "Sam Doe", "2016-05-17");
    child(&world, "Maximilian Doe", "2016-05-17");
    let find = FindMatches { wanted: Wanted::default(), person: Some(sam) };
    let matches = find_matches(&world.session(), &find).unwrap();
    assert_eq!(matches.len(), 1);
    assert_eq!(
        (matches[0].found.likeness, matches[0].found.against.as_slice()),
        (Likeness::Possible, &[Against::Twin][..])
    );
    let pairs = duplicates(&world.session()).unwrap().pairs;
    assert!(pairs.iter().all(|pair| pair.found.likeness == Likeness::Possible), "twins are at the end of the list");
}

#[test]
fn other_names_phones_postcodes_and_numbers_find_a_child() {
    let world = World::open();
    let facts = vec![
        Fact::OtherName(OtherName {
            name: "Alexandra Former".to_owned(),
            used: NameUse::Former,
            from: None,
            until: None,
        }),
        Fact::PhoneOrEmail(PhoneOrEmail {
            by: ReachBy::Phone,
            value: "+44 7700 900123".to_owned(),
            note: String::new(),
            do_not_contact: false,
            from: None,
            until: None,
        }),
        Fact::Address(Address {
            lines: "1 Sample Street".to_owned(),
            postcode: Some("E8 1EA".to_owned()),
            used: AddressUse::Home,
            from: None,
            until: None,
            do_not_contact: false,
            hidden: false,
            hidden_from: Vec::new(),
            note: String::new(),
        }),
        Fact::Identifier(Identifier { scheme: IdScheme::Mosaic, value: "M-12345".to_owned(), from: None, until: None }),
    ];
    let new = NewPerson::named("Alexandra Sample").with(PersonField::KnownAs, "Sasha");
    let person = add(&world, new.with(PersonField::DateOfBirth, "2016-05-17"), facts);
    let one = |wanted: Wanted| {
        let found = found(&world, wanted);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, person);
        (found[0].1, found[0].2.clone())
    };
    let (likeness, reasons) = one(wanted("Sasha Former", "2016-05-17"));
    assert_eq!(likeness, Likeness::Likely);
    assert!(reasons.contains(&Reason::KnownAs));
    let phone = Wanted { phone: Some("07700 900 123".to_owned()), ..wanted("Alexandra Other", "2016-05-17") };
    assert!(one(phone).1.contains(&Reason::SamePhone));
    let postcode = Wanted { postcode: Some("e81ea".to_owned()), ..wanted("Alexandra Other", "2016-05-17") };
    assert_eq!(one(postcode), (Likeness::Likely, vec![Reason::PartOfName, Reason::SameBirth, Reason::SamePostcode]));
    let number = Wanted { identifiers: vec!["m12345".to_owned()], ..wanted("A. Sample", "") };
    assert_eq!(one(number).0, Likeness::Exact);
}

fn reached_by(phone: &str) -> Fact {
    Fact::PhoneOrEmail(PhoneOrEmail {
        by: if phone.contains('@') { ReachBy::Email } else { ReachBy::Phone },
        value: phone.to_owned(),
        note: String::new(),
        do_not_contact: false,
        from: None,
        until: None,
    })
}

#[rstest]
#[case("+44 7700 900123", "07700 900 123", true)]
#[case("07700900123", "7700900123", true)]
#[case("07700900123", "07700900124", false)]
#[case("amira12@example.org", "khan12@example.org", false)]
fn two_files_with_one_phone_number_are_a_pair_however_it_is_written(
    #[case] one: &str,
    #[case] other: &str,
    #[case] pair: bool,
) {
    let world = World::open();
    let born = |name: &str| NewPerson::named(name).with(PersonField::DateOfBirth, "2016-05-17");
    let khan = add(&world, born("Amira Khan"), vec![reached_by(one)]);
    let begum = add(&world, born("Amira Begum"), vec![reached_by(other)]);
    let pairs = duplicates(&world.session()).unwrap().pairs;
    assert_eq!(pairs.iter().any(|one| one.found.reasons.contains(&Reason::SamePhone)), pair);
    let find = FindMatches { wanted: Wanted::default(), person: Some(khan) };
    let like = find_matches(&world.session(), &find).unwrap();
    let by_phone: Vec<_> =
        like.iter().filter(|one| one.found.reasons.contains(&Reason::SamePhone)).map(|one| one.row.person.id).collect();
    assert_eq!(by_phone, if pair { vec![begum] } else { vec![] });
}

#[test]
fn somebody_refused_while_adding_is_not_asked_about_again() {
    let world = World::open();
    let zoe = child(&world, "Zoë Çelik", "2016-05-17");
    let other = child(&world, "Zoe Celick", "2016-05-17");
    let mut new = NewPerson::named("Çelik Zoë").with(PersonField::DateOfBirth, "2016-05-17");
    new.different = vec![zoe];
    new.looked_at = "Looked at while adding".to_owned();
    let added = add(&world, new, Vec::new());
    let open = duplicates(&world.session()).unwrap();
    let asked: Vec<_> = open.pairs.iter().map(|pair| (pair.one.person.id, pair.other.person.id)).collect();
    let about = |one, other| asked.contains(&(one, other)) || asked.contains(&(other, one));
    assert!(!about(zoe, added), "it was decided while adding");
    assert!(about(other, added), "nobody said anything of this one");
    assert_eq!(open.decisions.len(), 1);
    let decision = &open.decisions[0];
    assert_eq!((decision.says.same, decision.replaced), (false, false));
    assert_eq!(decision.says.approved_by, "Ruth Exemplar", "whoever adds says it");
    let find = FindMatches { wanted: Wanted::default(), person: Some(added) };
    let like = find_matches(&world.session(), &find).unwrap();
    assert!(like.iter().all(|one| one.row.person.id != zoe));
    world.minutes(1);
    withdraw_fact(&world.session(), pair_id(zoe, added), "It was her after all").unwrap();
    assert_eq!(duplicates(&world.session()).unwrap().pairs.len(), open.pairs.len() + 1, "it can be taken back");
}

#[test]
fn somebody_who_is_not_on_file_cannot_be_refused_and_nobody_is_added() {
    let world = World::open();
    let mut new = NewPerson::named("Zoë Çelik");
    new.different = vec![PersonId::from_bytes([7; 16])];
    new.looked_at = "Looked at while adding".to_owned();
    assert!(matches!(add_person(&world.session(), new), Err(app::AppFault::NotFound { what: "person" })));
    assert_eq!(app::people::list_people(&world.session(), "", 10).unwrap().1, 0);
}

#[test]
fn nobody_is_matched_by_a_hidden_postcode() {
    let world = World::open();
    let lives = |hidden| {
        let refuge = Address { hidden, postcode: Some("N16 5QQ".to_owned()), ..lives_at("4 Refuge Row") };
        vec![Fact::Address(refuge)]
    };
    let named = |name: &str| NewPerson::named(name).with(PersonField::DateOfBirth, "2016-05-17");
    let zoe = add(&world, named("Zoë Çelik"), lives(true));
    let guess = || Wanted { postcode: Some("N16 5QQ".to_owned()), ..wanted("Zoë Çelik", "2016-05-17") };
    let by_postcode = |world: &World| {
        let one = found(world, guess()).iter().any(|(_, _, reasons)| reasons.contains(&Reason::SamePostcode));
        world.lock();
        let file = world.beneath().read(|reading| OnFile::read(reading)).unwrap();
        world.unlock().unwrap();
        let all = file.matches(&guess()).iter().any(|found| found.reasons.contains(&Reason::SamePostcode));
        assert_eq!(one, all, "a whole file is matched as one look is");
        one
    };
    assert!(!by_postcode(&world));
    // Somebody who is known to live there says nothing of who else does.
    let other = add(&world, named("Zoe Celick"), lives(false));
    let like = find_matches(&world.session(), &FindMatches { wanted: Wanted::default(), person: Some(zoe) }).unwrap();
    assert_eq!(like.iter().map(|found| found.row.person.id).collect::<Vec<_>>(), [other]);
    assert!(!like[0].found.reasons.contains(&Reason::SamePostcode));
    let pairs = duplicates(&world.session()).unwrap().pairs;
    assert!(pairs.iter().all(|pair| !pair.found.reasons.contains(&Reason::SamePostcode)));
    assert!(by_postcode(&world), "an address that is open is compared");
}

#[test]
fn a_decision_about_a_pair_takes_it_off_the_list_and_stays_in_the_ledger() {
    let world = World::open();
    let (one, other) = (child(&world, "Sam Doe", "2016-05-17"), child(&world, "Sam Do", "2016-05-17"));
    assert_eq!(duplicates(&world.session()).unwrap().pairs.len(), 1);
    let decide = |same: bool| {
        world.minutes(1);
        let (reason, approved_by) = ("Seen both".to_owned(), "Team lead".to_owned());
        let says = Fact::SamePerson(SamePerson { one: other, other: one, same, reason, approved_by });
        record_fact(&world.session(), NewFact { seen: None, id: None, about: Vec::new(), says }).unwrap();
        duplicates(&world.session()).unwrap()
    };
    let two = decide(false);
    assert!(two.pairs.is_empty() && two.decisions.len() == 1 && !two.decisions[0].says.same);
    let find = FindMatches { wanted: Wanted::default(), person: Some(one) };
    assert!(find_matches(&world.session(), &find).unwrap().is_empty(), "it was decided");
    let same = decide(true);
    let ledger: Vec<_> = same.decisions.iter().map(|it| (it.says.same, it.replaced)).collect();
    assert_eq!(ledger, [(true, false), (false, true)]);
    assert_eq!(found(&world, wanted("Sam Doe", "2016-05-17")).len(), 1, "files of one person are one match");
    world.minutes(1);
    withdraw_fact(&world.session(), pair_id(one, other), "They are two").unwrap();
    let open = duplicates(&world.session()).unwrap();
    assert_eq!((open.pairs.len(), open.decisions.len()), (1, 2), "open again, and nothing is forgotten");
    assert!(open.decisions.iter().all(|decision| decision.replaced));
}

#[test]
fn a_whole_file_is_matched_as_one_look_is() {
    let mut entries = testkit::entries::Entries::seeded(3);
    let casebook = testkit::TempCasebook::create(3);
    let labelled = testkit::people::labelled(11, 400, 300);
    casebook
        .write(|gate| {
            for person in &labelled.on_file {
                for entry in person.entries(&mut entries) {
                    gate.append(entry)?;
                }
            }
            Ok::<_, casebook::CasebookFault>(())
        })
        .unwrap();
    let likely = |matches: Vec<app::people::matching::Match>| -> Vec<PersonId> {
        let likely = matches.into_iter().filter(|found| found.likeness >= Likeness::Likely);
        likely.map(|found| found.person.id).collect()
    };
    casebook
        .read(|reading| {
            let on_file = OnFile::read(reading)?;
            for look in &labelled.looks {
                let alone = likely(matches_in(reading, &look.wanted, 5)?);
                assert_eq!(alone, likely(on_file.matches(&look.wanted)), "{:?}", look.slip);
            }
            Ok::<_, app::AppFault>(())
        })
        .unwrap();
}
