//! The rules of the vault, from outside.

// Clippy takes only functions marked `#[test]` for tests; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod blobs;
mod key_file;
mod key_store;
mod vectors;

use std::sync::OnceLock;
use uuid::Uuid;
use vault::{CasebookKey, Cost, KeyFile, Passphrase, RecoveryCode};

const RIGHT: &str = "marble otter glazing tuesday";

fn passphrase(text: &str) -> Passphrase {
    Passphrase::from(text.to_owned())
}

/// One casebook for all tests, since each new one costs a run of Argon2.
struct Casebook {
    key: CasebookKey,
    recovery: RecoveryCode,
    key_file: KeyFile,
}

fn new_casebook(id: u128) -> Casebook {
    let key = CasebookKey::make().unwrap();
    let recovery = RecoveryCode::make().unwrap();
    let key_file =
        KeyFile::make(Uuid::from_u128(id), &key, &passphrase(RIGHT), &recovery, Cost::FLOOR, "2026-11-21T09:00:00Z")
            .unwrap();
    Casebook { key, recovery, key_file }
}

fn casebook() -> &'static Casebook {
    static CASEBOOK: OnceLock<Casebook> = OnceLock::new();
    CASEBOOK.get_or_init(|| new_casebook(1))
}

/// Keys cannot be compared; what they derive can.
fn same_key(one: &CasebookKey, other: &CasebookKey) -> bool {
    let raw = |key: &CasebookKey| key.derive_database_key([0; 16]).raw_key_sqlcipher();
    *raw(one) == *raw(other)
}
