//! The journey of the first issue by the command line: with no network, to the hub, to a verdict.

use hub::{EntryName, NewVerdict};
use journal::Decision;
use serde_json::json;
use testkit::TestHub;

use crate::{Desk, example_visit};

fn verdict(hub: &TestHub, reference: &str, decision: Decision, cause: &str, central: &str) {
    let entry: EntryName = reference.parse().unwrap();
    let new = NewVerdict { entry, decision, cause: cause.to_owned(), reference: central.to_owned() };
    let state = hub.state().unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(state.make_verdict(new)).unwrap();
}

/// The state of the one record, wherever the outbox lists it.
fn state(desk: &Desk) -> String {
    let outbox = desk.json(&["outbox"]);
    let rows = ["needs_you", "waiting", "received"].map(|list| outbox[list].as_array().unwrap().clone());
    let rows: Vec<_> = rows.into_iter().flatten().collect();
    assert_eq!(rows.len(), 1, "one record in one place");
    rows[0]["state"].as_str().unwrap().to_owned()
}

#[test]
fn a_visit_to_two_siblings_goes_from_a_desk_with_no_network_into_the_central_record() {
    let mut hub = TestHub::start().unwrap();
    let desk = Desk::new();
    let made = desk.done(&["init", "--name", "Ruth Exemplar", "--role", "Social worker"]);
    assert!(made.contains("Recovery code: "), "{made}");
    for child in ["Zoë Example", "Sam Example"] {
        desk.done(&["person", "add", "--name", child]);
    }
    let filed = desk.done(&[
        "record",
        "new",
        "--form",
        "visit",
        "--answers",
        &example_visit(),
        "--event-time",
        "2026-11-20T15:30",
    ]);
    assert!(filed.starts_with("Visit filed to 2 children. Reference "), "{filed}");
    assert!(filed.contains("Filed – waiting to send"), "{filed}");
    assert!(desk.done(&["status"]).starts_with("1 filed = 0 received + 1 waiting + 0 needs you\n"));
    assert_eq!(state(&desk), "waiting");
    assert_eq!(desk.refused(&["send"]).0, 4, "not enrolled yet");

    let code = hub.enrol_code().unwrap().to_string();
    assert!(desk.done(&["enrol", &code]).starts_with("Enrolled at http://127.0.0.1:"));
    hub.stop().unwrap();
    let (exit, said) = desk.refused(&["send"]);
    assert_eq!(exit, 4);
    assert!(said.starts_with("The hub cannot be reached.\nYour records are safe on this device"), "{said}");
    hub.restart().unwrap();
    desk.done(&["send"]);
    assert_eq!(state(&desk), "sent");
    let outbox = desk.done(&["outbox"]);
    assert!(outbox.contains(" for Sam Example, Zoë Example, 20 Nov 2026, 15:30. Sent. Received "), "{outbox}");
    assert!(desk.done(&["status"]).starts_with("1 filed = 1 received + 0 waiting + 0 needs you\n"));
    let at_the_hub = hub.custody().unwrap();
    assert_eq!((at_the_hub.records, at_the_hub.sent, at_the_hub.adds_up()), (1, 1, true));

    let row = desk.json(&["outbox"])["received"][0].clone();
    let reference = row["reference"].as_str().unwrap();
    let by_reference = desk.json(&["record", "show", &reference.to_lowercase().replace('-', " ")]);
    assert_eq!(by_reference["record"]["id"], row["id"], "what is on the receipt finds the record");
    assert_eq!(desk.refused(&["record", "show", "0000-0000"]).0, 2);
    verdict(&hub, reference, Decision::NeedsPerson, "school code 999 is not known", "");
    desk.done(&["send"]);
    assert_eq!(state(&desk), "needs_you");
    let outbox = desk.done(&["outbox"]);
    assert!(outbox.contains("Needs you. The central system says: school code 999 is not known."), "{outbox}");
    assert!(desk.done(&["status"]).starts_with("1 filed = 0 received + 0 waiting + 1 needs you\n"));

    verdict(&hub, reference, Decision::Accepted, "", "0083321");
    desk.done(&["send"]);
    assert_eq!(state(&desk), "in_central_record");
    let outbox = desk.done(&["outbox"]);
    assert!(outbox.contains("In the central record. Confirmed "), "{outbox}");
    assert!(outbox.contains(", 0083321."), "letter for letter: {outbox}");

    desk.done(&["send"]);
    let at_the_hub = hub.custody().unwrap();
    assert_eq!((at_the_hub.records, at_the_hub.accepted), (1, 1), "sent again, it is still one");
    let checked = desk.json(&["check"]);
    assert_eq!((&checked["sound"], &checked["faults"]), (&json!(true), &json!([])));
    assert!(desk.done(&["check"]).ends_with("The casebook is sound.\n"));
}

#[test]
fn an_enrol_code_that_is_mistyped_used_or_unknown_says_which() {
    let hub = TestHub::start().unwrap();
    let code = hub.enrol_code().unwrap().to_string();
    let (first, second) = (Desk::with_casebook(), Desk::with_casebook());
    let (exit, said) = first.refused(&["enrol", "HF1-nonsense"]);
    assert_eq!(exit, 2);
    assert!(said.starts_with("That enrol code is mistyped"), "{said}");
    first.done(&["enrol", &code]);
    let (exit, said) = second.refused(&["enrol", &code]);
    assert_eq!(exit, 4);
    assert!(said.starts_with("That enrol code was used on another device."), "{said}");
}

#[test]
fn a_hub_put_back_to_before_this_device_asks_for_a_new_code() {
    let mut hub = TestHub::start().unwrap();
    let before = hub.snapshot().unwrap();
    let desk = Desk::with_casebook();
    desk.done(&["enrol", &hub.enrol_code().unwrap().to_string()]);
    hub.restore_from(before).unwrap();
    let (exit, said) = desk.refused(&["send"]);
    assert_eq!(exit, 4);
    assert!(said.starts_with("The hub does not know this device."), "{said}");
    assert!(said.contains("Nothing is lost.") && said.contains("new enrol code"), "{said}");
    assert_eq!(desk.json(&["send"])["error"]["code"], "hub_unknown_device");
    desk.done(&["enrol", &hub.enrol_code().unwrap().to_string()]);
    desk.done(&["send"]);
}
