//! Packs of people: everybody who imports one makes the same people, and whoever is in use stays.

use std::collections::BTreeMap;

use app::{
    AppFault,
    child::open_child,
    facts::{NewFact, record_fact},
    packs::{
        ImportPack, PackEnded, PackListed, PackSource, Preview, ReadPack, Step, import_pack, list_packs, read_pack,
        reconcile, reconciled, undo_pack,
    },
    people::{NewPerson, add_person, list_people},
};
use domain::{
    Fact, PersonField, PersonId,
    facts::{Told, Warning, WarningKind},
    likeness::Likeness,
};
use exchange::{
    DateOrder,
    packs::{RowsAre, person_id},
};

use crate::{fault, world::World};

pub(crate) const PEOPLE: &str = "Mosaic ID,Name,DOB,Status,School\n\
                      1,Zoë Example,17/05/2016,CIN,Test Primary\n\
                      2,Sam Example,21/04/2012,CP,\n\
                      3,,21/04/2012,CP,\n";
const WARNINGS: &str = "Mosaic ID,Type,Description,Start date\n1,Dangerous dog,Ask first,21/02/2020\n";

pub(crate) fn asked(world: &World, rows: RowsAre, text: &str, as_at: &str) -> ReadPack {
    ReadPack {
        file: PackSource::Upload(world.upload("people.csv", text.as_bytes())),
        rows,
        system: "Mosaic".to_owned(),
        as_at: as_at.parse().unwrap(),
        columns: None,
        dates: None,
        sheet: None,
    }
}

pub(crate) fn import(world: &World, read: ReadPack, people: &[(PersonId, PersonId)]) -> PackEnded {
    let import = ImportPack { read, people: people.iter().copied().collect(), remember: true };
    import_pack(&world.session(), &import, &mut |_, _, _| true).unwrap()
}

pub(crate) fn take(world: &World, rows: RowsAre, text: &str, as_at: &str) -> PackEnded {
    import(world, asked(world, rows, text, as_at), &[])
}

fn preview(world: &World, rows: RowsAre, text: &str) -> Preview {
    read_pack(&world.session(), &asked(world, rows, text, "2020-10-12")).unwrap()
}

fn people(world: &World) -> BTreeMap<PersonId, String> {
    let (people, _) = list_people(&world.session(), "", 100).unwrap();
    people.into_iter().map(|row| (row.person.id, row.person.name)).collect()
}

fn packs(world: &World) -> Vec<PackListed> {
    list_packs(&world.session()).unwrap()
}

#[test]
fn the_same_file_on_two_laptops_makes_one_copy_of_each_child() {
    let (one, other) = (World::open(), World::open());
    other.minutes(90);
    for world in [&one, &other] {
        take(world, RowsAre::Person, PEOPLE, "2020-10-12");
    }
    assert_eq!(people(&one), people(&other), "ids come from the system and the id there");
    assert!(people(&one).contains_key(&person_id("Mosaic", "1")));
    assert!(packs(&one)[0].pack.lines == packs(&other)[0].pack.lines, "and the lines are the same bytes");
}

#[test]
fn a_preview_counts_what_it_would_bring_and_keeps_nothing() {
    let world = World::open();
    let preview = preview(&world, RowsAre::Person, PEOPLE);
    let counts = preview.counts;
    assert_eq!((counts.ready, counts.left_out, counts.new_people, counts.known_people), (2, 1, 2, 0));
    assert_eq!(preview.rows, 3);
    let problems: Vec<_> =
        preview.problems.iter().map(|count| (count.problem.kind, count.rows, &count.first)).collect();
    assert_eq!(problems, [("no_name", 1, &vec![4])], "rows count with the heading");
    assert_eq!(preview.first.len(), 3);
    assert!(people(&world).is_empty() && packs(&world).is_empty());
}

#[test]
fn a_pack_that_is_here_already_adds_no_entry() {
    let world = World::open();
    let first = take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    assert!(first.batch.is_some());
    let again = take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    assert_eq!(again.batch, None);
    assert_eq!(again.counts.new_people, 0);
    assert_eq!(packs(&world).len(), 1);
}

#[test]
fn a_later_day_stands_in_place_of_an_earlier_one() {
    let world = World::open();
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    let later = PEOPLE.replace("Zoë Example", "Zoë Testname");
    take(&world, RowsAre::Person, &later, "2020-11-30");
    assert_eq!(people(&world)[&person_id("Mosaic", "1")], "Zoë Testname");
    let file = open_child(&world.session(), person_id("Mosaic", "1")).unwrap();
    assert!(file.clashes.is_empty(), "what the system said before is no clash");
    // The earlier file again, after the later one, changes nothing.
    take(&world, RowsAre::Person, &PEOPLE.replace("Test Primary", "Test Junior"), "2020-10-13");
    assert_eq!(people(&world)[&person_id("Mosaic", "1")], "Zoë Testname");
}

#[test]
fn undoing_a_pack_leaves_whom_people_work_with() {
    let world = World::open();
    let batch = take(&world, RowsAre::Person, PEOPLE, "2020-10-12").batch.unwrap();
    let (zoe, sam) = (person_id("Mosaic", "1"), person_id("Mosaic", "2"));
    world.note(&[zoe], "Seen at school");
    let kept = undo_pack(&world.session(), batch, "the wrong file").unwrap();
    assert_eq!(kept.iter().map(|row| row.person.id).collect::<Vec<_>>(), [zoe]);
    assert!(people(&world).contains_key(&zoe) && !people(&world).contains_key(&sam));
    assert!(packs(&world)[0].pack.undone.is_some());
    assert!(matches!(fault(undo_pack(&world.session(), batch, "again")), AppFault::NothingChanged));
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    assert!(people(&world).contains_key(&sam), "the same file brings back what was undone");
}

#[test]
fn a_draft_or_a_correction_keeps_a_person_too() {
    let world = World::open();
    let batch = take(&world, RowsAre::Person, PEOPLE, "2020-10-12").batch.unwrap();
    let (zoe, sam) = (person_id("Mosaic", "1"), person_id("Mosaic", "2"));
    world.draft("case_note", &[zoe], serde_json::json!({}));
    record_fact(&world.session(), warning(sam)).unwrap();
    let kept = undo_pack(&world.session(), batch, "the wrong file").unwrap();
    assert_eq!(kept.len(), 2);
}

#[test]
fn recovered_notes_and_facts_of_another_pack_keep_a_person_too() {
    let world = World::open();
    let batch = take(&world, RowsAre::Person, PEOPLE, "2020-10-12").batch.unwrap();
    let (zoe, sam) = (person_id("Mosaic", "1"), person_id("Mosaic", "2"));
    take(&world, RowsAre::Warning, WARNINGS, "2020-10-12");
    take(&world, RowsAre::Note, "Mosaic ID,Note ID,Date,Text\n2,1,21/04/2019,Seen at home\n", "2020-10-12");
    let kept = undo_pack(&world.session(), batch, "the wrong file").unwrap();
    let kept: Vec<PersonId> = kept.iter().map(|row| row.person.id).collect();
    assert_eq!(kept.len(), 2);
    assert!(kept.contains(&zoe) && kept.contains(&sam));
    assert_eq!(people(&world)[&zoe], "Zoë Example");
}

#[test]
fn the_journal_says_how_a_file_was_read() {
    let world = World::open();
    take(&world, RowsAre::Warning, WARNINGS, "2020-10-12");
    let imported = world.locked_journal().into_iter().filter_map(|noted| match noted.act {
        journal::Known::PackImported(imported) => Some(imported),
        _ => None,
    });
    let imported: Vec<_> = imported.collect();
    assert_eq!(imported.len(), 1);
    assert_eq!(imported[0].rows.as_deref(), Some("warning"));
    assert_eq!(imported[0].columns["text"], "Description");
    assert_eq!(imported[0].dates, None, "the column proves it");
}

fn warning(person: PersonId) -> NewFact {
    NewFact {
        seen: None,
        id: None,
        about: vec![person],
        says: Fact::Warning(Warning {
            warning: WarningKind::HomeEnvironment,
            text: "No light on the stairs".to_owned(),
            risk_from: None,
            from: "2026-11-01".parse().unwrap(),
            review_by: None,
            until: None,
            told: Some(Told::No { because: "not seen yet".to_owned() }),
            agreed_with: String::new(),
            review_note: String::new(),
        }),
    }
}

#[test]
fn cancelling_leaves_nothing() {
    let world = World::open();
    let rows: String = (0..2_000).map(|row| format!("{row},Sam Doe\n")).collect();
    let read = asked(&world, RowsAre::Person, &format!("ID,Name\n{rows}"), "2020-10-12");
    let import = ImportPack { read, people: BTreeMap::new(), remember: true };
    for at in [Step::Reading, Step::Keeping] {
        let stopped = import_pack(&world.session(), &import, &mut |step, _, _| step != at);
        assert!(matches!(fault(stopped), AppFault::Stopped));
        assert!(people(&world).is_empty() && packs(&world).is_empty());
    }
}

#[test]
fn somebody_on_file_is_asked_about_and_the_decision_re_points_nothing() {
    let world = World::open();
    let new = NewPerson::named("Example Zoe").with(PersonField::DateOfBirth, "2016-05-17");
    let here = add_person(&world.session(), new).unwrap().person.id;
    let preview = preview(&world, RowsAre::Person, PEOPLE);
    let asked_about: Vec<_> =
        preview.unclear.iter().map(|unclear| (unclear.person, unclear.candidates.len())).collect();
    let zoe = person_id("Mosaic", "1");
    assert_eq!(asked_about, [(zoe, 1)]);
    assert_eq!(preview.unclear[0].candidates[0].found.likeness, Likeness::Exact);

    import(&world, asked(&world, RowsAre::Person, PEOPLE, "2020-10-12"), &[(zoe, here)]);
    assert!(people(&world).contains_key(&zoe), "the pack says the same as on every laptop");
    let file = open_child(&world.session(), here).unwrap();
    assert_eq!(file.same_person.iter().map(|row| row.person.id).collect::<Vec<_>>(), [zoe]);
    let again = preview_of(&world);
    assert!(again.unclear.is_empty(), "nobody is asked twice");
    assert_eq!(again.counts.known_people, 2);
}

fn preview_of(world: &World) -> Preview {
    preview(world, RowsAre::Person, PEOPLE)
}

#[test]
fn nobody_who_is_not_on_file_can_be_said_to_be_the_one() {
    let world = World::open();
    let read = asked(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    let people = BTreeMap::from([(person_id("Mosaic", "1"), PersonId::from_bytes([9; 16]))]);
    let import = ImportPack { read, people, remember: false };
    let refused = import_pack(&world.session(), &import, &mut |_, _, _| true);
    assert!(matches!(fault(refused), AppFault::NotFound { what: "person" }));
}

#[test]
fn what_was_said_about_a_file_is_remembered_for_the_next_of_its_system() {
    let world = World::open();
    let odd = "Ref,Wer,Tag\n1,Zoë Example,03/04/2016\n";
    let mut read = asked(&world, RowsAre::Person, odd, "2020-10-12");
    assert!(read_pack(&world.session(), &read).unwrap().columns.is_empty(), "nobody knows these headings");
    let columns = [("person", 0), ("name", 1), ("date_of_birth", 2)].map(|(field, column)| (field.to_owned(), column));
    read.columns = Some(BTreeMap::from(columns));
    assert!(read_pack(&world.session(), &read).unwrap().dates_ambiguous);
    let unsaid = ImportPack { read: read.clone(), people: BTreeMap::new(), remember: true };
    let refused = import_pack(&world.session(), &unsaid, &mut |_, _, _| true);
    assert!(matches!(fault(refused), AppFault::DatesAmbiguous));
    read.dates = Some(DateOrder::DayFirst);
    import(&world, read, &[]);
    let next = "Neu,Tag,Ref,Wer\nx,05/06/2016,2,Sam Example\n";
    let mut asked = asked(&world, RowsAre::Person, next, "2020-11-30");
    asked.system = " mosaic".to_owned();
    let preview = read_pack(&world.session(), &asked).unwrap();
    assert!(preview.remembered && !preview.dates_ambiguous);
    assert_eq!(preview.columns["name"], 3);
}

#[test]
fn a_relationship_is_shown_in_words_before_it_is_taken() {
    let world = World::open();
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    let text = "Person ID,Relationship,Related person ID\n2,Brother,1\n";
    let example = preview(&world, RowsAre::Relationship, text).example.unwrap();
    assert_eq!((example.of.as_str(), example.relation.as_str()), ("Sam Example", "sibling"));
    assert_eq!(example.to, "Zoë Example");
    assert_eq!(take(&world, RowsAre::Relationship, text, "2020-10-12").counts.facts, 1);
}

#[test]
fn what_a_pack_and_the_people_here_say_differently_is_a_list_to_work_through() {
    let world = World::open();
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    take(&world, RowsAre::Warning, WARNINGS, "2020-10-12");
    assert!(reconcile(&world.session()).unwrap().children.is_empty(), "nobody here has said anything yet");
    let zoe = person_id("Mosaic", "1");
    record_fact(&world.session(), warning(zoe)).unwrap();
    let list = reconcile(&world.session()).unwrap();
    let points: Vec<(&str, &str)> =
        list.children[0].points.iter().map(|point| (point.sort, point.what.as_str())).collect();
    assert_eq!(points, [("warning_added", "risk_to_worker"), ("warning_only_here", "home_environment")]);
    reconciled(&world.session(), zoe).unwrap();
    let list = reconcile(&world.session()).unwrap();
    assert_eq!((list.children.len(), list.done), (0, 1));
    take(&world, RowsAre::Warning, "Mosaic ID,Type,Description\n1,MARAC,High risk\n", "2020-11-30");
    assert_eq!(reconcile(&world.session()).unwrap().children.len(), 1, "what is new brings the child back");
}

#[test]
fn a_child_whom_a_pack_knows_by_an_id_that_is_not_on_file_is_worked_through_with_their_own_file() {
    let world = World::open();
    let here = add_person(&world.session(), NewPerson::named("Zoe Example")).unwrap().person.id;
    let other = add_person(&world.session(), NewPerson::named("Zoë Exampel")).unwrap().person.id;
    record_fact(&world.session(), warning(here)).unwrap();
    let zoe = person_id("Mosaic", "1");
    import(&world, asked(&world, RowsAre::Warning, WARNINGS, "2020-10-12"), &[(zoe, other)]);
    let listed = |world: &World| -> Vec<PersonId> {
        reconcile(&world.session()).unwrap().children.iter().map(|child| child.person.person.id).collect()
    };
    assert_eq!(listed(&world), [other], "by the file that the pack's own id was said to be");
    let same = crate::facts::same(here, other, true);
    record_fact(&world.session(), NewFact { seen: None, id: None, about: Vec::new(), says: same }).unwrap();
    assert_eq!(listed(&world), [here.min(other)], "one child, however many steps away");
}
