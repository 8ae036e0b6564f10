//! The rules of the casebook, from outside. All casebooks are opened by key.

// Clippy takes only functions marked `#[test]` for tests; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod check;
mod custody;
mod disk_full;
mod drafts;
mod dump;
mod gate;
mod history;
mod locator;
mod open;
mod order;
mod packs;
mod packs_of_people;
mod pages;
mod people;
mod rebuild;
mod receive;

use casebook::{Casebook, CasebookFault, CheckReport};
use chrono::DateTime;
use domain::{HubId, PersonId};
use journal::{Head, Receipt};
use rusqlite::Connection;
use testkit::{
    TempCasebook,
    entries::{Entries, file_visit},
};
use vault::{Hash, SigningKey};
use zeroize::Zeroizing;

/// Runs SQL past every rule of the casebook, as somebody does who has the key and bad intentions.
fn tamper(casebook: &Casebook, sql: &str) {
    casebook
        .write(|gate| {
            gate.execute_batch(
                "DROP TRIGGER IF EXISTS entry_is_never_changed; DROP TRIGGER IF EXISTS entry_is_never_deleted;",
            )?;
            gate.execute_batch(sql)?;
            Ok::<_, CasebookFault>(())
        })
        .unwrap();
}

fn check(casebook: &Casebook) -> CheckReport {
    casebook.check(&mut |_, _| true).unwrap()
}

/// Reads one number.
fn number(casebook: &Casebook, sql: &str) -> i64 {
    casebook.read(|reading| Ok::<_, CasebookFault>(reading.query_row(sql, [], |row| row.get(0))?)).unwrap()
}

/// Files some people and visits to them.
fn fill(casebook: &Casebook, entries: &mut Entries, visits: usize) -> Vec<PersonId> {
    let mut people = Vec::new();
    for _ in 0..3 {
        let (person, added) = entries.person_added();
        casebook.write(|gate| gate.append(added)).unwrap();
        people.push(person);
    }
    for visit in 0..visits {
        file_visit(casebook, entries, &people[visit % 3..]).unwrap();
    }
    people
}

/// A casebook with three people and some visits, and the entries that go on in it.
fn filled(seed: u64, visits: usize) -> (TempCasebook, Entries) {
    let casebook = TempCasebook::create(seed);
    let mut entries = Entries::seeded(seed);
    fill(&casebook, &mut entries, visits);
    (casebook, entries)
}

/// Hashes of all entries, in order.
fn hashes(connection: &Connection) -> Vec<Hash> {
    casebook::tables::entry::after(connection, 0, u32::MAX).unwrap().iter().map(|stored| stored.hash).collect()
}

/// The hub that signs the receipts of these tests.
fn hub() -> SigningKey {
    SigningKey::from_seed(Zeroizing::new([3; 32]))
}

/// The hub holds these entries whole, and the chain to its head.
fn receive(casebook: &Casebook, held: Vec<Hash>) {
    receive_to(casebook, casebook.head(), held);
}

fn receive_to(casebook: &Casebook, head: Head, held: Vec<Hash>) {
    let receipt = Receipt {
        hub: HubId::from_bytes([4; 16]),
        chain: casebook.device().0,
        head,
        at: DateTime::from_timestamp(1_795_430_000, 0).unwrap(),
        held,
    };
    casebook.write(|gate| gate.take_receipt(&receipt.sign(&hub()), &receipt)).unwrap();
}

/// So many cases of a property, or as many as PROPTEST_CASES says.
fn cases(few: u32) -> proptest::prelude::ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => proptest::prelude::ProptestConfig::default(),
        None => proptest::prelude::ProptestConfig::with_cases(few),
    }
}
