//! Receipts and verdicts: only what the known hub signed counts.

use chrono::DateTime;
use domain::HubId;
use journal::{Decision, Head, Receipt, ReceiptFault, SignedReceipt, SignedVerdict, Verdict};
use proptest::prelude::*;
use vault::Hash;

use crate::key;

fn receipt(held: usize) -> Receipt {
    Receipt {
        hub: HubId::from_bytes([4; 16]),
        chain: Hash::of(b"chain"),
        head: Head { sequence: 7, hash: Hash::of(b"head") },
        at: DateTime::from_timestamp_millis(1_795_424_400_123).unwrap(),
        held: (0..held).map(|number| Hash::of(&number.to_be_bytes())).collect(),
    }
}

#[test]
fn a_receipt_reads_as_the_hub_signed_it() {
    let hub = key(3);
    for held in [0, 1, 1000] {
        let signed = receipt(held).sign(&hub);
        assert_eq!(signed.verify(&hub.public()), Ok(receipt(held)));
        let json = serde_json::to_string(&signed).unwrap();
        assert_eq!(serde_json::from_str::<SignedReceipt>(&json).unwrap(), signed);
    }
}

#[test]
fn a_receipt_of_another_hub_is_none() {
    let signed = receipt(2).sign(&key(4));
    assert_eq!(signed.verify(&key(3).public()), Err(ReceiptFault::OtherHub));
}

#[test]
fn a_cut_receipt_is_none_wherever_it_is_cut() {
    let hub = key(3);
    let signed = receipt(1).sign(&hub);
    for end in 0..signed.bytes.len() {
        let cut = SignedReceipt { bytes: signed.bytes[..end].to_vec(), ..signed.clone() };
        assert_eq!(cut.verify(&hub.public()), Err(ReceiptFault::OtherHub), "cut at {end}");
    }
}

#[test]
fn signed_bytes_that_are_no_receipt_are_malformed() {
    let hub = key(3);
    let whole = receipt(1).sign(&hub).bytes;
    for bytes in [&whole[..whole.len() - 1], b"", b"holdfast receipt 2\0", b"holdfast verdict 1\0{}"] {
        let signed = SignedReceipt { bytes: bytes.to_vec(), signature: hub.sign(bytes) };
        assert_eq!(signed.verify(&hub.public()), Err(ReceiptFault::Malformed));
    }
}

#[test]
fn a_verdict_counts_only_as_the_hub_signed_it() {
    let hub = key(3);
    let verdict = Verdict {
        entry: Hash::of(b"entry"),
        decision: Decision::NeedsPerson,
        cause: "The number is not known.".to_owned(),
        reference: String::new(),
        at: DateTime::from_timestamp_millis(1_795_424_400_123).unwrap(),
    };
    let signed = verdict.sign(&hub).unwrap();
    assert_eq!(signed.verify(&hub.public()), Some(verdict));
    assert_eq!(signed.verify(&key(4).public()), None, "another hub");
    let turned = SignedVerdict { json: signed.json.replace("needs_person", "accepted"), ..signed.clone() };
    assert_eq!(turned.verify(&hub.public()), None, "turned into another decision");
    let other = r#"{"entry":"no hash"}"#;
    let marked = [b"holdfast verdict 1\0".as_slice(), other.as_bytes()].concat();
    let signed = SignedVerdict { json: other.to_owned(), signature: hub.sign(&marked) };
    assert_eq!(signed.verify(&hub.public()), None, "signed, and no verdict");
}

#[test]
fn a_receipts_signature_is_no_verdicts() {
    let hub = key(3);
    let json = "{}".to_owned();
    let signature = hub.sign(json.as_bytes());
    assert_eq!(SignedVerdict { json, signature }.verify(&hub.public()), None, "each kind is marked as what it is");
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn a_flipped_byte_of_a_receipt_is_seen(at in any::<prop::sample::Index>(), flip in 1..=255u8) {
        let hub = key(3);
        let mut signed = receipt(3).sign(&hub);
        let at = at.index(signed.bytes.len());
        signed.bytes[at] ^= flip;
        prop_assert_eq!(signed.verify(&hub.public()), Err(ReceiptFault::OtherHub));
    }
}
