//! One form with a question of every kind, and forms made from it by changing something.

use serde_json::{Value, json};

use crate::support::form_with;

/// Every kind, on the form itself, for each child and in a group.
pub fn form() -> Value {
    let colours = json!([{"id": "red", "label": "Red"}, {"id": "blue", "label": "Blue, dark"}, {"id": "none", "label": "None", "exclusive": true}]);
    let grid = |kind: &str| {
        json!({"type": kind, "rows": [{"id": "home", "label": "Home"}, {"id": "school", "label": "School"}],
               "columns": [{"id": "good", "label": "Good"}, {"id": "bad", "label": "Bad"}]})
    };
    let q = |id: &str, text: &str, kind: Value| json!({"id": id, "text": text, "kind": kind});
    let mut form = form_with(
        json!([
            q("short", "Short?", json!({"type": "short_text"})),
            q("long", "Long?", json!({"type": "long_text"})),
            q("one", "One?", json!({"type": "one_choice", "choices": colours, "other": true})),
            q("many", "Many?", json!({"type": "many_choices", "choices": colours, "other": true})),
            q("drop", "Drop?", json!({"type": "drop_down", "choices": colours})),
            q("scale", "Scale?", json!({"type": "scale", "low": 1, "high": 5, "high_label": "Best"})),
            q("rating", "Rating?", json!({"type": "rating", "levels": 5, "icon": "star"})),
            q("grid", "How is it?", grid("choice_grid")),
            q("ticks", "What is it?", grid("tick_grid")),
        ]),
        json!([
            {"id": "second", "title": "Second", "questions": [
                q("title", "A title", json!({"type": "statement"})),
                q("day", "Day?", json!({"type": "date"})),
                q("time", "Time?", json!({"type": "time"})),
                q("long_for", "How long?", json!({"type": "duration"})),
                q("yes", "Yes?", json!({"type": "yes_no"})),
                q("number", "Number?", json!({"type": "number", "unit": "weeks"})),
                q("person", "Who?", json!({"type": "person"})),
                q("team", "Team?", json!({"type": "team"})),
                q("files", "Files?", json!({"type": "upload", "max_files": 3, "max_mib": 5})),
                q("draw", "Draw?", json!({"type": "drawing"})),
                q("body", "Where?", json!({"type": "body_map"})),
                q("sign", "Sign?", json!({"type": "signature"})),
                q("days", "Days since", json!({"type": "calculated", "work_out": "days_since", "from": "when_date"})),
            ]},
            {"id": "third", "title": "Third", "questions": [
                q("each", "Each child", json!({"type": "each_child", "questions": [
                    q("seen", "Seen?", json!({"type": "yes_no"})),
                    q("voice", "What did they say?", json!({"type": "long_text"})),
                    q("likes", "Likes?", json!({"type": "many_choices", "choices": colours, "other": true})),
                ]})),
                q("actions", "Actions", json!({"type": "group", "item_name": "action", "questions": [
                    q("what", "What?", json!({"type": "short_text"})),
                    q("by", "By when?", json!({"type": "date"})),
                ]})),
            ]},
        ]),
    );
    form["guidance"] = json!("Say what you saw.");
    form
}

/// The question of this id, wherever it stands.
pub fn question<'a>(form: &'a mut Value, id: &str) -> &'a mut Value {
    let sections = form["sections"].as_array_mut().unwrap();
    let mut all = sections.iter_mut().flat_map(|section| section["questions"].as_array_mut().unwrap());
    all.find_map(|outer| {
        if outer["id"] == id {
            return Some(outer);
        }
        let inner = outer["kind"].get_mut("questions")?.as_array_mut()?;
        inner.iter_mut().find(|one| one["id"] == id)
    })
    .unwrap_or_else(|| panic!("no question {id}"))
}

/// Takes out the question of this id that stands on the form itself.
pub fn take(form: &mut Value, id: &str) -> Value {
    for section in form["sections"].as_array_mut().unwrap() {
        let questions = section["questions"].as_array_mut().unwrap();
        if let Some(at) = questions.iter().position(|one| one["id"] == id) {
            return questions.remove(at);
        }
    }
    panic!("no question {id}")
}
