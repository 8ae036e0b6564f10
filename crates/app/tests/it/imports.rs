//! Answers from files: the same file makes the same records, wherever and however often it is read.

use std::sync::Arc;

use app::{
    AppFault,
    people::list_people,
    records::open_record,
    responses::{
        ChildDecision, Decided, ImportResponses, Imported, ReadFile, ReadResponses, SheetPlace, import_responses,
        list_imports, read_responses, sheet, start_import, undo_import,
    },
};
use domain::{PersonField, PersonId, likeness::Likeness};
use exchange::DateOrder;
use serde_json::{Value, json};

use crate::{
    fault,
    world::{World, asks, asks_text, own_form, timeline},
};

pub(crate) const FORM: &str = "google_0a1b2c3d4e5f";
pub(crate) const DOWNLOAD: &[u8] = include_bytes!("../../../exchange/tests/data/responses/download.csv");
const SHEET: &[u8] = include_bytes!("../../../exchange/tests/data/responses/sheet_iso.csv");
const SHEET_UK: &[u8] = include_bytes!("../../../exchange/tests/data/responses/sheet_uk.csv");
pub(crate) const API: &[u8] = include_bytes!("../../../exchange/tests/data/responses/api.json");
const AMBIGUOUS: &[u8] = include_bytes!("../../../exchange/tests/data/responses/ambiguous.csv");

fn duty() -> Value {
    serde_json::from_slice(include_bytes!("../../../exchange/tests/data/responses/duty_visit.json")).unwrap()
}

pub(crate) fn world() -> World {
    let world = World::of_editor();
    world.publish(&duty());
    world
}

pub(crate) fn read(world: &World, form: &str, name: &str, bytes: &[u8]) -> (String, ReadResponses) {
    let upload = world.upload(name, bytes);
    let file = ReadFile { upload: upload.clone(), form: form.to_owned(), mapping: None, order: None };
    (upload, read_responses(&world.session(), file).unwrap())
}

/// What a person says who takes the suggestions, and this about each child.
pub(crate) fn decided(upload: String, read: &ReadResponses, who: impl Fn(&str) -> Option<Decided>) -> ImportResponses {
    let children =
        read.people.iter().filter_map(|child| Some(ChildDecision { key: child.key.clone(), who: who(&child.name)? }));
    ImportResponses {
        upload,
        form: read.form.definition().id.clone(),
        mapping: read.mapping.clone(),
        order: read.orders.possible()[0],
        children: children.collect(),
    }
}

pub(crate) fn take(world: &World, form: &str, name: &str, bytes: &[u8], who: Decided) -> Imported {
    let (upload, read) = read(world, form, name, bytes);
    import_responses(&world.session(), &decided(upload, &read, |_| Some(who)), &mut |_, _| true).unwrap()
}

pub(crate) fn rows(world: &World, form: &str) -> Vec<(String, Vec<String>)> {
    let place = SheetPlace { form: form.to_owned(), sort: None, descending: false, filters: Vec::new() };
    let sheet = sheet(&world.session(), place, 0, 200).unwrap();
    let mut rows: Vec<_> = sheet.rows.into_iter().map(|row| (row.record.to_string(), row.cells)).collect();
    rows.sort();
    rows
}

pub(crate) fn ids(world: &World) -> Vec<String> {
    rows(world, FORM).into_iter().map(|(record, _)| record).collect()
}

pub(crate) fn people(world: &World) -> Vec<(PersonId, String)> {
    let (people, _) = list_people(&world.session(), "", 100).unwrap();
    people.into_iter().map(|row| (row.person.id, row.person.name)).collect()
}

pub(crate) fn counts(imported: &Imported) -> (u32, u32, u32, u32) {
    (imported.new, imported.changed, imported.already_here, imported.people_added)
}

#[test]
fn the_same_file_twice_brings_nothing_new() {
    let world = world();
    for (name, bytes) in [("Duty visit.csv", DOWNLOAD), ("responses.json", API)] {
        let first = take(&world, FORM, name, bytes, Decided::None);
        assert_eq!(counts(&first), (2, 0, 0, 0), "{name}");
        let before = rows(&world, FORM);
        let (_, again) = read(&world, FORM, name, bytes);
        assert_eq!((again.new, again.changed, again.already_here), (0, 0, 2), "{name}: the preview says it");
        let second = take(&world, FORM, name, bytes, Decided::None);
        assert_eq!((counts(&second), second.batch), ((0, 0, 2, 0), None), "{name}");
        assert_eq!(rows(&world, FORM), before);
    }
    assert_eq!(ids(&world).len(), 4);
    assert_eq!(list_imports(&world.session()).unwrap().len(), 2, "an import of nothing is none");
}

#[test]
fn a_response_is_one_record_in_either_dialect() {
    let world = world();
    take(&world, FORM, "Duty visit.csv", DOWNLOAD, Decided::None);
    let (_, sheet) = read(&world, FORM, "Sheet.csv", SHEET);
    assert_eq!((sheet.rows, sheet.already_here), (2, 2), "where its days begin with the year");
    // A day that could be two is not read before its record is named: then a person takes one or the other.
    let (_, sheet) = read(&world, FORM, "Sheet.csv", SHEET_UK);
    assert_eq!((sheet.new, sheet.already_here), (2, 0));
}

#[test]
fn two_laptops_that_import_one_file_make_the_same_records_and_people_and_no_clash() {
    let (one, two) = (world(), world());
    for world in [&one, &two] {
        assert_eq!(counts(&take(world, FORM, "Duty visit.csv", DOWNLOAD, Decided::New)), (2, 0, 0, 2));
    }
    assert_eq!(ids(&one), ids(&two));
    assert_eq!(people(&one), people(&two), "a new child has the same id on both");
    let (of_one, of_two) = (one.entries(), two.entries());
    one.receive(&of_two);
    two.receive(&of_one);
    for world in [&one, &two] {
        assert_eq!(ids(world).len(), 2);
        let custody = app::delivery::status(&world.session()).unwrap().custody;
        assert_eq!((custody.filed, custody.needs_you), (2, 0), "no clash of records");
        for (person, _) in people(world) {
            let shown = app::people::caseload_row(&world.session(), person).unwrap().person;
            assert!(!shown.clash, "nor of people");
            assert_eq!(timeline(&world.session(), person, None).unwrap().total, 1);
        }
    }
    // What one of them takes back, the other has still brought.
    let batches = list_imports(&one.session()).unwrap();
    assert_eq!(batches.len(), 2);
    undo_import(&one.session(), batches[0].batch.batch, "The wrong file").unwrap();
    assert_eq!(ids(&one).len(), 2);
    undo_import(&one.session(), batches[1].batch.batch, "The wrong file too").unwrap();
    assert_eq!(ids(&one).len(), 0);
}

#[test]
fn a_response_that_was_edited_later_is_a_new_version_of_its_record() {
    let world = world();
    take(&world, FORM, "responses.json", API, Decided::None);
    let before = ids(&world);
    let mut page: Value = serde_json::from_slice(API).unwrap();
    page["responses"][0]["answers"]["00000008"]["textAnswers"]["answers"][0]["value"] = json!("5");
    page["responses"][0]["lastSubmittedTime"] = json!("2022-12-03T08:00:00Z");
    let edited = take(&world, FORM, "responses.json", page.to_string().as_bytes(), Decided::None);
    assert_eq!(counts(&edited), (0, 1, 1, 0));
    assert_eq!(ids(&world), before);
    let custody = app::delivery::status(&world.session()).unwrap().custody;
    assert_eq!((custody.filed, custody.needs_you), (2, 0), "based on the first: no clash");
    undo_import(&world.session(), edited.batch.unwrap(), "Not that").unwrap();
    assert_eq!(ids(&world), before, "the first version stands again");
    let again = take(&world, FORM, "responses.json", page.to_string().as_bytes(), Decided::None);
    assert_eq!(counts(&again), (0, 1, 1, 0));
    assert_eq!(app::delivery::status(&world.session()).unwrap().custody.needs_you, 0);
}

#[test]
fn a_response_that_stands_twice_in_a_file_is_one_record_without_a_clash() {
    let world = world();
    let mut page: Value = serde_json::from_slice(API).unwrap();
    let mut later = page["responses"][0].clone();
    later["answers"]["00000008"]["textAnswers"]["answers"][0]["value"] = json!("5");
    page["responses"].as_array_mut().unwrap().push(later);
    let taken = take(&world, FORM, "responses.json", page.to_string().as_bytes(), Decided::None);
    assert_eq!(counts(&taken), (2, 0, 0, 0), "as it was before is left out");
    assert_eq!(ids(&world).len(), 2);
    assert_eq!(app::delivery::status(&world.session()).unwrap().custody.needs_you, 0);
}

#[test]
fn children_are_matched_by_a_person_unless_name_and_birth_are_the_same() {
    let world = world();
    let add = |name: &str, born: &str| {
        let new = app::people::NewPerson::named(name).with(PersonField::DateOfBirth, born);
        app::people::add_person(&world.session(), new).unwrap().person.id
    };
    let ada = add("Ada Example", "2015-04-03");
    let zoe = add("Zoe Sampel", "2012-12-24");
    let (upload, found) = read(&world, FORM, "Duty visit.csv", DOWNLOAD);
    let likeness: Vec<(&str, Option<Likeness>)> =
        found.people.iter().map(|one| (one.name.as_str(), one.likeness)).collect();
    assert_eq!(
        likeness,
        [("Zoë Sample", Some(Likeness::Likely)), ("Ada Example", Some(Likeness::Exact))],
        "to decide comes first"
    );
    let nobody_said = decided(upload.clone(), &found, |_| None);
    let refused = fault(import_responses(&world.session(), &nobody_said, &mut |_, _| true));
    assert!(matches!(refused, AppFault::ChildrenUndecided));
    assert!(ids(&world).is_empty(), "nothing is kept before everything is decided");
    let said = decided(upload, &found, |name| (name == "Zoë Sample").then_some(Decided::Person(zoe)));
    import_responses(&world.session(), &said, &mut |_, _| true).unwrap();
    for child in [ada, zoe] {
        assert_eq!(timeline(&world.session(), child, None).unwrap().total, 1);
    }
}

#[test]
fn a_decision_for_somebody_who_is_not_on_file_is_refused() {
    let world = world();
    let (upload, found) = read(&world, FORM, "Duty visit.csv", DOWNLOAD);
    let unknown = Decided::Person(PersonId::from_bytes([9; 16]));
    let refused = import_responses(&world.session(), &decided(upload, &found, |_| Some(unknown)), &mut |_, _| true);
    assert!(matches!(fault(refused), AppFault::NotFound { what: "person" }));
    assert!(ids(&world).is_empty());
}

#[test]
fn what_a_row_says_of_a_child_whom_nobody_is_is_kept_in_words_and_is_not_new_again() {
    let world = World::of_editor();
    let each = asks("each", json!({ "type": "each_child", "questions": [asks_text("mood")] }));
    world.publish(&own_form("ours", json!([asks_text("word"), each])));
    let csv = b"Timestamp,Child name,What of word?,Mood\n30/07/2026 09:05:00,Ada Example,calm,sunny\n";
    let upload = world.upload("ours.csv", csv);
    let file = |mapping| ReadFile { upload: upload.clone(), form: "ours".into(), mapping, order: None };
    let mut mapping = read_responses(&world.session(), file(None)).unwrap().mapping;
    mapping.columns[3].target = exchange::Target::Question("each/*/mood".into());
    let found = read_responses(&world.session(), file(Some(mapping.clone()))).unwrap();
    assert_eq!(found.people.len(), 1);
    import_responses(&world.session(), &decided(upload, &found, |_| Some(Decided::None)), &mut |_, _| true).unwrap();
    let record = rows(&world, "ours")[0].0.parse().unwrap();
    let imported = open_record(&world.session(), record).unwrap().imported.unwrap();
    assert!(imported.extra.iter().any(|(_, text)| text == "sunny"), "{}", imported.extra.len());
    let upload = world.upload("ours.csv", csv);
    let file = ReadFile { upload, form: "ours".into(), mapping: Some(mapping), order: None };
    let again = read_responses(&world.session(), file).unwrap();
    assert_eq!((again.new, again.changed, again.already_here), (0, 0, 1));
}

#[test]
fn an_import_is_undone_as_a_whole_and_comes_back_when_it_is_imported_again() {
    let world = world();
    let first = take(&world, FORM, "Duty visit.csv", DOWNLOAD, Decided::New);
    let (before, batch) = (rows(&world, FORM), first.batch.unwrap());
    let everybody = people(&world);
    assert!(matches!(fault(undo_import(&world.session(), batch, " ")), AppFault::NoteNeeded));
    undo_import(&world.session(), batch, "The wrong file").unwrap();
    assert!(rows(&world, FORM).is_empty());
    for (person, _) in &everybody {
        assert_eq!(timeline(&world.session(), *person, None).unwrap().total, 0);
    }
    assert!(matches!(fault(undo_import(&world.session(), batch, "Again")), AppFault::NothingChanged));
    let nothing = domain::BatchId::from_bytes([1; 16]);
    assert!(matches!(fault(undo_import(&world.session(), nothing, "x")), AppFault::NotFound { what: "import" }));
    assert!(list_imports(&world.session()).unwrap()[0].batch.undone.is_some());

    let again = take(&world, FORM, "Duty visit.csv", DOWNLOAD, Decided::New);
    assert_eq!(counts(&again), (2, 0, 0, 0), "the people are there already");
    assert_eq!(people(&world), everybody);
    let texts = |rows: Vec<(String, Vec<String>)>| {
        rows.into_iter().map(|(record, cells)| (record, cells[3..10].to_vec())).collect::<Vec<_>>()
    };
    assert_eq!(texts(rows(&world, FORM)), texts(before), "the same records with the same answers");
}

#[test]
fn an_import_that_is_stopped_leaves_nothing_on_a_timeline() {
    let world = world();
    let mut csv = String::from("Timestamp,First name,Last name,Day of the visit,How worried are we?\n");
    for number in 0..700 {
        csv +=
            &format!("30/07/2026 09:{:02}:{:02},Ada,Example,29/07/2026,{}\n", number / 60, number % 60, number % 5 + 1);
    }
    let (upload, found) = read(&world, FORM, "long.csv", csv.as_bytes());
    let import = decided(upload, &found, |_| Some(Decided::New));
    let stopped = import_responses(&world.session(), &import, &mut |done, _| done < 600);
    assert!(matches!(fault(stopped), AppFault::Stopped));
    assert!(ids(&world).is_empty());
    for (person, _) in people(&world) {
        assert_eq!(timeline(&world.session(), person, None).unwrap().total, 0);
    }
    assert!(list_imports(&world.session()).unwrap()[0].batch.undone.is_some(), "what it had kept is undone");
    let again = import_responses(&world.session(), &import, &mut |_, _| true).unwrap();
    assert_eq!((again.new, ids(&world).len()), (700, 200));
}

#[test]
fn days_that_could_be_two_are_not_imported_before_somebody_says_which() {
    let world = world();
    let (upload, found) = read(&world, FORM, "ambiguous.csv", AMBIGUOUS);
    assert_eq!(found.orders.possible(), [DateOrder::DayFirst, DateOrder::MonthFirst]);
    let mut import = decided(upload, &found, |_| Some(Decided::None));
    import.order = DateOrder::YearFirst;
    let refused = fault(import_responses(&world.session(), &import, &mut |_, _| true));
    assert!(matches!(refused, AppFault::DatesAmbiguous) && ids(&world).is_empty());
    import.order = DateOrder::MonthFirst;
    assert_eq!(import_responses(&world.session(), &import, &mut |_, _| true).unwrap().new, 2);
}

#[test]
fn what_is_no_file_of_answers_is_refused_and_an_import_needs_the_role() {
    let world = world();
    let upload = world.upload("form.json", b"{\"formId\":\"x\",\"items\":[]}");
    let file =
        |upload: &str, form: &str| ReadFile { upload: upload.into(), form: form.into(), mapping: None, order: None };
    let read = |upload: &str, form: &str| fault(read_responses(&world.session(), file(upload, form)));
    assert!(matches!(read(&upload, FORM), AppFault::Import(exchange::ImportFault::FormNotResponses)));
    assert!(matches!(read("no upload", FORM), AppFault::NotFound { what: "file" }));
    let upload = world.upload("Duty visit.csv", DOWNLOAD);
    assert!(matches!(read(&upload, "no_such_form"), AppFault::FormUnknown));
    world.edits_forms(false);
    assert!(matches!(read(&upload, FORM), AppFault::NotAllowed));
}

#[test]
fn an_import_runs_beside_the_work_one_at_a_time() {
    let world = world();
    let (upload, found) = read(&world, FORM, "Duty visit.csv", DOWNLOAD);
    let import = decided(upload, &found, |_| Some(Decided::None));
    let session = world.session();
    start_import(&session, import.clone()).unwrap();
    let ended = loop {
        let (progress, ended) = app::responses::import_progress(&session, |ended| {
            ended.map(|result| result.as_ref().map(counts).map_err(ToString::to_string))
        })
        .unwrap();
        if !progress.running {
            break ended;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    };
    assert_eq!(ended, Some(Ok((2, 0, 0, 0))));
    assert!(matches!(start_import(&session, import), Ok(())), "the next may begin");
    drop(Arc::clone(&session));
}

#[test]
fn our_own_export_brings_nothing_where_it_came_from() {
    let world = world();
    take(&world, FORM, "Duty visit.csv", DOWNLOAD, Decided::New);
    let id = world.draft(FORM, &[], json!({ "q_day": "2026-11-20", "q_said": "typed here" }));
    app::records::file_draft(&world.session(), id).unwrap();
    let mut csv = Vec::new();
    let export = app::responses::ExportResponses {
        form: FORM.into(),
        layout: exchange::Layout::Lossless,
        file: exchange::FileKind::Csv,
        filters: Vec::new(),
    };
    let export = app::responses::export_responses(&world.session(), export, &mut csv, world.place(), str::to_owned);
    assert_eq!(export.unwrap(), 3);
    let (_, again) = read(&world, FORM, "ours.csv", &csv);
    assert_eq!((again.rows, again.new, again.changed, again.already_here), (3, 0, 0, 3));
}

#[test]
fn ten_thousand_rows_are_kept_a_part_at_a_time() {
    let world = world();
    let mut csv = String::from("Timestamp,First name,Last name,Day of the visit,How worried are we?\n");
    for number in 0..10_000 {
        let (day, minute, second) = (13 + number / 3600, number / 60 % 60, number % 60);
        csv += &format!("{day}/07/2026 09:{minute:02}:{second:02},Ada,Example,29/07/2026,{}\n", number % 5 + 1);
    }
    let (upload, found) = read(&world, FORM, "long.csv", csv.as_bytes());
    assert_eq!((found.rows, found.new, found.people.len(), found.preview.len()), (10_000, 10_000, 1, 20));
    assert_eq!(found.people[0].rows, 10_000);
    let import = decided(upload, &found, |_| Some(Decided::New));
    let mut kept = Vec::new();
    let imported = import_responses(&world.session(), &import, &mut |done, total| {
        assert_eq!(total, 10_000);
        kept.push((done, app::delivery::status(&world.session()).unwrap().custody.filed));
        true
    });
    assert_eq!(counts(&imported.unwrap()), (10_000, 0, 0, 1));
    for (done, filed) in kept {
        assert!(done.saturating_sub(filed) <= 250, "{filed} of {done} are on the disk: no more wait in memory");
    }
    let place = SheetPlace { form: FORM.into(), sort: Some("q_worry".into()), descending: true, filters: Vec::new() };
    let sheet = sheet(&world.session(), place, 9_990, 100).unwrap();
    assert_eq!((sheet.rows.len(), sheet.matched), (10, 10_000));
}

#[test]
fn locking_stops_an_import_and_what_it_had_kept_is_undone() {
    let world = world();
    let mut csv = String::from("Timestamp,First name,Last name,Day of the visit,How worried are we?\n");
    for number in 0..10_000 {
        let (day, minute, second) = (13 + number / 3600, number / 60 % 60, number % 60);
        csv += &format!("{day}/07/2026 09:{minute:02}:{second:02},Ada,Example,29/07/2026,{}\n", number % 5 + 1);
    }
    let (upload, found) = read(&world, FORM, "long.csv", csv.as_bytes());
    start_import(&world.session(), decided(upload, &found, |_| Some(Decided::New))).unwrap();
    let kept = || app::delivery::status(&world.session()).unwrap().custody.filed;
    while kept() == 0 {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    world.lock();
    // Busy machines take longer than locking waits.
    while let Err(busy) = world.unlock() {
        assert!(matches!(busy, AppFault::OpenElsewhere), "{busy}");
    }
    assert!(kept() < 10_000, "it did not go on behind the lock");
    assert!(ids(&world).is_empty());
    assert!(list_imports(&world.session()).unwrap()[0].batch.undone.is_some());
}
