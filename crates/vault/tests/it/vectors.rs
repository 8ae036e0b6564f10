//! What was written once must open for ever. The vectors were made by `vectors/make_vectors.py`
//! from the description of the formats, with none of this code. They are never regenerated.

use crate::{passphrase, same_key};
use std::fs;
use vault::{BlobRef, BlobStore, CasebookKey, Hash, KeyFile, RecoveryCode, Unlock, open_small, open_stream};
use zeroize::Zeroizing;

pub const RECOVERY_CODE: &str = "0024H-36H2N-CSVRH-6DAQF-6DVVQ-Z4QS2";

fn value(pointer: &str) -> String {
    let all: serde_json::Value = serde_json::from_str(include_str!("../vectors/values.json")).unwrap();
    all.pointer(pointer).unwrap().as_str().unwrap().to_owned()
}

fn key() -> CasebookKey {
    let hash: Hash = value("/casebook_key").parse().unwrap();
    CasebookKey::from_bytes(Zeroizing::new(*hash.as_bytes()))
}

fn blob_content() -> Vec<u8> {
    (0..2500u32).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect()
}

#[test]
fn the_key_file_opens_by_passphrase_and_by_code() {
    let file = KeyFile::parse(include_bytes!("../vectors/key-file.key")).unwrap();
    let typed = passphrase(&value("/passphrase"));
    assert!(same_key(&file.unlock(Unlock::Passphrase(&typed)).unwrap(), &key()));
    let code = RecoveryCode::parse(RECOVERY_CODE).unwrap();
    assert!(same_key(&file.unlock(Unlock::Recovery(&code)).unwrap(), &key()));
    let raw = key().derive_database_key(file.database_salt()).raw_key_sqlcipher();
    assert_eq!(*raw, value("/database_raw_key"));
}

#[test]
fn the_passphrase_opens_however_its_letters_are_composed() {
    let file = KeyFile::parse(include_bytes!("../vectors/key-file.key")).unwrap();
    let apart = value("/passphrase").replace('\u{eb}', "e\u{308}").replace('1', "\u{ff11}");
    assert_ne!(apart, value("/passphrase"));
    assert!(file.unlock(Unlock::Passphrase(&passphrase(&apart))).is_ok());
}

#[test]
fn the_key_file_is_written_as_it_was_read() {
    let text = include_str!("../vectors/key-file.key");
    assert_eq!(KeyFile::parse(text.as_bytes()).unwrap().to_text(), text);
}

#[test]
fn the_recovery_code_is_printed_as_it_was() {
    assert_eq!(RECOVERY_CODE, value("/recovery_code"));
    let code = RecoveryCode::parse(RECOVERY_CODE).unwrap();
    assert_eq!(code.groups().join("-"), RECOVERY_CODE);
}

#[test]
fn the_sealed_blobs_open() {
    let sealed: [(&[u8], Vec<u8>); 2] = [
        (include_bytes!("../vectors/blob-2500.sealed"), blob_content()),
        (include_bytes!("../vectors/blob-empty.sealed"), Vec::new()),
    ];
    for (sealed, content) in sealed {
        let mut out = Vec::new();
        let summary = open_stream(&key().derive_blob_key(), sealed, &mut out).unwrap();
        assert_eq!(out, content);
        assert_eq!(summary.hash, Hash::of(&content));
    }
}

#[test]
fn a_blob_is_found_under_its_frozen_name() {
    let dir = tempfile::tempdir().unwrap();
    let sealed = include_bytes!("../vectors/blob-2500.sealed");
    fs::write(dir.path().join(value("/blob_2500/file_name")), sealed).unwrap();
    let blob = BlobRef { hash: value("/blob_2500/sha256").parse().unwrap(), size: 2500 };
    let blobs = BlobStore::new(dir.path(), &key());
    assert!(blobs.has(&blob));
    blobs.verify(&blob).unwrap();
    assert_eq!(blobs.read_part(&blob, 1000, 100).unwrap(), blob_content()[1000..1100]);
}

#[test]
fn the_small_sealed_piece_opens() {
    let sealed = data_encoding::HEXLOWER.decode(value("/small/sealed").as_bytes()).unwrap();
    let context = value("/small/context");
    let key = key().derive_device_seed_key();
    let plain = open_small(&key, context.as_bytes(), &sealed).unwrap();
    assert_eq!(data_encoding::HEXLOWER.encode(&plain), value("/small/plain"));
}
