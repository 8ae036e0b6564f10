//! Sections: jumps by answer, what follows what, and how far each has come.

use forms::{Form, Progress, walk};
use serde_json::{Value, json};

use crate::support::{answers, asked, form_with, hidden, now, problems, read};

/// first -> (b: short cut to last) -> middle -> last; the middle has a must-have.
fn form() -> Form {
    let way = json!({"id": "way", "text": "Which way?", "kind": {"type": "one_choice", "other": true,
        "choices": [{"id": "long", "label": "Long"}, {"id": "short", "label": "Short", "go_to": "last"},
                    {"id": "stop", "label": "Stop", "go_to": "end"}]}});
    let need = json!({"id": "need", "text": "Needed", "required": true, "kind": {"type": "long_text"}});
    let late = json!({"id": "late", "text": "Late", "kind": {"type": "yes_no"}});
    let why = json!({"id": "why", "text": "Why?", "required": true,
        "when": {"question": "late", "is_yes": true}, "kind": {"type": "short_text"}});
    let on_need = json!({"id": "on_need", "text": "x",
        "when": {"question": "need", "answered": true}, "kind": {"type": "time"}});
    read(&form_with(
        json!([way]),
        json!([{"id": "middle", "title": "Middle", "questions": [need]},
               {"id": "last", "title": "Last", "questions": [late, why, on_need]}]),
    ))
}

fn sections(given: Value) -> Vec<(String, bool)> {
    walk(&form(), &answers(given), &[], now()).sections.into_iter().map(|section| (section.id, section.asked)).collect()
}

fn shown(given: Value) -> Vec<String> {
    let all = sections(given).into_iter();
    all.filter(|(_, asked)| *asked).map(|(id, _)| id).collect()
}

#[test]
fn without_a_jump_the_next_section_follows() {
    assert_eq!(shown(json!({})), ["first", "middle", "last"]);
    assert_eq!(shown(json!({"way": {"choice": "long"}})), ["first", "middle", "last"]);
    assert_eq!(shown(json!({"way": {"other": "Across"}})), ["first", "middle", "last"]);
}

#[test]
fn an_answer_jumps_over_sections_or_to_the_end() {
    assert_eq!(shown(json!({"way": {"choice": "short"}})), ["first", "last"]);
    assert_eq!(shown(json!({"way": {"choice": "stop"}})), ["first"]);
}

#[test]
fn a_must_have_that_is_jumped_over_is_not_missed() {
    assert_eq!(problems(&form(), &answers(json!({})), &[]), ["need: missing"]);
    let short = answers(json!({"way": {"choice": "short"}}));
    assert_eq!(problems(&form(), &short, &[]), Vec::<String>::new());
}

#[test]
fn an_answer_jumped_over_is_kept_told_and_seen_by_no_condition() {
    let given = json!({"way": {"choice": "short"}, "need": "typed before"});
    let state = walk(&form(), &answers(given), &[], now());
    assert_eq!(hidden(&state), ["need"]);
    assert!(!asked(&state).contains(&"on_need".to_owned()));
    let state = walk(&form(), &answers(json!({"need": "typed"})), &[], now());
    assert!(asked(&state).contains(&"on_need".to_owned()));
}

#[test]
fn a_condition_shows_a_question_and_its_must() {
    let state = walk(&form(), &answers(json!({"late": "no", "need": "x"})), &[], now());
    assert!(!asked(&state).contains(&"why".to_owned()));
    let late = answers(json!({"late": "yes", "need": "x"}));
    assert_eq!(problems(&form(), &late, &[]), ["why: missing"]);
}

#[test]
fn a_section_hidden_by_its_condition_is_passed_through() {
    let quiet = json!({"id": "quiet", "text": "x", "kind": {"type": "yes_no"}});
    let way = json!({"id": "way", "text": "x", "kind": {"type": "drop_down",
        "choices": [{"id": "around", "label": "x", "go_to": "around"}]}});
    let text = |id: &str| json!({"id": id, "text": "x", "kind": {"type": "short_text"}});
    let form = read(&form_with(
        json!([quiet, way]),
        json!([{"id": "noise", "title": "x", "when": {"question": "quiet", "is_no": true},
                "after": "last", "questions": [text("a")]},
               {"id": "around", "title": "x", "questions": [text("b")]},
               {"id": "last", "title": "x", "questions": [text("c")]}]),
    ));
    for (given, way) in [
        (json!({"quiet": "no"}), ["when_date", "quiet", "way", "a", "c"].as_slice()),
        (json!({"quiet": "yes"}), &["when_date", "quiet", "way", "c"]),
        (json!({"way": {"choice": "around"}}), &["when_date", "quiet", "way", "b", "c"]),
    ] {
        assert_eq!(asked(&walk(&form, &answers(given), &[], now())), way);
    }
}

#[test]
fn states_of_sections_say_how_far_they_have_come() {
    let state = |given: Value| {
        let walked = walk(&form(), &answers(given), &[], now());
        let middle = walked.sections.into_iter().nth(1).unwrap();
        (middle.state, middle.problems)
    };
    assert_eq!(state(json!({})), (Progress::NotStarted, 1));
    assert_eq!(state(json!({"need": ["odd"]})), (Progress::InProgress, 1));
    assert_eq!(state(json!({"need": "done"})), (Progress::Done, 0));
}

#[test]
fn answered_and_total_count_what_is_asked() {
    let count = |given: Value| {
        let walked = walk(&form(), &answers(given), &[], now());
        (walked.answered, walked.total)
    };
    assert_eq!(count(json!({})), (1, 4));
    assert_eq!(count(json!({"late": "yes"})), (2, 5));
    assert_eq!(count(json!({"way": {"choice": "stop"}, "need": "hidden"})), (2, 2));
    assert_eq!(count(json!({"need": {"not_known_because": "Asleep"}})), (2, 4));
}
