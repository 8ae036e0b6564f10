//! The link's encoding: one spelling, and no byte of it can change unseen.

use journal::{Continues, Head, Link, LinkFault, follow, open_chain};
use proptest::prelude::*;
use vault::{Hash, PublicKey, SigningKey};
use zeroize::Zeroizing;

use crate::body;

fn a_key() -> impl Strategy<Value = [u8; 32]> {
    any::<[u8; 32]>()
}

fn from(seed: [u8; 32]) -> SigningKey {
    SigningKey::from_seed(Zeroizing::new(seed))
}

prop_compose! {
    /// A link of any of the three forms, with the keys that verify it.
    fn a_link()(
        form in 0..3, seed in a_key(), old in a_key(), chain in any::<[u8; 32]>(),
        sequence in 0..u64::from(u32::MAX), hash in any::<[u8; 32]>(), text in "[a-z]{0,20}",
    ) -> (Link, PublicKey, PublicKey) {
        let (key, old) = (from(seed), from(old));
        let head = Head { sequence, hash: Hash::from_bytes(hash) };
        let chain = Hash::from_bytes(chain);
        let link = match form {
            0 => open_chain(&key, &body(&text), None),
            1 => open_chain(&key, &body(&text), Some((Continues { chain, head }, &old))),
            _ => follow(&key, chain, head, &body(&text)),
        };
        (link, key.public(), old.public())
    }
}

proptest! {
    #![proptest_config(crate::cases(64))]

    #[test]
    fn a_link_reads_as_it_was_written((link, key, old) in a_link()) {
        let bytes = link.encode();
        let read = Link::decode(&bytes).unwrap();
        prop_assert_eq!(&read, &link);
        prop_assert_eq!(read.encode(), bytes);
        prop_assert_eq!(read.verify_signature(&key), Ok(()));
        prop_assert!(read.verify_continuation(&old));
    }

    #[test]
    fn a_cut_or_lengthened_link_is_refused((link, ..) in a_link(), more in any::<u8>()) {
        let bytes = link.encode();
        for end in 0..bytes.len() {
            prop_assert_eq!(Link::decode(&bytes[..end]), Err(LinkFault::Malformed), "cut at {}", end);
        }
        prop_assert_eq!(Link::decode(&[&bytes[..], &[more]].concat()), Err(LinkFault::Malformed));
    }

    #[test]
    fn a_flipped_byte_is_refused_or_is_another_link_that_is_not_signed(
        (link, key, _) in a_link(), at in any::<prop::sample::Index>(), flip in 1..=255u8,
    ) {
        let mut bytes = link.encode();
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        if let Ok(read) = Link::decode(&bytes) {
            prop_assert_ne!(read.hash(), link.hash(), "another hash");
            prop_assert!(read.verify_signature(&key).is_err(), "no valid signature, byte {}", at);
        }
    }

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        if let Ok(link) = Link::decode(&bytes) {
            prop_assert_eq!(link.encode(), bytes, "one spelling only");
        }
    }
}

#[test]
fn every_single_byte_of_every_form_counts() {
    let (key, old) = (from([1; 32]), from([2; 32]));
    let opening = open_chain(&old, &body("one"), None);
    let continues = Continues { chain: opening.hash(), head: opening.head() };
    let links = [
        follow(&old, opening.hash(), opening.head(), &body("two")),
        open_chain(&key, &body("three"), Some((continues, &old))),
        opening,
    ];
    for link in links {
        let signer = if link == open_chain(&key, &body("three"), Some((continues, &old))) { &key } else { &old };
        let bytes = link.encode();
        for at in 0..bytes.len() {
            let mut flipped = bytes.clone();
            flipped[at] ^= 1;
            let taken = Link::decode(&flipped).is_ok_and(|read| read.verify_signature(&signer.public()).is_ok());
            assert!(!taken, "byte {at} of {}", bytes.len());
        }
    }
}

#[test]
fn a_following_link_is_never_number_nought() {
    let link = follow(&from([1; 32]), Hash::of(b"chain"), Head { sequence: 0, hash: Hash::of(b"head") }, &body("x"));
    let mut bytes = link.encode();
    bytes[34..42].copy_from_slice(&0u64.to_be_bytes());
    assert_eq!(Link::decode(&bytes), Err(LinkFault::Malformed));
}
