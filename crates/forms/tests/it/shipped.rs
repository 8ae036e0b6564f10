//! The forms that ship: each loads, is walked to its end and files.

use std::{collections::BTreeSet, fs, path::PathBuf, sync::LazyLock};

use forms::{Form, Kind, Lists, Subjects, SummarySection, Urgency, draft_summary, file, summary, walk};
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

/// Every form that reads; another test tells of those that do not.
pub fn shipped() -> &'static [Form] {
    &all().0
}

fn all() -> &'static (Vec<Form>, Vec<String>) {
    static FORMS: LazyLock<(Vec<Form>, Vec<String>)> = LazyLock::new(read_all);
    &FORMS
}

fn read_all() -> (Vec<Form>, Vec<String>) {
    let mut lists = Lists::default();
    let mut faults = Vec::new();
    for (name, json) in files(folder().join("lists")) {
        faults.extend(lists.add(&name, &json).err().map(|fault| fault.to_string()));
    }
    let mut forms = Vec::new();
    for (name, json) in files(folder()) {
        match Form::read(&name, &json, &lists) {
            Ok(form) if name == format!("{}.json", form.definition().id) => forms.push(form),
            Ok(form) => faults.push(format!("{name} holds the form \"{}\"", form.definition().id)),
            Err(fault) => faults.push(fault.to_string()),
        }
    }
    (forms, faults)
}

fn shipped_form(id: &str) -> &'static Form {
    shipped().iter().find(|form| form.definition().id == id).unwrap()
}

#[test]
fn every_form_and_list_reads_and_is_in_the_file_of_its_name() {
    let faults = &all().1;
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn forms_ship_and_none_of_them_twice() {
    let forms = shipped();
    assert!(!forms.is_empty());
    let hashes: BTreeSet<_> = forms.iter().map(Form::hash).collect();
    assert_eq!(hashes.len(), forms.len());
}

#[test]
fn every_form_opens_again_from_what_a_record_keeps() {
    for form in shipped() {
        assert_eq!(Form::read_resolved(form.resolved()).unwrap(), *form);
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
fn only_what_cannot_wait_is_urgent_and_a_contact_needs_no_child() {
    for form in shipped() {
        let id = form.definition().id.as_str();
        if form.definition().urgency == Urgency::Urgent {
            assert!(["need_to_know", "section_47_enquiry", "missing_episode"].contains(&id), "{id}");
        }
    }
    assert_eq!(shipped_form("contact").definition().subjects, Subjects::AnyNumber);
}

#[test]
fn every_form_stands_on_a_shelf_and_says_who_records_it() {
    let blank = |text: &Option<String>| text.as_ref().is_none_or(|text| text.trim().is_empty());
    let forms = shipped();
    let without = forms.iter().map(Form::definition).filter(|form| blank(&form.shelf) || blank(&form.who));
    assert_eq!(without.map(|form| form.id.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn whatever_a_form_goes_on_to_is_there_and_takes_what_it_is_given() {
    let forms = shipped();
    let find = |id: &str| forms.iter().find(|form| form.definition().id == id);
    let mut wrong = Vec::new();
    for form in forms {
        let from = &form.definition().id;
        for way in &form.definition().leads_to {
            let Some(other) = find(&way.form) else {
                wrong.push(format!("{from} leads to {}, which does not ship", way.form));
                continue;
            };
            for (theirs, ours) in &way.answers {
                if !takes(form, ours, other, theirs) {
                    wrong.push(format!("{from}: {ours} cannot go on to {}: {theirs}", way.form));
                }
            }
        }
        for question in form.definition().sections.iter().flat_map(|section| &section.questions) {
            let Some(last) = &question.from_last else { continue };
            let group = find(&last.form).and_then(|other| other.question(&last.question));
            if !group.is_some_and(|group| matches!(group.kind, Kind::Group(_))) {
                wrong.push(format!("{from}: {} begins with {} of {}", question.id, last.question, last.form));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The same kind, or a text that goes into another text.
fn takes(from: &Form, ours: &str, to: &Form, theirs: &str) -> bool {
    let (Some(ours), Some(theirs)) = (from.question(ours), to.question(theirs)) else { return false };
    let texts = |kind: &Kind| matches!(kind, Kind::ShortText(_) | Kind::LongText(_));
    let single = |kind: &Kind| matches!(kind, Kind::OneChoice(_) | Kind::DropDown(_));
    std::mem::discriminant(&ours.kind) == std::mem::discriminant(&theirs.kind)
        || (texts(&ours.kind) && texts(&theirs.kind))
        || (single(&ours.kind) && single(&theirs.kind))
}

#[test]
fn a_contact_files_with_no_child_unless_it_says_that_the_children_are_named() {
    let contact = shipped_form("contact");
    let about = |whom: &str| {
        let start = answers(json!({"about_whom": {"choice": whom}}));
        complete_from(start, contact, &[], &mut Dice::new(vec![2, 4, 6]))
    };
    for whom in ["not_on_file", "nobody"] {
        let told = problems(contact, &about(whom), &[]);
        assert_eq!(told, Vec::<String>::new(), "{whom}");
    }
    let told = problems(contact, &about("on_form"), &[]);
    assert_eq!(told, ["about_whom: no_children"]);
    let named = children(&["Ada"]);
    let told = problems(contact, &about("on_form"), &named);
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn a_visit_that_met_nobody_asks_what_was_tried_and_not_how_the_children_were() {
    let visit = shipped_form("visit");
    let given = answers(json!({"how": {"choice": "unsuccessful"}}));
    let paths = asked(&walk(visit, &given, &children(&["Ada", "Bo"]), now()));
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
    let paths = asked(&walk(visit, &given, &children(&["Ada", "Bo"]), now()));
    for path in ["child-1/seen_alone", "child-1/observed", "child-2/not_seen_reason"] {
        assert!(paths.contains(&format!("each_child/{path}")), "{path}");
    }
    for path in ["child-1/not_seen_reason", "child-1/own_words", "child-2/seen_alone"] {
        assert!(!paths.contains(&format!("each_child/{path}")), "{path}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn every_form_is_walked_to_its_end_and_files(
        numbers in prop::collection::vec(any::<u32>(), 1..40),
        how_many in 1usize..4,
    ) {
        let on_form = children(&["ليلى", "רחל", "Zoe\u{0308}"][..how_many]);
        for form in shipped() {
            let given = complete(form, &on_form, &mut Dice::new(numbers.clone()));
            let filed = match file(form, &given, &on_form, now()) {
                Ok(filed) => filed,
                Err(problems) => panic!("{}: {problems:?}", form.definition().id),
            };
            let again = file(form, &filed.answers, &on_form, now()).unwrap();
            prop_assert!(again.answers == filed.answers, "filing what was filed changes nothing");
            if form.definition().title_from.is_some() {
                prop_assert!(filed.title.is_some(), "{}", form.definition().id);
            }
            let rows = |sections: Vec<SummarySection>| -> Vec<_> {
                let rows = sections.into_iter().flat_map(|section| section.rows);
                rows.filter(|row| !row.answer.is_empty()).map(|row| (row.path, row.answer)).collect()
            };
            let draft = rows(draft_summary(form, &given, &on_form, now()));
            prop_assert_eq!(draft, rows(summary(form, &filed.answers, &on_form)), "a draft reads as what it files");
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
            let state = walk(form, &given, &on_form, now());
            prop_assert_eq!(file(form, &given, &on_form, now()).is_err(), !state.problems.is_empty());
            prop_assert!(state.answered <= state.total);
            let _ = summary(form, &given, &on_form);
        }
    }
}
