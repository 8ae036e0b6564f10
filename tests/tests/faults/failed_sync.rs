//! A sync fails once, as of a disk that is about to die: nobody is told "saved", and afterwards
//! there is what was before the act or what is after it.

use std::path::Path;

use app::AppFault;
use casebook::{Casebook, CasebookFault};
use testkit::entries::{Entries, file_visit};

use crate::{
    desk::Desk,
    disk::{Disk, Reached},
    log,
    lots::{Lots, Run},
    shim::{Watched, fail_sync, in_memory, no_faults, syncs_left, watched},
    workload::KEY,
};

/// Does an act with its first sync failing, then its second, until all of them were right.
fn each_sync(
    desk: &mut Desk,
    mut act: impl FnMut(&mut Desk, usize) -> Result<(), AppFault>,
    mut look: impl FnMut(&mut Desk, usize),
) -> u32 {
    for sync in 1..100 {
        let number = usize::try_from(sync).unwrap();
        fail_sync(sync);
        let done = act(desk, number);
        let failed = syncs_left() == 0;
        no_faults();
        match done {
            Ok(()) if !failed => {
                desk.assert_sound();
                return sync - 1;
            }
            // What is not needed for the act may fail without a word: moving what is saved already.
            Ok(()) => {}
            Err(AppFault::DiskFailed) => assert!(failed, "sync {sync}: nothing failed"),
            Err(other) => panic!("sync {sync}: {other}"),
        }
        look(desk, number);
        desk.next();
    }
    panic!("an act has fewer syncs");
}

#[test]
fn a_failed_sync_is_never_called_saved() {
    let Some(folder) = watched() else {
        return Watched::new().run_again("failed_sync::a_failed_sync_is_never_called_saved", &[]);
    };
    let mut desk = Desk::new(&folder.join("casebook"));
    let typed = each_sync(&mut desk, Desk::type_on, |desk, _| {
        let (revision, text) = desk.saved.clone();
        desk.reopen();
        let found = desk.draft_there().unwrap();
        assert!(found == (revision, text) || found.0 == revision + 1, "one of the two");
        desk.saved = found;
    });
    let filed = each_sync(
        &mut desk,
        |desk, _| desk.file(),
        |desk, _| {
            desk.reopen();
            if desk.saved.0 > 0 && desk.draft_there().is_none() {
                // Not confirmed, and there all the same: wholly.
                desk.filed += 1;
                desk.saved.0 = 0;
            }
            desk.assert_as_confirmed();
            desk.next();
            desk.type_on(1).unwrap();
        },
    );
    let changed = each_sync(&mut desk, Desk::change_passphrase, |desk, number| {
        let other = desk.other_passphrase(number);
        if desk.opens_by(&other) {
            desk.passphrase = other;
        }
        desk.reopen();
    });
    println!(
        "    syncs that failed: {typed} while typing, {filed} while filing, {changed} while changing the passphrase"
    );
    assert!(typed > 0 && filed > 0 && changed > 2);
}

/// The sync that fails: how many after the casebook was made.
const WHICH: &str = "HOLDFAST_WHICH_SYNC";

/// After a failed sync the disk may never hold what was written before it, whatever is synced later.
/// What is confirmed after that must be there all the same when the power goes.
#[test]
fn what_is_confirmed_after_a_failed_sync_survives_a_power_cut() {
    if let Some(folder) = watched() {
        return file_with_a_failed_sync(&folder);
    }
    let run = Run::of(12, 12);
    let mut lots = Lots::of(run.seed);
    for which in 1..=run.count {
        let watched = Watched::new();
        let test = "failed_sync::what_is_confirmed_after_a_failed_sync_survives_a_power_cut";
        watched.run_again(test, &[(WHICH, which.to_string())]);
        let confirmed: u32 =
            std::fs::read_to_string(watched.folder().with_file_name("confirmed")).unwrap().parse().unwrap();
        let events = log::read(&watched.log());
        // What the failed sync lost is drawn anew each time.
        for reached in Reached::ALL.repeat(2) {
            let mut disk = Disk::new();
            for event in &events {
                disk.take(event, &mut lots);
            }
            let folder = in_memory();
            disk.after_power_cut(reached, &mut lots, folder.path());
            let casebook = Casebook::open(folder.path(), &testkit::key(&KEY), testkit::SALT).unwrap();
            let report = casebook.check(&mut |_, _| true).unwrap();
            assert_eq!(report.faults, [], "sync {which}, {reached:?}");
            let filed = casebook
                .read(|reading| Ok::<_, CasebookFault>(casebook::tables::record::custody(reading)?.filed))
                .unwrap();
            assert!(
                (confirmed..=confirmed + 1).contains(&filed),
                "sync {which}, {reached:?}: {filed} records, {confirmed} confirmed"
            );
        }
    }
    run.done("power cuts after a failed sync");
}

fn file_with_a_failed_sync(folder: &Path) {
    let mut entries = Entries::seeded(1);
    let casebook = testkit::create_in(folder, &KEY, &entries).unwrap();
    fail_sync(std::env::var(WHICH).unwrap().parse().unwrap());
    let mut confirmed = 0;
    for _ in 0..4 {
        confirmed += u32::from(file_visit(&casebook, &mut entries, &[]).is_ok());
        drop(casebook.settle());
    }
    let failed = syncs_left() == 0;
    no_faults();
    assert!(failed && confirmed >= 3, "{confirmed} confirmed");
    std::fs::write(folder.with_file_name("confirmed"), confirmed.to_string()).unwrap();
    // The power goes while it is open: closing it would put all in order.
    std::mem::forget(casebook);
}
