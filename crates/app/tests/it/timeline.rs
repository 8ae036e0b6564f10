//! A timeline in parts.

use std::collections::BTreeSet;

use app::AppFault;

use crate::{
    fault,
    world::{World, note, timeline},
};

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
