//! A small world: three devices that write about the same few people and records, and the order in which
//! what they wrote arrives.

use std::{collections::BTreeMap, sync::LazyLock};

use casebook::Casebook;
use domain::{BatchId, Clock, Fact, FactId, PersonField, PersonId, RecordId};
use journal::{Entry, FactRecorded, FactWithdrawn, NewEntry, PackHolds, PackLine, WarningsRead};
use serde_json::{Value, json};
use testkit::{
    TempCasebook,
    entries::{Entries, ForeignChain},
};
use vault::Hash;

use crate::packs;

/// The casebook that all receive in, closed: copies have the same entries of their own.
pub(super) static EMPTY: LazyLock<TempCasebook> = LazyLock::new(|| {
    let mut casebook = TempCasebook::create(100);
    casebook.close();
    casebook
});

/// What three devices wrote, and the files that their entries name.
pub(super) struct World {
    pub(super) written: Vec<Vec<Entry>>,
    pub(super) files: Vec<Vec<u8>>,
}

/// What three devices wrote about the same few people and records, each knowing some of the rest.
pub(super) fn world(seed: u64, acts: u64) -> World {
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
    // The third day says much of what the second said.
    let packs_of = [
        (PackHolds::People, "2020-10-01", known.pack("2020-10-01")),
        (PackHolds::People, "2020-10-11", known.pack("2020-10-11")),
        (PackHolds::People, "2020-10-21", known.pack("2020-10-11")[1..].to_vec()),
        (PackHolds::History, "2020-10-01", known.notes("first")),
        (PackHolds::History, "2020-10-11", known.notes("second")),
    ];
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
                    let (holds, as_at, lines) = &packs_of[pick(&mut entries, packs_of.len())];
                    let (batch, imported) = packs::imported(&mut entries, *holds, "Mosaic", as_at, lines);
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
    World { written, files: packs_of.iter().map(|(_, _, lines)| packs::file(lines)).collect() }
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
pub fn said(mut fact: Value) -> Fact {
    fact.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    serde_json::from_value(fact).unwrap()
}

pub(super) fn pick(entries: &mut Entries, below: usize) -> usize {
    usize::try_from(entries.number(below as u64)).unwrap()
}

/// Delivers everything in an order that the seed chooses, a few at a time.
pub(super) fn deliver(casebook: &Casebook, world: &[Vec<Entry>], seed: u64) {
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

pub(super) fn received(world: &World, seed: u64) -> TempCasebook {
    let mut casebook = EMPTY.copy();
    casebook.reopen().unwrap();
    for file in &world.files {
        casebook.blobs().put(file.as_slice()).unwrap();
    }
    deliver(&casebook, &world.written, seed);
    packs::take_all(&casebook);
    casebook
}
