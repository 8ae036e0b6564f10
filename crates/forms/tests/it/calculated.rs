//! Values that nobody types.

use forms::{Form, file, summary, walk};
use serde_json::{Value, json};

use crate::support::{answers, born, children, form_with, now, read};

fn form() -> Form {
    let worked = |id: &str, mut how: Value| {
        how["type"] = json!("calculated");
        json!({"id": id, "text": id, "kind": how})
    };
    let q = |id: &str, kind: &str| json!({"id": id, "text": id, "kind": {"type": kind}});
    let each = json!({"id": "each", "text": "Each", "kind": {"type": "each_child", "questions": [
        {"id": "seen_on", "text": "Seen", "kind": {"type": "date"}},
        worked("age_now", json!({"work_out": "age_at"})),
        worked("age_seen", json!({"work_out": "age_at", "at": "seen_on"})),
    ]}});
    read(&form_with(
        json!([
            q("from", "date"), q("from_time", "time"), q("to", "date"), q("to_time", "time"), q("birth", "date"),
            {"id": "a", "text": "a", "kind": {"type": "number"}},
            {"id": "b", "text": "b", "kind": {"type": "scale", "low": 0, "high": 3}},
            worked("between", json!({"work_out": "days_between", "from": "from", "to": "to"})),
            worked("since", json!({"work_out": "days_since", "from": "from"})),
            worked("hours", json!({"work_out": "hours_between", "from": ["from", "from_time"], "to": ["to", "to_time"]})),
            worked("age", json!({"work_out": "age_at", "born": "birth"})),
            worked("sum", json!({"work_out": "sum", "of": ["a", "b"]})),
            each,
        ]),
        json!([]),
    ))
}

fn worked(given: Value) -> Vec<String> {
    let mut on_form = children(&["Ada"]);
    on_form[0].born = born("2016-02-29");
    let state = walk(&form(), &answers(given), &on_form, now());
    state.calculated.iter().map(|(path, number, _)| format!("{path} {number}")).collect()
}

#[test]
fn nothing_is_worked_out_of_what_is_not_there() {
    assert_eq!(worked(json!({})), ["each/child-1/age_now 10"]);
    assert_eq!(
        worked(json!({"from": "half", "a": "much", "b": {"not_known_because": "x"}})),
        ["each/child-1/age_now 10"]
    );
}

#[test]
fn days_hours_ages_and_sums_are_worked_out() {
    assert_eq!(
        worked(json!({
            "from": "1/11/2026", "from_time": "22:00", "to": "3/11/2026", "to_time": "07:15", "birth": "2011-11-21",
            "a": "0.1", "b": "2", "each": {"child-1": {"seen_on": "28/2/2026"}}
        })),
        [
            "between 2",
            "since 20",
            "hours 33.3",
            "age 14",
            "sum 2.1",
            "each/child-1/age_now 10",
            "each/child-1/age_seen 9",
        ]
    );
    assert_eq!(worked(json!({"from": "3/11/2026", "to": "1/11/2026"}))[0], "between -2");
}

#[test]
fn what_was_worked_out_is_filed_and_stays_as_it_was_on_that_day() {
    let on_form = children(&["Ada"]);
    let given = answers(json!({"from": "1/11/2026", "since": "typed by somebody", "a": "1", "b": "1"}));
    let filed = file(&form(), &given, &on_form, now()).unwrap();
    assert_eq!(filed.answers.get("since"), Some(&json!(20)));
    assert_eq!(filed.answers.get("sum"), Some(&json!(2)));
    let rows = summary(&form(), &filed.answers, &on_form).remove(0).rows;
    let words = |id: &str| rows.iter().find(|row| row.path.question == id).unwrap().answer.clone();
    assert_eq!((words("since"), words("sum"), words("hours")), ("20 days".into(), "2".into(), String::new()));
}

#[test]
fn an_empty_row_is_not_filed_for_the_sake_of_what_can_be_worked_out_in_it() {
    let group = json!({"id": "g", "text": "g", "kind": {"type": "group", "item_name": "thing", "questions": [
        {"id": "what", "text": "What?", "kind": {"type": "short_text"}},
        {"id": "ago", "text": "Ago", "kind": {"type": "calculated", "work_out": "days_since", "from": "when_date"}},
    ]}});
    let form = read(&form_with(json!([group]), json!([])));
    let items = json!([{"id": "1", "answers": {"what": ""}}, {"id": "2", "answers": {"what": "x"}}]);
    let filed = file(&form, &answers(json!({"g": items})), &[], now()).unwrap();
    assert_eq!(filed.answers.get("g"), Some(&json!([{"id": "2", "answers": {"what": "x", "ago": 1}}])));
}
