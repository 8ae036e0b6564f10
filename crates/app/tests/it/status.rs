//! The status of a child follows the days: what is planned, and what has ended, is no status.

use app::{
    child::open_child,
    drafts::open_draft,
    facts::{NewFact, record_fact},
    people::{Amendment, NewPerson, add_person, amend_person, caseload_row, list_people},
    work::{CaseloadOf, caseload},
};
use domain::{
    Fact, FactId, PersonField, PersonId,
    facts::{Episode, EpisodeKind, SamePerson},
};
use serde_json::json;

use crate::world::World;

fn keep(world: &World, about: &[PersonId], says: Fact) -> FactId {
    world.minutes(1);
    let new = NewFact { id: None, about: about.to_vec(), says, seen: None };
    record_fact(&world.session(), new).unwrap().known.id
}

fn looked_after(from: &str, until: Option<&str>) -> Fact {
    Fact::Episode(Episode {
        episode: EpisodeKind::LookedAfter,
        from: from.parse().unwrap(),
        until: until.map(|until| until.parse().unwrap()),
        own_date: None,
        came_from: None,
        begun_by: None,
        ended_by: None,
        details: Default::default(),
        note: String::new(),
    })
}

fn status(world: &World, child: PersonId) -> Option<String> {
    status_of(world, child, &[child])
}

/// Of a child with several files, the list of everybody has one.
fn status_of(world: &World, child: PersonId, files: &[PersonId]) -> Option<String> {
    let row = caseload_row(&world.session(), child).unwrap().care_status;
    let (listed, _) = list_people(&world.session(), "Zoë", 10).unwrap();
    let listed = listed.iter().find(|other| files.contains(&other.person.id)).unwrap();
    assert_eq!(listed.care_status, row);
    let everybody = caseload(&world.session(), &CaseloadOf::Everybody).unwrap().rows;
    let among = everybody.iter().find(|other| files.contains(&other.person.person.id)).unwrap();
    assert_eq!(among.person.care_status, row);
    row
}

#[test]
fn a_status_begins_and_ends_with_the_day_and_with_no_entry() {
    // A Monday, 23 November 2026.
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let saying = Amendment::of(PersonField::CareStatus, "early_help");
    amend_person(&world.session(), zoe, saying).unwrap();
    keep(&world, &[zoe], looked_after("2026-11-25T10:00", Some("2026-11-27")));
    assert_eq!(status(&world, zoe).as_deref(), Some("early_help"), "planned is no status");
    let file = open_child(&world.session(), zoe).unwrap();
    assert!(file.facts.iter().any(|fact| fact.planned && !fact.holds));
    let day = 24 * 60;
    world.minutes(2 * day);
    assert_eq!(status(&world, zoe).as_deref(), Some("looked_after"), "it has begun");
    let file = open_child(&world.session(), zoe).unwrap();
    assert!(file.facts.iter().any(|fact| fact.holds && !fact.planned));
    world.minutes(2 * day);
    assert_eq!(status(&world, zoe).as_deref(), Some("looked_after"), "on its last day it is open");
    world.minutes(day);
    assert_eq!(status(&world, zoe).as_deref(), Some("early_help"), "and then it has ended");
}

#[test]
fn forms_ask_for_the_status_of_the_day() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    keep(&world, &[zoe], looked_after("2026-11-25", None));
    let draft = world.draft("case_note", &[zoe], json!({}));
    let on_form = |world: &World| open_draft(&world.session(), draft).unwrap().children[0].status.clone();
    assert_eq!(on_form(&world), None);
    world.minutes(2 * 24 * 60);
    assert_eq!(on_form(&world).as_deref(), Some("looked_after"));
}

#[test]
fn an_episode_on_one_file_is_the_status_on_every_file_of_the_child() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let again = NewPerson::named("Zoë Exampel").with(PersonField::CareStatus, "early_help");
    let again = add_person(&world.session(), again).unwrap().person.id;
    let episode = keep(&world, &[zoe], looked_after("2026-11-20", None));
    assert_eq!(status(&world, again).as_deref(), Some("early_help"));
    let same =
        SamePerson { one: zoe, other: again, same: true, reason: "One child".into(), approved_by: "Lead".into() };
    keep(&world, &[], Fact::SamePerson(same));
    assert_eq!(status_of(&world, again, &[zoe, again]).as_deref(), Some("looked_after"));
    app::facts::withdraw_fact(&world.session(), episode, "The wrong child").unwrap();
    assert_eq!(status_of(&world, zoe, &[zoe, again]).as_deref(), Some("early_help"), "what was said on the other file");
}
