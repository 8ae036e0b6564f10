//! One answer per child, and repeating groups.

use forms::{AnswerState, Form, file, summary, walk};
use serde_json::{Value, json};

use crate::support::{answers, asked, children, form_with, hidden, now, problems, read};

fn form() -> Form {
    let seen = json!({"id": "seen", "text": "Seen?", "required": true, "kind": {"type": "yes_no"}});
    let alone = json!({"id": "alone", "text": "Alone?", "required": true,
        "when": {"question": "seen", "is_yes": true}, "kind": {"type": "yes_no"}});
    let where_ = json!({"id": "place", "text": "Where?", "kind": {"type": "short_text"}});
    let bed = json!({"id": "bed", "text": "Bed?",
        "when": {"question": "place", "answered": true}, "kind": {"type": "yes_no"}});
    let each = json!({"id": "each", "text": "Each child",
        "kind": {"type": "each_child", "questions": [seen, alone, bed]}});
    let what = json!({"id": "what", "text": "What?", "required": true, "kind": {"type": "short_text"}});
    let by = json!({"id": "by", "text": "By when?", "required": true,
        "kind": {"type": "date", "not_before_question": "when_date"}});
    let actions = json!({"id": "actions", "text": "Actions",
        "kind": {"type": "group", "item_name": "action", "at_most": 2, "questions": [what, by]}});
    let mut form = form_with(json!([where_, each, actions]), json!([]));
    form["subjects"] = json!("one_or_more_children");
    read(&form)
}

#[test]
fn each_child_is_asked_by_its_own_answers() {
    let given = answers(json!({"each": {"child-1": {"seen": "yes"}, "child-2": {"seen": "no"}}}));
    let on_form = children(&["Ada", "Bo"]);
    assert_eq!(
        asked(&walk(&form(), &given, &on_form, now()))[3..6],
        ["each/child-1/seen", "each/child-1/alone", "each/child-2/seen"]
    );
    assert_eq!(problems(&form(), &given, &on_form), ["each/child-1/alone: missing"]);
}

#[test]
fn a_condition_for_each_child_may_look_at_the_form() {
    let given = answers(json!({"place": "Home"}));
    let state = walk(&form(), &given, &children(&["Ada"]), now());
    assert!(asked(&state).contains(&"each/child-1/bed".to_owned()));
}

#[test]
fn a_form_about_children_needs_one() {
    assert_eq!(problems(&form(), &answers(json!({})), &[]), [": no_children"]);
}

#[test]
fn answers_about_a_child_taken_off_are_kept_and_not_filed() {
    let given = answers(json!({"each": {
        "child-1": {"seen": "no"}, "child-2": {"seen": "yes"}, "child-3": "odd"
    }}));
    let on_form = children(&["Ada"]);
    let state = walk(&form(), &given, &on_form, now());
    assert_eq!(hidden(&state), ["each", "each/child-2/seen"]);
    let filed = file(&form(), &given, &on_form, now()).unwrap();
    assert_eq!(filed.answers.get("each"), Some(&json!({"child-1": {"seen": "no"}})));
    assert_eq!(filed.not_filed.len(), 2);
}

#[test]
fn names_in_any_script_come_through_as_written() {
    let names = ["ليلى حسن", "רחל בת־שבע", "Zoe\u{0308} N\u{0303}o\u{0301}"];
    let on_form = children(&names);
    let given = answers(json!({
        "place": "בײַ דער באָבען",
        "each": {"child-1": {"seen": "no"}, "child-2": {"seen": "no"}, "child-3": {"seen": "no"}}
    }));
    let filed = file(&form(), &given, &on_form, now()).unwrap();
    assert_eq!(filed.answers.get("place"), Some(&json!("בײַ דער באָבען")));
    let read = summary(&form(), &filed.answers, &on_form);
    let shown: Vec<_> = read[0].rows.iter().filter_map(|row| row.child.as_deref()).collect();
    for name in names {
        assert!(shown.contains(&name), "{name} is shown as written");
    }
}

fn actions(items: Value) -> Vec<String> {
    let given = answers(json!({"each": {"child-1": {"seen": "no"}}, "actions": items}));
    problems(&form(), &given, &children(&["Ada"]))
}

#[test]
fn an_item_that_is_started_asks_for_its_must_haves() {
    assert_eq!(actions(json!([{"id": "i1", "answers": {"what": "Ring the school"}}])), ["actions/i1/by: missing"]);
}

#[test]
fn an_empty_row_asks_for_nothing_and_is_not_filed() {
    let items = json!([{"id": "i1", "answers": {"what": "", "by": {"day": "", "month": "", "year": ""}}},
                       {"id": "i2", "answers": {"what": "Ring", "by": "21/11/2026"}}]);
    assert_eq!(actions(items.clone()), Vec::<String>::new());
    let given = answers(json!({"each": {"child-1": {"seen": "no"}}, "actions": items}));
    let filed = file(&form(), &given, &children(&["Ada"]), now()).unwrap();
    assert_eq!(
        filed.answers.get("actions"),
        Some(&json!([{"id": "i2", "answers": {"what": "Ring", "by": "2026-11-21"}}]))
    );
}

#[test]
fn ongoing_is_not_a_date_and_neither_is_a_day_before_the_event() {
    let item = |by: Value| json!([{"id": "i1", "answers": {"what": "Ring", "by": by}}]);
    assert_eq!(actions(item(json!("ongoing"))), ["actions/i1/by: date_incomplete"]);
    assert_eq!(actions(item(json!("1/11/2026"))), ["actions/i1/by: date_before"]);
    assert_eq!(actions(item(json!("1/12/2026"))), Vec::<String>::new());
}

#[test]
fn a_list_that_cannot_be_read_is_told_once_and_kept() {
    for odd in [
        json!("text"),
        json!([{"what": "no id"}]),
        json!([{"id": "i", "answers": {"what": "a", "by": "1/12/2026"}},
               {"id": "i", "answers": {"what": "b", "by": "1/12/2026"}}]),
    ] {
        assert_eq!(actions(odd), ["actions: not_understood"]);
    }
}

#[test]
fn more_items_than_there_is_room_for_are_told() {
    let item = |id: &str| json!({"id": id, "answers": {"what": "a", "by": "1/12/2026"}});
    assert_eq!(actions(json!([item("1"), item("2"), item("3")])), ["actions: too_many_items"]);
}

#[test]
fn the_summary_names_child_and_item_and_what_is_not_answered() {
    let given = answers(json!({
        "each": {"child-1": {"seen": {"not_known_because": "Door not opened"}}},
        "actions": [{"id": "i1", "answers": {"what": "Ring"}}]
    }));
    let read = summary(&form(), &given, &children(&["Ada"]));
    let rows: Vec<_> = read[0]
        .rows
        .iter()
        .map(|row| (row.question.as_str(), row.child.as_deref(), row.item.as_deref(), row.state, row.answer.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("When?", None, None, AnswerState::Answered, "20 November 2026"),
            ("Where?", None, None, AnswerState::NotAnswered, ""),
            ("Seen?", Some("Ada"), None, AnswerState::NotKnown, "Door not opened"),
            ("What?", None, Some("Action 1"), AnswerState::Answered, "Ring"),
            ("By when?", None, Some("Action 1"), AnswerState::NotAnswered, ""),
        ]
    );
}
