//! What a draft begins with, and what stands beside it: earlier records, the form's own rules, links.

use app::{
    drafts::{OpenDraft, StartDraft, beside, check_draft, open_draft, save_draft, start_draft},
    records::file_draft,
};
use domain::{PersonId, RecordId};
use serde_json::{Map, Value, json};

use crate::{
    filing::visit,
    world::{World, asks, asks_text, object, own_form},
};

fn start(world: &World, form: &str, children: &[PersonId]) -> StartDraft {
    world.minutes(1);
    StartDraft { form: form.to_owned(), children: children.to_vec(), ..StartDraft::default() }
}

fn begun(world: &World, start: StartDraft) -> OpenDraft {
    start_draft(&world.session(), start).unwrap()
}

fn contact(world: &World) -> Value {
    json!({
        "when_date": world.today(), "when_time": "08:15", "channel": { "choice": "phone" },
        "source": { "choice": "1a_family" }, "summary_line": "Nan is worried", "about_whom": { "choice": "on_form" },
        "concern": "He has not been at school.", "danger_now": "no", "consent": { "choice": "agreed" },
        "adults": [{ "id": "1", "answers": { "adult_who": { "name": "Nan Example" } } }],
        "history": { "choice": "nothing" }, "outcome": { "choice": "referral" }, "rationale": "Needs an assessment.",
        "decided_by": { "name": "Priya Lead" }, "decided_date": world.today(), "decided_time": "08:45",
    })
}

#[test]
fn start_from_last_time_takes_what_may_still_be_true_and_marks_it() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    world.plain("visit", visit(&[("Zoë Example", true), ("Sam Example", true)])).unwrap();
    let draft = begun(&world, StartDraft { from_last: true, ..start(&world, "visit", &[zoe]) }).draft;
    assert_eq!(draft.answers["worries"], "The flat was cold.");
    assert!(!draft.answers.contains_key("when_date") && !draft.answers.contains_key("when_time"), "it was another day");
    let about: Vec<&String> = draft.answers["each_child"].as_object().unwrap().keys().collect();
    assert_eq!(about, [&zoe.to_string()], "what Sam said is not Zoë's");
    let marked: Vec<&String> = draft.answers.keys().collect();
    assert!(marked.iter().all(|question| draft.carried.contains(question)), "each is marked to be checked");

    let mut changed = draft.answers.clone();
    changed.insert("worries".into(), json!("Warm now."));
    save_draft(&world.session(), draft.id, changed, 1, None).unwrap();
    let carried = open_draft(&world.session(), draft.id).unwrap().draft.carried;
    assert!(!carried.contains(&"worries".to_owned()) && carried.contains(&"what_happened".to_owned()));

    let both = begun(&world, StartDraft { from_last: true, ..start(&world, "visit", &[zoe, sam]) }).draft;
    assert!(both.answers.is_empty(), "of two children nobody can say whose last time it was");
}

#[test]
fn an_answer_of_an_older_version_is_carried_only_as_the_newer_one_asks_it() {
    let world = World::of_editor();
    let zoe = world.child("Zoë Example");
    let choices = json!([{ "id": "a", "label": "A" }]);
    world.publish(&own_form("ours", json!([asks_text("same"), asks_text("kind")])));
    let id = world.draft("ours", &[zoe], json!({ "same": "still so", "kind": "a text" }));
    file_draft(&world.session(), id).unwrap();
    world.publish(&own_form(
        "ours",
        json!([asks_text("same"), asks("kind", json!({ "type": "one_choice", "choices": choices }))]),
    ));
    let draft = begun(&world, StartDraft { from_last: true, ..start(&world, "ours", &[zoe]) }).draft;
    assert_eq!(Value::Object(draft.answers), json!({ "same": "still so" }));
}

#[test]
fn a_contact_goes_on_as_a_referral_without_retyping() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let id = world.draft("contact", &[zoe], contact(&world));
    let filed = file_draft(&world.session(), id).map_err(|fault| format!("{fault:?}")).unwrap().row.record.id;
    let go_on = StartDraft { goes_on_from: Some(filed), ..start(&world, "referral", &[zoe]) };
    let open = begun(&world, go_on);
    let answers = &open.draft.answers;
    assert_eq!(answers["concern"], "He has not been at school.");
    assert_eq!(answers["adults"][0]["answers"]["adult_who"]["name"], "Nan Example");
    assert_eq!((&answers["contact_date"], &answers["contact_time"]), (&json!(world.today()), &json!("08:15")));
    assert_eq!(answers["reason"], "Needs an assessment.", "taken over because the contact says so");
    for anew in ["referral_outcome", "told_back", "worker", "first_seen_by"] {
        assert!(!answers.contains_key(anew), "{anew} is asked anew");
    }
    assert!(answers.keys().all(|question| open.draft.carried.contains(question)), "all of it is marked");
    assert_eq!(open.draft.goes_on_from, Some(filed));
}

#[test]
fn what_is_about_the_act_itself_is_asked_anew() {
    let world = World::of_editor();
    let zoe = world.child("Zoë Example");
    let day = asks("day", json!({ "type": "date" }));
    let mut day_asked = day.clone();
    day_asked["required"] = json!(true);
    let form = |id: &str| {
        let signed = asks("signed", json!({ "type": "signature" }));
        let mut form =
            own_form(id, json!([day_asked, asks_text("decision"), asks_text("reason"), asks_text("story"), signed]));
        form["event_time"] = json!({ "question": "day" });
        form
    };
    world.publish(&form("one"));
    world.publish(&form("two"));
    let answers = json!({
        "day": world.today(), "decision": "No", "reason": "Because", "story": "Long", "signed": { "name": "Ruth" },
    });
    let id = world.draft("one", &[zoe], answers);
    let filed = file_draft(&world.session(), id).unwrap().row.record.id;
    let draft = begun(&world, StartDraft { goes_on_from: Some(filed), ..start(&world, "two", &[zoe]) }).draft;
    assert_eq!(Value::Object(draft.answers), json!({ "story": "Long" }));
    let filed = file_draft_with_day(&world, draft.id);
    let record = app::records::open_record(&world.session(), filed).unwrap();
    assert!(record.goes_on_from.is_some(), "the record says what it goes on from");
}

fn file_draft_with_day(world: &World, id: domain::DraftId) -> RecordId {
    let open = open_draft(&world.session(), id).unwrap().draft;
    let mut answers = open.answers;
    answers.insert("day".into(), json!(world.today()));
    save_draft(&world.session(), id, answers, open.revision, None).unwrap();
    file_draft(&world.session(), id).unwrap().row.record.id
}

#[test]
fn what_a_record_says_of_a_child_who_is_not_on_the_next_form_is_not_carried() {
    let world = World::of_editor();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let each = || json!([asks("each", json!({ "type": "each_child", "questions": [asks_text("said")] }))]);
    world.publish(&own_form("one", each()));
    world.publish(&own_form("two", each()));
    let said: Map<String, Value> =
        [zoe, sam].map(|child| (child.to_string(), json!({ "said": "words" }))).into_iter().collect();
    let id = world.draft("one", &[zoe, sam], json!({ "each": said }));
    let filed = file_draft(&world.session(), id).unwrap().row.record.id;
    let draft = begun(&world, StartDraft { goes_on_from: Some(filed), ..start(&world, "two", &[zoe]) }).draft;
    assert_eq!(Value::Object(draft.answers), json!({ "each": { zoe.to_string(): { "said": "words" } } }));
}

#[test]
fn a_link_fills_in_questions_of_the_form_and_nothing_else() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let prefill = object(json!({ "title": "From a task", "no_such_question": "x" }));
    let draft = begun(&world, StartDraft { prefill, ..start(&world, "case_note", &[zoe]) }).draft;
    assert_eq!((&draft.answers["title"], &draft.carried), (&json!("From a task"), &vec!["title".to_owned()]));
    assert!(!draft.answers.contains_key("no_such_question"));
}

#[test]
fn the_form_fills_in_what_it_knows_and_marks_none_of_it() {
    let world = World::of_editor();
    let zoe = world.child("Zoë Example");
    let filled = |id: &str, with: &str, kind: &str| {
        let mut question = asks(id, json!({ "type": kind }));
        question["prefill"] = json!(with);
        question
    };
    let today = filled("day", "today", "date");
    let questions = [today, filled("who", "author_name", "short_text"), filled("child", "child_name", "short_text")];
    world.publish(&own_form("ours", json!(questions)));
    let one = begun(&world, start(&world, "ours", &[zoe])).draft;
    assert_eq!(
        Value::Object(one.answers),
        json!({ "day": world.today(), "who": "Ruth Exemplar", "child": "Zoë Example" })
    );
    assert!(one.carried.is_empty());
    let sam = world.child("Sam Example");
    let two = begun(&world, start(&world, "ours", &[zoe, sam])).draft;
    assert!(!two.answers.contains_key("child"), "of two children neither is the child");
}

#[test]
fn the_last_answer_is_shown_above_a_question_that_asks_for_it() {
    let world = World::of_editor();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let mut home = asks_text("home");
    home["echo"] = json!(true);
    let mut said = asks_text("said");
    said["echo"] = json!(true);
    let each = asks("each", json!({ "type": "each_child", "questions": [said] }));
    world.publish(&own_form("ours", json!([home, each, asks_text("quiet")])));
    let about = |text: &str| json!({ "said": text });
    let said = json!({ zoe.to_string(): about("Zoë's"), sam.to_string(): about("Sam's") });
    for home in ["Cold", "Warm"] {
        let id = world.draft("ours", &[zoe, sam], json!({ "home": home, "each": said, "quiet": "not shown" }));
        file_draft(&world.session(), id).unwrap();
        world.minutes(1);
    }
    let open = begun(&world, start(&world, "ours", &[zoe]));
    let last = beside(&world.session(), &open).unwrap().last;
    let shown: Vec<(&str, &str)> = last.iter().map(|(path, last)| (path.as_str(), last.answer.as_str())).collect();
    let her_path = format!("each/{zoe}/said");
    assert_eq!(shown, [(her_path.as_str(), "Zoë's"), ("home", "Warm")], "nothing that Sam said is handed over");
}

#[test]
fn a_voice_that_was_empty_three_times_is_asked_after_until_it_is_heard() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let voice_empty = || {
        let open = begun(&world, start(&world, "visit", &[zoe]));
        (beside(&world.session(), &open).unwrap().voice_empty, open.draft.id)
    };
    for time in 0..3 {
        assert!(voice_empty().0.is_empty(), "after {time} visits");
        world.minutes(30);
        world.plain("visit", visit(&[("Zoë Example", false)])).unwrap();
    }
    let (names, draft) = voice_empty();
    assert_eq!(names, ["Zoë Example"]);
    assert_eq!(check_draft(&world.session(), draft).unwrap().voice_empty, ["Zoë Example"]);
    let speaks = json!({ "each_child": { zoe.to_string(): { "seen": "yes", "own_words": "I am here." } } });
    save_draft(&world.session(), draft, object(speaks), 1, None).unwrap();
    assert!(check_draft(&world.session(), draft).unwrap().voice_empty.is_empty(), "it is heard this time");
    world.plain("visit", visit(&[("Zoë Example", true)])).unwrap();
    assert!(voice_empty().0.is_empty());
}

#[test]
fn the_same_visit_for_the_next_child_takes_nothing_that_is_of_the_first() {
    let world = World::of_editor();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let named = |id: &str, with: &str, kind: &str| {
        let mut question = asks(id, json!({ "type": kind }));
        question["prefill"] = json!(with);
        question
    };
    let mut day = asks("day", json!({ "type": "date" }));
    day["required"] = json!(true);
    let inside = json!([asks_text("who"), asks("mark", json!({ "type": "signature" }))]);
    let mut form = own_form(
        "ours",
        json!([
            day,
            named("name", "child_name", "short_text"),
            asks_text("said"),
            asks_text("home"),
            asks("signed", json!({ "type": "signature" })),
            asks("people", json!({ "type": "group", "item_name": "person", "questions": inside })),
        ]),
    );
    form["event_time"] = json!({ "question": "day" });
    form["marks"] = json!({ "voice": "said" });
    world.publish(&form);
    let person = json!([{ "id": "1", "answers": { "who": "Nan", "mark": { "name": "Nan" } } }]);
    let answers = json!({
        "day": world.today(), "name": "Zoë Example", "said": "I like it here", "home": "Warm",
        "signed": { "name": "Ruth" }, "people": person,
    });
    let id = world.draft("ours", &[zoe], answers);
    let record = file_draft(&world.session(), id).unwrap().row.record.id;
    let next = StartDraft { from_record: Some(record), ..start(&world, "ours", &[sam]) };
    let draft = begun(&world, next).draft;
    let people = json!([{ "id": "1", "answers": { "who": "Nan" } }]);
    let expected = json!({ "day": world.today(), "name": "Sam Example", "home": "Warm", "people": people });
    assert_eq!(Value::Object(draft.answers), expected);
    assert!(!draft.carried.contains(&"name".to_owned()), "the form filled that in anew");
}

#[test]
fn the_check_page_names_what_was_carried_over_until_each_answer_was_looked_at() {
    let world = World::of_editor();
    let zoe = world.child("Zoë Example");
    let each = asks("each", json!({ "type": "each_child", "questions": [asks_text("mood"), asks_text("said")] }));
    world.publish(&own_form("ours", json!([asks_text("home"), each])));
    let about = |mood: &str, said: &str| json!({ zoe.to_string(): { "mood": mood, "said": said } });
    let id = world.draft("ours", &[zoe], json!({ "home": "Warm", "each": about("calm", "Hello") }));
    file_draft(&world.session(), id).unwrap();
    let id = begun(&world, StartDraft { from_last: true, ..start(&world, "ours", &[zoe]) }).draft.id;
    let marked = || {
        let carried = check_draft(&world.session(), id).unwrap().carried;
        carried.into_iter().map(|(path, wording, about)| (path.to_string(), wording, about)).collect::<Vec<_>>()
    };
    let inner =
        |inner: &str| (format!("each/{zoe}/{inner}"), format!("What of {inner}?"), Some("Zoë Example".to_owned()));
    assert_eq!(marked(), [("home".into(), "What of home?".into(), None), inner("mood"), inner("said")]);
    let save = |answers: Value, revision| save_draft(&world.session(), id, object(answers), revision, None).unwrap();
    save(json!({ "home": "Cold", "each": about("worried", "Hello") }), 1);
    assert_eq!(marked(), [inner("said")]);
    let still = open_draft(&world.session(), id).unwrap().draft.carried;
    assert_eq!(still, ["each".to_owned(), inner("said").0], "one answer inside is not all of them");
    save(json!({ "home": "Cold", "each": about("worried", "Goodbye") }), 2);
    assert!(marked().is_empty() && open_draft(&world.session(), id).unwrap().draft.carried.is_empty());
}
