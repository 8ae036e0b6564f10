//! Packs that are read where they lie: a file that becomes another one is never taken in for the first.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use app::{
    AppFault,
    drafts::save_draft,
    packs::{
        ImportPack, PackSource, ReadPack, Step, choose_pack_file, chosen, import_pack, list_packs, read_pack, undo_pack,
    },
    people::list_people,
};
use exchange::{ImportFault, packs::RowsAre};

use crate::{fault, packs::PEOPLE, world::World};

fn file(world: &World, text: &str) -> PathBuf {
    let path = world.place().join("people.csv");
    fs::write(&path, text).unwrap();
    path
}

/// The file as a window names it: by the token of what was chosen.
fn asked(world: &World, path: &Path) -> ReadPack {
    let token = choose_pack_file(&world.session(), path).unwrap().token;
    ReadPack {
        file: chosen(&world.session(), &token).unwrap(),
        rows: RowsAre::Person,
        system: "Mosaic".to_owned(),
        as_at: "2020-10-12".parse().unwrap(),
        columns: None,
        dates: None,
        sheet: None,
    }
}

fn taken(read: &ReadPack) -> ImportPack {
    ImportPack { read: read.clone(), people: BTreeMap::new(), remember: false }
}

fn assert_nothing_was_taken(world: &World) {
    assert!(list_packs(&world.session()).unwrap().is_empty());
    assert_eq!(list_people(&world.session(), "", 10).unwrap().1, 0);
}

#[test]
fn a_file_that_is_chosen_has_a_name_and_a_size_and_its_path_stays_here() {
    let world = World::open();
    let path = file(&world, PEOPLE);
    let found = choose_pack_file(&world.session(), &path).unwrap();
    assert_eq!((found.name.as_str(), found.size), ("people.csv", PEOPLE.len() as u64));
    assert!(!found.token.contains("people"));
    let folder = choose_pack_file(&world.session(), world.place());
    assert!(matches!(fault(folder), AppFault::Import(ImportFault::Unreadable(_))));
}

#[test]
fn a_token_ends_with_the_import_and_with_the_lock() {
    let world = World::open();
    let path = file(&world, PEOPLE);
    let (first, second) = {
        let session = world.session();
        let choose = || choose_pack_file(&session, &path).unwrap().token;
        (choose(), choose())
    };
    let unknown = |token: &str| matches!(fault(chosen(&world.session(), token)), AppFault::NotFound { what: "file" });
    import_pack(&world.session(), &taken(&asked(&world, &path)), &mut |_, _, _| true).unwrap();
    assert!(unknown(&first) && unknown(&second), "whichever of them named the file");
    let third = choose_pack_file(&world.session(), &path).unwrap().token;
    world.lock();
    world.unlock().unwrap();
    assert!(unknown(&third));
}

#[test]
fn a_file_that_changes_between_the_preview_and_the_import_is_refused() {
    let world = World::open();
    let path = file(&world, PEOPLE);
    let read = asked(&world, &path);
    assert_eq!(read_pack(&world.session(), &read).unwrap().counts.ready, 2);
    // Of the same length, as a spreadsheet that is saved over it may well be.
    fs::write(&path, PEOPLE.replace("Sam Example", "Joe Example")).unwrap();
    let refused = import_pack(&world.session(), &taken(&read), &mut |_, _, _| true);
    assert!(matches!(fault(refused), AppFault::Import(ImportFault::Changed)));
    assert_nothing_was_taken(&world);
    read_pack(&world.session(), &read).unwrap();
    let ended = import_pack(&world.session(), &taken(&read), &mut |_, _, _| true).unwrap();
    assert_eq!(ended.counts.new_people, 2, "once a person has seen what it is now, it is taken");
}

#[test]
fn a_file_that_changes_while_it_is_taken_in_is_refused_and_nothing_is_kept() {
    let world = World::open();
    let rows: String = (0..20_000).map(|row| format!("{row},Sam Doe,1 Test Row\n")).collect();
    let path = file(&world, &format!("ID,Name,Address\n{rows}"));
    let read = asked(&world, &path);
    read_pack(&world.session(), &read).unwrap();
    let mut written = false;
    let refused = import_pack(&world.session(), &taken(&read), &mut |step, _, _| {
        if step == Step::Reading && !std::mem::replace(&mut written, true) {
            let mut end = fs::OpenOptions::new().append(true).open(&path).unwrap();
            end.write_all(b"20000,Joe Doe,2 Test Row\n").unwrap();
        }
        true
    });
    assert!(matches!(fault(refused), AppFault::Import(ImportFault::Changed)));
    assert!(written);
    assert_nothing_was_taken(&world);
}

#[test]
fn a_file_that_went_away_is_said_to_be_unreadable() {
    let world = World::open();
    let path = file(&world, PEOPLE);
    let read = asked(&world, &path);
    read_pack(&world.session(), &read).unwrap();
    fs::remove_file(&path).unwrap();
    let refused = import_pack(&world.session(), &taken(&read), &mut |_, _, _| true);
    assert!(matches!(fault(refused), AppFault::Import(ImportFault::Unreadable(std::io::ErrorKind::NotFound))));
    assert!(matches!(read.file, PackSource::Path(_)));
    assert_nothing_was_taken(&world);
}

/// The longest that somebody who types waits for the casebook while `act` goes on.
fn longest_wait<T>(world: &World, act: impl FnOnce() -> T) -> (T, Duration) {
    let child = world.child("Maya Testcase");
    let draft = world.draft("case_note", &[child], serde_json::json!({}));
    let (session, over) = (world.session(), AtomicBool::new(false));
    thread::scope(|scope| {
        let typing = scope.spawn(|| {
            let (mut revision, mut longest) = (2, Duration::ZERO);
            while !over.load(Ordering::Relaxed) {
                let began = Instant::now();
                let typed = serde_json::Map::from_iter([("title".to_owned(), format!("{revision}").into())]);
                revision = save_draft(&session, draft, typed, revision, None).unwrap().revision;
                longest = longest.max(began.elapsed());
                thread::sleep(Duration::from_millis(5));
            }
            longest
        });
        let done = act();
        over.store(true, Ordering::Relaxed);
        (done, typing.join().unwrap())
    })
}

#[test]
fn whoever_types_while_people_come_in_and_go_again_loses_nothing() {
    let rows: u32 = std::env::var("HOLDFAST_PACK_ROWS").ok().and_then(|rows| rows.parse().ok()).unwrap_or(1_000);
    let world = World::open();
    let text: String = (0..rows).map(|row| format!("{row},Sam Doe {row},17/05/2016,E8 1EA,1 Test Row\n")).collect();
    let path = file(&world, &format!("ID,Name,DOB,Postcode,Address\n{text}"));
    let (session, read) = (world.session(), asked(&world, &path));
    let began = Instant::now();
    let (ended, wait) = longest_wait(&world, || import_pack(&session, &taken(&read), &mut |_, _, _| true).unwrap());
    println!("{rows} people in within {:?}; the longest wait to type {wait:?}", began.elapsed());
    assert_eq!(ended.counts.new_people, rows);
    let began = Instant::now();
    let (kept, wait) = longest_wait(&world, || undo_pack(&session, ended.batch.unwrap(), "the wrong file").unwrap());
    println!("and out within {:?}; the longest wait to type {wait:?}", began.elapsed());
    assert!(kept.is_empty());
    assert_eq!(list_people(&session, "", 10).unwrap().1, 2, "those who were here stay");
}
