//! Packs that are undone or stopped: who leaves, who stays, and what was answered to them meanwhile.

use std::collections::BTreeMap;

use app::{
    AppFault,
    child::open_child,
    facts::{NewFact, record_fact},
    packs::{ImportPack, Step, import_pack, list_packs, read_pack, undo_pack},
    people::{NewPerson, add_person, list_people},
};
use domain::{BatchId, Fact, PersonField, PersonId};
use exchange::packs::{RowsAre, person_id};

use crate::{
    facts::lives_at,
    fault,
    packs::{PEOPLE, asked, take},
    world::World,
};

const OCTOBER: &str = "Mosaic ID,Name,NHS number,Address\n\
                       1,Zoë Example,9990001014,1 Test Row\n\
                       2,Sam Example,9990001022,2 Test Row\n";

/// The same export seven weeks later: one child has moved.
fn november() -> String {
    OCTOBER.replace("2 Test Row", "3 Test Row")
}

fn both_taken(world: &World) -> [BatchId; 2] {
    let october = take(world, RowsAre::Person, OCTOBER, "2020-10-12").batch.unwrap();
    world.minutes(5);
    [october, take(world, RowsAre::Person, &november(), "2020-11-30").batch.unwrap()]
}

fn on_file(world: &World) -> Vec<PersonId> {
    let (people, _) = list_people(&world.session(), "", 100).unwrap();
    let mut people: Vec<PersonId> = people.into_iter().map(|row| row.person.id).collect();
    people.sort_unstable();
    people
}

fn undo(world: &World, batch: BatchId) -> Vec<PersonId> {
    let kept = undo_pack(&world.session(), batch, "the wrong file").unwrap();
    kept.into_iter().map(|row| row.person.id).collect()
}

#[test]
fn two_exports_that_say_much_the_same_are_undone_in_either_order_and_nobody_stays() {
    for later_first in [true, false] {
        let world = World::open();
        let [october, november] = both_taken(&world);
        let (first, last) = if later_first { (november, october) } else { (october, november) };
        assert_eq!(undo(&world, first), [], "the other export stands: nothing was recorded about anybody");
        assert_eq!(on_file(&world).len(), 2);
        assert_eq!(undo(&world, last), [], "nothing was recorded about anybody (later first: {later_first})");
        assert_eq!(on_file(&world), [], "nobody whom only undone packs brought (later first: {later_first})");
    }
}

#[test]
fn whom_people_work_with_stays_when_the_last_of_two_exports_is_undone() {
    for later_first in [true, false] {
        let world = World::open();
        let [october, november] = both_taken(&world);
        let zoe = person_id("Mosaic", "1");
        world.draft("case_note", &[zoe], serde_json::json!({}));
        let (first, last) = if later_first { (november, october) } else { (october, november) };
        assert_eq!(undo(&world, first), []);
        assert_eq!(undo(&world, last), [zoe]);
        assert_eq!(on_file(&world), [zoe]);
    }
}

#[test]
fn the_same_lines_that_came_twice_are_undone_one_after_the_other() {
    let world = World::open();
    let text = "Mosaic ID,Name,NHS number\n1,Zoë Example,9990001014\n";
    let batch = take(&world, RowsAre::Person, text, "2020-10-12").batch.unwrap();
    let again = take(&world, RowsAre::Person, text, "2020-10-13").batch.unwrap();
    let packs = list_packs(&world.session()).unwrap();
    assert!(packs.len() == 2 && packs[0].pack.lines == packs[1].pack.lines);
    assert_eq!((undo(&world, batch), undo(&world, again)), (vec![], vec![]));
    assert_eq!(on_file(&world), []);
}

#[test]
fn a_stop_while_people_are_kept_undoes_them_and_who_is_who() {
    let world = World::open();
    let new = NewPerson::named("Example Zoe").with(PersonField::DateOfBirth, "2016-05-17");
    let here = add_person(&world.session(), new).unwrap().person.id;
    let read = asked(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    let people = BTreeMap::from([(person_id("Mosaic", "1"), here)]);
    let import = ImportPack { read, people, remember: false };
    let stopped = import_pack(&world.session(), &import, &mut |step, done, _| step != Step::Keeping || done == 0);
    assert!(matches!(fault(stopped), AppFault::Stopped));
    assert!(list_packs(&world.session()).unwrap()[0].pack.undone.is_some());
    assert_eq!(on_file(&world), [here]);
    let preview = read_pack(&world.session(), &asked(&world, RowsAre::Person, PEOPLE, "2020-10-12")).unwrap();
    assert_eq!(preview.unclear.len(), 1, "whoever tries again is asked again who is who");
}

#[test]
fn a_correction_from_a_screen_that_showed_what_was_undone_since_is_kept() {
    let world = World::open();
    let batch = take(&world, RowsAre::Person, OCTOBER, "2020-10-12").batch.unwrap();
    let zoe = person_id("Mosaic", "1");
    world.note(&[zoe], "Seen at school");
    let file = open_child(&world.session(), zoe).unwrap();
    let address = file.facts.into_iter().find(|fact| matches!(fact.known.says, Fact::Address(_))).unwrap();
    assert_eq!(undo(&world, batch), [zoe]);
    world.minutes(1);
    let new = NewFact {
        id: Some(address.known.id),
        about: vec![zoe],
        says: Fact::Address(lives_at("2 Second Street")),
        seen: Some(address.entries().collect()),
    };
    let kept = record_fact(&world.session(), new).unwrap();
    assert!(kept.known.recovered.is_none() && kept.known.heads == 1);
    take(&world, RowsAre::Person, OCTOBER, "2020-10-12");
    let file = open_child(&world.session(), zoe).unwrap();
    let now = file.facts.into_iter().find(|fact| fact.known.id == address.known.id).unwrap();
    assert_eq!(now.known.heads, 1, "the same file again says what was corrected");
    assert!(now.known.says == Fact::Address(lives_at("2 Second Street")));
}
