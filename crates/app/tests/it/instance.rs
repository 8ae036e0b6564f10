//! One program at a time on a casebook.

use std::sync::Arc;

use app::AppFault;

use crate::{
    fault,
    world::{PASSPHRASE, World, by_passphrase},
};

#[test]
fn a_second_program_is_refused_until_the_first_has_closed() {
    let world = World::open();
    let second = world.another();
    assert!(matches!(fault(second.unlock(&by_passphrase(PASSPHRASE))), AppFault::OpenElsewhere));
    world.child("Zoë Example");
    world.lock();
    second.unlock(&by_passphrase(PASSPHRASE)).unwrap();
    assert!(matches!(fault(world.unlock()), AppFault::OpenElsewhere));
}

#[test]
fn a_second_click_on_unlock_is_no_second_program() {
    let world = World::open();
    world.lock();
    let world = Arc::new(world);
    let clicks = [0, 1].map(|_| {
        let world = Arc::clone(&world);
        std::thread::spawn(move || world.unlock())
    });
    for click in clicks {
        click.join().unwrap().unwrap();
    }
}

#[test]
fn locking_waits_for_the_check_that_is_going_on() {
    let world = World::open();
    app::care::start_check(&world.session()).unwrap();
    world.lock();
    world.unlock().unwrap();
}

#[test]
fn a_network_folder_has_a_fault_of_its_own() {
    // No test can count on a file server; vault tells one by the kernel's numbers, in tests of its own.
    let refused = vault::FolderError::NetworkFolder { kind: vault::NetworkKind::Nfs };
    assert!(matches!(AppFault::from(refused), AppFault::NetworkFolder));
}
