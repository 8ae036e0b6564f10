//! A timeline in parts.

use std::collections::BTreeSet;

use app::{AppFault, child::TimelineOf};

use crate::{
    fault,
    world::{World, note, timeline},
};

/// Titles of what holds these words, in the order shown, part by part.
fn with_words(world: &World, of: &TimelineOf, words: &str) -> Vec<Vec<String>> {
    let mut parts = Vec::new();
    let mut of = TimelineOf { words: Some(words.to_owned()), ..of.clone() };
    loop {
        let part = app::child::timeline(&world.session(), &of).unwrap();
        parts.push(part.events.into_iter().map(|event| event.title).collect());
        of.after = part.next;
        if of.after.is_none() {
            return parts;
        }
    }
}

fn told(world: &World, children: &[domain::PersonId], title: &str, text: &str, day: &str) {
    let mut answers = note(world, title);
    answers["what_happened"] = text.into();
    answers["when_date"] = day.into();
    let draft = world.draft("case_note", children, answers);
    app::records::file_draft(&world.session(), draft).unwrap();
}

fn parts(world: &World, person: domain::PersonId) -> Vec<Vec<app::records::RecordRow>> {
    let mut parts = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let part = timeline(&world.session(), person, after.as_deref()).unwrap();
        parts.push(part.records);
        after = part.next;
        if after.is_none() {
            return parts;
        }
    }
}

#[test]
fn a_timeline_of_120_records_comes_in_parts_that_overlap_and_leave_out_nothing() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    for number in 0..120 {
        let mut answers = note(&world, &format!("note {number}"));
        // Many on one day, without a time: the same moment over and over.
        answers["when_date"] = format!("2026-10-{:02}", number % 7 + 1).into();
        let draft = world.draft("case_note", &[zoe], answers);
        app::records::file_draft(&world.session(), draft).unwrap();
    }
    let parts = parts(&world, zoe);
    assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [50, 50, 20]);
    let all: Vec<_> = parts.into_iter().flatten().collect();
    let ids: BTreeSet<_> = all.iter().map(|row| row.record.id).collect();
    assert_eq!(ids.len(), 120, "each once");
    let days: Vec<_> = all.iter().map(|row| row.record.event_time.date).collect();
    assert!(days.is_sorted_by(|one, next| one >= next), "newest event first");
    let whole = timeline(&world.session(), zoe, None).unwrap();
    assert_eq!(whole.total, 120);
    let empty = timeline(&world.session(), sam, None).unwrap();
    assert_eq!((empty.records.len(), empty.next, empty.total), (0, None, 0));
}

#[test]
fn a_timeline_that_fills_its_part_exactly_promises_no_more() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    for number in 0..50 {
        world.note(&[zoe], &format!("note {number}"));
    }
    assert_eq!(parts(&world, zoe).iter().map(Vec::len).collect::<Vec<_>>(), [50]);
}

#[test]
fn a_place_that_no_timeline_gave_is_refused() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    for cursor in ["", ".", "1", "1.2", "x.0193b1a0-0000-7000-8000-000000000001", "'; DROP TABLE record; --"] {
        assert!(matches!(fault(timeline(&world.session(), zoe, Some(cursor))), AppFault::NotFound { .. }), "{cursor}");
    }
}

#[test]
fn words_leave_the_events_in_which_every_one_of_them_stands_newest_first() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    told(&world, &[zoe], "Call", "The boiler is broken again.", "2026-10-03");
    told(&world, &[zoe], "Visit", "A new boiler; nothing broken.", "2026-11-02");
    told(&world, &[zoe], "Boiler", "All is well.", "2026-11-05");
    told(&world, &[sam], "Another child", "A broken boiler.", "2026-11-06");
    let of = TimelineOf::first(zoe);
    let found = |of: &TimelineOf, words: &str| with_words(&world, of, words).concat();
    assert_eq!(found(&of, "boiler"), ["Boiler", "Visit", "Call"], "titles count as well");
    assert_eq!(found(&of, "broken BOILER"), ["Visit", "Call"], "in any order");
    assert_eq!(found(&of, "boil"), ["Boiler", "Visit", "Call"], "the last word may be a beginning");
    assert_eq!(found(&of, "chimney"), Vec::<String>::new());
    let october = TimelineOf { until: "2026-10-31".parse().ok(), ..of.clone() };
    assert_eq!(found(&october, "boiler"), ["Call"], "other filters hold as well");
    let none = TimelineOf { sorts: vec!["episode".to_owned()], ..of };
    assert_eq!(found(&none, "boiler"), Vec::<String>::new());
}

#[test]
fn what_holds_the_words_comes_in_parts_that_leave_out_nothing() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    for number in 0..60 {
        told(&world, &[zoe], &format!("note {number}"), "Nan rang.", "2026-10-03");
    }
    world.note(&[zoe], "another");
    told(&world, &[zoe], "without", "Nobody called.", "2026-10-03");
    let parts = with_words(&world, &TimelineOf::first(zoe), "nan rang");
    assert_eq!(parts.iter().map(Vec::len).collect::<Vec<_>>(), [50, 11]);
    let each: BTreeSet<_> = parts.concat().into_iter().collect();
    assert_eq!(each.len(), 61, "each once");
}

#[test]
fn words_are_looked_for_on_the_files_of_brothers_and_sisters_when_these_are_shown() {
    let world = World::open();
    let (zoe, sam) = (world.child("Zoë Example"), world.child("Sam Example"));
    let sibling = domain::Fact::Relationship(crate::facts::is_the(zoe, "sibling", sam));
    crate::facts::keep(&world, &[], sibling);
    told(&world, &[sam], "His", "A broken boiler.", "2026-11-06");
    told(&world, &[zoe, sam], "Both", "The boiler.", "2026-11-02");
    let of = TimelineOf::first(zoe);
    assert_eq!(with_words(&world, &of, "boiler").concat(), ["Both"]);
    let family = TimelineOf { family: true, ..of };
    assert_eq!(with_words(&world, &family, "boiler").concat(), ["His", "Both"], "each once");
}
