//! The custody count, and verdicts.

use journal::{Decision, HubFault};
use testkit::TestHub;
use vault::Hash;

use crate::device::{Chain, Device, body};

#[tokio::test]
async fn every_record_is_in_one_place_and_the_count_adds_up() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let mut chain = Chain::with_records(5);
    chain.append(body("file_opened", serde_json::json!({"person": null}), &[]));
    let mut batch = chain.batch(0);
    batch.bodies.remove(5);
    device.submit(&batch).await.unwrap();
    hub.verdict(chain.hash(1), Decision::Accepted, "").unwrap();
    hub.verdict(chain.hash(2), Decision::NeedsPerson, "The child is not known there").unwrap();
    hub.verdict(chain.hash(3), Decision::NeedsPerson, "The date is missing").unwrap();
    hub.verdict(chain.hash(3), Decision::Accepted, "").unwrap();
    let count = hub.custody().unwrap();
    assert!(count.adds_up());
    assert_eq!((count.records, count.sent, count.accepted, count.needs_person), (4, 1, 2, 1), "the last one counts");
    assert_eq!((count.links, count.log, count.bodies_awaited, count.chains), (7, 2, 1, 1));
}

#[tokio::test]
async fn verdicts_come_by_cursor_each_once_and_signed() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let (chain, other) = (Chain::with_records(3), Chain::with_records(1));
    device.submit(&chain.batch(0)).await.unwrap();
    device.submit(&other.batch(0)).await.unwrap();
    let nothing = device.verdicts(chain.id(), "").await;
    assert_eq!((nothing.verdicts.len(), nothing.cursor.as_str()), (0, ""));

    hub.verdict(chain.hash(1), Decision::Accepted, "").unwrap();
    hub.verdict(other.hash(1), Decision::Accepted, "").unwrap();
    hub.verdict(chain.hash(2), Decision::NeedsPerson, "Dyddiad geni ar goll").unwrap();
    let first = device.verdicts(chain.id(), "").await;
    let read: Vec<_> = first.verdicts.iter().map(|signed| signed.verify(&device.hub_key).unwrap()).collect();
    assert_eq!(read.iter().map(|verdict| verdict.entry).collect::<Vec<_>>(), [chain.hash(1), chain.hash(2)]);
    assert_eq!(read[1].cause, "Dyddiad geni ar goll");

    let again = device.verdicts(chain.id(), &first.cursor).await;
    assert_eq!((again.verdicts.len(), &again.cursor), (0, &first.cursor), "nothing new: the cursor stays");
    hub.verdict(chain.hash(2), Decision::Accepted, "").unwrap();
    let next = device.verdicts(chain.id(), &first.cursor).await;
    assert_eq!(next.verdicts.len(), 1);
    assert_ne!(next.cursor, first.cursor);
}

#[tokio::test]
async fn a_cursor_from_before_a_restore_gets_everything_again() {
    let mut hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let chain = Chain::with_records(2);
    device.submit(&chain.batch(0)).await.unwrap();
    let before = hub.snapshot().unwrap();
    hub.verdict(chain.hash(1), Decision::NeedsPerson, "lost with the disk").unwrap();
    let cursor = device.verdicts(chain.id(), "").await.cursor;
    hub.restore_from(before).unwrap();
    hub.verdict(chain.hash(2), Decision::Accepted, "").unwrap();
    let answer = device.verdicts(chain.id(), &cursor).await;
    assert_eq!(answer.verdicts.len(), 1, "the new verdict has the old one's number, and is not passed by");
    for odd in ["x", "99999999999999999999", "-1", "1.zzz", "1"] {
        assert_eq!(device.verdicts(chain.id(), odd).await.verdicts.len(), 1, "{odd}");
    }
    let request = journal::VerdictsRequest { chain: chain.id(), after: "1".repeat(65) };
    let answer = device.send("POST", "/v1/verdicts", serde_json::to_vec(&request).unwrap()).await;
    assert_eq!(answer.fault(), HubFault::Malformed);
}

#[tokio::test]
async fn only_a_record_held_whole_has_a_verdict() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let chain = Chain::with_records(1);
    let mut batch = chain.batch(0);
    batch.bodies.truncate(1);
    device.submit(&batch).await.unwrap();
    let told = |entry, decision, cause| hub.verdict(entry, decision, cause).unwrap_err().to_string();
    assert!(told(chain.hash(0), Decision::Accepted, "").contains("no record"));
    assert!(told(chain.hash(1), Decision::Accepted, "").contains("not held whole"));
    assert!(told(Hash::of(b"x"), Decision::Accepted, "").contains("holds no entry"));
    assert!(told(chain.hash(1), Decision::NeedsPerson, " ").contains("--cause"));
    assert!(told(chain.hash(1), Decision::Accepted, &"x".repeat(2001)).contains("2,000"));
}
