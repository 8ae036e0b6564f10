//! One box: people in any order of their names or by any number of theirs, then texts newest first.

use app::{
    AppFault,
    child::{TimelineOf, open_child, timeline},
    facts::{NewFact, record_fact},
    search::{Among, FitsBy, Found, SearchFor, TextKind, pin_person, search},
};
use domain::{
    Fact, PersonId,
    facts::{Address, IdScheme, Identifier, PhoneOrEmail, ReachBy},
};
use rstest::rstest;

use crate::{
    child_file::{import_history, old_note},
    facts::{is_the, keep, lives_at},
    fault,
    untold::allocated_to_me,
    world::{World, note},
};

fn all(world: &World, text: &str) -> Found {
    search(&world.session(), &SearchFor { text: text.into(), ..SearchFor::default() }).unwrap()
}

fn names(found: &Found) -> Vec<(&str, FitsBy)> {
    found.people.iter().map(|person| (person.row.person.name.as_str(), person.by)).collect()
}

fn titles(found: &Found) -> Vec<&str> {
    found.texts.iter().map(|text| text.title.as_str()).collect()
}

/// Zoë with an address, a phone and an NHS number, and others who are not her.
fn children(world: &World) -> PersonId {
    let zoe = world.child("Zoë Example");
    world.child("Sam Example");
    world.child("Maya Testcase");
    keep(world, &[zoe], Fact::Address(Address { postcode: Some("E8 1AA".into()), ..lives_at("1 Sample Street") }));
    let phone = PhoneOrEmail {
        by: ReachBy::Phone,
        value: "07700 900123".into(),
        note: String::new(),
        do_not_contact: false,
        from: None,
        until: None,
    };
    keep(world, &[zoe], Fact::PhoneOrEmail(phone));
    let nhs = Identifier { scheme: IdScheme::Nhs, value: "943 476 5919".into(), from: None, until: None };
    keep(world, &[zoe], Fact::Identifier(nhs));
    zoe
}

#[rstest]
#[case::turned("example zoe", FitsBy::Name, "words")]
#[case::while_typed("zoe exa", FitsBy::Name, "words")]
#[case::one_letter("z", FitsBy::Name, "words")]
#[case::postcode("e8 1", FitsBy::Postcode, "postcode")]
#[case::phone("07700 9001", FitsBy::Phone, "phone")]
#[case::phone_from_abroad("+44 7700 900123", FitsBy::Phone, "phone")]
#[case::number("9434765919", FitsBy::Identifier, "identifier")]
#[case::number_as_begun("943 476", FitsBy::Identifier, "identifier")]
fn a_child_is_found_by_whatever_is_known(#[case] text: &str, #[case] by: FitsBy, #[case] understood: &str) {
    let world = World::open();
    children(&world);
    let found = all(&world, text);
    assert_eq!(names(&found), [("Zoë Example", by)]);
    assert_eq!(found.understood, understood);
}

#[test]
fn whoever_works_with_a_perpetrator_finds_nobody_by_a_hidden_postcode() {
    let world = World::open();
    let (zoe, him) = (world.child("Zoë Example"), world.child("He Testcase"));
    keep(&world, &[], Fact::Relationship(is_the(him, "perpetrator_of_abuse", zoe)));
    let refuge = Address { hidden: true, postcode: Some("N16 5QQ".into()), ..lives_at("4 Refuge Row") };
    keep(&world, &[zoe], Fact::Address(refuge));
    for typed in ["N16 5QQ", "n165qq", "N16"] {
        assert_eq!(names(&all(&world, typed)), [("Zoë Example", FitsBy::Postcode)], "others must find the door");
    }
    allocated_to_me(&world, him);
    for typed in ["N16 5QQ", "n165qq", "N16"] {
        let found = all(&world, typed);
        assert!(found.people.is_empty());
        assert_eq!(found.understood, all(&world, "SW9 9QQ").understood, "nor does it say that there is one");
    }
}

#[test]
fn an_open_version_beside_one_that_hides_the_postcode_finds_nobody_either() {
    let (one, two) = (World::open(), World::open());
    let (zoe, him) = (one.child("Zoë Example"), one.child("He Testcase"));
    let open = Address { postcode: Some("N16 5QQ".into()), ..lives_at("4 Refuge Row") };
    let id = keep(&one, &[zoe], Fact::Address(open.clone())).known.id;
    allocated_to_me(&one, him);
    two.receive(&one.entries());
    let again = |says: Address| NewFact { seen: None, id: Some(id), about: vec![zoe], says: Fact::Address(says) };
    two.minutes(10);
    let hides = Address { hidden: true, hidden_from: vec![him], ..open.clone() };
    record_fact(&two.session(), again(hides)).unwrap();
    one.minutes(20);
    record_fact(&one.session(), again(Address { note: "Ring twice".into(), ..open })).unwrap();
    assert_eq!(names(&all(&one, "N16 5QQ")), [("Zoë Example", FitsBy::Postcode)]);
    one.receive(&two.entries());
    assert!(all(&one, "N16 5QQ").people.is_empty());
}

#[test]
fn a_slip_in_a_name_is_forgiven_behind_names_that_fit() {
    let world = World::open();
    children(&world);
    assert_eq!(names(&all(&world, "Testcaes")), [("Maya Testcase", FitsBy::TypingSlip)]);
}

#[test]
fn texts_come_newest_event_first_with_the_words_around_and_in_parts() {
    let world = World::open();
    let zoe = children(&world);
    let old = (1..=30_u8)
        .map(|of| old_note(of, zoe, Some(&format!("2019-03-{of:02}")), "Nan said that the kitchen is warm again."))
        .collect();
    import_history(&world, "2020-10-11", old);
    let mut answers = note(&world, "New note");
    answers["what_happened"] = "The <b>kitchens</b> were cold.".into();
    let draft = world.draft("case_note", &[zoe], answers);
    app::records::file_draft(&world.session(), draft).unwrap();
    let found = all(&world, "kitch");
    assert_eq!(titles(&found)[..3], ["New note", "Old note 30", "Old note 29"]);
    assert_eq!(found.texts[0].kind, TextKind::Record);
    assert_eq!(found.texts[0].pieces, ["The <b>", "kitchens", "</b> were cold."]);
    assert_eq!(found.texts[1].pieces, ["Nan said that the ", "kitchen", " is warm again."]);
    assert_eq!(found.texts[1].people[0].person.id, zoe);
    assert_eq!(found.texts.len(), 20);
    assert_eq!((found.indexed, found.to_index), (30, 30));
    let after = SearchFor { text: "kitch".into(), after: found.next, ..SearchFor::default() };
    let rest = search(&world.session(), &after).unwrap();
    assert_eq!((rest.texts.len(), rest.next.is_none()), (11, true));
    assert_eq!(titles(&rest)[0], "Old note 11");
    assert!(rest.people.is_empty(), "people are in the first part");
    let nonsense = SearchFor { text: "kitch".into(), after: Some("soon".into()), ..SearchFor::default() };
    assert!(matches!(fault(search(&world.session(), &nonsense)), AppFault::NotFound { .. }));
}

#[test]
fn inside_one_file_what_says_it_most_comes_first_and_other_files_say_nothing() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let notes = vec![
        old_note(1, zoe, Some("2018-01-01"), "School. School again, and school once more."),
        old_note(2, zoe, Some("2019-01-01"), "A long walk, a talk about a dog, and at the end of the day also school."),
        old_note(3, sam, Some("2019-02-01"), "School, school, school."),
    ];
    import_history(&world, "2020-10-11", notes);
    let inside = SearchFor { text: "school".into(), person: Some(zoe), ..SearchFor::default() };
    let found = search(&world.session(), &inside).unwrap();
    assert_eq!(titles(&found), ["Old note 1", "Old note 2"]);
    let of = TimelineOf { words: Some("dog".into()), ..TimelineOf::first(zoe) };
    let part = timeline(&world.session(), &of).unwrap();
    assert_eq!(part.events.iter().map(|event| event.title.as_str()).collect::<Vec<_>>(), ["Old note 2"]);
}

#[test]
fn an_empty_box_shows_who_was_pinned_and_who_was_opened_last() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    for child in [sam, zoe, sam] {
        open_child(&world.session(), child).unwrap();
        world.minutes(1);
    }
    pin_person(&world.session(), zoe, true).unwrap();
    let ids = |rows: &[app::people::CaseloadRow]| rows.iter().map(|row| row.person.id).collect::<Vec<_>>();
    let found = all(&world, " ");
    assert_eq!((ids(&found.recent), ids(&found.pinned)), (vec![sam, zoe], vec![zoe]));
    pin_person(&world.session(), zoe, false).unwrap();
    assert_eq!(all(&world, "").pinned.len(), 0);
    let nobody = PersonId::from_bytes([9; 16]);
    assert!(matches!(fault(pin_person(&world.session(), nobody, true)), AppFault::NotFound { .. }));
}

#[test]
fn a_record_is_found_by_its_reference_and_a_form_by_its_title() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let reference = world.note(&[zoe], "Call from nan").row.reference.to_string();
    let found = all(&world, &reference.to_lowercase());
    assert_eq!(titles(&found), ["Call from nan"]);
    assert!(all(&world, "case no").forms.iter().any(|form| form.id == "case_note"));
    let people = SearchFor { text: "nan".into(), among: Among::People, ..SearchFor::default() };
    assert!(search(&world.session(), &people).unwrap().texts.is_empty());
    let notes = SearchFor { text: "zoe".into(), among: Among::Notes, ..SearchFor::default() };
    assert!(search(&world.session(), &notes).unwrap().people.is_empty());
}
