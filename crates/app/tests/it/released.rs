//! A chronology on paper: hidden addresses that are let onto it with a reason, and the warnings on top.

use app::{
    AppFault,
    child::{Audience, Chronology, ChronologyOf, chronology},
    facts::{NewFact, record_fact},
};
use domain::{
    Fact, PersonId,
    facts::{Target, Told, Warning},
};
use exchange::packs::{RowsAre, person_id};
use journal::{Known, Printed};
use rstest::rstest;

use crate::{
    facts::{day, is_the, keep, same, warning},
    fault,
    packs::{PEOPLE, take},
    untold::{allocated_to_me, not_told, refuge, significant},
    world::World,
};

const TEXT: &str = "They live at 4 Refuge Row, London, E8 1AA now.";
const LEFT: &str = "They live at [left out], London, [left out] now.";

/// Zoë, whose mother's address is hidden from him and stands in a note.
fn hidden_from_him(world: &World) -> (PersonId, PersonId) {
    let (zoe, amira, him) = (world.child("Zoë Example"), world.child("Amira Example"), world.child("He Example"));
    keep(world, &[], Fact::Relationship(is_the(amira, "mother", zoe)));
    keep(world, &[amira], Fact::Address(refuge(&[him])));
    significant(world, zoe, "Moved", TEXT);
    (zoe, him)
}

fn asked(person: PersonId, audience: Audience, printed: bool, release: Option<&str>) -> ChronologyOf {
    ChronologyOf { person, family: false, audience, printed, release: release.map(str::to_owned) }
}

fn made(world: &World, of: ChronologyOf) -> Chronology {
    chronology(&world.session(), of, "[left out]").unwrap()
}

fn printed(world: &World) -> Vec<Printed> {
    let bodies = world.entries().into_iter().filter_map(|entry| entry.body?.read().ok());
    let acts = bodies.filter_map(|body| Known::read(&body));
    acts.filter_map(|act| if let Known::Printed(printed) = act { Some(printed) } else { None }).collect()
}

#[rstest]
#[case(Audience::File)]
#[case(Audience::Court)]
#[case(Audience::Partner)]
fn a_hidden_address_is_let_onto_one_print_with_a_reason_that_the_journal_keeps(#[case] audience: Audience) {
    let world = World::open();
    let (zoe, _) = hidden_from_him(&world);
    let without = made(&world, asked(zoe, audience, true, None));
    assert_eq!((without.events[0].extract.as_str(), without.hidden, without.left_out), (LEFT, true, 2));
    let with = made(&world, asked(zoe, audience, true, Some(" The judge ordered it ")));
    assert_eq!((with.events[0].extract.as_str(), with.hidden, with.left_out), (TEXT, true, 0));
    let after = made(&world, asked(zoe, audience, true, None));
    assert_eq!(after.events[0].extract, LEFT, "a release is for one print");
    let reasons: Vec<Option<String>> = printed(&world).into_iter().map(|printed| printed.release).collect();
    assert_eq!(reasons, [None, Some("The judge ordered it".to_owned()), None]);
}

#[test]
fn an_address_that_is_kept_from_the_reader_stays_out_whatever_is_asked() {
    let world = World::open();
    let (zoe, him) = hidden_from_him(&world);
    allocated_to_me(&world, him);
    for printed in [false, true] {
        let made = made(&world, asked(zoe, Audience::File, printed, Some("The judge ordered it")));
        assert_eq!(made.events[0].extract, LEFT);
        assert!(!made.hidden, "that there is one to release is not said either");
    }
}

#[test]
fn of_two_hidden_addresses_only_the_one_that_the_reader_may_see_is_released() {
    let world = World::open();
    let (zoe, _) = hidden_from_him(&world);
    let (nan, other) = (world.child("Nan Example"), world.child("Other Example"));
    keep(&world, &[], Fact::Relationship(is_the(nan, "grandparent", zoe)));
    let secret = domain::facts::Address { lines: "9 Secret Lane\nLondon".into(), postcode: None, ..refuge(&[other]) };
    keep(&world, &[nan], Fact::Address(secret));
    significant(&world, zoe, "Visit", "She was seen at 9 Secret Lane and at 4 Refuge Row.");
    allocated_to_me(&world, other);
    let made = made(&world, asked(zoe, Audience::File, true, Some("The judge ordered it")));
    assert_eq!(made.events[1].extract, "She was seen at [left out] and at 4 Refuge Row.");
}

#[rstest]
#[case("")]
#[case(" \n ")]
fn a_release_without_a_reason_is_refused_and_nothing_is_noted(#[case] reason: &str) {
    let world = World::open();
    let (zoe, _) = hidden_from_him(&world);
    let of = asked(zoe, Audience::Court, true, Some(reason));
    assert!(matches!(fault(chronology(&world.session(), of, "[left out]")), AppFault::NoteNeeded));
    assert!(printed(&world).is_empty());
}

#[test]
fn a_reason_releases_nothing_where_nothing_is_printed() {
    let world = World::open();
    let (zoe, _) = hidden_from_him(&world);
    let made = made(&world, asked(zoe, Audience::Family, false, Some("The judge ordered it")));
    assert_eq!(made.events[0].extract, LEFT);
    assert!(printed(&world).is_empty());
}

#[test]
fn where_no_hidden_address_stands_in_it_there_is_none_to_release_and_the_journal_says_of_none() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    keep(&world, &[zoe], Fact::Address(refuge(&[])));
    significant(&world, zoe, "Call", "Nothing about a place.");
    assert!(!made(&world, asked(zoe, Audience::File, false, None)).hidden);
    made(&world, asked(zoe, Audience::File, true, Some("The judge ordered it")));
    assert_eq!(printed(&world).into_iter().map(|printed| printed.release).collect::<Vec<_>>(), [None]);
}

#[test]
fn versions_of_a_warning_that_stand_side_by_side_each_say_where_they_come_from_and_whom_they_concern() {
    let world = World::open();
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    take(&world, RowsAre::Warning, "Mosaic ID,Type,Description\n1,MARAC,High risk\n", "2020-10-12");
    let (zoe, sam) = (person_id("Mosaic", "1"), person_id("Mosaic", "2"));
    let file = app::child::open_child(&world.session(), zoe).unwrap();
    let brought = &file.warnings[0];
    let says = Fact::Warning(warning("Visit in pairs."));
    world.minutes(1);
    // Recorded by somebody who had not seen it: both stand.
    let new = NewFact { seen: Some(Vec::new()), id: Some(brought.known.id), about: vec![zoe, sam], says };
    record_fact(&world.session(), new).unwrap();
    let made = made(&world, asked(zoe, Audience::File, false, None));
    let of = |text: &str| {
        let one = made.warnings.iter().find(|one| one.text.contains(text)).unwrap();
        (one.recovered.as_ref().map(|(system, _)| system.as_str()), one.about.len())
    };
    assert_eq!(made.warnings.len(), 2);
    assert_eq!((of("High risk"), of("Visit in pairs.")), ((Some("Mosaic"), 0), (None, 2)));
}

#[test]
fn warnings_that_hold_stand_on_top_for_those_who_work_with_the_child_alone() {
    let world = World::open();
    let (zoe, him) = (world.child("Zoë Example"), world.child("He Example"));
    let told = Told::No { because: "He would move away".into() };
    let dog = Warning { risk_from: Some(him), told: Some(told), ..warning("Visit in pairs.") };
    keep(&world, &[zoe], Fact::Warning(dog));
    keep(&world, &[zoe], Fact::Warning(Warning { until: Some(day("2026-11-10")), ..warning("Was once") }));
    for (audience, because) in [(Audience::File, "He would move away"), (Audience::Partner, "")] {
        let made = made(&world, asked(zoe, audience, true, None));
        let [warned] = &made.warnings[..] else { panic!("{} warnings", made.warnings.len()) };
        assert_eq!((warned.text.as_str(), warned.risk_from.as_deref()), ("Visit in pairs.", Some("He Example")));
        assert!(matches!(&warned.told, Some(Told::No { because: said }) if said == because));
    }
    for audience in [Audience::Family, Audience::Court] {
        assert!(made(&world, asked(zoe, audience, true, None)).warnings.is_empty());
    }
}

#[test]
fn a_warning_is_left_out_by_the_rules_of_all_that_is_told() {
    let world = World::open();
    let (zoe, _) = hidden_from_him(&world);
    let one = keep(&world, &[zoe], Fact::Warning(warning("He may come to 4 Refuge Row. He is not the father.")));
    let all = keep(&world, &[zoe], Fact::Warning(warning("Nobody may know.")));
    not_told(&world, Target::Fact(one.known.id), "He is not the father.");
    not_told(&world, Target::Fact(all.known.id), "");
    let partner = made(&world, asked(zoe, Audience::Partner, false, None));
    let texts: Vec<&str> = partner.warnings.iter().map(|warned| warned.text.as_str()).collect();
    assert_eq!(texts, ["He may come to [left out]. [left out]"]);
    let file = made(&world, asked(zoe, Audience::File, true, None));
    assert_eq!(file.warnings.len(), 2);
    assert!(file.warnings.iter().any(|warned| warned.text == "He may come to [left out]. He is not the father."));
}

#[test]
fn a_warning_says_whom_it_concerns_where_that_is_not_the_child_alone() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    keep(&world, &[zoe], Fact::Warning(warning("One")));
    keep(&world, &[zoe, sam], Fact::Warning(warning("Two")));
    let mut about: Vec<usize> =
        made(&world, asked(zoe, Audience::File, false, None)).warnings.iter().map(|one| one.about.len()).collect();
    about.sort_unstable();
    assert_eq!(about, [0, 2]);
    let other_file = world.child("Zoe Exampel");
    keep(&world, &[], same(zoe, other_file, true));
    keep(&world, &[other_file], Fact::Warning(warning("Three")));
    assert_eq!(made(&world, asked(zoe, Audience::File, false, None)).warnings.len(), 3);
}
