//! An XLSForm workbook comes in: real files, made with a spreadsheet writer.

use exchange::{ImportedForm, Line, Weight, read_xlsform};
use forms::Form;
use rstest::rstest;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

/// Sheets by name; the first row of each are its headings.
pub type Sheets<'a> = &'a [(&'a str, &'a [&'a [&'a str]])];

pub fn workbook(sheets: Sheets<'_>) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, cells) in (0_u32..).zip(*rows) {
            for (column, cell) in (0_u16..).zip(*cells) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) if cell.is_empty() => continue,
                    Err(_) => sheet.write_string(row, column, *cell).unwrap(),
                };
            }
        }
    }
    book.save_to_buffer().unwrap()
}

pub fn read(bytes: &[u8]) -> ImportedForm {
    let read = read_xlsform(bytes).unwrap();
    Form::read_resolved(&read.json).expect("the engine reads what was made");
    read
}

pub const HEADINGS: &[&str] =
    &["type", "name", "label", "required", "relevant", "constraint", "constraint_message", "hint", "appearance"];
pub const CHOICES: &[&[&str]] = &[
    &["list_name", "name", "label"],
    &["yes_no", "yes", "Yes"],
    &["yes_no", "no", "No"],
    &["risk", "1", "Low"],
    &["risk", "2", "Middle"],
    &["risk", "3", "High"],
];
pub const SETTINGS: &[&[&str]] = &[&["form_id", "form_title", "version"], &["home_visit", "Home visit", "7"]];

/// A survey under [`HEADINGS`] with the usual choices and settings.
fn survey(rows: &[&[&str]]) -> ImportedForm {
    let mut all = vec![HEADINGS];
    all.extend(rows);
    read(&workbook(&[("survey", &all), ("choices", CHOICES), ("settings", SETTINGS)]))
}

fn definition(form: &ImportedForm) -> Value {
    serde_json::from_slice(&form.json).unwrap()
}

fn questions(definition: &Value) -> Vec<Value> {
    let sections = definition["sections"].as_array().unwrap();
    let top = sections.iter().flat_map(|section| section["questions"].as_array().unwrap());
    top.flat_map(|question| {
        let inner = question["kind"]["questions"].as_array().cloned().unwrap_or_default();
        std::iter::once(question.clone()).chain(inner)
    })
    .collect()
}

fn question(form: &ImportedForm, id: &str) -> Value {
    let definition = definition(form);
    let found = questions(&definition).into_iter().find(|question| question["id"] == id);
    found.unwrap_or_else(|| panic!("no question {id} in {definition:#}"))
}

pub fn lines<'a>(form: &'a ImportedForm, code: &str) -> Vec<&'a Line> {
    form.lines.iter().filter(|line| line.code == code).collect()
}

fn quoted<'a>(form: &'a ImportedForm, code: &str) -> Vec<(&'a str, &'a str)> {
    let of = |line: &'a Line| {
        let said = line.params.iter().find(|(name, _)| *name == "expression");
        (line.place.as_str(), said.map_or("", |(_, value)| value.as_str()))
    };
    lines(form, code).into_iter().map(of).collect()
}

#[rstest]
#[case("text", "", json!({ "type": "short_text" }))]
#[case("text", "multiline", json!({ "type": "long_text" }))]
#[case("integer", "", json!({ "type": "number", "whole": true }))]
#[case("decimal", "", json!({ "type": "number" }))]
#[case("range", "", json!({ "type": "scale", "low": 1, "high": 10 }))]
#[case("date", "", json!({ "type": "date" }))]
#[case("time", "", json!({ "type": "time" }))]
#[case("dateTime", "", json!({ "type": "date", "parts": "with_time" }))]
#[case("note", "", json!({ "type": "statement" }))]
#[case("image", "", json!({ "type": "upload", "types": ["image"], "max_files": 1, "max_mib": 20 }))]
#[case("image", "signature", json!({ "type": "signature" }))]
#[case("image", "draw", json!({ "type": "drawing" }))]
#[case("file", "", json!({ "type": "upload", "max_files": 1, "max_mib": 20 }))]
#[case("audio", "", json!({ "type": "upload", "types": ["audio"], "max_files": 1, "max_mib": 20 }))]
#[case("barcode", "", json!({ "type": "short_text" }))]
#[case("acknowledge", "", json!({ "type": "one_choice", "choices": [{ "id": "ok", "label": "OK" }] }))]
#[case("hologram", "", json!({ "type": "statement" }))]
fn each_type_lands_as_a_kind(#[case] type_: &str, #[case] appearance: &str, #[case] kind: Value) {
    let row = [type_, "q", "A question", "", "", "", "", "", appearance];
    let form = survey(&[&row, &["text", "other_one", "Another"]]);
    assert_eq!(question(&form, "q")["kind"], kind);
}

#[test]
fn choices_keep_their_names_and_other_is_a_text() {
    let form = survey(&[
        &["select_one yes_no", "seen", "Was the child seen?", "yes"],
        &["select_multiple risk or_other", "risks", "Which risks?"],
        &["select_one yes_no", "short", "Short list", "", "", "", "", "", "minimal"],
        &["rank risk", "order", "Put in order"],
        &["select_one nowhere", "lost", "No list"],
    ]);
    let seen = question(&form, "seen");
    assert_eq!(seen["required"], true);
    assert_eq!(seen["kind"]["choices"][0], json!({ "id": "yes", "label": "Yes" }));
    let risks = question(&form, "risks")["kind"].clone();
    assert_eq!((&risks["type"], &risks["other"]), (&json!("many_choices"), &json!(true)));
    assert_eq!(risks["choices"][0], json!({ "id": "1", "label": "Low" }), "a code typed as a number stays a code");
    assert_eq!(question(&form, "short")["kind"]["type"], "drop_down");
    assert_eq!(question(&form, "order")["kind"]["type"], "many_choices");
    assert_eq!(lines(&form, "rank")[0].weight, Weight::Changed);
    assert_eq!(question(&form, "lost")["kind"]["type"], "short_text");
    assert_eq!(lines(&form, "list_missing")[0].place, "survey row 6");
}

#[test]
fn the_form_says_where_it_came_from() {
    let form = survey(&[&["date", "day", "Day", "yes"], &["text", "What Was Said", "Said"]]);
    let definition = definition(&form);
    assert_eq!(definition["title"], "Home visit");
    assert_eq!(definition["source"]["system"], "xlsform");
    assert_eq!(definition["source"]["form"], "home_visit");
    assert_eq!(definition["source"]["questions"], json!({ "day": "day", "what_was_said": "What Was Said" }));
    assert_eq!(definition["event_time"], json!({ "question": "day" }));
    assert!(definition["id"].as_str().unwrap().starts_with("xlsform_"));
    assert_eq!(lines(&form, "setting").len(), 1, "its version there");
    assert_eq!((form.sections, form.questions), (1, 2));
}

#[rstest]
#[case("${seen} = 'yes'", json!({ "question": "seen", "any_of": ["yes"] }))]
#[case("'yes' = ${seen}", json!({ "question": "seen", "any_of": ["yes"] }))]
#[case("${seen} != 'yes'", json!({ "not": { "question": "seen", "any_of": ["yes"] } }))]
#[case("selected(${risks}, '2')", json!({ "question": "risks", "any_of": ["2"] }))]
#[case("not(selected(${risks}, ‘2’))", json!({ "not": { "question": "risks", "any_of": ["2"] } }))]
#[case("${level} >= 2", json!({ "question": "level", "any_of": ["2", "3"] }))]
#[case("${age} < 5", json!({ "question": "age", "at_most": 4 }))]
#[case("${age} > 5 and ${age} <= 17", json!({ "all": [{ "question": "age", "at_least": 6 }, { "question": "age", "at_most": 17 }] }))]
#[case("${weight} < 3", json!({ "all": [
    { "question": "weight", "answered": true }, { "not": { "question": "weight", "at_least": 3 } }] }))]
#[case("${said} != ''", json!({ "question": "said", "answered": true }))]
#[case("string-length(${said}) = 0", json!({ "not": { "question": "said", "answered": true } }))]
#[case("count-selected(${risks}) > 0", json!({ "question": "risks", "answered": true }))]
#[case("${seen} = 'no' or (${age} = 0 and ${said} = '')", json!({ "any": [
    { "question": "seen", "any_of": ["no"] },
    { "all": [
        { "all": [{ "question": "age", "at_least": 0 }, { "question": "age", "at_most": 0 }] },
        { "not": { "question": "said", "answered": true } }] }] }))]
fn a_condition_that_can_be_followed_says_the_same_here(#[case] relevant: &str, #[case] when: Value) {
    let form = survey(&[
        &["select_one yes_no", "seen", "Seen?"],
        &["select_multiple risk", "risks", "Risks"],
        &["select_one risk", "level", "Level"],
        &["integer", "age", "Age"],
        &["decimal", "weight", "Weight"],
        &["text", "said", "Said"],
        &["text", "why", "Why", "", relevant],
    ]);
    assert_eq!(question(&form, "why")["when"], when, "{:?}", form.lines);
    assert!(lines(&form, "relevance").is_empty());
}

#[rstest]
#[case::later("${later} = 'x'")]
#[case::unknown("${nobody} = 1")]
#[case::no_such_choice("${seen} = 'perhaps'")]
#[case::a_text("${said} = 'hello'")]
#[case::arithmetic("${age} * 2 > 10")]
#[case::function("pulldata('a', 'b', 'c', ${said}) = 1")]
#[case::broken("${seen} = ")]
#[case::left_out("${place} != ''")]
#[case::in_repeat("${child_name} != ''")]
#[case::a_note("${words} != ''")]
#[case::never("false()")]
#[case::too_deep("not(not(not(not(not(not(not(not(not(not(not(not(not(${age} = 1)))))))))))))")]
fn a_condition_that_cannot_be_followed_is_quoted_and_the_question_always_shown(#[case] relevant: &str) {
    let form = survey(&[
        &["select_one yes_no", "seen", "Seen?"],
        &["integer", "age", "Age"],
        &["text", "said", "Said"],
        &["geopoint", "place", "Place"],
        &["note", "words", "Words"],
        &["begin repeat", "children", "Child"],
        &["text", "child_name", "Name"],
        &["end repeat"],
        &["text", "why", "Why", "", relevant],
        &["text", "later", "Later"],
    ]);
    assert_eq!(question(&form, "why").get("when"), None);
    assert_eq!(quoted(&form, "relevance"), [("survey row 10", relevant.trim())]);
}

#[rstest]
#[case("integer", ". >= 0 and . <= 120", json!({ "type": "number", "whole": true, "min": 0, "max": 120 }))]
#[case("integer", ". > 0", json!({ "type": "number", "whole": true, "min": 1 }))]
#[case("decimal", ". >= 1 and 10 >= .", json!({ "type": "number", "min": 1, "max": 10 }))]
#[case("text", "string-length(.) <= 20 and string-length(.) > 2", json!({ "type": "short_text", "min_length": 3, "max_length": 20 }))]
#[case("text", "regex(., '^[A-Z]{2}$')", json!({ "type": "short_text", "pattern": "^[A-Z]{2}$" }))]
#[case("date", ". <= today()", json!({ "type": "date", "not_in_future": true }))]
#[case("date", ". >= ${from}", json!({ "type": "date", "not_before_question": "from" }))]
fn a_constraint_that_can_be_followed_becomes_rules(#[case] type_: &str, #[case] written: &str, #[case] kind: Value) {
    let form =
        survey(&[&["date", "from", "From"], &[type_, "q", "A question", "", "", written, "Please check", "A hint"]]);
    let asked = question(&form, "q");
    assert_eq!(asked["kind"], kind, "{:?}", form.lines);
    assert_eq!((&asked["message"], &asked["hint"]), (&json!("Please check"), &json!("A hint")));
    assert!(lines(&form, "constraint").is_empty());
}

#[test]
fn ticks_can_be_counted_by_a_constraint() {
    let form =
        survey(&[&["select_multiple risk", "q", "Risks", "", "", "count-selected(.) <= 2 and count-selected(.) >= 1"]]);
    let kind = question(&form, "q")["kind"].clone();
    assert_eq!((&kind["min_chosen"], &kind["max_chosen"]), (&json!(1), &json!(2)));
}

#[rstest]
#[case::of_another("integer", ". > ${other}", json!({ "type": "number", "whole": true }))]
#[case::in_part("integer", ". > 0 and . mod 2 = 0", json!({ "type": "number", "whole": true }))]
#[case::in_part_that_reads("integer", ". > 0 and . != 5", json!({ "type": "number", "whole": true, "min": 1 }))]
#[case::between("decimal", ". > 0.5", json!({ "type": "number" }))]
#[case::nothing_left("integer", ". > 5 and . < 3", json!({ "type": "number", "whole": true, "min": 6 }))]
#[case::other_dialect("text", "regex(., '(?=a)b')", json!({ "type": "short_text" }))]
#[case::no_pattern("text", "regex(., '(')", json!({ "type": "short_text" }))]
fn a_constraint_that_cannot_be_followed_is_quoted(#[case] type_: &str, #[case] written: &str, #[case] kind: Value) {
    let form = survey(&[&[type_, "q", "A question", "", "", written]]);
    assert_eq!(question(&form, "q")["kind"], kind);
    assert_eq!(quoted(&form, "constraint"), [("survey row 2", written)]);
}

#[test]
fn outer_groups_are_sections_and_inner_ones_pass_on_their_condition() {
    let form = survey(&[
        &["text", "worker", "Worker"],
        &["begin group", "visit", "The visit", "", "${worker} != ''"],
        &["select_one yes_no", "seen", "Seen?"],
        &["begin group", "talk", "The talk", "", "${seen} = 'yes'"],
        &["text", "said", "Said"],
        &["select_one yes_no", "alone", "Alone?", "", "${said} != ''"],
        &["end group"],
        &["text", "next", "Next"],
        &["end group"],
        &["text", "last", "Last"],
    ]);
    let definition = definition(&form);
    let titles: Vec<&str> =
        definition["sections"].as_array().unwrap().iter().map(|s| s["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Home visit", "The visit", "Home visit"]);
    assert_eq!(definition["sections"][1]["id"], "s_visit");
    assert_eq!(definition["sections"][1]["when"], json!({ "question": "worker", "answered": true }));
    let seen = json!({ "question": "seen", "any_of": ["yes"] });
    assert_eq!(question(&form, "said")["when"], seen);
    assert_eq!(question(&form, "t_talk")["when"], seen, "its title is kept");
    assert_eq!(question(&form, "alone")["when"], json!({ "all": [seen, { "question": "said", "answered": true }] }));
    assert_eq!(question(&form, "next").get("when"), None);
    assert_eq!(lines(&form, "group_flattened")[0].place, "survey row 5");
}

#[test]
fn a_repeat_is_a_repeating_group_and_one_inside_it_is_flattened() {
    let form = survey(&[
        &["begin repeat", "people", "Person", "", ""],
        &["text", "who", "Name", "yes"],
        &["integer", "years", "Age"],
        &["begin repeat", "phones", "Phone", "", "${years} >= 12"],
        &["text", "number", "Number"],
        &["end repeat"],
        &["end repeat"],
        &["begin repeat", "nothing", "Nothing"],
        &["end repeat"],
    ]);
    let people = question(&form, "people");
    assert_eq!((&people["kind"]["type"], &people["kind"]["item_name"]), (&json!("group"), &json!("Person")));
    let inner: Vec<&str> =
        people["kind"]["questions"].as_array().unwrap().iter().map(|q| q["id"].as_str().unwrap()).collect();
    assert_eq!(inner, ["who", "years", "t_phones", "number"]);
    assert_eq!(question(&form, "number")["when"], json!({ "question": "years", "at_least": 12 }));
    assert_eq!(lines(&form, "repeat_flattened").len(), 1);
    assert_eq!(lines(&form, "empty_repeat").len(), 1);
    assert_eq!(form.questions, 3);
}

#[test]
fn the_default_language_is_the_wording_and_the_others_are_kept() {
    let bytes = workbook(&[
        (
            "survey",
            &[
                &[
                    "type",
                    "name",
                    "label::Français (fr)",
                    "label::English (en)",
                    "hint::Français (fr)",
                    "hint::English (en)",
                ],
                &["begin_group", "g", "Visite", "Visit"],
                &["select_one yn", "seen", "Vu ?", "Seen?", "Aujourd'hui", "Today"],
                &["text", "only", "Seulement", ""],
                &["end_group"],
            ],
        ),
        (
            "choices",
            &[
                &["list name", "value", "label::English (en)", "label::Français (fr)"],
                &["yn", "y", "Yes", "Oui"],
                &["yn", "n", "No", "Non"],
            ],
        ),
        ("settings", &[&["form_id", "default_language"], &["v", "English (en)"]]),
    ]);
    let form = read(&bytes);
    let definition = definition(&form);
    assert_eq!(definition["sections"][0]["title"], "Visit");
    assert_eq!(question(&form, "seen")["hint"], "Today");
    assert_eq!(question(&form, "only")["text"], "Seulement", "what is not translated stays as it is");
    let french = &definition["translations"]["fr"];
    assert_eq!(french["section/s_g"], "Visite");
    assert_eq!(french["question/seen"], "Vu ?");
    assert_eq!(french["question/seen/hint"], "Aujourd'hui");
    assert_eq!(french["choice/seen/y"], "Oui");
    assert!(definition["translations"].get("en").is_none());
}

#[test]
fn what_has_no_counterpart_is_listed_by_row() {
    let headings: &[&str] = &[
        "type",
        "name",
        "label",
        "calculation",
        "choice_filter",
        "default",
        "readonly",
        "required",
        "image",
        "colour",
    ];
    let form = read(&workbook(&[
        (
            "survey",
            &[
                headings,
                &["start", "start"],
                &["integer", "a", "A"],
                &["integer", "b", "B", "", "", "3"],
                &["calculate", "total", "Total", "${a} + ${b}"],
                &["calculate", "odd", "Odd", "${a} * 2"],
                &["geopoint", "place", "Place"],
                &["select_one yes_no", "seen", "Seen by ${a}?", "", "x = ${a}", "", "", "${a} > 1", "cat.png", "red"],
                &["date", "day", "Day", "", "", "today()"],
                &["text", "fixed", "Fixed", "", "", "", "yes"],
                &["", "nameless", "No type"],
                &["end group"],
                &["begin group", "open", "Open"],
                &["text", "inside", "Inside"],
            ],
        ),
        ("choices", CHOICES),
        ("entities", &[&["dataset"], &["people"]]),
    ]));
    for (code, row) in [
        ("meta", "survey row 2"),
        ("cell", "survey row 4"),
        ("calculation", "survey row 6"),
        ("map", "survey row 7"),
        ("choice_filter", "survey row 8"),
        ("answer_in_text", "survey row 8"),
        ("required_expression", "survey row 8"),
        ("media", "survey row 8"),
        ("readonly", "survey row 10"),
        ("row_without_type", "survey row 11"),
        ("nothing_to_close", "survey row 12"),
        ("not_closed", "survey row 13"),
        ("column", ""),
        ("sheet_left_out", ""),
        ("no_form_id", ""),
        ("form_untitled", ""),
    ] {
        let places: Vec<&str> = lines(&form, code).iter().map(|line| line.place.as_str()).collect();
        assert_eq!(places, [row], "{code}");
    }
    assert_eq!(question(&form, "total")["kind"], json!({ "type": "calculated", "work_out": "sum", "of": ["a", "b"] }));
    assert_eq!(question(&form, "day")["prefill"], "today");
    assert!(questions(&definition(&form)).iter().all(|question| question["id"] != "odd" && question["id"] != "place"));
}

#[test]
fn the_same_workbook_read_twice_has_the_same_ids() {
    let rows: &[&[&str]] = &[HEADINGS, &["text", "said", "Said"], &["text", "said", "Said again"]];
    let bytes = workbook(&[("Survey", rows), ("settings", SETTINGS)]);
    let (one, other) = (read(&bytes), read(&bytes));
    assert_eq!(one.json, other.json);
    assert_eq!(question(&one, "said_2")["text"], "Said again");
    assert_eq!(lines(&one, "id_twice").len(), 1);
}
