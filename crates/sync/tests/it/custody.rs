//! Verdicts: about content, one record each, and no business of custody.

use domain::{RecordState, Urgency};
use journal::Decision;

use crate::world::World;

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_makes_one_record_need_somebody_and_the_others_go_on() {
    let mut world = World::new(61).await;
    let filed = world.desk.file_many(3, Urgency::Normal, &[]);
    world.desk.send().await.unwrap();
    world.hub.verdict(filed[1].entry.head.hash, Decision::NeedsPerson, "School code 999 is not known").unwrap();
    world.hub.verdict(filed[2].entry.head.hash, Decision::Accepted, "").unwrap();
    let later = world.desk.file_many(4, Urgency::Normal, &[]);
    let sent = world.desk.send().await.unwrap();
    assert_eq!(sent.verdicts, 2);
    let needing = world.desk.record(filed[1].record);
    assert_eq!(needing.state, RecordState::NeedsYou);
    assert_eq!(needing.verdict.unwrap().cause, "School code 999 is not known");
    assert_eq!(world.desk.record(filed[2].record).state, RecordState::InCentralRecord);
    assert_eq!(world.desk.record(filed[0].record).state, RecordState::Sent);
    assert!(later.iter().all(|filed| world.desk.record(filed.record).state == RecordState::Sent));
    let custody = world.desk.custody();
    assert_eq!((custody.received, custody.needs_you, custody.waiting), (6, 1, 0));
    assert_eq!(world.desk.send().await.unwrap().verdicts, 0, "each verdict comes once");
}
