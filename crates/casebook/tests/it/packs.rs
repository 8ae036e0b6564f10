//! Packs as an import makes them: gzip of one JSON line a thing.

use std::{collections::BTreeMap, io::Write};

use casebook::Casebook;
use domain::{BatchId, NoteId, PersonId};
use flate2::{Compression, write::GzEncoder};
use journal::{BlobUse, HistoricNote, Known, NewEntry, PackHolds, PackImported, PackLine};
use testkit::entries::Entries;
use vault::Hash;

/// The file of a pack.
pub fn file(lines: &[PackLine]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    for line in lines {
        packed.write_all(&serde_json::to_vec(line).unwrap()).unwrap();
        packed.write_all(b"\n").unwrap();
    }
    packed.finish().unwrap()
}

/// The entry that takes a pack in.
pub fn imported(
    entries: &mut Entries,
    holds: PackHolds,
    system: &str,
    as_at: &str,
    lines: &[PackLine],
) -> (BatchId, NewEntry) {
    let file = file(lines);
    let batch = BatchId(entries.id());
    let imported = PackImported {
        batch,
        lines: Hash::of(&file),
        holds,
        system: system.to_owned(),
        as_at: as_at.parse().unwrap(),
        file_name: "pack.csv".to_owned(),
        file_hash: Hash::of(b"the file"),
        count: u32::try_from(lines.len()).unwrap(),
        rows: None,
        columns: BTreeMap::default(),
        dates: None,
    };
    let mut entry = entries.of(Known::PackImported(imported), Vec::new(), Vec::new());
    entry.blobs = vec![BlobUse { hash: Hash::of(&file), size: file.len() as u64 }];
    (batch, entry)
}

/// Takes a pack of history into a casebook; its notes are still to be taken.
pub fn history(casebook: &Casebook, entries: &mut Entries, as_at: &str, notes: &[HistoricNote]) -> BatchId {
    let lines: Vec<PackLine> = notes.iter().cloned().map(PackLine::Note).collect();
    casebook.blobs().put(file(&lines).as_slice()).unwrap();
    let (batch, entry) = imported(entries, PackHolds::History, "Mosaic", as_at, &lines);
    casebook.write(|gate| gate.append(entry)).unwrap();
    batch
}

/// Takes all notes that are to be taken, five at a time.
pub fn take_all(casebook: &Casebook) {
    while let [batch, ..] = casebook.notes_to_take().unwrap()[..] {
        loop {
            let taken = casebook.take_notes(batch, 5).unwrap();
            if taken.done == taken.total {
                break;
            }
        }
    }
}

/// A note of that number in the lost system: the same number is the same note.
pub fn note(number: u8, people: &[PersonId], at: Option<&str>, text: &str) -> HistoricNote {
    HistoricNote {
        id: NoteId::from_bytes([number; 16]),
        people: people.to_vec(),
        at: at.map(|at| at.parse().unwrap()),
        written_date: if at.is_none() { "31/02/00".to_owned() } else { String::new() },
        sort: "Home visit".to_owned(),
        title: format!("Visit {number}"),
        author: "Sam Sample".to_owned(),
        text: text.to_owned(),
    }
}
