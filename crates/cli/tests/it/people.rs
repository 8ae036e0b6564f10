//! People, what is known of them and who works with them.

use serde_json::Value;

use crate::Desk;

const ZOE: [&str; 6] = ["person", "add", "--name", "Zoë Example", "--date-of-birth", "2016-02-29"];

fn id(row: &Value) -> String {
    row["id"].as_str().unwrap().to_owned()
}

/// Zoë with an NHS number, and her mother.
fn family() -> (Desk, String, String) {
    let desk = Desk::with_casebook();
    let mut add = ZOE.to_vec();
    add.extend(["--field", "sex=female", "--field", "languages=Turkish", "--address", "12 Test Street"]);
    add.extend(["--postcode", "E8 1AA", "--phone", "020 7946 0000", "--identifier", "nhs:9434765919"]);
    add.push("--emergency-id");
    let zoe = id(&desk.json(&add));
    let amira = id(&desk.json(&["person", "add", "--name", "Amira Example", "--kind", "adult"]));
    (desk, zoe, amira)
}

#[test]
fn a_child_is_found_and_shown_with_warnings_before_anything_else() {
    let (desk, zoe, _) = family();
    for text in ["Zoe Exampel", "example zoe", "Zoë Ekzample"] {
        let found = desk.json(&["person", "find", text]);
        assert_eq!(found["matches"][0]["person"]["id"], zoe.as_str(), "{text}");
    }
    let warning = desk.json(&[
        "warning",
        "add",
        "9434765919",
        "--kind",
        "risk_to_worker",
        "--text",
        "Do not visit alone",
        "--not-told",
        "It would raise the risk",
    ]);
    desk.done(&["relationship", "add", "Amira", "mother", "9434765919", "--parental-responsibility", "yes"]);
    desk.done(&["episode", "begin", &zoe, "--kind", "assessment", "--from", "2026-11-02"]);
    desk.done(&["allocation", "give", &zoe, "--team", "North", "--worker", "Ruth Exemplar", "--reason", "New"]);

    let shown = desk.done(&["person", "show", "9434765919"]);
    let place = |words: &str| shown.find(words).unwrap_or_else(|| panic!("{words} is not in {shown}"));
    let order = ["Risk to workers: Do not visit alone", "Sex: Female", "Ruth Exemplar, North", "Assessment complete"];
    assert!(order.windows(2).all(|pair| place(pair[0]) < place(pair[1])), "{shown}");
    assert!(shown.contains("they do not know of it: It would raise the risk"), "{shown}");
    assert!(shown.contains("Amira Example is the mother of Zoë Example, has parental responsibility"), "{shown}");
    assert!(shown.contains("The father is not recorded, and not why"), "{shown}");
    assert!(shown.contains("12 Test Street, E8 1AA, home"), "{shown}");

    assert!(desk.done(&["warning", "list"]).contains("Zoë Example"));
    let found = desk.json(&["search", "exampel"]);
    assert_eq!(found["people"][0]["warning_kinds"][0], "risk_to_worker", "a search row carries the warning");
    desk.done(&["warning", "end", &zoe, &id(&warning), "--note", "Looked at with the manager"]);
    assert!(desk.done(&["warning", "list", &zoe]).contains("Looked at with the manager"));
    assert_eq!(desk.json(&["check"])["sound"], true);
}

#[test]
fn whoever_is_like_somebody_on_file_is_added_only_when_that_is_said() {
    let (desk, zoe, _) = family();
    let again = ["person", "add", "--name", "Example Zoe", "--date-of-birth", "2016-02-29"];
    let (exit, said) = desk.refused(&again);
    assert_eq!(exit, 2);
    assert!(said.starts_with("1 person on file is like this one:\n") && said.contains(&zoe), "{said}");
    assert!(said.contains("Nobody was added."), "{said}");
    assert_eq!(desk.json(&["person", "list"])["total"], 2);
    let other = id(&desk.json(&[&again as &[&str], &["--although-alike"]].concat()));
    assert_eq!(desk.json(&["person", "list"])["total"], 3);

    assert_eq!(desk.json(&["person", "duplicates"])["pairs"].as_array().unwrap().len(), 1);
    let why = ["--reason", "Same school", "--approved-by", "Priya Lead"];
    desk.done(&[&["person", "link", &zoe, &other] as &[&str], &why].concat());
    let linked = desk.json(&["person", "show", &zoe]);
    assert_eq!(linked["same_person"][0]["id"], other.as_str());
    desk.done(&[&["person", "unlink", &zoe, &other] as &[&str], &why].concat());
    assert_eq!(desk.json(&["person", "show", &zoe])["same_person"].as_array().unwrap().len(), 0);
    let ledger = desk.json(&["person", "duplicates"]);
    assert_eq!(ledger["decisions"].as_array().unwrap().len(), 2, "both decisions stay in the ledger");
}

#[test]
fn whoever_is_said_to_be_a_different_person_while_adding_is_decided_about() {
    let (desk, zoe, _) = family();
    let again = ["person", "add", "--name", "Example Zoe", "--date-of-birth", "2016-02-29"];
    let added = id(&desk.json(&[&again as &[&str], &["--different", &zoe]].concat()));
    let decided = desk.json(&["person", "duplicates"]);
    assert_eq!(decided["pairs"].as_array().unwrap().len(), 0, "nobody is asked about them again");
    let decision = &decided["decisions"][0];
    assert_eq!((&decision["same"], &decision["one"]["id"]), (&false.into(), &added.as_str().into()));
    assert_eq!(decision["approved_by"], "Ruth Exemplar");
}

#[test]
fn the_history_of_a_person_says_what_stood_there_before_and_why_it_went() {
    let (desk, zoe, _) = family();
    desk.done(&["person", "amend", &zoe, "--name", "Zoë Sample"]);
    let changes = desk.json(&["person", "history", &zoe])["changes"].clone();
    let name = changes.as_array().unwrap().iter().find(|change| change["field"]["field"] == "name").unwrap();
    assert_eq!((&name["field"]["before"], &name["field"]["value"]), (&"Zoë Example".into(), &"Zoë Sample".into()));
    let said = desk.done(&["person", "history", &zoe]);
    assert!(said.contains("Before: Zoë Example") && said.contains("Now: Zoë Sample"), "{said}");
    assert!(said.contains("Ruth Exemplar"), "{said}");
}

#[test]
fn a_child_goes_from_nobody_to_a_worker_and_back() {
    let (desk, zoe, _) = family();
    assert_eq!(desk.json(&["allocation", "list", "--unallocated"])["rows"][0]["person"]["id"], zoe.as_str());
    let give = ["allocation", "give", &zoe, "--team", "North", "--worker", "Ruth Exemplar", "--reason", "New"];
    desk.done(&[&give as &[&str], &["--handover", "Shoes off"]].concat());
    let mine = desk.json(&["allocation", "list", "--mine"]);
    assert_eq!((&mine["total"], &mine["rows"][0]["team"]), (&1.into(), &"North".into()));
    assert_eq!(desk.json(&["allocation", "list", "--team", "North"])["total"], 1);
    assert_eq!(desk.json(&["due"])["allocated"], 1);
    let allocation = mine["rows"][0]["allocation"].as_str().unwrap();
    desk.done(&["allocation", "end", &zoe, allocation, "--because", "Closed"]);
    let shown = desk.json(&["person", "show", &zoe]);
    let ended = shown["facts"].as_array().unwrap().iter().find(|fact| fact["says"]["kind"] == "allocation").unwrap();
    assert_eq!(ended["says"]["ended_because"], "Closed");
    assert!(ended["says"]["until"].is_string(), "on its last day it still holds");
}

#[test]
fn a_clock_runs_from_the_day_on_which_the_episode_began() {
    let (desk, zoe, _) = family();
    let begun = desk.json(&["episode", "begin", &zoe, "--kind", "assessment", "--from", "2026-08-03"]);
    let due = desk.json(&["due", "--person", &zoe])["due"].clone();
    let assessment = due.as_array().unwrap().iter().find(|row| row["limit"] == "assessment_complete").unwrap();
    assert_eq!(assessment["due"], "2026-10-06", "45 working days, one bank holiday among them");
    desk.done(&["episode", "end", &zoe, &id(&begun), "--at", "2026-10-05"]);
    let due = desk.json(&["due", "--person", &zoe])["due"].clone();
    assert!(due.as_array().unwrap().iter().all(|row| row["limit"] != "assessment_complete"), "{due}");
    assert!(desk.done(&["episode", "list", &zoe]).contains("Assessment, 3 Aug 2026 to 5 Oct 2026"));
}

#[test]
fn what_cannot_be_right_is_refused_with_its_sentence() {
    let (desk, zoe, amira) = family();
    let before = desk.done(&["person", "show", &zoe]);
    let given = ["--team", "N", "--reason", "R"];
    let not_real: Vec<&str> = [&["allocation", "give", &zoe, "--from", "2026-02-30"] as &[&str], &given].concat();
    let told = ["--text", "T", "--told", "in person"];
    let too_far = ["warning", "add", &zoe, "--kind", "other", "--from", "2026-01-01", "--review-by", "2028-01-01"];
    let too_far: Vec<&str> = [&too_far as &[&str], &told].concat();
    for (typed, sentence) in [
        (&["person", "show", "Nobody Here"] as &[&str], "The person is not in this casebook."),
        (&["person", "show", "Example"], "2 people fit that name."),
        (&["relationship", "add", &amira, "mother", &amira], "Nobody can be in a relationship to themselves"),
        (&["relationship", "add", &amira, "mum", &zoe], "[possible values: mother, father,"),
        (
            &["episode", "begin", &zoe, "--kind", "referral", "--from", "yesterday"],
            "That time of the event is not understood.",
        ),
        (&["episode", "begin", &zoe, "--kind", "referral", "--detail", "neglect"], "says nothing. Write NAME=CODE"),
        (&["episode", "end", &zoe, &amira], "is not in this casebook"),
        (&["person", "add", "--name", "Ben Test", "--identifier", "9434765919"], "is no number with its scheme"),
        (&["person", "add", "--name", "Ben Test", "--field", "shoe=4"], "fields are name, known_as"),
        (&["person", "link", &zoe, &zoe, "--reason", "R", "--approved-by", "P"], "the same person as themselves"),
        (&not_real, "That is not a real date."),
        (&too_far, "within a year"),
        (&["warning", "add", &zoe, "--kind", "other", "--text", "T"], "<--told <HOW>|--not-told <BECAUSE>>"),
    ] {
        let (exit, said) = desk.refused(typed);
        assert_eq!(exit, 2, "{typed:?}: {said}");
        assert!(said.contains(sentence), "{typed:?}: {said}");
    }
    assert_eq!(desk.done(&["person", "show", &zoe]), before, "nothing was changed by any of them");
}

#[test]
fn a_refusal_speaks_of_the_terminal_and_of_no_screen() {
    let (desk, zoe, amira) = family();
    assert_eq!(
        desk.refused(&["relationship", "add", &amira, "mother", &amira]).1,
        "Nobody can be in a relationship to themselves, or the same person as themselves.\n\
         Nothing was recorded.\n\
         Put it right and run it again.\n"
    );
    assert_eq!(
        desk.refused(&["episode", "end", &zoe, &amira]).1.lines().last(),
        Some("Look for it with holdfast search, or with the list of its verb.")
    );
    let told = desk.json(&["send"])["sentences"].clone();
    assert_eq!(told[2], "When you have an enrol code: holdfast enrol CODE");
}
