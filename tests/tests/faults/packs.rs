//! Any bytes as a file of a lost system, and any bytes as the sealed lines of a pack: never a panic,
//! never half an import.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Read, Write},
};

use app::{
    AppFault, Session,
    packs::{Counts, ImportPack, PackSource, ReadPack, Step, import_pack, list_packs, read_pack},
    people::list_people,
};
use casebook::{Casebook, CasebookFault};
use domain::{BatchId, NoteId, PersonField, PersonId};
use exchange::{DateOrder, packs::RowsAre};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use journal::{BlobUse, HistoricNote, Known, PackHolds, PackImported, PackLine};
use testkit::{TempCasebook, entries::Entries};
use vault::Hash;

use crate::{
    desk::Desk,
    lots::{Lots, Run},
    packs_broken::{accidents, broken, whole},
};

/// Packs and people on file.
fn standing(session: &Session) -> (usize, u32) {
    (list_packs(session).unwrap().len(), list_people(session, "", 1).unwrap().1)
}

#[test]
fn no_file_brings_an_import_down_or_comes_in_by_half() {
    let run = Run::of(150, 20_000);
    let mut lots = Lots::of(run.seed);
    let (mut refused, mut taken, mut stopped) = (0, 0, 0);
    let mut home = tempfile::tempdir().unwrap();
    let mut desk = Desk::new(&home.path().join("casebook"));
    for case in 0..run.count {
        // A casebook that grows slows every case after it.
        if case % 500 == 499 {
            home = tempfile::tempdir().unwrap();
            desk = Desk::new(&home.path().join("casebook"));
        }
        let (rows, bytes) = whole(&mut lots);
        let file = home.path().join("people.csv");
        std::fs::write(&file, broken(bytes, &mut lots)).unwrap();
        let read = ReadPack {
            file: PackSource::Path(file),
            rows,
            system: "Mosaic".to_owned(),
            as_at: "2020-10-12".parse().unwrap(),
            columns: None,
            dates: lots.coin().then_some(DateOrder::DayFirst),
            sheet: None,
        };
        let session = desk.session();
        let before = standing(&session);
        let stops = (lots.below(6) == 0).then(|| [Step::Reading, Step::Keeping, Step::Indexing][lots.below(3)]);
        let seen = read_pack(&session, &read);
        let import = ImportPack { read, people: BTreeMap::new(), remember: lots.coin() };
        let ended = import_pack(&session, &import, &mut |step, _, _| Some(step) != stops);
        let after = standing(&session);
        match (seen, ended) {
            (Ok(seen), Ok(ended)) => {
                assert_eq!(seen.counts, ended.counts, "case {case}: what was shown is what came");
                let brought = if ended.batch.is_some() { (1, new_people(rows, ended.counts)) } else { (0, 0) };
                assert_eq!(after, (before.0 + brought.0, before.1 + brought.1), "case {case}");
                taken += brought.0;
            }
            (Ok(_), Err(AppFault::Stopped)) => {
                assert_eq!(after.1, before.1, "case {case}: a stop leaves nobody behind");
                stopped += 1;
            }
            (Err(AppFault::Import(_)), Err(AppFault::Import(_))) | (Ok(_), Err(AppFault::DatesAmbiguous)) => {
                assert_eq!(after, before, "case {case}: what is refused keeps nothing");
                refused += 1;
            }
            (seen, ended) => panic!("case {case}: {:?}, {:?}", seen.err(), ended.err()),
        }
        if case % 500 == 498 || case + 1 == run.count {
            desk.assert_sound();
        }
    }
    assert!(refused > 0 && taken > 0, "the lots meet both ways: {refused} refused, {taken} taken");
    run.done(&format!("files of a lost system, {taken} taken, {refused} refused, {stopped} stopped"));
}

fn new_people(rows: RowsAre, counts: Counts) -> u32 {
    if rows == RowsAre::Note { 0 } else { counts.new_people }
}

#[test]
fn no_bytes_bring_the_lines_of_a_pack_down_or_come_in_by_half() {
    let run = Run::of(60, 10_000);
    let mut lots = Lots::of(run.seed);
    for case in 0..run.count {
        let history = lots.coin();
        let text: Vec<u8> = (0..lots.below(6)).flat_map(|number| line(history, number)).collect();
        let text = if lots.coin() { accidents(text, &mut lots) } else { text };
        let packed = packed(&text);
        let file = if lots.coin() { accidents(packed, &mut lots) } else { packed };
        let count = u32::try_from(lots.below(8)).unwrap();
        let (casebook, batch) = imported(&file, history, count);
        let (expected, whole) = expected(&file, history, count);
        if history {
            let taken = casebook.take_notes(batch, 1_000).is_ok();
            assert_eq!(
                ids(&casebook, "SELECT id FROM note"),
                if taken { expected } else { BTreeSet::new() },
                "case {case}"
            );
        } else {
            let came = ids(&casebook, "SELECT id FROM person");
            // How far in front of a damaged place an unpacker stops depends on how much it is asked for.
            assert!(came == expected || (!whole && came.is_empty()), "case {case}: {came:?}, not {expected:?}");
        }
        casebook.check(&mut |_, _| true).unwrap();
    }
    run.done("lines of a pack");
}

/// What a pack brings that can be read to the end of the lines that its entry counts, nothing otherwise; and
/// whether its file is whole.
fn expected(file: &[u8], history: bool, count: u32) -> (BTreeSet<[u8; 16]>, bool) {
    let mut unpacked = Vec::new();
    let whole = GzDecoder::new(file).read_to_end(&mut unpacked).is_ok();
    let lines: Vec<&[u8]> = unpacked.split_inclusive(|byte| *byte == b'\n').collect();
    let most = if history { usize::MAX } else { count as usize };
    if !whole && (history || lines.len() <= most) {
        return (BTreeSet::new(), whole);
    }
    let id = |line: &&[u8]| match serde_json::from_slice(line) {
        Ok(PackLine::Person { person, .. }) if !history => Some(*person.as_bytes()),
        Ok(PackLine::Note(note)) if history => Some(*note.id.as_bytes()),
        _ => None,
    };
    (lines.iter().take(most).filter_map(id).collect(), whole)
}

fn line(history: bool, number: usize) -> Vec<u8> {
    let id = [u8::try_from(number + 1).unwrap(); 16];
    let line = if history {
        PackLine::Note(HistoricNote {
            id: NoteId::from_bytes(id),
            people: vec![PersonId::from_bytes([9; 16])],
            at: Some("2019-03-01".parse().unwrap()),
            written_date: String::new(),
            sort: "Home visit".to_owned(),
            title: String::new(),
            author: "Old Worker".to_owned(),
            text: format!("Seen, {number}"),
        })
    } else {
        let fields = BTreeMap::from([(PersonField::Name, format!("Zoë Sample {number}"))]);
        PackLine::Person { person: PersonId::from_bytes(id), fields }
    };
    let mut bytes = serde_json::to_vec(&line).unwrap();
    bytes.push(b'\n');
    bytes
}

fn packed(text: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(text).unwrap();
    packed.finish().unwrap()
}

/// A casebook to which somebody else's pack came.
fn imported(file: &[u8], history: bool, count: u32) -> (TempCasebook, BatchId) {
    let casebook = TempCasebook::create(77);
    let mut entries = Entries::seeded(77);
    let batch = BatchId(entries.id());
    casebook.blobs().put(file).unwrap();
    let known = Known::PackImported(PackImported {
        batch,
        lines: Hash::of(file),
        holds: if history { PackHolds::History } else { PackHolds::People },
        system: "Mosaic".to_owned(),
        as_at: "2020-10-12".parse().unwrap(),
        file_name: "pack.csv".to_owned(),
        file_hash: Hash::of(b"the file"),
        count,
        rows: None,
        columns: BTreeMap::default(),
        dates: None,
    });
    let mut entry = entries.of(known, Vec::new(), Vec::new());
    entry.blobs = vec![BlobUse { hash: Hash::of(file), size: file.len() as u64 }];
    casebook.write(|gate| gate.append(entry)).unwrap();
    (casebook, batch)
}

fn ids(casebook: &Casebook, sql: &str) -> BTreeSet<[u8; 16]> {
    let read = |reading: &casebook::Reading<'_>| {
        reading.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<BTreeSet<_>, _>>()
    };
    casebook.read(|reading| Ok::<_, CasebookFault>(read(reading)?)).unwrap()
}
