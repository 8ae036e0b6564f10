//! What a person can do, from outside: keys, drafts, filing, timelines, urgency, clocks, permission.

// Clippy takes only functions marked `#[test]` for tests; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod clock;
mod create;
mod drafts;
mod filing;
mod full_disk;
mod instance;
mod key_file;
mod people;
mod permission;
mod settings;
mod timeline;
mod tries;
mod unlock;
mod urgent;
mod world;

use app::AppFault;

/// The fault of a verb that must fail, whatever it would have given.
fn fault<T>(result: Result<T, AppFault>) -> AppFault {
    match result {
        Ok(_) => panic!("this was to be refused"),
        Err(fault) => fault,
    }
}
