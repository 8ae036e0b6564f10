//! The two copies on disk.

use crate::{casebook, same_key};
use std::fs;
use std::path::Path;
use vault::{KeyFile, KeyFileError, KeyStore, RecoveryCode, Unlock, WhichCopy};

const COPIES: [WhichCopy; 2] = [WhichCopy::First, WhichCopy::Second];

fn stored() -> (tempfile::TempDir, KeyStore) {
    let dir = tempfile::tempdir().unwrap();
    let store = KeyStore::new(dir.path());
    store.write(&casebook().key_file).unwrap();
    (dir, store)
}

fn next_generation() -> KeyFile {
    let casebook = casebook();
    casebook.key_file.replace_recovery(&casebook.key, &RecoveryCode::make().unwrap()).unwrap()
}

fn put(dir: &Path, copy: WhichCopy, bytes: &[u8]) {
    fs::write(dir.join(copy.file_name()), bytes).unwrap();
}

#[test]
fn what_was_written_is_read_from_two_equal_copies() {
    let (dir, store) = stored();
    let found = store.read().unwrap();
    assert_eq!(found.damaged_copy, None);
    assert_eq!(found.key_file.to_text(), casebook().key_file.to_text());
    let mut names: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["casebook.key", "casebook.key.copy"], "nothing else is left in the folder");
}

#[test]
fn with_one_copy_damaged_in_any_byte_the_other_opens() {
    let (dir, store) = stored();
    let good = casebook().key_file.to_text().into_bytes();
    for copy in COPIES {
        for at in 0..good.len() {
            let mut damaged = good.clone();
            damaged[at] ^= 0x04;
            put(dir.path(), copy, &damaged);
            let found = store.read().unwrap();
            assert_eq!(found.damaged_copy, Some(copy), "byte {at}");
            assert_eq!(found.key_file.to_text().as_bytes(), good);
        }
        let found = store.read().unwrap();
        let key = found.key_file.unlock(Unlock::Recovery(&casebook().recovery)).unwrap();
        assert!(same_key(&key, &casebook().key));
        store.repair(&found.key_file).unwrap();
        assert_eq!(store.read().unwrap().damaged_copy, None, "repaired");
    }
}

#[test]
fn with_both_copies_damaged_in_any_byte_it_is_damage() {
    let (dir, store) = stored();
    let good = casebook().key_file.to_text().into_bytes();
    for at in 0..good.len() {
        let mut damaged = good.clone();
        damaged[at] ^= 0x04;
        for copy in COPIES {
            put(dir.path(), copy, &damaged);
        }
        assert!(matches!(store.read(), Err(KeyFileError::Damaged)), "byte {at}");
    }
}

#[test]
fn a_lost_or_emptied_copy_is_as_good_as_damaged() {
    for copy in COPIES {
        let (dir, store) = stored();
        put(dir.path(), copy, b"");
        assert_eq!(store.read().unwrap().damaged_copy, Some(copy));
        fs::remove_file(dir.path().join(copy.file_name())).unwrap();
        assert_eq!(store.read().unwrap().damaged_copy, Some(copy));
        put(dir.path(), copy, &vec![b'x'; 1 << 20]);
        assert_eq!(store.read().unwrap().damaged_copy, Some(copy), "too large to be ours");
    }
}

#[test]
fn no_copies_is_missing_and_one_bad_copy_alone_is_damaged() {
    let dir = tempfile::tempdir().unwrap();
    let store = KeyStore::new(dir.path());
    assert!(matches!(store.read(), Err(KeyFileError::Missing)));
    for copy in COPIES {
        put(dir.path(), copy, b"holdfast-key 1\n");
        assert!(matches!(store.read(), Err(KeyFileError::Damaged)), "not taken for a new casebook");
        fs::remove_file(dir.path().join(copy.file_name())).unwrap();
    }
}

#[test]
fn a_write_that_was_interrupted_between_the_copies_gives_the_new_file() {
    let next = next_generation();
    for copy in COPIES {
        let (dir, store) = stored();
        put(dir.path(), copy, next.to_text().as_bytes());
        let found = store.read().unwrap();
        assert_eq!(found.key_file.generation(), 2, "the newest whole copy wins");
        assert!(found.damaged_copy.is_some_and(|old| old != copy), "the older copy is named");
        store.repair(&found.key_file).unwrap();
        let found = store.read().unwrap();
        assert_eq!((found.key_file.generation(), found.damaged_copy), (2, None));
    }
}

#[test]
fn a_write_that_was_interrupted_within_a_copy_leaves_the_old_file() {
    let (dir, store) = stored();
    // The copy is renamed into place only when it is whole: until then it has another name.
    let text = next_generation().to_text();
    fs::write(dir.path().join(".abc.part"), &text[..text.len() / 2]).unwrap();
    let found = store.read().unwrap();
    assert_eq!((found.key_file.generation(), found.damaged_copy), (1, None));
}

#[test]
fn a_copy_by_a_newer_version_is_never_passed_over_for_an_older_one() {
    let (dir, store) = stored();
    let body = "holdfast-key 2\nsomething else entirely\n";
    let newer = format!("{body}{}\n", vault::Hash::of(body.as_bytes()));
    for copy in COPIES {
        put(dir.path(), copy, newer.as_bytes());
        assert!(matches!(store.read(), Err(KeyFileError::Newer { version: 2 })));
        store.write(&casebook().key_file).unwrap();
    }
}

#[test]
fn a_folder_that_is_not_there_fails_and_writes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let store = KeyStore::new(&dir.path().join("gone"));
    assert!(store.write(&casebook().key_file).is_err());
    assert!(matches!(store.read(), Err(KeyFileError::Missing)));
}
