//! The response sheet: columns as Google Forms has them, cells as people read them, and summaries.

use forms::{Form, SheetColumn, Tallied, cell, cells, columns, tally};
use serde_json::{Value, json};

use crate::{
    changed_form::{self, question},
    support::{answers, children, read},
};

fn row(form: &Form, given: Value, names: &[&str]) -> Vec<(String, String)> {
    let columns = columns(form);
    let texts = cells(form, &columns, &answers(given), &children(names));
    columns.into_iter().map(|column| column.key).zip(texts).filter(|(_, text)| !text.is_empty()).collect()
}

fn one(form: &Form, key: &str, given: Value, names: &[&str]) -> String {
    let column = column(form, key);
    cell(form, &column, &answers(given), &children(names))
}

fn column(form: &Form, key: &str) -> SheetColumn {
    columns(form).into_iter().find(|column| column.key == key).unwrap()
}

fn tallied(form: &Form, key: &str, rows: &[Value], names: &[&str]) -> Tallied {
    let mut counting = tally(form, &column(form, key));
    rows.iter().for_each(|row| counting.add(form, &answers(row.clone()), &children(names)));
    counting.result()
}

fn counts(tallied: &Tallied) -> Vec<(&str, u64)> {
    tallied.choices.iter().map(|choice| (choice.id.as_str(), choice.count)).collect()
}

#[test]
fn every_question_has_a_column_in_form_order_a_grid_one_a_row_and_a_text_none() {
    let form = read(&changed_form::form());
    let keys: Vec<String> = columns(&form).into_iter().map(|column| column.key).collect();
    assert_eq!(
        keys,
        [
            "when_date",
            "short",
            "long",
            "one",
            "many",
            "drop",
            "scale",
            "rating",
            "grid/home",
            "grid/school",
            "ticks/home",
            "ticks/school",
            "day",
            "time",
            "long_for",
            "yes",
            "number",
            "person",
            "team",
            "files",
            "draw",
            "body",
            "sign",
            "days",
            "each/*/seen",
            "each/*/voice",
            "each/*/likes",
            "actions/*/what",
            "actions/*/by"
        ]
    );
    let grid = column(&form, "grid/school");
    assert_eq!(
        (grid.header.as_str(), grid.section.as_str(), grid.kind),
        ("How is it? [School]", "First", "choice_grid")
    );
}

#[test]
fn two_questions_of_one_wording_keep_the_same_header() {
    let mut form = changed_form::form();
    question(&mut form, "long")["text"] = json!("Short?");
    let headers: Vec<String> = columns(&read(&form)).into_iter().map(|column| column.header).collect();
    assert_eq!(headers.iter().filter(|header| *header == "Short?").count(), 2);
}

#[test]
fn answers_read_as_people_read_them() {
    let form = read(&changed_form::form());
    let given = json!({
        "one": {"choice": "red"}, "many": {"choices": ["red", "blue"], "other": "Mauve"}, "drop": {"choice": "blue"},
        "scale": 4, "rating": 2, "number": 3,
        "grid": {"home": "good"}, "ticks": {"home": ["good", "bad"], "school": []},
        "day": "2026-11-03", "yes": "yes", "person": {"name": "Bo Example"},
        "files": [{"blob": "00", "name": "a.png", "size": 1, "media": "image/png"},
                  {"blob": "01", "name": "b.pdf", "size": 1, "media": "application/pdf"}],
        "sign": {"name": "Ada Example"},
    });
    let said: Vec<(String, String)> = row(&form, given, &[]);
    let said: Vec<(&str, &str)> = said.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    assert_eq!(
        said,
        [
            ("when_date", "20 November 2026"),
            ("one", "Red"),
            ("many", "Red, Blue, dark, Mauve"),
            ("drop", "Blue, dark"),
            ("scale", "4"),
            ("rating", "2"),
            ("grid/home", "Good"),
            ("ticks/home", "Good, Bad"),
            ("day", "3 November 2026"),
            ("yes", "Yes"),
            ("number", "3"),
            ("person", "Bo Example"),
            ("files", "a.png, b.pdf"),
            ("sign", "Ada Example"),
        ]
    );
}

#[test]
fn what_is_asked_of_each_child_or_item_has_a_line_for_each() {
    let form = read(&changed_form::form());
    let given = json!({
        "each": {"child-1": {"likes": {"choices": ["red", "blue"]}}, "child-2": {"seen": "no"}, "gone": {"seen": "yes"}},
        "actions": [{"id": "a", "answers": {"what": "Phone"}}, {"id": "b", "answers": {}}, {"id": "c", "answers": {"what": "Write"}}],
    });
    let names = ["Zoë", "Sam"];
    assert_eq!(one(&form, "each/*/likes", given.clone(), &names), "Zoë: Red, Blue, dark");
    assert_eq!(one(&form, "each/*/seen", given.clone(), &names), "Sam: No\ngone: Yes");
    assert_eq!(one(&form, "actions/*/what", given, &names), "Action 1: Phone\nAction 3: Write");
}

#[test]
fn a_reason_and_what_an_import_kept_are_told_as_they_are() {
    let form = read(&changed_form::form());
    assert_eq!(one(&form, "day", json!({"day": {"not_known_because": "Asleep"}}), &[]), "Not known: Asleep");
    assert_eq!(one(&form, "day", json!({"day": {"as_imported": "3rd Novembr"}}), &[]), "3rd Novembr");
    assert_eq!(one(&form, "grid/home", json!({"grid": {"as_imported": "fine"}}), &[]), "fine");
    assert_eq!(one(&form, "one", json!({"one": ["odd"]}), &[]), "[\"odd\"]");
}

#[test]
fn a_row_of_another_version_is_read_by_its_own_wording() {
    let mut older = changed_form::form();
    question(&mut older, "one")["kind"]["choices"][0]["label"] = json!("Crimson");
    changed_form::take(&mut older, "short");
    let (older, newer) = (read(&older), read(&changed_form::form()));
    let given = answers(json!({"one": {"choice": "red"}, "each": {"child-1": {"seen": "yes"}}}));
    let on_form = children(&["Sam"]);
    assert_eq!(cell(&older, &column(&newer, "one"), &given, &on_form), "Crimson");
    assert_eq!(cell(&older, &column(&newer, "each/*/seen"), &given, &on_form), "Sam: Yes");
    assert_eq!(cell(&older, &column(&newer, "short"), &given, &on_form), "");
}

#[test]
fn choices_are_counted_in_the_order_of_the_form() {
    let form = read(&changed_form::form());
    let rows = [
        json!({"many": {"choices": ["blue", "red"], "other": "Mauve"}}),
        json!({"many": {"choices": ["blue", "gone"]}}),
        json!({"many": {"not_known_because": "Asleep"}}),
        json!({"many": {"as_imported": "Bleu"}}),
        json!({}),
    ];
    let many = tallied(&form, "many", &rows, &[]);
    assert_eq!(counts(&many), [("red", 1), ("blue", 2), ("none", 0)]);
    assert_eq!((many.responses, many.answered, many.not_answered, many.not_known), (5, 3, 1, 1));
    assert_eq!((many.other, many.unplaced), (1, 2));

    let rows =
        [json!({"one": {"choice": "red", "other": "typed before"}}), json!({"one": {"choice": "", "other": "Mauve"}})];
    let single = tallied(&form, "one", &rows, &[]);
    assert_eq!((counts(&single), single.other), (vec![("red", 1), ("blue", 0), ("none", 0)], 1));
}

#[test]
fn levels_rows_and_yes_are_counted_too() {
    let form = read(&changed_form::form());
    let rows = [
        json!({"scale": "5", "ticks": {"home": ["good", "bad"]}, "yes": "yes"}),
        json!({"scale": 2, "ticks": {"school": ["bad"]}, "yes": "no"}),
    ];
    let scale = tallied(&form, "scale", &rows, &[]);
    assert_eq!(counts(&scale), [("1", 0), ("2", 1), ("3", 0), ("4", 0), ("5", 1)]);
    assert_eq!(scale.choices.last().unwrap().label, "5: Best");
    assert_eq!(scale.numbers.map(|numbers| (numbers.min, numbers.mean, numbers.max)), Some((2.0, 3.5, 5.0)));
    let home = tallied(&form, "ticks/home", &rows, &[]);
    assert_eq!((counts(&home), home.answered, home.not_answered), (vec![("good", 1), ("bad", 1)], 1, 1));
    assert_eq!(counts(&tallied(&form, "yes", &rows, &[])), [("yes", 1), ("no", 1)]);
}

#[test]
fn numbers_have_their_ends_their_mean_and_bins() {
    let form = read(&changed_form::form());
    let rows: Vec<Value> = (0..100).map(|number| json!({"number": number})).collect();
    let numbers = tallied(&form, "number", &rows, &[]).numbers.unwrap();
    assert_eq!((numbers.min, numbers.max), (0.0, 99.0));
    assert!((numbers.mean - 49.5).abs() < 1e-9);
    assert_eq!(numbers.bins.iter().map(|bin| bin.count).collect::<Vec<_>>(), [10; 10]);
}

#[test]
fn each_child_and_each_item_counts() {
    let form = read(&changed_form::form());
    let rows = [
        json!({"each": {"child-1": {"seen": "yes"}}}),
        json!({"each": {"child-1": {"seen": "no"}, "child-2": {"seen": "yes"}}}),
    ];
    let seen = tallied(&form, "each/*/seen", &rows, &["Zoë", "Sam"]);
    assert_eq!(
        (counts(&seen), seen.answered, seen.not_answered, seen.responses),
        (vec![("yes", 2), ("no", 1)], 3, 1, 2)
    );
}

#[test]
fn a_text_is_only_counted() {
    let form = read(&changed_form::form());
    let short = tallied(&form, "short", &[json!({"short": "Secret words"}), json!({})], &[]);
    assert_eq!((short.answered, short.not_answered, short.choices.len()), (1, 1, 0));
    assert!(short.numbers.is_none() && !format!("{short:?}").contains("Secret"));
}
