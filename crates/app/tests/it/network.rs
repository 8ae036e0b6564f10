//! A family and its professionals around one child.

use app::{
    AppFault,
    facts::{Member, network},
    people::{NewPerson, add_person},
};
use domain::{
    Fact, PersonField, PersonId,
    facts::{Address, FamilyPart, NotKnown, PhoneOrEmail, ReachBy, Relationship},
};

use crate::{
    facts::{is_the, keep, lives_at, same},
    fault,
    untold::allocated_to_me,
    world::World,
};

fn person(world: &World, name: &str, kind: &str) -> PersonId {
    let new = NewPerson::named(name).with(PersonField::Kind, kind);
    add_person(&world.session(), new).unwrap().person.id
}

fn phone(value: &str, do_not_contact: bool) -> Fact {
    Fact::PhoneOrEmail(PhoneOrEmail {
        by: ReachBy::Phone,
        value: value.to_owned(),
        note: String::new(),
        do_not_contact,
        from: None,
        until: None,
    })
}

fn tie(world: &World, of: PersonId, relation: &str, to: PersonId) {
    keep(world, &[], Fact::Relationship(is_the(of, relation, to)));
}

fn says(member: &Member) -> (&str, &str, u32) {
    (member.row.person.name.as_str(), member.relation, member.steps)
}

#[test]
fn a_family_reads_from_the_one_in_the_middle_two_steps_around() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let (amira, nan, aunt) =
        (person(&world, "Amira Example", "adult"), person(&world, "Nan", "adult"), person(&world, "Aunt", "adult"));
    let (gp, other) = (person(&world, "Dr Brown", "professional"), world.child("Other Child"));
    tie(&world, amira, "mother", zoe);
    // Said from the other side.
    tie(&world, amira, "child", nan);
    tie(&world, aunt, "sibling", nan);
    tie(&world, gp, "gp", zoe);
    tie(&world, gp, "gp", other);
    let found = network(&world.session(), zoe).unwrap();
    let members: Vec<_> = found.members.iter().map(says).collect();
    assert_eq!(
        members,
        [("Amira Example", "mother", 1), ("Nan", "parent", 2), ("Dr Brown", "gp", 1)],
        "professionals apart, nobody through them, nobody three steps away"
    );
    assert_eq!(found.members[1].to, amira, "she is that to the mother");
    assert!(found.members[2].professional);
    let of_nan = network(&world.session(), nan).unwrap();
    let members: Vec<_> = of_nan.members.iter().map(says).collect();
    assert_eq!(members, [("Amira Example", "child", 1), ("Aunt", "sibling", 1), ("Zoë Example", "child", 2)]);
    assert!(of_nan.missing.is_empty(), "only a child's family is asked about");
}

#[test]
fn responsibility_is_of_the_one_for_the_other() {
    let world = World::open();
    let (zoe, amira) = (world.child("Zoë Example"), person(&world, "Amira Example", "adult"));
    let mother = Relationship {
        parental_responsibility: Some(true),
        main_carer: true,
        lives_with: true,
        ..is_the(amira, "mother", zoe)
    };
    keep(&world, &[], Fact::Relationship(mother));
    let of_zoe = network(&world.session(), zoe).unwrap().members.remove(0);
    assert_eq!((of_zoe.parental_responsibility, of_zoe.main_carer, of_zoe.lives_with), (Some(true), true, true));
    let of_amira = network(&world.session(), amira).unwrap().members.remove(0);
    assert_eq!((of_amira.parental_responsibility, of_amira.main_carer, of_amira.lives_with), (None, false, true));
}

#[test]
fn every_part_of_a_family_is_there_or_explained_or_missing() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let missing = || network(&world.session(), zoe).unwrap().missing;
    assert_eq!(missing(), ["mother", "father", "other_adults", "siblings"]);
    let unsaid = person(&world, "A parent", "adult");
    tie(&world, unsaid, "parent", zoe);
    assert_eq!(missing().len(), 4, "a parent of unknown sex is neither for certain");
    let mother = add_person(
        &world.session(),
        NewPerson::named("Amira Example").with(PersonField::Kind, "adult").with(PersonField::Sex, "female"),
    );
    tie(&world, mother.unwrap().person.id, "adoptive_parent", zoe);
    assert_eq!(missing(), ["father", "other_adults", "siblings"]);
    let because = NotKnown { part: FamilyPart::Father, because: "The mother does not wish to say".into() };
    keep(&world, &[zoe], Fact::NotKnown(because));
    assert_eq!(missing(), ["other_adults", "siblings"]);
    assert_eq!(network(&world.session(), zoe).unwrap().not_known.len(), 1);
    tie(&world, world.child("Sam Example"), "half_sibling", zoe);
    let lodger = person(&world, "Lodger", "adult");
    keep(&world, &[], Fact::Relationship(Relationship { lives_with: true, ..is_the(lodger, "lodger", zoe) }));
    assert!(missing().is_empty());
}

#[test]
fn a_number_may_be_called_or_is_not_shown() {
    let world = World::open();
    let (zoe, amira, him) =
        (world.child("Zoë Example"), person(&world, "Amira Example", "adult"), person(&world, "He", "adult"));
    tie(&world, amira, "mother", zoe);
    keep(&world, &[amira], phone("07700 900001", true));
    let shown = || network(&world.session(), zoe).unwrap().members.remove(0).phone;
    assert_eq!(shown(), None, "nobody may call there");
    keep(&world, &[amira], phone("07700 900002", false));
    assert_eq!(shown().as_deref(), Some("07700 900002"));
    let refuge = Address { hidden: true, hidden_from: vec![him], ..lives_at("4 Refuge Row") };
    keep(&world, &[amira], Fact::Address(refuge));
    assert_eq!(shown().as_deref(), Some("07700 900002"));
    allocated_to_me(&world, him);
    assert_eq!(shown(), None, "a number leads to a place");
}

#[test]
fn a_number_and_what_hides_it_stand_on_whichever_file() {
    let world = World::open();
    let (zoe, amira, him) =
        (world.child("Zoë Example"), person(&world, "Amira Example", "adult"), person(&world, "He", "adult"));
    let other_file = person(&world, "Amira Exampel", "adult");
    tie(&world, amira, "mother", zoe);
    keep(&world, &[], same(amira, other_file, true));
    keep(&world, &[other_file], phone("07700 900002", false));
    let shown = || network(&world.session(), zoe).unwrap().members.remove(0).phone;
    assert_eq!(shown().as_deref(), Some("07700 900002"));
    keep(&world, &[other_file], Fact::Address(Address { hidden: true, ..lives_at("4 Refuge Row") }));
    keep(&world, &[], Fact::Relationship(is_the(him, "perpetrator_of_abuse", amira)));
    allocated_to_me(&world, him);
    assert_eq!(shown(), None);
}

#[test]
fn somebody_who_is_not_on_file_has_no_network() {
    let world = World::open();
    let nobody = PersonId::from_bytes([7; 16]);
    assert!(matches!(fault(network(&world.session(), nobody)), AppFault::NotFound { what: "person" }));
}
