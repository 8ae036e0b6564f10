//! A form is changed under an open draft, and nothing typed is lost.

use forms::{Answers, Form, LeftBehind, Moved, QuestionPath, move_answers};
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Map, Value, json};

use crate::{
    changed_form::{self, question, take},
    generate::{Dice, anything, complete},
    support::{answers, children, read},
};

fn moved(edit: impl Fn(&mut Value), given: Value) -> Moved {
    let mut newer = changed_form::form();
    edit(&mut newer);
    move_answers(&read(&changed_form::form()), &read(&newer), &answers(given), &children(&["Zoë", "Sam"]))
}

fn paths(answers: &[forms::MovedAnswer]) -> Vec<String> {
    answers.iter().map(|one| one.path.to_string()).collect()
}

fn left(moved: &Moved) -> Vec<(String, &str, &Value)> {
    moved.no_longer_asked.iter().map(|one| (one.path.to_string(), one.answer.as_str(), &one.value)).collect()
}

#[test]
fn a_draft_on_a_form_that_did_not_change_is_kept_whole() {
    let given = json!({"one": {"choice": "red"}, "each": {"child-1": {"seen": "yes"}},
                       "actions": [{"id": "a", "answers": {"what": "Phone"}, "carried": true}]});
    let moved = moved(|_| {}, given.clone());
    assert_eq!(paths(&moved.kept), ["when_date", "one", "each/child-1/seen", "actions/a/what"]);
    assert_eq!(moved.answers, answers(given));
    assert_eq!(moved.kept[2].about.as_deref(), Some("Zoë"));
    assert_eq!(moved.kept[3].about.as_deref(), Some("Action 1"));
    assert!(moved.moved.is_empty() && moved.changed.is_empty() && moved.no_longer_asked.is_empty());
}

#[test]
fn a_removed_question_leaves_its_answer_with_its_wording() {
    let moved = moved(|form| _ = take(form, "short"), json!({"short": "Bo came late"}));
    assert_eq!(left(&moved), [("short".to_owned(), "Bo came late", &json!("Bo came late"))]);
    assert_eq!(moved.no_longer_asked[0].question, "Short?");
    assert_eq!(moved.no_longer_asked[0].section, "First");
    assert!(moved.answers.get("short").is_none());
}

#[test]
fn another_section_or_another_wording_is_moved() {
    let edit = |form: &mut Value| {
        let one = take(form, "short");
        form["sections"][1]["questions"].as_array_mut().unwrap().push(one);
        question(form, "long")["text"] = json!("Longer?");
    };
    let moved = moved(edit, json!({"short": "a", "long": "b"}));
    assert_eq!(paths(&moved.moved), ["short", "long"]);
    assert_eq!((moved.moved[0].old_section.as_str(), moved.moved[0].new_section.as_str()), ("First", "Second"));
    assert_eq!((moved.moved[1].old_question.as_str(), moved.moved[1].new_question.as_str()), ("Long?", "Longer?"));
}

#[test]
fn a_choice_that_is_gone_leaves_and_the_rest_of_the_ticks_stays() {
    let edit = |form: &mut Value| {
        for id in ["one", "many"] {
            question(form, id)["kind"]["choices"].as_array_mut().unwrap().remove(0);
            question(form, id)["kind"]["other"] = json!(false);
        }
    };
    let given = json!({"one": {"choice": "red"}, "many": {"choices": ["blue", "red"], "other": "Mauve"}});
    let moved = moved(edit, given);
    assert_eq!(moved.answers.get("one"), None);
    assert_eq!(moved.answers.get("many"), Some(&json!({"choices": ["blue"]})));
    assert_eq!(
        left(&moved),
        [
            ("one".to_owned(), "Red", &json!({"choice": "red"})),
            ("many".to_owned(), "Red, Mauve", &json!({"choices": ["red"], "other": "Mauve"})),
        ]
    );
    assert_eq!(paths(&moved.kept), ["when_date", "many"]);
}

#[test]
fn a_chosen_choice_that_was_reworded_is_to_be_looked_at() {
    let edit = |form: &mut Value| question(form, "one")["kind"]["choices"][0]["label"] = json!("Not red at all");
    let moved = moved(edit, json!({"one": {"choice": "red"}, "many": {"choices": ["red"]}}));
    assert_eq!(paths(&moved.changed), ["one"]);
    assert_eq!(moved.changed[0].answer, "Red");
    assert_eq!(paths(&moved.kept), ["when_date", "many"]);
}

#[rstest]
#[case("short", "Some words", json!({"type": "long_text"}), true)]
#[case("short", "Some words", json!({"type": "team"}), true)]
#[case("short", "Some words", json!({"type": "number"}), true)]
#[case("short", "Some words", json!({"type": "date"}), false)]
#[case("short", "3 May 2026", json!({"type": "date"}), true)]
#[case("short", "Some words", json!({"type": "yes_no"}), false)]
#[case("short", "Some words", json!({"type": "drawing"}), false)]
#[case("number", "4", json!({"type": "scale", "low": 1, "high": 5}), true)]
#[case("number", "9", json!({"type": "scale", "low": 1, "high": 5}), false)]
fn text_goes_to_kinds_that_can_show_it(
    #[case] id: &str,
    #[case] text: &str,
    #[case] kind: Value,
    #[case] carried: bool,
) {
    let moved = moved(|form| question(form, id)["kind"] = kind.clone(), json!({ id: text }));
    assert_eq!(moved.answers.get(id), carried.then(|| json!(text)).as_ref());
    assert_eq!(moved.changed.len(), usize::from(carried));
    assert_eq!(moved.no_longer_asked.len(), usize::from(!carried));
}

#[test]
fn radio_buttons_become_a_drop_down_or_ticks() {
    let edit = |form: &mut Value| {
        question(form, "one")["kind"]["type"] = json!("many_choices");
        question(form, "drop")["kind"]["type"] = json!("one_choice");
    };
    let moved = moved(edit, json!({"one": {"choice": "red"}, "drop": {"choice": "blue"}}));
    assert_eq!(moved.answers.get("one"), Some(&json!({"choices": ["red"]})));
    assert_eq!(moved.answers.get("drop"), Some(&json!({"choice": "blue"})));
    assert_eq!(paths(&moved.changed), ["one", "drop"]);
}

#[test]
fn rows_and_columns_that_are_gone_leave_alone() {
    let edit = |form: &mut Value| {
        question(form, "grid")["kind"]["rows"].as_array_mut().unwrap().remove(0);
        question(form, "ticks")["kind"]["columns"].as_array_mut().unwrap().remove(1);
    };
    let given = json!({"grid": {"home": "good", "school": "bad"}, "ticks": {"home": ["good", "bad"]}});
    let moved = moved(edit, given);
    assert_eq!(moved.answers.get("grid"), Some(&json!({"school": "bad"})));
    assert_eq!(moved.answers.get("ticks"), Some(&json!({"home": ["good"]})));
    assert_eq!(
        left(&moved),
        [
            ("grid".to_owned(), "Home: Good", &json!({"home": "good"})),
            ("ticks".to_owned(), "Home: Bad", &json!({"home": ["bad"]})),
        ]
    );
}

#[test]
fn a_box_of_a_date_that_is_gone_takes_nothing_out_of_sight() {
    let edit = |form: &mut Value| question(form, "day")["kind"]["parts"] = json!("no_year");
    let with_year = moved(edit, json!({"day": {"day": "3", "month": "5", "year": "2026"}}));
    assert_eq!(left(&with_year)[0].1, "3 May 2026");
    let without = moved(edit, json!({"day": {"day": "3", "month": "5", "year": ""}}));
    assert!(without.no_longer_asked.is_empty());
}

#[test]
fn a_reason_why_it_is_not_known_goes_with_any_question() {
    let edit = |form: &mut Value| question(form, "day")["kind"] = json!({"type": "person"});
    let moved = moved(edit, json!({"day": {"not_known_because": "Nobody asked"}}));
    assert_eq!(moved.answers.get("day"), Some(&json!({"not_known_because": "Nobody asked"})));
    assert_eq!(moved.changed[0].answer, "Not known: Nobody asked");
}

#[test]
fn an_answer_about_a_child_follows_its_question_to_another_page() {
    let edit = |form: &mut Value| {
        let voice = question(form, "each")["kind"]["questions"].as_array_mut().unwrap().remove(1);
        form["sections"][1]["questions"]
            .as_array_mut()
            .unwrap()
            .push(json!({"id": "more_each", "text": "More", "kind": {"type": "each_child", "questions": [voice]}}));
    };
    let given = json!({"each": {"child-2": {"seen": "yes", "voice": "I like it"}}});
    let moved = moved(edit, given);
    assert_eq!(moved.answers.get("each"), Some(&json!({"child-2": {"seen": "yes"}})));
    assert_eq!(moved.answers.get("more_each"), Some(&json!({"child-2": {"voice": "I like it"}})));
    assert_eq!(paths(&moved.moved), ["more_each/child-2/voice"]);
}

#[test]
fn a_list_that_is_gone_leaves_every_answer_in_it() {
    let moved = moved(
        |form| _ = take(form, "actions"),
        json!({"actions": [
        {"id": "a", "answers": {"what": "Phone"}}, {"id": "b", "answers": {"what": "Write", "by": "1 May 2027"}}]}),
    );
    assert_eq!(
        left(&moved).iter().map(|(path, answer, _)| (path.as_str(), *answer)).collect::<Vec<_>>(),
        [("actions/a/what", "Phone"), ("actions/b/what", "Write"), ("actions/b/by", "1 May 2027")]
    );
    assert_eq!(moved.no_longer_asked[1].about.as_deref(), Some("Action 2"));
}

#[test]
fn what_is_asked_in_addition_is_told() {
    let edit = |form: &mut Value| {
        form["sections"][1]["questions"].as_array_mut().unwrap().extend([
            json!({"id": "more", "text": "More?", "kind": {"type": "yes_no"}}),
            json!({"id": "words", "text": "Read this", "kind": {"type": "statement"}}),
        ]);
    };
    assert_eq!(moved(edit, json!({})).added, [("Second".to_owned(), "More?".to_owned())]);
}

#[test]
fn what_is_left_behind_is_read_back_and_shows_in_no_log() {
    let moved = moved(|form| _ = take(form, "short"), json!({"short": "Secret words"}));
    let written = serde_json::to_string(&moved.no_longer_asked).unwrap();
    let back: Vec<LeftBehind> = serde_json::from_str(&written).unwrap();
    assert_eq!(back, moved.no_longer_asked);
    assert!(!format!("{moved:?} {back:?}").contains("Secret"));
}

/// Changes of a form, as people make them, by number.
fn edit(form: &mut Value, which: u32) {
    let kinds = [
        json!({"type": "long_text"}),
        json!({"type": "date", "parts": "no_year"}),
        json!({"type": "number"}),
        json!({"type": "yes_no"}),
        json!({"type": "scale", "low": 0, "high": 3}),
        json!({"type": "statement"}),
        json!({"type": "many_choices", "choices": [{"id": "blue", "label": "Blue"}]}),
        json!({"type": "one_choice", "choices": [{"id": "blue", "label": "Blue"}], "other": true}),
        json!({"type": "tick_grid", "rows": [{"id": "home", "label": "Home"}], "columns": [{"id": "bad", "label": "Bad"}]}),
        json!({"type": "group", "item_name": "thing", "questions": [{"id": "thing", "text": "?", "kind": {"type": "time"}}]}),
        json!({"type": "each_child", "questions": [{"id": "mood", "text": "?", "kind": {"type": "time"}}]}),
    ];
    let tops = [
        "short", "long", "one", "many", "drop", "scale", "rating", "grid", "ticks", "day", "time", "long_for", "yes",
        "number", "person", "team", "files", "draw", "body", "sign", "each", "actions",
    ];
    let number = which as usize / 4;
    let top = tops[number % tops.len()];
    let there = form["sections"].to_string().contains(&format!("\"id\":\"{top}\""));
    match which % 4 {
        _ if !there => {}
        0 => _ = take(form, top),
        1 => {
            let one = take(form, top);
            form["sections"][2]["questions"].as_array_mut().unwrap().insert(0, one);
        }
        2 => {
            let kind = &kinds[number / tops.len() % kinds.len()];
            let taken = kind.to_string().contains("\"mood\"") && form.to_string().contains("\"mood\"")
                || kind.to_string().contains("\"thing\"") && form.to_string().contains("\"thing\"");
            if !taken {
                question(form, top)["kind"] = kind.clone();
            }
        }
        _ => {
            for inner in ["choices", "rows", "columns", "questions"] {
                if let Some(parts) = question(form, top)["kind"].get_mut(inner).and_then(Value::as_array_mut)
                    && parts.len() > 1
                {
                    parts.remove(0);
                }
            }
        }
    }
}

/// Every single answer with its place: odd things in a list count as one answer each.
fn leaves(form: &Form, answers: &Answers) -> Vec<(QuestionPath, Value)> {
    let mut leaves = Vec::new();
    for (id, value) in answers.iter() {
        let inner = |item: &str, answers: &Map<String, Value>| -> Vec<(QuestionPath, Value)> {
            answers.iter().map(|(one, value)| (QuestionPath::inner(id, item, one), value.clone())).collect()
        };
        let standing = form.definition().sections.iter().flat_map(|s| &s.questions).find(|question| question.id == id);
        match (standing.map(|question| &question.kind), value) {
            (Some(forms::Kind::EachChild { .. }), Value::Object(about)) => {
                for (child, answers) in about {
                    match answers.as_object() {
                        Some(answers) => leaves.extend(inner(child, answers)),
                        None => leaves.push((QuestionPath::top(id), json!({ child: answers }))),
                    }
                }
            }
            (Some(forms::Kind::Group(_)), Value::Array(all)) => {
                for one in all {
                    let item = one["id"].as_str().filter(|id| !id.is_empty());
                    match (item, one["answers"].as_object()) {
                        (Some(item), Some(answers)) => leaves.extend(inner(item, answers)),
                        _ => leaves.push((QuestionPath::top(id), json!([one]))),
                    }
                }
            }
            _ => leaves.push((QuestionPath::top(id), value.clone())),
        }
    }
    leaves.retain(|(_, value)| !is_blank(value));
    leaves
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Bool(_) | Value::Number(_) => false,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(parts) => parts.iter().all(is_blank),
        Value::Object(parts) => parts.values().all(is_blank),
    }
}

/// Everything that is typed somewhere in a value: texts, numbers, truths, each with the keys above it.
fn typed(value: &Value, under: &str, all: &mut Vec<String>) {
    match value {
        Value::Array(parts) => parts.iter().for_each(|part| typed(part, under, all)),
        Value::Object(parts) => parts.iter().for_each(|(key, part)| typed(part, &format!("{under}.{key}"), all)),
        one if !is_blank(one) => all.push(format!("{under}={one}")),
        _ => {}
    }
}

fn typed_in<'a>(values: impl Iterator<Item = &'a Value>) -> Vec<String> {
    let mut all = Vec::new();
    values.for_each(|value| typed(value, "", &mut all));
    // A single choice may have become a tick.
    let mut all: Vec<String> = all.into_iter().map(|one| one.replacen(".choice=", ".choices=", 1)).collect();
    all.sort();
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whatever_changes_nothing_typed_is_lost(
        edits in prop::collection::vec(0_u32..1000, 0..8),
        numbers in prop::collection::vec(any::<u32>(), 1..20),
        odd in prop::collection::btree_map(prop::sample::select(vec![
            "short", "one", "many", "grid", "ticks", "day", "each", "actions", "mood", "thing", "unheard_of", "scale",
        ]), anything(), 0..4),
    ) {
        let mut newer = changed_form::form();
        edits.iter().for_each(|which| edit(&mut newer, *which));
        for section in newer["sections"].as_array_mut().unwrap() {
            if section["questions"].as_array().unwrap().is_empty() {
                section["questions"] = json!([{"id": format!("filler_{}", section["id"].as_str().unwrap()), "text": "x", "kind": {"type": "statement"}}]);
            }
        }
        let (older, newer) = (read(&changed_form::form()), read(&newer));
        let on_form = children(&["Zoë", "Sam"]);
        let mut given = complete(&older, &on_form, &mut Dice::new(numbers));
        odd.into_iter().for_each(|(id, value)| given.set(id, value));

        let moved = move_answers(&older, &newer, &given, &on_form);

        // Place by place.
        let after = leaves(&newer, &moved.answers);
        for (path, value) in leaves(&older, &given) {
            let stays = after.iter().filter(|(at, _)| *at == path).map(|(_, value)| value);
            let leaves = moved.no_longer_asked.iter().filter(|one| one.path == path).map(|one| &one.value);
            let found = typed_in(stays.chain(leaves));
            let whole = typed_in(std::iter::once(&value));
            let mut rest = found.into_iter();
            // Both are sorted, so that each must come up in its turn.
            prop_assert!(whole.iter().all(|one| rest.any(|other| other == *one)), "lost at {path}: {value}");
        }
        // And nothing came from nowhere.
        let before = typed_in(given.iter().map(|(_, value)| value)).len();
        let inside = typed_in(moved.answers.iter().map(|(_, value)| value)).len();
        prop_assert!(inside <= before);
        for one in &moved.no_longer_asked {
            prop_assert!(!one.question.is_empty() && !one.answer.is_empty() && !is_blank(&one.value), "{}", one.path);
        }
        let written = serde_json::to_string(&moved.no_longer_asked).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Vec<LeftBehind>>(&written).unwrap(), &moved.no_longer_asked);
        // A draft that is moved again to where it is stays as it is.
        let again = move_answers(&newer, &newer, &moved.answers, &on_form);
        let kept = typed_in(again.answers.iter().map(|(_, value)| value));
        let gone = typed_in(again.no_longer_asked.iter().map(|one| &one.value));
        prop_assert_eq!(kept.len() + gone.len(), inside);
    }
}
