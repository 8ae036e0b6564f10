//! The same entries give the same views, in whatever order they arrive: links in the order of
//! their chain, chains mixed, bodies early or late.

mod world;

use casebook::{Casebook, CasebookFault, tables};
use domain::{Clock, PersonId};
use journal::Entry;
use proptest::prelude::*;
use testkit::{
    TempCasebook,
    entries::{Entries, ForeignChain},
};

pub(super) use self::world::said;
use self::world::{EMPTY, World, received, world};
use crate::{check, dump};

/// The notes that are shown, with the pack that each is of.
fn notes(casebook: &Casebook) -> Vec<(Vec<u8>, String, String, Vec<u8>)> {
    casebook
        .read(|reading| {
            let sql =
                "SELECT n.id, n.text, k.as_at, k.lines FROM note n JOIN pack k ON k.position = n.pack ORDER BY n.id";
            let mut statement = reading.prepare(sql)?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
            Ok::<_, CasebookFault>(rows.collect::<Result<_, _>>()?)
        })
        .unwrap()
}

proptest! {
    #![proptest_config(crate::cases(24))]

    #[test]
    fn the_same_entries_in_any_order_give_the_same_views(seed in any::<u64>(), acts in 5..60_u64, one in any::<u64>(), two in any::<u64>()) {
        let world = world(seed, acts);
        let (one, two) = (received(&world, one), received(&world, two));
        let views = dump::views(&one);
        prop_assert_eq!(&dump::views(&two), &views);
        prop_assert_eq!(notes(&one), notes(&two));
        prop_assert_eq!(check(&two).faults, []);
        two.rebuild(&mut |_, _| true).unwrap();
        prop_assert_eq!(&dump::views(&two), &views);
    }
}

/// Delivers to a new casebook, each chain whole, in this order of the chains.
fn delivered(chains: &[&[Entry]]) -> TempCasebook {
    delivered_with(&[], chains)
}

fn delivered_with(files: &[Vec<u8>], chains: &[&[Entry]]) -> TempCasebook {
    let mut casebook = EMPTY.copy();
    casebook.reopen().unwrap();
    for file in files {
        casebook.blobs().put(file.as_slice()).unwrap();
    }
    for entries in chains {
        casebook.write(|gate| gate.receive(entries)).unwrap();
    }
    casebook
}

/// What two laptops wrote, in both orders of arrival.
fn both_orders(one: &[Entry], two: &[Entry]) -> [TempCasebook; 2] {
    both_orders_with(&[], one, two)
}

/// The same, where the files of their packs are here.
pub fn both_orders_with(files: &[Vec<u8>], one: &[Entry], two: &[Entry]) -> [TempCasebook; 2] {
    let both = [delivered_with(files, &[one, two]), delivered_with(files, &[two, one])];
    assert_eq!(dump::views(&both[0]), dump::views(&both[1]));
    both
}

/// Two laptops with their openings.
pub fn two_laptops(entries: &mut Entries) -> [(ForeignChain, Vec<Entry>); 2] {
    [(); 2].map(|()| {
        let (chain, opening) = ForeignChain::open(entries, None);
        (chain, vec![opening])
    })
}

/// The records, each with how many versions stand and whether it was withdrawn.
fn records(casebook: &Casebook) -> Vec<(u32, bool)> {
    casebook
        .read(|reading| {
            let mut statement = reading.prepare("SELECT heads, withdrawn FROM record ORDER BY id")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
            Ok::<_, CasebookFault>(rows)
        })
        .unwrap()
}

fn on_timeline(casebook: &Casebook, person: PersonId) -> u32 {
    casebook.read(|reading| Ok::<_, CasebookFault>(tables::record::timeline_total(reading, person)?)).unwrap()
}

#[test]
fn of_two_laptops_that_publish_the_highest_number_is_in_force() {
    let mut entries = Entries::seeded(201);
    let [(mut one, mut first), (mut two, mut second)] = two_laptops(&mut entries);
    first.push(one.append(entries.form_published("visit", 2)));
    second.push(two.append(entries.form_published("visit", 2)));
    second.push(two.append(entries.form_published("visit", 3)));
    first.push(one.append(entries.form_published("visit", 7)));
    second.push(two.append(entries.form_retired("duty", 1, None)));
    first.push(one.append(entries.form_published("duty", 2)));
    for casebook in both_orders(&first, &second) {
        casebook
            .read(|reading| {
                let versions = tables::form_version::all(reading)?;
                let last = versions.iter().rfind(|version| version.form == "visit").map(|version| version.number);
                assert_eq!(last, Some(7));
                assert_eq!(tables::form_version::retired(reading)?, [], "it was published again after that");
                assert_eq!(tables::form_version::changes(reading)?, 6);
                Ok::<_, CasebookFault>(())
            })
            .unwrap();
    }
}

#[test]
fn a_clock_that_is_behind_keeps_no_newer_version_from_being_in_force() {
    let mut entries = Entries::seeded(208);
    let [(mut one, mut first), (mut two, mut second)] = two_laptops(&mut entries);
    first.push(one.append(entries.form_published("visit", 2)));
    first.push(one.append(entries.form_retired("visit", 2, None)));
    entries.clock.set(testkit::clock::monday_morning().now() - chrono::TimeDelta::days(400));
    second.push(two.append(entries.form_published("visit", 3)));
    for casebook in both_orders(&first, &second) {
        casebook
            .read(|reading| {
                let versions = tables::form_version::all(reading)?;
                assert_eq!(versions.iter().map(|version| version.number).collect::<Vec<_>>(), [2, 3]);
                assert_eq!(tables::form_version::retired(reading)?, []);
                Ok::<_, CasebookFault>(())
            })
            .unwrap();
    }
}

#[test]
fn versions_published_in_one_second_follow_their_numbers() {
    for seed in 210..220 {
        let mut entries = Entries::seeded(seed);
        let (mut chain, opening) = ForeignChain::open(&mut entries, None);
        let mut all = vec![opening];
        for number in [2, 3] {
            entries.clock.set(testkit::clock::monday_morning().now());
            all.push(chain.append(entries.form_published("visit", number)));
        }
        let casebook = delivered(&[&all]);
        let versions = casebook.read(|reading| Ok::<_, CasebookFault>(tables::form_version::all(reading)?)).unwrap();
        assert_eq!(versions.iter().map(|version| version.number).collect::<Vec<_>>(), [2, 3]);
    }
}

#[test]
fn a_definition_that_comes_late_to_an_earlier_place_counts_as_a_change() {
    let mut entries = Entries::seeded(202);
    let (mut chain, opening) = ForeignChain::open(&mut entries, None);
    let early = chain.append(entries.form_published("visit", 2));
    let late = chain.append(entries.form_published("duty", 2));
    let casebook = delivered(&[&[opening, Entry { body: None, ..early.clone() }, late]]);
    let changes = || casebook.read(|reading| Ok::<_, CasebookFault>(tables::form_version::changes(reading)?)).unwrap();
    let before = changes();
    casebook.write(|gate| gate.receive(&[early])).unwrap();
    assert!(changes() > before);
}

#[test]
fn the_same_answers_imported_on_two_laptops_are_one_version_and_other_answers_are_a_clash() {
    let mut entries = Entries::seeded(203);
    let person = PersonId(entries.id());
    let [(mut one, mut first), (mut two, mut second)] = two_laptops(&mut entries);
    for (chain, written, other) in [(&mut one, &mut first, "calm"), (&mut two, &mut second, "worried")] {
        let (batch, begun) = entries.responses_imported("duty");
        written.push(chain.append(begun));
        written.push(chain.append(entries.record_imported("a", &[person], "the same", batch, Vec::new())));
        written.push(chain.append(entries.record_imported("b", &[person], other, batch, Vec::new())));
    }
    for casebook in both_orders(&first, &second) {
        let mut heads: Vec<u32> = records(&casebook).into_iter().map(|(heads, _)| heads).collect();
        heads.sort_unstable();
        assert_eq!(heads, [1, 2]);
        assert_eq!(on_timeline(&casebook, person), 2, "each once");
        assert_eq!(check(&casebook).faults, []);
    }
}

#[test]
fn undoing_one_of_two_imports_of_a_file_leaves_what_the_other_brought() {
    // Whichever of the two was recorded last.
    for undo_the_first in [true, false] {
        let mut entries = Entries::seeded(204);
        let person = PersonId(entries.id());
        let [(mut one, mut first), (mut two, mut second)] = two_laptops(&mut entries);
        let mut batches = Vec::new();
        for (chain, written) in [(&mut one, &mut first), (&mut two, &mut second)] {
            let (batch, begun) = entries.responses_imported("duty");
            written.push(chain.append(begun));
            written.push(chain.append(entries.record_imported("a", &[person], "the same", batch, Vec::new())));
            batches.push(batch);
        }
        let (gone, stays) = if undo_the_first { (0, 1) } else { (1, 0) };
        first.push(one.append(entries.import_undone(batches[gone])));
        for casebook in both_orders(&first, &second) {
            assert_eq!(records(&casebook), [(1, false)]);
            assert_eq!(on_timeline(&casebook, person), 1);
            let shown: [u8; 16] = casebook
                .read(|reading| {
                    let sql = "SELECT v.batch FROM record r JOIN record_version v ON v.position = r.current";
                    Ok::<_, CasebookFault>(reading.query_row(sql, [], |row| row.get(0))?)
                })
                .unwrap();
            assert_eq!(&shown, batches[stays].as_bytes(), "what counts no longer is not shown");
        }
        second.push(two.append(entries.import_undone(batches[stays])));
        for casebook in both_orders(&first, &second) {
            assert_eq!(records(&casebook), [(1, true)], "both were undone");
            assert_eq!(on_timeline(&casebook, person), 0);
        }
    }
}

#[test]
fn a_version_on_either_side_of_an_undone_one_is_no_clash() {
    let mut entries = Entries::seeded(205);
    let person = PersonId(entries.id());
    let [(mut one, mut first), (mut two, second)] = two_laptops(&mut entries);
    let mut seen = Vec::new();
    let mut batches = Vec::new();
    for says in ["first", "edited", "edited again"] {
        let (batch, begun) = entries.responses_imported("duty");
        first.push(one.append(begun));
        first.push(one.append(entries.record_imported("a", &[person], says, batch, seen)));
        seen = vec![one.head.hash];
        batches.push(batch);
    }
    let mut undone = second;
    undone.push(two.append(entries.import_undone(batches[1])));
    for casebook in both_orders(&first, &undone) {
        assert_eq!(records(&casebook), [(1, false)]);
        assert_eq!(on_timeline(&casebook, person), 1);
    }
    undone.push(two.append(entries.import_undone(batches[2])));
    for casebook in both_orders(&first, &undone) {
        assert_eq!(records(&casebook), [(1, false)], "the first version stands again");
    }
}

#[test]
fn an_edit_of_what_two_laptops_imported_is_no_clash_with_the_twin_of_what_it_edits() {
    let mut entries = Entries::seeded(206);
    let person = PersonId(entries.id());
    let [(mut one, mut first), (mut two, mut second)] = two_laptops(&mut entries);
    for (chain, written) in [(&mut one, &mut first), (&mut two, &mut second)] {
        let (batch, begun) = entries.responses_imported("duty");
        written.push(chain.append(begun));
        written.push(chain.append(entries.record_imported("a", &[person], "calm", batch, Vec::new())));
    }
    let mut seen = vec![one.head.hash];
    let (batch, begun) = entries.responses_imported("duty");
    first.push(one.append(begun));
    first.push(one.append(entries.record_imported("a", &[person], "worried", batch, seen)));
    for casebook in both_orders(&first, &second) {
        assert_eq!(records(&casebook), [(1, false)]);
    }
    // Edited back to the words of the first: a version of its own, and the one that stands.
    seen = vec![one.head.hash];
    let (batch, begun) = entries.responses_imported("duty");
    first.push(one.append(begun));
    let last = one.append(entries.record_imported("a", &[person], "calm", batch, seen));
    first.push(last.clone());
    for casebook in both_orders(&first, &second) {
        assert_eq!(records(&casebook), [(1, false)]);
        let shown: [u8; 32] = casebook
            .read(|reading| {
                let sql = "SELECT e.hash FROM record r JOIN entry e ON e.position = r.current";
                Ok::<_, CasebookFault>(reading.query_row(sql, [], |row| row.get(0))?)
            })
            .unwrap();
        assert_eq!(&shown, last.link.hash().as_bytes());
    }
}

#[test]
fn an_old_download_on_another_laptop_is_no_clash_with_what_the_response_says_since() {
    let mut entries = Entries::seeded(207);
    let person = PersonId(entries.id());
    let [(mut one, mut first), (mut two, mut second)] = two_laptops(&mut entries);
    let mut seen = Vec::new();
    for says in ["calm", "worried", "calmer"] {
        let (batch, begun) = entries.responses_imported("duty");
        first.push(one.append(begun));
        first.push(one.append(entries.record_imported("a", &[person], says, batch, seen)));
        seen = vec![one.head.hash];
    }
    let shown_last = one.head.hash;
    // What the first laptop had second, the other had first, and later.
    let (batch, begun) = entries.responses_imported("duty");
    second.push(two.append(begun));
    second.push(two.append(entries.record_imported("a", &[person], "worried", batch, Vec::new())));
    for casebook in both_orders(&first, &second) {
        assert_eq!(records(&casebook), [(1, false)]);
        let sql = "SELECT e.hash FROM record r JOIN entry e ON e.position = r.current";
        let shown: [u8; 32] =
            casebook.read(|reading| Ok::<_, CasebookFault>(reading.query_row(sql, [], |row| row.get(0))?)).unwrap();
        assert_eq!(&shown, shown_last.as_bytes());
    }
}

#[test]
fn when_an_import_ran_is_no_part_of_what_it_says() {
    let mut entries = Entries::seeded(209);
    let person = PersonId(entries.id());
    let [(mut one, mut first), (mut two, mut second)] = two_laptops(&mut entries);
    for (chain, written, at) in
        [(&mut one, &mut first, "2026-11-03T14:30"), (&mut two, &mut second, "2026-11-04T09:00")]
    {
        let (batch, begun) = entries.responses_imported("duty");
        written.push(chain.append(begun));
        let mut undated = entries.record_imported("a", &[person], "calm", batch, Vec::new());
        undated.event_time = Some(at.parse().unwrap());
        written.push(chain.append(undated));
    }
    for casebook in both_orders(&first, &second) {
        assert_eq!(records(&casebook), [(1, false)]);
        assert_eq!(on_timeline(&casebook, person), 1);
    }
}

proptest! {
    #![proptest_config(crate::cases(24))]

    #[test]
    fn one_who_followed_a_response_and_others_who_read_it_once_never_clash(
        read_once in prop::collection::vec(0..3_u32, 0..4), order in any::<u64>()
    ) {
        let mut entries = Entries::seeded(231);
        let person = PersonId(entries.id());
        let followed: Vec<u32> = (0..4).collect();
        let mut written = Vec::new();
        for downloads in read_once.iter().map(|says| vec![*says]).chain([followed]) {
            let (mut chain, opening) = ForeignChain::open(&mut entries, None);
            let mut own = vec![opening];
            let mut seen = Vec::new();
            for says in downloads {
                let (batch, begun) = entries.responses_imported("duty");
                own.push(chain.append(begun));
                own.push(chain.append(entries.record_imported("a", &[person], &says.to_string(), batch, seen)));
                seen = vec![chain.head.hash];
            }
            written.push(own);
        }
        let casebook = received(&World { written, files: Vec::new() }, order);
        prop_assert_eq!(records(&casebook), [(1, false)]);
        prop_assert_eq!(on_timeline(&casebook, person), 1);
        prop_assert_eq!(check(&casebook).faults, []);
    }
}
