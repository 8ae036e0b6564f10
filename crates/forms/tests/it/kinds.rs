//! What each kind beyond text, choice, date and number takes, files and refuses.

use forms::{AnswerState, Form, ProblemCode, draft_summary, file, walk};
use rstest::rstest;
use serde_json::{Value, json};

use crate::support::{answers, form_with, now, problems, read};

const BLOB: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn form() -> Form {
    let q = |id: &str, kind: Value| json!({"id": id, "text": id, "kind": kind});
    let rows = json!([{"id": "r", "label": "Rent"}, {"id": "s", "label": "School"}]);
    let columns = json!([{"id": "x", "label": "Good"}, {"id": "y", "label": "Poor"}, {"id": "z", "label": "Unknown"}]);
    let choices = json!([{"id": "a", "label": "A"}, {"id": "b", "label": "B"}, {"id": "c", "label": "C"},
                         {"id": "none", "label": "None", "exclusive": true}]);
    read(&form_with(
        json!([
            q("mail", json!({"type": "short_text", "format": "email"})),
            q("ring", json!({"type": "short_text", "format": "phone"})),
            q("code", json!({"type": "short_text", "pattern": "[a-z]|[0-9]{3}", "min_length": 1})),
            q("least", json!({"type": "long_text", "min_length": 5})),
            q(
                "many",
                json!({"type": "many_choices", "choices": choices, "other": true,
                             "min_chosen": 2, "max_chosen": 3})
            ),
            q("scale", json!({"type": "scale", "low": 1, "high": 5})),
            q("stars", json!({"type": "rating", "levels": 3, "icon": "heart"})),
            q("grid", json!({"type": "choice_grid", "rows": rows, "columns": columns, "column_once": true})),
            q("ticks", json!({"type": "tick_grid", "rows": rows, "columns": columns})),
            q("about", json!({"type": "date", "approximate": true, "not_in_future": true})),
            q("ahead", json!({"type": "date", "not_in_past": true})),
            q("after", json!({"type": "date", "approximate": true, "not_before_question": "about"})),
            q("birthday", json!({"type": "date", "parts": "no_year"})),
            q("moment", json!({"type": "date", "parts": "with_time", "not_in_future": true})),
            q("lasted", json!({"type": "duration"})),
            q("team", json!({"type": "team"})),
            q("files", json!({"type": "upload", "max_files": 2, "max_mib": 1, "types": ["image", "pdf"]})),
            q("drawing", json!({"type": "drawing"})),
            q("body", json!({"type": "body_map"})),
            q("signed", json!({"type": "signature"})),
        ]),
        json!([]),
    ))
}

fn upload(size: u64) -> Value {
    json!({"blob": BLOB, "name": "a.png", "size": size, "media": "image/png"})
}

#[rstest]
#[case("mail", json!(" ada@example.org "), json!("ada@example.org"), "ada@example.org")]
#[case("ring", json!("+44 (0)20 7946-0000"), json!("+44 (0)20 7946-0000"), "+44 (0)20 7946-0000")]
#[case("code", json!("123"), json!("123"), "123")]
#[case("many", json!({"choices": ["b", "a"]}), json!({"choices": ["a", "b"]}), "A\nB")]
#[case("many", json!({"choices": ["b"], "other": "Own"}), json!({"choices": ["b"], "other": "Own"}), "B\nOwn")]
#[case("many", json!({"choices": ["none"]}), json!({"choices": ["none"]}), "None")]
#[case("scale", json!(" 3 "), json!(3), "3 of 5")]
#[case("stars", json!(2), json!(2), "2 of 3")]
#[case("grid", json!({"s": "y", "r": "x"}), json!({"r": "x", "s": "y"}), "Rent: Good\nSchool: Poor")]
#[case("grid", json!({"s": "y", "r": ""}), json!({"s": "y"}), "School: Poor")]
#[case("ticks", json!({"r": ["y", "x", "y"], "s": []}), json!({"r": ["x", "y"]}), "Rent: Good, Poor")]
#[case("about", json!({"day": "", "month": "11", "year": "2026"}), json!("2026-11"), "November 2026")]
#[case("about", json!({"year": "1999"}), json!("1999"), "1999")]
#[case("ahead", json!("21/11/2026"), json!("2026-11-21"), "21 November 2026")]
#[case("birthday", json!({"day": "29", "month": "2"}), json!("--02-29"), "29 February")]
#[case("moment", json!({"day": "21", "month": "11", "year": "2026", "time": "9.05"}), json!("2026-11-21T09:05"), "21 November 2026, 09:05")]
#[case("lasted", json!({"hours": "1", "minutes": "5", "seconds": ""}), json!("PT1H5M"), "1 hour 5 minutes")]
#[case("team", json!(" Front door "), json!("Front door"), "Front door")]
#[case("files", json!([upload(1_048_576)]), json!([upload(1_048_576)]), "a.png")]
#[case("drawing", json!({"strokes": [[], [[0, 999.6]]], "says": " A house "}), json!({"strokes": [[[0, 1000]]], "says": "A house"}), "A house")]
#[case("drawing", json!({"strokes": [], "says": "Mum and me"}), json!({"strokes": [], "says": "Mum and me"}), "Mum and me")]
#[case("drawing", json!({"strokes": [[[1, 1], [2, 2]]]}), json!({"strokes": [[[1, 1], [2, 2]]]}), "A drawing")]
#[case("body", json!({"marks": [{"id": "m", "part": "arm_left", "note": "A bruise, 2 cm"}]}), json!({"marks": [{"id": "m", "part": "arm_left", "note": "A bruise, 2 cm"}]}), "Left arm: A bruise, 2 cm")]
#[case("body", json!({"marks": [{"id": "m", "part": "face", "x": 4.4, "y": 5, "note": "Cut"}, {}]}), json!({"marks": [{"id": "m", "part": "face", "x": 4, "y": 5, "note": "Cut"}]}), "Face: Cut")]
#[case("signed", json!({"name": " Ada Example ", "strokes": [[]]}), json!({"name": "Ada Example"}), "Ada Example")]
fn an_answer_is_filed_in_one_shape_and_read_in_words(
    #[case] id: &str,
    #[case] typed: Value,
    #[case] filed: Value,
    #[case] words: &str,
) {
    let form = form();
    let given = answers(json!({id: typed}));
    let once = file(&form, &given, &[], now()).unwrap();
    assert_eq!(once.answers.get(id), Some(&filed));
    let again = file(&form, &once.answers, &[], now()).unwrap();
    assert!(again.answers == once.answers, "filing what was filed changes nothing");
    for answers in [&given, &once.answers] {
        let read = draft_summary(&form, answers, &[], now());
        let row = read[0].rows.iter().find(|row| row.path.question == id).unwrap();
        assert_eq!((row.state, row.answer.as_str()), (AnswerState::Answered, words));
    }
}

#[rstest]
#[case("mail", json!("ada at example"), ProblemCode::NotAnEmail)]
#[case("ring", json!("999"), ProblemCode::NotAPhone)]
#[case("code", json!("ab"), ProblemCode::PatternNotMatched)]
#[case("code", json!("1234"), ProblemCode::PatternNotMatched)]
#[case("least", json!("four"), ProblemCode::TooShort { min: 5 })]
#[case("many", json!({"choices": ["a"]}), ProblemCode::TooFewChosen { min: 2 })]
#[case("many", json!({"choices": ["a", "b", "c"], "other": "d"}), ProblemCode::TooManyChosen { max: 3 })]
#[case("scale", json!("0"), ProblemCode::NumberBelow { min: 1 })]
#[case("scale", json!("6"), ProblemCode::NumberAbove { max: 5 })]
#[case("scale", json!("2.5"), ProblemCode::NotWhole)]
#[case("stars", json!("many"), ProblemCode::NotANumber)]
#[case("grid", json!({"r": "w"}), ProblemCode::UnknownChoice)]
#[case("grid", json!({"q": "x"}), ProblemCode::UnknownChoice)]
#[case("grid", json!({"r": ["x"]}), ProblemCode::NotUnderstood)]
#[case("grid", json!({"r": "x", "s": "x"}), ProblemCode::ColumnTwice { column: "Good".into() })]
#[case("ticks", json!({"r": "x"}), ProblemCode::NotUnderstood)]
#[case("ticks", json!({"r": ["w"]}), ProblemCode::UnknownChoice)]
#[case("about", json!({"year": "2027"}), ProblemCode::DateInFuture)]
#[case("about", json!({"day": "3", "year": "2026"}), ProblemCode::DateIncomplete)]
#[case("ahead", json!("20/11/2026"), ProblemCode::DateInPast)]
#[case("birthday", json!("5"), ProblemCode::DayMonthIncomplete)]
#[case("birthday", json!("31/2"), ProblemCode::NotADate)]
#[case("moment", json!("21/11/2026"), ProblemCode::TimeMissing)]
#[case("moment", json!("21/11/2026 15:30"), ProblemCode::TimeInFuture)]
#[case("moment", json!("21/11/2026 25:00"), ProblemCode::NotATime)]
#[case("lasted", json!("90"), ProblemCode::NotADuration)]
#[case("team", json!(["x"]), ProblemCode::NotUnderstood)]
#[case("files", json!([upload(1), upload(1), upload(1)]), ProblemCode::TooManyFiles { max: 2 })]
#[case("files", json!([upload(1_048_577)]), ProblemCode::FileTooLarge { max: 1 })]
#[case("files", json!([{"blob": "../../etc", "name": "a", "size": 1, "media": "image/png"}]), ProblemCode::NotUnderstood)]
#[case("drawing", json!({"strokes": [[[0, 1001]]]}), ProblemCode::NotUnderstood)]
#[case("drawing", json!({"strokes": [[[0, 1, 2]]]}), ProblemCode::NotUnderstood)]
#[case("drawing", json!({"strokes": vec![json!([[1, 1]]); 201]}), ProblemCode::DrawingTooLarge)]
#[case("drawing", json!({"strokes": [vec![json!([1, 1]); 20_001]]}), ProblemCode::DrawingTooLarge)]
#[case("body", json!({"marks": [{"id": "m", "part": "face"}]}), ProblemCode::MarkWithoutNote)]
#[case("body", json!({"marks": [{"id": "m", "part": "tail", "note": "x"}]}), ProblemCode::NotUnderstood)]
#[case("body", json!({"marks": [{"id": "m", "part": "face", "x": 1, "note": "x"}]}), ProblemCode::NotUnderstood)]
#[case("signed", json!({"strokes": [[[1, 1]]]}), ProblemCode::SignatureWithoutName)]
#[case("scale", json!({"as_imported": "quite"}), ProblemCode::NotUnderstood)]
fn what_is_wrong_is_told_and_keeps_what_was_typed(#[case] id: &str, #[case] typed: Value, #[case] code: ProblemCode) {
    let given = answers(json!({id: typed}));
    let told = walk(&form(), &given, &[], now()).problems;
    assert_eq!(told.iter().map(|problem| &problem.code).collect::<Vec<_>>(), [&code]);
    assert!(file(&form(), &given, &[], now()).is_err());
    assert_eq!(given.get(id), Some(&typed));
}

#[test]
fn about_a_date_only_what_is_sure_is_a_problem() {
    let told = |about: &str, after: &str| problems(&form(), &answers(json!({"about": about, "after": after})), &[]);
    assert_eq!(told("2026-05-10", "2026"), Vec::<String>::new(), "it may have been later in that year");
    assert_eq!(told("2026-05-10", "2026-05"), Vec::<String>::new());
    assert_eq!(told("2026-05-10", "2026-04"), ["after: date_before"]);
    assert_eq!(told("2026-05", "2025"), ["after: date_before"]);
    assert_eq!(told("2026-11", "2026-12-01"), Vec::<String>::new(), "this month is not in the future");
}

#[test]
fn a_must_have_grid_asks_for_each_row_only_where_the_form_does() {
    let parts = json!([{"id": "a", "label": "A"}, {"id": "b", "label": "B"}]);
    let form = |each_row: bool, required: bool| {
        let kind = json!({"type": "choice_grid", "rows": parts, "columns": parts, "each_row": each_row});
        read(&form_with(json!([{"id": "g", "text": "G", "required": required, "kind": kind}]), json!([])))
    };
    let half = answers(json!({"g": {"a": "b"}}));
    assert_eq!(problems(&form(true, true), &half, &[]), ["g: row_missing"]);
    assert_eq!(problems(&form(false, true), &half, &[]), Vec::<String>::new());
    assert_eq!(problems(&form(true, false), &half, &[]), Vec::<String>::new());
    assert_eq!(problems(&form(false, true), &answers(json!({"g": {}})), &[]), ["g: missing"]);
}

#[test]
fn the_author_may_word_a_broken_rule_but_not_a_missing_answer() {
    let question = json!({"id": "n", "text": "N", "required": true, "message": "Between 1 and 9, please.",
                          "kind": {"type": "number", "max": 9}});
    let form = read(&form_with(json!([question]), json!([])));
    let told = |n: &str| {
        let problems = walk(&form, &answers(json!({"n": n})), &[], now()).problems;
        problems.into_iter().map(|problem| (problem.code.name(), problem.message)).collect::<Vec<_>>()
    };
    let message = Some("Between 1 and 9, please.".to_owned());
    assert_eq!(told("10"), [("number_above", message.clone())]);
    assert_eq!(told("ten"), [("not_a_number", message)]);
    assert_eq!(told(""), [("missing", None)]);
}

#[test]
fn an_answer_that_an_import_could_not_read_is_shown_and_seen_by_no_condition() {
    let late = json!({"id": "late", "text": "Late?", "kind": {"type": "yes_no"}});
    let why = json!({"id": "why", "text": "Why?", "when": {"question": "late", "answered": true},
                     "kind": {"type": "short_text"}});
    let form = read(&form_with(json!([late, why]), json!([])));
    let given = answers(json!({"late": {"as_imported": "a bit"}}));
    let state = walk(&form, &given, &[], now());
    assert!(!state.asked.iter().any(|asked| asked.path.question == "why"));
    let rows = forms::summary(&form, &given, &[]).remove(0).rows;
    assert_eq!((rows[1].state, rows[1].answer.as_str()), (AnswerState::Answered, "a bit"));
}

#[test]
fn a_list_may_ask_for_more_than_one() {
    let inner = json!([{"id": "what", "text": "What?", "kind": {"type": "short_text"}}]);
    let form = |required: bool| {
        let kind = json!({"type": "group", "item_name": "thing", "at_least": 2, "questions": inner});
        read(&form_with(json!([{"id": "g", "text": "G", "required": required, "kind": kind}]), json!([])))
    };
    let one = answers(json!({"g": [{"id": "1", "answers": {"what": "x"}}, {"id": "2", "answers": {"what": ""}}]}));
    assert_eq!(problems(&form(true), &one, &[]), ["g: too_few_items"]);
    assert_eq!(problems(&form(false), &one, &[]), Vec::<String>::new());
}

#[test]
fn a_form_without_a_date_of_the_event_files_without_one() {
    let mut form = form_with(json!([]), json!([]));
    form.as_object_mut().unwrap().remove("event_time");
    let filed = file(&read(&form), &answers(json!({"when_date": "1/1/2030"})), &[], now()).unwrap();
    assert_eq!(filed.event, None);
}

#[test]
fn a_date_with_its_time_says_when_the_event_was() {
    let mut form = form_with(json!([]), json!([]));
    form["sections"][0]["questions"][0]["kind"] = json!({"type": "date", "parts": "with_time"});
    let form = read(&form);
    let filed = file(&form, &answers(json!({"when_date": "20/11/2026 16:15"})), &[], now()).unwrap();
    let event = filed.event.unwrap();
    assert_eq!((event.date.to_string(), event.time.unwrap().to_string()), ("2026-11-20".into(), "16:15:00".into()));
    assert_eq!(problems(&form, &answers(json!({"when_date": "21/11/2026 15:06"})), &[]), ["when_date: time_in_future"]);
}
