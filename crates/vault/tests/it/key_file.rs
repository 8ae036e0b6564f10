//! One key file: who opens it, and what is refused.

use crate::{RIGHT, casebook, new_casebook, passphrase, same_key};
use rstest::rstest;
use vault::{
    CasebookKey, Cost, Hash, KeyFile, KeyFileError, RecoveryCode, RolledBack, SealKeyError, Tampered, Unlock,
    UnlockError,
};

/// Puts the plain hash right again, as somebody who alters a file on purpose would.
fn with_right_plain_hash(text: &[u8]) -> Vec<u8> {
    let body = &text[..text.len() - 65];
    [body, format!("{}\n", Hash::of(body)).as_bytes()].concat()
}

/// Replaces one piece of the text and puts the plain hash right.
fn edited(file: &KeyFile, from: &str, to: &str) -> Result<KeyFile, KeyFileError> {
    let text = file.to_text();
    assert_eq!(text.matches(from).count(), 1, "{from} stands once in the file");
    KeyFile::parse(&with_right_plain_hash(text.replace(from, to).as_bytes()))
}

/// The JSON text of the slot of a kind.
fn slot(file: &KeyFile, kind: &str) -> String {
    let text = file.to_text();
    let line: serde_json::Value = serde_json::from_str(text.lines().nth(1).unwrap()).unwrap();
    let id =
        line["slots"].as_array().unwrap().iter().find(|slot| slot["kind"] == kind).unwrap()["id"].as_u64().unwrap();
    let start = text.find(&format!("{{\"id\":{id},")).unwrap();
    let end = start + text[start..].find("\"commitment\"").unwrap();
    let end = end + text[end..].find('}').unwrap() + 1;
    text[start..end].to_owned()
}

#[test]
fn passphrase_and_recovery_code_each_open_it_alone() {
    let casebook = casebook();
    let read = KeyFile::parse(casebook.key_file.to_text().as_bytes()).unwrap();
    let by_passphrase = read.unlock(Unlock::Passphrase(&passphrase(RIGHT))).unwrap();
    assert!(same_key(&by_passphrase, &casebook.key));
    let by_code = read.unlock(Unlock::Recovery(&casebook.recovery)).unwrap();
    assert!(same_key(&by_code, &casebook.key));
    assert_eq!((read.generation(), read.created()), (1, "2026-11-21T09:00:00Z"));
}

#[test]
fn a_wrong_passphrase_and_a_wrong_code_say_so() {
    let casebook = casebook();
    let wrong = casebook.key_file.unlock(Unlock::Passphrase(&passphrase("marble otter")));
    assert_eq!(wrong.unwrap_err(), UnlockError::WrongPassphrase);
    let other = RecoveryCode::make().unwrap();
    let wrong = casebook.key_file.unlock(Unlock::Recovery(&other));
    assert_eq!(wrong.unwrap_err(), UnlockError::WrongRecoveryCode);
}

#[test]
fn a_mistyped_recovery_code_is_not_called_a_wrong_one() {
    let groups = casebook().recovery.groups();
    let other = if groups[2].starts_with('7') { '8' } else { '7' };
    let slip = format!("{other}{}", &groups[2][1..]);
    let typed = [&groups[0], &groups[1], &slip, &groups[3], &groups[4], &groups[5]];
    let typed = typed.map(String::as_str).join("-");
    assert_eq!(RecoveryCode::parse(&typed).unwrap_err(), vault::RecoveryCodeError::Typo);
}

#[test]
fn every_flipped_byte_is_damage_and_never_a_wrong_passphrase() {
    let text = casebook().key_file.to_text().into_bytes();
    for at in 0..text.len() {
        for bit in [0x01, 0x20, 0x80] {
            let mut altered = text.clone();
            altered[at] ^= bit;
            let read = KeyFile::parse(&altered);
            assert!(matches!(read, Err(KeyFileError::Damaged)), "byte {at} xor {bit:#x}");
        }
    }
}

#[test]
fn every_truncation_and_addition_is_damage() {
    let text = casebook().key_file.to_text().into_bytes();
    for cut in 0..text.len() {
        assert!(matches!(KeyFile::parse(&text[..cut]), Err(KeyFileError::Damaged)), "cut to {cut}");
    }
    let longer = [&text[..], b"\n"].concat();
    assert!(matches!(KeyFile::parse(&longer), Err(KeyFileError::Damaged)));
}

#[test]
fn a_byte_flipped_on_purpose_is_caught_once_the_key_is_known() {
    let casebook = casebook();
    let text = casebook.key_file.to_text().into_bytes();
    let mut reached_the_mac = 0;
    for at in 0..text.len() - 65 {
        let mut altered = text.clone();
        altered[at] ^= 0x01;
        // A file that is refused outright is as good as one that fails its HMAC.
        if let Ok(read) = KeyFile::parse(&with_right_plain_hash(&altered)) {
            reached_the_mac += 1;
            assert_eq!(read.verify(&casebook.key), Err(Tampered), "byte {at}");
            let by_code = read.unlock(Unlock::Recovery(&casebook.recovery));
            assert!(by_code.is_err(), "byte {at} was unlocked");
        }
    }
    assert!(reached_the_mac > 300, "only {reached_the_mac} flips got that far");
}

#[test]
fn a_right_passphrase_on_a_tampered_file_is_not_called_wrong() {
    let casebook = casebook();
    let altered = edited(&casebook.key_file, "\"generation\":1", "\"generation\":9").unwrap();
    let opened = altered.unlock(Unlock::Recovery(&casebook.recovery));
    assert_eq!(opened.unwrap_err(), UnlockError::Tampered(Tampered));
    let opened = altered.unlock(Unlock::Passphrase(&passphrase(RIGHT)));
    assert_eq!(opened.unwrap_err(), UnlockError::Tampered(Tampered));
}

#[rstest]
#[case::memory_up("\"m_kib\":65536", "\"m_kib\":4194304")]
#[case::memory_just_up("\"m_kib\":65536", "\"m_kib\":1048577")]
#[case::memory_down("\"m_kib\":65536", "\"m_kib\":65535")]
#[case::memory_none("\"m_kib\":65536", "\"m_kib\":0")]
#[case::passes_up("\"t\":3", "\"t\":11")]
#[case::passes_down("\"t\":3", "\"t\":2")]
#[case::lanes_up("\"p\":1", "\"p\":9")]
#[case::lanes_down("\"p\":1", "\"p\":0")]
fn a_hostile_cost_is_refused_before_any_work(#[case] from: &str, #[case] to: &str) {
    let read = edited(&casebook().key_file, from, to);
    assert!(matches!(read, Err(KeyFileError::OutOfBounds)), "{to}");
}

#[test]
fn a_cost_within_bounds_but_altered_does_not_open() {
    let altered = edited(&casebook().key_file, "\"m_kib\":65536", "\"m_kib\":65537").unwrap();
    assert!(altered.unlock(Unlock::Passphrase(&passphrase(RIGHT))).is_err());
}

#[test]
fn a_cost_is_made_only_within_bounds() {
    assert!(Cost::new(64 * 1024, 3, 1).is_ok() && Cost::new(1024 * 1024, 10, 8).is_ok());
    assert!(Cost::new(64 * 1024 - 1, 3, 1).is_err() && Cost::new(64 * 1024, 2, 1).is_err());
    assert_eq!(Cost::new(256 * 1024, 3, 1), Ok(Cost::DEFAULT));
}

#[test]
fn too_large_a_file_and_too_many_slots_are_refused() {
    let huge = vec![b'x'; 64 * 1024 + 1];
    assert!(matches!(KeyFile::parse(&huge), Err(KeyFileError::OutOfBounds)));
    let more: String = (3..40).map(|id| format!(",{{\"id\":{id},\"kind\":\"x\"}}")).collect();
    let crowded = edited(&casebook().key_file, "}]}", &format!("}}{more}]}}"));
    assert!(matches!(crowded, Err(KeyFileError::OutOfBounds)));
}

#[test]
fn a_second_slot_of_a_kind_is_refused_so_that_argon2_runs_once() {
    let file = &casebook().key_file;
    let again = slot(file, "passphrase").replacen("\"id\":1", "\"id\":3", 1);
    let doubled = edited(file, "}]}", &format!("}},{again}]}}"));
    assert!(matches!(doubled, Err(KeyFileError::OutOfBounds)));
}

#[test]
fn a_slot_of_another_casebook_is_refused() {
    let (mine, other) = (casebook(), new_casebook(2));
    let theirs = slot(&other.key_file, "recovery-code");
    let swapped = edited(&mine.key_file, &slot(&mine.key_file, "recovery-code"), &theirs).unwrap();
    let opened = swapped.unlock(Unlock::Recovery(&other.recovery));
    assert_eq!(opened.unwrap_err(), UnlockError::Tampered(Tampered), "bound to its casebook");
    // The same casebook's slot moved to another id is bound too.
    let moved = edited(&mine.key_file, "{\"id\":2,", "{\"id\":7,").unwrap();
    let opened = moved.unlock(Unlock::Recovery(&mine.recovery));
    assert_eq!(opened.unwrap_err(), UnlockError::Tampered(Tampered));
}

#[test]
fn a_newer_version_is_told_apart_from_damage() {
    let read = edited(&casebook().key_file, "holdfast-key 1\n", "holdfast-key 2\n");
    assert!(matches!(read, Err(KeyFileError::Newer { version: 2 })));
    for not_one in ["holdfast-key 01\n", "holdfast-key 0\n", "holdfast-key\n", "another-key 1\n"] {
        let read = edited(&casebook().key_file, "holdfast-key 1\n", not_one);
        assert!(matches!(read, Err(KeyFileError::Damaged)), "{not_one:?}");
    }
}

#[test]
fn a_file_older_than_one_that_was_seen_is_refused() {
    let file = &casebook().key_file;
    assert_eq!(file.check_not_older(0), Ok(()));
    assert_eq!(file.check_not_older(1), Ok(()));
    assert_eq!(file.check_not_older(2), Err(RolledBack { found: 1, known: 2 }));
}

#[test]
fn a_changed_passphrase_opens_and_the_old_one_no_longer_does() {
    let casebook = casebook();
    let next = casebook.key_file.change_passphrase(&casebook.key, &passphrase("a new one"), Cost::FLOOR).unwrap();
    assert_eq!((next.generation(), next.casebook_id()), (2, casebook.key_file.casebook_id()));
    assert_eq!(next.database_salt(), casebook.key_file.database_salt(), "the database stays");
    let next = KeyFile::parse(next.to_text().as_bytes()).unwrap();
    let opened = next.unlock(Unlock::Passphrase(&passphrase("a new one"))).unwrap();
    assert!(same_key(&opened, &casebook.key));
    let old = next.unlock(Unlock::Passphrase(&passphrase(RIGHT)));
    assert_eq!(old.unwrap_err(), UnlockError::WrongPassphrase);
    assert!(next.unlock(Unlock::Recovery(&casebook.recovery)).is_ok(), "the code stays");
}

#[test]
fn a_replaced_recovery_code_opens_and_the_old_one_no_longer_does() {
    let casebook = casebook();
    let code = RecoveryCode::make().unwrap();
    let next = casebook.key_file.replace_recovery(&casebook.key, &code).unwrap();
    assert_eq!(next.generation(), 2);
    assert!(next.unlock(Unlock::Recovery(&code)).is_ok());
    let old = next.unlock(Unlock::Recovery(&casebook.recovery));
    assert_eq!(old.unwrap_err(), UnlockError::WrongRecoveryCode);
}

#[test]
fn nothing_is_built_on_a_file_that_is_not_authentic() {
    let casebook = casebook();
    let other = CasebookKey::make().unwrap();
    let made = casebook.key_file.replace_recovery(&other, &casebook.recovery);
    assert_eq!(made.err(), Some(SealKeyError::Tampered(Tampered)));
}

#[test]
fn a_slot_of_an_unknown_kind_is_kept_byte_for_byte() {
    // What a later version might add. Only whoever knows the key can write it, so the vectors hold
    // a file that has one.
    let text = include_str!("../vectors/key-file-with-officers.key");
    let officers = r#"{"id":3,"kind":"officer-pair","people":["a","b"],"weight":1.50,"new":{"x":[]}}"#;
    assert!(text.contains(officers));
    let file = KeyFile::parse(text.as_bytes()).unwrap();
    let code = RecoveryCode::parse(crate::vectors::RECOVERY_CODE).unwrap();
    let key = file.unlock(Unlock::Recovery(&code)).unwrap();
    let next = file.replace_recovery(&key, &RecoveryCode::make().unwrap()).unwrap();
    assert!(next.to_text().contains(officers), "carried along as it was written");
    assert!(next.to_text().contains("{\"id\":4,\"kind\":\"recovery-code\""), "ids are not used again");
}
