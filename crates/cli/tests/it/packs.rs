//! Files of a system that is gone.

use crate::Desk;

const PEOPLE: &str = "Person ID,First name,Last name,DOB,NHS number\n\
    M1,Ada,Tester,03/04/2012,9434765919\n\
    M2,Ben,Tester,05/06/2014,\n\
    M3,,,07/08/2014,\n";
const NOTES: &str = "Person ID,Date,Type,Title,Text,Author\n\
    M1,2019-05-11,Case note,Visit,Seen at home and well,A Worker\n\
    M1,2019-12-13,Case note,Call,Called the school,A Worker\n";
const FROM: [&str; 4] = ["--system", "Mosaic", "--as-at", "2020-10-11"];

fn with<'a>(first: &[&'a str], then: &[&'a str]) -> Vec<&'a str> {
    [first, &FROM, then].concat()
}

#[test]
fn people_and_their_history_come_in_once_and_go_out_again() {
    let desk = Desk::with_casebook();
    let people = desk.write("people.csv", PEOPLE);
    let people = ["person", "import", people.to_str().unwrap()];
    let checked = desk.done(&with(&people, &["--check", "--dates", "day-first"]));
    assert!(checked.contains("No name: 1 row. Left out.") && checked.contains("Nothing was imported."), "{checked}");
    assert_eq!(desk.json(&["person", "list"])["total"], 0, "looking changes nothing");

    let ended = desk.json(&with(&people, &["--dates", "day-first", "--remember"]));
    assert_eq!((&ended["counts"]["ready"], &ended["counts"]["new_people"]), (&2.into(), &2.into()));
    assert_eq!(desk.json(&["person", "show", "M1"])["person"]["date_of_birth"], "2012-04-03");
    assert!(desk.done(&with(&people, &[])).starts_with("This pack was here already."), "dates are remembered");
    assert_eq!(desk.json(&["person", "list"])["total"], 2);

    let notes = desk.write("notes.csv", NOTES);
    let notes = ["history", "import", notes.to_str().unwrap()];
    assert!(desk.done(&with(&notes, &[])).starts_with("2 rows were taken in."));
    let shown = desk.done(&["person", "show", "M1"]);
    assert!(shown.contains("13 Dec 2019  Recovered note: Case note: Call"), "{shown}");
    assert!(shown.contains("Recovered from Mosaic as at 11 Oct 2020, incomplete"), "{shown}");
    assert!(shown.contains("Nothing was recovered from 12 Oct 2020"), "{shown}");
    assert_eq!(desk.json(&["search", "called school"])["texts"][0]["title"], "Call");

    let packs = desk.json(&["pack", "list"])["packs"].clone();
    assert_eq!((&packs[0]["holds"], &packs[1]["holds"]), (&"history".into(), &"people".into()));
    for pack in packs.as_array().unwrap() {
        desk.done(&["pack", "undo", pack["batch"].as_str().unwrap(), "--reason", "It was the wrong file"]);
    }
    assert_eq!(desk.json(&["person", "list"])["total"], 0);
    assert_eq!(desk.json(&["search", "called school"])["texts"].as_array().unwrap().len(), 0);
    assert_eq!(desk.json(&["pack", "reconcile"])["children"].as_array().unwrap().len(), 0);
    assert_eq!(desk.json(&["check"])["sound"], true);
}

#[test]
fn the_example_packs_of_the_readme_come_in_without_a_question_and_without_a_problem() {
    let desk = Desk::with_casebook();
    let example = |name: &str| format!("{}/../../docs/examples/packs/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    let (people, warnings, notes) = (example("people"), example("warnings"), example("notes"));
    for (typed, ready) in [
        (&["person", "import", &people] as &[&str], 4),
        (&["person", "import", &warnings, "--rows", "warning"], 1),
        (&["history", "import", &notes], 5),
    ] {
        let ended = desk.json(&with(typed, &[]));
        let counts = &ended["counts"];
        assert_eq!((&counts["ready"], &counts["left_out"]), (&ready.into(), &0.into()), "{typed:?}: {ended}");
    }
    let zoe = desk.done(&["person", "show", "70017"]);
    assert!(zoe.contains("Two large dogs at home") && zoe.contains("E8 1AA"), "{zoe}");
    assert!(!zoe.contains("E8 1AA, E8 1AA"), "a postcode alone is said once: {zoe}");
    assert_eq!(desk.json(&["person", "find", "zoe sampelchild"])["matches"][0]["person"]["name"], "Zoë Samplechild");
}

#[test]
fn somebody_of_a_file_is_somebody_on_file_only_when_that_is_said() {
    let desk = Desk::with_casebook();
    let ada = desk.json(&["person", "add", "--name", "Ada Tester", "--date-of-birth", "2012-04-03"]);
    let ada = ada["id"].as_str().unwrap();
    let people = desk.write("people.csv", PEOPLE);
    let people = ["person", "import", people.to_str().unwrap()];
    let read = desk.json(&with(&people, &["--dates", "day-first", "--check"]));
    let key = read["unclear"][0]["key"].as_str().unwrap().to_owned();
    assert_eq!(read["unclear"][0]["candidates"][0]["person"]["id"], ada);
    desk.done(&with(&people, &["--dates", "day-first", "--decide", &format!("{key}={ada}")]));
    assert_eq!(desk.json(&["person", "show", ada])["same_person"][0]["id"], key.as_str());
}

#[test]
fn a_heading_can_be_said_in_place_of_what_is_suggested() {
    let desk = Desk::with_casebook();
    let file = desk.write("people.csv", "Ref,Called\nM7,Ada Tester\n");
    let file = ["person", "import", file.to_str().unwrap()];
    let columns = ["--column", "person=Ref", "--column", "name=called"];
    assert!(desk.done(&with(&file, &columns)).starts_with("1 row was taken in."));
    assert_eq!(desk.json(&["person", "show", "M7"])["person"]["name"], "Ada Tester");
}

#[test]
fn a_pack_that_cannot_be_taken_is_refused_with_its_sentence() {
    let desk = Desk::with_casebook();
    let people = desk.write("people.csv", PEOPLE);
    let people = ["person", "import", people.to_str().unwrap()];
    let nowhere = ["person", "import", "nowhere.csv"];
    for (typed, sentence) in [
        (with(&people, &[]), "The dates in the file can be read in more than one way."),
        (with(&nowhere, &[]), "The file cannot be read."),
        (with(&people, &["--rows", "note"]), "Notes come in with holdfast history import."),
        (with(&people, &["--column", "shoe=DOB"]), "Rows of this kind have no field “shoe”."),
        (with(&people, &["--column", "name=Shoe"]), "The file has no heading “Shoe”."),
        (with(&people, &["--column", "name"]), "fills no field. Write FIELD=HEADING."),
        (with(&people, &["--decide", "M1=new"]), "is no decision about a person."),
        (["person", "import", "x.csv", "--system", "M", "--as-at", "2020-13-11"].to_vec(), "That is not a real date."),
        (["pack", "undo", "x", "--reason", "R"].to_vec(), "The import is not in this casebook."),
    ] {
        let (exit, said) = desk.refused(&typed);
        assert_eq!(exit, 2, "{typed:?}: {said}");
        assert!(said.contains(sentence), "{typed:?}: {said}");
    }
    assert_eq!(desk.json(&["person", "list"])["total"], 0, "nothing was taken in by any of them");
}
