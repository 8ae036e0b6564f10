//! Entries from elsewhere: verified, idempotent, both branches of a copied chain kept.

use casebook::{Casebook, ReceiveFault, Received, tables};
use journal::{BodyFault, Continues, Entry, Head, LinkFault};
use testkit::{
    TempCasebook, clock,
    entries::{Entries, ForeignChain},
};

use crate::{check, dump, filled};

fn take(casebook: &Casebook, entries: &[Entry]) -> Result<Received, ReceiveFault> {
    casebook.write(|gate| gate.receive(entries))
}

/// A chain of five entries.
fn five(entries: &mut Entries) -> (ForeignChain, Vec<Entry>) {
    let (mut chain, opening) = ForeignChain::open(entries, None);
    let mut all = vec![opening];
    for _ in 0..4 {
        let (_, record) = entries.record_filed(&[]);
        all.push(chain.append(record));
    }
    (chain, all)
}

#[test]
fn the_same_entries_twice_change_nothing() {
    let (casebook, mut entries) = filled(91, 1);
    let (_, all) = five(&mut entries);
    assert_eq!(take(&casebook, &all).unwrap(), Received { links: 5, bodies: 5, branched: false });
    let before = dump::exact(&casebook);
    assert_eq!(take(&casebook, &all).unwrap(), Received::default());
    assert_eq!(dump::exact(&casebook), before);
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn a_body_may_come_long_after_its_link() {
    let (casebook, mut entries) = filled(92, 1);
    let (_, all) = five(&mut entries);
    let links: Vec<Entry> = all.iter().map(|entry| Entry { body: None, ..entry.clone() }).collect();
    assert_eq!(take(&casebook, &links).unwrap(), Received { links: 5, bodies: 0, branched: false });
    assert_eq!(take(&casebook, &all[3..]).unwrap(), Received { links: 0, bodies: 2, branched: false });
    assert_eq!(take(&casebook, &all).unwrap(), Received { links: 0, bodies: 3, branched: false });
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn what_does_not_verify_is_refused_and_nothing_of_the_act_is_kept() {
    let (casebook, mut entries) = filled(93, 1);
    let (chain, all) = five(&mut entries);
    let (_, another) = five(&mut entries);
    take(&casebook, &all[..2]).unwrap();
    let before = dump::exact(&casebook);
    let refused = |entries: &[Entry]| {
        let fault = take(&casebook, entries).unwrap_err();
        assert_eq!(dump::exact(&casebook), before);
        fault
    };
    let gap = refused(&[all[3].clone()]);
    assert!(matches!(gap, ReceiveFault::Link(LinkFault::Gap { expected: 2, found: 3 })), "{gap}");
    let unknown = refused(&another[1..]);
    assert!(matches!(unknown, ReceiveFault::Link(LinkFault::OtherChain { sequence: 1 })), "{unknown}");
    let swapped = refused(&[all[2].clone(), Entry { link: all[3].link.clone(), body: all[4].body.clone() }]);
    assert!(matches!(swapped, ReceiveFault::Body(BodyFault::OtherBody)), "{swapped}");
    let mut thief = ForeignChain { key: vault::SigningKey::make().unwrap(), ..chain };
    thief.head = all[1].link.head();
    let forged = refused(&[thief.append(entries.author_named("A Thief"))]);
    assert!(matches!(forged, ReceiveFault::Link(LinkFault::Signature { sequence: 2 })), "{forged}");
    thief.head = Head { sequence: 1, hash: vault::Hash::of(b"elsewhere") };
    let broken = refused(&[thief.append(entries.author_named("A Thief"))]);
    assert!(matches!(broken, ReceiveFault::Link(LinkFault::Broken { sequence: 2 })), "{broken}");
}

#[test]
fn nobody_continues_a_chain_in_anothers_name() {
    let (casebook, mut entries) = filled(94, 1);
    let (chain, all) = five(&mut entries);
    take(&casebook, &all).unwrap();
    let at = Continues { chain: chain.id, head: chain.head };
    let (thief, _) = five(&mut entries);
    let (_, claimed) = ForeignChain::open(&mut entries, Some((at, &thief.key)));
    let fault = take(&casebook, &[claimed]).unwrap_err();
    assert!(matches!(fault, ReceiveFault::Link(LinkFault::Signature { .. })), "{fault}");
    let (_, agreed) = ForeignChain::open(&mut entries, Some((at, &chain.key)));
    assert_eq!(take(&casebook, &[agreed]).unwrap().links, 1);
}

#[test]
fn both_branches_of_a_copied_chain_are_kept() {
    let (mut casebook, mut entries) = filled(95, 1);
    let (mut one, all) = five(&mut entries);
    let mut two = one.copy();
    let left: Vec<Entry> = (0..3).map(|_| one.append(entries.record_filed(&[]).1)).collect();
    let right: Vec<Entry> = (0..3).map(|_| two.append(entries.record_filed(&[]).1)).collect();
    assert!(!take(&casebook, &[&all[..], &left].concat()).unwrap().branched);
    assert_eq!(take(&casebook, &right).unwrap(), Received { links: 3, bodies: 3, branched: true });
    let on_the_left = one.append(entries.record_filed(&[]).1);
    assert!(!take(&casebook, std::slice::from_ref(&on_the_left)).unwrap().branched, "its number is new");
    assert_eq!(check(&casebook).faults, []);
    casebook.reopen().unwrap();
    assert_eq!(check(&casebook).faults, []);
}

/// The last entry that a casebook wrote.
fn last(casebook: &Casebook) -> Entry {
    casebook
        .read(|reading| {
            let total = tables::entry::total(reading)?;
            tables::entry::at(reading, total)?.unwrap().entry()
        })
        .unwrap()
}

#[test]
fn a_copied_casebook_takes_the_other_branch_once_it_goes_on_in_a_chain_of_its_own() {
    let (mut ours, mut entries) = filled(96, 2);
    let mut theirs: TempCasebook = ours.copy();
    theirs.reopen().unwrap();
    for casebook in [&ours, &theirs] {
        let (_, record) = entries.record_filed(&[]);
        casebook.write(|gate| gate.append(record)).unwrap();
    }
    let theirs = last(&theirs);
    assert!(matches!(take(&ours, std::slice::from_ref(&theirs)).unwrap_err(), ReceiveFault::OwnBranch));
    let (old, stamp) = (ours.device(), clock::a_minute_later(&entries.clock));
    ours.write(|gate| gate.continue_in_new_chain(entries.author, stamp, "0.1.0")).unwrap();
    assert_ne!(ours.device(), old, "another chain, another key");
    assert_eq!(take(&ours, &[theirs]).unwrap(), Received { links: 1, bodies: 1, branched: true });
    let (_, record) = entries.record_filed(&[]);
    ours.write(|gate| gate.append(record)).unwrap();
    let (device, head) = (ours.device(), ours.head());
    assert_eq!(check(&ours).faults, []);
    ours.reopen().unwrap();
    assert_eq!((ours.device(), ours.head()), (device, head));
    assert_eq!(check(&ours).faults, []);
}
