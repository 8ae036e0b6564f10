//! One sitting about several children is filed to each alone: nothing about another child is anywhere
//! in the entry.

use app::{
    drafts::{check_draft, move_draft},
    records::file_draft,
};
use domain::PersonId;
use journal::{Known, SealedBody, Subject};
use serde_json::{Map, Value, json};

use crate::world::{World, asks, asks_text, own_form, timeline};

fn sitting(questions: Value) -> Value {
    let mut form = own_form("sitting", questions);
    form["files"] = json!("each_child_alone");
    form["subjects"] = json!("one_or_more_children");
    form
}

fn each(id: &str) -> Value {
    asks(id, json!({ "type": "each_child", "questions": [asks_text(&format!("{id}_said"))] }))
}

fn about(id: &str, said: &[(PersonId, &str)]) -> Value {
    let said = said.iter().map(|(child, text)| (child.to_string(), json!({ format!("{id}_said"): text })));
    Value::Object(said.collect::<Map<_, _>>())
}

/// Whether a text stands anywhere in the bytes of an entry.
fn says(body: &SealedBody, text: &str) -> bool {
    body.bytes().windows(text.len()).any(|part| part == text.as_bytes())
}

/// Whether somebody is named anywhere in it, by id in words or in bytes.
fn names(body: &SealedBody, person: PersonId) -> bool {
    let bytes = body.bytes().windows(16).any(|part| part == person.as_bytes());
    bytes || says(body, &person.to_string()) || says(body, &person.to_string().replace('-', ""))
}

fn subjects(body: &SealedBody) -> Vec<Subject> {
    body.read().unwrap().subjects
}

#[test]
fn each_childs_part_is_filed_to_that_child_alone_in_one_act() {
    let world = World::of_editor();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    world.publish(&sitting(json!([asks_text("shared"), each("part"), each("gone")])));
    let earlier = world.note(&[sam], "about Sam").row.record.id;
    let start = app::drafts::StartDraft {
        form: "sitting".into(),
        children: vec![zoe, sam],
        goes_on_from: Some(earlier),
        ..app::drafts::StartDraft::default()
    };
    let draft = app::drafts::start_draft(&world.session(), start).unwrap().draft;
    let answers = json!({
        "shared": "the room was warm",
        "part": about("part", &[(zoe, "zoe-words"), (sam, "sam-words")]),
        "gone": about("gone", &[(zoe, "zoe-before"), (sam, "sam-before")]),
    });
    app::drafts::save_draft(&world.session(), draft.id, crate::world::object(answers), 1, None).unwrap();
    world.publish(&sitting(json!([asks_text("shared"), each("part")])));
    move_draft(&world.session(), draft.id, 2).unwrap();
    assert_eq!(check_draft(&world.session(), draft.id).unwrap().records, 2);

    let filed = file_draft(&world.session(), draft.id).unwrap();
    assert_eq!(filed.also.len(), 1);
    for (child, row) in [(zoe, &filed.row), (sam, &filed.also[0])] {
        assert_eq!(row.people.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [child]);
    }
    assert_eq!(timeline(&world.session(), zoe, None).unwrap().total, 1);

    let bodies = world.sealed_on("sitting");
    assert_eq!(bodies.len(), 2);
    let own = [(zoe, "zoe-words", "zoe-before"), (sam, "sam-words", "sam-before")];
    for (body, (child, words, before)) in bodies.iter().zip(own) {
        assert!(says(body, "the room was warm") && says(body, words) && says(body, before));
        assert!(names(body, child) && subjects(body).contains(&Subject::Person(child)));
        for (other, words, before) in own.iter().filter(|(other, _, _)| *other != child) {
            assert!(!names(body, *other) && !says(body, words) && !says(body, before));
        }
    }
    let Some(Known::RecordFiled(of_zoe)) = Known::read(&bodies[0].read().unwrap()) else { panic!("a record") };
    let Some(Known::RecordFiled(of_sam)) = Known::read(&bodies[1].read().unwrap()) else { panic!("a record") };
    assert_eq!((of_zoe.goes_on_from, of_sam.goes_on_from), (None, Some(earlier)), "a record of Sam's is Sam's alone");
    assert!(!says(&bodies[0], "Sam") && !says(&bodies[1], "Zoë"), "not by name either");
}

#[test]
fn what_cannot_be_filed_for_one_child_is_filed_for_none() {
    let world = World::of_editor();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    let mut part = each("part");
    part["kind"]["questions"][0]["required"] = json!(true);
    world.publish(&sitting(json!([part])));
    let id = world.draft("sitting", &[zoe, sam], json!({ "part": about("part", &[(zoe, "hers")]) }));
    assert!(file_draft(&world.session(), id).is_err());
    for child in [zoe, sam] {
        assert_eq!(timeline(&world.session(), child, None).unwrap().total, 0);
    }
}

#[test]
fn odd_values_left_behind_under_several_children_are_parted_too() {
    let world = World::of_editor();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    world.publish(&sitting(json!([asks_text("shared"), each("gone")])));
    // Shapes that no screen of ours writes, and a question of neither version.
    let odd = json!({
        "gone": { zoe.to_string(): "zoe-odd", sam.to_string(): ["sam-odd"] },
        "elsewhere": { zoe.to_string(): "zoe-more", sam.to_string(): "sam-more" },
    });
    let id = world.draft("sitting", &[zoe, sam], odd);
    world.publish(&sitting(json!([asks_text("shared")])));
    move_draft(&world.session(), id, 2).unwrap();
    file_draft(&world.session(), id).unwrap();
    let bodies = world.sealed_on("sitting");
    for (body, (own, other)) in bodies.iter().zip([("zoe", "sam"), ("sam", "zoe")]) {
        assert!(says(body, &format!("{own}-odd")) && says(body, &format!("{own}-more")));
        assert!(!says(body, &format!("{other}-odd")) && !says(body, &format!("{other}-more")));
    }
}

#[test]
fn the_check_page_shows_what_is_left_behind_as_it_will_be_filed() {
    let world = World::of_editor();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    world.publish(&sitting(json!([asks_text("shared"), each("gone")])));
    let odd = json!({ "gone": { zoe.to_string(): "zoe-odd", sam.to_string(): ["sam-odd"] } });
    let id = world.draft("sitting", &[zoe, sam], odd);
    world.publish(&sitting(json!([asks_text("shared")])));
    move_draft(&world.session(), id, 2).unwrap();
    app::drafts::set_children(&world.session(), id, vec![zoe]).unwrap();
    let checked = check_draft(&world.session(), id).unwrap();
    let shown: Vec<String> = checked.left_behind.iter().map(|left| left.value.to_string()).collect();
    assert!(shown.iter().any(|value| value.contains("zoe-odd")), "{}", shown.len());
    assert!(shown.iter().all(|value| !value.contains("sam-odd")), "what is about Sam is filed to nobody");
    assert!(checked.not_filed.iter().any(|(path, _)| path.question == "gone"), "and the page says that");
    file_draft(&world.session(), id).unwrap();
    let body = world.sealed_on("sitting").remove(0);
    assert!(says(&body, "zoe-odd") && !says(&body, "sam-odd"));
}

#[test]
fn one_child_alone_makes_one_record() {
    let world = World::of_editor();
    let zoe = world.child("Zoë Example");
    world.publish(&sitting(json!([each("part")])));
    let id = world.draft("sitting", &[zoe], json!({ "part": about("part", &[(zoe, "hers")]) }));
    let filed = file_draft(&world.session(), id).unwrap();
    assert!(filed.also.is_empty());
}

#[test]
fn the_unit_meeting_that_ships_parts_its_children() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Sample"));
    let part = |name: &str| {
        json!({
            "why_discussed": format!("{name}-why"), "months_on_plan": 4, "expressed_by": { "choices": ["words"] },
            "own_words": format!("{name}-words"), "changed": format!("{name}-changed"),
            "discussion": format!("{name}-discussion"), "challenge": format!("{name}-challenge"), "decided": "no",
            "what": format!("{name}-what"), "owner": { "name": "Priya Lead" }, "outcome": format!("{name}-outcome"),
            "by_when": "2026-12-10", "more_actions": "no", "discuss_again": "2026-12-20",
        })
    };
    let answers = json!({
        "when_date": world.today(), "meeting_kind": { "choice": "unit" }, "chair": { "name": "Priya Lead" },
        "clinician": "no", "each_child": { zoe.to_string(): part("zoe"), sam.to_string(): part("sam") },
    });
    let id = world.draft("unit_meeting", &[zoe, sam], answers);
    let checked = check_draft(&world.session(), id).unwrap();
    assert_eq!(checked.problems, []);
    file_draft(&world.session(), id).unwrap();
    let bodies = world.sealed_on("unit_meeting");
    assert_eq!(bodies.len(), 2);
    for (body, (own, other)) in bodies.iter().zip([((zoe, "zoe-"), (sam, "sam-")), ((sam, "sam-"), (zoe, "zoe-"))]) {
        assert!(names(body, own.0) && says(body, own.1));
        assert!(!names(body, other.0) && !says(body, other.1));
    }
}
