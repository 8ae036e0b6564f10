//! How much a form can hold, and what is told of one that holds more.

use forms::{Fault, Form, Lists};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::form_with;

fn told(form: &Value) -> Fault {
    let file = serde_json::to_vec(form).unwrap();
    Form::read("large.json", &file, &Lists::default()).unwrap_err().fault
}

fn reads(form: &Value) {
    let file = serde_json::to_vec(form).unwrap();
    Form::read("large.json", &file, &Lists::default()).unwrap();
}

fn texts(count: usize) -> Value {
    (0..count).map(|at| json!({"id": format!("q{at}"), "text": "x", "kind": {"type": "short_text"}})).collect()
}

fn pick(id: &str, count: usize) -> Value {
    let choices: Value = (0..count).map(|at| json!({"id": format!("c{at}"), "label": "x"})).collect();
    json!({"id": id, "text": "x", "kind": {"type": "drop_down", "choices": choices}})
}

fn nested(deep: usize) -> Value {
    let start = json!({"question": "when_date", "answered": true});
    let when =
        (1..deep).fold(start, |when, at| if at % 2 == 0 { json!({"not": when}) } else { json!({"all": [when]}) });
    json!([{"id": "q", "text": "x", "when": when, "kind": {"type": "yes_no"}}])
}

#[test]
fn five_thousand_questions_are_refused_and_two_thousand_are_not() {
    assert_eq!(told(&form_with(texts(5_000), json!([]))), Fault::TooMany { what: "questions", limit: 2_000 });
    assert_eq!(told(&form_with(texts(2_000), json!([]))), Fault::TooMany { what: "questions", limit: 2_000 });
    reads(&form_with(texts(1_999), json!([])));
}

#[test]
fn fifty_thousand_options_are_refused_and_five_thousand_are_not() {
    let limit = Fault::TooMany { what: "choices in one question", limit: 5_000 };
    assert_eq!(told(&form_with(json!([pick("p", 50_000)]), json!([]))), limit);
    reads(&form_with(json!([pick("p", 5_000)]), json!([])));
    let many: Value = (0..5).map(|at| pick(&format!("p{at}"), 5_000)).collect();
    assert_eq!(told(&form_with(many, json!([]))), Fault::TooMany { what: "choices in all", limit: 20_000 });
}

#[test]
fn a_list_of_fifty_thousand_items_is_refused() {
    let items: Value = (0..50_000).map(|at| json!({"id": format!("c{at}"), "label": "x"})).collect();
    let list = json!({"name": "long", "version": 1, "source": "Made up.", "items": items}).to_string();
    let told = Lists::default().add("long.json", list.as_bytes()).unwrap_err();
    assert_eq!(told.fault, Fault::TooMany { what: "items in one list", limit: 5_000 });
}

#[test]
fn conditions_nested_twenty_deep_are_refused_and_twelve_are_not() {
    assert_eq!(told(&form_with(nested(20), json!([]))), Fault::ConditionTooDeep { limit: 12 });
    assert_eq!(told(&form_with(nested(13), json!([]))), Fault::ConditionTooDeep { limit: 12 });
    reads(&form_with(nested(12), json!([])));
}

#[test]
fn a_condition_nested_deeper_than_any_stack_is_refused() {
    let when =
        format!("{}{}{}", r#"{"not":"#.repeat(100_000), r#"{"question":"a","answered":true}"#, "}".repeat(100_000));
    let form =
        form_with(texts(1), json!([])).to_string().replace(r#""text":"x""#, &format!(r#""text":"x","when":{when}"#));
    let fault = Form::read("deep.json", form.as_bytes(), &Lists::default()).unwrap_err();
    assert!(fault.to_string().starts_with("deep.json line 1: recursion limit exceeded"), "{fault}");
}

#[test]
fn two_hundred_and_one_sections_are_refused() {
    let sections = |count: usize| -> Value {
        let one = |at| json!({"id": format!("q{at}"), "text": "x", "kind": {"type": "time"}});
        (1..count).map(|at| json!({"id": format!("s{at}"), "title": "x", "questions": [one(at)]})).collect()
    };
    assert_eq!(told(&form_with(json!([]), sections(201))), Fault::TooMany { what: "sections", limit: 200 });
    reads(&form_with(json!([]), sections(200)));
}

#[test]
fn a_file_of_more_than_eight_mib_is_not_even_looked_at() {
    let file = vec![b' '; (8 << 20) + 1];
    let fault = Form::read("huge.json", &file, &Lists::default()).unwrap_err();
    assert_eq!(fault.to_string(), "huge.json line 1: the file is larger than 8 MiB");
    let mut lists = Lists::default();
    assert_eq!(lists.add("huge.json", &file).unwrap_err().fault, Fault::FileTooLarge { mib: 8 });
}

#[test]
fn a_pattern_must_be_one_and_stay_small() {
    let with = |pattern: &str| {
        let kind = json!({"type": "short_text", "pattern": pattern});
        form_with(json!([{"id": "p", "text": "x", "kind": kind}]), json!([]))
    };
    for pattern in ["(", "a)|(b", "[z-a]", "(a{1000}){1000}", r"\p{Greek}{900}", &"a".repeat(2_001)] {
        assert_eq!(told(&with(pattern)), Fault::Pattern("p".into()), "{}", &pattern[..5.min(pattern.len())]);
    }
    reads(&with("[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}"));
    let many: Value = (0..201)
        .map(|at| json!({"id": format!("p{at}"), "text": "x", "kind": {"type": "short_text", "pattern": format!("a{at}")}}))
        .collect();
    assert_eq!(told(&form_with(many, json!([]))), Fault::TooMany { what: "patterns", limit: 200 });
}

#[rstest]
#[case("image/png", "iVBORw0KGgo=", true)]
#[case("image/jpeg", "/9j/", true)]
#[case("image/png", "", true)]
#[case("image/png", "not base64!", false)]
#[case("image/png", "PHN2Zz4=", false)]
#[case("image/svg+xml", "iVBORw0KGgo=", false)]
fn a_picture_is_a_small_png_or_jpeg(#[case] media: &str, #[case] data: &str, #[case] sound: bool) {
    let kind = json!({"type": "image", "media": media, "data": data, "alt": "A house"});
    let form = form_with(json!([{"id": "p", "text": "x", "kind": kind}]), json!([]));
    if sound { reads(&form) } else { assert_eq!(told(&form), Fault::Picture("p".into())) }
}

#[test]
fn a_picture_of_more_than_256_kib_is_refused() {
    let data = format!("iVBORw0KGgoA{}", "AAAA".repeat((256 << 10) / 3));
    let kind = json!({"type": "image", "media": "image/png", "data": data, "alt": "A house"});
    let form = form_with(json!([{"id": "p", "text": "x", "kind": kind}]), json!([]));
    assert_eq!(told(&form), Fault::Picture("p".into()));
}

#[test]
fn fifty_thousand_and_one_translations_are_refused() {
    let mut form = form_with(json!([]), json!([]));
    let words: serde_json::Map<String, Value> = (0..50_001).map(|at| (format!("question/{at}"), json!("x"))).collect();
    form["translations"] = json!({"cy": words});
    assert_eq!(told(&form), Fault::TooMany { what: "translations", limit: 50_000 });
}

#[rstest]
#[case::array("[]")]
#[case::number("7")]
#[case::text("\"a form\"")]
#[case::nothing("")]
#[case::another_object("{\"name\": \"a list\"}")]
#[case::html("<!doctype html><title>Sign in</title>")]
#[case::nul("{\"id\": \"a\0b\"}")]
#[case::all_nul("\0\0\0\0")]
#[case::twice("{\"id\": \"a\", \"id\": \"b\"}")]
fn what_is_no_form_is_refused_by_name_and_line(#[case] text: &str) {
    let fault = Form::read("odd.json", text.as_bytes(), &Lists::default()).unwrap_err();
    assert!(fault.to_string().starts_with("odd.json line 1: "), "{fault}");
    assert!(matches!(fault.fault, Fault::Json(_)));
}

#[test]
fn what_is_no_form_says_what_a_form_is() {
    let fault = Form::read("odd.json", b"[]", &Lists::default()).unwrap_err();
    assert_eq!(
        fault.to_string(),
        "odd.json line 1: this is not a form, which is an object with an id, a title and sections"
    );
}

#[test]
fn a_file_at_every_limit_is_read_in_one_pass() {
    // Each condition names all choices of one long question: looked through one by one, this would
    // be billions of comparisons.
    let all: Vec<String> = (0..5_000).map(|at| format!("c{at}")).collect();
    let mut questions = vec![pick("p", 5_000)];
    questions.extend((0..100).map(|at| {
        json!({"id": format!("q{at}"), "text": "x", "when": {"question": "p", "any_of": all},
               "kind": {"type": "yes_no"}})
    }));
    reads(&form_with(json!(questions), json!([])));
}
