//! The same entries give the same views, in whatever order they arrive: links in the order of
//! their chain, chains mixed, bodies early or late.

use std::sync::LazyLock;

use casebook::Casebook;
use domain::{Clock, PersonField, PersonId, RecordId};
use journal::Entry;
use proptest::prelude::*;
use testkit::{
    TempCasebook,
    entries::{Entries, ForeignChain},
};
use vault::Hash;

use crate::{check, dump};

/// The casebook that all receive in, closed: copies have the same entries of their own.
static EMPTY: LazyLock<TempCasebook> = LazyLock::new(|| {
    let mut casebook = TempCasebook::create(100);
    casebook.close();
    casebook
});

/// What three devices wrote about the same few people and records, each knowing some of the rest.
fn world(seed: u64, acts: u64) -> Vec<Vec<Entry>> {
    let mut entries = Entries::seeded(seed);
    let mut chains = Vec::new();
    let mut written: Vec<Vec<Entry>> = Vec::new();
    for _ in 0..3 {
        let (chain, opening) = ForeignChain::open(&mut entries, None);
        chains.push(chain);
        written.push(vec![opening]);
    }
    let people: Vec<PersonId> = (0..3).map(|_| PersonId(entries.id())).collect();
    let records: Vec<RecordId> = (0..4).map(|_| RecordId(entries.id())).collect();
    for act in 0..acts {
        let person = people[pick(&mut entries, 3)];
        let record = records[pick(&mut entries, 4)];
        // Any entry so far may have been seen; often it is about something else.
        let all: Vec<Hash> = written.iter().flatten().map(|entry| entry.link.hash()).collect();
        let based_on = (0..entries.number(3)).map(|_| all[pick(&mut entries, all.len())]).collect();
        if entries.number(3) == 0 {
            // Two devices whose clocks stand at the same second: only the hash can decide.
            entries.clock.set(testkit::clock::monday_morning().now());
        }
        let field = PersonField::ALL[pick(&mut entries, 3)];
        let value = if field == PersonField::DateOfBirth {
            format!("2015-05-{:02}", act % 28 + 1)
        } else {
            format!("Value {act}")
        };
        let entry = match entries.number(6) {
            0 | 1 => entries.person_amended(person, field, &value, based_on),
            2 | 3 => entries.record_again(record, &[person], based_on),
            4 => entries.author_named(&value),
            _ => entries.lead_phoned(record),
        };
        let device = pick(&mut entries, 3);
        let entry = if entries.number(9) == 0 {
            chains[device].append_body(entries.unknown("from_the_future", 3))
        } else {
            chains[device].append(entry)
        };
        written[device].push(entry);
    }
    written
}

fn pick(entries: &mut Entries, below: usize) -> usize {
    usize::try_from(entries.number(below as u64)).unwrap()
}

/// Delivers everything in an order that the seed chooses, a few at a time.
fn deliver(casebook: &Casebook, world: &[Vec<Entry>], seed: u64) {
    let mut random = Entries::seeded(seed);
    let mut next = vec![0; world.len()];
    let mut late: Vec<Entry> = Vec::new();
    let mut batch = Vec::new();
    loop {
        let open: Vec<usize> = (0..world.len()).filter(|chain| next[*chain] < world[*chain].len()).collect();
        if open.is_empty() && late.is_empty() {
            break;
        }
        if open.is_empty() || (!late.is_empty() && random.number(3) == 0) {
            let at = pick(&mut random, late.len());
            batch.push(late.swap_remove(at));
        } else {
            let chain = open[pick(&mut random, open.len())];
            let entry = world[chain][next[chain]].clone();
            next[chain] += 1;
            if random.number(2) == 0 {
                batch.push(Entry { body: None, ..entry.clone() });
                late.push(entry);
            } else {
                batch.push(entry);
            }
        }
        if random.number(4) == 0 {
            casebook.write(|gate| gate.receive(&batch)).unwrap();
            batch.clear();
        }
    }
    casebook.write(|gate| gate.receive(&batch)).unwrap();
}

fn received(world: &[Vec<Entry>], seed: u64) -> TempCasebook {
    let mut casebook = EMPTY.copy();
    casebook.reopen().unwrap();
    deliver(&casebook, world, seed);
    casebook
}

proptest! {
    #![proptest_config(crate::cases(24))]

    #[test]
    fn the_same_entries_in_any_order_give_the_same_views(seed in any::<u64>(), acts in 5..60_u64, one in any::<u64>(), two in any::<u64>()) {
        let world = world(seed, acts);
        let (one, two) = (received(&world, one), received(&world, two));
        let views = dump::views(&one);
        prop_assert_eq!(&dump::views(&two), &views);
        prop_assert_eq!(check(&two).faults, []);
        two.rebuild(&mut |_, _| true).unwrap();
        prop_assert_eq!(&dump::views(&two), &views);
    }
}
