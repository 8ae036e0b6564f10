//! The gate: all or nothing, and nothing is ever changed that was written.

use casebook::{CasebookFault, tables};
use rstest::rstest;
use testkit::{TempCasebook, entries::Entries};

use crate::{check, dump, filled, number};

#[test]
fn an_act_that_fails_leaves_nothing() {
    let (casebook, mut entries) = filled(11, 2);
    let before = (dump::exact(&casebook), casebook.head());
    let failed: Result<(), CasebookFault> = casebook.write(|gate| {
        for _ in 0..3 {
            let (_, record) = entries.record_filed(&[]);
            gate.append(record)?;
        }
        tables::setting::set(gate, "half", "done")?;
        Err(CasebookFault::NotFound("what the act needed"))
    });
    assert!(matches!(failed, Err(CasebookFault::NotFound(_))));
    assert_eq!((dump::exact(&casebook), casebook.head()), before);
    assert_eq!(number(&casebook, "SELECT count(*) FROM setting WHERE name = 'half'"), 0);
    let (_, record) = entries.record_filed(&[]);
    let next = casebook.write(|gate| gate.append(record)).unwrap();
    assert_eq!(next.head.sequence, before.1.sequence + 1, "and the chain goes on from where it was");
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn a_chain_that_was_not_opened_after_all_is_not_written() {
    let (casebook, mut entries) = filled(12, 0);
    let before = (casebook.device(), casebook.head());
    let stamp = testkit::clock::a_minute_later(&entries.clock);
    let failed: Result<(), CasebookFault> = casebook.write(|gate| {
        gate.continue_in_new_chain(entries.author, stamp, "0.1.0")?;
        Err(CasebookFault::Stopped)
    });
    assert!(failed.is_err());
    assert_eq!((casebook.device(), casebook.head()), before);
    let (_, record) = entries.record_filed(&[]);
    casebook.write(|gate| gate.append(record)).unwrap();
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn a_body_that_is_too_large_is_refused_at_filing() {
    let casebook = TempCasebook::create(13);
    let mut entries = Entries::seeded(13);
    let before = casebook.head();
    let huge = entries.author_named(&"x".repeat(journal::MAX_BODY_BYTES));
    let fault = casebook.write(|gate| gate.append(huge)).unwrap_err();
    assert!(matches!(fault, CasebookFault::Body(journal::BodyFault::TooLarge { .. })), "{fault}");
    assert_eq!(casebook.head(), before);
}

#[rstest]
#[case::delete("DELETE FROM entry WHERE position = 2")]
#[case::body("UPDATE entry SET body = x'00' WHERE position = 2")]
#[case::erase("UPDATE entry SET body = NULL, nonce = NULL WHERE position = 2")]
#[case::link("UPDATE entry SET link = x'00' WHERE position = 2")]
#[case::number("UPDATE entry SET sequence = 9 WHERE position = 2")]
#[case::place("UPDATE entry SET position = 99 WHERE position = 2")]
#[case::over("REPLACE INTO entry SELECT * FROM entry WHERE position = 2")]
#[case::same_hash(
    "INSERT OR REPLACE INTO entry SELECT 99, hash, chain, sequence, link, nonce, body FROM entry WHERE position = 2"
)]
fn an_entry_is_never_changed(#[case] sql: &str) {
    let casebook = TempCasebook::create(14);
    let before = dump::exact(&casebook);
    let refused = casebook.write(|gate| Ok::<_, CasebookFault>(gate.execute_batch(sql)?));
    let said = refused.unwrap_err().to_string();
    assert!(said.contains("never"), "{said}");
    assert_eq!(dump::exact(&casebook), before);
}

#[test]
fn a_write_in_a_read_is_refused_rather_than_lost() {
    let casebook = TempCasebook::create(15);
    let written = casebook.read(|reading| Ok::<_, CasebookFault>(tables::setting::set(reading, "lost", "1")?));
    assert!(written.is_err());
}
