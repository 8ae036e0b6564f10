//! The database page by page: one flipped byte anywhere, and one old page put back anywhere. The
//! cipher sees the first; the second carries a right code of its own, and only the journal tells.

use std::{fs, path::Path};

use casebook::{
    CasebookFault, CheckFault, OpenFault,
    tables::{draft, form},
};
use domain::{Clock, DraftId, PersonField};
use serde_json::json;
use testkit::{
    TempCasebook,
    entries::{DEFINITION, Entries, file_visit},
};
use vault::Hash;

use crate::{dump, fill, receive};

const PAGE: usize = 8192;

/// Puts a database file in place of the one of a closed casebook.
fn put(casebook: &TempCasebook, bytes: &[u8]) {
    for ending in ["-wal", "-shm"] {
        let beside = casebook.database().with_file_name(format!("casebook.db{ending}"));
        if beside.exists() {
            fs::remove_file(beside).unwrap();
        }
    }
    fs::write(casebook.database(), bytes).unwrap();
}

/// What a check finds of this file; nothing when it does not open.
fn faults_of(casebook: &mut TempCasebook, bytes: &[u8]) -> Option<Vec<CheckFault>> {
    casebook.close();
    put(casebook, bytes);
    match casebook.reopen() {
        Err(OpenFault::Damaged) => return None,
        Err(other) => panic!("{other}"),
        Ok(()) => {}
    }
    match casebook.check(&mut |_, _| true) {
        Ok(report) => Some(report.faults),
        Err(CasebookFault::Damaged) => None,
        Err(other) => panic!("{other}"),
    }
}

fn settled_bytes(casebook: &TempCasebook) -> Vec<u8> {
    casebook.settle().unwrap();
    read(&casebook.database())
}

fn read(path: &Path) -> Vec<u8> {
    let bytes = fs::read(path).unwrap();
    assert_eq!(bytes.len() % PAGE, 0, "whole pages");
    bytes
}

#[test]
fn a_flipped_byte_is_found_in_every_page() {
    let casebook = TempCasebook::create(71);
    let mut entries = Entries::seeded(71);
    fill(&casebook, &mut entries, 30);
    receive(&casebook, vec![casebook.head().hash]);
    let good = settled_bytes(&casebook);
    let mut copy = casebook.copy();
    let pages = good.len() / PAGE;
    assert!(pages > 25, "{pages} pages");
    for page in 0..pages {
        let mut bytes = good.clone();
        let at = page * PAGE + usize::try_from(entries.number(PAGE as u64)).unwrap();
        bytes[at] ^= 1 << entries.number(8);
        let found = faults_of(&mut copy, &bytes);
        assert!(found.is_none_or(|faults| !faults.is_empty()), "page {page} of {pages}, byte {at}");
    }
    assert_eq!(faults_of(&mut copy, &good), Some(Vec::new()), "and the good file has none");
}

/// A draft long enough to need a page of its own, which the next long entry takes over.
fn with_long_draft(casebook: &TempCasebook, entries: &mut Entries) -> DraftId {
    let now = entries.clock.now().fixed_offset();
    let note = json!({ "note": "y".repeat(9000) });
    let draft = draft::Draft {
        id: DraftId(entries.id()),
        form: Hash::of(DEFINITION),
        people: Vec::new(),
        answers: note.as_object().unwrap().clone(),
        carried: Vec::new(),
        place: None,
        revision: 1,
        started: now,
        saved: now,
        set_aside: None,
        left_behind: Vec::new(),
        goes_on_from: None,
    };
    casebook
        .write(|gate| {
            form::keep(gate, draft.form, DEFINITION)?;
            draft::add(gate, &draft)
        })
        .unwrap();
    draft.id
}

#[test]
fn an_old_page_put_back_changes_nothing_that_was_recorded_or_is_found() {
    let casebook = TempCasebook::create(72);
    let mut entries = Entries::seeded(72);
    let people = fill(&casebook, &mut entries, 20);
    let draft = with_long_draft(&casebook, &mut entries);
    let old = settled_bytes(&casebook);

    casebook.write(|gate| Ok::<_, CasebookFault>(draft::remove_filed(gate, draft)?)).unwrap();
    let long = entries.author_named(&"z".repeat(9000));
    casebook.write(|gate| gate.append(long)).unwrap();
    for (person, born) in people.iter().zip(["2014-01-02", "2015-03-04", "2016-05-06"]) {
        let amended = entries.person_amended(*person, PersonField::DateOfBirth, born, Vec::new());
        casebook.write(|gate| gate.append(amended)).unwrap();
    }
    for _ in 0..10 {
        file_visit(&casebook, &mut entries, &people).unwrap();
    }
    receive(&casebook, vec![casebook.head().hash]);
    let new = settled_bytes(&casebook);
    let recorded = dump::exact(&casebook);

    let mut copy = casebook.copy();
    let differing: Vec<usize> = (0..old.len().min(new.len()) / PAGE)
        .filter(|page| old[page * PAGE..][..PAGE] != new[page * PAGE..][..PAGE])
        .collect();
    assert!(differing.len() > 10, "{} pages differ", differing.len());
    let mut only_by_the_journal = Vec::new();
    for page in differing {
        let mut mixed = new.clone();
        mixed[page * PAGE..][..PAGE].copy_from_slice(&old[page * PAGE..][..PAGE]);
        let Some(faults) = faults_of(&mut copy, &mixed) else { continue };
        if faults.is_empty() {
            assert_eq!(dump::exact(&copy), recorded, "page {page}: unseen, so nothing recorded may differ");
        }
        let by_sqlite = |fault: &CheckFault| {
            matches!(fault, CheckFault::Page(_) | CheckFault::Database(_) | CheckFault::Unreadable)
        };
        // No `Page`: cipher_integrity_check was clean. No `Database`: integrity_check was too.
        if !faults.is_empty() && !faults.iter().any(by_sqlite) {
            only_by_the_journal.extend(faults);
        }
    }
    let body = |fault: &CheckFault| matches!(fault, CheckFault::Body { .. });
    let view = |fault: &CheckFault| matches!(fault, CheckFault::View(_));
    assert!(only_by_the_journal.iter().any(body), "an old page in a body passes every check but the journal's");
    assert!(only_by_the_journal.iter().any(view), "and one in a view: {only_by_the_journal:?}");
}
