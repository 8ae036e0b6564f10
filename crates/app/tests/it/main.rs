//! What a person can do, from outside: keys, drafts, filing, timelines, urgency, clocks, permission.

// Clippy takes only functions marked `#[test]` for tests; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod begin_with;
mod child_file;
mod clock;
mod create;
mod documents;
mod drafts;
mod each_child_alone;
mod episodes;
mod facts;
mod file_history;
mod files;
mod filing;
mod forms_in_force;
mod full_disk;
mod imports;
mod imports_broken_off;
mod imports_children;
mod imports_kept;
mod instance;
mod key_file;
mod matching;
mod moving;
mod network;
mod packs;
mod packs_history;
mod packs_on_disk;
mod packs_undone;
mod people;
mod permission;
mod released;
mod responses;
mod search;
mod seen;
mod settings;
mod status;
mod timeline;
mod tries;
mod unlock;
mod untold;
mod urgent;
mod work;
mod world;
mod writing;

use app::AppFault;

/// The fault of a verb that must fail, whatever it would have given.
fn fault<T>(result: Result<T, AppFault>) -> AppFault {
    match result {
        Ok(_) => panic!("this was to be refused"),
        Err(fault) => fault,
    }
}
