//! What was recorded on a file, and what it said before.

use app::{
    AppFault,
    child::{Change, Changed, file_history},
    facts::{NewFact, record_fact, withdraw_fact},
    people::{Amendment, amend_person},
    work::{Transfer, transfer},
};
use domain::{
    Fact, FactId, PersonField, PersonId,
    facts::{Address, Allocation, AllocationRole, Warning},
};
use rstest::rstest;

use crate::{
    facts::{day, is_the, keep, lives_at, same, warning},
    fault,
    untold::{allocated_to_me, refuge},
    world::World,
};

fn history(world: &World, person: PersonId) -> Vec<Change> {
    file_history(&world.session(), person).unwrap()
}

fn correct(world: &World, id: FactId, says: Fact) {
    world.minutes(1);
    record_fact(&world.session(), NewFact { seen: None, id: Some(id), about: Vec::new(), says }).unwrap();
}

fn withdraw(world: &World, id: FactId, reason: &str) {
    world.minutes(1);
    withdraw_fact(&world.session(), id, reason).unwrap();
}

/// What addresses and warnings said before and say now, the last first.
fn said(changes: &[Change]) -> Vec<(Option<String>, Option<String>)> {
    let words = |says: &Option<Fact>| match says {
        Some(Fact::Address(address)) => Some(address.lines.clone()),
        Some(Fact::Warning(warning)) => Some(warning.text.clone()),
        _ => None,
    };
    let facts = changes.iter().filter_map(|change| match &change.what {
        Changed::Fact { before, says, .. } => Some((words(before), words(says))),
        Changed::Field { .. } => None,
    });
    facts.filter(|pair| *pair != (None, None)).collect()
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_fact_has_every_version_with_who_and_when_and_why_it_was_withdrawn() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let id = keep(&world, &[zoe], Fact::Warning(warning("A dog"))).known.id;
    correct(&world, id, Fact::Warning(Warning { text: "Two dogs".into(), ..warning("") }));
    withdraw(&world, id, "It was next door");
    let changes = history(&world, zoe);
    assert_eq!(
        said(&changes),
        [(some("Two dogs"), None), (some("A dog"), some("Two dogs")), (None, some("A dog"))],
        "the last first"
    );
    let Changed::Fact { reason, .. } = &changes[0].what else { panic!("a fact") };
    assert_eq!(reason.as_deref(), Some("It was next door"));
    assert!(changes.iter().all(|change| change.author == "Ruth Exemplar"));
    assert!(changes.is_sorted_by(|one, next| one.recorded >= next.recorded));
}

#[test]
fn an_allocation_that_a_transfer_takes_off_one_of_two_files_stays_in_the_history_of_both() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let allocation = Allocation {
        team: "Unit One".into(),
        worker: None,
        role: AllocationRole::LeadWorker,
        from: day("2026-11-02"),
        until: None,
        reason: String::new(),
        ended_because: String::new(),
        handover: String::new(),
        priority: None,
    };
    let id = keep(&world, &[zoe, sam], Fact::Allocation(allocation)).known.id;
    world.minutes(1);
    let of = Transfer {
        people: vec![zoe],
        team: "Unit Two".into(),
        worker: None,
        from: day("2026-11-23"),
        reason: "A move".into(),
        handover: String::new(),
        role: AllocationRole::LeadWorker,
        priority: None,
    };
    transfer(&world.session(), &of).unwrap();
    let of_both = |person: PersonId| -> Vec<(bool, bool, usize, Vec<PersonId>)> {
        let changes = history(&world, person).into_iter().filter_map(|change| match change.what {
            Changed::Fact { id: of, before, says, about, names, .. } if of == id => {
                Some((before.is_some(), says.is_some(), names.len(), about))
            }
            _ => None,
        });
        changes.collect()
    };
    let mut both = vec![zoe, sam];
    both.sort_unstable();
    assert_eq!(of_both(zoe), [(true, false, 0, vec![sam]), (false, true, 0, both.clone())], "taken off her file");
    assert_eq!(of_both(sam), [(true, true, 2, vec![sam]), (false, true, 0, both)], "with whom it was before");
}

#[test]
fn a_field_has_every_value_and_what_stood_there_before() {
    let world = World::open();
    let zoe = world.child("Zoe Example");
    for name in ["Zoë Example", "Zoë Sample"] {
        world.minutes(1);
        amend_person(&world.session(), zoe, Amendment::of(PersonField::Name, name)).unwrap();
    }
    world.minutes(1);
    amend_person(&world.session(), zoe, Amendment::of(PersonField::School, "Sample School")).unwrap();
    world.minutes(1);
    amend_person(&world.session(), zoe, Amendment::of(PersonField::School, "")).unwrap();
    let fields: Vec<_> = history(&world, zoe)
        .into_iter()
        .filter_map(|change| match change.what {
            Changed::Field { file, field, before, value } => {
                assert_eq!(file, zoe);
                Some((field, before, value))
            }
            Changed::Fact { .. } => None,
        })
        .collect();
    let row = |field, before: &str, value: &str| (field, before.to_owned(), value.to_owned());
    assert_eq!(
        fields,
        [
            row(PersonField::School, "Sample School", ""),
            row(PersonField::School, "", "Sample School"),
            row(PersonField::Name, "Zoë Example", "Zoë Sample"),
            row(PersonField::Name, "Zoe Example", "Zoë Example"),
            row(PersonField::Name, "", "Zoe Example"),
        ]
    );
}

#[test]
fn a_history_names_the_people_whom_a_fact_names_and_is_that_of_every_file_of_the_person() {
    let world = World::open();
    let (zoe, other) = (world.child("Zoë Example"), world.child("Zoe Exampel"));
    let amira = world.child("Amira Example");
    keep(&world, &[], Fact::Relationship(is_the(amira, "mother", other)));
    assert!(!history(&world, zoe).iter().any(|change| matches!(change.what, Changed::Fact { .. })));
    keep(&world, &[], same(zoe, other, true));
    let names: Vec<_> = history(&world, zoe)
        .into_iter()
        .filter_map(|change| match change.what {
            Changed::Fact { names, .. } => Some(names.into_values().collect::<Vec<_>>()),
            Changed::Field { .. } => None,
        })
        .collect();
    assert_eq!(names.len(), 2);
    assert!(names.concat().contains(&"Amira Example".to_owned()));
}

/// What is kept from whoever works with him says where to look in none of its versions.
#[rstest]
#[case::it_is_hidden_from_the_start(&[true], false)]
#[case::it_was_hidden_later(&[false, true], false)]
#[case::it_was_hidden_and_corrected(&[true, true], false)]
#[case::it_was_withdrawn(&[true], true)]
#[case::it_was_open_then_hidden_then_withdrawn(&[false, true], true)]
fn an_old_version_of_a_hidden_address_is_as_hidden_as_the_new_one(#[case] hidden: &[bool], #[case] withdrawn: bool) {
    let world = World::open();
    let (zoe, him) = (world.child("Zoë Example"), world.child("He Example"));
    let address = |number: usize, hides: bool| {
        let lines = format!("{number} Refuge Row");
        Fact::Address(if hides { Address { lines, ..refuge(&[him]) } } else { lives_at(&lines) })
    };
    let id = keep(&world, &[zoe], address(0, hidden[0])).known.id;
    for (number, hides) in hidden.iter().enumerate().skip(1) {
        correct(&world, id, address(number, *hides));
    }
    if withdrawn {
        withdraw(&world, id, "They left 4 Refuge Row");
    }
    assert!(said(&history(&world, zoe)).iter().any(|(_, says)| says.as_deref() == Some("0 Refuge Row")));
    allocated_to_me(&world, him);
    let changes = history(&world, zoe);
    let addresses: Vec<_> =
        changes.iter().filter(|change| matches!(&change.what, Changed::Fact { id: of, .. } if *of == id)).collect();
    assert!(!addresses.is_empty(), "that there is one is no secret");
    for change in addresses {
        let Changed::Fact { before, says, reason, hidden, .. } = &change.what else { unreachable!() };
        assert!(*hidden);
        assert_eq!(*reason, None);
        for says in [before, says].into_iter().flatten() {
            let Fact::Address(says) = says else { panic!("an address") };
            assert_eq!((says.lines.as_str(), &says.postcode), ("", &None));
        }
    }
}

#[test]
fn a_place_that_was_hidden_stays_so_when_the_child_lives_openly_elsewhere() {
    let world = World::open();
    let (zoe, him) = (world.child("Zoë Example"), world.child("He Example"));
    let id = keep(&world, &[zoe], Fact::Address(refuge(&[him]))).known.id;
    correct(&world, id, Fact::Address(lives_at("9 New Street")));
    allocated_to_me(&world, him);
    assert_eq!(said(&history(&world, zoe)), [(some(""), some("9 New Street")), (None, some(""))]);
}

#[test]
fn the_history_of_somebody_who_is_not_on_file_is_not_found() {
    let world = World::open();
    let refused = fault(file_history(&world.session(), PersonId::from_bytes([7; 16])));
    assert!(matches!(refused, AppFault::NotFound { what: "person" }));
}
