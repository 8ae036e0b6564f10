//! A full disk: said as such, nothing lost that was confirmed, and work goes on once there is room.

use std::{fs, process::Command};

use casebook::{CasebookFault, OpenFault, tables};
use testkit::{
    TempCasebook,
    entries::{Entries, file_visit},
};

use crate::{check, filled, number};

const ROOM: &str = "HOLDFAST_ROOM";

/// Runs itself again with a disk that fills up.
#[test]
fn a_full_disk_loses_nothing_and_is_said_as_such() {
    if let Ok(room) = std::env::var(ROOM) {
        return for_every_amount_of_room(&room);
    }
    let folder = tempfile::tempdir().unwrap();
    let library = folder.path().join("full_disk.so");
    let source = format!("{}/tests/it/full_disk.c", std::env::var("CARGO_MANIFEST_DIR").unwrap());
    let made = Command::new("cc")
        .args(["-shared", "-fPIC", "-O1", "-o"])
        .args([library.as_os_str(), source.as_ref()])
        .output();
    assert!(made.is_ok_and(|output| output.status.success()), "a C compiler builds SQLCipher too");
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "disk_full::a_full_disk_loses_nothing_and_is_said_as_such"])
        .env("LD_PRELOAD", library)
        .env(ROOM, folder.path().join("room"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    let counted = fs::read_to_string(folder.path().join("room.counted"));
    assert!(counted.is_ok(), "the disk did fill up: {said}");
}

fn for_every_amount_of_room(room: &str) {
    let (mut casebook, mut entries) = filled(111, 5);
    let mut full = 0;
    for writes in 0..16 {
        leave_room(room, writes);
        let (before, total) = (casebook.head(), number(&casebook, "SELECT count(*) FROM entry"));
        let people: Vec<_> = (0..3).map(|_| entries.person_added()).collect();
        let mut confirmed = Vec::new();
        for (_, added) in people {
            match casebook.write(|gate| gate.append(added)) {
                Ok(appended) => confirmed.push(appended),
                Err(CasebookFault::DiskFull) => full += 1,
                Err(other) => panic!("room for {writes}: {other}"),
            }
        }
        let saved =
            casebook.write(|gate| Ok::<_, CasebookFault>(tables::setting::set(gate, "typed", &writes.to_string())?));
        assert!(matches!(saved, Ok(()) | Err(CasebookFault::DiskFull)), "room for {writes}");
        match file_visit(&casebook, &mut entries, &[]) {
            Ok((_, appended)) => confirmed.push(appended),
            Err(CasebookFault::DiskFull) => full += 1,
            Err(other) => panic!("room for {writes}: {other}"),
        }
        all_there(&casebook, &confirmed, total);
        assert_eq!(casebook.head(), confirmed.last().map_or(before, |last| last.head));

        fs::remove_file(room).unwrap();
        if writes % 3 == 0 {
            casebook.reopen().unwrap();
        }
        all_there(&casebook, &confirmed, total);
        assert_eq!(check(&casebook).faults, [], "room for {writes}");
        file_visit(&casebook, &mut entries, &[]).unwrap();
    }
    assert!(full > 5, "{full} times");
    a_new_casebook_needs_room(room);
    opening_needs_room(room, casebook);
    fs::write(format!("{room}.counted"), full.to_string()).unwrap();
}

/// From now on there is room for so many writes. The file comes in one step: once it is there,
/// writing it would count too.
fn leave_room(room: &str, writes: u32) {
    let beside = format!("{room}.new");
    fs::write(&beside, writes.to_string()).unwrap();
    fs::rename(beside, room).unwrap();
}

/// What was confirmed is there, and nothing else.
fn all_there(casebook: &TempCasebook, confirmed: &[casebook::Appended], total: i64) {
    let kept = number(casebook, "SELECT count(*) FROM entry");
    assert_eq!(kept, total + i64::try_from(confirmed.len()).unwrap());
    for appended in confirmed {
        let found =
            casebook.read(|reading| Ok::<_, CasebookFault>(tables::entry::at(reading, appended.position)?)).unwrap();
        assert_eq!(found.map(|stored| stored.hash), Some(appended.head.hash));
    }
}

fn opening_needs_room(room: &str, mut casebook: TempCasebook) {
    casebook.close();
    leave_room(room, 0);
    let fault = casebook.reopen().unwrap_err();
    assert!(matches!(fault, OpenFault::Casebook(CasebookFault::DiskFull)), "not damaged: {fault}");
    fs::remove_file(room).unwrap();
    casebook.reopen().unwrap();
    assert_eq!(check(&casebook).faults, []);
}

fn a_new_casebook_needs_room(room: &str) {
    let folder = tempfile::tempdir().unwrap();
    for writes in [0, 1, 3, 10, 40] {
        leave_room(room, writes);
        let fault = testkit::create_in(folder.path(), &[1; 32], &Entries::seeded(112)).err().unwrap();
        assert!(matches!(fault, OpenFault::Casebook(CasebookFault::DiskFull)), "room for {writes}: {fault:?}");
        fs::remove_file(room).unwrap();
        assert!(!folder.path().join("casebook.db").exists(), "half a casebook is none");
    }
    let casebook = testkit::create_in(folder.path(), &[1; 32], &Entries::seeded(112)).unwrap();
    assert_eq!(check(&casebook).faults, []);
}
