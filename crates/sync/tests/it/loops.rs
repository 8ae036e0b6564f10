//! The loop in the background.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use domain::{Clock, Urgency};
use sync::{Delivery, DeliveryState};

use crate::{line::Act, world::World};

async fn until(delivery: &Delivery, what: impl Fn(&DeliveryState) -> bool) -> DeliveryState {
    let mut watch = delivery.watch();
    let found = tokio::time::timeout(Duration::from_secs(60), watch.wait_for(what)).await;
    found.expect("not within a minute").unwrap().clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hub_that_was_down_the_whole_visit_receives_everything_when_it_is_back_by_itself() {
    let mut world = World::new(71).await;
    world.hub.stop().unwrap();
    world.desk.file_many(3, Urgency::Normal, &[]);
    let delivery = Delivery::start(world.desk.outgoing());
    let state = until(&delivery, |state| state.last_trouble.is_some()).await;
    assert_eq!(state.last_trouble, Some("unreachable"));
    assert!(state.next_try.is_some() && !state.sending);
    assert_eq!(world.desk.custody().waiting, 3);
    world.hub.restart().unwrap();
    let state = until(&delivery, |state| state.last_trouble.is_none() && !state.sending).await;
    assert_eq!(state.next_try, None);
    assert!(state.last_contact.is_some());
    assert_eq!(state.clock_off, Some(chrono::TimeDelta::zero()), "both by one clock here");
    assert_eq!(world.desk.custody().received, 3);
    delivery.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_filed_wakes_it_and_a_person_is_answered_at_once() {
    let mut world = World::new(72).await;
    let delivery = Delivery::start(world.desk.outgoing());
    until(&delivery, |state| state.last_contact.is_some() && !state.sending).await;
    world.desk.file(Urgency::Normal, &[]);
    delivery.wake();
    let begun = Instant::now();
    while world.desk.custody().received < 1 {
        assert!(begun.elapsed() < Duration::from_secs(20), "woken, it sends");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    until(&delivery, |state| !state.sending).await;
    world.hub.stop().unwrap();
    world.desk.file(Urgency::Normal, &[]);
    delivery.send_now();
    until(&delivery, |state| state.last_trouble == Some("unreachable")).await;
    world.hub.restart().unwrap();
    delivery.send_now();
    until(&delivery, |state| state.last_trouble.is_none() && !state.sending).await;
    assert_eq!(world.desk.custody().received, 2);
    delivery.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sleep_in_the_middle_of_a_send_loses_and_doubles_nothing() {
    let mut world = World::new(76).await;
    // The form's file has gone with the first one, so that the batch alone makes the others whole.
    world.desk.file(Urgency::Normal, &[]);
    world.desk.send().await.unwrap();
    world.desk.file_many(3, Urgency::Normal, &[]);
    let clock = world.desk.clock.clone();
    let mut slept = false;
    world.line.rule(move |request| {
        if !request.is_batch() || std::mem::replace(&mut slept, true) {
            return Act::Pass;
        }
        // The lid closes while the batch is on the line. The hub takes it; in the morning the
        // connection is dead and the wall clock nine hours on, the steady one is not.
        clock.set(clock.now() + TimeDelta::hours(9));
        Act::LoseAnswer
    });
    let delivery = Delivery::start(world.desk.outgoing());
    until(&delivery, |state| state.last_trouble == Some("unreachable")).await;
    assert_eq!(world.hub.custody().unwrap().records, 4, "the hub had them all along");
    assert_eq!(world.desk.custody().waiting, 3, "without a receipt they wait");
    until(&delivery, |state| state.last_trouble.is_none() && !state.sending).await;
    assert_eq!((world.desk.custody().received, world.desk.waiting()), (4, 0), "by itself, with nobody's help");
    assert_eq!(world.hub.custody().unwrap().records, 4, "once each");
    delivery.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_does_not_wait_for_a_large_file_nor_for_a_dead_line() {
    let mut world = World::new(73).await;
    let film = world.desk.keep(&vec![9; 32 << 20]);
    let filed = world.desk.file(Urgency::Normal, &[film]);
    let mut parts = 0;
    world.line.rule(move |request| {
        parts += usize::from(request.is_part());
        if parts > 8 { Act::Hang } else { Act::Pass }
    });
    let delivery = Delivery::start(world.desk.outgoing());
    let state = until(&delivery, |state| state.on_the_way == [filed.record]).await;
    assert!(state.sending);
    while world.line.log().iter().filter(|request| request.is_part()).count() < 9 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let begun = Instant::now();
    delivery.stop().await;
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    world.line.pass();
    world.desk.send().await.unwrap();
    assert_eq!(world.desk.custody().received, 1, "and nothing was spoilt");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_is_not_enrolled_is_no_trouble_until_it_is() {
    let world = World::new(74).await;
    let mut desk = crate::world::Desk::new(75);
    desk.file(Urgency::Normal, &[]);
    let delivery = Delivery::start(desk.outgoing());
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(delivery.snapshot(), DeliveryState::default());
    desk.enrol(&world.code()).await.unwrap();
    delivery.wake();
    until(&delivery, |state| state.last_contact.is_some() && !state.sending).await;
    assert_eq!(desk.custody().received, 1);
    delivery.stop().await;
}
