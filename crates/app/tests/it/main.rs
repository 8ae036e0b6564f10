//! What a person can do, from outside: keys, drafts, filing, timelines, urgency, clocks, permission.

// Clippy takes only functions marked `#[test]` for tests; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod begin_with;
mod clock;
mod create;
mod drafts;
mod each_child_alone;
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
mod moving;
mod people;
mod permission;
mod responses;
mod settings;
mod timeline;
mod tries;
mod unlock;
mod urgent;
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
