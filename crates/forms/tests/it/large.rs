//! A form as large as one can be is walked, filed and read.

use forms::{Answers, file, summary, walk};
use serde_json::{Value, json};

use crate::support::{answers, children, form_with, now, read};

/// 200 sections of 10 questions, each but the first asked by conditions on those before it.
fn form() -> forms::Form {
    let when = |at: usize| {
        let test = |back: usize| json!({"question": format!("q{}", at.saturating_sub(back)), "is_yes": true});
        let deep = (0..8).fold(test(1), |when, _| json!({"not": {"not": when}})["not"].take());
        json!({"any": [test(2), {"all": [test(1), {"not": {"question": "q0", "is_no": true}}]}, {"not": {"not": deep}}]})
    };
    let question = |at: usize| {
        let mut question = json!({"id": format!("q{at}"), "text": "x", "kind": {"type": "yes_no"}});
        if at > 2 {
            question["when"] = when(at);
        }
        question
    };
    let section = |at: usize| {
        let questions: Value = (at * 10..at * 10 + 10).map(question).collect();
        json!({"id": format!("s{at}"), "title": "x", "questions": questions})
    };
    let mut last = section(199);
    last["questions"].as_array_mut().unwrap().truncate(9);
    let mut sections: Vec<Value> = (0..199).map(section).collect();
    sections.push(last);
    let mut form = form_with(json!([]), json!([]));
    let date = form["sections"][0]["questions"][0].take();
    sections[0]["questions"].as_array_mut().unwrap().insert(0, date);
    form["sections"] = json!(sections);
    read(&form)
}

#[test]
fn two_thousand_questions_with_nested_conditions_are_walked() {
    let form = form();
    let given: serde_json::Map<String, Value> = (0..1_999).map(|at| (format!("q{at}"), json!("yes"))).collect();
    let given = answers(given.into());
    let state = walk(&form, &given, &[], now());
    assert_eq!((state.asked.len(), state.answered, state.sections.len()), (2_000, 2_000, 200));
    assert_eq!(state.problems.len() + state.hidden_answers.len(), 0);
    assert_eq!(file(&form, &given, &[], now()).unwrap().answers.iter().count(), 2_000);
    assert_eq!(summary(&form, &given, &[]).len(), 200);

    let mut stopped = given;
    stopped.set("q0", json!("no"));
    stopped.set("q1", json!("no"));
    stopped.set("q2", json!("no"));
    let state = walk(&form, &stopped, &[], now());
    assert_eq!((state.asked.len(), state.hidden_answers.len()), (4, 1_996), "one no stops all that hang on it");
}

#[test]
fn many_children_and_many_items_are_walked() {
    let inner = |id: &str| json!({"id": id, "text": "x", "kind": {"type": "short_text"}});
    let form = read(&form_with(
        json!([
            {"id": "each", "text": "x", "kind": {"type": "each_child", "questions": [inner("a")]}},
            {"id": "group", "text": "x", "kind": {"type": "group", "item_name": "x", "questions": [inner("b")]}},
        ]),
        json!([]),
    ));
    let names = vec!["Ada"; 500];
    let on_form = children(&names);
    let each: Value = on_form.iter().map(|child| (child.id.clone(), json!({"a": "x"}))).collect();
    let items: Value = (0..2_000).map(|at| json!({"id": at.to_string(), "answers": {"b": "x"}})).collect();
    let given: Answers = answers(json!({"each": each, "group": items}));
    let filed = file(&form, &given, &on_form, now()).unwrap();
    assert_eq!(filed.answers.get("group").unwrap().as_array().unwrap().len(), 2_000);
    assert_eq!(filed.answers.get("each").unwrap().as_object().unwrap().len(), 500);
}
