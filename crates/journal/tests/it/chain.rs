//! The rules by which a chain grows, and by which one goes on in another.

use journal::{Continues, Head, Link, LinkFault, follow, open_chain};
use vault::Hash;

use crate::{body, key};

#[test]
fn a_chain_grows_link_by_link() {
    let device = key(1);
    let opening = open_chain(&device, &body("0"), None);
    assert_eq!(opening.chain(), opening.hash(), "the opening's hash names the chain");
    let mut head = opening.head();
    for number in 1..20_u64 {
        let link = follow(&device, opening.hash(), head, &body("next"));
        assert_eq!(link.sequence(), number);
        head = head.step(opening.hash(), &device.public(), &link).unwrap();
        assert_eq!(head, link.head());
    }
}

#[test]
fn a_missing_or_repeated_number_is_a_gap() {
    let device = key(1);
    let opening = open_chain(&device, &body("0"), None);
    let chain = opening.hash();
    let one = follow(&device, chain, opening.head(), &body("1"));
    let two = follow(&device, chain, one.head(), &body("2"));
    let step = |head: Head, link: &Link| head.step(chain, &device.public(), link);
    assert_eq!(step(opening.head(), &two), Err(LinkFault::Gap { expected: 1, found: 2 }));
    assert_eq!(step(two.head(), &one), Err(LinkFault::Gap { expected: 3, found: 1 }));
    assert_eq!(step(one.head(), &one), Err(LinkFault::Gap { expected: 2, found: 1 }));
    assert_eq!(step(one.head(), &opening), Err(LinkFault::Gap { expected: 2, found: 0 }), "a chain opens once");
}

#[test]
fn a_link_of_another_chain_is_refused() {
    let device = key(1);
    let ours = open_chain(&device, &body("0"), None);
    let theirs = open_chain(&device, &body("another"), None);
    let link = follow(&device, theirs.hash(), theirs.head(), &body("1"));
    assert_eq!(ours.head().step(ours.hash(), &device.public(), &link), Err(LinkFault::OtherChain { sequence: 1 }));
}

#[test]
fn a_link_on_another_branch_is_broken() {
    let device = key(1);
    let opening = open_chain(&device, &body("0"), None);
    let chain = opening.hash();
    let left = follow(&device, chain, opening.head(), &body("left"));
    let right = follow(&device, chain, opening.head(), &body("right"));
    let after_right = follow(&device, chain, right.head(), &body("2"));
    assert_eq!(left.head().step(chain, &device.public(), &after_right), Err(LinkFault::Broken { sequence: 2 }));
}

#[test]
fn a_link_signed_by_another_key_is_refused() {
    let (device, thief) = (key(1), key(2));
    let opening = open_chain(&device, &body("0"), None);
    let forged = follow(&thief, opening.hash(), opening.head(), &body("1"));
    assert_eq!(
        opening.head().step(opening.hash(), &device.public(), &forged),
        Err(LinkFault::Signature { sequence: 1 })
    );
}

#[test]
fn only_the_old_key_lets_a_chain_go_on_in_another() {
    let (old, new, thief) = (key(1), key(2), key(3));
    let opening = open_chain(&old, &body("0"), None);
    let at = Continues { chain: opening.hash(), head: opening.head() };
    let agreed = open_chain(&new, &body("again"), Some((at, &old)));
    assert!(agreed.verify_continuation(&old.public()));
    assert_eq!(agreed.verify_signature(&new.public()), Ok(()));
    let claimed = open_chain(&thief, &body("again"), Some((at, &thief)));
    assert!(!claimed.verify_continuation(&old.public()), "a thief cannot go on in another's name");
    assert_eq!(claimed.verify_signature(&thief.public()), Ok(()), "though its own signature is right");
}

#[test]
fn a_continuation_is_bound_to_its_place_key_and_body() {
    let (old, new) = (key(1), key(2));
    let at = Continues { chain: Hash::of(b"c"), head: Head { sequence: 5, hash: Hash::of(b"h") } };
    let Link::Opening { continues: Some((_, signature)), commitment, signature: outer, .. } =
        open_chain(&new, &body("again"), Some((at, &old)))
    else {
        panic!("an opening that continues");
    };
    let elsewhere = Continues { head: Head { sequence: 6, ..at.head }, ..at };
    for (key, at, commitment) in [
        (key(3).public(), at, commitment),
        (new.public(), elsewhere, commitment),
        (new.public(), at, Hash::of(b"another body")),
    ] {
        let moved = Link::Opening { key, continues: Some((at, signature)), commitment, signature: outer };
        assert!(!moved.verify_continuation(&old.public()));
    }
}
