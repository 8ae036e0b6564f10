//! Hubs that hold less than they said, and other hubs at the same address.

use std::sync::{Arc, Mutex};

use domain::{RecordState, Urgency};
use testkit::{TempPostgres, TestHub};

use crate::{
    line::{Act, Line},
    world::World,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_put_back_from_yesterday_is_sent_the_difference() {
    let mut world = World::new(21).await;
    world.desk.file_many(10, Urgency::Normal, &[]);
    world.desk.send().await.unwrap();
    let yesterday = world.hub.snapshot().unwrap();
    world.desk.file_many(7, Urgency::Normal, &[]);
    world.desk.send().await.unwrap();
    assert_eq!(world.hub.custody().unwrap().records, 17);

    world.hub.restore_from(yesterday).unwrap();
    assert_eq!(world.hub.custody().unwrap().records, 10);
    let before = world.line.log().len();
    let sent = world.desk.send().await.unwrap();
    assert_eq!(sent.received, 7, "the difference and no more");
    let bodies: usize = world.line.log()[before..]
        .iter()
        .filter(|request| request.is_batch())
        .map(|request| request.batch().bodies.len())
        .sum();
    assert_eq!(bodies, 7);
    assert_eq!(world.hub.custody().unwrap().records, 17);
    assert_eq!(world.desk.custody().received, 17);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_put_back_in_the_middle_of_a_run_is_asked_again_and_sent_the_difference() {
    let mut world = World::new(22).await;
    let empty = world.hub.snapshot().unwrap();
    world.desk.file_many(3, Urgency::Normal, &[]);
    world.desk.send().await.unwrap();
    world.desk.file_many(3, Urgency::Normal, &[]);
    let head = world.desk.casebook.head();
    let hub = Arc::new(Mutex::new(world.hub));
    let (restored, mut empty) = (hub.clone(), Some(empty));
    world.line.rule(move |request| {
        // After the standing and before the batch it forgets everything but the device.
        if request.is_batch()
            && let Some(empty) = empty.take()
        {
            restored.lock().unwrap().restore_from(empty).unwrap();
        }
        Act::Pass
    });
    let before = world.line.log().len();
    world.desk.send().await.unwrap();
    let standings = world.line.log()[before..].iter().filter(|request| request.target == "/v1/standing").count();
    assert_eq!(standings, 2, "a gap makes it ask again, in the same run");
    assert_eq!(world.desk.custody().received, 6);
    assert_eq!(hub.lock().unwrap().custody().unwrap().records, 6);
    assert_eq!(world.desk.casebook.head(), head, "nothing was written to make it so");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_put_back_to_before_this_device_says_so_and_a_new_code_brings_everything_again() {
    let mut desk = crate::world::Desk::new(26);
    let mut hub = TestHub::start_on(&TempPostgres::start().unwrap(), desk.clock.clone()).unwrap();
    let before = hub.snapshot().unwrap();
    desk.enrol(&hub.enrol_code().unwrap()).await.unwrap();
    desk.file_many(2, Urgency::Normal, &[]);
    desk.send().await.unwrap();

    hub.restore_from(before).unwrap();
    desk.file(Urgency::Normal, &[]);
    assert_eq!(desk.send().await.unwrap_err().code(), "refused_unknown_device");
    assert_eq!((desk.custody().filed, hub.custody().unwrap().records), (3, 0));

    desk.enrol(&hub.enrol_code().unwrap()).await.unwrap();
    desk.send().await.unwrap();
    assert_eq!(hub.custody().unwrap().records, 3, "those that it had held too");
    assert_eq!((desk.custody().received, desk.waiting()), (3, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn another_hub_at_the_same_address_receives_nothing() {
    let mut world = World::new(23).await;
    world.desk.file(Urgency::Normal, &[]);
    let other = TestHub::start_on(&TempPostgres::start().unwrap(), world.desk.clock.clone()).unwrap();
    let line = Line::to(Some(&other.address())).await;
    // The device knows the first hub; its address leads to the other now.
    let pinned = {
        let mut hub = world
            .desk
            .casebook
            .read(|reading| Ok::<_, casebook::CasebookFault>(casebook::tables::hub::pinned(reading)?.unwrap()))
            .unwrap();
        hub.address.clone_from(&line.address);
        hub
    };
    world
        .desk
        .casebook
        .write(|gate| Ok::<_, casebook::CasebookFault>(casebook::tables::hub::pin(gate, &pinned)?))
        .unwrap();
    assert_eq!(world.desk.send().await.unwrap_err().code(), "not_the_hub");
    assert_eq!(world.desk.custody().waiting, 1);
    assert!(line.log().iter().all(|request| request.target == "/v1/standing"), "no record went to a stranger");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_hub_is_sent_everything_and_the_old_receipts_stay() {
    let mut world = World::new(24).await;
    let filed = world.desk.file(Urgency::Normal, &[]);
    world.desk.send().await.unwrap();
    let old = world.desk.record(filed.record);
    assert_eq!(old.state, RecordState::Sent);

    let other = TestHub::start_on(&TempPostgres::start().unwrap(), world.desk.clock.clone()).unwrap();
    let hub = world.desk.enrol(&other.enrol_code().unwrap()).await.unwrap();
    assert_eq!(hub.id, other.id().unwrap());
    world.desk.send().await.unwrap();
    assert_eq!(world.desk.record(filed.record).state, RecordState::Sent);
    assert_eq!(other.custody().unwrap().records, 1);
    let receipts: i64 = world
        .desk
        .casebook
        .read(|reading| {
            Ok::<_, casebook::CasebookFault>(reading.query_row(
                "SELECT count(DISTINCT substr(bytes, 20, 16)) FROM receipt",
                [],
                |row| row.get(0),
            )?)
        })
        .unwrap();
    assert_eq!(receipts, 2, "of both hubs");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_serves_one_device_and_the_same_device_again() {
    let world = World::new(25).await;
    let code = world.code();
    world.line.rule(|_| Act::LoseAnswer);
    assert_eq!(world.desk.enrol(&code).await.unwrap_err().code(), "unreachable");
    world.line.pass();
    world.desk.enrol(&code).await.unwrap();
    let other = crate::world::Desk::new(99);
    assert_eq!(other.enrol(&code).await.unwrap_err().code(), "refused_code_used");
    assert_eq!(other.send().await.unwrap_err().code(), "not_enrolled", "nothing was pinned");
}
