//! Every command of the list, with the casebook locked, open and not there.

use api::{COMMANDS, Code};
use serde_json::json;

use crate::{World, sample};

/// What may be asked with no casebook open: the code that each then gives on a sample request where
/// there is no casebook, and where there is one that is locked; none where it succeeds.
const WITHOUT_SESSION: &[(&str, Option<Code>, Option<Code>)] = &[
    ("session", None, None),
    ("judge_passphrase", None, None),
    ("begin_casebook", None, Some(Code::CasebookExists)),
    // With a code begun just before, a screen without dialogs still cannot save it.
    ("save_recovery_code", Some(Code::NoDialog), Some(Code::RecoveryNotBegun)),
    // No group was typed back.
    ("create_casebook", Some(Code::GroupsDiffer), Some(Code::CasebookExists)),
    ("unlock", Some(Code::NoCasebook), None),
    // Locking twice is no fault.
    ("lock", None, None),
];

/// Gives every command; `before` each.
fn give_all(world: &World, locked: bool, before: impl Fn()) {
    for command in COMMANDS {
        before();
        let answer = world.call(command.name, sample(command.request)).map_err(|error| error.code);
        match WITHOUT_SESSION.iter().find(|(name, _, _)| *name == command.name) {
            Some((_, none, closed)) => {
                let expected = if locked { closed } else { none };
                assert_eq!(answer.as_ref().err(), expected.as_ref(), "{}", command.name);
            }
            None => assert_eq!(answer.unwrap_err(), Code::Locked, "{}", command.name),
        }
    }
}

#[test]
fn with_no_casebook_every_command_answers_locked_or_is_on_the_short_list() {
    give_all(&World::empty(), false, || ());
}

#[test]
fn with_the_casebook_locked_every_command_answers_locked_or_is_on_the_short_list() {
    let world = World::open();
    give_all(&world, true, || world.app.lock(None).unwrap());
}

#[test]
fn every_request_refuses_a_field_that_it_does_not_know() {
    let world = World::empty();
    for command in COMMANDS {
        let mut request = sample(command.request);
        request.as_object_mut().unwrap().insert("admin".to_owned(), json!(true));
        let refused = world.call(command.name, request).unwrap_err();
        assert_eq!(refused.code, Code::BadRequest, "{}", command.name);
    }
}

#[test]
fn a_command_that_is_not_in_the_list_is_refused() {
    let world = World::empty();
    for name in ["", "Session", "file_draft ", "drop_table", "session/"] {
        assert_eq!(world.call(name, json!({})).unwrap_err().code, Code::BadRequest, "{name}");
    }
}

#[test]
fn what_is_no_object_is_refused() {
    let world = World::empty();
    for payload in [json!(null), json!([]), json!("text"), json!(1)] {
        assert_eq!(world.call("add_person", payload.clone()).unwrap_err().code, Code::BadRequest, "{payload}");
    }
}

#[test]
fn a_day_of_work_goes_through_the_commands() {
    let world = World::open();
    let zoe = world.call("add_person", json!({ "fields": { "name": "Zoë Example" } }));
    let zoe = zoe.unwrap()["id"].clone();
    let draft =
        world.call("start_draft", json!({ "form": "case_note", "children": [zoe], "from_record": null })).unwrap();
    let saved = world
        .call(
            "save_draft",
            json!({ "id": draft["id"], "answers": { "when_date": "half" }, "revision": draft["revision"], "place": "about#when_date" }),
        )
        .unwrap();
    assert_eq!(saved["revision"], 2);
    let open = world.call("open_draft", json!({ "id": draft["id"] })).unwrap();
    assert_eq!(open["answers"]["when_date"], "half", "what was typed is kept, valid or not");
    assert_eq!(open["place"], "about#when_date");
    let refused = world.call("file_draft", json!({ "id": draft["id"] })).unwrap_err();
    assert_eq!(refused.code, Code::NotReady);
    let status = world.call("status", json!({})).unwrap();
    assert_eq!((&status["custody"]["filed"], &status["custody"]["drafts"]), (&json!(0), &json!(1)));
    assert_eq!(world.call("send_now", json!({})).unwrap_err().code, Code::NotEnrolled);

    world.call("lock", json!({ "place": "/drafts" })).unwrap();
    assert_eq!(world.call("session", json!({})).unwrap()["standing"], "locked");
    let again = world.call("unlock", json!({ "way": "passphrase", "secret": crate::PASSPHRASE })).unwrap();
    assert_eq!((&again["standing"], &again["place"]), (&json!("open"), &json!("/drafts")));
    drop(world.folder);
}
