use super::seal::seal_in_chunks_of;
use super::*;
use crate::CasebookKey;
use proptest::prelude::*;
use std::io::Cursor;
use zeroize::Zeroizing;

const SMALL: u32 = MIN_CHUNK;

fn key(fill: u8) -> BlobKey {
    CasebookKey::from_bytes(Zeroizing::new([fill; 32])).derive_blob_key()
}

fn content(len: usize) -> Vec<u8> {
    (0..len).map(|at| u8::try_from(at * 31 % 251).unwrap()).collect()
}

fn sealed(plain: &[u8]) -> Vec<u8> {
    let mut sealed = Vec::new();
    let summary = seal_in_chunks_of(SMALL, &key(1), plain, &mut sealed).unwrap();
    assert_eq!(summary, SealedSummary { plain_len: plain.len() as u64, hash: Hash::of(plain) });
    sealed
}

/// Opens what must not open, and checks that what came out was a true beginning.
fn refused(plain: &[u8], altered: &[u8], what: &str) {
    let mut out = Vec::new();
    let opened = open_stream(&key(1), altered, &mut out);
    assert!(opened.is_err(), "{what} was accepted");
    assert!(plain.starts_with(&out), "{what}: bytes came out that were never sealed");
}

#[test]
fn content_of_every_shape_goes_round() {
    for len in [0, 1, 1023, 1024, 1025, 2048, 5000] {
        let plain = content(len);
        let mut out = Vec::new();
        let summary = open_stream(&key(1), &*sealed(&plain), &mut out).unwrap();
        assert_eq!(out, plain, "length {len}");
        assert_eq!(summary.hash, Hash::of(&plain));
        let chunks = len.div_ceil(1024).max(1);
        assert_eq!(sealed(&plain).len(), HEADER + len + chunks * TAG, "length {len}");
    }
}

#[test]
fn the_written_chunk_size_is_256_kib() {
    let plain = content(600 * 1024);
    let (mut sealed, mut out) = (Vec::new(), Vec::new());
    seal_stream(&key(1), &*plain, &mut sealed).unwrap();
    assert_eq!(sealed[8..12], (256u32 * 1024).to_be_bytes());
    open_stream(&key(1), &*sealed, &mut out).unwrap();
    assert_eq!(out, plain);
}

#[test]
fn every_flipped_byte_is_refused() {
    let plain = content(2500);
    let good = sealed(&plain);
    for at in 0..good.len() {
        for bit in [0x01, 0x80] {
            let mut altered = good.clone();
            altered[at] ^= bit;
            refused(&plain, &altered, &format!("byte {at} xor {bit:#x}"));
        }
    }
}

#[test]
fn every_truncation_and_every_addition_is_refused() {
    for len in [0, 1, 1024, 2500] {
        let plain = content(len);
        let good = sealed(&plain);
        for cut in 0..good.len() {
            refused(&plain, &good[..cut], &format!("length {len} cut to {cut}"));
        }
        for more in [1, 15, 16, 17, 1040] {
            let mut longer = good.clone();
            longer.resize(good.len() + more, 0);
            refused(&plain, &longer, &format!("length {len} with {more} bytes more"));
        }
    }
}

#[test]
fn moved_repeated_and_foreign_chunks_are_refused() {
    let plain = content(4 * 1024);
    let good = sealed(&plain);
    let chunk = |number: usize| HEADER + number * 1040..HEADER + (number + 1) * 1040;
    let mut swapped = good.clone();
    swapped[chunk(0)].copy_from_slice(&good[chunk(1)]);
    swapped[chunk(1)].copy_from_slice(&good[chunk(0)]);
    refused(&plain, &swapped, "two chunks swapped");
    let mut repeated = good.clone();
    repeated.extend_from_slice(&good[chunk(3)]);
    refused(&plain, &repeated, "the last chunk twice");
    let mut dropped = good.clone();
    dropped.drain(chunk(1));
    refused(&plain, &dropped, "a chunk dropped");
    let mut foreign = good.clone();
    foreign[chunk(2)].copy_from_slice(&sealed(&plain)[chunk(2)]);
    refused(&plain, &foreign, "the same chunk of another sealing");
}

#[test]
fn an_empty_chunk_after_a_full_one_is_refused() {
    let plain = content(1024);
    let frame = Frame::new(&key(1), SMALL, &[5; 32]).unwrap();
    let (mut first, mut second) = (plain.clone(), Vec::new());
    frame.seal(0, false, &mut first);
    frame.seal(1, true, &mut second);
    refused(&plain, &[&frame.header[..], &first, &second].concat(), "a second spelling");
}

#[test]
fn another_key_and_another_kind_of_file_are_refused() {
    let good = sealed(b"a photograph");
    let open = |key: &BlobKey, bytes: &[u8]| open_stream(key, bytes, std::io::sink());
    assert!(matches!(open(&key(2), &good), Err(StreamError::Damaged)));
    assert!(matches!(open(&key(1), b"%PDF-1.7 and so on"), Err(StreamError::NotSealed)));
    assert!(matches!(open(&key(1), b""), Err(StreamError::NotSealed)));
}

#[test]
fn a_hostile_chunk_size_is_refused_before_any_memory_is_taken() {
    for size in [0u32, 512, 1025, 8 * 1024 * 1024, u32::MAX] {
        let mut bytes = sealed(b"x");
        bytes[8..12].copy_from_slice(&size.to_be_bytes());
        let opened = open_stream(&key(1), &*bytes, std::io::sink());
        assert!(matches!(opened, Err(StreamError::Damaged)), "chunk size {size}");
    }
}

proptest! {
    #[test]
    fn a_part_is_the_same_as_the_slice(len in 0usize..5000, offset in 0u64..6000, want in 0usize..6000) {
        let plain = content(len);
        let part = open_part(&key(1), Cursor::new(sealed(&plain)), offset, want).unwrap();
        let start = usize::try_from(offset).unwrap().min(len);
        prop_assert_eq!(&part[..], &plain[start..(start + want).min(len)]);
    }
}

#[test]
fn a_part_reads_no_chunk_but_its_own_and_proves_those() {
    let plain = content(4 * 1024);
    let mut bytes = sealed(&plain);
    bytes[HEADER + 1040] ^= 1;
    let part = |offset, len| open_part(&key(1), Cursor::new(&bytes), offset, len);
    assert_eq!(part(2048, 100).unwrap(), plain[2048..2148]);
    assert!(matches!(part(1000, 100), Err(StreamError::Damaged)), "chunk 1 is damaged");
    assert!(part(u64::MAX, usize::MAX).unwrap().is_empty());
}
