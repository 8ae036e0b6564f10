//! People: every name as its bearer writes it, and nothing required but a name.

use app::{
    AppFault,
    child::open_child,
    people::{Amendment, NewPerson, add_person, amend_person, caseload_row, give_emergency_id, list_people},
};
use domain::{
    Fact, PersonField, PersonId,
    facts::{FactFault, IdScheme, Identifier, SamePerson, Warning, WarningKind},
    identifiers::{check_digit, read_emergency_id},
};
use rstest::rstest;

use crate::{fault, world::World};

fn named(name: &str) -> NewPerson {
    NewPerson::named(name)
}

#[test]
fn somebody_on_file_is_given_one_emergency_id_however_often_it_is_asked() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let given = give_emergency_id(&world.session(), zoe).unwrap().identifier.unwrap();
    assert!(read_emergency_id(&given).is_some(), "{given} has a check digit");
    assert_eq!(give_emergency_id(&world.session(), zoe).unwrap().identifier, Some(given.clone()));
    let nobody = give_emergency_id(&world.session(), PersonId(uuid::Uuid::nil()));
    assert!(matches!(fault(nobody), AppFault::NotFound { what: "person" }));
    let given = world.locked_journal().into_iter().filter(|noted| matches!(noted.act, journal::Known::FactRecorded(_)));
    assert_eq!(given.count(), 1);
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
    let new = born.map_or_else(|| named(name), |born| named(name).with(PersonField::DateOfBirth, born));
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
    let new = named("Zoë Example").with(PersonField::KnownAs, "Zo").with(PersonField::DateOfBirth, "2016-02-29");
    let row = add_person(&world.session(), new).unwrap();
    assert_eq!(row.age, Some(10));
    let mut amended = Amendment::of(PersonField::Name, "Zoë Sample");
    amended.fields.insert(PersonField::KnownAs, String::new());
    let row = amend_person(&world.session(), row.person.id, amended).unwrap();
    assert_eq!((row.person.name.as_str(), row.person.known_as.as_deref()), ("Zoë Sample", None));
    assert_eq!(row.person.date_of_birth.unwrap().to_string(), "2016-02-29");
    assert!(!row.person.clash, "a correction that knew the old value is no clash");

    let no_name = Amendment::of(PersonField::Name, " ");
    assert!(matches!(fault(amend_person(&world.session(), row.person.id, no_name)), AppFault::NameEmpty));
    let nobody = PersonId(uuid::Uuid::nil());
    for amendment in [Amendment::default(), Amendment::of(PersonField::Name, "X")] {
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

#[rstest]
#[case(PersonField::Kind, "alien")]
#[case(PersonField::Sex, "f")]
#[case(PersonField::Ethnicity, "British")]
#[case(PersonField::Religion, "jedi")]
#[case(PersonField::Disability, "mob and hand")]
#[case(PersonField::InterpreterNeeded, "perhaps")]
#[case(PersonField::DateOfBirthIs, "roughly")]
#[case(PersonField::DateOfBirth, "1899-12-31")]
#[case(PersonField::DateOfDeath, "2026-11-24")]
fn a_word_that_is_in_no_list_and_a_day_that_cannot_be_are_refused(#[case] field: PersonField, #[case] value: &str) {
    let world = World::open();
    let refused = fault(add_person(&world.session(), named("Zoë Example").with(field, value)));
    assert!(matches!(refused, AppFault::FactNotKept(_)), "{refused}");
    let zoe = world.child("Zoë Example");
    let refused = fault(amend_person(&world.session(), zoe, Amendment::of(field, value)));
    assert!(matches!(refused, AppFault::FactNotKept(_)), "{refused}");
    assert_eq!(list_people(&world.session(), "", 10).unwrap().1, 1);
}

#[test]
fn every_field_is_kept_and_removed() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    for field in PersonField::ALL {
        let value = match field {
            PersonField::DateOfBirth | PersonField::DateOfDeath => "2016-05-17",
            PersonField::DateOfBirthIs => "estimated",
            PersonField::CareStatus => "looked_after",
            PersonField::Kind => "adult",
            PersonField::Sex => "female",
            PersonField::Ethnicity => "wbri",
            PersonField::Religion => "jewish",
            PersonField::Disability => "mob hand",
            PersonField::InterpreterNeeded => "not_asked",
            _ => "Makaton, with pictures",
        };
        amend_person(&world.session(), zoe, Amendment::of(*field, value)).unwrap();
        if *field != PersonField::Name {
            amend_person(&world.session(), zoe, Amendment::of(*field, " ")).unwrap();
        }
    }
    let row = caseload_row(&world.session(), zoe).unwrap();
    assert_eq!((row.person.kind.as_str(), row.person.date_of_birth, row.person.clash), ("child", None, false));
}

#[test]
fn an_unborn_child_has_a_due_date_and_no_age() {
    let world = World::open();
    let unborn = named("Baby of Ada Example").with(PersonField::Kind, "unborn_child");
    let row = add_person(&world.session(), unborn.with(PersonField::DateOfBirth, "2027-03-01")).unwrap();
    assert_eq!((row.person.date_of_birth_is.as_str(), row.age), ("due", None));
    let born = [(PersonField::Kind, "child"), (PersonField::DateOfBirthIs, "exact")];
    let mut amendment = Amendment::of(PersonField::DateOfBirth, "2026-11-20");
    amendment.fields.extend(born.map(|(field, value)| (field, value.to_owned())));
    let row = amend_person(&world.session(), row.person.id, amendment).unwrap();
    assert_eq!((row.person.kind.as_str(), row.age), ("child", Some(0)));
}

#[test]
fn a_person_and_what_is_known_of_them_are_kept_together_or_not_at_all() {
    let world = World::open();
    let identifier = |value: &str| {
        Fact::Identifier(Identifier { scheme: IdScheme::Nhs, value: value.to_owned(), from: None, until: None })
    };
    let mut new = named("Zoë Example");
    new.facts = vec![identifier("943 476 5918"), identifier("")];
    assert!(matches!(fault(add_person(&world.session(), new.clone())), AppFault::FactNotKept(FactFault::Needed(_))));
    assert_eq!(list_people(&world.session(), "", 10).unwrap().1, 0);
    new.facts.truncate(1);
    new.emergency_id = true;
    let row = add_person(&world.session(), new).unwrap();
    let said = row.identifier.unwrap();
    assert!(read_emergency_id(&said).is_some(), "{said} is the one to say on the phone");
    let decision = SamePerson {
        one: row.person.id,
        other: PersonId(uuid::Uuid::nil()),
        same: true,
        reason: "x".to_owned(),
        approved_by: "y".to_owned(),
    };
    let mut needs_another = named("Bo Example");
    needs_another.facts = vec![Fact::SamePerson(decision)];
    let refused = fault(add_person(&world.session(), needs_another));
    assert!(matches!(refused, AppFault::FactNotKept(FactFault::NotInList("kind"))));
}

#[test]
fn a_number_with_a_wrong_check_digit_is_kept_as_it_is_and_found() {
    let world = World::open();
    let mut new = named("Zoë Example");
    let nhs = Identifier { scheme: IdScheme::Nhs, value: "943 476 5918".to_owned(), from: None, until: None };
    assert_eq!(check_digit(nhs.scheme, &nhs.value), Some(false));
    new.facts = vec![Fact::Identifier(nhs)];
    let row = add_person(&world.session(), new).unwrap();
    assert_eq!(row.identifier.as_deref(), Some("943 476 5918"));
}

#[test]
fn a_row_shows_the_warnings_and_the_lead_worker_of_today() {
    let world = World::open();
    let today = domain::Clock::now(world.clock.as_ref()).date_naive();
    let warning = |until| {
        Fact::Warning(Warning {
            warning: WarningKind::RiskToWorker,
            text: "Visit in pairs".to_owned(),
            risk_from: None,
            from: today - chrono::Days::new(30),
            review_by: None,
            until,
            told: None,
            agreed_with: String::new(),
            review_note: String::new(),
        })
    };
    let mut new = named("Zoë Example");
    new.facts = vec![warning(None), warning(None), warning(Some(today - chrono::Days::new(1)))];
    let row = add_person(&world.session(), new).unwrap();
    assert_eq!(row.warnings, [WarningKind::RiskToWorker], "each kind once");
    let mut ended = named("Bo Example");
    ended.facts = vec![warning(Some(today - chrono::Days::new(1)))];
    assert_eq!(add_person(&world.session(), ended).unwrap().warnings, []);
}
