//! What has changed between two versions of a form, question by question.

use forms::{Change, ChangeKind, compare};
use rstest::rstest;
use serde_json::{Value, json};

use crate::{
    changed_form::{self, question, take},
    support::read,
};

fn changes(edit: impl Fn(&mut Value)) -> Vec<Change> {
    let mut form = changed_form::form();
    edit(&mut form);
    compare(&read(&changed_form::form()), &read(&form))
}

/// `code question: before -> after`, or the section for a change of it.
fn told(edit: impl Fn(&mut Value)) -> Vec<String> {
    let told = |change: &Change| {
        let place = change.question.as_ref().or(change.section.as_ref()).map_or("form", String::as_str);
        format!("{} {place}: {} -> {}", change.what.code(), change.before, change.after)
    };
    changes(edit).iter().map(told).collect()
}

#[test]
fn a_form_has_no_difference_from_itself_and_its_number_is_none() {
    assert_eq!(told(|form| form["number"] = json!(9)), Vec::<String>::new());
}

#[rstest]
#[case("title", "New title", "form_retitled form: Small -> New title")]
#[case("about", "For all.", "form_about_changed form: For tests. -> For all.")]
#[case("urgency", "urgent", "urgency_changed form: normal -> urgent")]
#[case("shelf", "Front door", "shelf_changed form:  -> Front door")]
#[case("who", "Social workers", "who_changed form:  -> Social workers")]
#[case("title_from", "short", "title_from_changed form:  -> short")]
fn what_is_said_of_the_whole_form_is_told(#[case] field: &str, #[case] value: &str, #[case] expected: &str) {
    assert_eq!(told(|form| form[field] = json!(value)), [expected]);
}

#[test]
fn added_and_removed_questions_and_sections_are_told() {
    let added = told(|form| {
        form["sections"].as_array_mut().unwrap().push(json!({"id": "new", "title": "New", "questions": [
            {"id": "more", "text": "More?", "kind": {"type": "yes_no"}}]}));
    });
    assert_eq!(added, ["section_added new:  -> New", "question_added more:  -> More?"]);
    let removed = told(|form| {
        form["sections"].as_array_mut().unwrap().pop();
    });
    assert_eq!(removed.len(), 8, "two lists, five questions in them, and the section: {removed:?}");
    assert!(removed.contains(&"question_removed voice: What did they say? -> ".to_owned()));
    assert_eq!(removed.last().unwrap(), "section_removed third: Third -> ");
}

#[test]
fn a_question_in_another_section_is_moved_and_not_new() {
    let moved = told(|form| {
        let one = take(form, "short");
        form["sections"][1]["questions"].as_array_mut().unwrap().push(one);
    });
    assert_eq!(moved, ["question_moved short: First -> Second"]);
}

#[test]
fn only_what_was_moved_within_its_section_is_reordered() {
    let moved = told(|form| {
        let one = take(form, "short");
        form["sections"][0]["questions"].as_array_mut().unwrap().push(one);
    });
    assert_eq!(moved, ["question_reordered short: 2 -> 10"]);
    let swapped = told(|form| form["sections"].as_array_mut().unwrap().swap(1, 2));
    assert_eq!(swapped.len(), 1);
    assert!(swapped[0].starts_with("section_reordered"), "{swapped:?}");
}

#[test]
fn wordings_and_rules_are_told_apart() {
    let changed = told(|form| {
        let short = question(form, "short");
        short["text"] = json!("Shorter?");
        short["hint"] = json!("One line");
        short["required"] = json!(true);
        short["message"] = json!("Too long");
        short["kind"]["max_length"] = json!(20);
        let one = question(form, "one");
        one["when"] = json!({"question": "short", "answered": true});
    });
    assert_eq!(
        changed,
        [
            "question_reworded short: Short? -> Shorter?",
            "hint_changed short:  -> One line",
            "made_required short:  -> ",
            "message_changed short:  -> Too long",
            "limits_changed short: {} -> {\"max_length\":20}",
            "condition_changed one:  -> {\"answered\":true,\"question\":\"short\"}",
        ]
    );
}

#[test]
fn choices_are_told_one_by_one() {
    let changed = told(|form| {
        let choices = question(form, "one")["kind"]["choices"].as_array_mut().unwrap();
        choices[0]["label"] = json!("Crimson");
        choices[1]["go_to"] = json!("third");
        choices.remove(2);
        choices.push(json!({"id": "green", "label": "Green"}));
    });
    assert_eq!(
        changed,
        [
            "choice_reworded one: Red -> Crimson",
            "choice_added one:  -> Green",
            "choice_removed one: None -> ",
            "jump_changed one:  -> Blue, dark: third",
        ]
    );
    let swapped = told(|form| question(form, "one")["kind"]["choices"].as_array_mut().unwrap().swap(0, 1));
    assert_eq!(swapped, ["choices_reordered one: Red, Blue, dark, None -> Blue, dark, Red, None"]);
}

#[test]
fn rows_columns_and_kinds_are_told() {
    let changed = told(|form| {
        question(form, "grid")["kind"]["rows"][0]["label"] = json!("At home");
        question(form, "grid")["kind"]["columns"]
            .as_array_mut()
            .unwrap()
            .push(json!({"id": "mixed", "label": "Mixed"}));
        question(form, "voice")["kind"] = json!({"type": "short_text"});
    });
    assert_eq!(
        changed,
        [
            "row_reworded grid: Home -> At home",
            "column_added grid:  -> Mixed",
            "kind_changed voice: long_text -> short_text",
        ]
    );
}

/// Whatever differs, something is told: a rule that is added to forms later must not be forgotten.
#[rstest]
#[case("day", json!({"not_in_future": true}))]
#[case("day", json!({"parts": "no_year"}))]
#[case("number", json!({"min": 1}))]
#[case("number", json!({"unit": "days"}))]
#[case("scale", json!({"high": 10}))]
#[case("rating", json!({"icon": "heart"}))]
#[case("files", json!({"max_files": 1}))]
#[case("many", json!({"max_chosen": 2}))]
#[case("many", json!({"other": false}))]
#[case("grid", json!({"each_row": true}))]
#[case("actions", json!({"at_most": 4}))]
#[case("actions", json!({"item_name": "step"}))]
fn every_limit_is_told(#[case] id: &str, #[case] limits: Value) {
    let changed = changes(|form| {
        for (key, value) in limits.as_object().unwrap() {
            question(form, id)["kind"][key] = value.clone();
        }
    });
    assert_eq!(changed.iter().map(|change| change.what).collect::<Vec<_>>(), [ChangeKind::LimitsChanged]);
    assert_eq!(changed[0].question.as_deref(), Some(id));
}
