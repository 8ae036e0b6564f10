//! From filed to received, on lines that lose answers.

use domain::{RecordState, Urgency};

use crate::{
    line::{Act, plain_answer},
    world::World,
};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_filed_is_received_with_a_receipt_and_counted_once() {
    let mut world = World::new(11).await;
    let filed = world.desk.file_many(5, Urgency::Normal, &[]);
    assert_eq!(world.desk.custody().waiting, 5);
    let sent = world.desk.send().await.unwrap();
    assert!(sent.aside.is_empty());
    assert_eq!(world.desk.custody().received, 5);
    assert_eq!(world.desk.waiting(), 0, "the log has gone too");
    assert_eq!(sent.received, 5 + 3, "five records, the chain's opening, the author, the enrolment");
    let record = world.desk.record(filed[0].record);
    assert_eq!(record.state, RecordState::Sent);
    assert!(record.received.is_some());
    assert_eq!(world.hub.custody().unwrap().records, 5);
    assert!(world.desk.last_contact().is_some());

    let again = world.desk.send().await.unwrap();
    assert_eq!(again.received, 0);
    assert_eq!(world.line.log().iter().filter(|request| request.is_part()).count(), 1, "the form went once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hundred_lost_answers_make_nothing_received_twice_and_lose_nothing() {
    let mut world = World::new(12).await;
    world.desk.send().await.unwrap();
    for round in 0..100 {
        let filed = world.desk.file(Urgency::Normal, &[]);
        // The hub commits; its answer to what carries the record is lost.
        world.line.rule(move |request| if request.is_batch() { Act::LoseAnswer } else { Act::Pass });
        let fault = world.desk.send().await.unwrap_err();
        assert_eq!(fault.code(), "unreachable", "round {round}");
        assert_eq!(world.desk.record(filed.record).state, RecordState::Waiting, "no receipt, not received");
        world.line.pass();
        world.desk.send().await.unwrap();
        assert_eq!(world.desk.record(filed.record).state, RecordState::Sent);
    }
    assert_eq!(world.desk.custody().received, 100);
    assert_eq!(world.hub.custody().unwrap().records, 100, "once each");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_cut_off_in_the_middle_is_no_receipt() {
    let mut world = World::new(13).await;
    let filed = world.desk.file(Urgency::Normal, &[]);
    world.line.rule(|request| if request.is_batch() { Act::CutAnswer } else { Act::Pass });
    assert_eq!(world.desk.send().await.unwrap_err().code(), "unreachable");
    assert_eq!(world.desk.record(filed.record).state, RecordState::Waiting);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_captive_portal_in_the_middle_of_a_run_receives_nothing() {
    let mut world = World::new(14).await;
    world.desk.file(Urgency::Normal, &[]);
    world.line.rule(|request| {
        if request.is_batch() { Act::Answer(plain_answer("200 OK", "", "<html>Pay here</html>")) } else { Act::Pass }
    });
    assert_eq!(world.desk.send().await.unwrap_err().code(), "not_the_hub");
    assert_eq!(world.desk.custody().waiting, 1);
    world.line.pass();
    world.desk.send().await.unwrap();
    assert_eq!(world.desk.custody().received, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_takes_little_at_once_gets_little_at_once() {
    let mut world = World::new(15).await;
    world.desk.file_many(60, Urgency::Normal, &[]);
    world.line.rule(|request| {
        if request.body.len() > 8000 { Act::Answer(plain_answer("413 x", "", "too big")) } else { Act::Pass }
    });
    let sent = world.desk.send().await.unwrap();
    assert!(sent.aside.is_empty(), "{:?}", sent.aside);
    assert_eq!(world.desk.custody().received, 60);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_single_body_that_nobody_on_the_way_takes_blocks_no_other() {
    let mut world = World::new(16).await;
    let long = {
        let (record, mut entry) = world.desk.entries.record_filed(&[]);
        let journal::Known::RecordFiled(filed) = &mut entry.act else { panic!("a record") };
        filed.urgency = Urgency::Normal;
        filed.answers = serde_json::json!({ "note": "n".repeat(40_000) });
        world.desk.casebook.write(|gate| gate.append(entry)).unwrap();
        record
    };
    world.desk.file_many(20, Urgency::Normal, &[]);
    world.line.rule(|request| {
        if request.body.len() > 8000 { Act::Answer(plain_answer("413 x", "", "too big")) } else { Act::Pass }
    });
    let sent = world.desk.send().await.unwrap();
    assert_eq!(sent.aside.len(), 1);
    assert_eq!(sent.aside[0].why.code(), "too_large_on_the_way");
    let custody = world.desk.custody();
    assert_eq!((custody.received, custody.waiting), (20, 1));
    assert_eq!(world.desk.record(long).state, RecordState::Waiting);
    world.line.pass();
    world.desk.send().await.unwrap();
    assert_eq!(world.desk.custody().received, 21);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_that_is_held_back_stays_and_the_links_go_on() {
    let mut world = World::new(17).await;
    let first = world.desk.file(Urgency::Normal, &[]);
    let second = world.desk.file(Urgency::Normal, &[]);
    world.desk.casebook.write(|gate| gate.hold(first.record, true)).unwrap();
    world.desk.send().await.unwrap();
    assert_eq!(world.desk.record(first.record).state, RecordState::Paused);
    assert_eq!(world.desk.record(second.record).state, RecordState::Sent);
    world.desk.casebook.write(|gate| gate.hold(first.record, false)).unwrap();
    world.desk.send().await.unwrap();
    assert_eq!(world.desk.record(first.record).state, RecordState::Sent);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_hub_nothing_is_tried() {
    let desk = crate::world::Desk::new(18);
    assert_eq!(desk.send().await.unwrap_err().code(), "not_enrolled");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_the_hub_refuses_blocks_no_other() {
    let mut world = World::new(19).await;
    let filed = world.desk.file_many(9, Urgency::Normal, &[]);
    let spoilt = filed[4].entry;
    // The disk gives back other bytes than were written.
    world
        .desk
        .casebook
        .write(|gate| {
            gate.execute_batch("DROP TRIGGER entry_is_never_changed")?;
            gate.execute("UPDATE entry SET nonce = zeroblob(32) WHERE position = ?", [spoilt.position])?;
            Ok::<_, casebook::CasebookFault>(())
        })
        .unwrap();
    let sent = world.desk.send().await.unwrap();
    let aside: Vec<_> = sent.aside.iter().map(|aside| (aside.entry, aside.why.code())).collect();
    assert_eq!(aside, [(spoilt.head.hash, "refused_other_body")]);
    let custody = world.desk.custody();
    assert_eq!((custody.received, custody.waiting), (8, 1));
}
