//! Wrong tries: a pause, a note, and never a loss.

use app::AppFault;

use crate::{
    fault,
    world::{PASSPHRASE, World, by_code, by_passphrase, care},
};

/// A code of another casebook: a wrong try that costs no Argon2.
fn wrong_code() -> String {
    World::empty().app.begin_casebook().unwrap().groups.join("-")
}

#[test]
fn the_sixth_wrong_try_and_those_after_it_make_the_next_wait() {
    let world = World::open();
    world.lock();
    let wrong = wrong_code();
    for _ in 0..6 {
        assert!(matches!(fault(world.app.unlock(&by_code(&wrong))), AppFault::WrongRecoveryCode));
    }
    // The right passphrase waits too: whether it is right cannot be known without trying it.
    assert!(matches!(fault(world.unlock()), AppFault::TooManyTries { seconds: 1 }));
    world.clock.pass(std::time::Duration::from_secs(1));
    assert!(matches!(fault(world.app.unlock(&by_code(&wrong))), AppFault::WrongRecoveryCode));
    assert!(matches!(fault(world.unlock()), AppFault::TooManyTries { seconds: 2 }));

    // Starting the program again does not help, nor does setting the clock.
    world.clock.set("2030-01-01T00:00:00Z".parse().unwrap());
    let again = world.another();
    assert!(matches!(fault(again.unlock(&by_passphrase(PASSPHRASE))), AppFault::TooManyTries { .. }));
    world.minutes(1);
    again.unlock(&by_passphrase(PASSPHRASE)).unwrap();
    again.lock(None).unwrap();
    drop(again);
    assert_eq!(care(&world.locked_journal()), [("unlock_failed".to_owned(), Some(7))]);
}

#[test]
fn after_a_right_try_the_count_begins_anew() {
    let world = World::open();
    world.lock();
    let wrong = wrong_code();
    for _ in 0..5 {
        assert!(matches!(fault(world.app.unlock(&by_code(&wrong))), AppFault::WrongRecoveryCode));
    }
    world.unlock().unwrap();
    world.lock();
    assert!(!world.folder().join("unlock-tries").exists());
    for _ in 0..5 {
        assert!(matches!(fault(world.app.unlock(&by_code(&wrong))), AppFault::WrongRecoveryCode));
    }
    world.unlock().unwrap();
}

#[test]
fn a_mistyped_code_is_no_wrong_try() {
    let world = World::open();
    world.lock();
    for _ in 0..10 {
        assert!(matches!(fault(world.app.unlock(&by_code("ABCDE"))), AppFault::RecoveryCodeMistyped));
    }
    world.unlock().unwrap();
}
