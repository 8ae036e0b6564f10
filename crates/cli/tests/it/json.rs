//! Every verb answers in JSON when it is asked to, and so does every fault.

use crate::{Desk, PASSPHRASE, example_visit};

#[test]
fn every_verb_answers_in_json_and_status_adds_up() {
    let desk = Desk::new();
    let made = desk.json(&["init"]);
    assert_eq!(made["recovery_code"].as_str().unwrap().len(), 35);
    let zoe = desk.json(&["person", "add", "--name", "Zoë Example"])["id"].as_str().unwrap().to_owned();
    desk.json(&["person", "add", "--name", "Sam Example", "--date-of-birth", "2024-02-03"]);
    desk.json(&["person", "amend", &zoe, "--known-as", "Zo"]);
    assert_eq!(desk.json(&["person", "list", "--search", "zo"])["total"], 1);
    let filed = desk.json(&["record", "new", "--form", "visit", "--answers", &example_visit()]);
    let record = filed["record"]["id"].as_str().unwrap().to_owned();
    let recorded = filed["record"]["recorded"].as_str().unwrap();
    assert!(chrono::DateTime::parse_from_rfc3339(recorded).is_ok(), "machines get {recorded}");
    assert_eq!(desk.json(&["person", "show", &zoe])["timeline"]["total"], 1);
    assert_eq!(desk.json(&["record", "show", &record])["people"].as_array().unwrap().len(), 2);
    desk.json(&["record", "hold", &record]);
    assert_eq!(desk.json(&["outbox"])["waiting"][0]["state"], "paused");
    desk.json(&["record", "release", &record]);
    desk.json(&["record", "phoned", &record, "--who", "Priya Lead"]);
    desk.json(&["draft", "list"]);
    let forms = std::fs::read_dir(format!("{}/../../forms", std::env::var("CARGO_MANIFEST_DIR").unwrap())).unwrap();
    let shipped = forms.filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|ending| ending == "json"));
    assert_eq!(desk.json(&["form", "list"])["forms"].as_array().unwrap().len(), shipped.count());
    desk.json(&["form", "show", "visit"]);
    desk.json(&["settings"]);
    desk.json(&["responses", "list"]);
    desk.json(&["responses", "imports"]);
    assert_eq!(desk.json(&["check"])["sound"], true);
    desk.json(&["rebuild"]);
    let new = desk.write("new", "quartz lantern eleven porridge\n");
    desk.json(&["passphrase", "--new-passphrase-file", new.to_str().unwrap()]);
    desk.write("passphrase", "quartz lantern eleven porridge\n");

    let count = desk.json(&["status"])["custody"].clone();
    let number = |name: &str| count[name].as_u64().unwrap();
    assert_eq!(number("filed"), number("received") + number("waiting") + number("needs_you"));
    assert_eq!(number("filed"), 1);

    assert_eq!(desk.json(&["send"])["error"]["code"], "not_enrolled");
    assert_eq!(desk.json(&["enrol", "x"])["error"]["code"], "enrol_code_mistyped");
    assert_eq!(desk.json(&["init"])["error"]["code"], "casebook_exists");
    desk.write("passphrase", PASSPHRASE);
    let wrong = desk.json(&["status"]);
    assert_eq!(wrong["error"]["code"], "wrong_passphrase");
    assert_eq!(wrong["sentences"].as_array().unwrap().len(), 3, "what happened, what was kept, what to do next");
    desk.write("passphrase", "quartz lantern eleven porridge\n");
    for mistyped in
        [&["remember"] as &[&str], &["record", "new"], &["record", "new", "--form", "visit", "--answers", "nowhere"]]
    {
        assert_eq!(desk.json(mistyped)["error"]["code"], "usage", "{mistyped:?}");
        assert_eq!(desk.refused(mistyped).0, 2, "{mistyped:?}");
    }
}
