//! Opening, locking, and changing the passphrase.

use app::{
    AppFault, Standing,
    keys::{Secret, change_passphrase},
};
use vault::{Cost, Passphrase};

use crate::{
    fault,
    world::{PASSPHRASE, World, by_code, by_passphrase, care},
};

const NEW: &str = "quartz lantern eleven porridge";

#[test]
fn a_casebook_opens_by_passphrase_and_by_recovery_code_and_comes_back_where_it_was() {
    let world = World::open();
    world.app.lock(Some("/drafts/1?section=about#when_date")).unwrap();
    assert_eq!(world.app.standing(), Standing::Locked);
    assert!(matches!(fault(world.app.session()), AppFault::Locked));

    world.unlock().unwrap();
    assert_eq!(world.app.place().unwrap().unwrap(), "/drafts/1?section=about#when_date");
    world.app.close().unwrap();

    // Typed from paper: small letters, blanks for hyphens.
    let typed = world.code.to_lowercase().replace('-', " ");
    world.app.unlock(&by_code(&typed)).unwrap();
    assert!(world.app.place().unwrap().is_some(), "a command that came and went left the place alone");
    assert_eq!(care(&world.locked_journal()), [("opened_by_recovery_code".to_owned(), None)]);
}

#[test]
fn wrong_mistyped_and_foreign_secrets_are_told_apart() {
    let world = World::open();
    world.lock();
    assert!(matches!(
        fault(world.app.unlock(&by_passphrase("marble otter glazing tuesday"))),
        AppFault::WrongPassphrase
    ));
    assert!(matches!(fault(world.app.unlock(&by_code(&world.code[1..]))), AppFault::RecoveryCodeMistyped));
    let other = World::empty().app.begin_casebook().unwrap().groups.join("-");
    assert!(matches!(fault(world.app.unlock(&by_code(&other))), AppFault::WrongRecoveryCode));
    world.unlock().unwrap();
}

#[test]
fn a_passphrase_is_the_same_however_a_keyboard_composes_its_letters() {
    let world = World::open();
    let composed = "Zoë marble otter glazing Tuesday";
    let secret = Secret::Passphrase(Passphrase::from(PASSPHRASE.to_owned()));
    change_passphrase(&world.session(), &secret, composed, Cost::FLOOR).unwrap();
    world.lock();
    world.app.unlock(&by_passphrase("Zoe\u{308} marble otter glazing Tuesday")).unwrap();
}

#[test]
fn a_changed_passphrase_replaces_the_old_one_and_leaves_the_recovery_code() {
    let world = World::open();
    let by = |text: &str| Secret::Passphrase(Passphrase::from(text.to_owned()));
    let session = world.session();
    assert!(matches!(fault(change_passphrase(&session, &by("wrong"), NEW, Cost::FLOOR)), AppFault::WrongPassphrase));
    for weak in ["short", "Ruth Exemplar Ruth"] {
        assert!(matches!(
            fault(change_passphrase(&session, &by(PASSPHRASE), weak, Cost::FLOOR)),
            AppFault::PassphraseWeak
        ));
    }
    change_passphrase(&session, &by(PASSPHRASE), NEW, Cost::FLOOR).unwrap();
    drop(session);
    world.lock();
    assert!(matches!(fault(world.unlock()), AppFault::WrongPassphrase));
    world.app.unlock(&by_code(&world.code)).unwrap();
    world.lock();
    world.app.unlock(&by_passphrase(NEW)).unwrap();
}

#[test]
fn who_forgot_the_passphrase_sets_a_new_one_by_the_recovery_code() {
    let world = World::open();
    let code = Secret::RecoveryCode(world.code.clone());
    change_passphrase(&world.session(), &code, NEW, Cost::FLOOR).unwrap();
    world.lock();
    world.app.unlock(&by_passphrase(NEW)).unwrap();
}

#[test]
fn where_there_is_no_casebook_unlocking_says_so_and_makes_nothing() {
    let world = World::empty();
    assert!(matches!(fault(world.unlock()), AppFault::NoCasebook));
    assert!(!world.folder().exists());
}
