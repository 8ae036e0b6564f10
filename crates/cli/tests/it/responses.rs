//! Answers in from files and out to files.

use serde_json::{Value, json};

use crate::Desk;

const FORM: &str = "google_0a1b2c3d4e5f";

/// As a linked Google Sheet set to the United Kingdom downloads; one name is made to look like a formula.
const SHEET: &str = "\
Timestamp,First name,Last name,Date of birth,Day of the visit,Who was there?,What did the child say?,Weeks until the next visit
30/11/2022 22:39:41,Ada,Example,03/04/2015,29/11/2022,\"Mother, Brother, sister\",\"=HYPERLINK(\"\"x\"\")\",2
01/12/2022 09:05:00,Zoë,Sample,24/12/2012,30/11/2022,Father,I like football,many
";

/// Every day of it is a day in two ways.
const AMBIGUOUS: &str = "\
Timestamp,Day of the visit,What did the child say?
03/04/2026 10:00:00,05/06/2026,Hello
";

/// A desk with the form published, and the file.
fn desk(csv: &str) -> (Desk, String) {
    let desk = Desk::with_casebook();
    desk.done(&["settings", "--edits-forms", "yes"]);
    let form =
        format!("{}/../exchange/tests/data/responses/duty_visit.json", std::env::var("CARGO_MANIFEST_DIR").unwrap());
    assert_eq!(desk.json(&["form", "publish", &form, "--note", "As it was in Google Forms"])["id"], FORM);
    let file = desk.write("duty.csv", csv).to_str().unwrap().to_owned();
    (desk, file)
}

fn records(desk: &Desk) -> u64 {
    desk.json(&["responses", "list"])["forms"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["records"].as_u64().unwrap())
        .sum()
}

#[test]
fn without_yes_an_import_shows_what_would_happen_and_changes_nothing() {
    let (desk, file) = desk(SHEET);
    let said = desk.done(&["responses", "import", &file, "--form", FORM]);
    for words in
        ["duty.csv: ", "2 rows", "New: 2", "Say who Ada Example, born 3 Apr 2015, in 1 row is", "Nothing was imported."]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
    assert!(said.contains("Weeks until the next visit: This is not a number"), "a cell in doubt is told: {said}");
    let read = desk.json(&["responses", "import", &file, "--form", FORM]);
    assert_eq!((&read["new"], &read["already_here"], &read["dates"]), (&json!(2), &json!(0), &json!(["day_first"])));
    assert_eq!(records(&desk), 0);
    assert_eq!(desk.json(&["responses", "imports"])["imports"], json!([]));
    assert!(desk.done(&["person", "list"]).starts_with("Nobody is on file yet."));
}

#[test]
fn an_import_waits_until_every_child_is_decided_about() {
    let (desk, file) = desk(SHEET);
    let import = ["responses", "import", &file, "--form", FORM, "--yes"];
    let (exit, said) = desk.refused(&import);
    assert_eq!(exit, 2);
    assert!(said.starts_with("Some children in the file are not decided about.\nNothing was imported.\n"), "{said}");
    assert!(said.contains("--child-decision \"ada example|2015-04-03|=PERSON\""), "{said}");
    assert_eq!(desk.json(&import)["error"]["code"], "children_undecided");

    desk.done(&["person", "add", "--name", "Ada Exampel", "--date-of-birth", "2015-04-03"]);
    let all_new = [&import[..], &["--children", "new"]].concat();
    let (exit, said) = desk.refused(&all_new);
    assert_eq!(exit, 2, "who is like somebody on file is never added by a rule for all");
    assert!(said.contains("Ada Exampel") && !said.contains("Zoë Sample"), "{said}");
    assert_eq!(records(&desk), 0);

    let ada = desk.json(&["person", "list"])["people"][0]["id"].as_str().unwrap().to_owned();
    let decision = format!("ada example|2015-04-03|={ada}");
    let done = desk.done(&[&all_new[..], &["--child-decision", &decision]].concat());
    assert!(done.starts_with("2 responses were imported.\n2 new, "), "{done}");
    assert!(done.contains("1 child was added."), "{done}");
    assert!(desk.done(&["person", "show", &ada]).contains("Duty visit"), "the record is on the child's file");
    for wrong in ["ada", "nobody||=new", &format!("{decision}x")] {
        assert_eq!(desk.refused(&[&import[..], &["--child-decision", wrong]].concat()).0, 2, "{wrong}");
    }
}

#[test]
fn the_same_file_twice_brings_nothing_new_and_an_import_can_be_undone() {
    let (desk, file) = desk(SHEET);
    let import = ["responses", "import", &file, "--form", FORM, "--children", "new", "--yes"];
    let first = desk.json(&import);
    assert_eq!((&first["new"], &first["people_added"]), (&json!(2), &json!(2)));
    assert!(desk.done(&["responses", "list"]).ends_with("Duty visit: 2 responses\n"));
    let again = desk.json(&import);
    assert_eq!((&again["new"], &again["changed"], &again["already_here"]), (&json!(0), &json!(0), &json!(2)));
    assert_eq!((&again["batch"], records(&desk)), (&Value::Null, 2));

    let batch = first["batch"].as_str().unwrap();
    let listed = desk.done(&["responses", "imports"]);
    assert!(listed.contains(batch) && listed.contains("duty.csv, Duty visit: 2 "), "{listed}");
    assert_eq!(desk.refused(&["responses", "undo", batch, "--reason", " "]).0, 2, "a reason is needed");
    let undone = desk.done(&["responses", "undo", batch, "--reason", "It was the wrong form"]);
    assert!(undone.starts_with("The import was undone.\n"), "{undone}");
    assert_eq!(records(&desk), 0);
    assert!(desk.done(&["responses", "imports"]).contains("Undone "));
    assert_eq!(desk.refused(&["responses", "undo", batch, "--reason", "Once more"]).0, 2);
    assert_eq!(desk.refused(&["responses", "undo", "no-id", "--reason", "It was wrong"]).0, 2);
    assert_eq!(desk.json(&import)["new"], 2, "importing the file again brings it back");
    assert_eq!(desk.json(&["check"])["sound"], true);
}

#[test]
fn dates_that_are_days_in_two_ways_are_asked_about() {
    let (desk, file) = desk(AMBIGUOUS);
    let import = ["responses", "import", &file, "--form", FORM, "--yes"];
    let preview = desk.done(&["responses", "import", &file, "--form", FORM]);
    assert!(preview.contains("--dates day-first or --dates month-first"), "{preview}");
    let (exit, said) = desk.refused(&import);
    assert_eq!(exit, 2);
    assert!(said.contains("--dates day-first or --dates month-first"), "{said}");
    assert_eq!(
        desk.refused(&[&import[..], &["--dates", "year-first"]].concat()).0,
        2,
        "no day there has its year first"
    );
    assert_eq!(desk.json(&[&import[..], &["--dates", "month-first"]].concat())["new"], 1);
    let rows = desk.done(&["responses", "export", "--form", FORM, "--output", "-"]);
    assert!(rows.contains(",06/05/2026,"), "5 June was said to be 6 May: {rows}");
}

#[test]
fn answers_go_out_as_a_google_sheet_and_no_cell_runs_as_a_formula() {
    let (desk, file) = desk(SHEET);
    desk.done(&["responses", "import", &file, "--form", FORM, "--children", "new", "--yes"]);
    let export = ["responses", "export", "--form", FORM, "--output"];
    let rows = desk.done(&[&export[..], &["-"]].concat());
    let rows = rows.trim_start_matches('\u{feff}');
    let headers = rows.lines().next().unwrap();
    assert!(headers.starts_with("Timestamp,First name,Last name,Date of birth,Day of the visit,"), "{headers}");
    assert!(headers.contains(",How was the home? [Kitchen],"), "a row of a grid has a column: {headers}");
    assert!(rows.contains("30/11/2022 22:39:41,Ada,Example,03/04/2015,29/11/2022,"), "{rows}");
    assert!(rows.contains("\"Mother, Brother, sister\""), "ticks are joined as Google joins them: {rows}");
    assert!(rows.contains("'=HYPERLINK(") && !rows.contains(",\"=HYPERLINK("), "{rows}");

    let out = desk.place.path().join("out.csv");
    let said = desk.done(&[&export[..], &[out.to_str().unwrap()]].concat());
    assert!(said.starts_with("2 responses were written to ") && said.contains("not encrypted"), "{said}");
    assert_eq!(std::fs::read_to_string(&out).unwrap().trim_start_matches('\u{feff}'), rows);
    let (exit, said) = desk.refused(&[&export[..], &[out.to_str().unwrap()]].concat());
    assert_eq!(exit, 2, "nothing is overwritten");
    assert!(said.contains("is there already"), "{said}");
    assert_eq!(std::fs::read_to_string(&out).unwrap().trim_start_matches('\u{feff}'), rows);

    let workbook = desk.place.path().join("out.xlsx");
    desk.done(&[&export[..], &[workbook.to_str().unwrap(), "--file", "xlsx", "--layout", "envelope"]].concat());
    assert!(std::fs::read(&workbook).unwrap().starts_with(b"PK"));
    assert_eq!(desk.refused(&[&export[..], &["-", "--file", "xlsx"]].concat()).0, 2);
    assert_eq!(desk.refused(&[&export[..], &["nowhere/out.csv"]].concat()).0, 2);
    assert_eq!(desk.refused(&["responses", "export", "--form", "no_such_form", "--output", "-"]).0, 2);
}

#[test]
fn our_own_lossless_file_comes_back_as_nothing_new() {
    let (desk, file) = desk(SHEET);
    desk.done(&["responses", "import", &file, "--form", FORM, "--children", "new", "--yes"]);
    let out = desk.place.path().join("lossless.csv");
    let path = out.to_str().unwrap();
    desk.done(&["responses", "export", "--form", FORM, "--layout", "lossless", "--output", path]);
    let read = desk.json(&["responses", "import", path, "--form", FORM]);
    assert_eq!((&read["new"], &read["already_here"]), (&json!(0), &json!(2)), "{read}");
}

#[test]
fn a_file_that_holds_no_answers_ends_with_place_and_cause() {
    let (desk, _) = desk(SHEET);
    let nul = desk.write("nul.csv", "Timestamp,First name\n30/11/2022 22:39:41,A\0da\n");
    let (exit, said) = desk.refused(&["responses", "import", nul.to_str().unwrap(), "--form", FORM]);
    assert_eq!(exit, 2);
    assert!(said.contains("Row 2, column 2: the file holds signs that are no text."), "{said}");
    for (name, bytes) in
        [("empty.csv", ""), ("form.json", "{\"formId\": \"x\", \"items\": []}"), ("broken.zip", "PK\x03\x04")]
    {
        let file = desk.write(name, bytes);
        let (exit, said) = desk.refused(&["responses", "import", file.to_str().unwrap(), "--form", FORM]);
        assert_eq!(exit, 2, "{name}: {said}");
        assert!(said.contains("Nothing was imported, and the file is as it was."), "{name}: {said}");
    }
    assert_eq!(desk.refused(&["responses", "import", "nowhere.csv", "--form", FORM]).0, 2);
    let good = desk.write("good.csv", SHEET);
    assert_eq!(desk.refused(&["responses", "import", good.to_str().unwrap(), "--form", "no_such_form"]).0, 2);
}

#[test]
fn only_whoever_looks_after_the_forms_takes_answers_in_and_out() {
    let (desk, file) = desk(SHEET);
    desk.done(&["responses", "import", &file, "--form", FORM, "--children", "none", "--yes"]);
    desk.done(&["settings", "--edits-forms", "no"]);
    let out = desk.place.path().join("out.csv");
    let batch = desk.json(&["responses", "imports"])["imports"][0]["batch"].as_str().unwrap().to_owned();
    for verb in [
        &["responses", "import", &file, "--form", FORM] as &[&str],
        &["responses", "export", "--form", FORM, "--output", "-"],
        &["responses", "export", "--form", FORM, "--output", out.to_str().unwrap()],
        &["responses", "undo", &batch, "--reason", "It was wrong"],
    ] {
        let output = desk.run(verb);
        let (exit, said) = crate::told(&output);
        assert_eq!((exit, output.stdout.len()), (1, 0), "{verb:?}: {said}");
        assert!(said.contains("holdfast settings --edits-forms yes"), "{verb:?}: {said}");
    }
    assert!(!out.exists(), "no file is left behind");
    assert_eq!(records(&desk), 2, "reading is for everybody");
}
