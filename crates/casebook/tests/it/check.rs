//! The check: finds what was done to a casebook behind its back, and cries wolf at nobody.

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicU32, Ordering},
};

use casebook::{CasebookFault, CheckFault, CheckReport};
use rstest::rstest;
use testkit::{
    TempCasebook,
    entries::{ForeignChain, file_visit},
};

use crate::{check, dump, fill, filled, hashes, number, receive, tamper};

#[test]
fn a_healthy_casebook_has_no_faults() {
    let (mut casebook, _) = filled(51, 10);
    let entries = u32::try_from(number(&casebook, "SELECT count(*) FROM entry")).unwrap();
    let sound = CheckReport { entries, blobs: 1, faults: Vec::new() };
    assert_eq!(check(&casebook), sound);
    casebook.reopen().unwrap();
    assert_eq!(check(&casebook), sound);
}

#[test]
fn there_is_no_false_alarm_while_somebody_works() {
    let (casebook, mut entries) = filled(52, 20);
    let rounds = AtomicU32::new(0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            while rounds.load(Ordering::Relaxed) < 12 {
                let people = fill(&casebook, &mut entries, 2);
                let hash = casebook.head().hash;
                file_visit(&casebook, &mut entries, &people).unwrap();
                receive(&casebook, vec![hash]);
                rounds.fetch_add(1, Ordering::Relaxed);
            }
        });
        while rounds.load(Ordering::Relaxed) < 12 {
            assert_eq!(check(&casebook).faults, [], "after {} rounds", rounds.load(Ordering::Relaxed));
        }
    });
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn a_check_can_be_stopped() {
    let (casebook, _) = filled(53, 2);
    assert!(matches!(casebook.check(&mut |_, _| false), Err(CasebookFault::Stopped)));
    assert_eq!(check(&casebook).faults, [], "and started again");
}

#[rstest]
#[case::name("UPDATE person SET name = 'Another Child'", "person")]
#[case::value("UPDATE person_value SET value = 'Another' WHERE field = 'name'", "person_value")]
#[case::known_by("DELETE FROM author", "author")]
#[case::place("UPDATE record SET place = 1", "record")]
#[case::version("UPDATE record_version SET title = 'Tea'", "record_version")]
#[case::timeline("DELETE FROM record_person", "record_person")]
#[case::outbox("DELETE FROM waiting WHERE position = (SELECT max(position) FROM waiting)", "waiting")]
#[case::phoned("INSERT INTO lead_phoned SELECT id, 1 FROM record", "lead_phoned")]
#[case::known("INSERT INTO based_on SELECT 5, hash FROM entry WHERE position = 1", "based_on")]
fn an_edited_view_is_found_and_mended_by_a_rebuild(#[case] sql: &str, #[case] view: &'static str) {
    let (casebook, _) = filled(54, 4);
    let before = dump::exact(&casebook);
    casebook.write(|gate| Ok::<_, CasebookFault>(gate.execute_batch(sql)?)).unwrap();
    assert!(check(&casebook).faults.contains(&CheckFault::View(view)), "{:?}", check(&casebook).faults);
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(check(&casebook).faults, []);
    assert_eq!(dump::exact(&casebook), before);
}

#[test]
fn an_edited_body_is_found() {
    let (casebook, _) = filled(55, 4);
    tamper(
        &casebook,
        "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'Visit', 'Vizit') AS BLOB) WHERE position = 7",
    );
    let faults = check(&casebook).faults;
    assert!(faults.contains(&CheckFault::Body { position: 7 }), "{faults:?}");
}

#[test]
fn an_edit_of_body_and_views_alike_is_found_by_the_link() {
    let (casebook, _) = filled(56, 4);
    tamper(
        &casebook,
        "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'Visit', 'Vizit') AS BLOB) WHERE position = 7",
    );
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(check(&casebook).faults, [CheckFault::Body { position: 7 }], "all else fits together");
}

#[rstest]
#[case::link("UPDATE entry SET link = x'0102' WHERE position = 6")]
#[case::number("UPDATE entry SET sequence = 77 WHERE position = 6")]
#[case::hash("UPDATE entry SET hash = randomblob(32) WHERE position = 6")]
#[case::signature(
    "UPDATE entry SET link = CAST(substr(link, 1, length(link) - 1) || x'00' AS BLOB) WHERE position = 6"
)]
fn an_edited_link_is_found(#[case] sql: &str) {
    let (casebook, _) = filled(57, 4);
    tamper(&casebook, sql);
    let faults = check(&casebook).faults;
    assert!(faults.iter().any(|fault| matches!(fault, CheckFault::Link { position: 6, .. })), "{faults:?}");
}

#[test]
fn a_body_that_is_gone_is_found() {
    let (casebook, _) = filled(58, 4);
    tamper(&casebook, "UPDATE entry SET body = NULL, nonce = NULL WHERE position = 7");
    assert!(check(&casebook).faults.contains(&CheckFault::NoBody { position: 7 }));
}

#[test]
fn an_entry_cut_out_of_the_middle_is_found() {
    let (casebook, _) = filled(59, 4);
    tamper(&casebook, "DELETE FROM blob WHERE position = 7; DELETE FROM entry WHERE position = 7;");
    casebook.rebuild(&mut |_, _| true).unwrap();
    let faults = check(&casebook).faults;
    assert!(faults.contains(&CheckFault::Missing { after: 6 }), "{faults:?}");
}

#[test]
fn a_journal_cut_short_is_found_by_the_receipts_that_it_had() {
    let (casebook, _) = filled(60, 6);
    let all = casebook.read(|reading| Ok::<_, CasebookFault>(hashes(reading))).unwrap();
    receive(&casebook, all[..5].to_vec());
    // The last three entries vanish with everything that names them but the receipt of the head.
    let last = all.len() - 3;
    tamper(&casebook, &format!("DELETE FROM blob WHERE position > {last}; DELETE FROM entry WHERE position > {last};"));
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(check(&casebook).faults, [CheckFault::Missing { after: i64::try_from(last).unwrap() }]);
}

#[test]
fn a_whole_old_journal_under_newer_receipts_is_found() {
    let (casebook, _) = filled(61, 3);
    let head = casebook.head();
    receive(&casebook, Vec::new());
    // Another link of the same number in its place: the number alone would not show it.
    tamper(&casebook, "UPDATE receipt SET head_hash = randomblob(32)");
    let faults = check(&casebook).faults;
    let last = i64::try_from(head.sequence).unwrap() + 1;
    assert_eq!(faults, [CheckFault::Missing { after: last }]);
}

#[test]
fn a_receipt_that_is_gone_is_found() {
    let (casebook, _) = filled(62, 3);
    receive(&casebook, vec![casebook.head().hash]);
    tamper(&casebook, "DELETE FROM held");
    assert!(check(&casebook).faults.contains(&CheckFault::View("waiting")), "{:?}", check(&casebook).faults);
}

fn sealed_files(casebook: &TempCasebook) -> Vec<PathBuf> {
    fs::read_dir(casebook.path().join("files")).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn a_flipped_or_missing_file_is_found() {
    let (casebook, _) = filled(63, 2);
    let [file] = &sealed_files(&casebook)[..] else { panic!("one file") };
    let good = fs::read(file).unwrap();
    for at in [0, 9, 20, 44, good.len() - 1] {
        let mut flipped = good.clone();
        flipped[at] ^= 1;
        fs::write(file, flipped).unwrap();
        assert!(matches!(check(&casebook).faults[..], [CheckFault::Blob(_)]), "byte {at}");
    }
    fs::remove_file(file).unwrap();
    assert!(matches!(check(&casebook).faults[..], [CheckFault::Blob(_)]));
    fs::write(file, good).unwrap();
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn what_others_have_not_sent_yet_is_no_fault() {
    let (casebook, mut entries) = filled(64, 2);
    let (mut other, opening) = ForeignChain::open(&mut entries, None);
    let (_, mut record) = entries.record_filed(&[]);
    record.blobs.push(journal::BlobUse { hash: vault::Hash::of(b"a photograph"), size: 12 });
    let with_file = other.append(record);
    let mut bodyless = other.append(entries.author_named("Ida Later"));
    bodyless.body = None;
    casebook.write(|gate| gate.receive(&[opening, with_file, bodyless])).unwrap();
    assert_eq!(check(&casebook).faults, []);
}
