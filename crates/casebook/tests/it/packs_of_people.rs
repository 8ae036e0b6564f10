//! Packs of people: the same file from two laptops is one, an undone one leaves nobody without a name
//! whom something names, and a damaged or newer one stops nothing.

use std::{collections::BTreeMap, fs, io::Write};

use casebook::{
    Casebook, CasebookFault, CheckFault,
    tables::{self, fact, person},
};
use domain::{BatchId, FactId, PersonField, PersonId};
use flate2::{Compression, write::GzEncoder};
use journal::{BlobUse, Entry, FactRecorded, FactWithdrawn, Known, NewEntry, PackHolds, PackLine, WarningsRead};
use serde_json::json;
use testkit::{
    TempCasebook,
    entries::{Entries, ForeignChain},
};
use vault::Hash;

use crate::{
    check,
    order::{both_orders_with, said, two_laptops},
    packs,
};

/// Two laptops that take in one file of a child with a warning.
struct Twins {
    entries: Entries,
    child: PersonId,
    warning: FactId,
    lines: Vec<PackLine>,
    one: (ForeignChain, Vec<Entry>),
    two: (ForeignChain, Vec<Entry>),
}

impl Twins {
    fn new(seed: u64) -> Self {
        let mut entries = Entries::seeded(seed);
        let [one, two] = two_laptops(&mut entries);
        let (child, warning) = (PersonId(entries.id()), FactId(entries.id()));
        let lines = vec![
            PackLine::Person { person: child, fields: BTreeMap::from([(PersonField::Name, "Ada Example".to_owned())]) },
            PackLine::Fact { fact: warning, about: vec![child], says: dog("A dog") },
        ];
        Self { entries, child, warning, lines, one, two }
    }

    fn pack(&mut self) -> (BatchId, NewEntry) {
        packs::imported(&mut self.entries, PackHolds::People, "Mosaic", "2020-10-11", &self.lines)
    }

    /// The first laptop, then the second, takes the file in; gives the import of the first.
    fn both_import(&mut self) -> BatchId {
        let (batch, first) = self.pack();
        self.one.1.push(self.one.0.append(first));
        let (_, second) = self.pack();
        self.two.1.push(self.two.0.append(second));
        batch
    }

    /// The first laptop records something that is based on its own pack.
    fn on_the_first(&mut self, act: Known) {
        let pack = self.one.1[1].link.hash();
        let entry = self.entries.of(act, Vec::new(), vec![pack]);
        self.one.1.push(self.one.0.append(entry));
    }

    fn casebooks(&self) -> [TempCasebook; 2] {
        let both = both_orders_with(&[packs::file(&self.lines)], &self.one.1, &self.two.1);
        assert_eq!(check(&both[0]).faults, []);
        both
    }
}

fn dog(text: &str) -> domain::Fact {
    said(json!({ "kind": "warning", "warning": "home_environment", "text": text, "from": "2020-02-21" }))
}

fn shown(casebook: &Casebook, warning: FactId) -> Option<fact::Known> {
    casebook.read(|reading| Ok::<_, CasebookFault>(fact::find(reading, warning)?)).unwrap()
}

fn name_of(casebook: &Casebook, child: PersonId) -> Option<(String, bool)> {
    let found = casebook.read(|reading| Ok::<_, CasebookFault>(person::find(reading, child)?)).unwrap();
    found.map(|person| (person.name, person.clash))
}

#[test]
fn a_correction_stands_over_the_same_pack_from_another_laptop() {
    let mut twins = Twins::new(401);
    twins.both_import();
    let (fact, about) = (twins.warning, vec![twins.child]);
    twins.on_the_first(Known::FactRecorded(FactRecorded { fact, about, says: dog("A small dog") }));
    let fields = BTreeMap::from([(PersonField::Name, "Ada Testname".to_owned())]);
    twins.on_the_first(Known::PersonAmended(journal::PersonAmended { person: twins.child, fields }));
    for casebook in twins.casebooks() {
        let shown = shown(&casebook, fact).unwrap();
        assert!(shown.says == dog("A small dog"));
        assert_eq!((shown.heads, shown.recovered.is_none()), (1, true));
        assert_eq!(name_of(&casebook, twins.child), Some(("Ada Testname".to_owned(), false)));
    }
}

#[test]
fn a_correction_stands_although_the_import_that_it_was_based_on_was_undone() {
    let mut twins = Twins::new(402);
    let batch = twins.both_import();
    let (fact, about) = (twins.warning, vec![twins.child]);
    twins.on_the_first(Known::FactRecorded(FactRecorded { fact, about, says: dog("A small dog") }));
    let undone = twins.entries.import_undone(batch);
    twins.one.1.push(twins.one.0.append(undone));
    for casebook in twins.casebooks() {
        let shown = shown(&casebook, fact).unwrap();
        assert!(shown.says == dog("A small dog"));
        assert_eq!(shown.heads, 1);
        assert_eq!(name_of(&casebook, twins.child), Some(("Ada Example".to_owned(), false)), "the other import stands");
    }
}

#[test]
fn a_withdrawn_warning_does_not_come_back_with_the_same_pack() {
    let mut twins = Twins::new(403);
    twins.both_import();
    let fact = twins.warning;
    twins.on_the_first(Known::FactWithdrawn(FactWithdrawn { fact, reason: "The wrong child".to_owned() }));
    for casebook in twins.casebooks() {
        assert!(shown(&casebook, fact).is_none());
    }
}

#[test]
fn a_warning_that_was_read_stays_read_and_old_when_the_same_pack_comes() {
    let mut twins = Twins::new(404);
    // The second laptop took the file in first: its version is the one shown as soon as it is here.
    let (_, second) = twins.pack();
    let second = twins.two.0.append(second);
    twins.two.1.push(second.clone());
    let (_, first) = twins.pack();
    let first = twins.one.0.append(first);
    twins.one.1.push(first.clone());
    let warnings = vec![(twins.warning, first.link.hash())];
    twins.on_the_first(Known::WarningsRead(WarningsRead { person: twins.child, warnings }));
    let author = twins.one.1[2].body.as_ref().unwrap().read().unwrap().author;
    let [after, _] = twins.casebooks();
    let known = shown(&after, twins.warning).unwrap();
    assert_eq!(known.entry, second.link.hash());
    let (read, place) = after
        .read(|reading| {
            let read = tables::warning_read::has(reading, twins.warning, known.entry, author)?;
            let other = tables::warning_read::has(reading, twins.warning, Hash::of(b"another"), author)?;
            assert!(!other, "another version is not read");
            let sql = "SELECT position FROM entry WHERE hash = ?";
            let place: i64 = reading.query_row(sql, [first.link.hash().as_bytes()], |row| row.get(0))?;
            Ok::<_, CasebookFault>((read, place))
        })
        .unwrap();
    assert!(read);
    assert_eq!(known.position, place, "it has been here since the first came");
}

#[test]
fn a_child_of_an_undone_pack_stays_while_something_else_names_them() {
    for what in ["nothing", "a record", "a fact", "a fact withdrawn", "a value"] {
        let mut twins = Twins::new(405);
        let (batch, pack) = twins.pack();
        twins.one.1.push(twins.one.0.append(pack));
        let undone = twins.entries.import_undone(batch);
        twins.one.1.push(twins.one.0.append(undone));
        let fact = FactId(twins.entries.id());
        let (_, record) = twins.entries.record_filed(&[twins.child]);
        let (about, says) = (vec![twins.child], dog("Another dog"));
        let recorded =
            twins.entries.of(Known::FactRecorded(FactRecorded { fact, about, says }), Vec::new(), Vec::new());
        let value = twins.entries.person_amended(twins.child, PersonField::School, "Test Primary", Vec::new());
        let written = match what {
            "a record" => vec![record],
            "a value" => vec![value],
            "nothing" => Vec::new(),
            _ => vec![recorded],
        };
        for entry in written {
            twins.two.1.push(twins.two.0.append(entry));
        }
        if what == "a fact withdrawn" {
            let seen = vec![twins.two.0.head.hash];
            let withdrawn = Known::FactWithdrawn(FactWithdrawn { fact, reason: "The wrong child".to_owned() });
            let withdrawn = twins.entries.of(withdrawn, Vec::new(), seen);
            twins.two.1.push(twins.two.0.append(withdrawn));
        }
        let stays = !matches!(what, "nothing" | "a fact withdrawn");
        for casebook in twins.casebooks() {
            let name = name_of(&casebook, twins.child).map(|(name, _)| name);
            assert_eq!(name.as_deref(), stays.then_some("Ada Example"), "{what}");
            assert!(shown(&casebook, twins.warning).is_none(), "{what}: its own facts go");
        }
    }
}

#[test]
fn what_a_pack_that_stands_says_goes_before_what_an_undone_one_said() {
    let mut twins = Twins::new(406);
    let (batch, wrong) = twins.pack();
    twins.one.1.push(twins.one.0.append(wrong));
    let undone = twins.entries.import_undone(batch);
    twins.one.1.push(twins.one.0.append(undone));
    let (_, record) = twins.entries.record_filed(&[twins.child]);
    twins.two.1.push(twins.two.0.append(record));
    let fields = BTreeMap::from([(PersonField::Name, "Ada Before".to_owned())]);
    let before = vec![PackLine::Person { person: twins.child, fields }];
    let (_, stands) = packs::imported(&mut twins.entries, PackHolds::People, "Mosaic", "2020-10-01", &before);
    twins.two.1.push(twins.two.0.append(stands));
    let files = [packs::file(&twins.lines), packs::file(&before)];
    for casebook in both_orders_with(&files, &twins.one.1, &twins.two.1) {
        assert_eq!(name_of(&casebook, twins.child), Some(("Ada Before".to_owned(), false)));
    }
}

/// Takes a pack of people into a new casebook whose file is these bytes.
fn taken(seed: u64, file: &[u8], lines: u32) -> (TempCasebook, PersonId) {
    let mut twins = Twins::new(seed);
    let casebook = TempCasebook::create(seed);
    casebook.blobs().put(file).unwrap();
    let (_, mut entry) = twins.pack();
    if let Known::PackImported(imported) = &mut entry.act {
        (imported.lines, imported.count) = (Hash::of(file), lines);
    }
    entry.blobs = vec![BlobUse { hash: Hash::of(file), size: file.len() as u64 }];
    casebook.write(|gate| gate.append(entry)).unwrap();
    (casebook, twins.child)
}

#[test]
fn a_damaged_pack_stops_neither_a_check_nor_a_rebuild() {
    let file = packs::file(&Twins::new(407).lines);
    let (casebook, child) = taken(407, &file, 2);
    assert!(name_of(&casebook, child).is_some());
    let mut sealed = fs::read_dir(casebook.path().join("files")).unwrap();
    let path = sealed.next().unwrap().unwrap().path();
    let good = fs::read(&path).unwrap();
    let mut bad = good.clone();
    *bad.last_mut().unwrap() ^= 1;
    fs::write(&path, bad).unwrap();
    assert!(check(&casebook).faults.contains(&CheckFault::Blob(Hash::of(&file))));
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(check(&casebook).faults, [CheckFault::Blob(Hash::of(&file))], "the file is named, and nothing else");
    assert_eq!(name_of(&casebook, child), None, "half a pack is not taken in");
    fs::write(&path, good).unwrap();
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(check(&casebook).faults, []);
    assert!(name_of(&casebook, child).is_some());
}

fn packed(parts: &[&[u8]]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    for part in parts {
        packed.write_all(part).unwrap();
        packed.write_all(b"\n").unwrap();
    }
    packed.finish().unwrap()
}

#[test]
fn lines_of_a_newer_holdfast_are_left_out() {
    let lines: Vec<Vec<u8>> = Twins::new(408).lines.iter().map(|line| serde_json::to_vec(line).unwrap()).collect();
    let file = packed(&[br#"{"line":"from_the_future"}"#, &lines[0], b"", &lines[1]]);
    let (casebook, child) = taken(408, &file, 4);
    assert!(name_of(&casebook, child).is_some());
    assert_eq!(check(&casebook).faults, []);
}

#[test]
fn a_line_longer_than_any_may_be_is_not_unpacked() {
    let line = serde_json::to_vec(&Twins::new(409).lines[0]).unwrap();
    let file = packed(&[&line, &vec![b'x'; 64 << 20]]);
    assert!(file.len() < 1 << 20);
    let (casebook, child) = taken(409, &file, 2);
    assert_eq!(name_of(&casebook, child), None);
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(check(&casebook).faults, []);
}

/// A later export of the same system, with other lines.
fn later(twins: &mut Twins, as_at: &str, says: &str) -> (Vec<PackLine>, NewEntry) {
    let fields = BTreeMap::from([
        (PersonField::Name, "Ada Example".to_owned()),
        (PersonField::School, format!("School of {as_at}")),
    ]);
    let lines = vec![
        PackLine::Person { person: twins.child, fields },
        PackLine::Fact { fact: twins.warning, about: vec![twins.child], says: dog(says) },
    ];
    let (_, entry) = packs::imported(&mut twins.entries, PackHolds::People, "MOSAIC", as_at, &lines);
    (lines, entry)
}

/// The first laptop imports a file and answers it in `answer`; the second imports later exports, each as
/// of a day, with what it says of the warning.
fn answered(
    seed: u64,
    answer: impl FnOnce(&mut Twins),
    exports: &[(&str, &str)],
) -> ([TempCasebook; 2], FactId, PersonId) {
    let mut twins = Twins::new(seed);
    let (_, first) = twins.pack();
    twins.one.1.push(twins.one.0.append(first));
    answer(&mut twins);
    let mut files = vec![packs::file(&twins.lines)];
    for (as_at, says) in exports {
        let (lines, entry) = later(&mut twins, as_at, says);
        files.push(packs::file(&lines));
        twins.two.1.push(twins.two.0.append(entry));
    }
    let both = both_orders_with(&files, &twins.one.1, &twins.two.1);
    for casebook in &both {
        assert_eq!(check(casebook).faults, []);
    }
    (both, twins.warning, twins.child)
}

fn small_dog(twins: &mut Twins) {
    let (fact, about) = (twins.warning, vec![twins.child]);
    twins.on_the_first(Known::FactRecorded(FactRecorded { fact, about, says: dog("A small dog") }));
    let fields = BTreeMap::from([(PersonField::Name, "Ada Testname".to_owned())]);
    twins.on_the_first(Known::PersonAmended(journal::PersonAmended { person: twins.child, fields }));
}

fn wrong_child(twins: &mut Twins) {
    let fact = twins.warning;
    twins.on_the_first(Known::FactWithdrawn(FactWithdrawn { fact, reason: "The wrong child".to_owned() }));
}

#[test]
fn a_later_export_that_says_the_same_again_displaces_no_correction() {
    let (both, warning, child) = answered(410, small_dog, &[("2020-11-01", "A dog"), ("2020-12-01", "A dog")]);
    for casebook in both {
        let shown = shown(&casebook, warning).unwrap();
        assert!(shown.says == dog("A small dog"));
        assert_eq!((shown.heads, shown.recovered.is_none()), (1, true));
        assert_eq!(name_of(&casebook, child), Some(("Ada Testname".to_owned(), false)));
    }
}

#[test]
fn what_a_later_export_says_otherwise_stands_beside_a_correction_and_never_above_it() {
    let (both, warning, child) = answered(411, small_dog, &[("2020-11-01", "Two dogs")]);
    for casebook in both {
        let now = shown(&casebook, warning).unwrap();
        assert!(now.says == dog("A small dog"), "although the pack was recorded later");
        assert_eq!(now.heads, 2);
        let standing = casebook.read(|reading| Ok::<_, CasebookFault>(fact::standing(reading, warning)?)).unwrap();
        assert!(standing[0].says == dog("Two dogs") && standing[0].recovered.is_some());
        assert_eq!(name_of(&casebook, child), Some(("Ada Testname".to_owned(), false)), "the name is as before");
    }
}

#[test]
fn a_correction_answers_what_the_system_said_and_not_what_it_says_after_a_change() {
    let exports = [("2020-11-01", "Two dogs"), ("2020-12-01", "A dog")];
    let (both, warning, _) = answered(412, small_dog, &exports);
    for casebook in both {
        let now = shown(&casebook, warning).unwrap();
        assert!(now.says == dog("A small dog"));
        assert_eq!(now.heads, 2, "the system changed its mind twice since");
    }
}

#[test]
fn a_withdrawn_warning_does_not_come_back_with_a_later_export_that_says_the_same() {
    let (both, warning, _) = answered(413, wrong_child, &[("2020-11-01", "A dog"), ("2020-12-01", "A dog")]);
    for casebook in both {
        assert!(shown(&casebook, warning).is_none());
    }
    let (both, warning, _) = answered(414, wrong_child, &[("2020-11-01", "A dog that bites")]);
    for casebook in both {
        let now = shown(&casebook, warning).unwrap();
        assert!(now.says == dog("A dog that bites"), "nobody has answered this");
        assert!(now.recovered.is_some());
    }
}

#[test]
fn an_import_undone_and_made_again_with_other_lines_leaves_answers_as_they_are() {
    let undone = |twins: &mut Twins| {
        let pack = twins.one.1[1].body.as_ref().unwrap().read().unwrap();
        let Some(Known::PackImported(imported)) = Known::read(&pack) else { panic!("a pack") };
        wrong_child(twins);
        let undone = twins.entries.import_undone(imported.batch);
        twins.one.1.push(twins.one.0.append(undone));
    };
    let (both, warning, _) = answered(415, undone, &[("2020-10-11", "A dog")]);
    for casebook in both {
        assert!(shown(&casebook, warning).is_none(), "it was withdrawn, and the file says the same");
    }
}

#[test]
fn a_warning_that_was_read_stays_read_when_a_later_export_says_the_same() {
    let read = |twins: &mut Twins| {
        let warnings = vec![(twins.warning, twins.one.1[1].link.hash())];
        twins.on_the_first(Known::WarningsRead(WarningsRead { person: twins.child, warnings }));
    };
    for (says, stays) in [("A dog", true), ("A dog that bites", false)] {
        let ([after, _], warning, _) = answered(416, read, &[("2020-11-01", says)]);
        let now = shown(&after, warning).unwrap();
        let position = crate::number(&after, "SELECT min(position) FROM pack");
        assert_eq!(now.position == position, stays, "what is said alike is not new");
        after
            .read(|reading| {
                let sql = "SELECT author FROM warning_read";
                let author = reading.query_row(sql, [], |row| row.get(0).map(domain::AuthorId::from_bytes))?;
                assert_eq!(tables::warning_read::has(reading, warning, now.entry, author)?, stays);
                Ok::<_, CasebookFault>(())
            })
            .unwrap();
    }
}

#[test]
fn two_who_correct_one_version_each_are_both_kept() {
    let mut twins = Twins::new(417);
    let (_, pack) = twins.pack();
    twins.one.1.push(twins.one.0.append(pack));
    // The second corrects what an old screen shows: it names the pack, not the first correction.
    for text in ["A small dog", "A cat"] {
        let (fact, about) = (twins.warning, vec![twins.child]);
        twins.on_the_first(Known::FactRecorded(FactRecorded { fact, about, says: dog(text) }));
    }
    for casebook in twins.casebooks() {
        let now = shown(&casebook, twins.warning).unwrap();
        assert!(now.says == dog("A cat"));
        assert_eq!(now.heads, 2);
    }
}

#[test]
fn a_pack_whose_file_comes_after_its_entry_is_taken_in_then() {
    let mut twins = Twins::new(418);
    let (batch, pack) = twins.pack();
    let casebook = TempCasebook::create(418);
    casebook.write(|gate| gate.append(pack)).unwrap();
    let file = packs::file(&twins.lines);
    assert_eq!(check(&casebook).faults, [CheckFault::Blob(Hash::of(&file))], "the file alone is missing");
    assert_eq!(casebook.people_to_take().unwrap(), []);
    casebook.blobs().put(file.as_slice()).unwrap();
    assert_eq!(casebook.people_to_take().unwrap(), [batch]);
    assert_eq!(check(&casebook).faults, [], "what is still to be taken is no fault");
    assert_eq!(name_of(&casebook, twins.child), None);
    for _ in 0..2 {
        casebook.take_people(batch).unwrap();
        assert!(shown(&casebook, twins.warning).is_some());
        assert_eq!(name_of(&casebook, twins.child), Some(("Ada Example".to_owned(), false)));
        assert_eq!(casebook.people_to_take().unwrap(), []);
        assert_eq!(check(&casebook).faults, []);
    }
    let views = crate::dump::views(&casebook);
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(crate::dump::views(&casebook), views);
}

#[test]
fn an_entry_of_a_newer_kind_is_counted_on_the_files_that_it_is_about() {
    let mut twins = Twins::new(419);
    let (one, other) = (twins.child, PersonId(twins.entries.id()));
    let casebook = TempCasebook::create(419);
    let total = |people: &[PersonId]| {
        casebook.read(|reading| Ok::<_, CasebookFault>(tables::newer::total(reading, people)?)).unwrap()
    };
    let mut chain = ForeignChain::open(&mut twins.entries, None);
    let mut written = vec![chain.1];
    written.push(chain.0.append_body(twins.entries.unknown_about("from_the_future", 1, &[one, other])));
    // A kind that is known, about something that is not.
    written.push(chain.0.append_body(twins.entries.unknown_about("fact_recorded", 1, &[one])));
    casebook.write(|gate| gate.receive(&written)).unwrap();
    assert_eq!((total(&[one]), total(&[other]), total(&[one, other])), (2, 1, 2));
    assert_eq!(check(&casebook).faults, []);
    casebook.rebuild(&mut |_, _| true).unwrap();
    assert_eq!(total(&[one]), 2);
}
