//! The same entries give the same views, in whatever order they arrive: links in the order of
//! their chain, chains mixed, bodies early or late.

use std::{collections::BTreeMap, sync::LazyLock};

use casebook::{Casebook, CasebookFault, tables};
use domain::{BatchId, Clock, Fact, FactId, PersonField, PersonId, RecordId};
use journal::{Entry, FactRecorded, FactWithdrawn, NewEntry, PackHolds, PackLine, WarningsRead};
use proptest::prelude::*;
use serde_json::{Value, json};
use testkit::{
    TempCasebook,
    entries::{Entries, ForeignChain},
};
use vault::Hash;

use crate::{check, dump, packs};

/// The casebook that all receive in, closed: copies have the same entries of their own.
static EMPTY: LazyLock<TempCasebook> = LazyLock::new(|| {
    let mut casebook = TempCasebook::create(100);
    casebook.close();
    casebook
});

/// What three devices wrote, and the files that their entries name.
struct World {
    written: Vec<Vec<Entry>>,
    files: Vec<Vec<u8>>,
}

/// What three devices wrote about the same few people and records, each knowing some of the rest.
fn world(seed: u64, acts: u64) -> World {
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
    let facts: Vec<FactId> = (0..6).map(|_| FactId(entries.id())).collect();
    let known = Known { people, records, facts };
    let days = [known.pack("2020-10-01"), known.pack("2020-10-11"), known.notes("first"), known.notes("second")];
    let mut batches: Vec<BatchId> = Vec::new();
    let mut packs: Vec<BatchId> = Vec::new();
    for act in 0..acts {
        // Any entry so far may have been seen; often it is about something else.
        let all: Vec<Hash> = written.iter().flatten().map(|entry| entry.link.hash()).collect();
        let based_on = (0..entries.number(3)).map(|_| all[pick(&mut entries, all.len())]).collect();
        if entries.number(3) == 0 {
            // Two devices whose clocks stand at the same second: only the hash can decide.
            entries.clock.set(testkit::clock::monday_morning().now());
        }
        let entry = match entries.number(5) {
            0 | 1 => known.fact(&mut entries, act, &all, based_on),
            2 => match entries.number(3) {
                0 if !packs.is_empty() => {
                    let which = pick(&mut entries, packs.len());
                    let mut undone = entries.import_undone(packs[which]);
                    if let journal::Known::ImportUndone(undone) = &mut undone.act
                        && entries.number(2) == 0
                    {
                        undone.keeps = vec![known.people[pick(&mut entries, 3)]];
                    }
                    undone
                }
                _ => {
                    let which = pick(&mut entries, days.len());
                    let holds = if which < 2 { PackHolds::People } else { PackHolds::History };
                    let as_at = ["2020-10-01", "2020-10-11"][which % 2];
                    let (batch, imported) = packs::imported(&mut entries, holds, "Mosaic", as_at, &days[which]);
                    packs.push(batch);
                    imported
                }
            },
            _ => known.act(&mut entries, act, &mut batches, based_on),
        };
        let device = pick(&mut entries, 3);
        let entry = if entries.number(9) == 0 {
            chains[device].append_body(entries.unknown("from_the_future", 3))
        } else {
            chains[device].append(entry)
        };
        written[device].push(entry);
    }
    World { written, files: days.iter().map(|lines| packs::file(lines)).collect() }
}

/// The few that everything is about.
struct Known {
    people: Vec<PersonId>,
    records: Vec<RecordId>,
    facts: Vec<FactId>,
}

impl Known {
    /// An entry about people, records, forms or imports of answers.
    fn act(&self, entries: &mut Entries, act: u64, batches: &mut Vec<BatchId>, based_on: Vec<Hash>) -> NewEntry {
        let person = self.people[pick(entries, 3)];
        let record = self.records[pick(entries, 4)];
        let field = PersonField::ALL[pick(entries, 3)];
        let value = if field == PersonField::DateOfBirth {
            format!("2015-05-{:02}", act % 28 + 1)
        } else {
            format!("Value {act}")
        };
        let form = ["visit", "duty"][pick(entries, 2)];
        match entries.number(14) {
            6 => {
                let number = 2 + u32::try_from(entries.number(4)).unwrap();
                entries.form_published(form, number)
            }
            7 => {
                let number = 1 + u32::try_from(entries.number(5)).unwrap();
                entries.form_retired(form, number, Some("case_note"))
            }
            8 => {
                let (batch, begun) = entries.responses_imported("duty");
                batches.push(batch);
                begun
            }
            9..=11 if !batches.is_empty() => {
                let batch = batches[pick(entries, batches.len())];
                let response = ["one", "two"][pick(entries, 2)];
                let says = ["calm", "worried"][pick(entries, 2)];
                entries.record_imported(response, &[self.people[0]], says, batch, based_on)
            }
            12 if !batches.is_empty() => {
                let batch = batches[pick(entries, batches.len())];
                entries.import_undone(batch)
            }
            0 | 1 => entries.person_amended(person, field, &value, based_on),
            2 | 3 => entries.record_again(record, &[person], based_on),
            4 => entries.author_named(&value),
            5 => entries.file_opened(person),
            _ => entries.lead_phoned(record),
        }
    }

    /// An entry about a fact: recorded, corrected, withdrawn, or a warning that was read.
    fn fact(&self, entries: &mut Entries, act: u64, all: &[Hash], based_on: Vec<Hash>) -> NewEntry {
        let which = pick(entries, self.facts.len());
        let fact = self.facts[which];
        let act = match entries.number(8) {
            0 => journal::Known::FactWithdrawn(FactWithdrawn { fact, reason: "The wrong child".to_owned() }),
            1 => {
                let warnings = vec![(self.facts[0], all[pick(entries, all.len())])];
                journal::Known::WarningsRead(WarningsRead { person: self.people[0], warnings })
            }
            _ => {
                let (about, says) = self.says(which, entries.number(3), act);
                journal::Known::FactRecorded(FactRecorded { fact, about, says })
            }
        };
        entries.of(act, Vec::new(), based_on)
    }

    /// What the fact of that number says, in one of a few versions.
    fn says(&self, which: usize, version: u64, act: u64) -> (Vec<PersonId>, Fact) {
        let [one, two, three] = self.people[..] else { panic!("three people") };
        let person = self.people[usize::try_from(version).unwrap()];
        let day = format!("2026-10-{:02}", 1 + act % 28);
        match which {
            0 => (
                vec![person],
                said(json!({ "kind": "warning", "warning": "home_environment", "text": "A dog", "from": day })),
            ),
            1 => (
                vec![one],
                said(json!({ "kind": "address", "lines": "1 Sample Street", "postcode": "E8 1AA", "used": "home",
                    "from": day, "until": (version == 0).then_some("2026-11-01") })),
            ),
            2 => {
                let (one, other) = [(one, two), (two, three), (one, three)][usize::try_from(version).unwrap()];
                let same = !act.is_multiple_of(3);
                let says = json!({ "kind": "same_person", "one": one, "other": other, "same": same, "reason": "Twins?",
                    "approved_by": "Team lead" });
                (vec![one, other], said(says))
            }
            3 => {
                let episode = ["child_in_need", "looked_after", "contact"][usize::try_from(version).unwrap()];
                let until = act.is_multiple_of(2).then_some("2026-11-20T10:00");
                (vec![one], said(json!({ "kind": "episode", "episode": episode, "from": day, "until": until })))
            }
            4 => (vec![person], said(json!({ "kind": "identifier", "scheme": "mosaic", "value": "M-100" }))),
            _ => (
                vec![one, two],
                said(json!({ "kind": "document", "title": format!("Letter {act}"), "sort": "letter" })),
            ),
        }
    }

    /// A pack of people as the lost system was on a day.
    fn pack(&self, as_at: &str) -> Vec<PackLine> {
        let fields = |name: &str| BTreeMap::from([(PersonField::Name, format!("{name} as at {as_at}"))]);
        let [one, two, ..] = self.people[..] else { panic!("three people") };
        let (about, says) = self.says(1, u64::from(as_at.ends_with('1')), 3);
        let mut lines = vec![
            PackLine::Person { person: one, fields: fields("One") },
            PackLine::Person { person: two, fields: fields("Two") },
            PackLine::Fact { fact: self.facts[1], about, says },
        ];
        if as_at.ends_with("11") {
            let (about, says) = self.says(4, 1, 4);
            lines.push(PackLine::Fact { fact: self.facts[4], about, says });
        }
        lines
    }

    /// A pack of history, with one note that another has too.
    fn notes(&self, text: &str) -> Vec<PackLine> {
        let own = if text == "first" { 2 } else { 3 };
        [1, own].map(|of| PackLine::Note(packs::note(of, &self.people[..2], Some("2019-03-01"), text))).to_vec()
    }
}

/// A fact as JSON has it; what is null is not said.
fn said(mut fact: Value) -> Fact {
    fact.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    serde_json::from_value(fact).unwrap()
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

fn received(world: &World, seed: u64) -> TempCasebook {
    let mut casebook = EMPTY.copy();
    casebook.reopen().unwrap();
    for file in &world.files {
        casebook.blobs().put(file.as_slice()).unwrap();
    }
    deliver(&casebook, &world.written, seed);
    packs::take_all(&casebook);
    casebook
}

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
    let mut casebook = EMPTY.copy();
    casebook.reopen().unwrap();
    for entries in chains {
        casebook.write(|gate| gate.receive(entries)).unwrap();
    }
    casebook
}

/// What two laptops wrote, in both orders of arrival.
fn both_orders(one: &[Entry], two: &[Entry]) -> [TempCasebook; 2] {
    let both = [delivered(&[one, two]), delivered(&[two, one])];
    assert_eq!(dump::views(&both[0]), dump::views(&both[1]));
    both
}

/// Two laptops with their openings.
fn two_laptops(entries: &mut Entries) -> [(ForeignChain, Vec<Entry>); 2] {
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
