//! Packs of history: notes are taken in a slice at a time, and none is lost on the way.

use std::{collections::BTreeMap, io::Write, time::Duration};

use app::{
    AppFault,
    packs::{
        ImportPack, PackSource, ReadPack, Step, cancel_pack, import_pack, list_packs, pack_progress, read_pack,
        start_pack, undo_pack,
    },
    people::list_people,
};
use casebook::{CasebookFault, tables};
use domain::PersonId;
use exchange::packs::{RowsAre, person_id};

use crate::{
    fault,
    packs::{PEOPLE, asked, take},
    world::World,
};

fn notes(count: u32) -> String {
    let mut text = "Mosaic ID,Note ID,Date,Note type,Text\n".to_owned();
    for row in 0..count {
        let child = row % 2 + 1;
        let day = match row % 10 {
            0 => "31/12/1899",
            _ => "21/04/2019 9:05:00",
        };
        text.push_str(&format!("{child},{row},{day},Home visit,\"<p>Seen at home, {row}.</p>\"\n"));
    }
    text
}

/// Notes on a person's file, in the store of a locked casebook.
fn kept(world: &World, person: PersonId) -> u32 {
    world.lock();
    let kept =
        world.beneath().read(|reading| Ok::<_, CasebookFault>(tables::note::total_of(reading, person)?)).unwrap();
    world.unlock().unwrap();
    kept
}

/// Waits until nothing goes on beside the work.
fn settle(world: &World) {
    for _ in 0..3_000 {
        let (progress, ()) = pack_progress(&world.session(), |_| ()).unwrap();
        if !progress.running {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("the notes were not taken in within half a minute");
}

#[test]
fn every_note_is_taken_whatever_its_date_says() {
    let world = World::open();
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    let ended = take(&world, RowsAre::Note, &notes(2_500), "2020-10-12");
    assert_eq!((ended.counts.notes, ended.counts.undated, ended.counts.known_people), (2_500, 250, 2));
    assert_eq!(kept(&world, person_id("Mosaic", "1")), 1_250);
}

#[test]
fn notes_of_people_who_are_not_on_file_are_kept_and_said() {
    let world = World::open();
    let preview = read_pack(&world.session(), &asked(&world, RowsAre::Note, &notes(10), "2020-10-12")).unwrap();
    let unknown = preview.problems.iter().find(|count| count.problem.kind == "person_unknown").unwrap();
    assert_eq!((unknown.rows, unknown.problem.taken), (10, true));
    take(&world, RowsAre::Note, &notes(10), "2020-10-12");
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    assert_eq!(kept(&world, person_id("Mosaic", "1")), 5, "they stand on the file as soon as the person does");
}

#[test]
fn stopping_half_way_takes_every_note_out_again() {
    let world = World::open();
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    let import = ImportPack {
        read: asked(&world, RowsAre::Note, &notes(12_500), "2020-10-12"),
        people: BTreeMap::new(),
        remember: false,
    };
    let stopped = import_pack(&world.session(), &import, &mut |step, done, _| step != Step::Indexing || done == 0);
    assert!(matches!(fault(stopped), AppFault::Stopped));
    assert!(list_packs(&world.session()).unwrap()[0].pack.undone.is_some());
    assert_eq!(kept(&world, person_id("Mosaic", "1")), 0);
}

#[test]
fn a_later_export_that_was_stopped_gives_the_notes_of_the_earlier_one_back() {
    let world = World::open();
    take(&world, RowsAre::Note, &notes(2_500), "2020-10-12");
    let before = kept(&world, person_id("Mosaic", "1"));
    assert!(before > 1_000);
    let later = ImportPack {
        read: asked(&world, RowsAre::Note, &notes(2_600), "2020-10-13"),
        people: BTreeMap::new(),
        remember: false,
    };
    let stopped = import_pack(&world.session(), &later, &mut |step, _, _| step != Step::Indexing);
    assert!(matches!(fault(stopped), AppFault::Stopped));
    assert_eq!(kept(&world, person_id("Mosaic", "1")), before);
    let checked = app::care::check_casebook(&world.session(), &mut |_, _| true).unwrap();
    assert_eq!(checked.report.faults, []);
}

#[test]
fn undoing_a_pack_takes_its_notes_out_beside_the_work() {
    let world = World::open();
    let batch = take(&world, RowsAre::Note, &notes(2_500), "2020-10-12").batch.unwrap();
    undo_pack(&world.session(), batch, "the wrong file").unwrap();
    settle(&world);
    assert_eq!(kept(&world, person_id("Mosaic", "1")), 0);
}

#[test]
fn locking_stops_an_import_and_unlocking_goes_on_with_it() {
    let world = World::open();
    let import = ImportPack {
        read: asked(&world, RowsAre::Note, &notes(12_000), "2020-10-12"),
        people: BTreeMap::new(),
        remember: false,
    };
    start_pack(&world.session(), import.clone()).unwrap();
    assert!(matches!(fault(start_pack(&world.session(), import)), AppFault::ImportRunning));
    while list_packs(&world.session()).unwrap().is_empty() {
        std::thread::sleep(Duration::from_millis(2));
    }
    world.lock();
    world.unlock().unwrap();
    settle(&world);
    assert_eq!(kept(&world, person_id("Mosaic", "2")), 6_000);
}

#[test]
fn an_import_beside_the_work_says_what_came_of_it() {
    let world = World::open();
    let import = ImportPack {
        read: asked(&world, RowsAre::Note, &notes(100), "2020-10-12"),
        people: BTreeMap::new(),
        remember: false,
    };
    start_pack(&world.session(), import).unwrap();
    settle(&world);
    let (_, notes) = pack_progress(&world.session(), |ended| ended.unwrap().as_ref().unwrap().counts.notes).unwrap();
    assert_eq!(notes, 100);
    cancel_pack(&world.session()).unwrap();
}

#[test]
fn a_file_on_disk_is_read_where_it_lies() {
    let world = World::open();
    let path = world.place().join("notes.csv");
    std::fs::write(&path, notes(50)).unwrap();
    let handed_in = asked(&world, RowsAre::Note, &notes(50), "2020-10-12");
    let read = ReadPack { file: PackSource::Path(path.clone()), ..handed_in.clone() };
    let import = ImportPack { read, people: BTreeMap::new(), remember: false };
    let ended = import_pack(&world.session(), &import, &mut |_, _, _| true).unwrap();
    assert_eq!(ended.counts.notes, 50);
    let again = ImportPack { read: handed_in, people: BTreeMap::new(), remember: false };
    let again = import_pack(&world.session(), &again, &mut |_, _, _| true).unwrap();
    assert_eq!(again.batch, None, "the same lines are the same pack, wherever the file came from");
    assert!(path.exists(), "and the file is left where it is");
}

#[test]
fn a_large_file_is_read_in_a_stream() {
    let rows: u32 = std::env::var("HOLDFAST_PACK_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(2_000);
    let world = World::open();
    let path = world.place().join("notes.csv");
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    let words = "Seen at home with mother; calm and talking. ".repeat(20);
    writeln!(file, "Mosaic ID,Note ID,Date,Note type,Text").unwrap();
    for row in 0..rows {
        writeln!(file, "{},{row},21/04/2019 9:05:00,Home visit,\"<p>{row}</p>{words}\"", row % 997).unwrap();
    }
    file.flush().unwrap();
    let size = file.get_ref().metadata().unwrap().len();
    let read = ReadPack { file: PackSource::Path(path), ..asked(&world, RowsAre::Note, &notes(1), "2020-10-12") };
    let import = ImportPack { read, people: BTreeMap::new(), remember: false };
    let began = std::time::Instant::now();
    let mut sealed = None;
    let ended = import_pack(&world.session(), &import, &mut |step, _, _| {
        if step == Step::Indexing && sealed.is_none() {
            sealed = Some(began.elapsed());
        }
        true
    });
    assert_eq!(ended.unwrap().counts.notes, rows);
    println!(
        "{rows} notes in {} MiB: sealed in {:?}, all in {:?}, {}",
        size >> 20,
        sealed.unwrap(),
        began.elapsed(),
        peak()
    );
}

/// The most memory that this process had, as the system says; nothing where it does not.
fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default().to_owned()
}

#[test]
fn notes_that_a_rebuild_had_to_take_out_come_back_by_themselves() {
    let world = World::open();
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    take(&world, RowsAre::Note, &notes(2_500), "2020-10-12");
    world.lock();
    world.beneath().write(|gate| Ok::<_, CasebookFault>(gate.execute("UPDATE note SET text = 'x'", [])?)).unwrap();
    world.unlock().unwrap();
    app::care::rebuild_views(&world.session(), &mut |_, _| true).unwrap();
    settle(&world);
    world.lock();
    let beneath = world.beneath();
    assert_eq!(beneath.check(&mut |_, _| true).unwrap().faults, []);
    assert_eq!(beneath.notes_to_take().unwrap(), []);
    drop(beneath);
    world.unlock().unwrap();
    assert_eq!(kept(&world, person_id("Mosaic", "1")), 1_250);
}

#[test]
fn people_of_a_pack_come_with_its_file_when_that_comes_late() {
    let world = World::open();
    take(&world, RowsAre::Person, PEOPLE, "2020-10-12");
    world.lock();
    // As after a restored copy of the database alone: the files come from elsewhere, and later.
    let files = world.folder().join("files");
    let aside = world.place().join("files");
    std::fs::rename(&files, &aside).unwrap();
    world.beneath().rebuild(&mut |_, _| true).unwrap();
    let names = || list_people(&world.session(), "", 10).unwrap().0.len();
    world.unlock().unwrap();
    settle(&world);
    assert_eq!(names(), 0);
    world.lock();
    let _ = std::fs::remove_dir_all(&files);
    std::fs::rename(&aside, &files).unwrap();
    world.unlock().unwrap();
    settle(&world);
    assert_eq!(names(), 2);
    world.lock();
    assert_eq!(world.beneath().check(&mut |_, _| true).unwrap().faults, []);
}
