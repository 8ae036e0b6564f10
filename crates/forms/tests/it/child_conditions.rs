//! Conditions on the child, and on numbers.

use forms::{Condition, Form, walk};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{answers, asked, born, children, form_with, now, read};

fn yes_no(id: &str, when: Value) -> Value {
    json!({"id": id, "text": id, "when": when, "kind": {"type": "yes_no"}})
}

fn form() -> Form {
    let each = json!({"id": "each", "text": "Each", "kind": {"type": "each_child", "questions": [
        yes_no("small", json!({"child": {"age_under": 5}})),
        yes_no("grown", json!({"child": {"age_at_least": 16}})),
        yes_no("cared_for", json!({"child": {"status": ["looked_after", "care_leaver"]}})),
    ]}});
    read(&form_with(json!([yes_no("any_small", json!({"child": {"age_under": 5}})), each]), json!([])))
}

fn paths(dates: [Option<&str>; 2], status: Option<&str>, given: Value) -> Vec<String> {
    let mut on_form = children(&["Ada", "Bo"]);
    for (child, date) in on_form.iter_mut().zip(dates) {
        child.born = date.and_then(born);
    }
    on_form[1].status = status.map(str::to_owned);
    let asked = asked(&walk(&form(), &answers(given), &on_form, now())).into_iter();
    asked.filter(|path| path != "when_date" && path != "each").collect()
}

#[test]
fn each_child_passes_or_fails_for_itself_and_the_form_asks_if_any_passes() {
    assert_eq!(
        paths([Some("2022-01-01"), Some("2010-11-20")], Some("looked_after"), json!({})),
        ["any_small", "each/child-1/small", "each/child-2/grown", "each/child-2/cared_for"]
    );
}

#[test]
fn a_child_whose_date_of_birth_is_not_known_passes_no_test_of_age() {
    assert_eq!(paths([None, None], Some("care_leaver"), json!({})), ["each/child-2/cared_for"]);
    assert_eq!(paths([None, None], None, json!({})), Vec::<String>::new());
}

#[test]
fn the_age_is_that_on_the_day_of_the_event_and_today_while_that_is_not_answered() {
    let fifth_birthday = [Some("2021-11-21"), None];
    assert_eq!(paths(fifth_birthday, None, json!({"when_date": "20/11/2026"})), ["any_small", "each/child-1/small"]);
    assert_eq!(paths(fifth_birthday, None, json!({"when_date": "21/11/2026"})), Vec::<String>::new());
    assert_eq!(paths(fifth_birthday, None, json!({"when_date": {"day": "20"}})), Vec::<String>::new());
}

#[test]
fn a_record_keeps_what_was_asked_when_the_child_has_grown() {
    let mut on_form = children(&["Ada"]);
    let kept = answers(json!({"any_small": "yes", "each": {"child-1": {"small": "no"}}}));
    on_form[0].born = born("2001-01-01");
    let rows = forms::summary(&form(), &kept, &on_form).remove(0).rows;
    let shown: Vec<String> = rows.iter().map(|row| row.path.to_string()).collect();
    assert_eq!(shown, ["when_date", "any_small", "each/child-1/small"]);
    let draft = walk(&form(), &kept, &on_form, now());
    assert_eq!(draft.hidden_answers.len(), 2, "in a draft they are no longer asked");
}

#[test]
fn a_condition_may_look_at_how_much() {
    let form = read(&form_with(
        json!([
            {"id": "n", "text": "n", "kind": {"type": "number"}},
            {"id": "s", "text": "s", "kind": {"type": "scale", "low": 0, "high": 10}},
            {"id": "sum", "text": "sum", "kind": {"type": "calculated", "work_out": "sum", "of": ["n", "s"]}},
            yes_no("from_3", json!({"question": "n", "at_least": 3})),
            yes_no("to_2", json!({"question": "s", "at_most": 2})),
            yes_no("sum_5", json!({"all": [{"question": "sum", "at_least": 5}, {"question": "sum", "at_most": 5}]})),
        ]),
        json!([]),
    ));
    let asked = |given: Value| -> Vec<String> { asked(&walk(&form, &answers(given), &[], now())).split_off(4) };
    assert_eq!(asked(json!({"n": "3", "s": "2"})), ["from_3", "to_2", "sum_5"]);
    assert_eq!(asked(json!({"n": "2.9", "s": 3})), Vec::<String>::new());
    assert_eq!(asked(json!({"n": "five"})), Vec::<String>::new(), "what is no number passes no test");
    assert_eq!(asked(json!({"s": {"not_known_because": "Asleep"}})), Vec::<String>::new());
}

#[rstest]
#[case(r#"{"question":"a","any_of":["x"]}"#)]
#[case(r#"{"question":"a","at_least":-3}"#)]
#[case(r#"{"question":"a","at_most":3}"#)]
#[case(r#"{"child":{"age_under":5}}"#)]
#[case(r#"{"child":{"age_at_least":16}}"#)]
#[case(r#"{"child":{"status":["looked_after"]}}"#)]
#[case(r#"{"all":[{"question":"a","answered":true},{"not":{"any":[{"question":"b","is_no":true}]}}]}"#)]
fn a_condition_is_written_as_it_was_read(#[case] written: &str) {
    let condition: Condition = serde_json::from_str(written).unwrap();
    assert_eq!(serde_json::to_string(&condition).unwrap(), written);
}
