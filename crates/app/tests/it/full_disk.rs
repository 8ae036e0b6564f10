//! Unlocking on a full disk: it opens for reading as soon as the system gives it that much, and
//! what there was to note is noted later, once.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use app::{
    AppFault,
    people::list_people,
    responses::{Decided, import_responses, list_imports},
};

use crate::{
    fault,
    world::{World, by_code, care},
};

const ROOM: &str = "HOLDFAST_ROOM";
const TEST: &str = "full_disk::a_full_disk_does_not_lock_a_person_out_and_no_wrong_try_is_forgotten";

const IMPORT: &str = "full_disk::an_import_that_cannot_be_undone_on_a_full_disk_says_why_it_ended_and_is_undone_later";

#[test]
fn a_full_disk_does_not_lock_a_person_out_and_no_wrong_try_is_forgotten() {
    on_a_disk_that_fills_up(TEST, for_every_amount_of_room);
}

#[test]
fn an_import_that_cannot_be_undone_on_a_full_disk_says_why_it_ended_and_is_undone_later() {
    on_a_disk_that_fills_up(IMPORT, stopped_without_room);
}

fn stopped_without_room(room: &Path) {
    let world = crate::imports::world();
    let mut csv = String::from("Timestamp,First name,Last name,How worried are we?\n");
    for number in 0..700 {
        csv += &format!("30/07/2026 09:{:02}:{:02},Ada,Example,2\n", number / 60, number % 60);
    }
    let (upload, found) = crate::imports::read(&world, crate::imports::FORM, "long.csv", csv.as_bytes());
    let import = crate::imports::decided(upload, &found, |_| Some(Decided::New));
    let stopped = import_responses(&world.session(), &import, &mut |done, _| {
        if done == 600 {
            leave_room(room, 0);
        }
        done < 600
    });
    assert!(matches!(fault(stopped), AppFault::Stopped), "the person stopped it");
    let undone = |world: &World| list_imports(&world.session()).unwrap()[0].batch.undone.is_some();
    assert!(!undone(&world), "there was no room");
    fs::remove_file(room).unwrap();
    world.lock();
    world.unlock().unwrap();
    assert!(undone(&world));
    fs::write(room.with_extension("counted"), "1").unwrap();
}

/// Runs a test again with a disk that fills up, as the tests of casebook do.
fn on_a_disk_that_fills_up(test: &str, with_room: impl Fn(&Path)) {
    if let Ok(room) = std::env::var(ROOM) {
        return with_room(Path::new(&room));
    }
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("full_disk.so");
    let source = format!("{}/../casebook/tests/it/full_disk.c", std::env::var("CARGO_MANIFEST_DIR").unwrap());
    let made = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .args([library.as_os_str(), source.as_ref()])
        .output();
    assert!(made.is_ok_and(|output| output.status.success()), "a C compiler builds SQLCipher too");
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test])
        .env("LD_PRELOAD", library)
        .env(ROOM, folder.path().join("room"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(folder.path().join("room.counted").exists(), "the disk did fill up: {said}");
}

fn for_every_amount_of_room(room: &Path) {
    let world = World::open();
    world.child("Zoë Example");
    world.lock();
    let wrong = World::empty().app.begin_casebook().unwrap().groups.join("-");
    let tries = world.folder().join("unlock-tries");
    let (mut refused, mut put_off, mut made) = (0, 0, 0);
    for writes in 0..16 {
        assert!(matches!(fault(world.app.unlock(&by_code(&wrong))), AppFault::WrongRecoveryCode));
        made += 1;
        leave_room(room, writes);
        match world.unlock() {
            Ok(()) => {
                let (rows, total) = list_people(&world.session(), "", 10).unwrap();
                assert_eq!((rows.len(), total), (1, 1), "room for {writes}: it can be read");
                put_off += usize::from(tries.exists());
            }
            Err(AppFault::DiskFull) => refused += 1,
            Err(other) => panic!("room for {writes}: {other}"),
        }
        // The wrong tries of a full disk are no reason to wait, and none is lost to the next program.
        world.lock();
        fs::remove_file(room).unwrap();
        world.unlock().unwrap();
        assert!(!tries.exists(), "room for {writes}: noted now");
        world.lock();
    }
    assert!(refused > 0 && put_off > 0, "refused {refused}, put off {put_off} times");
    the_recovery_code_is_not_used_unnoted(&world, room);
    let journal = world.locked_journal();
    let noted: u32 =
        care(&journal).iter().filter(|(act, _)| act == "unlock_failed").filter_map(|(_, times)| *times).sum();
    assert_eq!(noted, made, "every wrong try is noted once");
    fs::write(room.with_extension("counted"), refused.to_string()).unwrap();
}

/// Opens by the code with too little room for its note, or with enough.
fn the_recovery_code_is_not_used_unnoted(world: &World, room: &Path) {
    let mut opened = 0;
    for writes in 0..16 {
        leave_room(room, writes);
        match world.app.unlock(&by_code(&world.code)) {
            Ok(()) => opened += 1,
            Err(AppFault::DiskFull) => {}
            Err(other) => panic!("room for {writes}: {other}"),
        }
        world.lock();
        fs::remove_file(room).unwrap();
    }
    let journal = world.locked_journal();
    let noted = care(&journal).iter().filter(|(act, _)| act == "opened_by_recovery_code").count();
    assert_eq!(noted, opened, "it opens exactly as often as that was noted");
}

/// From now on there is room for so many writes. The file comes in one step: once it is there,
/// writing it would count too.
fn leave_room(room: &Path, writes: u32) {
    let beside: PathBuf = room.with_extension("new");
    fs::write(&beside, writes.to_string()).unwrap();
    fs::rename(beside, room).unwrap();
}
