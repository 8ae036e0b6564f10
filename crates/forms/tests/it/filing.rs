//! What each kind takes, what it files, and how a draft that is half typed is told.

use chrono::{NaiveDate, NaiveTime};
use forms::{Answers, Form, ProblemCode, file, summary, walk};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{answers, form_with, now, problems, read};

fn form() -> Form {
    let choices = json!([{"id": "a", "label": "Apple"}, {"id": "b", "label": "Bread"},
                         {"id": "none", "label": "Nothing", "exclusive": true}]);
    let q = |id: &str, kind: Value| json!({"id": id, "text": id, "kind": kind});
    let mut form = form_with(
        json!([
            q("at", json!({"type": "time"})),
            q("short", json!({"type": "short_text", "max_length": 10})),
            q("long", json!({"type": "long_text"})),
            q("one", json!({"type": "one_choice", "choices": choices})),
            q("drop", json!({"type": "drop_down", "choices": choices, "other": true})),
            q("many", json!({"type": "many_choices", "choices": choices, "other": true})),
            q("day", json!({"type": "date", "not_in_future": true, "not_before_question": "when_date"})),
            q("yes", json!({"type": "yes_no"})),
            q("weight", json!({"type": "number", "min": 0, "max": 200, "unit": "kg"})),
            q("weeks", json!({"type": "number", "whole": true})),
            q("who", json!({"type": "person"})),
        ]),
        json!([]),
    );
    form["event_time"] = json!({"question": "when_date", "time_question": "at"});
    form["title_from"] = json!("drop");
    read(&form)
}

#[rstest]
#[case("short", json!("  Ada "), json!("Ada"))]
#[case("long", json!("  as typed \n"), json!("  as typed \n"))]
#[case("one", json!({"choice": "a", "other": ""}), json!({"choice": "a"}))]
#[case("drop", json!({"choice": "", "other": " Own "}), json!({"other": "Own"}))]
#[case("many", json!({"choices": ["b", "a", "b"]}), json!({"choices": ["a", "b"]}))]
#[case("many", json!({"other": "Own"}), json!({"choices": [], "other": "Own"}))]
#[case("many", json!({"choices": ["none"]}), json!({"choices": ["none"]}))]
#[case("day", json!({"day": "21", "month": "11", "year": "2026"}), json!("2026-11-21"))]
#[case("at", json!("2.30pm"), json!("14:30"))]
#[case("yes", json!("no"), json!("no"))]
#[case("weight", json!(" 3.5 "), json!(3.5))]
#[case("weeks", json!("12"), json!(12))]
#[case("who", json!({"person": "p1", "name": "Asha"}), json!({"person": "p1", "name": "Asha"}))]
#[case("who", json!({"person": "", "name": "The aunt"}), json!({"name": "The aunt"}))]
#[case("long", json!({"not_known_because": " Asleep "}), json!({"not_known_because": "Asleep"}))]
fn an_answer_is_filed_in_one_shape(#[case] id: &str, #[case] typed: Value, #[case] filed: Value) {
    let once = file(&form(), &answers(json!({id: typed})), &[], now()).unwrap();
    assert_eq!(once.answers.get(id), Some(&filed));
    let again = file(&form(), &once.answers, &[], now()).unwrap();
    assert!(again.answers == once.answers, "filing what was filed changes nothing");
}

#[rstest]
#[case("short", json!("longer than ten"), ProblemCode::TooLong { max: 10, over: 5 })]
#[case("short", json!(["x"]), ProblemCode::NotUnderstood)]
#[case("one", json!({"choice": "gone"}), ProblemCode::UnknownChoice)]
#[case("one", json!({"other": "not offered"}), ProblemCode::UnknownChoice)]
#[case("one", json!("a"), ProblemCode::NotUnderstood)]
#[case("many", json!({"choices": ["a", "gone"]}), ProblemCode::UnknownChoice)]
#[case("many", json!({"choices": ["a", "none"]}), ProblemCode::NotTogether { choice: "Nothing".into() })]
#[case("many", json!({"choices": ["none"], "other": "but"}), ProblemCode::NotTogether { choice: "Nothing".into() })]
#[case("day", json!({"day": "3", "month": "", "year": ""}), ProblemCode::DateIncomplete)]
#[case("day", json!("22/11/2026"), ProblemCode::DateInFuture)]
#[case("day", json!("19/11/2026"), ProblemCode::DateBefore { other: "When?".into() })]
#[case("at", json!("14:3"), ProblemCode::NotATime)]
#[case("yes", json!("maybe"), ProblemCode::NotUnderstood)]
#[case("weight", json!("-1"), ProblemCode::NumberBelow { min: 0 })]
#[case("weight", json!("200.5"), ProblemCode::NumberAbove { max: 200 })]
#[case("weight", json!("heavy"), ProblemCode::NotANumber)]
#[case("weeks", json!("1.5"), ProblemCode::NotWhole)]
#[case("who", json!({"person": 7}), ProblemCode::NotUnderstood)]
fn what_is_wrong_is_told_and_keeps_what_was_typed(#[case] id: &str, #[case] typed: Value, #[case] code: ProblemCode) {
    let given = answers(json!({id: typed}));
    let problems = walk(&form(), &given, &[], now()).problems;
    assert_eq!(problems.iter().map(|problem| &problem.code).collect::<Vec<_>>(), [&code]);
    assert!(file(&form(), &given, &[], now()).is_err());
    assert_eq!(given.get(id), Some(&typed));
}

#[test]
fn a_half_typed_date_survives_and_is_read_back_as_typed() {
    let typed = r#"{"when_date":{"day":"3","month":"","year":""}}"#;
    let given: Answers = serde_json::from_str(typed).unwrap();
    assert_eq!(problems(&form(), &given, &[]), ["when_date: date_incomplete"]);
    assert_eq!(serde_json::to_string(&given).unwrap(), typed);
    assert_eq!(summary(&form(), &given, &[])[0].rows[0].answer, "3");
}

#[test]
fn the_event_may_not_be_in_the_future_but_clocks_may_differ_by_five_minutes() {
    let told = |day: &str, at: &str| problems(&form(), &answers(json!({"when_date": day, "at": at})), &[]);
    assert_eq!(told("21/11/2026", "15:05"), Vec::<String>::new());
    assert_eq!(told("21/11/2026", "15:06"), ["at: time_in_future"]);
    assert_eq!(told("20/11/2026", "23:59"), Vec::<String>::new());
    assert_eq!(told("22/11/2026", "09:00"), ["when_date: date_in_future"]);
}

#[test]
fn the_event_and_the_title_are_told_apart_from_the_answers() {
    let given = answers(json!({"when_date": "3 Nov 2026", "at": "9.05", "drop": {"choice": "b"}}));
    let filed = file(&form(), &given, &[], now()).unwrap();
    let event = filed.event.unwrap();
    assert_eq!(Some(event.date), NaiveDate::from_ymd_opt(2026, 11, 3));
    assert_eq!(event.time, NaiveTime::from_hms_opt(9, 5, 0));
    assert_eq!(filed.title.as_deref(), Some("Bread"));
}

#[test]
fn no_reason_can_stand_in_for_the_date_of_the_event() {
    let given = answers(json!({"when_date": {"not_known_because": "Forgot"}}));
    assert_eq!(problems(&form(), &given, &[]), ["when_date: event_date_missing"]);
}

#[test]
fn empty_answers_miss_only_what_must_be_there() {
    let empty = Answers::default();
    assert_eq!(problems(&form(), &empty, &[]), ["when_date: event_date_missing"]);
    for blank in [json!(null), json!(""), json!({"choice": ""}), json!({"not_known_because": " "})] {
        let given = answers(json!({"one": blank, "long": blank}));
        let filed = file(&form(), &given, &[], now()).unwrap();
        assert_eq!(filed.answers.iter().count(), 1, "{blank} is no answer");
    }
}

#[test]
fn drafts_and_filed_answers_read_the_same() {
    let given = answers(json!({
        "at": "2.30pm", "many": {"choices": ["b", "a"], "other": "Own"}, "yes": "yes",
        "weight": "3.5", "who": {"person": "p1", "name": "Asha"}
    }));
    let filed = file(&form(), &given, &[], now()).unwrap();
    let read = |answers: &Answers| -> Vec<String> {
        let sections = summary(&form(), answers, &[]);
        let rows = sections.into_iter().flat_map(|section| section.rows);
        rows.map(|row| row.answer).filter(|answer| !answer.is_empty()).collect()
    };
    let draft = read(&given);
    assert_eq!(read(&filed.answers)[..2], draft[..2]);
    assert_eq!(read(&filed.answers), ["20 November 2026", "14:30", "Apple\nBread\nOwn", "Yes", "3.5 kg", "Asha"]);
}

#[test]
fn answers_and_children_never_show_in_debug() {
    let given = answers(json!({"long": "secret"}));
    assert!(!format!("{given:?}").contains("secret"));
    let child = crate::support::children(&["Ada"]).remove(0);
    assert!(!format!("{child:?}").contains("Ada"));
}
