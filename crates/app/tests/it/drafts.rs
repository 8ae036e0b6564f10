//! Drafts: what is typed is kept, valid or not, and overwritten by nobody.

use app::{
    AppFault, Session,
    drafts::{self, OpenDraft, StartDraft, open_draft, save_draft, start_draft},
};
use domain::{DraftId, PersonId};
use serde_json::{Value, json};

use crate::{
    fault,
    world::{World, note, object},
};

fn open(world: &World, id: DraftId) -> OpenDraft {
    open_draft(&world.session(), id).unwrap()
}

fn answers(world: &World, id: DraftId) -> Value {
    Value::Object(open(world, id).draft.answers)
}

fn start(session: &Session, form: &str, children: &[PersonId]) -> Result<OpenDraft, AppFault> {
    start_draft(session, StartDraft { form: form.to_owned(), children: children.to_vec(), ..StartDraft::default() })
}

#[test]
fn half_typed_answers_survive_the_casebook_being_locked() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let typed = json!({
        "when_date": { "day": "3", "month": "", "year": "202" },
        "when_time": "14:",
        "note_kind": { "choice": "no_such_choice" },
        "title": "  School: third la",
        "present": [{ "id": "a", "answers": {} }],
        "what_happened": "Line one\n\n\tline \"two\" \u{0000} \u{1f9f8}",
        "a question of another version": [1, null, { "deep": true }],
    });
    let id = start(&world.session(), "case_note", &[zoe]).unwrap().draft.id;
    let place = Some("about#when_date".to_owned());
    save_draft(&world.session(), id, object(typed.clone()), 1, place.clone()).unwrap();
    world.lock();
    world.unlock().unwrap();
    let left = open(&world, id);
    assert_eq!(Value::Object(left.draft.answers), typed);
    assert_eq!(left.draft.place, place);
}

#[test]
fn a_save_over_an_older_revision_is_refused_and_overwrites_nothing() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let id = world.draft("case_note", &[zoe], json!({ "title": "first window" }));
    let revision = open(&world, id).draft.revision;
    for older in [0, 1, revision - 1, revision + 1, u32::MAX] {
        let late = save_draft(&world.session(), id, object(json!({ "title": "second window" })), older, None);
        assert!(matches!(fault(late), AppFault::DraftMoved), "{older}");
    }
    assert_eq!(answers(&world, id), json!({ "title": "first window" }));
    assert_eq!(open(&world, id).draft.revision, revision);
}

#[test]
fn a_draft_set_aside_keeps_its_answers_files_nothing_and_comes_back() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let id = world.draft("case_note", &[zoe], note(&world, "kept"));
    drafts::set_aside_draft(&world.session(), id).unwrap();
    let (in_use, aside) = drafts::list_drafts(&world.session()).unwrap();
    assert_eq!((in_use.len(), aside.len()), (0, 1));
    assert!(aside[0].set_aside.is_some());
    assert!(matches!(fault(app::records::file_draft(&world.session(), id)), AppFault::DraftSetAside));
    assert_eq!(app::delivery::status(&world.session()).unwrap().custody.drafts, 0);

    drafts::restore_draft(&world.session(), id).unwrap();
    let (in_use, aside) = drafts::list_drafts(&world.session()).unwrap();
    assert_eq!((in_use.len(), aside.len()), (1, 0));
    assert_eq!(answers(&world, id)["title"], "kept");
    app::records::file_draft(&world.session(), id).unwrap();
}

#[test]
fn answers_about_a_child_who_is_taken_off_come_back_with_the_child() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let each = json!({ zoe.to_string(): { "seemed": "Settled" }, sam.to_string(): { "seemed": "Tired" } });
    let id = world.draft("visit", &[zoe, sam], json!({ "each_child": each }));

    let without = drafts::set_children(&world.session(), id, vec![zoe]).unwrap();
    assert_eq!(without.children.len(), 1);
    let asked_of_sam =
        |open: &OpenDraft| open.walk.asked.iter().any(|asked| asked.path.to_string().contains(&sam.to_string()));
    assert!(!asked_of_sam(&without), "nothing is asked about a child who is not on the form");
    assert_eq!(answers(&world, id)["each_child"], each);

    let again = drafts::set_children(&world.session(), id, vec![sam, zoe, sam]).unwrap();
    assert_eq!(again.draft.people, [sam, zoe], "nobody is on a form twice");
    assert!(asked_of_sam(&again));
    assert_eq!(answers(&world, id)["each_child"], each);
}

#[test]
fn the_same_visit_for_the_next_child_carries_over_what_is_not_about_one_child() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let mut visit = crate::filing::visit(&[("Zoë Example", true)]);
    visit["others"] = json!([{ "other_who": "Nan", "other_relationship": "grandparent" }]);
    let filed = world.plain("visit", visit).unwrap();
    assert_eq!(filed.row.people[0].0, zoe);

    let next = StartDraft {
        form: "visit".into(),
        children: vec![sam, sam],
        from_record: Some(filed.row.record.id),
        ..StartDraft::default()
    };
    let next = start_draft(&world.session(), next).unwrap().draft;
    assert_eq!(next.people, [sam]);
    assert_eq!(next.answers["worries"], "The flat was cold.");
    assert!(next.answers.contains_key("others"));
    assert!(!next.answers.contains_key("each_child"), "what Zoë said is not what Sam said");
    let mut carried = next.carried.clone();
    carried.sort();
    let mut shared: Vec<String> = next.answers.keys().cloned().collect();
    shared.extend(["other_who", "other_relationship"].map(|inner| format!("others/1/{inner}")));
    shared.sort();
    assert_eq!(carried, shared, "each is marked until somebody has looked at it");

    let mut looked_at = next.answers.clone();
    looked_at.insert("worries".into(), json!("Sam coughs."));
    save_draft(&world.session(), next.id, looked_at, 1, None).unwrap();
    assert!(!open(&world, next.id).draft.carried.contains(&"worries".to_owned()));
}

#[test]
fn a_form_about_children_is_not_started_without_one_or_for_somebody_unknown() {
    let world = World::open();
    let nobody = PersonId(uuid::Uuid::nil());
    assert!(matches!(fault(start(&world.session(), "visit", &[])), AppFault::ChildNeeded));
    assert!(matches!(fault(start(&world.session(), "visit", &[nobody])), AppFault::NotFound { what: "person" }));
    assert!(matches!(fault(start(&world.session(), "no_such_form", &[])), AppFault::FormUnknown));
    assert_eq!(drafts::list_drafts(&world.session()).unwrap().0.len(), 0);
}

#[test]
fn a_draft_that_is_not_there_is_said_to_be_missing() {
    let world = World::open();
    let nothing = DraftId(uuid::Uuid::nil());
    let session = world.session();
    assert!(matches!(fault(open_draft(&session, nothing)), AppFault::NotFound { what: "draft" }));
    let saved = save_draft(&session, nothing, object(json!({})), 1, None);
    assert!(matches!(fault(saved), AppFault::NotFound { what: "draft" }));
    assert!(matches!(fault(app::records::file_draft(&session, nothing)), AppFault::NotFound { what: "draft" }));
}

#[test]
fn an_empty_draft_is_walked_and_checked_without_a_fault() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let forms: Vec<String> =
        drafts::list_forms(&world.session()).unwrap().iter().map(|form| form.form.definition().id.clone()).collect();
    assert_eq!(forms[..4], ["visit", "case_note", "contact", "consultation"], "what is used most comes first");
    assert!(forms.len() >= 40, "{} forms ship", forms.len());
    for form in forms {
        let id = start(&world.session(), &form, &[zoe]).unwrap().draft.id;
        let checked = drafts::check_draft(&world.session(), id).unwrap();
        assert!(!checked.problems.is_empty(), "{form}: something must be answered");
        let definition = checked.form.definition();
        let asked = definition.event_time.as_ref().and_then(|event| checked.form.question(&event.question));
        let filled_in = asked.is_some_and(|question| question.prefill.is_some());
        assert_eq!(checked.event_time.is_some(), filled_in, "{form}: nothing is guessed");
        assert_eq!(checked.days_after, filled_in.then_some(0), "{form}");
        assert!(matches!(fault(app::records::file_draft(&world.session(), id)), AppFault::NotReady { .. }));
    }
}
