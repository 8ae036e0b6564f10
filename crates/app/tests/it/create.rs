//! Making a casebook: whole or not at all, and never over another.

use std::fs;

use app::{AppFault, Standing};

use crate::{
    fault,
    world::{World, bytes, ruth},
};

#[test]
fn groups_that_are_not_those_of_the_sheet_are_refused_and_the_code_stays_begun() {
    let world = World::empty();
    let sheet = world.app.begin_casebook().unwrap();
    for wrong in [
        Vec::new(),
        vec![(sheet.ask[0], sheet.groups[usize::from(sheet.ask[0]) - 1].clone())],
        vec![(sheet.ask[0], "00000".to_owned()), (sheet.ask[1], "00000".to_owned())],
        // Two right groups, of which one was not asked for.
        (1..=6)
            .filter(|group| *group != sheet.ask[0])
            .take(2)
            .map(|group| (group, sheet.groups[usize::from(group) - 1].clone()))
            .collect(),
    ] {
        let mut new = ruth(&sheet);
        new.confirm = Some(wrong);
        assert!(matches!(fault(world.app.create_casebook(new)), AppFault::GroupsDiffer));
        assert_eq!(world.app.recovery_sheet().unwrap().groups, sheet.groups, "the printed sheet stays good");
        assert!(!world.folder().exists());
    }
    world.app.create_casebook(ruth(&sheet)).unwrap();
    assert_eq!(world.app.standing(), Standing::Open);
    assert!(matches!(fault(world.app.recovery_sheet()), AppFault::RecoveryNotBegun), "it is shown no more");
}

#[test]
fn no_casebook_is_made_without_a_recovery_code_that_was_shown() {
    let world = World::empty();
    let other = World::empty();
    let sheet = other.app.begin_casebook().unwrap();
    assert!(matches!(fault(world.app.create_casebook(ruth(&sheet))), AppFault::RecoveryNotBegun));
}

#[test]
fn a_weak_passphrase_is_refused_unless_it_is_asked_for() {
    let world = World::empty();
    let sheet = world.app.begin_casebook().unwrap();
    let weak = |passphrase: &str| {
        let mut new = ruth(&sheet);
        new.passphrase = passphrase.to_owned().into();
        new
    };
    for passphrase in ["", "Summer2026!", "ruthexemplarruth", "social worker ruth"] {
        assert!(matches!(fault(world.app.create_casebook(weak(passphrase))), AppFault::PassphraseWeak), "{passphrase}");
    }
    assert_eq!(world.app.standing(), Standing::NoCasebook);
    let mut asked_for = weak("Summer2026!");
    asked_for.allow_weak = true;
    world.app.create_casebook(asked_for).unwrap();
}

#[test]
fn a_person_without_a_name_or_with_an_endless_one_makes_no_casebook() {
    let world = World::empty();
    let sheet = world.app.begin_casebook().unwrap();
    let mut nobody = ruth(&sheet);
    nobody.author.name = "  ".into();
    assert!(matches!(fault(world.app.create_casebook(nobody)), AppFault::NameEmpty));
    let mut endless = ruth(&sheet);
    endless.author.role = "x".repeat(5 << 20);
    assert!(matches!(fault(world.app.create_casebook(endless)), AppFault::NameTooLong));
    assert_eq!(world.app.standing(), Standing::NoCasebook);
}

#[test]
fn a_casebook_that_is_there_is_never_replaced() {
    let world = World::open();
    world.lock();
    let before = bytes(world.folder());
    assert!(matches!(fault(world.app.begin_casebook()), AppFault::CasebookExists));

    // A code begun before somebody put a casebook there.
    let other = World::empty();
    let sheet = other.app.begin_casebook().unwrap();
    fs::create_dir_all(other.folder()).unwrap();
    for (path, content) in &before {
        fs::write(other.folder().join(path.file_name().unwrap()), content).unwrap();
    }
    let there = bytes(other.folder());
    assert!(matches!(fault(other.app.create_casebook(ruth(&sheet))), AppFault::CasebookExists));
    assert_eq!(bytes(other.folder()), there);
}

#[test]
fn a_folder_with_anything_in_it_is_no_place_for_a_casebook() {
    let world = World::empty();
    fs::create_dir_all(world.folder()).unwrap();
    fs::write(world.folder().join("holiday.txt"), "sand").unwrap();
    let sheet = world.app.begin_casebook().unwrap();
    assert!(matches!(fault(world.app.create_casebook(ruth(&sheet))), AppFault::CasebookExists));
    assert_eq!(bytes(world.folder()).len(), 1, "what was there is all that is there");
    assert_eq!(fs::read_dir(world.place()).unwrap().count(), 1, "nothing half-made is left beside it");

    fs::remove_file(world.folder().join("holiday.txt")).unwrap();
    world.app.create_casebook(ruth(&sheet)).unwrap();
}

#[test]
fn what_a_crash_left_half_made_is_no_casebook_and_does_not_stand_in_the_way() {
    let world = World::empty();
    let half = world.place().join("casebook.making");
    fs::create_dir_all(&half).unwrap();
    fs::write(half.join("casebook.key"), "half a key file").unwrap();
    fs::write(half.join("casebook.db"), "half a database").unwrap();
    assert_eq!(world.app.standing(), Standing::NoCasebook);
    let sheet = world.app.begin_casebook().unwrap();
    world.app.create_casebook(ruth(&sheet)).unwrap();
    assert!(!half.exists(), "it was put in place whole, and what was left is gone");
    assert_eq!(world.app.standing(), Standing::Open);
}

#[cfg(unix)]
#[test]
fn a_casebook_is_for_its_persons_eyes_only() {
    use std::os::unix::fs::PermissionsExt;
    let world = World::open();
    assert_eq!(fs::metadata(world.folder()).unwrap().permissions().mode() & 0o777, 0o700);
}
