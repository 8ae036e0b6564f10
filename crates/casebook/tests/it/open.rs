//! Opening: what is true of an open casebook, and that what does not open is never changed.

use std::{collections::BTreeMap, fs, path::Path};

use casebook::{Casebook, CasebookFault, OpenFault};
use rusqlite::types::Value;
use testkit::{SALT, TempCasebook, create_in, entries::Entries, key};

use crate::{check, filled, number};

const MARKER: &str = "Zwiebelfisch";

/// Every file below a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(files(&path));
        } else {
            all.insert(path.to_string_lossy().into_owned(), fs::read(&path).unwrap());
        }
    }
    all
}

fn refused(casebook: &TempCasebook) -> OpenFault {
    let before = files(casebook.path());
    let fault = Casebook::open(casebook.path(), &casebook.key(), SALT).err().unwrap();
    assert_eq!(files(casebook.path()), before, "a casebook that does not open is not changed");
    fault
}

#[test]
fn the_database_is_set_as_it_was_measured_to_be_right() {
    let casebook = TempCasebook::create(1);
    // SQLCipher answers some of its settings as text, SQLite as numbers.
    let set = |pragma: &str| {
        let sql = format!("PRAGMA {pragma}");
        let value =
            casebook.write(|gate| Ok::<_, CasebookFault>(gate.query_row(&sql, [], |row| row.get::<_, Value>(0))?));
        match value.unwrap() {
            Value::Integer(number) => number.to_string(),
            Value::Text(text) => text,
            other => panic!("{pragma} is {other:?}"),
        }
    };
    assert!(set("cipher_version").starts_with("4."), "it encrypts");
    assert_eq!(set("journal_mode"), "wal");
    assert_eq!(set("synchronous"), "2", "FULL: what was confirmed survives a power cut");
    assert_eq!(set("page_size"), "8192");
    assert_eq!(set("foreign_keys"), "1");
    assert_eq!(set("recursive_triggers"), "1");
    assert_eq!(set("secure_delete"), "1");
    assert_eq!(set("temp_store"), "2", "in memory: nothing in clear beside the database");
    assert_eq!(fs::metadata(casebook.database()).unwrap().len() % 8192, 0);
}

#[test]
fn nothing_that_was_recorded_stands_in_clear_on_the_disk() {
    let casebook = TempCasebook::create(2);
    let mut entries = Entries::seeded(2);
    // Later than the naming that the casebook began with: of two at one moment either may count.
    testkit::clock::a_minute_later(&entries.clock);
    let named = entries.author_named(MARKER);
    casebook.write(|gate| gate.append(named)).unwrap();
    casebook.blobs().put(MARKER.as_bytes()).unwrap();
    let clear = |name: &str, bytes: &[u8]| {
        assert!(!bytes.windows(MARKER.len()).any(|part| part == MARKER.as_bytes()), "{name} holds it in clear");
        assert!(!bytes.starts_with(b"SQLite format"), "{name} is plain SQLite");
    };
    let open = files(casebook.path());
    assert!(open.keys().any(|name| name.ends_with("-wal")), "the write-ahead file is looked at too");
    open.iter().for_each(|(name, bytes)| clear(name, bytes));
    casebook.settle().unwrap();
    files(casebook.path()).iter().for_each(|(name, bytes)| clear(name, bytes));
    let found = number(&casebook, &format!("SELECT count(*) FROM author WHERE name = '{MARKER}'"));
    assert_eq!(found, 1, "though it was recorded");
}

#[test]
fn a_wrong_key_is_a_damaged_database() {
    let (mut casebook, _) = filled(3, 1);
    casebook.close();
    let before = files(casebook.path());
    let fault = Casebook::open(casebook.path(), &key(&[99; 32]), SALT).err().unwrap();
    assert!(matches!(fault, OpenFault::Damaged), "the key file vouches for the key: {fault}");
    assert_eq!(files(casebook.path()), before);
    casebook.reopen().unwrap();
}

#[test]
fn a_plain_database_in_its_place_is_damaged() {
    let mut casebook = TempCasebook::create(4);
    casebook.close();
    fs::remove_file(casebook.database()).unwrap();
    let plain = rusqlite::Connection::open(casebook.database()).unwrap();
    plain.execute_batch("CREATE TABLE entry (position INTEGER PRIMARY KEY); INSERT INTO entry VALUES (1);").unwrap();
    drop(plain);
    assert!(matches!(refused(&casebook), OpenFault::Damaged));
}

#[test]
fn an_emptied_database_is_damaged_and_is_not_filled_again() {
    let mut casebook = TempCasebook::create(5);
    casebook.close();
    fs::write(casebook.database(), b"").unwrap();
    assert!(matches!(refused(&casebook), OpenFault::Damaged));
}

#[test]
fn a_cut_database_is_damaged() {
    let (mut casebook, _) = filled(6, 3);
    casebook.close();
    let bytes = fs::read(casebook.database()).unwrap();
    fs::write(casebook.database(), &bytes[..100]).unwrap();
    assert!(matches!(refused(&casebook), OpenFault::Damaged));
}

#[test]
fn a_casebook_of_a_newer_holdfast_says_so() {
    let mut casebook = TempCasebook::create(7);
    casebook
        .write(|gate| {
            gate.execute_batch(
                "INSERT INTO refinery_schema_history SELECT 99, 'later', applied_on, checksum
                FROM refinery_schema_history LIMIT 1",
            )?;
            Ok::<_, CasebookFault>(())
        })
        .unwrap();
    casebook.close();
    let fault = refused(&casebook);
    assert!(matches!(fault, OpenFault::Newer { found: 99, known } if known < 99), "{fault}");
}

#[test]
fn a_folder_without_a_casebook_says_so_and_stays_empty() {
    let folder = tempfile::tempdir().unwrap();
    let fault = Casebook::open(folder.path(), &key(&[1; 32]), SALT).err().unwrap();
    assert!(matches!(fault, OpenFault::NotThere));
    assert_eq!(files(folder.path()).len(), 0);
}

#[test]
fn a_new_casebook_is_never_made_over_another() {
    let (mut casebook, entries) = filled(8, 2);
    casebook.close();
    let before = files(casebook.path());
    let fault = create_in(casebook.path(), &[8; 32], &entries).err().unwrap();
    assert!(matches!(fault, OpenFault::AlreadyThere));
    assert_eq!(files(casebook.path()), before, "not one byte of it");
}

#[test]
fn a_crash_while_a_casebook_is_made_leaves_room_for_the_next_try() {
    let folder = tempfile::tempdir().unwrap();
    for left in ["casebook.db.part", "casebook.db.part-wal", "casebook.db.part-shm"] {
        fs::write(folder.path().join(left), b"half of a database").unwrap();
    }
    let fault = Casebook::open(folder.path(), &key(&[1; 32]), SALT).err().unwrap();
    assert!(matches!(fault, OpenFault::NotThere), "what is not whole is no casebook: {fault}");
    let casebook = create_in(folder.path(), &[1; 32], &Entries::seeded(9)).unwrap();
    assert_eq!(check(&casebook).faults, []);
    let names: Vec<String> = files(folder.path()).into_keys().filter(|name| name.contains(".part")).collect();
    assert_eq!(names, Vec::<String>::new());
}

#[test]
fn a_closed_casebook_opens_where_it_was() {
    let (mut casebook, mut entries) = filled(10, 3);
    let (head, device) = (casebook.head(), casebook.device());
    casebook.reopen().unwrap();
    assert_eq!((casebook.head(), casebook.device()), (head, device));
    let (_, record) = entries.record_filed(&[]);
    let next = casebook.write(|gate| gate.append(record)).unwrap();
    assert_eq!(next.head.sequence, head.sequence + 1);
    assert_eq!(check(&casebook).faults, []);
}

#[cfg(unix)]
#[test]
fn nobody_else_on_the_machine_may_read_the_database_or_its_write_ahead_file() {
    use std::os::unix::fs::PermissionsExt;
    let (casebook, _) = filled(29, 3);
    let folder = casebook.path();
    for name in ["casebook.db", "casebook.db-wal", "casebook.db-shm"] {
        let mode = fs::metadata(folder.join(name)).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{name} is {mode:o}");
    }
}
