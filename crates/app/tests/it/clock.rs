//! What a wrong clock does: marks what was recorded while it was wrong, and nothing else. Order
//! comes from the chain, and the time of the event from the person.

use chrono::{DateTime, TimeDelta, Utc};
use domain::Clock;
use journal::Known;

use crate::world::World;

/// The records' titles in the order of the chain, each with whether its time is in doubt.
fn records(world: &World) -> Vec<(String, bool)> {
    let journal = world.locked_journal();
    world.unlock().unwrap();
    let records = journal.into_iter().filter_map(|noted| match noted.act {
        Known::RecordFiled(filed) => Some((filed.title, noted.uncertain)),
        _ => None,
    });
    records.collect()
}

fn named(titles: &[(&str, bool)]) -> Vec<(String, bool)> {
    titles.iter().map(|(title, uncertain)| ((*title).to_owned(), *uncertain)).collect()
}

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The casebook passes its own check, whatever the clock said.
fn is_sound(world: &World) {
    let found = app::care::check_casebook(&world.session(), &mut |_, _| true).unwrap();
    assert_eq!(found.report.faults.len(), 0);
}

#[test]
fn a_clock_set_back_a_day_and_corrected_marks_only_what_was_recorded_between() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    world.note(&[zoe], "before");
    world.minutes(10);
    let right = world.clock.now();
    world.clock.set(right - TimeDelta::days(1));
    let filed = world.note(&[zoe], "set back");
    assert!(filed.row.record.clock_uncertain);
    assert_eq!(filed.row.event_time().date.to_string(), "2026-11-22", "as the person said");
    world.minutes(10);
    world.note(&[zoe], "still set back");
    world.clock.set(right + TimeDelta::minutes(10));
    world.note(&[zoe], "corrected");
    assert_eq!(
        records(&world),
        named(&[("before", false), ("set back", true), ("still set back", true), ("corrected", false)])
    );
    is_sound(&world);
}

#[test]
fn a_clock_a_year_ahead_and_corrected_marks_only_what_was_recorded_ahead() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let right = world.clock.now();
    world.clock.set(right + TimeDelta::days(365));
    world.note(&[zoe], "ahead");
    world.clock.set(right + TimeDelta::minutes(1));
    world.note(&[zoe], "corrected");
    // A new day, a new unlock: the entry from the future does not throw doubt on what follows.
    world.lock();
    world.minutes(24 * 60);
    world.unlock().unwrap();
    world.note(&[zoe], "next day");
    assert_eq!(records(&world), named(&[("ahead", true), ("corrected", false), ("next day", false)]));
    is_sound(&world);
}

#[test]
fn a_clock_set_back_while_the_casebook_was_locked_is_noticed_until_it_is_past_what_was_recorded() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    world.note(&[zoe], "monday");
    world.lock();
    world.clock.set(world.clock.now() - TimeDelta::days(1));
    world.unlock().unwrap();
    world.note(&[zoe], "set back");
    world.minutes(60);
    world.note(&[zoe], "an hour on");
    world.lock();
    world.unlock().unwrap();
    world.note(&[zoe], "after another unlock");
    world.minutes(24 * 60);
    world.note(&[zoe], "a day on");
    assert_eq!(
        records(&world),
        named(&[
            ("monday", false),
            ("set back", true),
            ("an hour on", true),
            ("after another unlock", true),
            ("a day on", false),
        ])
    );
}

#[test]
fn the_hour_that_a_clock_change_repeats_casts_no_doubt() {
    let world = World::empty();
    world.clock.set(utc("2026-10-25T00:10:00Z"));
    let sheet = world.app.begin_casebook().unwrap();
    world.app.create_casebook(crate::world::ruth(&sheet)).unwrap();
    let zoe = world.child("Zoë Example");
    world.minutes(20);
    let summer = world.note(&[zoe], "the first half past one").row.record;
    world.minutes(60);
    let winter = world.note(&[zoe], "the second half past one").row.record;
    assert_eq!(summer.recorded.to_rfc3339(), "2026-10-25T01:30:00+01:00");
    assert_eq!(winter.recorded.to_rfc3339(), "2026-10-25T01:30:00+00:00", "the offset tells them apart");
    assert!(!summer.clock_uncertain && !winter.clock_uncertain);
    assert!(summer.position < winter.position);
    is_sound(&world);
}

#[test]
fn a_night_with_the_lid_closed_and_a_slow_clock_cast_no_doubt() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    world.minutes(14 * 60);
    world.note(&[zoe], "morning");
    // Four minutes off: drift, put right by the network.
    world.clock.set(world.clock.now() + TimeDelta::minutes(4));
    world.note(&[zoe], "drifted");
    assert_eq!(records(&world), named(&[("morning", false), ("drifted", false)]));
}

#[test]
fn the_check_page_says_that_the_clock_is_in_doubt_and_how_late_it_is() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let draft = world.draft("case_note", &[zoe], crate::world::note(&world, "late"));
    let check = |world: &World| {
        let checked = app::drafts::check_draft(&world.session(), draft).unwrap();
        (checked.days_after, checked.clock_uncertain)
    };
    assert_eq!(check(&world), (Some(0), false));
    world.minutes(4 * 24 * 60);
    assert_eq!(check(&world), (Some(4), false));
    world.clock.set(world.clock.now() + TimeDelta::days(30));
    assert_eq!(check(&world), (Some(34), true));
}
