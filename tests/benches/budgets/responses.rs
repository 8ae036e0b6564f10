//! Many answers: importing them, looking at them, writing them out.

use std::{
    hint::black_box,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use app::{
    App, Session, SystemClock,
    care::{Settings, save_settings},
    files::{begin_upload, upload_part},
    form_desk::publish_form_file,
    keys::{Author, CreateCasebook},
    people::{NewPerson, add_person},
    responses::{
        ChildDecision, Decided, ExportResponses, Filter, ImportResponses, ReadFile, SheetPlace, export_responses,
        import_responses, read_responses, sheet, summarise,
    },
};
use exchange::{DateOrder, FileKind, Layout};
use serde_json::{Value, json};

use super::{
    bare,
    report::{Report, millis},
};

const PEOPLE: usize = 10_000;
const PART: usize = 1 << 20;
const FIRST: [&str; 12] = ["Ada", "Bo", "Cem", "Dara", "Efe", "Fay", "Gita", "Hani", "Ines", "Jo", "Kofi", "Layla"];

pub fn measure(report: &mut Report, rows: usize) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::resting(&folder.path().join("casebook"), Arc::new(SystemClock)).unwrap();
    let session = open(&app);
    publish_form_file(&session, &serde_json::to_vec(&form()).unwrap(), "For the measurement").unwrap();
    for number in 0..PEOPLE {
        let new = NewPerson::named(&name(number)).with(domain::PersonField::DateOfBirth, &born(number));
        add_person(&session, new).unwrap();
    }
    import(report, &session, &csv_of(rows), rows);
    look(report, &session, folder.path(), rows);
    write(report, &session, folder.path(), rows);
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
    let session = app.session().unwrap();
    save_settings(&session, &Settings { edits_forms: true, ..Settings::default() }).unwrap();
    session
}

fn name(number: usize) -> String {
    format!("{} Sample{}", FIRST[number % FIRST.len()], number / FIRST.len())
}

fn born(number: usize) -> String {
    format!("{}-{:02}-{:02}", 2008 + number % 16, 1 + number % 12, 1 + number % 28)
}

/// A form as a service had in its first weeks: twelve questions.
fn form() -> Value {
    let text = |id: &str, text: &str, kind: &str| json!({ "id": id, "text": text, "required": false, "kind": { "type": kind } });
    json!({
        "id": "duty_note", "number": 1, "title": "Duty note", "about": "", "urgency": "normal",
        "subjects": "any_number", "record": "duty_note", "guidance": "", "requirements": [],
        "source": { "system": "google_forms", "form": "measured" },
        "sections": [{ "id": "all", "title": "Note", "questions": [
            text("child_name", "Child's name", "short_text"),
            { "id": "child_born", "text": "Child's date of birth", "required": false, "kind": { "type": "date" } },
            { "id": "how", "text": "How was it?", "required": false, "kind": { "type": "one_choice", "choices": [
                { "id": "home", "label": "At home" }, { "id": "phone", "label": "By phone" },
                { "id": "school", "label": "At school, or nursery" }] } },
            { "id": "who", "text": "Who was there?", "required": false, "kind": { "type": "many_choices", "other": true, "choices": [
                { "id": "child", "label": "The child" }, { "id": "mother", "label": "Mother" },
                { "id": "father", "label": "Father, or partner" }] } },
            text("note", "What happened?", "long_text"),
            text("worry", "What worries you?", "long_text"),
            { "id": "scale", "text": "How safe is it?", "required": false, "kind": { "type": "scale", "low": 0, "high": 10 } },
            text("seen", "Was the child seen?", "yes_no"),
            text("words", "What did the child say?", "long_text"),
            text("next", "What comes next?", "short_text"),
            { "id": "by", "text": "By when?", "required": false, "kind": { "type": "date" } },
            text("worker", "Worker", "short_text")
        ] }]
    })
}

fn csv_of(rows: usize) -> Vec<u8> {
    let mut csv = csv::Writer::from_writer(Vec::new());
    csv.write_record([
        "Timestamp",
        "Child's name",
        "Child's date of birth",
        "How was it?",
        "Who was there?",
        "What happened?",
        "What worries you?",
        "How safe is it?",
        "Was the child seen?",
        "What did the child say?",
        "What comes next?",
        "By when?",
        "Worker",
    ])
    .unwrap();
    for row in 0..rows {
        let child = (row * 7919) % PEOPLE;
        let born = born(child);
        let parts: Vec<&str> = born.split('-').collect();
        let note = format!("Visit {row}. {}", "She showed me the garden and told me about school. ".repeat(4));
        csv.write_record([
            &format!("{:02}/11/2020 {:02}:{:02}:{:02}", 13 + row % 17, row % 24, row / 24 % 60, row / 1440 % 60),
            &name(child),
            &format!("{}/{}/{}", parts[2], parts[1], parts[0]),
            ["At home", "By phone", "At school, or nursery"][row % 3],
            "The child, Father, or partner",
            &note,
            "No food in the house",
            &(row % 11).to_string(),
            ["Yes", "No"][row % 2],
            "I like it here",
            "Visit again",
            "30/11/2020",
            "Sam Sample",
        ])
        .unwrap();
    }
    csv.into_inner().unwrap()
}

fn upload(session: &Session, csv: &[u8]) -> String {
    let id = begin_upload(session, "duty.csv", csv.len()).unwrap();
    for part in csv.chunks(PART) {
        upload_part(session, &id, part).unwrap();
    }
    id
}

fn import(report: &mut Report, session: &Session, csv: &[u8], rows: usize) {
    let start = Instant::now();
    let mut parsed = 0;
    for record in csv::Reader::from_reader(csv).byte_records() {
        parsed += black_box(record.unwrap()).len();
    }
    assert_eq!(parsed, rows * 13);
    let bare = rate(rows, start.elapsed());
    let file = upload(session, csv);
    let start = Instant::now();
    let read = ReadFile { upload: file.clone(), form: "duty_note".into(), mapping: None, order: None };
    let read = read_responses(session, read).unwrap();
    assert_eq!(read.new as usize, rows);
    report.row(
        &format!("read {rows} answers, matched against {PEOPLE} people"),
        format!("{} rows a second", rate(rows, start.elapsed())),
        format!("bare parse of the CSV {bare} rows a second"),
        "",
        None,
    );
    let before = peak();
    let start = Instant::now();
    let decide = |child: &app::responses::NamedInFile| ChildDecision { key: child.key.clone(), who: Decided::New };
    let import = ImportResponses {
        upload: file,
        form: "duty_note".into(),
        mapping: read.mapping.clone(),
        order: DateOrder::DayFirst,
        children: read.people.iter().filter(|child| child.candidates.is_empty()).map(decide).collect(),
    };
    let imported = import_responses(session, &import, &mut |_, _| true).unwrap();
    assert_eq!(imported.new as usize, rows);
    report.row(
        &format!("import {rows} answers: signed, appended, applied"),
        format!("{} rows a second, peak {} MB (before {before} MB)", rate(rows, start.elapsed()), peak()),
        format!("bare parse of the CSV {bare} rows a second"),
        "",
        None,
    );
    let file = upload(session, csv);
    let again = ReadFile { upload: file, form: "duty_note".into(), mapping: None, order: None };
    assert_eq!(read_responses(session, again).unwrap().new, 0, "the same file again brings nothing");
}

fn look(report: &mut Report, session: &Session, folder: &Path, rows: usize) {
    let bare = bare_select(folder, rows);
    let place = |sort: Option<&str>, filters| SheetPlace {
        form: "duty_note".into(),
        sort: sort.map(str::to_owned),
        descending: false,
        filters,
    };
    let mut row = |act: String, place: SheetPlace, from: u32| {
        let start = Instant::now();
        let page = sheet(session, place, from, 200).unwrap();
        assert!(!page.rows.is_empty());
        let beside = format!("bare SELECT of as many rows and bytes {}", millis(bare));
        report.row(&act, millis(start.elapsed()), beside, "", None);
    };
    row(format!("open the response sheet of {rows} rows: first 200"), place(None, vec![]), 0);
    row(format!("rows 50,000 to 50,200 of {rows}"), place(None, vec![]), (rows / 2) as u32);
    row(format!("sort {rows} rows by a question"), place(Some("scale"), vec![]), 0);
    row("the next 200 in that order".to_owned(), place(Some("scale"), vec![]), 200);
    let filter = Filter { column: "note".into(), holds: "visit 99".into() };
    row(format!("filter {rows} rows by a text"), place(None, vec![filter]), 0);
    let start = Instant::now();
    assert_eq!(summarise(session, "duty_note", vec![]).unwrap().rows as usize, rows);
    report.row(
        &format!("summary of {rows} rows, 12 questions"),
        millis(start.elapsed()),
        format!("bare SELECT of as many rows and bytes {}", millis(bare)),
        "",
        None,
    );
}

fn write(report: &mut Report, session: &Session, folder: &Path, rows: usize) {
    let bare = bare_select(folder, rows);
    for (name, layout, file) in [
        ("CSV as a Google Sheet", Layout::GoogleSheet, FileKind::Csv),
        ("lossless CSV", Layout::Lossless, FileKind::Csv),
        ("XLSX", Layout::GoogleSheet, FileKind::Xlsx),
    ] {
        let out = std::fs::File::create(folder.join("out")).unwrap();
        let start = Instant::now();
        let export = ExportResponses { form: "duty_note".into(), layout, file, filters: vec![] };
        let written = export_responses(session, export, std::io::BufWriter::new(out), folder, str::to_owned).unwrap();
        assert_eq!(written as usize, rows);
        report.row(
            &format!("export {rows} rows as {name}"),
            format!("{}, {} rows a second, peak {} MB", millis(start.elapsed()), rate(rows, start.elapsed()), peak()),
            format!("bare SELECT of as many rows and bytes {}", millis(bare)),
            "",
            None,
        );
    }
}

/// As many rows of as many bytes, out of a bare SQLCipher table, in order.
fn bare_select(folder: &Path, rows: usize) -> Duration {
    let place = tempfile::tempdir_in(folder).unwrap();
    let mut file = bare::sqlcipher(place.path());
    let transaction = file.transaction().unwrap();
    for _ in 0..rows {
        transaction.prepare_cached("INSERT INTO bare (bytes) VALUES (?)").unwrap().execute([vec![b'x'; 1500]]).unwrap();
    }
    transaction.commit().unwrap();
    let start = Instant::now();
    let mut statement = file.prepare("SELECT bytes FROM bare ORDER BY id").unwrap();
    let mut total = 0;
    let mut found = statement.query([]).unwrap();
    while let Some(row) = found.next().unwrap() {
        total += black_box(row.get_ref(0).unwrap().as_blob().unwrap()).len();
    }
    assert_eq!(total, rows * 1500);
    start.elapsed()
}

fn rate(rows: usize, time: Duration) -> String {
    format!("{:.0}", rows as f64 / time.as_secs_f64())
}

/// Most memory that this process has had, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|text| text.parse::<u64>().ok()).unwrap_or(0) / 1000
}
