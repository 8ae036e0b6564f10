//! Sealed blobs on disk.

use std::fs;
use std::io::{self, Read};
use std::path::PathBuf;
use vault::{BlobError, BlobRef, BlobStore, CasebookKey, Hash};

struct Room {
    dir: tempfile::TempDir,
    key: CasebookKey,
}

impl Room {
    fn new() -> Room {
        Room { dir: tempfile::tempdir().unwrap(), key: CasebookKey::make().unwrap() }
    }

    fn blobs(&self) -> BlobStore {
        BlobStore::new(&self.dir.path().join("blobs"), &self.key)
    }

    fn files(&self) -> Vec<PathBuf> {
        let entries = fs::read_dir(self.dir.path().join("blobs")).unwrap();
        entries.map(|entry| entry.unwrap().path()).collect()
    }
}

const NOTE: &[u8] = b"a photograph of a synthetic garden";

#[test]
fn a_blob_is_given_back_and_known_by_its_content() {
    let room = Room::new();
    let blob = room.blobs().put(NOTE).unwrap();
    assert_eq!(blob, BlobRef { hash: Hash::of(NOTE), size: NOTE.len() as u64 });
    let mut out = Vec::new();
    room.blobs().get(&blob, &mut out).unwrap();
    assert_eq!(out, NOTE);
    assert!(room.blobs().has(&blob));
    assert_eq!(room.blobs().read_part(&blob, 2, 10).unwrap(), b"photograph");
    assert_eq!(room.blobs().read_part(&blob, 30, 100).unwrap(), NOTE[30..]);
}

#[test]
fn neither_content_nor_hash_shows_on_the_disk() {
    let room = Room::new();
    let blob = room.blobs().put(NOTE).unwrap();
    let [file] = &room.files()[..] else { panic!("one blob is one file") };
    let name = file.file_name().unwrap().to_str().unwrap();
    assert_ne!(name, blob.hash.to_string());
    let bytes = fs::read(file).unwrap();
    assert!(!bytes.windows(10).any(|window| window == &NOTE[2..12]));
}

#[test]
fn the_same_content_twice_is_one_file() {
    let room = Room::new();
    let first = room.blobs().put(NOTE).unwrap();
    let before = fs::read(&room.files()[0]).unwrap();
    assert_eq!(room.blobs().put(NOTE).unwrap(), first);
    assert_eq!(room.files().len(), 1);
    assert_eq!(fs::read(&room.files()[0]).unwrap(), before, "the file that is held stays");
}

#[test]
fn a_damaged_blob_is_refused_and_replaced_when_put_again() {
    let room = Room::new();
    let blob = room.blobs().put(NOTE).unwrap();
    let file = room.files()[0].clone();
    let good = fs::read(&file).unwrap();
    for at in 0..good.len() {
        let mut bad = good.clone();
        bad[at] ^= 1;
        fs::write(&file, bad).unwrap();
        assert!(matches!(room.blobs().verify(&blob), Err(BlobError::Damaged)), "byte {at}");
    }
    room.blobs().put(NOTE).unwrap();
    room.blobs().verify(&blob).unwrap();
}

#[test]
fn a_blob_under_another_blobs_name_is_refused() {
    let room = Room::new();
    let (one, other) = (room.blobs().put(NOTE).unwrap(), room.blobs().put(&b"other"[..]).unwrap());
    let files = room.files();
    let aside = room.dir.path().join("aside");
    fs::rename(&files[0], &aside).unwrap();
    fs::rename(&files[1], &files[0]).unwrap();
    fs::rename(&aside, &files[1]).unwrap();
    for blob in [one, other] {
        assert!(matches!(room.blobs().verify(&blob), Err(BlobError::Damaged)));
        assert!(matches!(room.blobs().read_part(&blob, 0, 64), Err(BlobError::Damaged)));
    }
}

#[test]
fn a_blob_that_is_not_held_is_missing_and_another_casebook_holds_none() {
    let room = Room::new();
    let nowhere = BlobRef { hash: Hash::of(b"never put"), size: 9 };
    assert!(matches!(room.blobs().verify(&nowhere), Err(BlobError::Missing)));
    let blob = room.blobs().put(NOTE).unwrap();
    let other = CasebookKey::make().unwrap();
    assert!(!BlobStore::new(&room.dir.path().join("blobs"), &other).has(&blob));
}

/// Gives some bytes, then fails.
struct FailsAfter(usize);

impl Read for FailsAfter {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::Error::other("the camera was unplugged"));
        }
        let count = buffer.len().min(self.0);
        buffer[..count].fill(7);
        self.0 -= count;
        Ok(count)
    }
}

#[test]
fn a_source_that_fails_half_way_leaves_nothing_behind() {
    let room = Room::new();
    assert!(matches!(room.blobs().put(FailsAfter(700_000)), Err(BlobError::Io(_))));
    assert!(room.files().is_empty());
}

#[test]
fn what_a_crash_left_unfinished_is_swept_and_nothing_else() {
    let room = Room::new();
    assert_eq!(room.blobs().sweep_unfinished().unwrap(), 0, "no folder yet");
    let blob = room.blobs().put(NOTE).unwrap();
    fs::write(room.dir.path().join("blobs/.x1.part"), b"half").unwrap();
    assert_eq!(room.blobs().sweep_unfinished().unwrap(), 1);
    room.blobs().verify(&blob).unwrap();
    assert_eq!(room.files().len(), 1);
}

#[test]
fn content_of_several_chunks_is_read_in_parts() {
    let room = Room::new();
    let content: Vec<u8> = (0..700_000u32).flat_map(u32::to_be_bytes).take(700_000).collect();
    let blob = room.blobs().put(&*content).unwrap();
    let mut whole = Vec::new();
    while (whole.len() as u64) < blob.size {
        whole.extend(room.blobs().read_part(&blob, whole.len() as u64, 100_000).unwrap());
    }
    assert_eq!(whole, content);
}
