//! A form with a question of every kind, each with the rules it can have, and all that holds for
//! any form of such questions.

use forms::{Answers, Form, Kind, QuestionPath, SummarySection, draft_summary, file, summary, walk};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{
    generate::{Dice, anything, complete},
    support::{born, children, form_with, now, read},
};

fn q(id: &str, kind: Value) -> Value {
    json!({"id": id, "text": id, "kind": kind})
}

fn must(id: &str, kind: Value) -> Value {
    json!({"id": id, "text": id, "required": true, "kind": kind})
}

fn parts(names: &[&str]) -> Value {
    names.iter().map(|name| json!({"id": name, "label": name.to_uppercase()})).collect()
}

/// The kinds that can stand anywhere, by the id of their question.
fn kinds() -> Value {
    json!({
        "short": {"type": "short_text", "min_length": 2, "max_length": 10},
        "mail": {"type": "short_text", "format": "email"},
        "code": {"type": "short_text", "pattern": "[A-Z]{2}[0-9]{6}[A-Z]"},
        "long": {"type": "long_text"},
        "one": {"type": "one_choice", "choices": parts(&["a", "b", "c"]), "other": true},
        "many": {"type": "many_choices", "choices": parts(&["a", "b", "c"]), "min_chosen": 2, "max_chosen": 3},
        "drop": {"type": "drop_down", "choices": parts(&["a", "b"])},
        "scale": {"type": "scale", "low": 0, "high": 10, "low_label": "Not at all"},
        "stars": {"type": "rating", "levels": 5, "icon": "star"},
        "grid": {"type": "choice_grid", "rows": parts(&["r", "s"]), "columns": parts(&["x", "y", "z"]),
                 "each_row": true, "column_once": true},
        "ticks": {"type": "tick_grid", "rows": parts(&["r", "s"]), "columns": parts(&["x", "y", "z"])},
        "day": {"type": "date", "approximate": true},
        "birthday": {"type": "date", "parts": "no_year"},
        "moment": {"type": "date", "parts": "with_time", "not_in_future": true},
        "yearly": {"type": "date", "parts": "no_year_with_time"},
        "clock": {"type": "time"},
        "lasted": {"type": "duration"},
        "yes": {"type": "yes_no"},
        "number": {"type": "number", "min": 1, "max": 20, "unit": "kg"},
        "who": {"type": "person"},
        "team": {"type": "team"},
        "files": {"type": "upload", "max_files": 2, "max_mib": 1},
        "drawing": {"type": "drawing"},
        "body": {"type": "body_map"},
        "signed": {"type": "signature"},
        "told": {"type": "statement"},
        "shown": {"type": "image", "media": "image/png", "data": "", "alt": "A map"},
    })
}

/// How many of them take an answer.
const TYPED: u32 = 25;

/// Every kind, at the top, for each child and in a group, with conditions of every sort.
pub fn form() -> Form {
    let kinds = kinds();
    let with_prefix = |prefix: &str| -> Vec<Value> {
        let kinds = kinds.as_object().unwrap().iter();
        kinds.map(|(id, kind)| must(&format!("{prefix}{id}"), kind.clone())).collect()
    };
    let mut top = with_prefix("");
    top.push(q("score", json!({"type": "calculated", "work_out": "sum", "of": ["scale", "stars", "number"]})));
    top.push(q("since", json!({"type": "calculated", "work_out": "days_since", "from": "when_date"})));
    top.push(json!({"id": "high", "text": "high", "required": true, "when": {"question": "score", "at_least": 9},
                    "kind": {"type": "yes_no"}}));
    top.push(json!({"id": "little", "text": "little", "required": true, "when": {"child": {"age_under": 5}},
                    "kind": {"type": "yes_no"}}));
    let mut each = with_prefix("c_");
    each.push(q("age", json!({"type": "calculated", "work_out": "age_at"})));
    each.push(json!({"id": "toddler", "text": "toddler", "required": true,
        "when": {"any": [{"child": {"age_under": 5}}, {"question": "age", "at_least": 17}]},
        "kind": {"type": "short_text"}}));
    let mut group = with_prefix("g_");
    group.push(q("g_since", json!({"type": "calculated", "work_out": "days_since", "from": "when_date"})));
    let last = json!([
        {"id": "each", "text": "Each", "kind": {"type": "each_child", "questions": each}},
        {"id": "group", "text": "Group", "required": true,
         "kind": {"type": "group", "item_name": "thing", "at_least": 2, "at_most": 3, "questions": group}},
    ]);
    let on_plan = json!({"id": "on_plan", "title": "Plan", "when": {"child": {"status": ["looked_after"]}},
                         "questions": [must("plan", json!({"type": "long_text"}))]});
    read(&form_with(json!(top), json!([{"id": "last", "title": "Last", "questions": last}, on_plan])))
}

fn on_form() -> Vec<forms::ChildOnForm> {
    let mut all = children(&["Ada", "Bo"]);
    all[0].born = born("2023-06-01");
    all[0].status = Some("looked_after".into());
    all
}

fn rows(sections: Vec<SummarySection>) -> Vec<(QuestionPath, String)> {
    let rows = sections.into_iter().flat_map(|section| section.rows);
    rows.filter(|row| !row.answer.is_empty()).map(|row| (row.path, row.answer)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_kind_files_once_and_for_all(numbers in prop::collection::vec(any::<u32>(), 1..60)) {
        let (form, on_form) = (form(), on_form());
        let given = complete(&form, &on_form, &mut Dice::new(numbers));
        let filed = match file(&form, &given, &on_form, now()) {
            Ok(filed) => filed,
            Err(problems) => panic!("{problems:?}"),
        };
        let again = file(&form, &filed.answers, &on_form, now()).unwrap();
        prop_assert!(again.answers == filed.answers, "filing what was filed changes nothing");
        let draft = rows(draft_summary(&form, &given, &on_form, now()));
        let record = rows(summary(&form, &filed.answers, &on_form));
        prop_assert_eq!(draft, record.clone(), "a draft reads as what it files");

        // Years later nothing is known of the children's ages: the record reads the same.
        let grown = children(&["Ada", "Bo"]);
        prop_assert_eq!(rows(summary(&form, &filed.answers, &grown)), record);
    }

    #[test]
    fn no_draft_of_any_kind_breaks(values in prop::collection::vec(anything(), 80), on in 0usize..3) {
        let form = form();
        let on_form = &on_form()[..on];
        let mut given = Answers::default();
        let mut values = values.into_iter().cycle();
        let mut next = || values.next().unwrap();
        for question in form.definition().sections.iter().flat_map(|section| &section.questions) {
            let inner = |next: &mut dyn FnMut() -> Value| -> Value {
                let inner = question.kind.inner().unwrap_or_default();
                inner.iter().map(|one| (one.id.clone(), next())).collect()
            };
            let value = match &question.kind {
                Kind::EachChild { .. } => json!({"child-1": inner(&mut next), "child-2": next()}),
                Kind::Group(_) => json!([{"id": "i", "answers": inner(&mut next)}, next()]),
                _ => next(),
            };
            given.set(&question.id, value);
        }
        let state = walk(&form, &given, on_form, now());
        prop_assert_eq!(file(&form, &given, on_form, now()).is_err(), !state.problems.is_empty());
        prop_assert!(state.answered <= state.total);
        let _ = draft_summary(&form, &given, on_form, now());
        let _ = summary(&form, &given, on_form);
    }
}

#[test]
fn what_is_only_shown_is_among_the_asked_and_not_counted() {
    let form = form();
    let state = walk(&form, &Answers::default(), &[], now());
    let asked = |id: &str| state.asked.iter().find(|one| one.path.question == id).unwrap();
    for id in ["told", "shown", "score"] {
        assert!(!asked(id).required && !asked(id).answered, "{id}");
    }
    // The date and the kinds that are typed; nothing of the group, nor of children who are not there.
    assert_eq!((state.total, state.answered), (1 + TYPED, 0));
}
