//! What comes in is never repeated in what goes wrong.

use api::COMMANDS;
use serde_json::{Value, json};

use crate::{World, sample};

const CANARY: &str = "CANARY-Zoe-Secretname";

/// Every text of a request replaced, one at a time, each in the two ways a text can be wrong.
fn spoiled(request: &Value) -> Vec<Value> {
    let mut all = vec![json!(CANARY), json!({ CANARY: CANARY }), json!([CANARY])];
    for (name, value) in request.as_object().unwrap() {
        for wrong in
            [json!(CANARY), json!({ CANARY: CANARY }), json!([CANARY]), json!({ "id": CANARY, "answers": CANARY })]
        {
            let mut spoiled = request.clone();
            spoiled[name] = wrong;
            all.push(spoiled);
        }
        if value.is_array() {
            let mut spoiled = request.clone();
            spoiled[name] = json!([[CANARY]]);
            all.push(spoiled);
        }
    }
    all
}

#[test]
fn no_fault_repeats_what_was_sent() {
    let world = World::open();
    // Unlocking and making are tried with wrong secrets in the tests of app; here they are open.
    for command in COMMANDS.iter().filter(|command| !["lock", "create_casebook"].contains(&command.name)) {
        for request in spoiled(&sample(command.request)) {
            if let Err(error) = world.call(command.name, request) {
                let text = format!("{} {error:?}", serde_json::to_string(&error).unwrap());
                assert!(!text.contains(CANARY), "{}: {text}", command.name);
            }
        }
    }
}

#[test]
fn what_cannot_be_filed_is_told_by_question_and_never_by_answer() {
    let world = World::open();
    let zoe = world.call("add_person", sample("AddPersonRequest")).unwrap();
    let draft =
        world.call("start_draft", json!({ "form": "visit", "children": [zoe["id"]], "from_record": null })).unwrap();
    let answers = json!({
        "visit_kind": { "choice": CANARY }, "when_date": CANARY, "when_time": CANARY, "announced": CANARY,
        "how": { "choice": CANARY }, "each_child": { zoe["id"].as_str().unwrap(): { "seen": CANARY } },
        "others": [{ "id": "1", "answers": { "other_who": CANARY } }], "what_happened": [CANARY], "plan_kinds": CANARY,
    });
    let save = json!({ "id": draft["id"], "answers": answers, "revision": 1, "place": null });
    world.call("save_draft", save).unwrap();
    let refused = world.call("file_draft", json!({ "id": draft["id"] })).unwrap_err();
    let problems = &refused.args["problems"];
    assert!(problems.contains("when_date: "), "{problems}");
    assert!(!format!("{refused:?}").contains(CANARY) && !problems.contains("Zoë"), "{problems}");
}

#[test]
fn a_request_or_a_view_that_is_printed_shows_no_name_and_no_answer() {
    fn shown<T: serde::de::DeserializeOwned + std::fmt::Debug>(value: Value) -> String {
        format!("{:?}", Some(serde_json::from_value::<T>(value).unwrap()))
    }
    let child = json!({ "id": CANARY, "name": CANARY });
    let row = json!({
        "path": "who", "question": "Who?", "about": null, "answer": CANARY, "answered": true, "not_known_because": null,
        "kind": "signature", "value": { "name": CANARY },
    });
    let all = [
        shown::<api::AddPersonRequest>(json!({ "fields": { "name": CANARY } })),
        shown::<api::AuthorView>(json!({ "name": CANARY, "role": CANARY, "team": null })),
        shown::<api::ListPeopleRequest>(json!({ "search": CANARY, "limit": null })),
        shown::<api::SaveDraftRequest>(json!({ "id": "1", "answers": { "q": CANARY }, "revision": 1, "place": null })),
        shown::<api::PhonedLeadRequest>(json!({ "id": "1", "who": CANARY })),
        shown::<api::ChildOnForm>(child),
        shown::<api::AnswerRow>(row.clone()),
        shown::<api::AnswerSection>(json!({ "id": "s", "title": "S", "rows": [row] })),
        shown::<api::StartDraftRequest>(
            json!({ "form": "visit", "children": [], "from_record": null, "prefill": { "title": CANARY } }),
        ),
        shown::<api::ColumnTarget>(json!({ "header": "h", "target": "extra", "example": CANARY })),
        shown::<api::ExportedView>(json!({ "rows": 1, "download": ["answers.csv", CANARY] })),
        shown::<api::StateLine>(json!({ "code": "x", "args": { "cause": CANARY } })),
    ];
    for text in all {
        assert!(text.starts_with("Some(") && text.ends_with("(..))"), "{text}");
    }
}

#[test]
fn requests_that_carry_a_secret_cannot_be_printed() {
    // A type implements `Debug` or not: a method of the type itself is found before the trait's.
    struct Ask<T>(std::marker::PhantomData<T>);
    trait No {
        fn prints(&self) -> bool {
            false
        }
    }
    impl<T> No for Ask<T> {}
    impl<T: std::fmt::Debug> Ask<T> {
        fn prints(&self) -> bool {
            true
        }
    }
    macro_rules! silent {
        ($($secret:ty),*) => { $(
            assert!(!Ask::<$secret>(std::marker::PhantomData).prints(), "{} can be printed", stringify!($secret));
        )* };
    }
    silent!(
        api::UnlockRequest,
        api::CreateCasebookRequest,
        api::ChangePassphraseRequest,
        api::JudgePassphraseRequest,
        api::RecoverySheetView,
        api::GroupBack,
        api::EnrolRequest
    );
    assert!(Ask::<api::Nothing>(std::marker::PhantomData).prints(), "the question itself works");
}
