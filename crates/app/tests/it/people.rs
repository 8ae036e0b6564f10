//! People: every name as its bearer writes it, and nothing required but a name.

use app::{
    AppFault,
    people::{Amendment, NewPerson, add_person, amend_person, caseload_row, list_people, open_child},
};
use domain::PersonId;
use rstest::rstest;

use crate::{fault, world::World};

fn named(name: &str) -> NewPerson {
    NewPerson { name: name.to_owned(), ..NewPerson::default() }
}

#[test]
fn names_of_every_script_come_back_as_they_were_written() {
    let world = World::open();
    for name in [
        "محمد الأمين",
        "חיה־רחל בת שרה",
        "ײַטל מאַרגאָליס",
        "Zoë Çelik-O’Neill",
        "Nguyễn Thị Ánh",
        "ꦱꦸꦂꦪ",
        "李小龙",
        "Ada \u{1f9f8}",
    ] {
        let person = add_person(&world.session(), named(name)).unwrap().person;
        world.lock();
        world.unlock().unwrap();
        let kept = caseload_row(&world.session(), person.id).unwrap().person.name;
        // Yiddish presentation forms and decomposed letters are one text in their composed form.
        assert_eq!(kept, domain::tidy_name(name).unwrap());
        let word = kept.split(' ').next().unwrap();
        let (found, total) = list_people(&world.session(), word, 10).unwrap();
        assert!(total >= 1 && found.iter().any(|row| row.person.id == person.id), "{word} finds {name}");
        let child = open_child(&world.session(), person.id).unwrap();
        assert_eq!(child.row.person.name, kept);
    }
}

#[test]
fn a_name_typed_with_combining_marks_is_the_name_typed_without() {
    let world = World::open();
    let person = add_person(&world.session(), named("Zoe\u{308} C\u{327}elik")).unwrap().person;
    assert_eq!(person.name, "Zoë Çelik");
    for search in ["Zoë", "Zoe\u{308}", "çelik", "C\u{327}elik zoë"] {
        assert_eq!(list_people(&world.session(), search, 10).unwrap().1, 1, "{search}");
    }
}

#[rstest]
#[case("", None)]
#[case(" \t\n", None)]
#[case("Zoë", Some("31 February 2020"))]
#[case("Zoë", Some("2020-02-30"))]
#[case("Zoë", Some("2026-11-24"))]
fn what_is_no_name_or_no_date_of_birth_is_refused_and_nobody_is_added(#[case] name: &str, #[case] born: Option<&str>) {
    let world = World::open();
    let new = NewPerson { date_of_birth: born.map(str::to_owned), ..named(name) };
    let refused = fault(add_person(&world.session(), new));
    match (name, born) {
        ("Zoë", Some("2026-11-24")) => assert!(matches!(refused, AppFault::DateInFuture)),
        ("Zoë", _) => assert!(matches!(refused, AppFault::DateNotReal)),
        _ => assert!(matches!(refused, AppFault::NameEmpty)),
    }
    assert_eq!(list_people(&world.session(), "", 10).unwrap().1, 0);
}

#[test]
fn a_correction_changes_what_it_names_and_an_empty_text_removes() {
    let world = World::open();
    let new =
        NewPerson { known_as: Some("Zo".into()), date_of_birth: Some("2016-02-29".into()), ..named("Zoë Example") };
    let row = add_person(&world.session(), new).unwrap();
    assert_eq!(row.age, Some(10));
    let amended = Amendment { name: Some("Zoë Sample".into()), known_as: Some("".into()), ..Amendment::default() };
    let row = amend_person(&world.session(), row.person.id, amended).unwrap();
    assert_eq!((row.person.name.as_str(), row.person.known_as.as_deref()), ("Zoë Sample", None));
    assert_eq!(row.person.date_of_birth.unwrap().to_string(), "2016-02-29");
    assert!(!row.person.clash, "a correction that knew the old value is no clash");

    let no_name = Amendment { name: Some(" ".into()), ..Amendment::default() };
    assert!(matches!(fault(amend_person(&world.session(), row.person.id, no_name)), AppFault::NameEmpty));
    let nobody = PersonId(uuid::Uuid::nil());
    for amendment in [Amendment::default(), Amendment { name: Some("X".into()), ..Amendment::default() }] {
        let amended = amend_person(&world.session(), nobody, amendment);
        assert!(matches!(fault(amended), AppFault::NotFound { what: "person" }));
    }
}

#[test]
fn a_file_that_is_not_there_is_not_opened_and_not_noted() {
    let world = World::open();
    let before = app::delivery::status(&world.session()).unwrap().custody.log;
    let nobody = PersonId(uuid::Uuid::nil());
    assert!(matches!(fault(open_child(&world.session(), nobody)), AppFault::NotFound { what: "person" }));
    assert_eq!(app::delivery::status(&world.session()).unwrap().custody.log, before);
}
