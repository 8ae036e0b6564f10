//! A correction names what its author had seen: what came since stands beside it, and nothing is lost.

use app::{
    AppFault,
    child::open_child,
    facts::{FactShown, NewFact, record_fact, withdraw_fact},
    people::{Amendment, amend_person},
};
use domain::{Fact, PersonField, PersonId};
use vault::Hash;

use crate::{
    facts::{keep, lives_at},
    fault,
    world::World,
};

/// Saves what a screen shows that was opened at `shown`.
fn correct(world: &World, shown: &FactShown, lines: &str) -> FactShown {
    world.minutes(1);
    let says = Fact::Address(lives_at(lines));
    let seen = Some(shown.entries().collect());
    record_fact(&world.session(), NewFact { id: Some(shown.known.id), about: Vec::new(), says, seen }).unwrap()
}

fn lines(fact: &FactShown) -> Vec<String> {
    let all = std::iter::once(&fact.known.says).chain(fact.beside.iter().map(|version| &version.says));
    let mut lines: Vec<String> = all
        .map(|says| match says {
            Fact::Address(address) => address.lines.clone(),
            _ => panic!("an address"),
        })
        .collect();
    lines.sort();
    lines
}

fn on_file(world: &World, person: PersonId, shown: &FactShown) -> FactShown {
    let file = open_child(&world.session(), person).unwrap();
    file.facts.into_iter().find(|fact| fact.known.id == shown.known.id).unwrap()
}

#[test]
fn two_who_correct_one_fact_from_old_screens_are_both_kept() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let first = keep(&world, &[zoe], Fact::Address(lives_at("1 First Street")));
    correct(&world, &first, "2 Second Street");
    let both = correct(&world, &first, "3 Third Street");
    assert_eq!(both.known.heads, 2);
    let shown = on_file(&world, zoe, &first);
    assert_eq!(lines(&shown), ["2 Second Street", "3 Third Street"]);
    let settled = correct(&world, &shown, "2 Second Street");
    assert_eq!((settled.known.heads, lines(&settled)), (1, vec!["2 Second Street".to_owned()]));
}

#[test]
fn pressing_twice_and_saving_what_was_seen_record_nothing() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let first = keep(&world, &[zoe], Fact::Address(lives_at("1 First Street")));
    let second = correct(&world, &first, "2 Second Street");
    let again = correct(&world, &first, "2 Second Street");
    assert!(again.known.entry == second.known.entry, "the same screen, pressed again");
    let unchanged = correct(&world, &first, "1 First Street");
    assert!(unchanged.known.entry == second.known.entry, "nothing was changed on the old screen");
    assert_eq!(unchanged.known.heads, 1);
}

#[test]
fn a_correction_from_an_old_screen_stands_although_the_fact_was_withdrawn_since() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let first = keep(&world, &[zoe], Fact::Address(lives_at("1 First Street")));
    withdraw_fact(&world.session(), first.known.id, "The wrong child").unwrap();
    let back = correct_about(&world, zoe, &first, "2 Second Street");
    assert_eq!(lines(&back), ["2 Second Street"]);
}

fn correct_about(world: &World, person: PersonId, shown: &FactShown, lines: &str) -> FactShown {
    world.minutes(1);
    let says = Fact::Address(lives_at(lines));
    let seen = Some(shown.entries().collect());
    record_fact(&world.session(), NewFact { id: Some(shown.known.id), about: vec![person], says, seen }).unwrap()
}

#[test]
fn what_is_no_version_of_the_fact_cannot_have_been_seen() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let first = keep(&world, &[zoe], Fact::Address(lives_at("1 First Street")));
    let says = Fact::Address(lives_at("2 Second Street"));
    let seen = Some(vec![Hash::of(b"another")]);
    let new = NewFact { id: Some(first.known.id), about: vec![zoe], says, seen };
    assert!(matches!(fault(record_fact(&world.session(), new)), AppFault::NotFound { what: "version" }));
}

#[test]
fn two_who_correct_one_value_of_a_person_from_old_screens_are_both_kept() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    amend_person(&world.session(), zoe, Amendment::of(PersonField::School, "Test Primary")).unwrap();
    let screen = open_child(&world.session(), zoe).unwrap().seen;
    let amend = |field, value: &str, seen: &[Hash]| {
        world.minutes(1);
        let amendment = Amendment { seen: Some(seen.to_vec()), ..Amendment::of(field, value) };
        amend_person(&world.session(), zoe, amendment).unwrap().person.clash
    };
    assert!(!amend(PersonField::School, "Test Junior", &screen));
    assert!(!amend(PersonField::Gp, "Test Surgery", &screen), "of another field nothing came since");
    assert!(amend(PersonField::School, "Test Academy", &screen));
    let file = open_child(&world.session(), zoe).unwrap();
    let values: Vec<&str> = file.clashes.iter().map(|value| value.value.as_str()).collect();
    assert_eq!(values, ["Test Junior", "Test Academy"]);
    let chosen: Vec<Hash> = file.clashes.iter().map(|value| value.entry).collect();
    assert!(!amend(PersonField::School, "Test Junior", &chosen));
    assert_eq!(open_child(&world.session(), zoe).unwrap().fields[&PersonField::School], "Test Junior");
}

#[test]
fn a_fact_gives_the_names_of_the_people_whom_it_names() {
    let world = World::open();
    let (zoe, adam) = (world.child("Zoë Example"), world.child("Adam Example"));
    let mother = crate::facts::is_the(adam, "father", zoe);
    let relationship = keep(&world, &[], Fact::Relationship(mother));
    let names: Vec<&str> = relationship.names.values().map(String::as_str).collect();
    assert!(names.contains(&"Adam Example") && names.contains(&"Zoë Example"));
    let hidden = domain::facts::Address { hidden: true, hidden_from: vec![adam], ..lives_at("1 Refuge Row") };
    let shown = keep(&world, &[zoe], Fact::Address(hidden));
    assert_eq!(shown.names.values().collect::<Vec<_>>(), ["Adam Example"]);
}
