//! A form of the Forms API comes in: every kind lands, nothing is dropped in silence.

use exchange::{ImportFault, ImportedForm, Weight, read_google_form};
use forms::Form;
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};

const EVERY_KIND: &[u8] = include_bytes!("../data/google/every_kind.json");

fn read(form: &Value) -> ImportedForm {
    let read = read_google_form(&serde_json::to_vec(form).unwrap()).unwrap();
    Form::read_resolved(&read.json).expect("the engine reads what was made");
    read
}

fn with_items(items: Value) -> Value {
    json!({ "formId": "f1", "info": { "title": "A form" }, "items": items })
}

fn one_question(kind: &str, question: Value) -> Value {
    let mut asked = json!({ "questionId": "0000000a" });
    asked[kind] = question;
    with_items(json!([{ "itemId": "0000000b", "title": "Asked", "questionItem": { "question": asked } }]))
}

fn definition(form: &ImportedForm) -> Value {
    serde_json::from_slice(&form.json).unwrap()
}

fn question<'a>(definition: &'a Value, id: &str) -> &'a Value {
    let sections = definition["sections"].as_array().unwrap();
    let mut all = sections.iter().flat_map(|section| section["questions"].as_array().unwrap());
    all.find(|question| question["id"] == id).unwrap_or_else(|| panic!("no question {id} in {definition:#}"))
}

fn first_kind(form: &ImportedForm) -> Value {
    definition(form)["sections"][0]["questions"][0]["kind"].clone()
}

fn codes(form: &ImportedForm) -> Vec<&str> {
    form.lines.iter().map(|line| line.code).collect()
}

fn param<'a>(form: &'a ImportedForm, code: &str, name: &str) -> Vec<&'a str> {
    let lines = form.lines.iter().filter(|line| line.code == code);
    lines.flat_map(|line| &line.params).filter(|(one, _)| *one == name).map(|(_, value)| value.as_str()).collect()
}

fn every_kind() -> Value {
    serde_json::from_slice(EVERY_KIND).unwrap()
}

#[test]
fn every_kind_lands_as_the_same_kind_here() {
    let form = read(&every_kind());
    let definition = definition(&form);
    let kind = |id: &str| question(&definition, id)["kind"].clone();
    let kinds = [
        ("q_0a1c0001", "date"),
        ("q_0a1c0002", "time"),
        ("q_0a1c0003", "duration"),
        ("q_0a1c0004", "short_text"),
        ("q_0a1c0005", "one_choice"),
        ("t_5a1c0006", "statement"),
        ("q_0a1c0007", "many_choices"),
        ("q_0a1c0009", "long_text"),
        ("q_0a1c0010", "drop_down"),
        ("q_0a1c0011", "scale"),
        ("q_0a1c0012", "rating"),
        ("g_5a1c0013", "choice_grid"),
        ("g_5a1c0014", "tick_grid"),
        ("q_0a1c0015", "upload"),
        ("i_5a1c0016", "image"),
        ("t_5a1c0017", "statement"),
    ];
    for (id, name) in kinds {
        assert_eq!(kind(id)["type"], name, "{id}");
    }
    assert_eq!(kind("q_0a1c0007")["other"], true);
    assert_eq!(kind("q_0a1c0007")["choices"].as_array().unwrap().len(), 4, "Other is no choice of its own");
    assert_eq!(
        kind("q_0a1c0011"),
        json!({
            "type": "scale", "low": 0, "high": 10,
            "low_label": "Not at all", "high_label": "Something must happen today"
        })
    );
    assert_eq!(kind("q_0a1c0012"), json!({ "type": "rating", "levels": 5, "icon": "heart" }));
    assert_eq!(kind("g_5a1c0013")["each_row"], true);
    assert_eq!(kind("g_5a1c0013")["rows"][1], json!({ "id": "r_0a1c0132", "label": "Food" }));
    assert_eq!(
        kind("q_0a1c0015"),
        json!({ "type": "upload", "types": ["image", "pdf"], "max_files": 5, "max_mib": 20 })
    );
    assert_eq!(param(&form, "upload_size", "there"), ["100"]);
    assert_eq!(kind("i_5a1c0016")["alt"], "A chart with five house rules");
    assert_eq!(kind("q_0a1c0019")["parts"], "with_time");
    assert_eq!(kind("q_0a1c0020")["parts"], "no_year");
    let video = question(&definition, "t_5a1c0017");
    assert_eq!(video["guidance"], "Four minutes\nhttps://www.youtube.com/watch?v=example");
    assert_eq!(question(&definition, "q_0a1c0004")["hint"], "Address or place, as the family calls it");
    assert_eq!((form.sections, form.questions), (5, 18));
    assert!(codes(&form).iter().all(|code| !code.starts_with("unknown")), "{:?}", codes(&form));
}

#[test]
fn the_form_says_where_it_came_from_and_when_it_happened() {
    let definition = definition(&read(&every_kind()));
    assert_eq!(definition["title"], "Duty visit");
    assert!(definition["guidance"].as_str().unwrap().starts_with("For visits by the duty team"));
    assert_eq!(definition["shelf"], "Imported forms");
    assert_eq!(definition["event_time"], json!({ "question": "q_0a1c0001" }));
    assert_eq!(definition["source"]["system"], "google_forms");
    assert_eq!(definition["source"]["form"], "1FAIpQLSdDutyVisit0000000000000000000000000");
    assert_eq!(definition["source"]["questions"]["q_0a1c0005"], "0a1c0005");
    assert_eq!(definition["source"]["questions"]["g_5a1c0013/r_0a1c0132"], "0a1c0132");
}

#[test]
fn jumps_go_forward_and_what_cannot_be_followed_is_said() {
    let form = read(&every_kind());
    let definition = definition(&form);
    let jumps = |id: &str| -> Vec<Value> {
        let choices = question(&definition, id)["kind"]["choices"].as_array().unwrap().clone();
        choices.iter().map(|choice| choice["go_to"].clone()).collect()
    };
    assert_eq!(
        jumps("q_0a1c0005"),
        [json!("s_5ec70002"), json!("s_5ec70003"), json!("s_5ec70003"), json!("end"), Value::Null]
    );
    assert_eq!(jumps("q_0a1c0018"), [json!("s_5ec70004"), Value::Null, json!("end")]);
    assert_eq!(param(&form, "jump_to_start", "choice"), ["I am not sure which family this is"]);
    assert_eq!(param(&form, "jump_back", "choice"), ["Rang the family"]);
}

#[test]
fn what_the_api_cannot_know_is_put_to_a_person() {
    let form = read(&every_kind());
    let to_confirm =
        |code: &str| form.lines.iter().filter(|line| line.code == code && line.weight == Weight::ToConfirm).count();
    assert_eq!(to_confirm("validation"), 3, "one for each text question");
    assert_eq!(to_confirm("after_section"), 4, "one for each section but the last");
    for code in ["confirmation_text", "one_response", "linked_sheet", "event_date"] {
        assert_eq!(to_confirm(code), 1, "{code}");
    }
    assert!(codes(&form).contains(&"email_collected"));
    assert_eq!(codes(&form).iter().filter(|code| **code == "shuffle").count(), 2);
    let places: Vec<&str> = form.lines.iter().map(|line| line.place.as_str()).collect();
    let order: Vec<u32> =
        places.iter().map(|place| place.strip_prefix("item ").map_or(0, |n| n.parse().unwrap())).collect();
    assert!(order.is_sorted(), "lines stand in the order of the file");
}

#[test]
fn an_empty_section_shows_its_title_and_can_still_be_jumped_to() {
    let form = read(&every_kind());
    let definition = definition(&form);
    let empty = definition["sections"].as_array().unwrap().iter().find(|s| s["id"] == "s_5ec70004").unwrap().clone();
    assert_eq!(empty["questions"][0]["kind"]["type"], "statement");
    assert_eq!(empty["questions"][0]["text"], "A break in the form");
    assert_eq!(empty["questions"][0]["guidance"], "Nothing is asked here");
    assert!(codes(&form).contains(&"section_empty"));
}

#[test]
fn the_same_form_read_twice_has_the_same_ids_whatever_changed_in_it() {
    let first = read(&every_kind());
    assert_eq!(first.json, read(&every_kind()).json);

    let mut changed = every_kind();
    changed["items"][3]["title"] = json!("Where was it?");
    let options = changed["items"][7]["questionItem"]["question"]["choiceQuestion"]["options"].as_array_mut().unwrap();
    options.swap(0, 2);
    let (before, after) = (definition(&first), definition(&read(&changed)));
    assert_eq!(before["id"], after["id"]);
    assert_eq!(question(&after, "q_0a1c0004")["text"], "Where was it?");
    let mother = |definition: &Value| {
        let choices = question(definition, "q_0a1c0007")["kind"]["choices"].as_array().unwrap().clone();
        choices.into_iter().find(|choice| choice["label"] == "Mother").unwrap()["id"].clone()
    };
    assert_eq!(mother(&before), mother(&after), "a choice keeps its id when the order changes");
}

#[test]
fn a_copied_form_is_another_form_though_its_items_have_the_same_ids() {
    let mut copy = every_kind();
    copy["formId"] = json!("1FAIpQLSdCopy");
    let (one, other) = (definition(&read(&every_kind())), definition(&read(&copy)));
    assert_ne!(one["id"], other["id"]);
    assert_eq!(one["sections"], other["sections"]);
}

#[test]
fn absent_fields_are_false_or_empty() {
    let form = read(&json!({ "formId": "f", "items": [
        { "itemId": "a", "questionItem": { "question": { "questionId": "b", "textQuestion": {} } } },
        { "itemId": "c", "title": "When", "questionItem": { "question": { "questionId": "d", "dateQuestion": {} } } }
    ] }));
    let definition = definition(&form);
    assert_eq!(definition["title"], "Imported form");
    assert_eq!(question(&definition, "q_b")["text"], "Question 1");
    assert_eq!(question(&definition, "q_b")["required"], false);
    assert_eq!(question(&definition, "q_d")["kind"]["parts"], "no_year");
    assert!(definition.get("event_time").is_none());
    for code in ["form_untitled", "untitled", "email_not_told", "no_event_date"] {
        assert!(codes(&form).contains(&code), "{code}");
    }
}

#[test]
fn what_is_not_known_is_reported_by_its_path() {
    let form = read(&json!({
        "formId": "f", "hologram": 1, "info": { "title": "T", "mood": "calm" },
        "settings": { "emailCollectionType": "BY_PIGEON" },
        "items": [
            { "itemId": "a", "title": "New thing", "description": "Says this", "hologramItem": { "depth": 3 } },
            { "itemId": "b", "title": "New question", "questionItem": { "question": { "questionId": "c", "sliderQuestion": {} } } },
            { "itemId": "d", "title": "Choice", "questionItem": { "question": { "questionId": "e", "choiceQuestion": {
                "type": "WHEEL", "options": [{ "value": "One", "colour": "red" }, "odd"] } } } },
            { "itemId": "f", "title": "Odd sort", "questionItem": { "question": { "questionId": "g", "required": "yes", "textQuestion": {} } } }
        ]
    }));
    let mut paths = param(&form, "unknown_field", "path");
    paths.sort_unstable();
    assert_eq!(
        paths,
        [
            "hologram",
            "info.mood",
            "items[2].questionItem.question.choiceQuestion.options[0].colour",
            "items[2].questionItem.question.choiceQuestion.options[1]",
            "items[3].questionItem.question.required",
        ]
    );
    assert_eq!(param(&form, "unknown_item", "path"), ["items[0].hologramItem"]);
    assert_eq!(param(&form, "unknown_question", "path"), ["items[1].questionItem.question.sliderQuestion"]);
    assert_eq!(param(&form, "unknown_value", "value"), ["BY_PIGEON", "WHEEL"]);
    let definition = definition(&form);
    assert_eq!(question(&definition, "t_a")["guidance"], "Says this", "its words are kept");
    assert_eq!(question(&definition, "t_b")["kind"]["type"], "statement");
    assert_eq!(question(&definition, "q_e")["kind"]["type"], "one_choice");
}

#[test]
fn of_two_questions_that_jump_in_one_section_the_last_counts() {
    let jumping = |id: &str, to: &str| {
        json!({ "itemId": id, "title": id, "questionItem": { "question": { "questionId": id, "choiceQuestion": {
            "type": "RADIO", "options": [{ "value": "Yes", "goToSectionId": to }, { "value": "No", "goToAction": "NEXT_SECTION" }] } } } })
    };
    let section = |id: &str| json!({ "itemId": id, "title": id, "pageBreakItem": {} });
    let text = |id: &str| json!({ "itemId": id, "title": id, "textItem": {} });
    let form = read(&with_items(json!([
        jumping("a1", "s1"),
        jumping("a2", "s2"),
        section("s1"),
        text("t1"),
        section("s2"),
        text("t2"),
        jumping("a3", "gone")
    ])));
    let definition = definition(&form);
    assert_eq!(question(&definition, "q_a1")["kind"]["choices"][0].get("go_to"), None);
    assert_eq!(question(&definition, "q_a2")["kind"]["choices"][0]["go_to"], "s_s2");
    assert!(codes(&form).contains(&"earlier_jump"));
    assert!(codes(&form).contains(&"jump_unknown"));
}

#[rstest]
#[case::scale_too_long("scaleQuestion", json!({ "low": 1, "high": 100 }), "number", "scale_bounds")]
#[case::scale_from_two("scaleQuestion", json!({ "low": 2, "high": 5 }), "number", "scale_bounds")]
#[case::scale_upside_down("scaleQuestion", json!({ "low": 5, "high": 1 }), "number", "scale_bounds")]
#[case::rating_of_two("ratingQuestion", json!({ "ratingScaleLevel": 2 }), "scale", "rating_bounds")]
#[case::rating_of_forty("ratingQuestion", json!({ "ratingScaleLevel": 40 }), "number", "rating_bounds")]
#[case::no_options("choiceQuestion", json!({ "type": "RADIO" }), "short_text", "no_choices")]
#[case::only_other("choiceQuestion", json!({ "type": "RADIO", "options": [{ "isOther": true }] }), "short_text", "no_choices")]
#[case::many_files("fileUploadQuestion", json!({ "maxFiles": 12 }), "upload", "upload_files")]
#[case::google_drawing("fileUploadQuestion", json!({ "types": ["DRAWING"] }), "upload", "upload_type")]
fn what_does_not_fit_is_changed_and_said(
    #[case] kind: &str,
    #[case] question: Value,
    #[case] becomes: &str,
    #[case] code: &str,
) {
    let form = read(&one_question(kind, question));
    assert_eq!(first_kind(&form)["type"], becomes);
    assert!(codes(&form).contains(&code), "{:?}", codes(&form));
}

#[test]
fn two_ids_that_come_to_the_same_get_a_number_and_a_line() {
    let text = |id: &str| json!({ "itemId": id, "title": id, "questionItem": { "question": { "questionId": id, "textQuestion": {} } } });
    let form = read(&with_items(json!([text("ab"), text("A-B")])));
    let definition = definition(&form);
    assert_eq!(question(&definition, "q_ab_2")["text"], "A-B");
    assert!(codes(&form).contains(&"id_twice"));
}

#[rstest]
#[case::nothing(b"", "empty")]
#[case::no_json(b"Timestamp,Name\n", "not_json")]
#[case::cut_off(b"{\"formId\": \"a\", \"items\": [", "not_json")]
#[case::nul_bytes(b"\0\0\0\0", "not_json")]
#[case::a_list(b"[1, 2]", "not_a_google_form")]
#[case::no_form_id(b"{\"items\": []}", "not_a_google_form")]
#[case::no_items(b"{\"formId\": \"a\", \"info\": {}}", "not_a_google_form")]
#[case::blank_form_id(b"{\"formId\": \" \", \"items\": []}", "not_a_google_form")]
#[case::empty(b"{\"formId\": \"a\", \"items\": []}", "nothing_to_ask")]
#[case::responses(b"{\"responses\": [{\"responseId\": \"x\"}]}", "responses_not_form")]
#[case::list_of_responses(b"[{\"responseId\": \"x\"}]", "responses_not_form")]
#[case::nothing_that_shows(
    b"{\"formId\": \"a\", \"items\": [{\"itemId\": \"b\", \"textItem\": {}}]}",
    "nothing_to_ask"
)]
fn what_is_no_form_is_refused_with_its_reason(#[case] bytes: &[u8], #[case] code: &str) {
    assert_eq!(read_google_form(bytes).unwrap_err().code(), code);
}

#[test]
fn a_form_beyond_the_bounds_is_refused_with_its_counts() {
    let items: Vec<Value> =
        (0..2_001).map(|n| json!({ "itemId": n.to_string(), "title": "t", "textItem": {} })).collect();
    let too_many = serde_json::to_vec(&with_items(json!(items))).unwrap();
    assert_eq!(
        read_google_form(&too_many).unwrap_err(),
        ImportFault::TooMany { what: "items", found: 2_001, limit: 2_000 }
    );
    let sections: Vec<Value> =
        (0..201).map(|n| json!({ "itemId": n.to_string(), "title": "t", "pageBreakItem": {} })).collect();
    let too_many = serde_json::to_vec(&with_items(json!(sections))).unwrap();
    assert!(matches!(read_google_form(&too_many), Err(ImportFault::TooMany { what: "sections", .. })));
    let options: Vec<Value> = (0..5_001).map(|n| json!({ "value": n.to_string() })).collect();
    let too_many = one_question("choiceQuestion", json!({ "type": "RADIO", "options": options }));
    let too_many = serde_json::to_vec(&too_many).unwrap();
    assert!(matches!(read_google_form(&too_many), Err(ImportFault::TooMany { what: "choices", .. })));
    let options = vec![json!({}); 4_000];
    let question = json!({ "questionId": "a", "choiceQuestion": { "options": options } });
    let items = vec![json!({ "itemId": "a", "questionItem": { "question": question } }); 6];
    let too_many = serde_json::to_vec(&with_items(json!(items))).unwrap();
    let fault = read_google_form(&too_many).unwrap_err();
    assert_eq!(fault, ImportFault::TooMany { what: "choices", found: 24_000, limit: 20_000 });
    assert_eq!(read_google_form(&vec![b' '; (8 << 20) + 1]).unwrap_err().code(), "too_large");
    let deep = format!("{{\"formId\": {}", "[".repeat(100_000));
    assert_eq!(read_google_form(deep.as_bytes()).unwrap_err().code(), "not_json");
}

/// Any JSON at all.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map("[a-zA-Z]{1,12}", inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn short() -> impl Strategy<Value = String> {
    prop_oneof!["[0-9a-f]{1,2}", "\\PC{0,6}", Just(String::new()), Just("Other".to_owned())]
}

fn option() -> impl Strategy<Value = Value> {
    (short(), any::<bool>(), 0_u8..7, "[0-9a-f]").prop_map(|(value, other, jump, section)| {
        let mut option = json!({ "value": value });
        match jump {
            0 => option["goToAction"] = json!("NEXT_SECTION"),
            1 => option["goToAction"] = json!("RESTART_FORM"),
            2 => option["goToAction"] = json!("SUBMIT_FORM"),
            3 => option["goToSectionId"] = json!(section),
            4 => option["goToAction"] = json!("ELSEWHERE"),
            _ => {}
        }
        if other && jump == 5 {
            option = json!({ "isOther": true });
        }
        option
    })
}

fn asked() -> impl Strategy<Value = Value> {
    let choice = ("(RADIO|CHECKBOX|DROP_DOWN|WHEEL)", any::<bool>(), prop::collection::vec(option(), 0..5))
        .prop_map(|(kind, shuffle, options)| json!({ "choiceQuestion": { "type": kind, "shuffle": shuffle, "options": options } }));
    let number = prop_oneof![-3_i64..15, any::<i64>()];
    let scale = (number.clone(), number.clone(), short(), short()).prop_map(
        |(low, high, l, h)| json!({ "scaleQuestion": { "low": low, "high": high, "lowLabel": l, "highLabel": h } }),
    );
    let rating = (number.clone(), "(STAR|HEART|MOON)")
        .prop_map(|(levels, icon)| json!({ "ratingQuestion": { "ratingScaleLevel": levels, "iconType": icon } }));
    let date = (any::<bool>(), any::<bool>())
        .prop_map(|(year, time)| json!({ "dateQuestion": { "includeYear": year, "includeTime": time } }));
    let upload = (number.clone(), number, prop::collection::vec("(ANY|PDF|IMAGE|DRAWING|NEW)", 0..3)).prop_map(
        |(files, size, types)| json!({ "fileUploadQuestion": { "maxFiles": files, "maxFileSize": size.to_string(), "types": types } }),
    );
    let rest = prop_oneof![
        Just(json!({ "textQuestion": {} })),
        Just(json!({ "textQuestion": { "paragraph": true } })),
        Just(json!({ "timeQuestion": { "duration": true } })),
        Just(json!({ "newQuestion": {} })),
        any_json(),
    ];
    prop_oneof![choice, scale, rating, date, upload, rest]
}

fn item() -> impl Strategy<Value = Value> {
    let question = (asked(), short(), any::<bool>()).prop_map(|(mut asked, id, required)| {
        if let Some(asked) = asked.as_object_mut() {
            asked.insert("questionId".to_owned(), json!(id));
            asked.insert("required".to_owned(), json!(required));
        }
        json!({ "questionItem": { "question": asked } })
    });
    let rows = prop::collection::vec((short(), short(), any::<bool>()), 0..4);
    let grid = (rows, "(RADIO|CHECKBOX)", prop::collection::vec(option(), 0..4)).prop_map(|(rows, kind, options)| {
        let rows: Vec<Value> = rows
            .into_iter()
            .map(|(id, title, required)| json!({ "questionId": id, "required": required, "rowQuestion": { "title": title } }))
            .collect();
        json!({ "questionGroupItem": { "questions": rows, "grid": { "columns": { "type": kind, "options": options } } } })
    });
    let rest = prop_oneof![
        Just(json!({ "pageBreakItem": {} })),
        Just(json!({ "textItem": {} })),
        Just(json!({ "imageItem": { "image": { "altText": "x" } } })),
        Just(json!({ "videoItem": { "caption": "x" } })),
        any_json(),
    ];
    let id = prop_oneof!["[0-9a-f]".prop_map(String::from), short()];
    (prop_oneof![question, grid, rest], id, short(), short()).prop_map(|(mut item, id, title, description)| {
        if let Some(item) = item.as_object_mut() {
            item.insert("itemId".to_owned(), json!(id));
            item.insert("title".to_owned(), json!(title));
            item.insert("description".to_owned(), json!(description));
        }
        item
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_form_of_that_shape_becomes_a_form_that_the_engine_reads(items in prop::collection::vec(item(), 1..12)) {
        let json = serde_json::to_vec(&with_items(json!(items))).unwrap();
        match read_google_form(&json) {
            Ok(form) => {
                prop_assert!(Form::read_resolved(&form.json).is_ok());
                prop_assert_eq!(&form.json, &read_google_form(&json).unwrap().json);
            }
            Err(fault) => prop_assert_eq!(fault.code(), "nothing_to_ask"),
        }
    }

    #[test]
    fn no_json_breaks_the_reader(json in any_json(), inside in any_json()) {
        let _ = read_google_form(&serde_json::to_vec(&json).unwrap());
        let form = json!({ "formId": "f", "info": inside, "settings": json, "items": [json, inside] });
        let _ = read_google_form(&serde_json::to_vec(&form).unwrap());
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(read_google_form(&bytes).is_err());
    }
}
