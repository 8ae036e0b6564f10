//! Links and bodies on their way in.

use journal::{Batch, Hub, HubFault, MAX_BATCH_LINKS, Range, Refused};
use testkit::TestHub;
use vault::{Hash, SigningKey};

use crate::device::{Chain, Device, body, record};

#[tokio::test]
async fn a_receipt_names_the_head_and_the_entries_held_whole() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let chain = Chain::with_records(3);
    let answer = device.submit(&chain.batch(0)).await.unwrap();
    let receipt = answer.receipt.verify(&device.hub_key).unwrap();
    assert_eq!(receipt.hub, hub.id().unwrap());
    assert_eq!((receipt.chain, receipt.head), (chain.id(), chain.head()));
    assert_eq!(receipt.held, (0..4).map(|at| chain.hash(at)).collect::<Vec<_>>());
    assert!(!answer.branched);
    assert!(answer.refused.is_empty());
}

#[tokio::test]
async fn the_same_batch_twice_changes_nothing_and_gets_an_equal_receipt() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let chain = Chain::with_records(3);
    let first = device.submit(&chain.batch(0)).await.unwrap().receipt.verify(&device.hub_key).unwrap();
    let before = hub.custody().unwrap();
    let again = device.submit(&chain.batch(0)).await.unwrap().receipt.verify(&device.hub_key).unwrap();
    assert_eq!((first.chain, first.head, first.held), (again.chain, again.head, again.held));
    assert_eq!(hub.custody().unwrap(), before);
}

#[tokio::test]
async fn a_reply_lost_a_hundred_times_loses_and_doubles_nothing() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let mut chain = Chain::open();
    device.submit(&chain.batch(0)).await.unwrap();
    for round in 1..=100 {
        chain.file_record();
        // The hub commits; the reply is thrown away, and the device sends again.
        device.submit(&chain.batch(round)).await.unwrap();
        let answer = device.submit(&chain.batch(round)).await.unwrap();
        let receipt = answer.receipt.verify(&device.hub_key).unwrap();
        assert_eq!((receipt.head, receipt.held), (chain.head(), vec![chain.hash(round)]), "round {round}");
        assert!(!answer.branched, "the same link again is no other branch");
    }
    let count = hub.custody().unwrap();
    assert_eq!((count.records, count.links, count.branched), (100, 101, 0));
}

#[tokio::test]
async fn a_gap_is_refused_and_nothing_of_the_batch_is_kept() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let chain = Chain::with_records(4);
    let mut first = chain.batch(0);
    first.links.truncate(2);
    first.bodies.truncate(2);
    device.submit(&first).await.unwrap();
    assert_eq!(device.submit(&chain.batch(3)).await, Err(HubFault::Gap));
    assert_eq!(hub.custody().unwrap().links, 2);
    device.submit(&chain.batch(2)).await.unwrap();
    assert_eq!(hub.custody().unwrap().links, 5, "what was missing closes the gap");
}

#[tokio::test]
async fn a_chain_that_is_not_known_must_begin_with_its_opening() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let chain = Chain::with_records(2);
    assert_eq!(device.submit(&chain.batch(1)).await, Err(HubFault::UnknownChain));
    let standing = device.standing(chain.id(), &chain.locator()).await;
    assert_eq!((standing.head, standing.missing), (None, vec![]));
}

#[tokio::test]
async fn a_wrong_signature_stops_the_whole_batch() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let mut chain = Chain::with_records(1);
    chain.key = SigningKey::make().unwrap();
    chain.file_record();
    assert_eq!(device.submit(&chain.batch(0)).await, Err(HubFault::WrongSignature));
    assert_eq!(hub.custody().unwrap().links, 0);
}

#[tokio::test]
async fn links_that_do_not_follow_each_other_are_refused() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let chain = Chain::with_records(3);
    let mut swapped = chain.batch(0);
    swapped.links.swap(1, 2);
    assert_eq!(device.submit(&swapped).await, Err(HubFault::BrokenChain));
    let mut foreign = chain.batch(0);
    foreign.links.push(Chain::with_records(1).entries[1].0.encode());
    assert_eq!(device.submit(&foreign).await, Err(HubFault::BrokenChain));
    let mut cut = chain.batch(0);
    cut.links[2].pop();
    assert_eq!(device.submit(&cut).await, Err(HubFault::Malformed));
    assert_eq!(hub.custody().unwrap().links, 0);
}

#[tokio::test]
async fn a_body_that_does_not_fit_is_refused_alone() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let chain = Chain::with_records(3);
    let mut batch = chain.batch(0);
    batch.bodies[2].bytes[10] ^= 1;
    batch.bodies[3].bytes = vec![b' '; journal::MAX_BODY_BYTES + 1];
    let stray = journal::BodyInBatch::new(Hash::of(b"no link"), &record(&[]));
    batch.bodies.push(stray.clone());
    let answer = device.submit(&batch).await.unwrap();
    assert_eq!(
        answer.refused,
        [
            Refused { link: chain.hash(2), fault: HubFault::OtherBody },
            Refused { link: chain.hash(3), fault: HubFault::BodyTooLarge },
            Refused { link: stray.link, fault: HubFault::UnknownLink },
        ]
    );
    let receipt = answer.receipt.verify(&device.hub_key).unwrap();
    assert_eq!(receipt.held, [chain.hash(0), chain.hash(1)]);
    assert_eq!(receipt.head, chain.head(), "all links are kept");
    let standing = device.standing(chain.id(), &chain.locator()).await;
    assert_eq!(standing.missing, [Range { from: 2, to: 3 }]);
}

#[tokio::test]
async fn bodies_may_come_later_and_in_any_order() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let chain = Chain::with_records(3);
    assert!(device.held(&chain.links(0)).await.is_empty());
    assert_eq!(hub.custody().unwrap().bodies_awaited, 4);
    let urgent = Batch { chain: chain.id(), links: vec![], bodies: vec![chain.body(3), chain.body(1)] };
    let answer = device.submit(&urgent).await.unwrap();
    let receipt = answer.receipt.verify(&device.hub_key).unwrap();
    assert_eq!((receipt.head, receipt.held), (chain.head(), vec![chain.hash(3), chain.hash(1)]));
    let standing = device.standing(chain.id(), &chain.locator()).await;
    assert_eq!(standing.missing, [Range { from: 0, to: 0 }, Range { from: 2, to: 2 }]);
}

#[tokio::test]
async fn a_batch_may_bring_the_chain_of_somebody_else() {
    let hub = TestHub::start().unwrap();
    let (device, courier) = (Device::enrolled(&hub).await, Device::enrolled(&hub).await);
    let mut chain = Chain::with_records(1);
    device.submit(&chain.batch(0)).await.unwrap();
    let carried = chain.file_record();
    assert_eq!(courier.held(&chain.batch(2)).await, [carried]);
    assert_eq!(device.standing(chain.id(), &chain.locator()).await.head, Some(chain.head()));
}

#[tokio::test]
async fn what_the_hub_does_not_understand_is_kept() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let mut chain = Chain::open();
    let newer = chain.append(body("made_in_2031", serde_json::json!({"x": [1, 2]}), &[]));
    let odd = chain.append(journal::SealedBody::from_parts([9; 32], b"\xff\x00 no JSON".to_vec()).unwrap());
    let named = chain.append(body("a\0b", serde_json::json!(null), &[]));
    assert_eq!(device.held(&chain.batch(0)).await, [chain.hash(0), newer, odd, named]);
    let count = hub.custody().unwrap();
    assert_eq!((count.log, count.records), (4, 0));
}

#[tokio::test]
async fn a_request_over_the_limit_is_told_so_and_a_body_at_the_limit_passes() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let answer = device.send("POST", "/v1/batches", vec![b' '; journal::MAX_REQUEST_BYTES + 1]).await;
    assert_eq!(answer.fault(), HubFault::TooLarge);

    let mut chain = Chain::open();
    let largest = vec![b'x'; journal::MAX_BODY_BYTES];
    chain.append(journal::SealedBody::from_parts([1; 32], largest).unwrap());
    assert_eq!(device.held(&chain.batch(0)).await, [chain.hash(0), chain.hash(1)]);

    let too_many = Batch { chain: chain.id(), links: vec![vec![]; MAX_BATCH_LINKS + 1], bodies: vec![] };
    assert_eq!(device.submit(&too_many).await, Err(HubFault::TooLarge));
}

#[tokio::test]
async fn an_empty_batch_and_other_json_are_malformed() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let nothing = Batch { chain: Hash::of(b"x"), links: vec![], bodies: vec![] };
    assert_eq!(device.submit(&nothing).await, Err(HubFault::Malformed));
    for text in ["", "{}", "[1,2]", "<html>welcome</html>"] {
        let answer = device.send("POST", "/v1/batches", text.as_bytes().to_vec()).await;
        assert_eq!(answer.fault(), HubFault::Malformed, "{text}");
    }
    let locator = vec![Hash::of(b"x"); 65];
    let request = journal::StandingRequest { chain: Hash::of(b"x"), locator };
    let answer = device.send("POST", "/v1/standing", serde_json::to_vec(&request).unwrap()).await;
    assert_eq!(answer.fault(), HubFault::Malformed);
}

#[tokio::test(flavor = "multi_thread")]
async fn batches_of_one_chain_at_once_are_all_kept_in_order() {
    let hub = TestHub::start().unwrap();
    let device = std::sync::Arc::new(Device::enrolled(&hub).await);
    let chain = std::sync::Arc::new(Chain::with_records(40));
    let senders = (0..8).map(|_| {
        let (device, chain) = (device.clone(), chain.clone());
        tokio::spawn(async move {
            for end in (5..=41).step_by(6).chain([41]) {
                let mut batch = chain.batch(0);
                batch.links.truncate(end);
                batch.bodies.truncate(end);
                let answer = device.submit(&batch).await.unwrap();
                assert!(!answer.branched);
                assert_eq!(answer.receipt.verify(&device.hub_key).unwrap().held.len(), end);
            }
        })
    });
    for sender in senders.collect::<Vec<_>>() {
        sender.await.unwrap();
    }
    let count = hub.custody().unwrap();
    assert_eq!((count.links, count.records, count.branched), (41, 40, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn several_copies_of_a_hub_are_one_hub() {
    let hub = TestHub::start().unwrap();
    let chain = std::sync::Arc::new(Chain::with_records(30));
    let key = hub.state().unwrap().public_key();
    let senders = (0..4).map(|_| {
        let (copy, chain) = (hub.another_copy().unwrap(), chain.clone());
        tokio::spawn(async move {
            for end in [10, 20, 31] {
                let mut batch = chain.batch(0);
                batch.links.truncate(end);
                batch.bodies.truncate(end);
                let answer = copy.submit(batch).await.unwrap();
                assert!(!answer.branched);
                assert_eq!(answer.receipt.verify(&key).unwrap().held.len(), end);
            }
        })
    });
    for sender in senders.collect::<Vec<_>>() {
        sender.await.unwrap();
    }
    let count = hub.custody().unwrap();
    assert_eq!((count.links, count.records, count.chains, count.branched), (31, 30, 1, 0));
}

#[tokio::test]
async fn a_hub_restored_from_an_older_backup_says_less_and_takes_the_difference() {
    let mut hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let mut chain = Chain::with_records(2);
    device.submit(&chain.batch(0)).await.unwrap();
    let yesterday = hub.snapshot().unwrap();
    for _ in 0..3 {
        chain.file_record();
    }
    device.submit(&chain.batch(3)).await.unwrap();
    hub.restore_from(yesterday).unwrap();

    let standing = device.standing(chain.id(), &chain.locator()).await;
    assert_eq!(standing.head.map(|head| head.sequence), Some(2));
    let answer = device.submit(&chain.batch(3)).await.unwrap();
    let receipt = answer.receipt.verify(&device.hub_key).unwrap();
    assert_eq!((receipt.head, answer.branched), (chain.head(), false));
    assert_eq!(hub.custody().unwrap().records, 5);
}
