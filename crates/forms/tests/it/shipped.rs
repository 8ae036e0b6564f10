//! The forms that ship: each loads, is walked to its end and files.

use std::{fs, path::PathBuf};

use forms::{Form, Lists, Subjects, Urgency, file, summary, walk};
use proptest::prelude::*;
use serde_json::json;

use crate::{
    generate::{Dice, anything, complete, complete_from},
    support::{answers, asked, children, now, problems},
};

fn folder() -> PathBuf {
    PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../forms")
}

fn files(folder: PathBuf) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

pub fn shipped() -> Vec<Form> {
    let mut lists = Lists::default();
    for (name, json) in files(folder().join("lists")) {
        lists.add(&name, &json).unwrap_or_else(|fault| panic!("{fault}"));
    }
    files(folder())
        .into_iter()
        .map(|(name, json)| {
            let form = Form::read(&name, &json, &lists).unwrap_or_else(|fault| panic!("{fault}"));
            assert_eq!(name, format!("{}.json", form.definition().id), "a file is named by its form");
            form
        })
        .collect()
}

fn shipped_form(id: &str) -> Form {
    shipped().into_iter().find(|form| form.definition().id == id).unwrap()
}

#[test]
fn the_forms_of_the_first_release_are_there() {
    let forms = shipped();
    let ids: Vec<_> = forms.iter().map(|form| form.definition().id.as_str()).collect();
    assert_eq!(ids, ["case_note", "contact", "need_to_know", "visit"]);
}

#[test]
fn every_form_opens_again_from_what_a_record_keeps() {
    for form in shipped() {
        assert_eq!(Form::read_resolved(form.resolved()).unwrap(), form);
    }
}

#[test]
fn every_form_says_what_good_looks_like_and_which_requirements_it_meets() {
    for form in shipped() {
        let definition = form.definition();
        assert!(definition.guidance.len() > 100, "{}", definition.id);
        assert!(!definition.requirements.is_empty(), "{}", definition.id);
    }
}

#[test]
fn no_form_uses_a_word_that_people_should_not_meet() {
    for form in shipped() {
        let words = String::from_utf8(form.resolved().to_vec()).unwrap().to_lowercase();
        for word in ["synced", "queued", "pending", "conflict", "payload", "oops", "mosaic"] {
            assert!(!words.contains(word), "{}: {word}", form.definition().id);
        }
    }
}

#[test]
fn only_the_briefing_is_urgent_and_a_contact_needs_no_child() {
    for form in shipped() {
        let urgent = form.definition().urgency == Urgency::Urgent;
        assert_eq!(urgent, form.definition().id == "need_to_know");
    }
    assert_eq!(shipped_form("contact").definition().subjects, Subjects::AnyNumber);
}

#[test]
fn a_contact_files_with_no_child_unless_it_says_that_the_children_are_named() {
    let contact = shipped_form("contact");
    let about = |whom: &str| {
        let start = answers(json!({"about_whom": {"choice": whom}}));
        complete_from(start, &contact, &[], &mut Dice::new(vec![2, 4, 6]))
    };
    for whom in ["not_on_file", "nobody"] {
        let told = problems(&contact, &about(whom), &[]);
        assert_eq!(told, Vec::<String>::new(), "{whom}");
    }
    let told = problems(&contact, &about("on_form"), &[]);
    assert_eq!(told, ["about_whom: no_children"]);
    let named = children(&["Ada"]);
    let told = problems(&contact, &about("on_form"), &named);
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn a_visit_that_met_nobody_asks_what_was_tried_and_not_how_the_children_were() {
    let visit = shipped_form("visit");
    let given = answers(json!({"how": {"choice": "unsuccessful"}}));
    let paths = asked(&walk(&visit, &given, &children(&["Ada", "Bo"]), now()));
    assert!(paths.contains(&"tried".to_owned()));
    assert!(paths.contains(&"next_visit".to_owned()), "both ways end at what comes next");
    assert!(!paths.iter().any(|path| path.starts_with("each_child")));
    assert!(!paths.contains(&"what_happened".to_owned()));
}

#[test]
fn a_visit_asks_for_each_child_whether_it_was_seen_alone_or_why_not_seen() {
    let visit = shipped_form("visit");
    let given = answers(json!({"how": {"choice": "face_to_face"}, "each_child": {
        "child-1": {"seen": "yes", "expressed_by": {"choices": ["watched"]}}, "child-2": {"seen": "no"}
    }}));
    let paths = asked(&walk(&visit, &given, &children(&["Ada", "Bo"]), now()));
    for path in ["child-1/seen_alone", "child-1/observed", "child-2/not_seen_reason"] {
        assert!(paths.contains(&format!("each_child/{path}")), "{path}");
    }
    for path in ["child-1/not_seen_reason", "child-1/own_words", "child-2/seen_alone"] {
        assert!(!paths.contains(&format!("each_child/{path}")), "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_form_is_walked_to_its_end_and_files(
        numbers in prop::collection::vec(any::<u32>(), 1..40),
        how_many in 1usize..4,
    ) {
        let on_form = children(&["ليلى", "רחל", "Zoe\u{0308}"][..how_many]);
        for form in shipped() {
            let given = complete(&form, &on_form, &mut Dice::new(numbers.clone()));
            let filed = match file(&form, &given, &on_form, now()) {
                Ok(filed) => filed,
                Err(problems) => panic!("{}: {problems:?}", form.definition().id),
            };
            let again = file(&form, &filed.answers, &on_form, now()).unwrap();
            prop_assert!(again.answers == filed.answers, "filing what was filed changes nothing");
            prop_assert!(filed.title.is_some());
            let rows = |answers| -> Vec<_> {
                summary(&form, answers, &on_form).into_iter().flat_map(|s| s.rows).map(|r| (r.path, r.answer)).collect()
            };
            prop_assert_eq!(rows(&given), rows(&filed.answers), "a draft reads as what it files");
        }
    }

    #[test]
    fn no_draft_breaks_a_form(
        values in prop::collection::vec(anything(), 80),
        on_form in 0usize..3,
    ) {
        let on_form = children(&["Ada", "Bo"][..on_form]);
        for form in shipped() {
            let mut given = forms::Answers::default();
            let top = form.definition().sections.iter().flat_map(|section| &section.questions);
            for (question, value) in top.zip(&values) {
                given.set(&question.id, value.clone());
            }
            let state = walk(&form, &given, &on_form, now());
            prop_assert_eq!(file(&form, &given, &on_form, now()).is_err(), !state.problems.is_empty());
            prop_assert!(state.answered <= state.total);
            let _ = summary(&form, &given, &on_form);
        }
    }
}
