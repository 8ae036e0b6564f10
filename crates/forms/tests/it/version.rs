//! The resolved definition: the bytes that a record keeps, and the hash that names them.

use forms::{Fault, Form, Lists};
use serde_json::json;

use crate::support::form_with;

const LIST: &str = r#"{"name": "moons", "version": 1, "source": "Made up.",
    "items": [{"id": "io", "label": "Io"}, {"id": "europa", "label": "Europa"}]}"#;

fn form() -> Form {
    let mut lists = Lists::default();
    lists.add("moons.json", LIST.as_bytes()).unwrap();
    let moon = json!({"id": "moon", "text": "Which?", "kind": {"type": "drop_down", "list": "moons@1"}});
    let why = json!({"id": "why", "text": "Why?", "hint": "In a line.",
        "when": {"all": [{"question": "moon", "is": "io"}, {"not": {"question": "when_date", "answered": false}}]},
        "kind": {"type": "short_text", "max_length": 20}});
    let file = serde_json::to_vec_pretty(&form_with(json!([moon, why]), json!([]))).unwrap();
    Form::read("small.json", &file, &lists).unwrap()
}

/// Pinned: records name form versions by this hash for ever.
#[test]
fn the_resolved_definition_and_its_hash_stay_as_they_are() {
    insta::assert_snapshot!(String::from_utf8(form().resolved().to_vec()).unwrap(), @r#"{"id":"small","number":1,"title":"Small","about":"For tests.","urgency":"normal","subjects":"any_number","record":"small","event_time":{"question":"when_date"},"guidance":"","requirements":[],"sections":[{"id":"first","title":"First","questions":[{"id":"when_date","text":"When?","required":true,"kind":{"type":"date"}},{"id":"moon","text":"Which?","required":false,"kind":{"type":"drop_down","choices":[{"id":"io","label":"Io"},{"id":"europa","label":"Europa"}],"list":"moons@1"}},{"id":"why","text":"Why?","hint":"In a line.","required":false,"when":{"all":[{"question":"moon","any_of":["io"]},{"not":{"not":{"question":"when_date","answered":true}}}]},"kind":{"type":"short_text","max_length":20}}]}]}"#);
    insta::assert_snapshot!(form().hash_hex(), @"58c817c0ea4846675d1a202aa1fda6ebf62ff463c2ef6601fa104cd342c157c0");
}

/// As the first release resolved the same form, before choices kept the name of their list.
const FIRST_RELEASE: &str = r#"{"id":"small","number":1,"title":"Small","about":"For tests.","urgency":"normal","subjects":"any_number","record":"small","event_time":{"question":"when_date"},"guidance":"","requirements":[],"sections":[{"id":"first","title":"First","questions":[{"id":"when_date","text":"When?","required":true,"kind":{"type":"date"}},{"id":"moon","text":"Which?","required":false,"kind":{"type":"drop_down","choices":[{"id":"io","label":"Io"},{"id":"europa","label":"Europa"}]}},{"id":"why","text":"Why?","hint":"In a line.","required":false,"when":{"all":[{"question":"moon","any_of":["io"]},{"not":{"not":{"question":"when_date","answered":true}}}]},"kind":{"type":"short_text","max_length":20}}]}]}"#;

#[test]
fn what_the_first_release_resolved_opens_under_its_old_hash() {
    let opened = Form::read_resolved(FIRST_RELEASE.as_bytes()).unwrap();
    assert_eq!(opened.hash_hex(), "ca987f1fe572041691e426d3a9e136742fdad56e18cb8738776de4a1c88109ef");
    let kind = &opened.question("moon").unwrap().kind;
    assert_eq!(kind.choices().unwrap().list, None);
    assert_eq!(opened.definition().files, forms::Files::Together);
}

#[test]
fn a_resolved_definition_opens_without_lists_as_the_same_form() {
    let form = form();
    let opened = Form::read_resolved(form.resolved()).unwrap();
    assert_eq!(opened, form);
}

#[test]
fn the_hash_is_over_the_very_bytes_that_were_kept() {
    let spaced = [form().resolved(), b"\n"].concat();
    let opened = Form::read_resolved(&spaced).unwrap();
    assert_eq!(opened.resolved(), spaced);
    assert_ne!(opened.hash(), form().hash());
}

#[test]
fn another_wording_is_another_version() {
    let words = String::from_utf8(form().resolved().to_vec()).unwrap();
    let other = Form::read_resolved(words.replace("Why?", "How come?").as_bytes()).unwrap();
    assert_ne!(other.hash(), form().hash());
}

#[test]
fn a_list_is_taken_once_and_only_if_sound() {
    let mut lists = Lists::default();
    lists.add("moons.json", LIST.as_bytes()).unwrap();
    let again = lists.add("again.json", LIST.as_bytes()).unwrap_err();
    assert_eq!(again.fault, Fault::DuplicateList("moons@1".into()));
    let twice = lists.add("b.json", LIST.replace("europa", "io").as_bytes()).unwrap_err();
    assert_eq!(twice.to_string(), "b.json line 2: there is already a choice \"io\"");
    let odd = lists.add("c.json", LIST.replace("label", "word").as_bytes()).unwrap_err();
    assert!(odd.to_string().starts_with("c.json line 2: unknown field `word`"), "{odd}");
}
