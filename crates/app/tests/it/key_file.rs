//! What can be wrong with a casebook that will not open: told apart, and touched by nothing.

use std::{fs, path::PathBuf};

use app::{
    AppFault, Standing,
    keys::{Secret, Unlock, change_passphrase},
};
use casebook::CasebookFault;
use vault::{Cost, Passphrase};

use crate::{
    fault,
    world::{PASSPHRASE, World, by_passphrase, bytes, care, ruth},
};

const NEW: &str = "quartz lantern eleven porridge";
const COPIES: [&str; 2] = ["casebook.key", "casebook.key.copy"];

/// Tries to unlock; the fault, when not one byte of the folder has changed.
fn untouched(world: &World, unlock: &Unlock) -> AppFault {
    let before = bytes(world.folder());
    let fault = fault(world.app.unlock(unlock));
    assert_eq!(bytes(world.folder()), before, "{fault}");
    assert_eq!(world.app.standing(), Standing::Locked, "{fault}");
    fault
}

fn copies(world: &World) -> [PathBuf; 2] {
    COPIES.map(|name| world.folder().join(name))
}

fn flip(path: &PathBuf, at: usize) {
    let mut content = fs::read(path).unwrap();
    content[at] ^= 1;
    fs::write(path, content).unwrap();
}

/// A locked casebook whose passphrase was changed, with the key file from before put back.
fn rolled_back() -> World {
    let world = World::open();
    let old = copies(&world).map(|copy| fs::read(copy).unwrap());
    let current = Secret::Passphrase(Passphrase::from(PASSPHRASE.to_owned()));
    change_passphrase(&world.session(), &current, NEW, Cost::FLOOR).unwrap();
    world.lock();
    for (copy, content) in copies(&world).iter().zip(old) {
        fs::write(copy, content).unwrap();
    }
    world
}

#[test]
fn a_wrong_passphrase_changes_nothing() {
    let world = World::open();
    world.lock();
    assert!(matches!(untouched(&world, &by_passphrase("wrong")), AppFault::WrongPassphrase));
}

#[test]
fn a_key_file_damaged_in_both_copies_is_said_to_be_damaged_whatever_is_typed() {
    let world = World::open();
    world.lock();
    for copy in copies(&world) {
        flip(&copy, 40);
    }
    for passphrase in [PASSPHRASE, "wrong"] {
        assert!(matches!(untouched(&world, &by_passphrase(passphrase)), AppFault::KeyFileDamaged));
    }
}

#[test]
fn one_damaged_copy_is_put_right_from_the_other_and_noted() {
    for which in 0..2 {
        let world = World::open();
        world.lock();
        let whole = fs::read(&copies(&world)[1 - which]).unwrap();
        flip(&copies(&world)[which], 40);
        world.unlock().unwrap();
        assert!(world.session().key_file_repaired());
        assert_eq!(fs::read(&copies(&world)[which]).unwrap(), whole);
        assert_eq!(care(&world.locked_journal()), [("key_file_repaired".to_owned(), None)]);
        world.unlock().unwrap();
        assert!(!world.session().key_file_repaired(), "said once");
    }
}

#[test]
fn a_missing_copy_is_made_again_but_not_by_a_wrong_passphrase() {
    let world = World::open();
    world.lock();
    fs::remove_file(&copies(&world)[0]).unwrap();
    assert!(matches!(untouched(&world, &by_passphrase("wrong")), AppFault::WrongPassphrase));
    world.unlock().unwrap();
    assert!(copies(&world)[0].exists());
}

#[test]
fn a_key_file_that_was_rolled_back_opens_only_when_a_person_accepts_it() {
    let world = rolled_back();
    assert!(matches!(untouched(&world, &by_passphrase(PASSPHRASE)), AppFault::KeyFileOlder));
    let accepted = Unlock { accept_older_key_file: true, ..by_passphrase(PASSPHRASE) };
    world.app.unlock(&accepted).unwrap();
    let noted = care(&world.locked_journal());
    assert_eq!(noted.last().unwrap().0, "older_key_file_accepted");
    world.unlock().unwrap();
}

#[test]
fn a_key_file_of_a_number_that_was_used_twice_is_not_taken_for_the_newest() {
    let world = World::open();
    let first = copies(&world).map(|copy| fs::read(copy).unwrap());
    let by = |text: &str| Secret::Passphrase(Passphrase::from(text.to_owned()));
    change_passphrase(&world.session(), &by(PASSPHRASE), NEW, Cost::FLOOR).unwrap();
    world.lock();
    let stolen = copies(&world).map(|copy| fs::read(copy).unwrap());
    for (copy, content) in copies(&world).iter().zip(first) {
        fs::write(copy, content).unwrap();
    }
    world.app.unlock(&Unlock { accept_older_key_file: true, ..by_passphrase(PASSPHRASE) }).unwrap();
    change_passphrase(&world.session(), &by(PASSPHRASE), "velvet anchor sixteen kettle", Cost::FLOOR).unwrap();
    world.lock();
    for (copy, content) in copies(&world).iter().zip(stolen) {
        fs::write(copy, content).unwrap();
    }
    assert!(matches!(untouched(&world, &by_passphrase(NEW)), AppFault::KeyFileOlder));
}

#[test]
fn a_damaged_database_is_said_to_be_damaged_although_the_passphrase_is_right() {
    let world = World::open();
    world.lock();
    flip(&world.folder().join("casebook.db"), 100);
    assert!(matches!(untouched(&world, &by_passphrase(PASSPHRASE)), AppFault::DatabaseDamaged));
}

#[test]
fn an_emptied_or_missing_database_is_damage_and_no_free_place() {
    let world = World::open();
    world.lock();
    let database = world.folder().join("casebook.db");
    fs::write(&database, []).unwrap();
    assert!(matches!(untouched(&world, &by_passphrase(PASSPHRASE)), AppFault::DatabaseDamaged));
    fs::remove_file(&database).unwrap();
    assert!(matches!(untouched(&world, &by_passphrase(PASSPHRASE)), AppFault::DatabaseDamaged));
    assert!(matches!(fault(world.app.begin_casebook()), AppFault::CasebookExists));
}

#[test]
fn a_casebook_of_a_newer_holdfast_is_left_to_it() {
    let world = World::open();
    world.lock();
    let beneath = world.beneath();
    beneath
        .write(|gate| {
            gate.execute_batch(
                "INSERT INTO refinery_schema_history SELECT 99, 'later', applied_on, checksum
                FROM refinery_schema_history LIMIT 1",
            )?;
            Ok::<_, CasebookFault>(())
        })
        .unwrap();
    beneath.settle().unwrap();
    drop(beneath);
    assert!(matches!(untouched(&world, &by_passphrase(PASSPHRASE)), AppFault::CasebookNewer));
}

#[test]
fn a_casebook_that_lost_its_key_file_is_no_free_place() {
    let world = World::open();
    world.lock();
    for copy in copies(&world) {
        fs::remove_file(copy).unwrap();
    }
    assert!(matches!(untouched(&world, &by_passphrase(PASSPHRASE)), AppFault::KeyFileMissing));
    let before = bytes(world.folder());
    assert!(matches!(fault(world.app.begin_casebook()), AppFault::CasebookExists));
    let sheet = World::empty().app.begin_casebook().unwrap();
    assert!(matches!(fault(world.app.create_casebook(ruth(&sheet))), AppFault::CasebookExists));
    assert_eq!(bytes(world.folder()), before);
}
