//! A rebuild gives the same views and touches nothing that is neither journal nor view.

use casebook::{CasebookFault, tables};
use domain::{HubId, PersonField};
use journal::{Decision, Verdict};
use testkit::{TempCasebook, entries::ForeignChain};
use vault::Hash;

use crate::{check, dump, filled, hashes, hub, receive};

const KEPT: [&str; 12] = [
    "setting",
    "form",
    "draft",
    "form_draft",
    "snippet",
    "known_word",
    "hub",
    "receipt",
    "held",
    "verdict",
    "verdict_cursor",
    "hold",
];

/// A casebook with something in every table.
fn lived_in(seed: u64) -> TempCasebook {
    let (casebook, mut entries) = filled(seed, 12);
    let all = casebook.read(|reading| Ok::<_, CasebookFault>(hashes(reading))).unwrap();
    receive(&casebook, all[..9].to_vec());
    let chain = casebook.read(|reading| Ok::<_, CasebookFault>(tables::chain::own(reading)?)).unwrap().unwrap();
    let at = chrono::DateTime::from_timestamp(1_795_440_000, 0).unwrap();
    for (entry, decision) in [(all[6], Decision::Accepted), (all[7], Decision::NeedsPerson)] {
        let verdict = Verdict { entry, decision, cause: "Why".to_owned(), reference: "C-1".to_owned(), at };
        casebook.write(|gate| gate.take_verdict(&verdict.sign(&hub()).unwrap(), &verdict)).unwrap();
    }
    let (record, filed) = entries.record_filed(&[]);
    let (child, added) = entries.person_added();
    let call = entries.lead_phoned(record);
    let look = entries.file_opened(child);
    let clash = ["Maya One", "Maya Two"].map(|name| entries.person_amended(child, PersonField::Name, name, Vec::new()));
    let again = [(); 2].map(|()| entries.record_again(record, &[child], vec![all[0]]));
    let (batch, begun) = entries.responses_imported("duty_visit");
    let forms = [entries.form_published("visit", 2), entries.form_retired("visit", 2, None), begun];
    let imported =
        [entries.record_imported("row 1", &[child], "same", batch, Vec::new()), entries.import_undone(batch)];
    casebook
        .write(|gate| {
            for entry in [filed, added, call, look].into_iter().chain(clash).chain(again).chain(forms).chain(imported) {
                gate.append(entry)?;
            }
            gate.hold(record, true)?;
            gate.set_verdict_cursor(chain.number, "17")?;
            tables::setting::set(gate, "zoom", "400")?;
            tables::form::keep(gate, Hash::of(b"{}"), b"{}")?;
            let enrolled = at.fixed_offset();
            tables::hub::pin(
                gate,
                &tables::hub::PinnedHub {
                    id: HubId::from_bytes([4; 16]),
                    address: "http://127.0.0.1:1".to_owned(),
                    key: hub().public(),
                    certificate: None,
                    enrolled,
                    last_contact: None,
                },
            )?;
            tables::draft::add(
                gate,
                &tables::draft::Draft {
                    id: domain::DraftId(entries.id()),
                    form: Hash::of(b"{}"),
                    people: vec![child],
                    answers: serde_json::Map::new(),
                    carried: Vec::new(),
                    place: None,
                    revision: 1,
                    started: enrolled,
                    saved: enrolled,
                    set_aside: Some(enrolled),
                    left_behind: vec![serde_json::json!({ "path": "old", "value": "kept" })],
                    goes_on_from: Some(record),
                },
            )?;
            tables::form_draft::add(
                gate,
                &tables::form_draft::FormDraft {
                    id: domain::FormDraftId(entries.id()),
                    base: Some(Hash::of(b"{}")),
                    definition: "{ half a".to_owned(),
                    revision: 1,
                    started: enrolled,
                    saved: enrolled,
                    set_aside: None,
                },
            )?;
            tables::snippet::set(gate, "sig", "Ruth Exemplar, North team")?;
            tables::known_word::add(gate, "genogram")?;
            Ok::<_, CasebookFault>(())
        })
        .unwrap();
    casebook
}

#[test]
fn a_rebuild_changes_nothing_in_a_healthy_casebook() {
    let casebook = lived_in(81);
    let (views, kept) = (dump::exact(&casebook), dump::tables(&casebook, &KEPT));
    for name in KEPT {
        assert!(dump::tables(&casebook, &[name]).lines().count() > 1, "{name} has something to lose");
    }
    assert_eq!(check(&casebook).faults, []);
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(dump::exact(&casebook), views);
    assert_eq!(dump::tables(&casebook, &KEPT), kept);
}

#[test]
fn a_rebuild_that_is_stopped_changes_nothing() {
    let casebook = lived_in(82);
    let before = dump::exact(&casebook);
    assert!(matches!(casebook.rebuild(&mut |_, _| false), Err(CasebookFault::Stopped)));
    assert_eq!(dump::exact(&casebook), before);
}

#[test]
fn views_of_an_older_holdfast_are_rebuilt_when_the_casebook_is_opened() {
    let mut casebook = lived_in(83);
    let before = (dump::exact(&casebook), dump::tables(&casebook, &KEPT));
    casebook
        .write(|gate| {
            tables::setting::set(gate, "views_version", "0")?;
            Ok::<_, CasebookFault>(gate.execute_batch("DELETE FROM person; UPDATE record SET place = 1;")?)
        })
        .unwrap();
    casebook.reopen().unwrap();
    assert_eq!((dump::exact(&casebook), dump::tables(&casebook, &KEPT)), before);
}

#[test]
fn what_a_newer_holdfast_wrote_is_kept_relayed_and_left_alone() {
    let (mut casebook, mut entries) = filled(84, 2);
    let (mut other, opening) = ForeignChain::open(&mut entries, None);
    let bodies = [
        entries.unknown("moon_phase", 1),
        entries.unknown("record_filed", 9),
        journal::SealedBody::from_parts([1; 32], b"\x00 no JSON at all".to_vec()).unwrap(),
    ];
    let written: Vec<_> = bodies.iter().map(|body| other.append_body(body.clone())).collect();
    casebook.write(|gate| gate.receive(&[&[opening], &written[..]].concat())).unwrap();
    let kept = |casebook: &TempCasebook| {
        casebook
            .read(|reading| {
                let chain = tables::chain::find(reading, other.id)?.unwrap();
                let waiting = tables::waiting::lane_after(reading, chain.number, false, 0, 100)?;
                for entry in &written {
                    let position = tables::entry::position_of(reading, entry.link.hash())?.unwrap();
                    assert!(waiting.iter().any(|(one, _)| one.position == position), "it waits to be relayed");
                    let stored = tables::entry::at(reading, position)?.unwrap();
                    assert_eq!(&stored.entry()?, entry, "kept to the byte");
                }
                Ok::<_, CasebookFault>(())
            })
            .unwrap();
        assert_eq!(check(casebook).faults, []);
    };
    kept(&casebook);
    casebook.rebuild(&mut |_, _| true).unwrap();
    kept(&casebook);
    casebook.reopen().unwrap();
    kept(&casebook);
}
