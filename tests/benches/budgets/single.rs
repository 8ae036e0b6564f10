//! Acts of a person: saving a draft, filing a record.

use std::time::{Duration, Instant};

use casebook::{CasebookFault, tables};
use domain::DraftId;
use journal::{Known, NewEntry};
use serde_json::{Map, Value};
use testkit::{TempCasebook, entries::Entries};
use vault::Hash;

use super::{
    bare,
    report::{Report, Times},
};

const ACTS: usize = 2000;

pub fn measure(report: &mut Report) {
    draft(report);
    file(report);
}

fn time(act: impl FnOnce()) -> Duration {
    let start = Instant::now();
    act();
    start.elapsed()
}

/// Key stroke to saved draft: 400 words, saved over and over, beside a bare row of the same bytes.
fn draft(report: &mut Report) {
    let casebook = TempCasebook::create(1);
    let mut entries = Entries::seeded(1);
    let now = Entries::seeded(1).of(Known::FileOpened(journal::FileOpened::default()), vec![], vec![]).recorded.at;
    let form = Hash::of(b"form");
    let mut draft = tables::draft::Draft {
        id: DraftId(entries.id()),
        form,
        people: vec![],
        answers: Map::new(),
        carried: vec![],
        place: None,
        revision: 1,
        started: now,
        saved: now,
        set_aside: None,
        left_behind: vec![],
        goes_on_from: None,
    };
    casebook
        .write(|gate| {
            tables::form::keep(gate, form, b"{}")?;
            tables::draft::add(gate, &draft)
        })
        .unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut bare_file = bare::sqlcipher(folder.path());
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    for number in 0..ACTS {
        let text = format!("{}{number}", "word ".repeat(400));
        draft.answers.insert("what_happened".to_owned(), Value::String(text.clone()));
        draft.revision += 1;
        ours.push(time(|| casebook.write(|gate| tables::draft::save(gate, &draft)).unwrap()));
        limit.push(time(|| bare::replace(&mut bare_file, 1, text.as_bytes())));
    }
    let (ours, limit) = (Times::of(ours), Times::of(limit));
    let met = ours.percentile(99) < Duration::from_millis(5) + limit.percentile(99);
    report.row(
        "save a draft of 400 words",
        ours.text(),
        format!("bare SQLCipher row {}", limit.text()),
        "p99 < 5 ms + fsync",
        Some(met),
    );
}

/// Filing: sign, append, apply, commit, beside one bare transaction of the same bytes. Interleaved,
/// so that a busy moment of the machine falls on both.
fn file(report: &mut Report) {
    let casebook = TempCasebook::create(2);
    let mut entries = Entries::seeded(2);
    let (person, added) = entries.person_added();
    casebook.write(|gate| gate.append(added).map(|_| ())).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut bare_file = bare::sqlcipher(folder.path());
    let (mut ours, mut limit) = (Vec::new(), Vec::new());
    for _ in 0..ACTS {
        let (_, entry) = entries.record_filed(&[person]);
        let bytes = bytes_of(&entry);
        ours.push(time(|| casebook.write(|gate| gate.append(entry).map(|_| ())).unwrap()));
        limit.push(time(|| bare::insert(&mut bare_file, &bytes)));
    }
    let (ours, limit) = (Times::of(ours), Times::of(limit));
    let ratio = ours.percentile(50).as_secs_f64() / limit.percentile(50).as_secs_f64();
    report.row(
        "file a record",
        format!("{}, {ratio:.2} ×", ours.text()),
        format!("bare SQLCipher transaction {}", limit.text()),
        "at most 1.5 ×",
        Some(ratio <= 1.5),
    );
}

/// What of an entry reaches the disk: link, random number, body.
fn bytes_of(entry: &NewEntry) -> Vec<u8> {
    let sealed = entry.clone().seal().map_err(CasebookFault::from).unwrap();
    let mut bytes = vec![0x5a; 170 + 32];
    bytes.extend_from_slice(sealed.bytes());
    bytes
}
