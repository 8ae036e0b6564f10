//! Which version of a form is in force, and what it takes to publish one.

use app::{
    AppFault, FormInForce,
    drafts::{StartDraft, list_forms, start_draft},
    form_desk::{
        CompareForm, EditForm, compare_form, edit_form, forms_desk, open_form, open_form_draft, publish_form,
        publish_form_file, restore_form_draft, retire_form, save_form_draft, set_aside_form_draft,
    },
};
use serde_json::{Value, json};

use crate::{
    fault,
    world::{World, asks_text, own_form},
};

fn offered(world: &World, id: &str) -> Option<FormInForce> {
    let forms = list_forms(&world.session()).unwrap();
    forms.into_iter().find(|form| form.form.definition().id == id)
}

fn title(world: &World, id: &str) -> Option<String> {
    offered(world, id).map(|form| form.form.definition().title.clone())
}

fn definition(world: &World, id: &str) -> Value {
    serde_json::from_slice(offered(world, id).unwrap().form.resolved()).unwrap()
}

#[test]
fn a_published_form_stands_in_front_of_the_one_that_ships_until_another_is_published() {
    let world = World::of_editor();
    let shipped = offered(&world, "visit").unwrap();
    assert!(shipped.published.is_none());
    let draft = edit_form(&world.session(), EditForm::Form { id: "visit".into() }).unwrap().draft;
    let mut ours: Value = serde_json::from_str(&draft.definition).unwrap();
    ours["title"] = json!("Visit, as we make it");
    save_form_draft(&world.session(), draft.id, ours.to_string(), draft.revision).unwrap();
    let row = publish_form(&world.session(), draft.id, draft.revision + 1, draft.base, " Shorter title ").unwrap();
    let published = row.form.published.unwrap();
    assert_eq!((published.number, published.note.as_str()), (shipped.form.definition().number + 1, "Shorter title"));
    assert_eq!(title(&world, "visit").unwrap(), "Visit, as we make it");
    assert_eq!(forms_desk(&world.session()).unwrap().drafts, [], "a form draft ends when it is published");

    // A start of the app reads its own templates anew: none of them comes in front.
    world.lock();
    world.unlock().unwrap();
    assert_eq!(title(&world, "visit").unwrap(), "Visit, as we make it");

    world.minutes(1);
    let row = retire_form(&world.session(), "visit", Some("case_note".into()), "Two of one kind").unwrap();
    let note = title(&world, "case_note").unwrap();
    assert_eq!(row.use_instead.as_ref(), Some(&note));
    assert!(offered(&world, "visit").is_none());
    let zoe = world.child("Zoë Example");
    let start = StartDraft { form: "visit".into(), children: vec![zoe], ..StartDraft::default() };
    let refused = fault(start_draft(&world.session(), start));
    assert!(matches!(refused, AppFault::FormRetired { instead } if instead == note));

    ours["title"] = json!("Visit, once more");
    world.publish(&ours);
    assert_eq!(title(&world, "visit").unwrap(), "Visit, once more");
    let open = open_form(&world.session(), "visit", None).unwrap();
    let versions: Vec<(u32, bool)> = open.versions.iter().map(|version| (version.number, version.in_force)).collect();
    let first = shipped.form.definition().number;
    assert_eq!(versions, [(first + 2, true), (first + 1, false), (first, false)], "newest first, the shipped last");
    let old = open_form(&world.session(), "visit", Some(open.versions[1].hash)).unwrap();
    assert_eq!(old.form.definition().title, "Visit, as we make it", "an old version opens as it was");
}

#[test]
fn a_form_draft_that_cannot_be_published_is_kept_and_nothing_comes_in_force() {
    let world = World::of_editor();
    let session = world.session();
    let draft = edit_form(&session, EditForm::Form { id: "case_note".into() }).unwrap().draft;
    let unchanged = fault(publish_form(&session, draft.id, draft.revision, draft.base, "A note"));
    assert!(matches!(unchanged, AppFault::NothingChanged), "the number alone is no change");
    let mut changed: Value = serde_json::from_str(&draft.definition).unwrap();
    changed["title"] = json!("Note");
    save_form_draft(&session, draft.id, changed.to_string(), 1).unwrap();
    assert!(matches!(fault(publish_form(&session, draft.id, 2, draft.base, " \n")), AppFault::NoteNeeded));
    assert!(matches!(fault(publish_form(&session, draft.id, 1, draft.base, "A note")), AppFault::DraftMoved));
    assert!(matches!(fault(save_form_draft(&session, draft.id, "{}".into(), 1)), AppFault::DraftMoved));
    save_form_draft(&session, draft.id, "{ \"id\": \"case_no".into(), 2).unwrap();
    let faulty = fault(publish_form(&session, draft.id, 3, draft.base, "A note"));
    assert!(matches!(faulty, AppFault::FormHasFaults { number } if number > 0));
    let kept = open_form_draft(&session, draft.id).unwrap();
    assert_eq!((kept.draft.definition.as_str(), kept.draft.revision), ("{ \"id\": \"case_no", 3));
    assert!(kept.inspection.form.is_none() && !kept.inspection.faults.is_empty());
    let too_large = "x".repeat(9 << 20);
    assert!(matches!(fault(save_form_draft(&session, draft.id, too_large, 3)), AppFault::FormTooLarge));
    drop(session);
    let none_published = world.locked_journal().iter().all(|noted| noted.act.kind().0.as_str() != "form_published");
    assert!(none_published);
}

#[test]
fn what_filing_does_to_episodes_and_what_is_said_before_it_outlive_an_edit() {
    let world = World::of_editor();
    let before = definition(&world, "strategy_discussion");
    assert!(before["episodes"].as_array().is_some_and(|marks| !marks.is_empty()));
    assert!(before["notices"].as_array().is_some_and(|notices| !notices.is_empty()));
    let session = world.session();
    let draft = edit_form(&session, EditForm::Form { id: "strategy_discussion".into() }).unwrap().draft;
    let mut changed: Value = serde_json::from_str(&draft.definition).unwrap();
    changed["title"] = json!("Strategy discussion, as we hold it");
    changed["notices"].as_array_mut().unwrap().push(json!({ "text": "Phone the duty desk as well." }));
    save_form_draft(&session, draft.id, changed.to_string(), draft.revision).unwrap();
    publish_form(&session, draft.id, draft.revision + 1, draft.base, "Our own words").unwrap();
    let after = definition(&world, "strategy_discussion");
    assert_eq!(after["title"], "Strategy discussion, as we hold it");
    assert_eq!(after["episodes"], before["episodes"]);
    assert_eq!(after["notices"][0], before["notices"][0]);
    assert_eq!(after["notices"].as_array().unwrap().last(), Some(&json!({ "text": "Phone the duty desk as well." })));
}

#[test]
fn only_those_who_look_after_forms_change_publish_and_retire_them() {
    let world = World::open();
    let own = own_form("ours", json!([asks_text("what")]));
    let edit = || edit_form(&world.session(), EditForm::Blank { title: "Ours".into() });
    let publish = || publish_form_file(&world.session(), own.to_string().as_bytes(), "A note");
    let retire = || retire_form(&world.session(), "case_note", None, "A note");
    assert!(!forms_desk(&world.session()).unwrap().may_edit);
    assert!(matches!(fault(edit()), AppFault::NotAllowed));
    assert!(matches!(fault(publish()), AppFault::NotAllowed));
    assert!(matches!(fault(retire()), AppFault::NotAllowed));
    world.edits_forms(true);
    assert!(forms_desk(&world.session()).unwrap().may_edit);
    edit().unwrap();
    publish().unwrap();
    retire().unwrap();
    world.edits_forms(false);
    assert!(matches!(fault(publish()), AppFault::NotAllowed), "and no longer when the role has ended");
    let care = crate::world::care(&world.locked_journal());
    let role: Vec<&str> =
        care.iter().map(|(act, _)| act.as_str()).filter(|act| act.starts_with("forms_editor")).collect();
    assert_eq!(role, ["forms_editor_begun", "forms_editor_ended"], "taking the role is in the journal");
}

#[test]
fn a_form_is_retired_for_one_that_is_offered_and_is_another() {
    let world = World::of_editor();
    let retire = |id: &str, instead: Option<&str>, note: &str| {
        world.minutes(1);
        retire_form(&world.session(), id, instead.map(str::to_owned), note)
    };
    assert!(matches!(fault(retire("visit", None, " ")), AppFault::NoteNeeded));
    assert!(matches!(fault(retire("no_such_form", None, "A note")), AppFault::FormUnknown));
    assert!(matches!(fault(retire("visit", Some("visit"), "A note")), AppFault::FormUnknown));
    retire("contact", None, "A note").unwrap();
    assert!(matches!(fault(retire("visit", Some("contact"), "A note")), AppFault::FormUnknown));
    let zoe = world.child("Zoë Example");
    let start = StartDraft { form: "contact".into(), children: vec![zoe], ..StartDraft::default() };
    assert!(
        matches!(fault(start_draft(&world.session(), start)), AppFault::FormRetired { instead } if instead.is_empty())
    );
}

#[test]
fn what_was_begun_on_a_form_can_be_filed_after_it_is_retired() {
    let world = World::of_editor();
    let zoe = world.child("Zoë Example");
    let draft = world.draft("case_note", &[zoe], crate::world::note(&world, "begun before"));
    world.minutes(1);
    retire_form(&world.session(), "case_note", None, "A note").unwrap();
    app::records::file_draft(&world.session(), draft).unwrap();
}

#[test]
fn a_copy_is_a_form_of_its_own_and_takes_in_no_answers_of_the_other() {
    let world = World::of_editor();
    let imported = include_bytes!("../../../exchange/tests/data/responses/duty_visit.json");
    publish_form_file(&world.session(), imported, "From Google Forms").unwrap();
    let id = "google_0a1b2c3d4e5f";
    assert!(definition(&world, id)["source"].is_object());
    let copy = EditForm::Copy { id: id.into(), title: "Duty visit, ours".into() };
    let copy = edit_form(&world.session(), copy).unwrap().draft;
    let copied: Value = serde_json::from_str(&copy.definition).unwrap();
    assert_eq!((&copied["id"], &copied["number"]), (&json!("duty_visit_ours"), &json!(1)));
    assert_eq!(copied["source"], Value::Null);
    assert!(copy.base.is_none());
    let row = publish_form(&world.session(), copy.id, copy.revision, copy.base, "Our own").unwrap();
    assert_eq!(row.form.form.definition().id, "duty_visit_ours");
}

#[test]
fn a_version_that_was_published_in_between_is_never_replaced_unseen() {
    let world = World::of_editor();
    let session = world.session();
    let begin = || edit_form(&session, EditForm::Form { id: "case_note".into() }).unwrap().draft;
    let drafts = [begin(), begin()];
    for (number, draft) in drafts.iter().enumerate() {
        let mut changed: Value = serde_json::from_str(&draft.definition).unwrap();
        changed["title"] = json!(format!("Case note {number}"));
        save_form_draft(&session, draft.id, changed.to_string(), 1).unwrap();
    }
    publish_form(&session, drafts[0].id, 2, drafts[0].base, "The first").unwrap();
    let refused = fault(publish_form(&session, drafts[1].id, 2, drafts[1].base, "The second"));
    assert!(matches!(refused, AppFault::FormMoved));
    let shown = compare_form(&session, CompareForm::Draft(drafts[1].id)).unwrap();
    assert!(shown.behind, "the comparison says that somebody was faster");
    publish_form(&session, drafts[1].id, 2, shown.old, "Having looked").unwrap();
    assert_eq!(title(&world, "case_note").unwrap(), "Case note 1");
}

#[test]
fn a_new_form_takes_an_id_that_no_form_has() {
    let world = World::of_editor();
    for (title, id) in [("Visit", "visit_2"), ("ביקור", "form"), ("  Tea & talk! ", "tea_talk"), ("End", "form_2")]
    {
        let blank = EditForm::Blank { title: title.into() };
        let draft = edit_form(&world.session(), blank).unwrap();
        let made: Value = serde_json::from_str(&draft.draft.definition).unwrap();
        assert_eq!(made["id"], id, "{title}");
        assert!(draft.inspection.faults.is_empty(), "{title}: it can be filled as it is");
    }
    assert!(matches!(fault(edit_form(&world.session(), EditForm::Blank { title: " ".into() })), AppFault::NameEmpty));
}

#[test]
fn a_version_of_another_laptop_is_in_force_once_its_definition_is_here() {
    let (one, two) = (World::of_editor(), World::of_editor());
    let mut theirs = definition(&one, "visit");
    theirs["title"] = json!("Visit of the other laptop");
    one.publish(&theirs);
    let bytes = offered(&one, "visit").unwrap().form.resolved().to_vec();
    let shipped = title(&two, "visit").unwrap();
    two.receive(&one.entries());
    assert_eq!(title(&two, "visit").unwrap(), shipped, "what cannot be read yet takes nothing away");
    two.lock();
    two.beneath().blobs().put(bytes.as_slice()).unwrap();
    two.unlock().unwrap();
    assert_eq!(title(&two, "visit").unwrap(), "Visit of the other laptop");

    let mut ours = theirs.clone();
    ours["title"] = json!("Visit, once more");
    two.minutes(5);
    two.publish(&ours);
    let row = open_form(&two.session(), "visit", None).unwrap();
    let numbers: Vec<u32> = row.versions.iter().map(|version| version.number).collect();
    assert!(numbers.windows(2).all(|pair| pair[0] == pair[1] + 1), "numbers go on from theirs: {numbers:?}");
    assert_eq!(title(&two, "visit").unwrap(), "Visit, once more");
}

#[test]
fn a_form_draft_that_is_set_aside_is_not_published() {
    let world = World::of_editor();
    let draft = edit_form(&world.session(), EditForm::Form { id: "visit".into() }).unwrap().draft;
    let mut ours: Value = serde_json::from_str(&draft.definition).unwrap();
    ours["title"] = json!("Visit, as we make it");
    save_form_draft(&world.session(), draft.id, ours.to_string(), draft.revision).unwrap();
    let publish = |revision| publish_form(&world.session(), draft.id, revision, draft.base, "Shorter title");
    set_aside_form_draft(&world.session(), draft.id).unwrap();
    for revision in [draft.revision + 1, draft.revision + 2] {
        assert!(matches!(fault(publish(revision)), AppFault::DraftSetAside));
    }
    restore_form_draft(&world.session(), draft.id).unwrap();
    assert!(publish(draft.revision + 3).is_ok());
}
