//! Forms: looked over and brought in without a casebook, published and retired in one.

use std::{path::PathBuf, process::Output};

use serde_json::{Value, json};

use crate::{Desk, bare, told};

/// The form of the Google Forms API with every kind of item, from the room that reads such files.
fn google_form() -> PathBuf {
    let here = std::env::var("CARGO_MANIFEST_DIR").unwrap();
    PathBuf::from(here).join("../exchange/tests/data/google/every_kind.json")
}

/// A small form of our own.
fn small_form() -> Value {
    json!({
        "id": "duty_call", "number": 1, "title": "Duty call", "about": "A call to the duty team.",
        "urgency": "normal", "subjects": "any_number", "record": "duty_call", "shelf": "Our own forms",
        "who": "Whoever is on duty", "time_limit": { "text": "The same day", "source": "Local rule" },
        "guidance": "Write down what was said.", "requirements": [],
        "sections": [
            { "id": "call", "title": "The call", "questions": [
                { "id": "who_called", "text": "Who called?", "required": true, "kind": { "type": "one_choice", "choices": [
                    { "id": "family", "label": "Somebody of the family" }, { "id": "school", "label": "The school", "go_to": "end" } ] } },
                { "id": "said", "text": "What did they say?", "required": false,
                  "when": { "question": "who_called", "is": "family" }, "kind": { "type": "long_text" } } ] },
            { "id": "after", "title": "Afterwards", "questions": [
                { "id": "agreed", "text": "What was agreed?", "required": false, "kind": { "type": "short_text" } } ] }
        ]
    })
}

/// An XLSForm with one question that is known and one that is not.
fn xlsform(desk: &Desk) -> PathBuf {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let rows: [(&str, &[[&str; 3]]); 2] = [
        (
            "survey",
            &[["type", "name", "label"], ["text", "where", "Where did you meet?"], ["geopoint", "spot", "Place"]],
        ),
        ("settings", &[["form_title", "form_id", "version"], ["Outreach", "outreach", "1"]]),
    ];
    for (name, rows) in rows {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        for (row, cells) in (0..).zip(rows) {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, *text).unwrap();
            }
        }
    }
    desk.write("outreach.xlsx", workbook.save_to_buffer().unwrap())
}

fn succeeded(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// A desk whose person looks after the forms.
fn editors_desk() -> Desk {
    let desk = Desk::with_casebook();
    desk.done(&["settings", "--edits-forms", "yes"]);
    desk
}

#[test]
fn a_google_form_is_reported_without_a_casebook_a_passphrase_or_a_file_written() {
    let desk = Desk::new();
    let before = std::fs::read_dir(desk.place.path()).unwrap().count();
    let said =
        succeeded(&bare(desk.place.path(), &["form", "import-google", "--check", google_form().to_str().unwrap()]));
    assert!(said.starts_with("Google Forms: Duty visit\n5 sections, 18 questions\n"), "{said}");
    for heading in ["left out", "done another way", "for you to look at"] {
        assert!(said.lines().any(|line| !line.starts_with(' ') && line.ends_with(heading)), "{heading}: {said}");
    }
    assert!(said.contains("“I am not sure which family this is” starts the form again there."), "{said}");
    let report =
        bare(desk.place.path(), &["--json", "form", "import-google", "--check", google_form().to_str().unwrap()]);
    let report: Value = serde_json::from_str(&succeeded(&report)).unwrap();
    assert_eq!((&report["system"], &report["title"]), (&json!("google_forms"), &json!("Duty visit")));
    let lines = report["lines"].as_array().unwrap();
    assert!(!lines.is_empty() && lines.iter().all(|line| line["message"] != ""), "{report}");
    assert_eq!(std::fs::read_dir(desk.place.path()).unwrap().count(), before, "nothing is written");
}

#[test]
fn an_xlsform_is_reported_by_row() {
    let desk = Desk::new();
    let file = xlsform(&desk);
    let said = succeeded(&bare(desk.place.path(), &["form", "import-xlsform", "--check", file.to_str().unwrap()]));
    assert!(said.starts_with("XLSForm: Outreach\n"), "{said}");
    assert!(said.contains("  survey row 3, Place: “geopoint” asks for a place on a map. It is left out\n"), "{said}");
}

#[test]
fn a_file_that_is_no_form_ends_with_place_and_cause_and_exit_code_2() {
    let desk = Desk::new();
    let broken = desk.write("broken.json", "{\"formId\": \"x\",\n \"items\": [}");
    let list = desk.write("list.json", "{\"items\": []}");
    let responses = desk.write("responses.json", "{\"responses\": []}");
    let empty = desk.write("empty.json", "");
    let packed = desk.write("packed.xlsx", b"PK\x03\x04 and no more");
    let xlsx = xlsform(&desk);
    for (verb, file, cause) in [
        ("import-google", &broken, "at line 2, column"),
        ("import-google", &list, "it has no “formId”"),
        ("import-google", &responses, "These are responses to a form, not the form."),
        ("import-google", &empty, "This file is empty."),
        ("import-google", &xlsx, "This is not a form from the Google Forms API"),
        ("import-xlsform", &packed, "This is not an .xlsx workbook that can be opened."),
        ("import-xlsform", &broken, "This is not an .xlsx workbook that can be opened."),
        ("import-google", &desk.place.path().join("nowhere.json"), "cannot be read"),
    ] {
        let (exit, said) = told(&bare(desk.place.path(), &["form", verb, "--check", file.to_str().unwrap()]));
        assert_eq!(exit, 2, "{said}");
        assert!(said.contains(cause), "{verb} {}: {said}", file.display());
    }
    let (exit, said) = told(&bare(desk.place.path(), &["form", "import-google", list.to_str().unwrap()]));
    assert_eq!(exit, 2);
    assert!(said.contains("--note"), "without --check a note is needed: {said}");
}

#[test]
fn check_tells_every_fault_with_its_place_and_needs_no_casebook() {
    let desk = Desk::new();
    let good = desk.write("good.json", small_form().to_string());
    let said = succeeded(&bare(desk.place.path(), &["form", "check", good.to_str().unwrap()]));
    assert!(said.ends_with("This form can be published: 2 sections, 3 questions.\n"), "{said}");

    let mut faulty = small_form();
    faulty["sections"][0]["questions"][1]["when"]["question"] = json!("agreed");
    faulty["sections"][1]["questions"]
        .as_array_mut()
        .unwrap()
        .push(json!({ "id": "mind", "text": "What do they think?", "required": false,
        "kind": { "type": "telepathy" } }));
    let faulty = desk.write("faulty.json", faulty.to_string());
    let output = bare(desk.place.path(), &["form", "check", faulty.to_str().unwrap()]);
    assert_eq!(told(&output), (2, String::new()), "the report is the answer");
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("section call, question said: This depends on the question “agreed”, which is asked later"),
        "{said}"
    );
    assert!(said.contains("section after, question mind: This kind of question, “telepathy”, is not known"), "{said}");
    assert!(said.ends_with("This form cannot be published yet.\n"), "{said}");

    let broken = desk.write("broken.json", "{\n  \"id\": oops }");
    let output = bare(desk.place.path(), &["--json", "form", "check", broken.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let message = report["faults"][0]["message"].as_str().unwrap();
    assert_eq!(message, "line 2, column 9: This part of the form cannot be read: expected value");
    let cut = desk.write("cut.json", "{\"id\": 3");
    let said = String::from_utf8(bare(desk.place.path(), &["form", "check", cut.to_str().unwrap()]).stdout).unwrap();
    assert!(said.contains("line 1, column 8: ") && said.contains("EOF while parsing"), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_without_an_end_is_refused_before_it_fills_the_memory() {
    let desk = Desk::new();
    for verb in
        [&["form", "check"] as &[&str], &["form", "import-google", "--check"], &["form", "import-xlsform", "--check"]]
    {
        let (exit, said) = told(&bare(desk.place.path(), &[verb, &["/dev/zero"]].concat()));
        assert_eq!(exit, 2, "{said}");
        assert!(said.starts_with("The file is too large: 64 MiB is the most here.\n"), "{said}");
    }
}

#[test]
fn what_form_show_prints_in_json_is_a_form_file() {
    let desk = Desk::with_casebook();
    let forms = desk.json(&["form", "list"]);
    let shown = desk.done(&["form", "show", "visit"]);
    for words in [
        "Who records it: ",
        "About the visit",
        "visit_kind  What kind of visit was it?",
        "Only if ",
        "Must have".to_lowercase().as_str(),
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    assert!(!shown.contains("editor-"), "every word is in the catalogue: {shown}");
    let hash = forms["forms"].as_array().unwrap().iter().find(|form| form["id"] == "visit").unwrap()["hash"].clone();
    assert!(shown.trim_end().ends_with(hash.as_str().unwrap()), "{shown}");
    let definition = desk.json(&["form", "show", "visit", "--hash", hash.as_str().unwrap()]);
    let file = desk.write("visit.json", definition.to_string());
    succeeded(&bare(desk.place.path(), &["form", "check", file.to_str().unwrap()]));

    assert_eq!(desk.refused(&["form", "show", "no_such_form"]).0, 2);
    assert_eq!(desk.refused(&["form", "show", "visit", "--hash", "12"]).0, 2);
    assert_eq!(desk.refused(&["form", "show", "visit", "--hash", &"0".repeat(64)]).0, 2);
}

#[test]
fn only_whoever_looks_after_the_forms_publishes_and_the_refusal_says_how() {
    let desk = Desk::with_casebook();
    let file = desk.write("form.json", small_form().to_string());
    let publish = ["form", "publish", file.to_str().unwrap(), "--note", "For the duty desk"];
    let (exit, said) = desk.refused(&publish);
    assert_eq!(exit, 1);
    assert!(said.starts_with("Your role does not allow this.\n"), "{said}");
    assert!(said.contains("holdfast settings --edits-forms yes"), "{said}");
    assert_eq!(desk.json(&publish)["error"]["code"], "not_allowed");
    assert!(desk.done(&["settings"]).starts_with("You do not look after the forms"));
    assert!(desk.done(&["settings", "--edits-forms", "yes"]).starts_with("You look after the forms"));
    assert_eq!(desk.json(&["settings"])["edits_forms"], true);
    desk.done(&publish);
    desk.done(&["settings", "--edits-forms", "no"]);
    assert_eq!(desk.refused(&["form", "retire", "visit", "--note", "Why not"]).0, 1);
    assert_eq!(desk.json(&["check"])["sound"], true);
}

#[test]
fn a_form_is_published_in_versions_and_retired_and_its_older_version_still_shows() {
    let desk = editors_desk();
    let mut form = small_form();
    let file = desk.write("form.json", form.to_string());
    let path = file.to_str().unwrap();
    assert_eq!(desk.refused(&["form", "publish", path, "--note", "  "]).0, 2, "a note is needed");
    let first = desk.done(&["form", "publish", path, "--note", "For the duty desk"]);
    assert!(first.starts_with("Duty call, version 1, our own, published "), "{first}");
    let old =
        desk.json(&["form", "list"])["forms"].as_array().unwrap().iter().find(|row| row["id"] == "duty_call").unwrap()
            ["hash"]
            .as_str()
            .unwrap()
            .to_owned();
    let (exit, said) = desk.refused(&["form", "publish", path, "--note", "Once more"]);
    assert_eq!(exit, 2, "{said}");
    assert!(said.starts_with("Nothing is different."), "{said}");

    form["sections"][1]["questions"][0]["text"] = json!("What was agreed, and with whom?");
    desk.write("form.json", form.to_string());
    assert_eq!(desk.json(&["form", "publish", path, "--note", "Ask with whom"])["number"], 2);
    let shown = desk.done(&["form", "show", "duty_call"]);
    assert!(
        shown.contains("with whom?") && shown.contains("Version 2, ") && shown.contains("Ask with whom"),
        "{shown}"
    );
    assert!(shown.contains("Time limit: The same day (Local rule)"), "{shown}");
    assert!(shown.contains("Only if “Somebody of the family” to “Who called?”"), "{shown}");
    let older = desk.done(&["form", "show", "duty_call", "--hash", &old]);
    assert!(older.contains("This is an older version.") && !older.contains("with whom?\n"), "{older}");

    let retire = ["form", "retire", "duty_call", "--use-instead", "contact", "--note", "One form for all calls"];
    let retired = desk.done(&retire);
    assert!(retired.contains("Retired. Use “"), "{retired}");
    let list = desk.done(&["form", "list"]);
    assert!(list.contains("Our own forms\n  duty_call "), "{list}");
    assert_eq!(desk.refused(&["form", "retire", "no_such_form", "--note", "Gone"]).0, 2);

    form["sections"] = json!([]);
    let faulty = desk.write("faulty.json", form.to_string());
    let output = desk.run(&["form", "publish", faulty.to_str().unwrap(), "--note", "Empty"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stdout).ends_with("Nothing was published.\n"));
}

#[test]
fn a_google_form_is_published_only_once_a_person_says_that_they_have_looked() {
    let desk = editors_desk();
    let google = google_form();
    let import = ["form", "import-google", google.to_str().unwrap(), "--note", "Taken over"];
    let output = desk.run(&import);
    let (exit, said) = told(&output);
    assert_eq!(exit, 2);
    assert!(said.contains("Nothing was published.") && said.contains("--confirm"), "{said}");
    assert!(String::from_utf8_lossy(&output.stdout).contains("for you to look at"), "the report is there to look at");
    assert_eq!(desk.json(&import)["error"]["code"], "usage");
    assert!(!desk.done(&["form", "list"]).contains("Duty visit"), "nothing is published before");

    let confirmed = [&import[..], &["--confirm"]].concat();
    let done = desk.json(&confirmed);
    assert_eq!((&done["form"]["title"], &done["form"]["number"]), (&json!("Duty visit"), &json!(1)));
    assert_eq!(desk.refused(&confirmed).0, 2, "the same once more is no new version");
    let shown = desk.done(&["form", "show", done["form"]["id"].as_str().unwrap()]);
    assert!(shown.contains("What the child said, in their own words [Paragraphs]"), "{shown}");
}

#[test]
fn an_xlsform_is_published_with_its_report() {
    let desk = editors_desk();
    let file = xlsform(&desk);
    let import = ["form", "import-xlsform", file.to_str().unwrap(), "--note", "From the outreach team", "--confirm"];
    let done = desk.done(&import);
    assert!(done.starts_with("XLSForm: Outreach\n") && done.contains("Outreach, version 1, our own"), "{done}");
}
