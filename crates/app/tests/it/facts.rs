//! Facts about people: recorded, corrected by two who did not know of each other, withdrawn.

use app::{
    AppFault,
    child::open_child,
    facts::{FactShown, NewFact, read_warnings, record_fact, withdraw_fact},
    people::pair_id,
};
use chrono::NaiveDate;
use domain::{
    Fact, FactId, FactKind, PersonId,
    facts::{
        Address, AddressUse, Episode, EpisodeKind, FactFault, IdScheme, Identifier, Relationship, SamePerson, Warning,
        WarningKind,
    },
};
use journal::Known;
use rstest::rstest;

use crate::{fault, world::World};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A new fact on somebody's file, a minute after whatever came before it.
pub(crate) fn keep(world: &World, about: &[PersonId], says: Fact) -> FactShown {
    world.minutes(1);
    record_fact(&world.session(), NewFact { seen: None, id: None, about: about.to_vec(), says }).unwrap()
}

fn correct(world: &World, id: FactId, says: Fact) -> FactShown {
    world.minutes(1);
    record_fact(&world.session(), NewFact { seen: None, id: Some(id), about: Vec::new(), says }).unwrap()
}

fn refused(world: &World, about: &[PersonId], says: Fact) -> AppFault {
    fault(record_fact(&world.session(), NewFact { seen: None, id: None, about: about.to_vec(), says }))
}

pub(crate) fn lives_at(lines: &str) -> Address {
    Address {
        lines: lines.to_owned(),
        postcode: Some("E8 1AA".to_owned()),
        used: AddressUse::Home,
        from: None,
        until: None,
        do_not_contact: false,
        hidden: false,
        hidden_from: Vec::new(),
        note: String::new(),
    }
}

pub(crate) fn is_the(of: PersonId, relation: &str, to: PersonId) -> Relationship {
    Relationship {
        of,
        to,
        relation: relation.to_owned(),
        from: None,
        until: None,
        parental_responsibility: None,
        main_carer: false,
        lives_with: false,
        note: String::new(),
    }
}

pub(crate) fn warning(text: &str) -> Warning {
    Warning {
        warning: WarningKind::RiskToWorker,
        text: text.to_owned(),
        risk_from: None,
        from: day("2026-11-02"),
        review_by: None,
        until: None,
        told: None,
        agreed_with: String::new(),
        review_note: String::new(),
    }
}

pub(crate) fn same(one: PersonId, other: PersonId, same: bool) -> Fact {
    Fact::SamePerson(SamePerson {
        one,
        other,
        same,
        reason: "Both letters name the same school".into(),
        approved_by: "Nadia Example".into(),
    })
}

fn facts_of(world: &World, person: PersonId, kind: FactKind) -> Vec<FactShown> {
    let child = open_child(&world.session(), person).unwrap();
    child.facts.into_iter().chain(child.warnings).filter(|fact| fact.known.says.kind() == kind).collect()
}

/// Two casebooks that know the same child.
fn two_with_zoe() -> (World, World, PersonId) {
    let (one, two) = (World::open(), World::open());
    let zoe = one.child("Zoë Example");
    two.receive(&one.entries());
    (one, two, zoe)
}

#[test]
fn corrections_of_two_who_did_not_know_of_each_other_stand_side_by_side_until_one_is_based_on_both() {
    let (one, two, zoe) = two_with_zoe();
    let id = keep(&one, &[zoe], Fact::Address(lives_at("1 First Street"))).known.id;
    two.receive(&one.entries());
    correct(&one, id, Fact::Address(lives_at("2 Second Street")));
    two.minutes(1);
    correct(&two, id, Fact::Address(lives_at("3 Third Street")));
    one.receive(&two.entries());
    two.receive(&one.entries());
    for world in [&one, &two] {
        let shown = facts_of(world, zoe, FactKind::Address).remove(0);
        assert_eq!((shown.known.heads, shown.beside.len()), (2, 1), "both stay");
        assert_eq!(shown.beside[0].author, "Ruth Exemplar");
        let lines = |fact: &Fact| if let Fact::Address(it) = fact { it.lines.clone() } else { String::new() };
        let mut both = [lines(&shown.known.says), lines(&shown.beside[0].says)];
        both.sort();
        assert_eq!(both, ["2 Second Street", "3 Third Street"]);
    }
    let decided = correct(&one, id, Fact::Address(lives_at("3 Third Street")));
    assert_eq!((decided.known.heads, decided.beside.len()), (1, 0));
    two.receive(&one.entries());
    assert_eq!(facts_of(&two, zoe, FactKind::Address)[0].known.heads, 1);
}

#[test]
fn saying_again_what_stands_makes_no_entry() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let kept = keep(&world, &[zoe], Fact::Address(lives_at("1 First Street")));
    let again = correct(&world, kept.known.id, kept.known.says.clone());
    assert_eq!(again.known.position, kept.known.position);
}

#[test]
fn nobody_is_in_a_relationship_to_themselves_on_whichever_of_their_files() {
    let world = World::open();
    let (zoe, other_file) = (world.child("Zoë Example"), world.child("Zoe Example"));
    let to_oneself = refused(&world, &[], Fact::Relationship(is_the(zoe, "sibling", zoe)));
    assert!(matches!(to_oneself, AppFault::FactNotKept(FactFault::ToOneself)));
    assert!(matches!(refused(&world, &[], same(zoe, zoe, true)), AppFault::FactNotKept(FactFault::ToOneself)));
    keep(&world, &[], same(zoe, other_file, true));
    let to_oneself = refused(&world, &[], Fact::Relationship(is_the(zoe, "sibling", other_file)));
    assert!(matches!(to_oneself, AppFault::FactNotKept(FactFault::ToOneself)));
}

#[test]
fn a_relationship_that_holds_is_not_recorded_again_from_either_side() {
    let world = World::open();
    let (amira, zoe) = (world.child("Amira Example"), world.child("Zoë Example"));
    let mother = keep(&world, &[], Fact::Relationship(is_the(amira, "mother", zoe)));
    assert_eq!(mother.known.about.len(), 2, "it stands on both files");
    for again in [is_the(amira, "mother", zoe), is_the(zoe, "child", amira)] {
        assert!(matches!(refused(&world, &[], Fact::Relationship(again)), AppFault::SameRelationship));
    }
    let ended = Relationship { until: Some(day("2026-11-01")), ..is_the(amira, "mother", zoe) };
    correct(&world, mother.known.id, Fact::Relationship(ended));
    keep(&world, &[], Fact::Relationship(is_the(amira, "mother", zoe)));
}

#[test]
fn twins_have_each_their_own_mother_and_are_siblings_once() {
    let world = World::open();
    let (amira, ada, ida) = (world.child("Amira Example"), world.child("Ada Example"), world.child("Ida Example"));
    keep(&world, &[], Fact::Relationship(is_the(amira, "mother", ada)));
    keep(&world, &[], Fact::Relationship(is_the(amira, "mother", ida)));
    keep(&world, &[], Fact::Relationship(is_the(ada, "sibling", ida)));
    let again = refused(&world, &[], Fact::Relationship(is_the(ida, "sibling", ada)));
    assert!(matches!(again, AppFault::SameRelationship));
}

#[test]
fn a_warning_is_unread_until_it_is_read_and_again_when_it_is_changed() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let kept = keep(&world, &[zoe], Fact::Warning(warning("Go in pairs")));
    let on_top = |world: &World| open_child(&world.session(), zoe).unwrap().warnings.remove(0).read;
    assert_eq!(on_top(&world), Some(false));
    read_warnings(&world.session(), zoe, &[kept.known.id]).unwrap();
    read_warnings(&world.session(), zoe, &[kept.known.id]).unwrap();
    assert_eq!(on_top(&world), Some(true));
    correct(&world, kept.known.id, Fact::Warning(warning("Go in pairs, not after dark")));
    assert_eq!(on_top(&world), Some(false), "nobody has read what it says now");
    let read = world.locked_journal().into_iter().filter(|noted| matches!(noted.act, Known::WarningsRead(_)));
    assert_eq!(read.count(), 1, "reading what was read is no entry");
}

#[test]
fn unread_warnings_stand_on_top_and_ended_ones_among_the_facts() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let older = keep(&world, &[zoe], Fact::Warning(Warning { from: day("2026-01-02"), ..warning("Unread") }));
    let newer = keep(&world, &[zoe], Fact::Warning(warning("Read")));
    let ended = Warning { until: Some(day("2026-11-10")), ..warning("Was once") };
    keep(&world, &[zoe], Fact::Warning(ended));
    read_warnings(&world.session(), zoe, &[newer.known.id]).unwrap();
    let child = open_child(&world.session(), zoe).unwrap();
    let order: Vec<FactId> = child.warnings.iter().map(|fact| fact.known.id).collect();
    assert_eq!(order, [older.known.id, newer.known.id]);
    assert!(child.facts.iter().any(|fact| fact.known.says.kind() == FactKind::Warning && !fact.holds));
}

#[test]
fn only_a_warning_of_that_file_can_be_read_on_it() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let of_sam = keep(&world, &[sam], Fact::Warning(warning("Dog"))).known.id;
    let address = keep(&world, &[zoe], Fact::Address(lives_at("1 First Street"))).known.id;
    for other in [of_sam, address, FactId::from_bytes([9; 16])] {
        let refused = fault(read_warnings(&world.session(), zoe, &[other]));
        assert!(matches!(refused, AppFault::NotFound { what: "warning" }));
    }
}

#[test]
fn files_of_one_person_are_read_as_one_until_the_decision_is_undone() {
    let world = World::open();
    let (zoe, double) = (world.child("Zoë Example"), world.child("Zoe Example"));
    world.note(&[zoe], "on the first");
    world.note(&[double], "on the second");
    keep(&world, &[double], Fact::Address(lives_at("2 Second Street")));
    let decision = keep(&world, &[], same(double, zoe, true));
    assert_eq!(decision.known.id, pair_id(zoe, double));
    for (file, other) in [(zoe, double), (double, zoe)] {
        let child = open_child(&world.session(), file).unwrap();
        assert_eq!(child.row.person.id, file, "no file is rewritten");
        assert_eq!(child.timeline.total, 2);
        assert_eq!(child.same_person.iter().map(|row| row.person.id).collect::<Vec<_>>(), [other]);
        assert!(child.facts.iter().any(|fact| fact.known.says.kind() == FactKind::Address));
    }
    let undone = keep(&world, &[], same(zoe, double, false));
    assert_eq!(undone.known.id, decision.known.id, "one ledger of decisions about a pair");
    let child = open_child(&world.session(), zoe).unwrap();
    assert_eq!((child.timeline.total, child.same_person.len()), (1, 0));
    assert!(child.facts.iter().all(|fact| fact.known.says.kind() != FactKind::Address));
}

#[test]
fn what_was_recorded_in_error_goes_with_a_reason() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let id = keep(&world, &[zoe], Fact::Address(lives_at("1 First Street"))).known.id;
    assert!(matches!(fault(withdraw_fact(&world.session(), id, "  ")), AppFault::NoteNeeded));
    withdraw_fact(&world.session(), id, "That is Sam's address").unwrap();
    assert!(facts_of(&world, zoe, FactKind::Address).is_empty());
    assert!(matches!(fault(withdraw_fact(&world.session(), id, "Again")), AppFault::NotFound { what: "fact" }));
    // It is put back by a new version of the same fact.
    assert_eq!(
        fault(record_fact(
            &world.session(),
            NewFact { seen: None, id: Some(id), about: vec![zoe], says: Fact::Warning(warning("Another kind")) }
        ))
        .to_string(),
        "fact is not in this casebook"
    );
    let back = NewFact { seen: None, id: Some(id), about: vec![zoe], says: Fact::Address(lives_at("1 First Street")) };
    record_fact(&world.session(), back).unwrap();
    assert_eq!(facts_of(&world, zoe, FactKind::Address).len(), 1);
}

#[test]
fn an_episode_comes_from_another_of_the_same_child() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let episode = |kind, from| {
        Fact::Episode(Episode {
            episode: kind,
            from: "2026-11-02".parse().unwrap(),
            until: None,
            own_date: None,
            came_from: from,
            begun_by: None,
            ended_by: None,
            details: Default::default(),
            note: String::new(),
        })
    };
    let referral = keep(&world, &[zoe], episode(EpisodeKind::Referral, None)).known.id;
    keep(&world, &[zoe], episode(EpisodeKind::Assessment, Some(referral)));
    let of_another = refused(&world, &[sam], episode(EpisodeKind::Assessment, Some(referral)));
    assert!(matches!(of_another, AppFault::NotFound { what: "episode" }));
}

#[test]
fn an_identifier_of_somebody_else_is_kept_and_shown_with_what_its_check_digit_says() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let nhs = |value: &str| {
        Fact::Identifier(Identifier { scheme: IdScheme::Nhs, value: value.to_owned(), from: None, until: None })
    };
    keep(&world, &[sam], nhs("943 476 5919"));
    let shown = keep(&world, &[zoe], nhs("943 476 5919"));
    assert_eq!((shown.check, shown.shared_with), (Some(true), vec!["Sam Example".to_owned()]));
    let wrong = keep(&world, &[zoe], nhs("943 476 5918"));
    assert_eq!((wrong.check, wrong.shared_with.len()), (Some(false), 0));
}

#[rstest]
#[case("1899-12-31")]
#[case("0000-01-01")]
#[case("2201-01-01")]
fn a_fact_of_a_year_that_cannot_be_is_refused(#[case] from: &str) {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let address = Address { from: Some(day(from)), ..lives_at("1 First Street") };
    let refused = refused(&world, &[zoe], Fact::Address(address));
    assert!(matches!(refused, AppFault::FactNotKept(FactFault::YearCannotBe)));
}

#[test]
fn a_fact_about_people_is_about_somebody_on_file() {
    let world = World::open();
    let nobody = PersonId::from_bytes([7; 16]);
    for about in [vec![], vec![nobody]] {
        let refused = refused(&world, &about, Fact::Address(lives_at("1 First Street")));
        assert!(matches!(refused, AppFault::NotFound { what: "person" }));
    }
    let zoe = world.child("Zoë Example");
    let hidden_from_nobody = Address { hidden: true, hidden_from: vec![nobody], ..lives_at("1 First Street") };
    assert!(matches!(
        refused(&world, &[zoe], Fact::Address(hidden_from_nobody)),
        AppFault::NotFound { what: "person" }
    ));
}
