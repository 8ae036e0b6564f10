//! Bodies: kept as written, committed to, and never too large.

use journal::{BodyFault, Known, MAX_BODY_BYTES, SealedBody};
use proptest::prelude::*;
use vault::Hash;

use crate::{body, said};

#[test]
fn a_body_over_four_mebibytes_is_refused_and_one_of_just_that_is_taken() {
    let most = SealedBody::from_parts([0; 32], vec![b'x'; MAX_BODY_BYTES]).unwrap();
    assert_eq!(most.bytes().len(), 4 * 1024 * 1024);
    let over = SealedBody::from_parts([0; 32], vec![b'x'; MAX_BODY_BYTES + 1]);
    assert_eq!(over, Err(BodyFault::TooLarge { size: MAX_BODY_BYTES + 1 }));
    let long = format!("\"{}\"", "x".repeat(MAX_BODY_BYTES));
    assert!(matches!(SealedBody::write(&said("note", 1, &long)), Err(BodyFault::TooLarge { .. })));
}

#[test]
fn the_commitment_is_to_the_random_number_and_the_bytes() {
    let sealed = body("some text");
    assert_eq!(sealed.commitment(), Hash::of_parts(&[&[9; 32], b"some text"]));
    assert_eq!(sealed.verify(sealed.commitment()), Ok(()));
    let other_nonce = SealedBody::from_parts([8; 32], sealed.bytes().to_vec()).unwrap();
    assert_eq!(other_nonce.verify(sealed.commitment()), Err(BodyFault::OtherBody));
    assert_eq!(body("some texT").verify(sealed.commitment()), Err(BodyFault::OtherBody));
}

#[test]
fn two_bodies_that_say_the_same_are_hidden_differently() {
    let (one, two) = (said("note", 1, "1"), said("note", 1, "1"));
    let (one, two) = (SealedBody::write(&one).unwrap(), SealedBody::write(&two).unwrap());
    assert_eq!(one.bytes(), two.bytes());
    assert_ne!(one.commitment(), two.commitment(), "or a guess at a short text could be tried out");
}

#[test]
fn a_payload_is_kept_to_the_letter() {
    let odd = r#"{"b": 1.50,  "a":"\u00e9", "a":[ ]}"#;
    let sealed = SealedBody::write(&said("from_the_future", 7, odd)).unwrap();
    let read = sealed.read().unwrap();
    assert_eq!(read.payload.get(), odd);
    assert_eq!(SealedBody::write(&read).unwrap().bytes(), sealed.bytes());
    assert_eq!(Known::read(&read), None, "an unknown kind is kept, not guessed at");
}

#[test]
fn a_known_kind_of_a_newer_version_or_another_shape_is_not_guessed_at() {
    let care = r#"{"act":"mended","times":2}"#;
    assert!(Known::read(&said("casebook_care", 1, care)).is_some());
    assert_eq!(Known::read(&said("casebook_care", 2, care)), None);
    assert_eq!(Known::read(&said("casebook_care", 1, r#"{"act":7}"#)), None);
}

#[test]
fn bytes_that_are_no_body_are_kept_and_do_not_read() {
    let sealed = body("not JSON");
    assert_eq!(sealed.read().unwrap_err(), BodyFault::Unreadable);
    assert_eq!(sealed.bytes(), b"not JSON");
}

#[test]
fn nothing_of_a_child_shows_in_debug() {
    let said = said("note", 1, r#""Maya Testcase""#);
    let sealed = SealedBody::write(&said).unwrap();
    let shown = format!("{said:?} {sealed:?} {:?}", journal::BodyInBatch::new(Hash::of(b"x"), &sealed));
    assert!(!shown.contains("Maya"), "{shown}");
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn a_flipped_byte_of_a_body_is_seen(
        bytes in prop::collection::vec(any::<u8>(), 1..200), at in any::<prop::sample::Index>(), flip in 1..=255u8,
    ) {
        let sealed = SealedBody::from_parts([1; 32], bytes.clone()).unwrap();
        let mut flipped = bytes;
        let at = at.index(flipped.len());
        flipped[at] ^= flip;
        let flipped = SealedBody::from_parts([1; 32], flipped).unwrap();
        prop_assert_eq!(flipped.verify(sealed.commitment()), Err(BodyFault::OtherBody));
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = SealedBody::from_parts([1; 32], bytes).unwrap().read();
    }
}
