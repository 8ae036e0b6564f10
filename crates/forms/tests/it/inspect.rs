//! A form as it is being built: every fault with its place, warnings, and the map.

use forms::{Because, Form, Inspection, Lists, inspect};
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};

use crate::{
    changed_form::{self, question},
    generate::anything,
};

fn look(form: &Value) -> Inspection {
    inspect(&serde_json::to_vec(form).unwrap(), &Lists::default())
}

/// `section/question: code` of every fault.
fn faults(form: &Value) -> Vec<String> {
    let told = |section: &Option<String>, question: &Option<String>, code: &str| {
        let part = |id: &Option<String>| id.clone().unwrap_or_default();
        format!("{}/{}: {code}", part(section), part(question))
    };
    look(form).faults.iter().map(|placed| told(&placed.section, &placed.question, placed.what.code())).collect()
}

fn warnings(form: &Value) -> Vec<String> {
    let found = look(form).warnings;
    found.iter().map(|one| format!("{}: {}", one.question.clone().unwrap_or_default(), one.what.code())).collect()
}

fn sections(form: &mut Value) -> &mut Vec<Value> {
    form["sections"].as_array_mut().unwrap()
}

#[test]
fn a_sound_form_has_no_fault_and_no_warning() {
    let found = look(&changed_form::form());
    assert!(found.form.is_some());
    assert_eq!((found.faults.len(), found.warnings.len()), (0, 0), "{:?} {:?}", found.faults, found.warnings);
}

#[test]
fn all_faults_are_told_and_not_the_first() {
    let mut form = changed_form::form();
    form["title"] = json!(" ");
    question(&mut form, "short")["text"] = json!("");
    question(&mut form, "one")["kind"]["choices"][1]["label"] = json!("");
    question(&mut form, "many")["kind"] = json!({"type": "many_choices", "list": "nowhere@1"});
    question(&mut form, "day")["when"] = json!({"all": [
        {"question": "sign", "answered": true}, {"question": "nothing", "answered": true},
        {"question": "drop", "is": "mauve"}, {"question": "seen", "is_yes": true}]});
    question(&mut form, "time")["id"] = json!("day");
    question(&mut form, "voice")["kind"] = json!({"type": "holo"});
    sections(&mut form)[2]["after"] = json!("first");
    assert_eq!(
        faults(&form),
        [
            "first/short: blank",
            "first/one: blank",
            "first/many: unknown_list",
            "second/day: duplicate_question",
            "third/voice: unknown_kind",
            "/: blank",
            "second/day: later_question",
            "second/day: unknown_question",
            "second/day: unknown_choice",
            "second/day: later_question",
            "third/: loop",
        ]
    );
}

#[test]
fn nothing_is_said_of_who_refers_to_a_question_that_cannot_be_read_yet() {
    let mut form = changed_form::form();
    question(&mut form, "one")["kind"] = json!({"type": "one_choice", "choices": []});
    question(&mut form, "day")["when"] = json!({"question": "one", "is": "red"});
    assert_eq!(faults(&form), ["first/one: empty"]);
}

#[rstest]
#[case(json!({}), &["/: json", "/: json"])]
#[case(json!({"sections": [{}]}), &["/: json"])]
#[case(json!({"sections": [{"id": "a", "title": "A", "questions": []}]}), &["a/: empty"])]
#[case(json!({"sections": [{"id": "a", "title": "A", "questions": [{"id": "q"}]}]}), &["a/q: json", "a/q: json"])]
#[case(json!({"sections": [{"id": "a", "title": "A", "questions": [{"id": "q", "text": "Q", "kind": {"type": "group"}}]}]}), &["a/q: json"])]
fn a_half_built_form_is_told_part_by_part(#[case] form: Value, #[case] expected: &[&str]) {
    let found = faults(&form);
    for one in expected {
        assert!(found.iter().any(|fault| fault == one), "{one} in {found:?}");
    }
}

#[test]
fn sections_that_nothing_leads_to_are_all_told() {
    let mut form = changed_form::form();
    sections(&mut form)[0]["after"] = json!("third");
    sections(&mut form).insert(
        2,
        json!({"id": "lost", "title": "Lost", "after": "end", "questions": [
        {"id": "alone", "text": "Alone?", "kind": {"type": "yes_no"}}]}),
    );
    assert_eq!(faults(&form), ["second/: unreachable", "lost/: unreachable"]);
    let reached: Vec<bool> = look(&form).map.iter().map(|section| section.reached).collect();
    assert_eq!(reached, [true, false, false, true]);
}

#[test]
fn the_map_shows_every_way_and_why() {
    let mut form = changed_form::form();
    question(&mut form, "one")["kind"]["choices"][0]["go_to"] = json!("third");
    question(&mut form, "one")["kind"]["choices"][1]["go_to"] = json!("end");
    sections(&mut form)[1]["after"] = json!("end");
    sections(&mut form)[1]["when"] = json!({"question": "short", "answered": true});
    let map = look(&form).map;
    let way = |section: usize, way: usize| {
        let way = &map[section].ways[way];
        (way.to.as_deref(), way.because.clone())
    };
    let choice =
        |label: &str| Because::Choice { question: "one".to_owned(), text: "One?".to_owned(), label: label.to_owned() };
    assert_eq!(way(0, 0), (Some("second"), Because::Next));
    assert_eq!(way(0, 1), (Some("third"), choice("Red")));
    assert_eq!(way(0, 2), (None, choice("Blue, dark")));
    assert_eq!(way(1, 0), (None, Because::After));
    assert_eq!(way(2, 0), (None, Because::Next));
    assert_eq!((map[1].conditional, map[1].questions, map[2].title.as_str()), (true, 13, "Third"));
}

#[test]
fn a_condition_that_wants_an_answer_which_leads_past_it_is_warned_of() {
    let mut form = changed_form::form();
    question(&mut form, "drop")["kind"]["choices"][0]["go_to"] = json!("third");
    question(&mut form, "day")["when"] = json!({"question": "drop", "is": "red"});
    question(&mut form, "time")["when"] = json!({"question": "drop", "is": "blue"});
    question(&mut form, "yes")["when"] =
        json!({"any": [{"question": "drop", "is": "red"}, {"question": "short", "answered": true}]});
    question(&mut form, "team")["when"] = json!({"not": {"question": "drop", "is": "red"}});
    question(&mut form, "voice")["when"] = json!({"question": "drop", "is": "red"});
    assert_eq!(faults(&form), Vec::<String>::new());
    assert_eq!(warnings(&form), ["day: condition_never_holds"]);
}

#[test]
fn what_reads_badly_is_warned_of() {
    let mut form = changed_form::form();
    form["guidance"] = json!("");
    question(&mut form, "long")["text"] = json!("Short?");
    question(&mut form, "voice")["text"] = json!("x".repeat(301));
    let choices: Vec<Value> = (0..13).map(|number| json!({"id": format!("c{number}"), "label": "x"})).collect();
    question(&mut form, "one")["kind"] = json!({"type": "one_choice", "choices": choices});
    question(&mut form, "drop")["kind"] = json!({"type": "drop_down", "choices": choices});
    assert_eq!(
        warnings(&form),
        [": no_guidance", "long: same_wording", "one: long_choice_list", "voice: long_wording"]
    );
}

#[rstest]
#[case(b"")]
#[case(b"not a form")]
#[case(b"[1, 2]")]
#[case(b"null")]
#[case(b"\xff\xfe")]
#[case(b"{\"sections\": {}}")]
fn what_is_no_form_has_a_fault_and_no_form(#[case] bytes: &[u8]) {
    let found = inspect(bytes, &Lists::default());
    assert!(found.form.is_none());
    assert!(!found.faults.is_empty());
}

#[test]
fn too_much_of_anything_ends_in_a_fault() {
    let mut many = changed_form::form();
    let choices: Vec<Value> = (0..50_000).map(|number| json!({"id": format!("c{number}"), "label": "x"})).collect();
    question(&mut many, "one")["kind"]["choices"] = json!(choices);
    assert_eq!(faults(&many), ["first/one: too_many"]);

    let deep = (0..100).fold(json!({"question": "short", "answered": true}), |inner, _| json!({"not": inner}));
    let mut form = changed_form::form();
    question(&mut form, "day")["when"] = deep;
    assert_eq!(faults(&form), ["second/day: condition_too_deep"]);

    let mut wide = changed_form::form();
    let questions: Vec<Value> =
        (0..5_000).map(|number| json!({"id": format!("q{number}"), "text": "x", "kind": {"type": "time"}})).collect();
    sections(&mut wide)[1]["questions"] = json!(questions);
    assert!(!faults(&wide).is_empty());
}

/// Puts anything at all somewhere into a form.
fn spoil(form: &mut Value, steps: &[u32], with: &Value) {
    let mut place = form;
    for step in steps {
        let many = match &*place {
            Value::Object(parts) => parts.len(),
            Value::Array(parts) => parts.len(),
            _ => 0,
        };
        if many == 0 {
            break;
        }
        let at = *step as usize % many;
        place = match place {
            Value::Object(parts) => parts.values_mut().nth(at).unwrap(),
            Value::Array(parts) => &mut parts[at],
            _ => return,
        };
    }
    *place = with.clone();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_json_ends_in_a_form_or_a_fault(
        spoils in prop::collection::vec((prop::collection::vec(any::<u32>(), 0..9), anything()), 0..4),
    ) {
        let mut form = changed_form::form();
        spoils.iter().for_each(|(steps, with)| spoil(&mut form, steps, with));
        let bytes = serde_json::to_vec(&form).unwrap();
        let found = inspect(&bytes, &Lists::default());
        prop_assert_eq!(found.form.is_some(), found.faults.is_empty());
        match Form::read("form", &bytes, &Lists::default()) {
            Ok(read) => prop_assert_eq!(found.form, Some(read)),
            // Whatever the reader refuses first is among what is told.
            Err(refused) => prop_assert!(
                found.faults.iter().any(|placed| placed.what.code() == refused.fault.code()),
                "{refused} in {:?}", found.faults
            ),
        }
    }

    #[test]
    fn any_bytes_at_all_are_looked_over(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(inspect(&bytes, &Lists::default()).form.is_none());
    }
}

/// The sentences of every fault, warning and change are in the catalogue.
#[test]
fn every_code_has_its_sentence() {
    let catalogue = concat!(env!("CARGO_MANIFEST_DIR"), "/../../locales/en-GB/form-faults.ftl");
    let sentences = std::fs::read_to_string(catalogue).unwrap();
    let has = |name: String| sentences.lines().any(|line| line.starts_with(&format!("{name} = ")));
    for change in forms::ChangeKind::ALL {
        assert!(has(format!("form-change-{}", change.code())), "{}", change.code());
    }
    let words = include_str!("../../src/fault_words.rs");
    let codes =
        words.lines().filter_map(|line| line.trim().strip_suffix("\",")?.rsplit_once("=> \"").map(|(_, code)| code));
    let mut count = 0;
    for code in codes {
        assert!(has(format!("form-fault-{code}")), "{code}");
        count += 1;
    }
    assert!(count >= 24, "the codes are read from the source: {count}");
    let words = include_str!("../../src/warn.rs");
    for code in
        words.lines().filter_map(|line| line.trim().strip_suffix("\",")?.rsplit_once("=> \"").map(|(_, code)| code))
    {
        assert!(has(format!("form-warning-{code}")), "{code}");
    }
}
