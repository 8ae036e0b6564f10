//! What must reach somebody now, and what is held back.

use app::{
    AppFault,
    delivery::{hold_record, outbox, phoned_lead, send_now, status},
    records::Filed,
};
use domain::{RecordId, RecordState};
use journal::Known;
use serde_json::json;

use crate::{fault, world::World};

fn need_to_know(world: &World) -> Filed {
    world
        .plain(
            "need_to_know",
            json!({
                "headline": "A child is missing", "ntk_kind": "missing", "which_child": "not_on_file",
                "which_child_names": "A boy of about nine", "what_happened": "Not home since four.",
                "safe_now": "Not known.", "action_taken": "Police called.",
                "told": [{ "told_who": "Duty sergeant" }], "decision_needed": "Whether to call the press office.",
                "decision_by": "Priya Lead",
            }),
        )
        .unwrap()
}

fn alarms(world: &World) -> Vec<RecordId> {
    status(&world.session()).unwrap().alarms.iter().map(|row| row.record.id).collect()
}

#[test]
fn an_urgent_record_goes_first_and_rings_after_an_hour_until_the_lead_was_phoned() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    world.note(&[zoe], "an ordinary note");
    let urgent = need_to_know(&world).row.record;
    assert!(urgent.urgent);
    let waiting = outbox(&world.session()).unwrap().waiting;
    assert_eq!(waiting[0].record.id, urgent.id, "before what was filed earlier");

    world.minutes(59);
    assert_eq!(alarms(&world), []);
    world.minutes(1);
    assert_eq!(alarms(&world), [urgent.id], "the ordinary note never rings");

    assert!(matches!(fault(phoned_lead(&world.session(), urgent.id, " ")), AppFault::NameEmpty));
    assert_eq!(alarms(&world), [urgent.id]);
    phoned_lead(&world.session(), urgent.id, "  Priya   Lead ").unwrap();
    assert_eq!(alarms(&world), []);
    let journal = world.locked_journal();
    let said = journal.iter().find_map(|noted| match &noted.act {
        Known::LeadPhoned(phoned) => Some((phoned.record, phoned.who.clone())),
        _ => None,
    });
    assert_eq!(said, Some((urgent.id, "Priya Lead".to_owned())));
}

#[test]
fn the_time_until_it_rings_is_a_setting() {
    let world = World::open();
    let mut settings = app::care::settings(&world.session()).unwrap();
    settings.urgent_after_minutes = 15;
    app::care::save_settings(&world.session(), &settings).unwrap();
    let urgent = need_to_know(&world).row.record.id;
    world.minutes(14);
    assert_eq!(alarms(&world), []);
    world.minutes(1);
    assert_eq!(alarms(&world), [urgent]);
}

#[test]
fn a_record_held_back_is_paused_until_it_is_let_go() {
    let world = World::open();
    let zoe = world.child("Zoë Example");
    let id = world.note(&[zoe], "not yet").row.record.id;
    let state = || outbox(&world.session()).unwrap().waiting[0].record.state;
    hold_record(&world.session(), id, true).unwrap();
    assert_eq!(state(), RecordState::Paused);
    assert_eq!(status(&world.session()).unwrap().custody.waiting, 1, "paused is waiting: it is only here");
    hold_record(&world.session(), id, true).unwrap();
    hold_record(&world.session(), id, false).unwrap();
    assert_eq!(state(), RecordState::Waiting);
    let nothing = RecordId(uuid::Uuid::nil());
    assert!(matches!(fault(hold_record(&world.session(), nothing, true)), AppFault::NotFound { what: "record" }));
    assert!(matches!(fault(phoned_lead(&world.session(), nothing, "Priya")), AppFault::NotFound { what: "record" }));
}

#[test]
fn before_enrolling_nothing_is_sent_and_everything_waits() {
    let world = World::open();
    assert!(matches!(fault(send_now(&world.session())), AppFault::NotEnrolled));
    let sent = app::delivery::send_and_wait(&world.app, &world.session());
    assert!(matches!(fault(sent), AppFault::NotEnrolled));
    let enrolled = app::delivery::enrol(&world.app, &world.session(), "HF1-nonsense");
    assert!(matches!(fault(enrolled), AppFault::EnrolCodeMistyped));
}
