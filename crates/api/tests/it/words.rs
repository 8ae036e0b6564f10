//! Every code has its words, and no words are left over.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use api::{ApiError, Code, words};
use forms::ProblemCode;
use rstest::rstest;

/// Names of all sentences of the catalogue that begin with `prefix`.
fn names(prefix: &str) -> BTreeSet<String> {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../locales/en-GB");
    let mut names = BTreeSet::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        let found = text.lines().filter_map(|line| line.split_once(" =")).map(|(name, _)| name);
        names.extend(found.filter(|name| name.starts_with(prefix) && !name.contains(' ')).map(str::to_owned));
    }
    names
}

fn say(name: &str, args: &[(&str, &str)]) -> String {
    let args: BTreeMap<String, String> = args.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
    words().say(name, &args)
}

#[test]
fn every_sentence_of_the_catalogue_can_be_said() {
    for name in names("") {
        assert!(words().has(&name), "{name} stands in the catalogue, and does not parse");
    }
}

#[test]
fn every_code_has_its_three_sentences_and_none_is_left_over() {
    let needed: BTreeSet<String> = Code::ALL
        .iter()
        .flat_map(|code| ["", "-kept", "-next"].map(|part| format!("error-{}{part}", code.name())))
        .collect();
    let there: BTreeSet<String> = names("error-").into_iter().filter(|name| !of_the_screens(name)).collect();
    assert_eq!(needed.difference(&there).collect::<Vec<_>>(), Vec::<&String>::new(), "not in the catalogue");
    assert_eq!(there.difference(&needed).collect::<Vec<_>>(), Vec::<&String>::new(), "of no code");
}

/// The screens' own words around an error stand in screens.ftl.
fn of_the_screens(name: &str) -> bool {
    let file = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../locales/en-GB/screens.ftl");
    fs::read_to_string(file).unwrap().lines().any(|line| line.starts_with(&format!("{name} =")))
}

#[test]
fn every_sentence_of_a_code_names_only_what_the_code_carries() {
    for code in Code::ALL {
        let mut error = ApiError::plain(*code);
        for name in ["what", "line", "why", "number", "count", "seconds", "size", "most", "instead", "row"] {
            error.args.insert(name.to_owned(), "7".to_owned());
        }
        for sentence in words().explain(&error) {
            assert!(!sentence.contains(['{', '}', '$']), "{code:?}: {sentence}");
        }
    }
}

#[rstest]
#[case("draft")]
#[case("waiting")]
#[case("sending")]
#[case("paused")]
#[case("needs_you")]
#[case("sent")]
#[case("in_central_record")]
#[case("compare_versions")]
fn every_state_has_its_label_and_its_line(#[case] state: &str) {
    serde_json::from_value::<api::RecordState>(state.into()).unwrap();
    let args = [("at", "22 Nov 2026, 00:17"), ("reference", "4F7K-Q2MT"), ("cause", "school code"), ("central", "7")];
    for name in [format!("state-{state}"), format!("state-line-{state}")] {
        assert!(words().has(&name), "{name}");
        let said = say(&name, &args);
        assert!(!said.contains(['{', '}', '$']), "{name}: {said}");
    }
}

#[test]
fn there_are_eight_states_and_no_ninth() {
    let labels = names("state-").into_iter().filter(|name| !name.starts_with("state-line-")).count();
    assert_eq!(labels, 8);
}

#[test]
fn a_confirmation_names_the_place_in_the_central_record_when_there_is_one() {
    let args = [("at", "22 Nov 2026, 00:17"), ("central", "step 83321")];
    assert_eq!(say("state-line-in_central_record", &args), "Confirmed 22 Nov 2026, 00:17.");
    assert_eq!(say("state-line-in_central_record_as", &args), "Confirmed 22 Nov 2026, 00:17, step 83321.");
}

#[rstest]
#[case(ProblemCode::NoChildren)]
#[case(ProblemCode::Missing)]
#[case(ProblemCode::EventDateMissing)]
#[case(ProblemCode::DateIncomplete)]
#[case(ProblemCode::YearNotFourDigits)]
#[case(ProblemCode::NotADate)]
#[case(ProblemCode::DateInFuture)]
#[case(ProblemCode::DateBefore { other: "When?".into() })]
#[case(ProblemCode::NotATime)]
#[case(ProblemCode::TimeInFuture)]
#[case(ProblemCode::NotANumber)]
#[case(ProblemCode::NotWhole)]
#[case(ProblemCode::NumberBelow { min: 1 })]
#[case(ProblemCode::NumberAbove { max: 9 })]
#[case(ProblemCode::TooLong { max: 140, over: 3 })]
#[case(ProblemCode::UnknownChoice)]
#[case(ProblemCode::NotTogether { choice: "None".into() })]
#[case(ProblemCode::TooManyItems { max: 20 })]
#[case(ProblemCode::NotUnderstood)]
#[case(ProblemCode::DayMonthIncomplete)]
#[case(ProblemCode::TimeMissing)]
#[case(ProblemCode::DateInPast)]
#[case(ProblemCode::NotADuration)]
#[case(ProblemCode::TooShort { min: 4 })]
#[case(ProblemCode::PatternNotMatched)]
#[case(ProblemCode::NotAnEmail)]
#[case(ProblemCode::NotAPhone)]
#[case(ProblemCode::TooFewChosen { min: 2 })]
#[case(ProblemCode::TooManyChosen { max: 3 })]
#[case(ProblemCode::RowMissing { row: "Mother".into() })]
#[case(ProblemCode::ColumnTwice { column: "Agreed".into() })]
#[case(ProblemCode::TooManyFiles { max: 5 })]
#[case(ProblemCode::FileTooLarge { max: 10 })]
#[case(ProblemCode::DrawingTooLarge)]
#[case(ProblemCode::MarkWithoutNote)]
#[case(ProblemCode::SignatureWithoutName)]
#[case(ProblemCode::TooFewItems { min: 1 })]
fn every_problem_of_a_form_has_its_sentence(#[case] problem: ProblemCode) {
    let params = problem.params();
    let args: Vec<(&str, &str)> = params.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let name = format!("form-problem-{}", problem.name());
    assert!(words().has(&name), "{name}");
    let said = say(&name, &args);
    assert!(!said.contains(['{', '}', '$']), "{said}");
    for (_, value) in args {
        assert!(said.contains(value), "{said} does not say {value}");
    }
}

#[test]
fn no_problem_of_a_form_is_forgotten_here() {
    // One case above each; the catalogue knows as many.
    assert_eq!(names("form-problem-").len(), 37);
}

#[test]
fn every_advice_on_a_passphrase_has_its_sentence() {
    use vault::Advice::{AddWords, Common, Dates, Disguises, Names, Repeats, Sequences, TooShort};
    let all = [TooShort, Common, Names, Dates, Sequences, Repeats, Disguises, AddWords];
    let needed: BTreeSet<String> = all
        .iter()
        .map(|advice| format!("passphrase-advice-{}", serde_json::to_value(advice).unwrap().as_str().unwrap()))
        .collect();
    assert_eq!(needed, names("passphrase-advice-"));
}

#[rstest]
#[case("1", "1 second.")]
#[case("2", "2 seconds.")]
#[case("60", "60 seconds.")]
fn a_count_takes_its_plural(#[case] seconds: &str, #[case] ends: &str) {
    let said = say("error-too_many_tries-next", &[("seconds", seconds)]);
    assert!(said.ends_with(ends), "{said}");
}

#[test]
fn a_reference_is_said_letter_for_letter() {
    for reference in ["0012", "1E10", "NaN", "inf", "+7", "12.50"] {
        let said = say("state-line-needs_you", &[("cause", reference)]);
        assert!(said.contains(&format!(": {reference}.")), "{said}");
    }
}

#[test]
fn nothing_that_people_read_has_a_word_of_the_machine_room() {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR").unwrap()).join("../../locales/en-GB");
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| !line.starts_with('#')) {
            let text = line.split_once('=').map_or(line, |(_, text)| text).to_lowercase();
            for word in ["synced", "queued", "pending", "conflict", "payload", "oops"] {
                assert!(!text.contains(word), "{}: {line}", path.display());
            }
        }
    }
}
