//! Imports that do not come to their end: nothing that they left looks whole.

use std::{fs, path::Path};

use app::{
    App, AppFault,
    responses::{Decided, SheetPlace, import_responses, list_imports, sheet, undo_import},
};

use crate::{
    fault,
    imports::{FORM, decided, ids, read},
    world::{PASSPHRASE, by_passphrase},
};

fn long() -> String {
    let mut csv = String::from("Timestamp,First name,Last name,How worried are we?\n");
    for number in 0..700 {
        csv += &format!("30/07/2026 09:{:02}:{:02},Ada,Example,{}\n", number / 60, number % 60, number % 5 + 1);
    }
    csv
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).unwrap();
        }
    }
}

#[test]
fn an_import_that_was_running_when_the_power_went_is_undone_when_the_casebook_is_opened() {
    let world = crate::imports::world();
    let (upload, found) = read(&world, FORM, "long.csv", long().as_bytes());
    let import = decided(upload, &found, |_| Some(Decided::New));
    let left = world.place().join("left");
    import_responses(&world.session(), &import, &mut |done, _| {
        if done == 600 {
            // What the disk holds at this moment is what a dead machine leaves.
            copy(world.folder(), &left);
        }
        true
    })
    .unwrap();
    assert!(list_imports(&world.session()).unwrap()[0].batch.undone.is_none(), "this one came to its end");
    world.lock();
    world.unlock().unwrap();
    assert!(list_imports(&world.session()).unwrap()[0].batch.undone.is_none(), "and stays");

    let after = App::resting(&left, world.clock.clone()).unwrap();
    after.unlock(&by_passphrase(PASSPHRASE)).unwrap();
    let session = after.session().unwrap();
    let imports = list_imports(&session).unwrap();
    assert!(imports.len() == 1 && imports[0].batch.undone.is_some(), "the list of imports says so");
    let place = SheetPlace { form: FORM.into(), sort: None, descending: false, filters: Vec::new() };
    assert_eq!(sheet(&session, place, 0, 10).unwrap().total, 0);
    drop(session);
    after.lock(None).unwrap();
    after.unlock(&by_passphrase(PASSPHRASE)).unwrap();
    assert_eq!(list_imports(&after.session().unwrap()).unwrap().len(), 1, "once is enough");
}

#[test]
fn an_import_cannot_be_undone_before_it_has_come_to_its_end() {
    let world = crate::imports::world();
    let (upload, found) = read(&world, FORM, "long.csv", long().as_bytes());
    let import = decided(upload, &found, |_| Some(Decided::New));
    let mut refused = 0;
    let imported = import_responses(&world.session(), &import, &mut |done, total| {
        let kept = list_imports(&world.session()).unwrap();
        if let (true, Some(running)) = (done < total, kept.first()) {
            let undone = undo_import(&world.session(), running.batch.batch, "At once");
            assert!(matches!(fault(undone), AppFault::ImportRunning));
            refused += 1;
        }
        true
    });
    let batch = imported.unwrap().batch.unwrap();
    assert!(refused > 0);
    undo_import(&world.session(), batch, "Now").unwrap();
    assert!(ids(&world).is_empty());
}
