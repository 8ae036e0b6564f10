//! A form is changed under an open draft, and nothing that was typed is lost.

use app::{
    AppFault,
    drafts::{beside, check_draft, compare_draft, move_draft, open_draft, save_draft},
    records::{file_draft, open_record},
    responses::{ExportResponses, export_responses},
};
use domain::{DraftId, PersonId};
use exchange::{FileKind, Layout};
use serde_json::{Map, Value, json};
use testkit::entries::Entries;

use crate::{
    fault,
    world::{World, asks, asks_text, object, own_form},
};

fn stays_and_goes() -> (Value, Value) {
    let said = |id: &str| asks(id, json!({ "type": "each_child", "questions": [asks_text(&format!("{id}_said"))] }));
    let one = own_form(
        "ours",
        json!([asks_text("stays"), asks_text("worded"), asks_text("goes"), said("each"), said("old")]),
    );
    let mut two = own_form("ours", json!([asks_text("stays"), asks_text("worded"), asks_text("new"), said("each")]));
    two["sections"][0]["questions"][1]["text"] = json!("In other words?");
    (one, two)
}

fn typed(zoe: PersonId) -> Value {
    json!({
        "stays": "as it was", "worded": "the same", "goes": "typed and asked no more",
        "each": { zoe.to_string(): { "each_said": "hers" } }, "old": { zoe.to_string(): { "old_said": "hers before" } },
    })
}

#[test]
fn a_draft_stays_on_its_version_until_somebody_moves_it() {
    let world = World::of_editor();
    let zoe = world.child("Zoë Example");
    let (one, two) = stays_and_goes();
    world.publish(&one);
    let id = world.draft("ours", &[zoe], typed(zoe));
    assert!(matches!(fault(compare_draft(&world.session(), id)), AppFault::NothingChanged));
    world.publish(&two);

    let open = open_draft(&world.session(), id).unwrap();
    assert_eq!(open.form.definition().number, 1);
    assert_eq!(Value::Object(open.draft.answers.clone()), typed(zoe));
    let newer = beside(&world.session(), &open).unwrap().newer.unwrap();
    assert_eq!((newer.number, newer.note.as_str(), newer.retired), (2, "Asked for by the team", None));

    let filed = file_draft(&world.session(), id).unwrap().row.record;
    assert_eq!(filed.form_number, 1);
    let record = open_record(&world.session(), filed.id).unwrap();
    let wording: Vec<&str> =
        record.sections.iter().flat_map(|part| &part.rows).map(|row| row.question.as_str()).collect();
    assert!(wording.contains(&"What of worded?") && wording.contains(&"What of goes?"), "as it was shown: {wording:?}");
    assert!(record.no_longer_asked.is_empty());
}

#[test]
fn what_the_newer_version_asks_no_longer_goes_with_the_record() {
    let world = World::of_editor();
    let zoe = world.child("Zoë Example");
    let (one, two) = stays_and_goes();
    world.publish(&one);
    let id = world.draft("ours", &[zoe], typed(zoe));
    world.publish(&two);

    let compared = compare_draft(&world.session(), id).unwrap();
    let paths = |moved: &[forms::MovedAnswer]| moved.iter().map(|one| one.path.to_string()).collect::<Vec<_>>();
    assert_eq!(paths(&compared.moved.kept), ["stays".to_owned(), format!("each/{zoe}/each_said")]);
    assert_eq!(paths(&compared.moved.moved), ["worded"]);
    let left: Vec<&str> = compared.moved.no_longer_asked.iter().map(|left| left.answer.as_str()).collect();
    assert_eq!(left, ["typed and asked no more", "hers before"]);
    assert_eq!(compared.note, "Asked for by the team");
    let before = open_draft(&world.session(), id).unwrap().draft;
    assert_eq!(Value::Object(before.answers), typed(zoe), "to compare changes nothing");

    let late = fault(move_draft(&world.session(), id, before.revision - 1));
    assert!(matches!(late, AppFault::DraftMoved));
    let moved = move_draft(&world.session(), id, before.revision).unwrap();
    assert_eq!((moved.form.definition().number, moved.draft.left_behind.len()), (2, 2));
    assert!(matches!(fault(compare_draft(&world.session(), id)), AppFault::NothingChanged));
    assert_eq!(check_draft(&world.session(), id).unwrap().left_behind.len(), 2, "the check page names them");

    let filed = file_draft(&world.session(), id).unwrap().row.record;
    let record = open_record(&world.session(), filed.id).unwrap();
    let shown: Vec<(&str, &str)> =
        record.no_longer_asked.iter().map(|left| (left.question.as_str(), left.answer.as_str())).collect();
    assert_eq!(shown, [("What of goes?", "typed and asked no more"), ("What of old_said?", "hers before")]);

    let mut csv = Vec::new();
    let export =
        ExportResponses { form: "ours".into(), layout: Layout::Lossless, file: FileKind::Csv, filters: Vec::new() };
    export_responses(&world.session(), export, &mut csv, world.place(), str::to_owned).unwrap();
    let csv = String::from_utf8(csv).unwrap();
    for text in ["as it was", "the same", "typed and asked no more", "hers", "hers before"] {
        assert!(csv.contains(text), "{text} is in no cell");
    }
}

#[test]
fn what_was_left_behind_about_a_child_who_was_taken_off_is_filed_to_nobody() {
    let world = World::of_editor();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let (one, two) = stays_and_goes();
    world.publish(&one);
    let about = |child: PersonId, text: &str| (child.to_string(), json!({ "old_said": text }));
    let old: Map<String, Value> = [about(zoe, "Zoë's words"), about(sam, "Sam's words")].into_iter().collect();
    let id = world.draft("ours", &[zoe, sam], json!({ "old": old }));
    world.publish(&two);
    move_draft(&world.session(), id, 2).unwrap();
    app::drafts::set_children(&world.session(), id, vec![zoe]).unwrap();
    let checked = check_draft(&world.session(), id).unwrap();
    assert_eq!(checked.left_behind.iter().map(|left| left.answer.as_str()).collect::<Vec<_>>(), ["Zoë's words"]);
    assert!(checked.not_filed.iter().any(|(path, _)| path.to_string().contains(&sam.to_string())), "it is named");
    file_draft(&world.session(), id).unwrap();
    let body = world.records_on("ours").remove(0);
    assert!(body.payload.get().contains("Zoë's words"));
    assert!(!body.payload.get().contains("Sam's words") && !body.payload.get().contains(&sam.to_string()));
}

/// A version with questions that the seed chooses, and an answer to each.
fn version(random: &mut Entries, id: &str, child: PersonId) -> (Value, Map<String, Value>) {
    let mut sections = [Vec::new(), Vec::new()];
    let mut answers = Map::new();
    for number in 0..9 {
        if random.number(4) == 0 {
            continue;
        }
        let id = format!("q{number}");
        let choice = |letter: char| json!({ "id": format!("{id}_{letter}"), "label": format!("Choice {letter}") });
        let choices = json!([choice('a'), choice('b')]);
        let text = format!("typed at {id}");
        let inner = format!("{id}_in");
        let (kind, answer) = match random.number(7) {
            0 => (json!({ "type": "short_text" }), json!(text)),
            1 => (json!({ "type": "long_text" }), json!(format!("{text}\n\n\"at length\""))),
            2 => (json!({ "type": "one_choice", "choices": choices }), json!({ "choice": format!("{id}_a") })),
            3 => {
                let both = [format!("{id}_a"), format!("{id}_b")];
                (json!({ "type": "many_choices", "choices": choices }), json!({ "choices": both }))
            }
            4 => (json!({ "type": "number" }), json!(70_000 + number)),
            5 => {
                let group = json!({ "type": "group", "item_name": "person", "questions": [asks_text(&inner)] });
                (
                    group,
                    json!([{ "id": "1", "answers": { inner.clone(): text } }, { "id": "2", "answers": { inner: "two" } }]),
                )
            }
            _ => {
                let each = json!({ "type": "each_child", "questions": [asks_text(&inner)] });
                (each, json!({ child.to_string(): { inner: text } }))
            }
        };
        sections[usize::try_from(random.number(2)).unwrap()].push(asks(&id, kind));
        answers.insert(id, answer);
    }
    let mut form = own_form(id, json!([asks_text("always")]));
    for (section, questions) in ["left", "right"].into_iter().zip(sections) {
        if !questions.is_empty() {
            let section = json!({ "id": section, "title": section, "questions": questions });
            form["sections"].as_array_mut().unwrap().push(section);
        }
    }
    (form, answers)
}

/// Every text and number of an answer; what the screen numbers an item by was typed by nobody.
fn leaves(value: &Value) -> Vec<String> {
    match value {
        Value::Object(parts) => {
            parts.iter().filter(|(key, _)| *key != "id").flat_map(|(_, part)| leaves(part)).collect()
        }
        Value::Array(parts) => parts.iter().flat_map(leaves).collect(),
        Value::Null => Vec::new(),
        leaf => vec![leaf.to_string()],
    }
}

fn draft_holds(world: &World, id: DraftId) -> String {
    let draft = open_draft(&world.session(), id).unwrap().draft;
    format!("{} {}", Value::Object(draft.answers), Value::Array(draft.left_behind))
}

#[test]
fn between_any_two_versions_nothing_typed_is_lost() {
    let world = World::of_editor();
    let zoe = world.child("Zoë Example");
    let mut filed = 0;
    for seed in 0..24 {
        let mut random = Entries::seeded(seed);
        let form = format!("any_{seed}");
        let (one, answers) = version(&mut random, &form, zoe);
        let (mut two, _) = version(&mut random, &form, zoe);
        two["about"] = json!("Changed in any case.");
        world.publish(&one);
        let id = world.draft(&form, &[zoe], Value::Object(answers.clone()));
        world.publish(&two);
        let revision = open_draft(&world.session(), id).unwrap().draft.revision;
        move_draft(&world.session(), id, revision).unwrap();
        let holds = draft_holds(&world, id);
        let typed = leaves(&Value::Object(answers));
        for leaf in &typed {
            assert!(holds.contains(leaf.as_str()), "seed {seed}: {leaf} is lost from the draft");
        }
        if file_draft(&world.session(), id).is_ok() {
            filed += 1;
            let body = world.records_on(&form).remove(0);
            for leaf in &typed {
                assert!(body.payload.get().contains(leaf.as_str()), "seed {seed}: {leaf} is lost from the record");
            }
        } else {
            // An answer to be looked at, such as a number where a text was: the draft is as it was.
            assert_eq!(draft_holds(&world, id), holds);
        }
    }
    assert!(filed >= 6, "only {filed} could be filed");
}

#[test]
fn a_move_marks_what_must_be_looked_at_until_it_is_changed() {
    let world = World::of_editor();
    let choices = json!([{ "id": "a", "label": "A" }, { "id": "b", "label": "B" }]);
    world.publish(&own_form("ours", json!([asks("which", json!({ "type": "one_choice", "choices": choices }))])));
    let id = world.draft("ours", &[], json!({ "which": { "choice": "a" } }));
    world.publish(&own_form("ours", json!([asks("which", json!({ "type": "many_choices", "choices": choices }))])));
    let moved = move_draft(&world.session(), id, 2).unwrap().draft;
    assert_eq!(
        (moved.answers["which"].clone(), moved.carried),
        (json!({ "choices": ["a"] }), vec!["which".to_owned()])
    );
    let answers = object(json!({ "which": { "choices": ["a", "b"] } }));
    save_draft(&world.session(), id, answers, moved.revision, None).unwrap();
    assert!(open_draft(&world.session(), id).unwrap().draft.carried.is_empty());
}
