//! To whom an import files: to whom a person chose, and to nobody else.

use app::responses::{ChildDecision, Decided, ImportResponses, ReadFile, import_responses, read_responses};
use domain::PersonId;

use crate::{
    imports::{FORM, counts, decided, ids, people, read, take},
    world::{World, timeline},
};

/// A row of a child whose date of birth the file does not say.
fn of_ada(second: u8, worry: u8) -> Vec<u8> {
    let header = "Timestamp,First name,Last name,How worried are we?\n";
    format!("{header}30/07/2026 09:05:{second:02},Ada,Example,{worry}\n").into_bytes()
}

fn on_timeline(world: &World, person: PersonId) -> u32 {
    timeline(&world.session(), person, None).unwrap().total
}

#[test]
fn a_child_who_is_said_to_be_new_is_never_somebody_on_file() {
    let (one, two) = (crate::imports::world(), crate::imports::world());
    take(&one, FORM, "first.csv", &of_ada(1, 2), Decided::New);
    let first = people(&one)[0].0;
    two.receive(&one.entries());
    for world in [&one, &two] {
        assert_eq!(counts(&take(world, FORM, "second.csv", &of_ada(2, 3), Decided::New)), (1, 0, 0, 1));
        assert_eq!(people(world).len(), 2, "another child of the same name");
        assert_eq!(on_timeline(world, first), 1, "nothing is filed to the one who is not meant");
        let again = take(world, FORM, "second.csv", &of_ada(2, 3), Decided::New);
        assert_eq!(counts(&again), (0, 0, 1, 0), "the same said again of the same row is nobody else");
    }
    assert_eq!(people(&one), people(&two), "two laptops agree who that is");
}

#[test]
fn a_child_who_is_left_over_from_an_undone_import_is_not_added_twice() {
    let world = crate::imports::world();
    let first = take(&world, FORM, "first.csv", &of_ada(1, 2), Decided::New);
    app::responses::undo_import(&world.session(), first.batch.unwrap(), "Too early").unwrap();
    assert_eq!(counts(&take(&world, FORM, "second.csv", &of_ada(2, 3), Decided::New)), (1, 0, 0, 0));
    assert_eq!(people(&world).len(), 1);
}

#[test]
fn a_file_that_is_imported_again_for_another_child_moves_its_records_to_that_child() {
    let world = crate::imports::world();
    let (wrong, right) = (world.child("Ada Sample"), world.child("Ada Example"));
    take(&world, FORM, "ada.csv", &of_ada(1, 2), Decided::Person(wrong));
    assert_eq!((on_timeline(&world, wrong), on_timeline(&world, right)), (1, 0));
    let moved = take(&world, FORM, "ada.csv", &of_ada(1, 2), Decided::Person(right));
    assert_eq!(counts(&moved), (0, 1, 0, 0));
    assert_eq!((on_timeline(&world, wrong), on_timeline(&world, right)), (0, 1));
    assert_eq!(ids(&world).len(), 1);
    assert_eq!(app::delivery::status(&world.session()).unwrap().custody.needs_you, 0, "based on the other: no clash");
}

#[test]
fn a_version_is_based_on_the_one_shown_and_leaves_a_clash_to_a_person() {
    let (one, two) = (crate::imports::world(), crate::imports::world());
    let api: serde_json::Value = serde_json::from_slice(crate::imports::API).unwrap();
    let saying = |worry: &str| {
        let mut page = api.clone();
        page["responses"][0]["answers"]["00000008"]["textAnswers"]["answers"][0]["value"] = worry.into();
        page.to_string().into_bytes()
    };
    take(&one, FORM, "responses.json", &saying("4"), Decided::None);
    two.minutes(10);
    take(&two, FORM, "responses.json", &saying("5"), Decided::None);
    one.receive(&two.entries());
    let needs_you = || app::delivery::status(&one.session()).unwrap().custody.needs_you;
    assert_eq!(needs_you(), 1, "two laptops read two downloads");
    for worry in ["4", "5"] {
        let again = take(&one, FORM, "responses.json", &saying(worry), Decided::None);
        assert_eq!(counts(&again), (0, 0, 2, 0), "either of them is here");
    }
    assert_eq!(counts(&take(&one, FORM, "responses.json", &saying("1"), Decided::None)), (0, 1, 1, 0));
    assert_eq!(needs_you(), 1, "nobody has looked at both yet");
}

#[test]
fn a_file_without_a_date_makes_the_same_records_on_two_laptops() {
    let (one, two) = (crate::imports::world(), crate::imports::world());
    two.minutes(60 * 30);
    for world in [&one, &two] {
        take(world, FORM, "undated.csv", b"First name,Last name,How worried are we?\nAda,Example,2\n", Decided::None);
    }
    one.receive(&two.entries());
    let custody = app::delivery::status(&one.session()).unwrap().custody;
    assert_eq!((custody.filed, custody.needs_you), (1, 0));
}

#[test]
fn what_cannot_be_kept_names_its_row_before_anything_is_kept() {
    let world = crate::imports::world();
    let long = "x".repeat(2000);
    let names =
        format!("Timestamp,First name,Last name\n30/07/2026 09:05:00,Ada,Example\n30/07/2026 09:06:00,{long},B\n");
    let mut large = String::from("Timestamp,First name,Last name,a,b,c,d,e,f,g,h,i\n30/07/2026 09:05:00,Ada,Example\n");
    large += "30/07/2026 09:06:00,Bo,Example";
    for _ in 0..9 {
        large.push(',');
        large += &"y".repeat(1_000_000);
    }
    for (file, expected) in [(names, "name_too_long"), (large, "too_large")] {
        let (upload, found) = read(&world, FORM, "rows.csv", file.as_bytes());
        let import = decided(upload, &found, |_| Some(Decided::New));
        let refused = crate::fault(import_responses(&world.session(), &import, &mut |_, _| true));
        assert!(matches!(refused, app::AppFault::RowFailed { row: 3, why } if why == expected), "{refused}");
    }
    assert!(ids(&world).is_empty() && people(&world).is_empty());
    assert!(app::responses::list_imports(&world.session()).unwrap().is_empty());
}

#[test]
fn a_decision_holds_for_the_child_that_it_names() {
    let world = crate::imports::world();
    let upload = world.upload("ada.csv", &of_ada(1, 2));
    let file = ReadFile { upload: upload.clone(), form: FORM.into(), mapping: None, order: None };
    let found = read_responses(&world.session(), file).unwrap();
    let other = ChildDecision { key: "somebody else".into(), who: Decided::New };
    let import = ImportResponses {
        upload,
        form: FORM.into(),
        mapping: found.mapping,
        order: found.orders.possible()[0],
        children: vec![other],
    };
    let refused = crate::fault(import_responses(&world.session(), &import, &mut |_, _| true));
    assert!(matches!(refused, app::AppFault::ChildrenUndecided));
}
