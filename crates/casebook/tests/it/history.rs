//! Recovered notes: taken in slices, never twice, gone when their pack is undone, and found.

use casebook::{
    Casebook, CasebookFault, CheckFault,
    tables::{
        note,
        search::{self, Asked, Thing},
    },
};
use domain::{NoteId, PersonId};
use journal::HistoricNote;
use rstest::rstest;
use testkit::{
    TempCasebook,
    entries::{Entries, ForeignChain},
};

use crate::{check, filled, number, packs, tamper};

fn person(of: u8) -> PersonId {
    PersonId::from_bytes([of; 16])
}

/// So many notes on two files, a day apart.
fn notes(many: u8) -> Vec<HistoricNote> {
    (1..=many)
        .map(|of| packs::note(of, &[person(100 + of % 2)], Some(&format!("2019-03-{of:02}")), &format!("Text {of}")))
        .collect()
}

fn timeline(casebook: &Casebook, people: &[PersonId]) -> Vec<String> {
    let mut texts = Vec::new();
    let mut after = None;
    loop {
        let part = casebook.read(|reading| Ok::<_, CasebookFault>(note::timeline(reading, people, after, 3)?)).unwrap();
        let Some((place, _)) = part.last() else { return texts };
        after = Some(*place);
        texts.extend(part.into_iter().map(|(_, note)| note.text));
    }
}

fn text_of(casebook: &Casebook, of: u8) -> Option<String> {
    let id = NoteId::from_bytes([of; 16]);
    casebook.read(|reading| Ok::<_, CasebookFault>(note::find(reading, id)?)).unwrap().map(|note| note.text)
}

fn found(casebook: &Casebook, typed: &str, people: &[PersonId]) -> Vec<Thing> {
    casebook
        .read(|reading| {
            let Some(asked) = Asked::read(reading, typed)? else { return Ok(Vec::new()) };
            let found = search::newest(reading, &asked, people, None, 50)?;
            Ok::<_, CasebookFault>(found.into_iter().map(|(_, thing)| thing).collect())
        })
        .unwrap()
}

#[test]
fn slices_go_on_where_a_crash_stopped() {
    let mut casebook = TempCasebook::create(301);
    let mut entries = Entries::seeded(301);
    let batch = packs::history(&casebook, &mut entries, "2020-10-11", &notes(25));
    assert_eq!(check(&casebook).faults, [], "before the first is taken");
    for done in [10, 20] {
        assert_eq!(casebook.take_notes(batch, 10).unwrap().done, done);
        assert_eq!(check(&casebook).faults, [], "between two slices");
        casebook.reopen().unwrap();
        assert_eq!(casebook.notes_to_take().unwrap(), [batch]);
    }
    let last = casebook.take_notes(batch, 10).unwrap();
    assert_eq!((last.done, last.total), (25, 25));
    assert_eq!(casebook.notes_to_take().unwrap(), []);
    assert_eq!(casebook.take_notes(batch, 10).unwrap(), last, "taking what is taken changes nothing");
    assert_eq!(number(&casebook, "SELECT count(*) FROM note"), 25);
    let both = timeline(&casebook, &[person(100), person(101)]);
    assert_eq!(both, (1..=25).rev().map(|of| format!("Text {of}")).collect::<Vec<_>>());
    assert_eq!(timeline(&casebook, &[person(100)]).len(), 12);
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn old_and_undated_notes_stand_last() {
    let casebook = TempCasebook::create(302);
    let mut entries = Entries::seeded(302);
    let of = [person(100)];
    let said = [
        packs::note(1, &of, None, "undated"),
        packs::note(2, &of, Some("1899-12-31"), "1899"),
        packs::note(3, &of, Some("2019-03-03T09:30"), "morning"),
        packs::note(4, &of, Some("2019-03-03"), "that day"),
        packs::note(5, &[of[0], of[0]], Some("1650-01-01"), "cannot be"),
    ];
    packs::history(&casebook, &mut entries, "2020-10-11", &said);
    packs::take_all(&casebook);
    assert_eq!(timeline(&casebook, &of), ["that day", "morning", "1899", "cannot be", "undated"]);
    let home = found(&casebook, "home visit", &[]);
    let order: Vec<String> = casebook
        .read(|reading| {
            let text = |thing: &Thing| match thing {
                Thing::Note(number) => Ok(note::at(reading, *number)?.unwrap().text),
                _ => panic!("only notes"),
            };
            home.iter().map(text).collect::<Result<_, CasebookFault>>()
        })
        .unwrap();
    assert_eq!(order, ["that day", "morning", "1899", "cannot be", "undated"]);
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn a_later_day_of_the_system_stands_until_it_is_undone() {
    for later_first in [false, true] {
        let casebook = TempCasebook::create(303);
        let mut entries = Entries::seeded(303);
        let early = [packs::note(1, &[person(100)], Some("2019-03-01"), "as it was"), notes(2)[1].clone()];
        let late = [packs::note(1, &[person(101)], Some("2019-03-02"), "as corrected"), notes(3)[2].clone()];
        let mut batches = [("2020-10-01", &early), ("2020-10-11", &late)];
        if later_first {
            batches.reverse();
        }
        let batches =
            batches.map(|(as_at, notes)| (as_at, packs::history(&casebook, &mut entries, as_at, notes))).to_vec();
        packs::take_all(&casebook);
        assert_eq!(text_of(&casebook, 1).as_deref(), Some("as corrected"));
        assert_eq!(number(&casebook, "SELECT count(*) FROM note"), 3);
        assert_eq!(found(&casebook, "was", &[]), [], "what is not shown is not found");
        assert_eq!(check(&casebook).faults, []);
        let later = batches.iter().find(|(as_at, _)| *as_at == "2020-10-11").unwrap().1;
        let undone = entries.import_undone(later);
        casebook.write(|gate| gate.append(undone)).unwrap();
        packs::take_all(&casebook);
        assert_eq!(text_of(&casebook, 1).as_deref(), Some("as it was"));
        assert_eq!(number(&casebook, "SELECT count(*) FROM note"), 2, "what the other pack brought stays");
        assert_eq!(timeline(&casebook, &[person(101)]), Vec::<String>::new());
        assert_eq!(found(&casebook, "corrected", &[]), []);
        assert_eq!(check(&casebook).faults, []);
    }
}

#[test]
fn the_same_pack_from_two_laptops_makes_one_copy_of_each_note() {
    let casebook = TempCasebook::create(304);
    let mut entries = Entries::seeded(304);
    let mine = packs::history(&casebook, &mut entries, "2020-10-11", &notes(7));
    packs::take_all(&casebook);
    let lines: Vec<_> = notes(7).into_iter().map(journal::PackLine::Note).collect();
    let (mut other, opening) = ForeignChain::open(&mut entries, None);
    let (_, entry) = packs::imported(&mut entries, journal::PackHolds::History, "Mosaic", "2020-10-11", &lines);
    let theirs = other.append(entry);
    casebook.write(|gate| gate.receive(&[opening, theirs])).unwrap();
    packs::take_all(&casebook);
    assert_eq!(number(&casebook, "SELECT count(*) FROM note"), 7);
    assert_eq!(check(&casebook).faults, []);
    let undone = entries.import_undone(mine);
    casebook.write(|gate| gate.append(undone)).unwrap();
    packs::take_all(&casebook);
    assert_eq!(number(&casebook, "SELECT count(*) FROM note"), 7, "the other laptop's import stands");
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn taking_out_goes_on_where_a_crash_stopped() {
    let mut casebook = TempCasebook::create(305);
    let mut entries = Entries::seeded(305);
    let batch = packs::history(&casebook, &mut entries, "2020-10-11", &notes(25));
    packs::take_all(&casebook);
    let undone = entries.import_undone(batch);
    casebook.write(|gate| gate.append(undone)).unwrap();
    let taken = casebook.take_notes(batch, 10).unwrap();
    assert_eq!((taken.done, taken.total), (10, 25));
    assert_eq!(check(&casebook).faults, []);
    casebook.reopen().unwrap();
    assert_eq!(casebook.notes_to_take().unwrap(), [batch]);
    packs::take_all(&casebook);
    let left =
        ["note", "note_person", "note_taking"].map(|table| number(&casebook, &format!("SELECT count(*) FROM {table}")));
    assert_eq!(left, [0, 0, 0]);
    assert_eq!(found(&casebook, "home", &[]), []);
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn the_same_id_twice_in_a_pack_counts_once() {
    let casebook = TempCasebook::create(306);
    let mut entries = Entries::seeded(306);
    let mut twice = notes(6);
    twice.push(packs::note(2, &[person(100)], Some("2019-05-01"), "another text"));
    packs::history(&casebook, &mut entries, "2020-10-11", &twice);
    packs::take_all(&casebook);
    assert_eq!(text_of(&casebook, 2).as_deref(), Some("Text 2"));
    assert_eq!(check(&casebook).faults, []);
}

#[rstest]
#[case::changed("UPDATE note SET text = 'Nothing happened' WHERE number = 3")]
#[case::moved("UPDATE note SET moment = moment + 86400 WHERE number = 3")]
#[case::removed("DELETE FROM note WHERE number = 3")]
#[case::added(
    "INSERT INTO note SELECT 99, randomblob(16), pack, 99, 99, moment, at, '', '', '', '', people, 'x' FROM note WHERE number = 3"
)]
#[case::line("UPDATE note SET line = 1 WHERE number = 3")]
#[case::of_nobody("DELETE FROM note_person WHERE number = 3")]
#[case::of_another("INSERT INTO note_person SELECT randomblob(16), moment, number FROM note_person WHERE number = 3")]
#[case::of_no_pack("UPDATE note SET pack = 1 WHERE number = 3")]
#[case::not_taken("DELETE FROM note_taking")]
fn an_edited_note_is_found_and_mended_by_a_rebuild(#[case] sql: &str) {
    let casebook = TempCasebook::create(307);
    let mut entries = Entries::seeded(307);
    packs::history(&casebook, &mut entries, "2020-10-11", &notes(8));
    packs::take_all(&casebook);
    tamper(&casebook, sql);
    assert!(check(&casebook).faults.contains(&CheckFault::View("note")), "{:?}", check(&casebook).faults);
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(check(&casebook).faults, []);
    packs::take_all(&casebook);
    assert_eq!(check(&casebook).faults, []);
    assert_eq!(number(&casebook, "SELECT count(*) FROM note WHERE text LIKE 'Text %'"), 8);
}

#[rstest]
#[case::not_listed("DELETE FROM searchable WHERE what = 0 AND number = (SELECT found FROM note WHERE number = 3)")]
#[case::another("UPDATE searchable SET thing = 4 WHERE what = 0 AND thing = 3")]
#[case::a_record("DELETE FROM searchable WHERE what = 1")]
#[case::an_old_version("UPDATE searchable SET position = 1 WHERE what = 1")]
#[case::no_words("DELETE FROM search WHERE rowid = (SELECT found FROM note WHERE number = 3)")]
#[case::other_words(
    "DELETE FROM search WHERE rowid = (SELECT found FROM note WHERE number = 1);
     INSERT INTO search (rowid, words) SELECT found, 'other words' FROM note WHERE number = 1;"
)]
#[case::words_of_nothing("INSERT INTO search (rowid, words) VALUES (17, 'nothing')")]
fn a_damaged_index_is_found_and_mended_by_a_rebuild(#[case] sql: &str) {
    let (casebook, mut entries) = filled(308, 4);
    packs::history(&casebook, &mut entries, "2020-10-11", &notes(8));
    packs::take_all(&casebook);
    assert_eq!(check(&casebook).faults, []);
    tamper(&casebook, sql);
    assert_eq!(check(&casebook).faults, [CheckFault::View("search")]);
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(check(&casebook).faults, []);
    assert_eq!(found(&casebook, "home", &[]).len(), 8);
    assert_eq!(found(&casebook, "child", &[]).len(), 4);
}

#[test]
fn what_is_found_follows_what_is_shown() {
    let casebook = TempCasebook::create(309);
    let mut entries = Entries::seeded(309);
    let (child, added) = entries.person_added();
    casebook.write(|gate| gate.append(added)).unwrap();
    let (batch, begun) = entries.responses_imported("duty");
    let first = entries.record_imported("a", &[child], "She was calm at home", batch, Vec::new());
    let hash = casebook
        .write(|gate| {
            gate.append(begun)?;
            gate.append(first).map(|appended| appended.head.hash)
        })
        .unwrap();
    let records = |typed: &str| found(&casebook, typed, &[child]).len();
    assert_eq!((records("cal"), records("worried")), (1, 0));
    let again = entries.record_imported("a", &[child], "She was worried", batch, vec![hash]);
    casebook.write(|gate| gate.append(again)).unwrap();
    assert_eq!((records("calm"), records("worri")), (0, 1), "only the version that is shown");
    assert_eq!(found(&casebook, "worried", &[person(9)]), [], "not on another file");
    let undone = entries.import_undone(batch);
    casebook.write(|gate| gate.append(undone)).unwrap();
    assert_eq!(records("worried"), 0);
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn words_are_found_in_any_order_and_the_last_one_while_it_is_typed() {
    let casebook = TempCasebook::create(310);
    let mut entries = Entries::seeded(310);
    let said = [
        packs::note(1, &[person(100)], Some("2019-03-01"), "Zoë’s assessment is done; 李明 came along"),
        packs::note(2, &[person(101)], Some("2019-03-02"), "Assessed at school"),
    ];
    packs::history(&casebook, &mut entries, "2020-10-11", &said);
    packs::take_all(&casebook);
    for (typed, many) in [
        ("asses", 2),
        ("assessment ", 1),
        ("assess ", 0),
        ("done zoe asse", 1),
        ("李", 1),
        ("明 李", 1),
        ("ASSESSED", 1),
        ("\" OR * NEAR(", 0),
        ("a", 0),
        ("", 0),
    ] {
        assert_eq!(found(&casebook, typed, &[]).len(), many, "{typed}");
    }
    assert_eq!(found(&casebook, "asses", &[person(100)]).len(), 1);
}

#[test]
fn a_hundred_notes_of_one_minute_all_have_their_place() {
    let casebook = TempCasebook::create(311);
    let mut entries = Entries::seeded(311);
    let same: Vec<_> =
        (0..200).map(|of| packs::note(of, &[person(100)], Some("1900-01-01"), "The date was not known")).collect();
    packs::history(&casebook, &mut entries, "2020-10-11", &same);
    packs::take_all(&casebook);
    assert_eq!(number(&casebook, "SELECT count(*) FROM searchable"), 200);
    assert_eq!(check(&casebook).faults, []);
}
