//! People and recovered history in bulk: taking them in, opening a file, searching with every key;
//! beside bare SQLite's FTS5 without encryption, with the same texts.

use std::{
    collections::BTreeMap,
    fs,
    hint::black_box,
    io::{BufWriter, Write},
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use app::{
    App, Session, SystemClock,
    child::open_child,
    keys::{Author, CreateCasebook},
    packs::{ImportPack, PackSource, ReadPack, import_pack},
    people::list_people,
    search::{Among, SearchFor, search},
};
use exchange::{DateOrder, packs::RowsAre};
use rusqlite::{Connection, params};
use testkit::entries::Entries;

use super::{
    report::{Report, Times, millis},
    work,
};

const PEOPLE: usize = 60_000;
/// Notes of the child whose file is opened.
const OF_ONE_CHILD: usize = 2000;
const WORDS: usize = 40_000;
/// Key presses of each kind that are measured.
const KEYS: usize = 300;

pub fn measure(report: &mut Report, notes: usize, letters: usize) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::resting(&folder.path().join("casebook"), Arc::new(SystemClock)).unwrap();
    let session = open(&app);
    let (people, history) = (folder.path().join("people.csv"), folder.path().join("history.csv"));
    write_people(&people);
    let vocabulary = vocabulary();
    write_history(&history, &vocabulary, notes);

    let start = Instant::now();
    import(&session, &people, RowsAre::Person);
    let per_second = rate(PEOPLE, start.elapsed());
    report.row(&format!("import {PEOPLE} people"), format!("{per_second} rows a second"), String::new(), "", None);

    let bare = bare(&folder.path().join("bare.db"), &history, notes);
    let (before, empty) = (peak(), size(&folder.path().join("casebook")));
    let start = Instant::now();
    import(&session, &history, RowsAre::Note);
    let took = start.elapsed();
    report.row(
        &format!("import {notes} notes: read, sealed, kept, indexed"),
        format!("{} rows a second, peak {} MB (before {before} MB)", rate(notes, took), peak()),
        format!("bare FTS5 load {} rows a second", rate(notes, bare.load)),
        "",
        None,
    );
    let (csv, store) = (fs::metadata(&history).unwrap().len() / 1_000_000, size(&folder.path().join("casebook")));
    report.row(
        &format!("size of the store with {notes} notes"),
        format!("{} MB", store - empty),
        format!("the CSV {csv} MB, bare text and FTS5 {} MB", bare.size),
        "",
        None,
    );
    child(report, &session, notes);
    keys(report, &session, &bare.connection, &vocabulary, notes);
    work::my_day_of_many(report, &session);
    work::documents(report, &session, letters);
}

fn open(app: &App) -> Arc<Session> {
    app.begin_casebook().unwrap();
    let new = CreateCasebook {
        passphrase: "orchard lantern mossy gravel tidy".to_owned().into(),
        allow_weak: false,
        confirm: None,
        author: Author { name: "Ruth Exemplar".into(), role: "Social worker".into(), team: None },
        cost: vault::Cost::FLOOR,
    };
    app.create_casebook(new).unwrap();
    app.session().unwrap()
}

fn import(session: &Arc<Session>, file: &Path, rows: RowsAre) {
    let read = ReadPack {
        file: PackSource::Path(file.to_owned()),
        rows,
        system: "Mosaic".into(),
        as_at: "2020-10-11".parse().unwrap(),
        columns: None,
        dates: Some(DateOrder::DayFirst),
        sheet: None,
    };
    let import = ImportPack { read, people: BTreeMap::new(), remember: false };
    let ended = import_pack(session, &import, &mut |_, _, _| true).unwrap();
    assert!(ended.batch.is_some());
    assert_eq!(ended.counts.left_out, 0);
}

/// Made-up words, the first of them the commonest.
fn vocabulary() -> Vec<String> {
    let mut random = Entries::seeded(71);
    let begins =
        ["b", "c", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "st", "tr", "ch", "sh", "th"];
    let vowels = ["a", "e", "i", "o", "u", "ea", "ai", "ou"];
    let ends = ["", "", "n", "s", "t", "ing", "ed"];
    let mut pick = |of: &[&'static str]| of[usize::try_from(random.number(of.len() as u64)).unwrap()];
    let mut words: Vec<String> = Vec::with_capacity(WORDS);
    let mut seen = std::collections::HashSet::new();
    while words.len() < WORDS {
        // Rare words are longer.
        let syllables = 1 + (words.len() + 1).ilog10() / 2 + u32::try_from(words.len() % 2).unwrap();
        let mut word: String = (0..syllables).map(|_| format!("{}{}", pick(&begins), pick(&vowels))).collect();
        word.push_str(pick(&ends));
        if seen.insert(word.clone()) {
            words.push(word);
        }
    }
    words
}

/// A word as often as words of its rank are in any language.
fn word<'a>(random: &mut Entries, vocabulary: &'a [String]) -> &'a str {
    let part = random.number(1 << 30) as f64 / (1_u64 << 30) as f64;
    let rank = ((vocabulary.len() as f64).ln() * part).exp() as usize;
    &vocabulary[rank.min(vocabulary.len() - 1)]
}

fn name(number: usize) -> String {
    const FIRST: [&str; 12] = ["Ada", "Bo", "Cem", "Dara", "Efe", "Fay", "Gita", "Hani", "Ines", "Jo", "Kofi", "Layla"];
    const LAST: [&str; 10] =
        ["Sample", "Example", "Specimen", "Testcase", "Exemplar", "Probe", "Model", "Pattern", "Trial", "Draft"];
    format!("{} {}{}", FIRST[number % 12], LAST[number / 12 % 10], number / 120)
}

fn write_people(file: &Path) {
    let mut csv = csv::Writer::from_path(file).unwrap();
    csv.write_record(["Person ID", "Name", "Date of birth", "Postcode", "Phone"]).unwrap();
    for number in 0..PEOPLE {
        csv.write_record([
            format!("M{number}"),
            name(number),
            format!("{:02}/{:02}/{}", 1 + number % 28, 1 + number % 12, 2004 + number % 16),
            format!("E{} {}AB", number % 17 + 1, number % 10),
            format!("07700 9{number:05}"),
        ])
        .unwrap();
    }
    csv.flush().unwrap();
}

/// Notes of all times and children mixed, as a system that was lost gives no order.
fn write_history(file: &Path, vocabulary: &[String], notes: usize) {
    let mut random = Entries::seeded(72);
    let mut csv = csv::Writer::from_writer(BufWriter::new(fs::File::create(file).unwrap()));
    csv.write_record(["Person ID", "Note ID", "Date", "Type", "Title", "Author", "Text"]).unwrap();
    let every = (notes / OF_ONE_CHILD).max(1);
    for number in 0..notes {
        let child = if number % every == 0 { 0 } else { 1 + random.number(PEOPLE as u64 - 1) };
        let words = 40 + random.number(120);
        let text = (0..words).map(|_| word(&mut random, vocabulary)).collect::<Vec<_>>().join(" ");
        csv.write_record([
            format!("M{child}"),
            format!("N{number}"),
            format!("{:02}/{:02}/{}", 1 + random.number(28), 1 + random.number(12), 2004 + random.number(16)),
            ["Home visit", "Phone call", "Supervision", "Email"][number % 4].to_owned(),
            format!("Note {number}"),
            format!("Sam Sample{}", number % 300),
            text,
        ])
        .unwrap();
    }
    csv.into_inner().unwrap().flush().unwrap();
}

struct Bare {
    connection: Connection,
    load: Duration,
    size: u64,
}

/// The texts in a table and in FTS5 as it comes, in one transaction, without encryption.
fn bare(file: &Path, history: &Path, notes: usize) -> Bare {
    let mut connection = Connection::open(file).unwrap();
    connection
        .execute_batch(
            "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA cache_size = -32000;
             CREATE TABLE note (number INTEGER PRIMARY KEY, text TEXT NOT NULL);
             CREATE VIRTUAL TABLE words USING fts5 (text, content = 'note', content_rowid = 'number');",
        )
        .unwrap();
    let start = Instant::now();
    let transaction = connection.transaction().unwrap();
    let mut taken = 0_i64;
    for row in csv::Reader::from_path(history).unwrap().records() {
        let row = row.unwrap();
        taken += 1;
        for sql in ["INSERT INTO note VALUES (?, ?)", "INSERT INTO words (rowid, text) VALUES (?, ?)"] {
            transaction.prepare_cached(sql).unwrap().execute(params![taken, &row[6]]).unwrap();
        }
    }
    transaction.commit().unwrap();
    let load = start.elapsed();
    assert_eq!(usize::try_from(taken), Ok(notes));
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    Bare { connection, load, size: fs::metadata(file).unwrap().len() / 1_000_000 }
}

fn child(report: &mut Report, session: &Arc<Session>, notes: usize) {
    let (found, _) = list_people(session, &name(0), 1).unwrap();
    let person = found[0].person.id;
    let mut times = Vec::new();
    for _ in 0..20 {
        let start = Instant::now();
        let file = open_child(session, person).unwrap();
        times.push(start.elapsed());
        assert!(file.timeline.total as usize >= OF_ONE_CHILD.min(notes));
    }
    let first = times[0];
    let times = Times::of(times);
    report.row(
        &format!("open a child with {OF_ONE_CHILD} notes, among {notes}"),
        format!("p50 {} p95 {}", millis(times.percentile(50)), millis(times.percentile(95))),
        format!("the first time {}", millis(first)),
        "under 50 ms",
        Some(times.percentile(95) < Duration::from_millis(50)),
    );
}

/// What people type, key by key.
fn keys(report: &mut Report, session: &Arc<Session>, bare: &Connection, vocabulary: &[String], notes: usize) {
    let mut random = Entries::seeded(73);
    let mut typed: Vec<(&str, Among, Vec<String>)> = Vec::new();
    let cut = |text: &str, random: &mut Entries| {
        let length = 2 + usize::try_from(random.number(text.len() as u64 - 1)).unwrap();
        text[..length.min(text.len())].to_owned()
    };
    let mut of =
        |make: &mut dyn FnMut(&mut Entries) -> String| (0..KEYS).map(|_| make(&mut random)).collect::<Vec<_>>();
    typed.push(("one word of notes", Among::Notes, of(&mut |random| cut(word(random, vocabulary), random))));
    let several = |random: &mut Entries| {
        let whole = [word(random, vocabulary), word(random, vocabulary)].join(" ");
        format!("{whole} {}", cut(word(random, vocabulary), random))
    };
    typed.push(("three words of notes", Among::Notes, of(&mut |random| several(random))));
    let named = |random: &mut Entries| {
        let whole = name(usize::try_from(random.number(PEOPLE as u64)).unwrap());
        let swapped = whole.split(' ').rev().collect::<Vec<_>>().join(" ");
        cut(&swapped, random)
    };
    typed.push(("people by name", Among::People, of(&mut |random| named(random))));
    typed.push(("everything", Among::All, of(&mut |random| cut(word(random, vocabulary), random))));
    for (what, among, typed) in typed {
        let times: Vec<Duration> = typed
            .iter()
            .map(|text| {
                let start = Instant::now();
                let wanted = SearchFor { text: text.clone(), among, ..SearchFor::default() };
                black_box(search(session, &wanted).unwrap());
                start.elapsed()
            })
            .collect();
        let times = Times::of(times);
        let beside = match among {
            Among::People => String::new(),
            _ => {
                let bare = Times::of(typed.iter().map(|text| bare_key(bare, text)).collect());
                format!("bare FTS5 p50 {} p95 {}", millis(bare.percentile(50)), millis(bare.percentile(95)))
            }
        };
        report.row(
            &format!("search as it is typed, {what}, among {notes}"),
            format!("p50 {} p95 {}", millis(times.percentile(50)), millis(times.percentile(95))),
            beside,
            "p95 under 50 ms",
            Some(times.percentile(95) < Duration::from_millis(50)),
        );
    }
}

/// The twenty newest by the order of arrival, with their texts.
fn bare_key(bare: &Connection, text: &str) -> Duration {
    let mut words: Vec<String> = text.split(' ').map(|word| format!("\"{word}\"")).collect();
    if let Some(last) = words.last_mut() {
        last.push('*');
    }
    let start = Instant::now();
    let mut statement =
        bare.prepare_cached("SELECT text FROM words WHERE words MATCH ? ORDER BY rowid DESC LIMIT 20").unwrap();
    let mut rows = statement.query([words.join(" ")]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        black_box(row.get_ref(0).unwrap().as_str().unwrap().len());
    }
    start.elapsed()
}

fn rate(rows: usize, time: Duration) -> String {
    format!("{:.0}", rows as f64 / time.as_secs_f64())
}

/// Megabytes of the files in a folder.
fn size(folder: &Path) -> u64 {
    let mut bytes = 0;
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                bytes += entry.metadata().unwrap().len();
            }
        }
    }
    bytes / 1_000_000
}

/// Most memory that this process has had, in MB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|text| text.parse::<u64>().ok()).unwrap_or(0) / 1000
}
