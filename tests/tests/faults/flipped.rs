//! One byte flipped, as the command line sees it: the right sentence for the right file, and the
//! folder as it was.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::programs::{Devhost, PASSPHRASE, holdfast, outcome};

const PAGE: usize = 8192;
/// The database's first bytes are a salt that nobody reads: the key file holds it.
const UNREAD: usize = 16;

/// A casebook with some people in it, closed and settled.
fn casebook(home: &Path) -> PathBuf {
    let folder = home.join("casebook");
    assert!(Devhost::start(&folder).create().unwrap().is_ok());
    for name in ["Maya Testcase", "Sam Testcase", "Zoë Testcase"] {
        assert!(holdfast(&folder, PASSPHRASE, &["person", "add", "--name", name]).status.success());
    }
    folder
}

fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file());
    files.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

fn put(folder: &Path, content: &BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_file()) {
        fs::remove_file(entry.path()).unwrap();
    }
    for (name, bytes) in content {
        fs::write(folder.join(name), bytes).unwrap();
    }
}

#[test]
fn a_byte_flipped_in_any_part_of_the_key_file_is_no_wrong_passphrase() {
    let home = tempfile::tempdir().unwrap();
    let folder = casebook(home.path());
    let good = content(&folder);
    let length = good["casebook.key"].len();
    // The first line, the slots, the code and the sum: every 40th byte meets each part.
    for at in (0..length).step_by(40).chain([length - 2, length - 66, length - 131]) {
        let mut bad = good.clone();
        for copy in ["casebook.key", "casebook.key.copy"] {
            bad.get_mut(copy).unwrap()[at] ^= 1;
        }
        put(&folder, &bad);
        let found = outcome(&holdfast(&folder, PASSPHRASE, &["status"]));
        // A flipped digit of the version makes it a file by a newer Holdfast.
        assert!(
            found == (3, "key_file_damaged".to_owned()) || found == (3, "key_file_newer".to_owned()),
            "byte {at}: {found:?}"
        );
        assert_eq!(content(&folder), bad, "byte {at}: nothing was touched");
    }

    let mut one = good.clone();
    one.get_mut("casebook.key").unwrap()[length / 2] ^= 1;
    put(&folder, &one);
    assert_eq!(outcome(&holdfast(&folder, PASSPHRASE, &["status"])).0, 0, "the other copy opens it");
    assert_eq!(content(&folder)["casebook.key"], good["casebook.key"], "and puts it right");

    assert_eq!(
        outcome(&holdfast(&folder, "not the passphrase of anybody", &["status"])),
        (3, "wrong_passphrase".to_owned())
    );
}

#[test]
fn a_byte_flipped_in_a_page_of_the_database_is_said_to_be_damage() {
    let home = tempfile::tempdir().unwrap();
    let folder = casebook(home.path());
    let good = content(&folder);
    let pages = good["casebook.db"].len() / PAGE;
    assert!(pages > 20, "{pages} pages");
    let mut at_once = 0;
    for page in (0..pages).step_by(5) {
        let mut bad = good.clone();
        bad.get_mut("casebook.db").unwrap()[page * PAGE + UNREAD + page * 37 % 4000] ^= 0x10;
        put(&folder, &bad);
        let output = holdfast(&folder, PASSPHRASE, &["check"]);
        match outcome(&output) {
            (5, code) if code == "database_damaged" => at_once += 1,
            // It opened, because that page is not needed for it; the check finds it.
            (6, _) => {
                let report: Value = serde_json::from_slice(&output.stdout).unwrap();
                assert_eq!(report["sound"], Value::Bool(false), "page {page}");
            }
            other => panic!("page {page} of {pages}: {other:?}"),
        }
        assert_eq!(content(&folder)["casebook.db"], bad["casebook.db"], "page {page}: nothing was touched");
    }
    assert!(at_once > 0, "the first page is needed to open it");
    put(&folder, &good);
    assert_eq!(outcome(&holdfast(&folder, PASSPHRASE, &["check"])).0, 0);
}
