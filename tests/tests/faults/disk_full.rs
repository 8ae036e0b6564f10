//! The disk fills up while somebody types, files, changes the passphrase or adds a file: it is said
//! as such, nothing that was confirmed is lost, and all goes on once there is room.

use std::{fs, path::Path};

use app::AppFault;
use casebook::CasebookFault;
use testkit::entries::Entries;

use crate::{
    desk::Desk,
    shim::{Watched, leave_room, no_faults, watched},
    workload::KEY,
};

/// Amounts of room that each act is tried with, from none to more than enough.
const LEVELS: usize = 24;

/// Runs a test again on a disk that fills up; it must have been full and not full.
fn on_a_watched_disk(test: &str, acts: impl FnOnce(&Path) -> usize) {
    let Some(folder) = watched() else { return Watched::new().run_again(test, &[]) };
    let full = acts(&folder);
    println!("    {test}: full at {full} of {LEVELS} levels");
    assert!((3..LEVELS).contains(&full), "full at {full} of {LEVELS} levels");
}

/// Bytes at a level, the small amounts close together.
fn room(most: usize, level: usize) -> usize {
    most * level * level / ((LEVELS - 1) * (LEVELS - 1))
}

/// Tries an act with each amount of room, and without limit after that; gives how often it was full.
fn each_level(desk: &mut Desk, most: usize, mut act: impl FnMut(&mut Desk, usize) -> Result<(), AppFault>) -> usize {
    let mut full = 0;
    for level in 0..LEVELS {
        leave_room(room(most, level));
        let done = act(desk, level * 2);
        no_faults();
        desk.assert_as_confirmed();
        match done {
            Ok(()) => {}
            Err(AppFault::DiskFull) => full += 1,
            Err(other) => panic!("level {level}: {other}"),
        }
        desk.next();
        if level % 3 == 0 {
            desk.reopen();
            desk.assert_as_confirmed();
        }
        act(desk, level * 2 + 1).unwrap();
        desk.next();
        desk.assert_as_confirmed();
    }
    desk.reopen();
    desk.assert_as_confirmed();
    desk.assert_sound();
    full
}

#[test]
fn a_full_disk_while_typing() {
    on_a_watched_disk("disk_full::a_full_disk_while_typing", |folder| {
        each_level(&mut Desk::new(&folder.join("casebook")), 200_000, Desk::type_on)
    });
}

#[test]
fn a_full_disk_while_filing() {
    on_a_watched_disk("disk_full::a_full_disk_while_filing", |folder| {
        let mut desk = Desk::new(&folder.join("casebook"));
        each_level(&mut desk, 400_000, |desk, number| {
            // Typed already, or typed now that there is room.
            desk.type_on(number)?;
            desk.file()
        })
    });
}

#[test]
fn a_full_disk_while_changing_the_passphrase() {
    on_a_watched_disk("disk_full::a_full_disk_while_changing_the_passphrase", |folder| {
        let mut desk = Desk::new(&folder.join("casebook"));
        let mut full = 0;
        for level in 0..LEVELS {
            // Not enough for the key file, or for that and not for the note in the journal.
            leave_room(if level % 2 == 0 { room(3_000, level) } else { room(100_000, level) });
            let done = desk.change_passphrase(level);
            no_faults();
            match done {
                Ok(()) => {}
                Err(AppFault::DiskFull) => {
                    full += 1;
                    let other = desk.other_passphrase(level);
                    assert!(!desk.opens_by(&other), "level {level}: what was not confirmed does not hold");
                }
                Err(other) => panic!("level {level}: {other}"),
            }
            desk.reopen();
            if level % 6 == 0 {
                desk.change_passphrase(level + 100).unwrap();
                desk.reopen();
                desk.assert_sound();
            }
        }
        full
    });
}

#[test]
fn a_full_disk_while_adding_a_file() {
    on_a_watched_disk("disk_full::a_full_disk_while_adding_a_file", |folder| {
        let casebook = testkit::create_in(folder, &KEY, &Entries::seeded(1)).unwrap();
        let mut full = 0;
        for level in 0..LEVELS {
            let content: Vec<u8> = (0..300_000_usize).map(|at| (at * 7 + level).to_le_bytes()[0]).collect();
            leave_room(room(320_000, level));
            let done = casebook.blobs().put(content.as_slice()).map_err(CasebookFault::from);
            no_faults();
            match done {
                Ok(blob) => casebook.blobs().verify(&blob).unwrap(),
                Err(CasebookFault::DiskFull) => full += 1,
                Err(other) => panic!("level {level}: {other}"),
            }
            let parts = fs::read_dir(folder.join("files"))
                .unwrap()
                .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().ends_with(".part"));
            assert_eq!(parts.count(), 0, "nothing half is left behind");
            let blob = casebook.blobs().put(content.as_slice()).unwrap();
            casebook.blobs().verify(&blob).unwrap();
        }
        assert_eq!(casebook.check(&mut |_, _| true).unwrap().faults, []);
        full
    });
}
