//! A form that this version cannot follow is refused by file and line.

use forms::{Fault, Form, Lists};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::form_with;

/// Written by hand, so that the lines are those of the file.
const FILE: &str = r#"{
  "id": "visit", "number": 1, "title": "Visit", "about": "", "urgency": "normal",
  "subjects": "any_number", "record": "visit",
  "event_time": {"question": "when_date"}, "guidance": "", "requirements": [],
  "sections": [
    {
      "id": "about",
      "title": "About",
      "questions": [
        {"id": "when_date", "text": "When?", "required": true, "kind": {"type": "date"}},
        {
          "id": "picture",
          "text": "Picture",
          "kind": {
            "max_length": 3,
            "type": "short_text"
          }
        }
      ]
    }
  ]
}
"#;

fn refusal(file: &str) -> String {
    Form::read("visit.json", file.as_bytes(), &Lists::default()).unwrap_err().to_string()
}

#[test]
fn the_file_itself_is_sound() {
    Form::read("visit.json", FILE.as_bytes(), &Lists::default()).unwrap();
}

#[test]
fn an_unknown_kind_is_refused_by_name_and_line() {
    assert_eq!(
        refusal(&FILE.replace("short_text", "hologram")),
        "visit.json line 16: question kind \"hologram\" is not known to this version"
    );
}

#[test]
fn an_unknown_field_is_refused_by_name_and_line() {
    let inside_kind = refusal(&FILE.replace("max_length", "colour"));
    assert!(inside_kind.starts_with("visit.json line 15: unknown field `colour`"), "{inside_kind}");
    let in_question = refusal(&FILE.replace("\"text\": \"Picture\"", "\"texts\": \"Picture\""));
    assert!(in_question.starts_with("visit.json line 13: unknown field `texts`"), "{in_question}");
    let in_form = refusal(&FILE.replace("\"about\": \"\"", "\"colour\": \"\""));
    assert!(in_form.starts_with("visit.json line 2: unknown field `colour`"), "{in_form}");
}

#[test]
fn broken_json_is_refused_by_line() {
    let broken = refusal(&FILE.replace("\"title\": \"About\",", "\"title\": \"About\""));
    assert!(broken.starts_with("visit.json line 9: expected"), "{broken}");
    let cut = refusal(FILE.split_at(FILE.find("picture").unwrap()).0);
    assert!(cut.starts_with("visit.json line 12: EOF"), "{cut}");
    let bytes = [b"{\n\"id\": \"".as_slice(), &[0xff, 0xfe]].concat();
    let fault = Form::read("visit.json", &bytes, &Lists::default()).unwrap_err();
    assert_eq!(fault.to_string(), "visit.json line 2: the text is not UTF-8");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_no_fault() {
    let file = format!("\u{feff}{}", FILE.replace('\n', "\r\n"));
    Form::read("visit.json", file.as_bytes(), &Lists::default()).unwrap();
    assert!(refusal(&file.replace("short_text", "hologram")).starts_with("visit.json line 16:"));
}

#[test]
fn a_form_nested_deeper_than_any_stack_is_refused() {
    let open = r#"{"id":"a","text":"x","kind":{"type":"each_child","questions":["#;
    let deep = format!("{}{}", open.repeat(100_000), "]}}".repeat(100_000));
    let start = FILE.find("{\"id\": \"when_date\"").unwrap();
    let file = format!("{}{deep},{}", &FILE[..start], &FILE[start..]);
    let fault = Form::read("visit.json", file.as_bytes(), &Lists::default()).unwrap_err();
    assert_eq!(fault.line, 10);
}

fn text(id: &str) -> Value {
    json!({"id": id, "text": "x", "kind": {"type": "short_text"}})
}

fn of(id: &str, kind: Value) -> Value {
    json!({"id": id, "text": "x", "kind": kind})
}

fn pick(id: &str, go_to: Value) -> Value {
    let choices = json!([{"id": "a", "label": "A", "go_to": go_to}, {"id": "b", "label": "B"}]);
    json!({"id": id, "text": "x", "kind": {"type": "one_choice", "choices": choices}})
}

fn section(id: &str, questions: Value) -> Value {
    json!({"id": id, "title": "x", "questions": questions})
}

fn with_when(mut question: Value, when: Value) -> Value {
    question["when"] = when;
    question
}

fn group(id: &str, questions: Value) -> Value {
    json!({"id": id, "text": "x", "kind": {"type": "group", "item_name": "thing", "questions": questions}})
}

#[rstest]
#[case::question_twice(json!([text("a"), text("a")]), json!([]), Fault::DuplicateQuestion("a".into()))]
#[case::inner_question_twice(json!([text("a"), group("g", json!([text("a")]))]), json!([]), Fault::DuplicateQuestion("a".into()))]
#[case::section_twice(json!([]), json!([section("first", json!([text("a")]))]), Fault::DuplicateSection("first".into()))]
#[case::choice_twice(json!([{"id": "q", "text": "x", "kind": {"type": "many_choices", "choices": [{"id": "a", "label": "A"}, {"id": "a", "label": "B"}]}}]), json!([]), Fault::DuplicateChoice("a".into()))]
#[case::no_such_list(json!([{"id": "q", "text": "x", "kind": {"type": "one_choice", "list": "moons@1"}}]), json!([]), Fault::UnknownList("moons@1".into()))]
#[case::list_and_choices(json!([{"id": "q", "text": "x", "kind": {"type": "one_choice"}}]), json!([]), Fault::ChoicesOrList("q".into()))]
#[case::condition_on_nothing(json!([with_when(text("a"), json!({"question": "z", "answered": true}))]), json!([]), Fault::UnknownQuestion("z".into()))]
#[case::condition_on_later(json!([with_when(text("a"), json!({"question": "b", "answered": true})), text("b")]), json!([]), Fault::LaterQuestion("b".into()))]
#[case::condition_on_itself(json!([with_when(text("a"), json!({"question": "a", "answered": true}))]), json!([]), Fault::LaterQuestion("a".into()))]
#[case::condition_into_a_group(json!([group("g", json!([text("a")])), with_when(text("b"), json!({"question": "a", "answered": true}))]), json!([]), Fault::OutOfReach("a".into()))]
#[case::condition_on_no_choice(json!([pick("p", Value::Null), with_when(text("a"), json!({"question": "p", "is": "c"}))]), json!([]), Fault::UnknownChoice { question: "p".into(), choice: "c".into() })]
#[case::condition_of_wrong_sort(json!([text("a"), with_when(text("b"), json!({"question": "a", "is_yes": true}))]), json!([]), Fault::WrongKind("a".into()))]
#[case::jump_to_nothing(json!([pick("p", json!("moon"))]), json!([]), Fault::UnknownSection("moon".into()))]
#[case::jump_back(json!([]), json!([section("second", json!([pick("p", json!("first"))]))]), Fault::Loop { section: "second".into(), to: "first".into() })]
#[case::jump_to_itself(json!([pick("p", json!("first"))]), json!([]), Fault::Loop { section: "first".into(), to: "first".into() })]
#[case::two_jumps(json!([pick("p", json!("end")), pick("q", json!("end"))]), json!([]), Fault::TwoJumps("first".into()))]
#[case::jump_from_a_group(json!([group("g", json!([pick("p", json!("end"))]))]), json!([]), Fault::JumpNotAllowed("p".into()))]
#[case::group_in_a_group(json!([group("g", json!([group("h", json!([text("a")]))]))]), json!([]), Fault::Nested("h".into()))]
#[case::nothing_leads_there(json!([]), json!([{"id": "second", "title": "x", "after": "end", "questions": [text("a")]}, section("third", json!([text("b")]))]), Fault::Unreachable("third".into()))]
#[case::limits_upside_down(json!([{"id": "n", "text": "x", "kind": {"type": "number", "min": 3, "max": 2}}]), json!([]), Fault::Limits("n".into()))]
#[case::id_with_a_space(json!([text("a b")]), json!([]), Fault::BadId("a b".into()))]
#[case::blank_wording(json!([{"id": "a", "text": " ", "kind": {"type": "time"}}]), json!([]), Fault::Blank("a question's text"))]
#[case::empty_section(json!([]), json!([section("second", json!([]))]), Fault::Empty("section \"second\"".into()))]
#[case::not_before_a_text(json!([text("a"), {"id": "d", "text": "x", "kind": {"type": "date", "not_before_question": "a"}}]), json!([]), Fault::WrongKind("a".into()))]
#[case::unknown_status(json!([with_when(text("a"), json!({"child": {"status": ["grown_up"]}}))]), json!([]), Fault::UnknownStatus("grown_up".into()))]
#[case::how_much_of_a_text(json!([text("a"), with_when(text("b"), json!({"question": "a", "at_least": 1}))]), json!([]), Fault::WrongKind("a".into()))]
#[case::condition_on_a_statement(json!([of("s", json!({"type": "statement"})), with_when(text("b"), json!({"question": "s", "answered": true}))]), json!([]), Fault::WrongKind("s".into()))]
#[case::scale_from_two(json!([of("s", json!({"type": "scale", "low": 2, "high": 5}))]), json!([]), Fault::Limits("s".into()))]
#[case::scale_to_eleven(json!([of("s", json!({"type": "scale", "low": 0, "high": 11}))]), json!([]), Fault::Limits("s".into()))]
#[case::two_stars(json!([of("s", json!({"type": "rating", "levels": 2, "icon": "star"}))]), json!([]), Fault::Limits("s".into()))]
#[case::grid_without_rows(json!([of("g", json!({"type": "choice_grid", "rows": [], "columns": [{"id": "a", "label": "A"}]}))]), json!([]), Fault::Empty("question \"g\"".into()))]
#[case::row_twice(json!([of("g", json!({"type": "tick_grid", "rows": [{"id": "a", "label": "A"}, {"id": "a", "label": "B"}], "columns": [{"id": "a", "label": "A"}]}))]), json!([]), Fault::DuplicateRow("a".into()))]
#[case::more_ticks_than_choices(json!([of("m", json!({"type": "many_choices", "choices": [{"id": "a", "label": "A"}], "min_chosen": 2}))]), json!([]), Fault::Limits("m".into()))]
#[case::ticks_of_a_single_choice(json!([of("o", json!({"type": "one_choice", "choices": [{"id": "a", "label": "A"}], "max_chosen": 1}))]), json!([]), Fault::Limits("o".into()))]
#[case::length_upside_down(json!([of("t", json!({"type": "long_text", "min_length": 5, "max_length": 4}))]), json!([]), Fault::Limits("t".into()))]
#[case::about_a_time(json!([of("d", json!({"type": "date", "parts": "with_time", "approximate": true}))]), json!([]), Fault::Limits("d".into()))]
#[case::no_year_in_the_past(json!([of("d", json!({"type": "date", "parts": "no_year", "not_in_future": true}))]), json!([]), Fault::Limits("d".into()))]
#[case::too_many_files(json!([of("u", json!({"type": "upload", "max_files": 11, "max_mib": 1}))]), json!([]), Fault::Limits("u".into()))]
#[case::fewest_above_most(json!([of("g", json!({"type": "group", "item_name": "x", "at_least": 3, "at_most": 2, "questions": [text("a")]}))]), json!([]), Fault::Limits("g".into()))]
#[case::today_in_a_text(json!([{"id": "a", "text": "x", "prefill": "today", "kind": {"type": "short_text"}}]), json!([]), Fault::Prefill("a".into()))]
#[case::last_items_in_a_text(json!([{"id": "a", "text": "x", "from_last": {"form": "small", "question": "g"}, "kind": {"type": "short_text"}}]), json!([]), Fault::Prefill("a".into()))]
#[case::age_of_nobody(json!([of("a", json!({"type": "calculated", "work_out": "age_at"}))]), json!([]), Fault::NoBirthDate("a".into()))]
#[case::days_from_later(json!([of("c", json!({"type": "calculated", "work_out": "days_since", "from": "d"})), of("d", json!({"type": "date"}))]), json!([]), Fault::LaterQuestion("d".into()))]
#[case::days_without_a_year(json!([of("d", json!({"type": "date", "parts": "no_year"})), of("c", json!({"type": "calculated", "work_out": "days_since", "from": "d"}))]), json!([]), Fault::WrongKind("d".into()))]
#[case::sum_of_a_text(json!([text("a"), of("c", json!({"type": "calculated", "work_out": "sum", "of": ["a"]}))]), json!([]), Fault::WrongKind("a".into()))]
#[case::sum_of_nothing(json!([of("c", json!({"type": "calculated", "work_out": "sum", "of": []}))]), json!([]), Fault::Empty("question \"c\"".into()))]
#[case::section_named_end(json!([]), json!([section("end", json!([text("a")]))]), Fault::BadId("end".into()))]
#[case::jumps_in_a_circle(json!([pick("p", json!("third"))]), json!([section("second", json!([pick("r", json!("end"))])), {"id": "third", "title": "x", "after": "second", "questions": [text("a")]}]), Fault::Loop { section: "third".into(), to: "second".into() })]
fn each_fault_is_told_apart(#[case] questions: Value, #[case] more: Value, #[case] fault: Fault) {
    let file = serde_json::to_vec_pretty(&form_with(questions, more)).unwrap();
    let told = Form::read("small.json", &file, &Lists::default()).unwrap_err();
    assert_eq!(told.fault, fault);
}

#[rstest]
#[case(json!({"question": "nowhere"}), Fault::UnknownQuestion("nowhere".into()))]
#[case(json!({"question": "note"}), Fault::WrongKind("note".into()))]
#[case(json!({"question": "maybe"}), Fault::EventDate("maybe".into()))]
#[case(json!({"question": "when_date", "time_question": "note"}), Fault::WrongKind("note".into()))]
#[case(json!({"question": "yearly"}), Fault::WrongKind("yearly".into()))]
fn the_date_of_the_event_must_always_be_asked(#[case] event_time: Value, #[case] fault: Fault) {
    let maybe = json!({"id": "maybe", "text": "x", "kind": {"type": "date"}});
    let yearly = json!({"id": "yearly", "text": "x", "required": true, "kind": {"type": "date", "parts": "no_year"}});
    let mut form = form_with(json!([text("note"), maybe, yearly]), json!([]));
    form["event_time"] = event_time;
    let file = serde_json::to_vec(&form).unwrap();
    let told = Form::read("small.json", &file, &Lists::default()).unwrap_err();
    assert_eq!(told.fault, fault);
}

#[rstest]
#[case(r#"{"question": "a"}"#)]
#[case(r#"{"question": "a", "is": "x", "answered": true}"#)]
#[case(r#"{"question": "a", "answered": true, "all": []}"#)]
#[case(r#"{"all": [], "any": []}"#)]
#[case(r#"{"is": "x"}"#)]
#[case(r#"{}"#)]
fn a_condition_of_two_shapes_or_none_is_refused(#[case] condition: &str) {
    let told = serde_json::from_str::<forms::Condition>(condition).unwrap_err();
    assert!(told.to_string().starts_with("a condition is one of"), "{told}");
}

#[test]
fn what_another_form_takes_over_must_be_asked_here() {
    let mut form = form_with(json!([text("note")]), json!([]));
    form["leads_to"] = json!([{"form": "other", "label": "Go on", "answers": {"theirs": "note"}}]);
    Form::read("small.json", &serde_json::to_vec(&form).unwrap(), &Lists::default()).unwrap();
    form["leads_to"][0]["answers"]["theirs"] = json!("gone");
    let told = Form::read("small.json", &serde_json::to_vec(&form).unwrap(), &Lists::default()).unwrap_err();
    assert_eq!(told.fault, Fault::UnknownQuestion("gone".into()));
}

#[rstest]
#[case("significant", "note")]
#[case("seen", "flag")]
#[case("voice", "flag")]
fn a_mark_must_be_of_a_question_that_can_mean_it(#[case] mark: &str, #[case] question: &str) {
    let mut form = form_with(json!([text("note"), of("flag", json!({"type": "yes_no"}))]), json!([]));
    form["marks"] = json!({mark: question});
    let told = Form::read("small.json", &serde_json::to_vec(&form).unwrap(), &Lists::default()).unwrap_err();
    assert_eq!(told.fault, Fault::WrongKind(question.into()));
}
