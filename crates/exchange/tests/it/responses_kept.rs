//! An import drops no cell without a word.

use exchange::{
    AFTER_QUESTIONS, ChildColumn, ChildPart, DateOrder, Export, ExportRow, FileKind, ImportFault, Layout, Mapping,
    Response, Responses, Target, suggest,
};
use forms::{Answers, ChildOnForm};
use rstest::rstest;
use serde_json::json;

use crate::{
    responses::{answers, codes, form, read, read_with},
    responses_words::here,
};

fn csv(text: &str) -> Responses {
    Responses::read("x.csv", text.as_bytes().to_vec()).unwrap()
}

fn extra(response: &Response) -> Vec<(&str, &str)> {
    response.extra.iter().map(|(heading, text)| (heading.as_str(), text.as_str())).collect()
}

#[rstest]
#[case(Target::Other)]
#[case(Target::LeaveOut)]
#[case(Target::Score)]
fn a_cell_that_names_a_child_is_kept_as_written_too(#[case] target: Target) {
    let responses = csv("Timestamp,Child,Seen on\n30/11/2022 09:05:00, Ada  Example ,31/12/2022\n");
    let mut mapping = suggest(&form(), &responses);
    for (column, part) in mapping.columns[1..].iter_mut().zip([ChildPart::Name, ChildPart::Born]) {
        (column.target, column.child) = (target.clone(), Some(ChildColumn { number: 1, part }));
    }
    let read = read_with(&form(), &responses, &mapping, Some(DateOrder::DayFirst)).remove(0);
    assert_eq!(extra(&read), [("Child", " Ada  Example "), ("Seen on", "31/12/2022")]);
    assert_eq!(read.who[0].name, "Ada  Example");
    mapping.columns[1].child = Some(ChildColumn { number: 9, part: ChildPart::Name });
    let read = read_with(&form(), &responses, &mapping, Some(DateOrder::DayFirst)).remove(0);
    assert_eq!(read.extra.len(), 2, "a child that cannot be is no reason to drop it");
    (mapping.columns[1].child, mapping.columns[1].target) = (None, Target::LeaveOut);
    let read = read_with(&form(), &responses, &mapping, Some(DateOrder::DayFirst)).remove(0);
    assert_eq!(extra(&read), [("Seen on", "31/12/2022")], "what a person leaves out stays out");
}

#[test]
fn a_cell_that_answers_a_question_and_names_a_child_is_kept_by_the_answer() {
    let read = read(&csv("Timestamp,First name,Date of birth\n30/11/2022 09:05:00,Ada,31/02/2015\n")).remove(0);
    assert_eq!(answers(&read), json!({"q_first": "Ada", "q_born": {"as_imported": "31/02/2015"}}));
    assert_eq!(extra(&read), []);
}

#[test]
fn headings_beside_the_answers_are_made_unique() {
    let read = read(&csv("Timestamp,Comments,Comments,Comments (2),,Comments\n30/11/2022 09:05:00,a,b,c,d,e,f\n"));
    let expected = [
        ("Comments", "a"),
        ("Comments (2)", "b"),
        ("Comments (2) (2)", "c"),
        ("(5)", "d"),
        ("Comments (3)", "e"),
        ("(7)", "f"),
    ];
    assert_eq!(extra(&read[0]), expected);
}

#[test]
fn a_timestamp_and_a_date_of_birth_that_cannot_be_read_are_doubts_and_kept() {
    let responses = csv("Timestamp,Child's date of birth\nlast Tuesday,31/02/2015\n");
    let read = read_with(&form(), &responses, &suggest(&form(), &responses), Some(DateOrder::DayFirst)).remove(0);
    assert_eq!(codes(&read), [("Timestamp", "not_a_date"), ("Child's date of birth", "no_such_day")]);
    assert_eq!(extra(&read), [("Timestamp", "last Tuesday"), ("Child's date of birth", "31/02/2015")]);
    assert_eq!(read.submitted, None);
}

#[rstest]
#[case("[{\"id\":\"1\",\"name\":\"Ada\"")]
#[case("{}")]
#[case("[{\"id\":\"1\"}]")]
#[case("[{\"id\":\"1\",\"name\":\"Ada\",\"born\":\"31/02/2015\"}]")]
#[case("Ada Example")]
fn children_of_our_own_file_that_were_changed_are_a_doubt_and_kept(#[case] cell: &str) {
    let quoted = cell.replace('"', "\"\"");
    let text = format!("holdfast.record,holdfast.recorded,holdfast.children\nr1,2026-01-01T10:00:00Z,\"{quoted}\"\n");
    let read = read(&csv(&text)).remove(0);
    assert_eq!(codes(&read), [("holdfast.children", "cut_or_changed")]);
    assert_eq!(extra(&read), [("holdfast.children", cell)]);
    assert!(read.who.is_empty());
}

#[rstest]
#[case("{\"q_gone\":")]
#[case("[1]")]
fn other_answers_of_our_own_file_that_were_changed_are_a_doubt_and_kept(#[case] cell: &str) {
    let quoted = cell.replace('"', "\"\"");
    let text = format!("holdfast.record,q_first | x,holdfast.other_answers\nr1,Ada,\"{quoted}\"\n");
    let read = read(&csv(&text)).remove(0);
    assert_eq!(codes(&read), [("holdfast.other_answers", "cut_or_changed")]);
    assert_eq!(extra(&read), [("holdfast.other_answers", cell)]);
    assert_eq!(answers(&read), json!({"q_first": "Ada"}), "the other columns are read");
}

#[test]
fn two_columns_for_one_thing_keep_the_second_beside_the_answers() {
    let responses = csv("Timestamp,A,B,Email,C,D,E\n30/11/2022 09:05:00,Ada,Ben,a@b.c,d@e.f,Good,Poor\n");
    let mut mapping: Mapping = suggest(&form(), &responses);
    let question = |key: &str| Target::Question(key.to_owned());
    let targets = [question("q_first"), question("q_first"), Target::Email, Target::Email];
    let grid = [question("q_home/r_kitchen"), question("q_home/r_kitchen")];
    for (column, target) in mapping.columns[1..].iter_mut().zip(targets.into_iter().chain(grid)) {
        column.target = target;
    }
    let read = read_with(&form(), &responses, &mapping, Some(DateOrder::DayFirst)).remove(0);
    assert_eq!(answers(&read), json!({"q_first": "Ada", "q_home": {"r_kitchen": "good"}}));
    assert_eq!(read.email.as_deref(), Some("a@b.c"));
    assert_eq!(extra(&read), [("B", "Ben"), ("C", "d@e.f"), ("E", "Poor")]);
}

#[test]
fn two_columns_for_one_question_inside_a_group_keep_the_second_too() {
    let responses = csv("Timestamp,A,B\n30/11/2022 09:05:00,call,write\n");
    let mut mapping = suggest(&form(), &responses);
    for column in &mut mapping.columns[1..] {
        column.target = Target::Question("q_actions/*/q_what".into());
    }
    let read = read_with(&form(), &responses, &mapping, Some(DateOrder::DayFirst)).remove(0);
    assert_eq!(answers(&read), json!({"q_actions": [{"id": "1", "answers": {"q_what": "call"}}]}));
    assert_eq!(extra(&read), [("B", "write")]);
}

/// The words of a column after the questions, as the app hands them over.
fn word(name: &str) -> String {
    let words = here("../../locales/en-GB/responses.ftl");
    let begin = format!("export-column-{name} = ");
    words.lines().find_map(|line| line.strip_prefix(&begin)).unwrap().to_owned()
}

/// Our own export in the layout of a Google Sheet, with one row.
fn our_sheet() -> Vec<u8> {
    let form = form();
    let given: Answers = serde_json::from_value(json!({"q_first": "Ada", "q_said": "hello"})).unwrap();
    let children = [ChildOnForm::new("1", "Ada Mary Example"), ChildOnForm::new("2", "Ben Example")];
    let mut out = Vec::new();
    let place = std::env::temp_dir();
    let mut export = Export::begin(&mut out, &form, Layout::GoogleSheet, FileKind::Csv, &place, word).unwrap();
    let row = ExportRow {
        record: domain::RecordId("0190b0a0-0000-7000-8000-0000000000aa".parse().unwrap()),
        reference: "HF-0001-7K".into(),
        form: &form,
        recorded: chrono::DateTime::parse_from_rfc3339("2026-07-21T14:30:05+01:00").unwrap(),
        event: None,
        author: "Sam Worker".into(),
        children: &children,
        known_ids: &[],
        answers: &given,
        no_longer_asked: &[],
        source: None,
    };
    export.row(&row).unwrap();
    export.end().unwrap();
    out
}

#[test]
fn our_own_sheet_read_back_names_its_children_and_leaves_out_what_is_ours() {
    let responses = Responses::read("ours.csv", our_sheet()).unwrap();
    let mapping = suggest(&form(), &responses);
    let after: Vec<(&str, &Target)> = mapping.columns[mapping.columns.len() - AFTER_QUESTIONS.len()..]
        .iter()
        .map(|column| (column.header.as_str(), &column.target))
        .collect();
    let expected = [
        ("Children", &Target::Children),
        ("Recorded by", &Target::Other),
        ("Reference", &Target::LeaveOut),
        ("When it happened", &Target::Other),
        ("Version of the form", &Target::LeaveOut),
        ("Answers no longer asked", &Target::Other),
        ("Imported from", &Target::Other),
    ];
    assert_eq!(after, expected);
    let read = read_with(&form(), &responses, &mapping, Some(DateOrder::DayFirst)).remove(0);
    let names: Vec<&str> = read.who.iter().map(|child| child.name.as_str()).collect();
    assert_eq!(names, ["Ada Mary Example", "Ben Example"]);
    assert_eq!(answers(&read), json!({"q_first": "Ada", "q_said": "hello"}));
    assert_eq!(extra(&read), [("Recorded by", "Sam Worker")]);
    assert!(read.doubts.is_empty());
}

#[test]
fn a_reference_that_somebody_asked_for_is_not_taken_for_ours() {
    let responses = csv("Timestamp,Children,Reference\n30/11/2022 09:05:00,2,ABC\n");
    let targets: Vec<Target> = suggest(&form(), &responses).columns.into_iter().map(|column| column.target).collect();
    assert_eq!(targets, [Target::Submitted, Target::Other, Target::Other]);
}

#[test]
fn json_with_room_for_too_many_answers_is_refused() {
    let answers: Vec<String> = (0..1_996).map(|number| format!("\"{number}\":{{}}")).collect();
    let list = |count: usize| format!("[{{\"answers\":{{{}}}}}{}]", answers.join(","), ",{}".repeat(count - 1));
    let fault = Responses::read("x.json", list(25_051).into_bytes()).err();
    assert_eq!(fault, Some(ImportFault::TooMany { what: "cells", found: 50_001_796, limit: 50_000_000 }));
    assert_eq!(Responses::read("x.json", list(25_050).into_bytes()).map(|read| read.count()).ok(), Some(25_050));
}
