//! The custody count adds up and says where each record is, whatever happens to it: against a
//! model of a few lines.

use std::collections::{BTreeMap, BTreeSet};

use casebook::{Casebook, CasebookFault, tables};
use domain::{Custody, RecordId, RecordState};
use journal::{Decision, Head, Range, Standing, Verdict};
use proptest::prelude::*;
use testkit::{TempCasebook, entries::Entries};
use vault::Hash;

use crate::{check, hub, receive};

/// Something that happens; the numbers choose what it happens to.
#[derive(Debug, Clone)]
enum Act {
    File,
    Amend(usize),
    AmendUnknowing(usize),
    Log,
    Receive(Vec<usize>),
    Judge(usize, bool),
    Hold(usize, bool),
    Restore(usize),
    Lose(usize, usize),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let one = prop_oneof![
        3 => Just(Act::File),
        2 => any::<usize>().prop_map(Act::Amend),
        1 => any::<usize>().prop_map(Act::AmendUnknowing),
        1 => Just(Act::Log),
        4 => prop::collection::vec(any::<usize>(), 1..6).prop_map(Act::Receive),
        2 => (any::<usize>(), any::<bool>()).prop_map(|(entry, good)| Act::Judge(entry, good)),
        1 => (any::<usize>(), any::<bool>()).prop_map(|(record, hold)| Act::Hold(record, hold)),
        1 => any::<usize>().prop_map(Act::Restore),
        1 => (any::<usize>(), any::<usize>()).prop_map(|(from, to)| Act::Lose(from, to)),
    ];
    prop::collection::vec(one, 1..40)
}

/// A version: its entry's number, and the numbers of the versions that it is based on.
type Version = (usize, Vec<usize>);

#[derive(Default)]
struct Model {
    links: Vec<Hash>,
    versions: BTreeMap<RecordId, Vec<Version>>,
    held: BTreeSet<usize>,
    verdicts: BTreeMap<usize, bool>,
    holds: BTreeSet<RecordId>,
}

impl Model {
    fn state(&self, record: RecordId) -> RecordState {
        let versions = &self.versions[&record];
        let based_on: BTreeSet<usize> = versions.iter().flat_map(|(_, seen)| seen.iter().copied()).collect();
        let heads: Vec<usize> = versions.iter().map(|(at, _)| *at).filter(|at| !based_on.contains(at)).collect();
        let verdict = heads.last().and_then(|shown| self.verdicts.get(shown));
        if heads.len() > 1 {
            RecordState::CompareVersions
        } else if verdict == Some(&false) {
            RecordState::NeedsYou
        } else if versions.iter().all(|(at, _)| self.held.contains(at)) {
            if verdict == Some(&true) { RecordState::InCentralRecord } else { RecordState::Sent }
        } else if self.holds.contains(&record) {
            RecordState::Paused
        } else {
            RecordState::Waiting
        }
    }

    fn custody(&self) -> Custody {
        let mut custody = Custody::default();
        for record in self.versions.keys() {
            custody.count(self.state(*record));
        }
        let versions: BTreeSet<usize> = self.versions.values().flatten().map(|(at, _)| *at).collect();
        custody.log = u32::try_from(self.links.len() - versions.len()).unwrap();
        let waits = |at: &usize| !versions.contains(at) && !self.held.contains(at);
        custody.log_waiting = u32::try_from((0..self.links.len()).filter(waits).count()).unwrap();
        custody
    }

    fn record(&self, choice: usize) -> Option<RecordId> {
        let records: Vec<RecordId> = self.versions.keys().copied().collect();
        (!records.is_empty()).then(|| records[choice % records.len()])
    }

    fn filed(&mut self, record: RecordId, hash: Hash, seen: Vec<usize>) {
        self.versions.entry(record).or_default().push((self.links.len(), seen));
        self.links.push(hash);
    }
}

fn happen(casebook: &Casebook, model: &mut Model, entries: &mut Entries, act: Act) {
    let total = model.links.len();
    match act {
        Act::File => {
            let (record, entry) = entries.record_filed(&[]);
            let hash = casebook.write(|gate| gate.append(entry)).unwrap().head.hash;
            model.filed(record, hash, Vec::new());
        }
        Act::Amend(choice) | Act::AmendUnknowing(choice) => {
            let Some(record) = model.record(choice) else { return };
            let all: Vec<usize> = model.versions[&record].iter().map(|(at, _)| *at).collect();
            let seen = if matches!(act, Act::Amend(_)) { all } else { vec![all[0]] };
            let based_on = seen.iter().map(|at| model.links[*at]).collect();
            let entry = entries.record_again(record, &[], based_on);
            let hash = casebook.write(|gate| gate.append(entry)).unwrap().head.hash;
            model.filed(record, hash, seen);
        }
        Act::Log => {
            let entry = entries.author_named("Ruth Exemplar");
            model.links.push(casebook.write(|gate| gate.append(entry)).unwrap().head.hash);
        }
        Act::Receive(choices) => {
            let covered: Vec<usize> = choices.iter().map(|choice| choice % total).collect();
            receive(casebook, covered.iter().map(|at| model.links[*at]).collect());
            model.held.extend(covered);
        }
        Act::Judge(choice, good) => {
            let verdict = Verdict {
                entry: model.links[choice % total],
                decision: if good { Decision::Accepted } else { Decision::NeedsPerson },
                cause: String::new(),
                reference: String::new(),
                at: chrono::DateTime::from_timestamp(1_795_430_000, 0).unwrap(),
            };
            casebook.write(|gate| gate.take_verdict(&verdict.sign(&hub()).unwrap(), &verdict)).unwrap();
            model.verdicts.insert(choice % total, good);
        }
        Act::Hold(choice, hold) => {
            let Some(record) = model.record(choice) else { return };
            casebook.write(|gate| gate.hold(record, hold)).unwrap();
            if hold {
                model.holds.insert(record)
            } else {
                model.holds.remove(&record)
            };
        }
        Act::Restore(choice) => {
            let last = choice % total;
            let head = Head { sequence: last as u64, hash: model.links[last] };
            stand(casebook, model, Standing { head: Some(head), missing: Vec::new() }, |at| at > last);
        }
        Act::Lose(from, to) => {
            let (from, to) = (from % total, to % total);
            let head = Head { sequence: total as u64 - 1, hash: model.links[total - 1] };
            // The same range twice, as a muddled hub might say it.
            let missing = vec![Range { from: from as u64, to: to as u64 }; 2];
            stand(casebook, model, Standing { head: Some(head), missing }, |at| (from..=to).contains(&at));
        }
    }
}

/// The hub says what it holds; what it lost waits again.
fn stand(casebook: &Casebook, model: &mut Model, standing: Standing, lost: impl Fn(usize) -> bool) {
    let again = casebook
        .write(|gate| {
            let chain = tables::chain::own(gate)?.unwrap().number;
            gate.take_standing(chain, &standing)
        })
        .unwrap();
    let before = model.held.len();
    model.held.retain(|at| !lost(*at));
    assert_eq!(again as usize, before - model.held.len());
}

proptest! {
    #![proptest_config(crate::cases(24))]

    #[test]
    fn every_record_is_in_one_place_and_it_is_the_right_one(acts in acts(), seed in any::<u64>()) {
        let casebook = TempCasebook::create(seed);
        let mut entries = Entries::seeded(seed);
        let links = casebook.read(|reading| Ok::<_, CasebookFault>(crate::hashes(reading))).unwrap();
        let mut model = Model { links, ..Model::default() };
        for act in acts {
            happen(&casebook, &mut model, &mut entries, act.clone());
            let custody = casebook.read(|reading| Ok::<_, CasebookFault>(tables::record::custody(reading)?)).unwrap();
            prop_assert_eq!(custody, model.custody(), "after {:?}", act);
            prop_assert!(custody.adds_up());
            for record in model.versions.keys() {
                let found = casebook.read(|reading| Ok::<_, CasebookFault>(tables::record::find(reading, *record)?)).unwrap();
                prop_assert_eq!(found.unwrap().state, model.state(*record), "after {:?}", act);
            }
        }
        prop_assert_eq!(check(&casebook).faults, []);
    }
}
