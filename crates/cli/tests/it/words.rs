//! What people read: times in words, answers in words, never a machine's spelling.

use crate::{Desk, example_visit};

/// Whether a text holds a time as machines write it.
fn has_machine_time(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        let word = word.trim_matches(|sign: char| !sign.is_alphanumeric());
        word.len() >= 10 && word.get(..10).is_some_and(|day| chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").is_ok())
    })
}

#[test]
fn times_are_printed_as_people_read_them() {
    assert!(
        has_machine_time("Received 2026-11-22T00:17:00+00:00, reference") && !has_machine_time("22 Nov 2026, 00:17")
    );
    let desk = Desk::with_casebook();
    let zoe = desk.json(&["person", "add", "--name", "Zoë Example", "--date-of-birth", "2016-02-29"]);
    let zoe = zoe["id"].as_str().unwrap();
    desk.done(&["person", "add", "--name", "Sam Example"]);
    let new = ["record", "new", "--form", "visit", "--answers", &example_visit(), "--event-time", "2026-11-02T09:05"];
    let record = desk.json(&new)["record"]["id"].as_str().unwrap().to_owned();
    let child = desk.done(&["person", "show", zoe]);
    assert!(child.contains("born 29 Feb 2016") && child.contains(", 2 Nov 2026, 09:05. Filed"), "{child}");
    for verb in [
        &["person", "list"] as &[&str],
        &["person", "show", zoe],
        &["record", "show", &record],
        &["outbox"],
        &["status"],
        &["draft", "list"],
    ] {
        let said = desk.done(verb);
        assert!(!has_machine_time(&said), "{verb:?}: {said}");
    }
}

#[test]
fn a_record_shows_its_answers_in_the_wording_that_was_asked() {
    let desk = Desk::with_casebook();
    for child in ["Zoë Example", "Sam Example"] {
        desk.done(&["person", "add", "--name", child]);
    }
    let filed = desk.json(&["record", "new", "--form", "visit", "--answers", &example_visit()]);
    let shown = desk.done(&["record", "show", filed["record"]["id"].as_str().unwrap()]);
    assert!(shown.contains("Zoë Example: Did you see this child? Yes"), "{shown}");
    assert!(shown.contains("How did the visit go ahead? Face to face"), "{shown}");
}

#[test]
fn answers_that_need_attention_are_listed_with_what_to_do() {
    let desk = Desk::with_casebook();
    desk.done(&["person", "add", "--name", "Zoë Example"]);
    let answers = desk.write("answers.json", r#"{"when_date": "2026-02-30", "note_kind": "phone"}"#);
    let new = ["record", "new", "--form", "case_note", "--person", "Zoë", "--answers", answers.to_str().unwrap()];
    let (exit, said) = desk.refused(&new);
    assert_eq!(exit, 2);
    assert!(said.contains("when_date: Enter a real date, for example 21 11 2026"), "{said}");
    assert!(said.contains("title: Answer this question, or say why it is not known"), "{said}");

    let broken = desk.write("broken.json", "{\"when_date\":\n x}");
    let (exit, said) = desk.refused(&["record", "new", "--form", "case_note", "--answers", broken.to_str().unwrap()]);
    assert_eq!(exit, 2);
    assert!(said.contains("is not JSON at line 2, column 2"), "{said}");
    let (exit, said) = desk.refused(&["record", "new", "--form", "case_note", "--answers", "nowhere.json"]);
    assert_eq!(exit, 2);
    assert!(said.contains("nowhere.json: cannot be read"), "{said}");
}

/// Every text between quotation marks in the program's source.
fn literals(folder: &std::path::Path, found: &mut std::collections::BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            literals(&path, found);
        } else {
            found.extend(std::fs::read_to_string(&path).unwrap().split('"').map(str::to_owned));
        }
    }
}

/// Texts that only look like names of sentences: the beginnings of names, formats, and what is typed.
const NO_SENTENCES: [&str; 7] =
    ["editor-subjects", "editor-urgency", "pack-count", "pack-field", "pack-problem", "due-state", "day-first"];

#[test]
fn the_words_of_the_command_line_are_all_there_and_none_is_left_over() {
    let here = std::path::PathBuf::from(std::env::var("CARGO_MANIFEST_DIR").unwrap());
    let mut used = std::collections::BTreeSet::new();
    literals(&here.join("src"), &mut used);
    let read = |file: &str| std::fs::read_to_string(here.join("../../locales/en-GB").join(file)).unwrap();
    let ours = read("cli.ftl") + &read("cli-forms.ftl") + &read("cli-people.ftl");
    let kept: Vec<&str> = ours.lines().filter_map(|line| Some(line.split_once(" =")?.0)).collect();
    assert!(kept.len() > 20 && kept.iter().all(|name| name.starts_with("cli-")), "{kept:?}");
    for name in &kept {
        // A sentence of an error is said in place of the shared one, whose name it carries.
        let in_place_of = name.strip_prefix("cli-").filter(|shared| shared.starts_with("error-"));
        let said = in_place_of.map_or_else(|| used.contains(*name), |shared| api::words().has(shared));
        assert!(said, "{name} is said nowhere");
    }
    let named = [
        "cli-",
        "desk-",
        "editor-",
        "fill-",
        "publish-",
        "response-",
        "responses-",
        "import-form-",
        "fact-",
        "facts-",
        "warning-",
        "network-",
        "match-",
        "duplicates-",
        "pack-",
        "reconcile-",
        "day-",
        "caseload-",
        "due-",
        "search-",
        "chronology-",
        "transfer-",
    ];
    let is_name = |text: &str| {
        named.iter().any(|prefix| text.starts_with(prefix))
            && text.chars().all(|c| c.is_ascii_lowercase() || "-_".contains(c))
    };
    for name in used.iter().filter(|text| is_name(text)) {
        let begins = name.ends_with('-') || NO_SENTENCES.contains(&name.as_str());
        assert!(begins || api::words().has(name), "{name} is not in the catalogue");
    }
}
