//! Files in parts.

use domain::{RecordState, Urgency};
use journal::MAX_PART_BYTES;

use crate::{line::Act, world::World};

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_broke_off_goes_on_where_it_was() {
    let mut world = World::new(41).await;
    let film = world.desk.keep(&vec![7; 6 * MAX_PART_BYTES + 5]);
    let filed = world.desk.file(Urgency::Normal, &[film]);
    let mut parts = 0;
    world.line.rule(move |request| {
        parts += usize::from(request.is_part() && request.body.len() == MAX_PART_BYTES);
        if parts > 3 { Act::LoseAnswer } else { Act::Pass }
    });
    assert_eq!(world.desk.send().await.unwrap_err().code(), "unreachable");
    assert_eq!(world.desk.record(filed.record).state, RecordState::Waiting, "without its file it is not received");
    let before = world.line.log().len();
    world.line.pass();
    world.desk.send().await.unwrap();
    assert_eq!(world.desk.record(filed.record).state, RecordState::Sent);
    let bytes: usize =
        world.line.log()[before..].iter().filter(|request| request.is_part()).map(|request| request.length).sum();
    assert!(bytes < 4 * MAX_PART_BYTES, "the parts that are there do not go again: {bytes}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_missing_here_keeps_its_record_waiting_and_no_other() {
    let mut world = World::new(42).await;
    let lost = world.desk.keep(b"a photograph that will be lost");
    let files = world.desk.folder.path().join("files");
    let before: Vec<_> = std::fs::read_dir(&files).unwrap().map(|file| file.unwrap().path()).collect();
    assert_eq!(before.len(), 1);
    let without = world.desk.file(Urgency::Urgent, &[lost]);
    world.desk.file_many(10, Urgency::Normal, &[]);
    std::fs::remove_file(&before[0]).unwrap();
    let sent = world.desk.send().await.unwrap();
    assert_eq!(sent.aside.len(), 1);
    assert_eq!((sent.aside[0].entry, sent.aside[0].why.code()), (without.entry.head.hash, "file_missing"));
    let custody = world.desk.custody();
    assert_eq!((custody.received, custody.waiting), (10, 1));
    world.desk.keep(b"a photograph that will be lost");
    world.desk.send().await.unwrap();
    assert_eq!(world.desk.custody().received, 11, "found again, it goes");
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_records_of_one_form_are_received_though_the_form_comes_after() {
    let mut world = World::new(43).await;
    world.desk.file_many(10_000, Urgency::Normal, &[]);
    let sent = world.desk.send().await.unwrap();
    assert!(sent.aside.is_empty());
    assert_eq!(world.desk.custody().received, 10_000);
    let log = world.line.log();
    assert_eq!(log.iter().filter(|request| request.is_part()).count(), 1);
    let bodies: usize =
        log.iter().filter(|request| request.is_batch()).map(|request| request.batch().bodies.len()).sum();
    assert_eq!(bodies, 10_003, "each body once");
}
