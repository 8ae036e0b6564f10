//! The response sheet, its summary and its export.

use app::{
    AppFault,
    records::file_draft,
    responses::{
        ExportResponses, Filter, Sheet, SheetHeading, SheetPlace, answered_forms, export_responses, sheet, summarise,
    },
};
use exchange::{FileKind, Layout};
use journal::Known;
use serde_json::{Value, json};

use crate::{
    fault,
    world::{World, asks, asks_text, own_form},
};

fn form() -> Value {
    let choices = json!([{ "id": "home", "label": "At home" }, { "id": "school", "label": "At school" }]);
    own_form(
        "ours",
        json!([
            asks("weeks", json!({ "type": "number" })),
            asks("born", json!({ "type": "date" })),
            asks("place", json!({ "type": "one_choice", "choices": choices })),
            asks_text("word"),
        ]),
    )
}

/// Five records, recorded a minute apart.
fn filled() -> World {
    let world = World::of_editor();
    world.publish(&form());
    for (weeks, born, place, word) in [
        (json!(10), "2015-01-31", "home", "pear"),
        (json!(9), "2014-12-01", "school", "Apple"),
        (json!(100), "2016-02-02", "home", "=cmd()"),
        (json!(-1), "2009-09-09", "home", "fig"),
    ] {
        file(&world, json!({ "weeks": weeks, "born": born, "place": { "choice": place }, "word": word }));
    }
    file(&world, json!({ "word": "quince" }));
    world
}

fn file(world: &World, answers: Value) {
    world.minutes(1);
    let id = world.draft("ours", &[], answers);
    file_draft(&world.session(), id).unwrap();
}

fn place(sort: Option<&str>, descending: bool, filters: &[(&str, &str)]) -> SheetPlace {
    let filter = |(column, holds): &(&str, &str)| Filter { column: (*column).to_owned(), holds: (*holds).to_owned() };
    SheetPlace {
        form: "ours".into(),
        sort: sort.map(str::to_owned),
        descending,
        filters: filters.iter().map(filter).collect(),
    }
}

/// The texts of a column.
fn column(sheet: &Sheet, key: &str) -> Vec<String> {
    let at = sheet.headings.iter().position(|heading| match heading {
        SheetHeading::Fixed(fixed) => fixed.key() == key,
        SheetHeading::Question(column) => column.key == key,
    });
    sheet.rows.iter().map(|row| row.cells[at.unwrap()].clone()).collect()
}

fn words(world: &World, place: SheetPlace) -> Vec<String> {
    column(&sheet(&world.session(), place, 0, 100).unwrap(), "word")
}

#[test]
fn a_row_a_record_newest_first_a_part_at_a_time() {
    let world = filled();
    assert_eq!(words(&world, place(None, false, &[])), ["quince", "fig", "=cmd()", "Apple", "pear"]);
    assert_eq!(words(&world, place(None, true, &[])), ["pear", "Apple", "=cmd()", "fig", "quince"]);
    for descending in [false, true] {
        let all = words(&world, place(None, descending, &[]));
        let mut parts = Vec::new();
        for from in [0, 2, 4, 6] {
            let part = sheet(&world.session(), place(None, descending, &[]), from, 2).unwrap();
            assert_eq!((part.matched, part.total), (5, 5));
            parts.extend(column(&part, "word"));
        }
        assert_eq!(parts, all, "no row twice and none left out");
    }
    let forms = answered_forms(&world.session()).unwrap().0;
    assert_eq!((forms.len(), forms[0].title.as_str(), forms[0].records), (1, "Form ours", 5));
}

#[test]
fn numbers_sort_as_numbers_days_as_days_and_words_as_words_with_the_empty_at_the_end() {
    let world = filled();
    let by = |key: &str, descending| words(&world, place(Some(key), descending, &[]));
    assert_eq!(by("weeks", false), ["fig", "Apple", "pear", "=cmd()", "quince"]);
    assert_eq!(by("weeks", true), ["=cmd()", "pear", "Apple", "fig", "quince"]);
    assert_eq!(by("born", false), ["fig", "Apple", "pear", "=cmd()", "quince"]);
    assert_eq!(by("word", false), ["=cmd()", "Apple", "fig", "pear", "quince"]);
    assert_eq!(by("recorded", false), ["pear", "Apple", "=cmd()", "fig", "quince"]);
}

#[test]
fn a_kept_order_does_not_outlive_a_new_record() {
    let world = filled();
    assert_eq!(words(&world, place(Some("word"), true, &[])).len(), 5);
    file(&world, json!({ "word": "zest" }));
    assert_eq!(words(&world, place(Some("word"), true, &[]))[0], "zest");
}

#[test]
fn a_kept_order_does_not_outlive_the_version_that_it_was_worked_out_for() {
    let world = filled();
    let at_school = || words(&world, place(None, false, &[("other_versions", "at school")]));
    assert!(at_school().is_empty(), "the place is a column of its own");
    world.publish(&own_form("ours", json!([asks_text("word")])));
    assert_eq!(at_school(), ["Apple"]);
}

#[test]
fn filters_let_through_what_holds_all_of_them() {
    let world = filled();
    assert_eq!(words(&world, place(None, false, &[("place", "AT HOME")])), ["fig", "=cmd()", "pear"]);
    assert_eq!(words(&world, place(Some("word"), false, &[("place", "home"), ("word", "E")])), ["pear"]);
    let none = sheet(&world.session(), place(None, false, &[("word", "nothing")]), 0, 10).unwrap();
    assert_eq!((none.rows.len(), none.matched, none.total), (0, 0, 5));
    let unknown = fault(sheet(&world.session(), place(None, false, &[("no_such_column", "x")]), 0, 10));
    assert!(matches!(unknown, AppFault::NotFound { what: "column" }), "it must not let everything through");
    assert!(matches!(
        fault(export(&world, Layout::Lossless, FileKind::Csv, &[("no_such", "x")])),
        AppFault::NotFound { .. }
    ));
}

#[test]
fn rows_of_another_version_keep_what_the_one_in_force_does_not_ask() {
    let world = filled();
    let newer = own_form("ours", json!([asks_text("word"), asks_text("newly")]));
    world.publish(&newer);
    file(&world, json!({ "word": "new", "newly": "asked" }));
    let all = sheet(&world.session(), place(None, false, &[]), 0, 10).unwrap();
    assert_eq!(column(&all, "word"), ["new", "quince", "fig", "=cmd()", "Apple", "pear"]);
    assert_eq!(column(&all, "newly")[..2], ["asked", ""]);
    let others = column(&all, "other_versions");
    assert_eq!(others[0], "");
    assert!(others[2].contains("What of weeks?: -1") && others[2].contains("At home"), "{}", others[2]);
    assert_eq!(words(&world, place(None, false, &[("other_versions", "at school")])), ["Apple"]);
}

#[test]
fn the_sheet_opens_first_thing_after_unlocking() {
    let world = filled();
    world.lock();
    world.unlock().unwrap();
    assert_eq!(words(&world, place(None, false, &[])).len(), 5);
}

#[test]
fn the_summary_counts_every_answer() {
    let world = filled();
    let summary = summarise(&world.session(), "ours", Vec::new()).unwrap();
    assert_eq!(summary.rows, 5);
    let of = |key: &str| &summary.questions.iter().find(|one| one.column.key == key).unwrap().counts;
    let chosen: Vec<(&str, u64)> = of("place").choices.iter().map(|one| (one.label.as_str(), one.count)).collect();
    assert_eq!(chosen, [("At home", 3), ("At school", 1)]);
    assert_eq!((of("place").answered, of("place").not_answered), (4, 1));
    let numbers = of("weeks").numbers.as_ref().unwrap();
    assert_eq!(numbers.bins.iter().map(|bin| bin.count).sum::<u64>(), 4, "every number is in one bar");
    let filter = vec![Filter { column: "place".into(), holds: "school".into() }];
    assert_eq!(summarise(&world.session(), "ours", filter).unwrap().rows, 1);
}

fn export(world: &World, layout: Layout, file: FileKind, filters: &[(&str, &str)]) -> Result<(u32, Vec<u8>), AppFault> {
    let filters = place(None, false, filters).filters;
    let mut out = Vec::new();
    let export = ExportResponses { form: "ours".into(), layout, file, filters };
    let rows = export_responses(&world.session(), export, &mut out, world.place(), str::to_owned)?;
    Ok((rows, out))
}

#[test]
fn an_export_holds_every_row_guards_formulas_and_is_an_entry() {
    let world = filled();
    let mut layouts = Vec::new();
    for layout in [Layout::GoogleSheet, Layout::Lossless, Layout::Envelope] {
        let (rows, csv) = export(&world, layout, FileKind::Csv, &[]).unwrap();
        let csv = String::from_utf8(csv).unwrap();
        assert_eq!(rows, 5);
        // The envelope says who, about whom and when, and no answer.
        let answered = layout != Layout::Envelope;
        for word in ["pear", "Apple", "fig", "quince"] {
            assert_eq!(csv.contains(word), answered, "{word} {layout:?}");
        }
        // With a quotation mark of its own before it, as in JSON, it is a text.
        assert!(csv.contains("=cmd()") == answered && !csv.contains(",=cmd") && !csv.contains(",\"=cmd"), "{csv}");
        let (rows, xlsx) = export(&world, layout, FileKind::Xlsx, &[]).unwrap();
        assert!(rows == 5 && xlsx.starts_with(b"PK"));
        layouts.push(csv);
    }
    let order: Vec<usize> = ["pear", "Apple", "fig"].iter().map(|word| layouts[0].find(word).unwrap()).collect();
    assert!(order.is_sorted(), "oldest first, as a Google Sheet grows");
    assert_eq!(export(&world, Layout::GoogleSheet, FileKind::Csv, &[("place", "school")]).unwrap().0, 1);
    let exported: Vec<(String, u32)> = world
        .locked_journal()
        .into_iter()
        .filter_map(|noted| match noted.act {
            Known::Exported(exported) => Some((exported.layout, exported.records)),
            _ => None,
        })
        .collect();
    assert_eq!(exported.len(), 7);
    assert_eq!(exported[0], ("google_sheet csv".to_owned(), 5));
    assert_eq!(exported[6], ("google_sheet csv".to_owned(), 1));
}

#[test]
fn an_export_needs_the_role_and_writes_nothing_without_it() {
    let world = filled();
    world.edits_forms(false);
    assert!(!sheet(&world.session(), place(None, false, &[]), 0, 1).unwrap().may_export);
    let mut out = Vec::new();
    let asked =
        ExportResponses { form: "ours".into(), layout: Layout::Lossless, file: FileKind::Csv, filters: Vec::new() };
    let refused = fault(export_responses(&world.session(), asked, &mut out, world.place(), str::to_owned));
    assert!(matches!(refused, AppFault::NotAllowed) && out.is_empty());
    world.edits_forms(true);
    assert!(export(&world, Layout::Lossless, FileKind::Csv, &[]).is_ok());
}
