//! A casebook that was copied, or put back from an old copy.

use journal::{Batch, BodyInBatch, Continues, HubFault, Range, open_chain};
use testkit::TestHub;
use vault::SigningKey;

use crate::device::{Chain, Device, body};

#[tokio::test]
async fn both_branches_are_kept_and_the_second_is_told() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let mut original = Chain::with_records(2);
    device.submit(&original.batch(0)).await.unwrap();
    let mut copy = original.copy();
    original.file_record();
    copy.file_record();
    copy.file_record();
    assert!(!device.submit(&original.batch(3)).await.unwrap().branched);
    let answer = device.submit(&copy.batch(3)).await.unwrap();
    assert!(answer.branched, "another link stands at number 3");
    let receipt = answer.receipt.verify(&device.hub_key).unwrap();
    assert_eq!((receipt.head, receipt.held.len()), (copy.head(), 2));
    assert!(device.submit(&copy.batch(3)).await.unwrap().branched, "the same again is told the same");
    assert!(!device.submit(&original.batch(3)).await.unwrap().branched, "the first goes on");

    let count = hub.custody().unwrap();
    assert_eq!((count.links, count.records, count.branched), (6, 5, 1));
    hub.database().run("DO $$ BEGIN ASSERT (SELECT count(*) FROM alarm) = 1; END $$").expect("one alarm");
}

#[tokio::test]
async fn each_side_is_told_what_is_missing_on_its_own_branch() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let mut original = Chain::with_records(3);
    let mut shared = original.batch(0);
    shared.bodies.remove(1);
    device.submit(&shared).await.unwrap();
    let mut copy = original.copy();
    original.file_record();
    device.submit(&original.links(4)).await.unwrap();
    copy.file_record();
    copy.file_record();
    let mut theirs = copy.batch(4);
    theirs.bodies.remove(1);
    device.submit(&theirs).await.unwrap();

    let standing = device.standing(original.id(), &original.locator()).await;
    assert_eq!(standing.head, Some(original.head()));
    assert_eq!(standing.missing, [Range { from: 1, to: 1 }, Range { from: 4, to: 4 }]);
    let standing = device.standing(copy.id(), &copy.locator()).await;
    assert_eq!(standing.head, Some(copy.head()));
    assert_eq!(standing.missing, [Range { from: 1, to: 1 }, Range { from: 5, to: 5 }]);
}

#[tokio::test]
async fn before_the_fork_a_receipt_goes_no_further_than_the_sender_named() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let mut original = Chain::with_records(1);
    device.submit(&original.links(0)).await.unwrap();
    let mut copy = original.copy();
    original.file_record();
    copy.file_record();
    device.submit(&original.batch(2)).await.unwrap();
    device.submit(&copy.batch(2)).await.unwrap();
    let late = Batch { chain: copy.id(), links: vec![], bodies: vec![copy.body(1)] };
    let receipt = device.submit(&late).await.unwrap().receipt.verify(&device.hub_key).unwrap();
    assert_eq!(receipt.head, copy.entries[1].0.head(), "number 2 of the first branch is not the sender's");
    assert_eq!(receipt.held, [copy.hash(1)]);
}

#[tokio::test]
async fn the_second_branch_goes_on_as_a_chain_of_its_own() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let old = Chain::with_records(2);
    device.submit(&old.batch(0)).await.unwrap();
    let (continued, _) = continuing(&old, &old.key);
    let answer = device.submit(&continued).await.unwrap();
    assert!(!answer.branched);
    assert_eq!(hub.custody().unwrap().chains, 2);
    let agreed = "DO $$ BEGIN ASSERT (SELECT count(*) FROM chain WHERE continuation = 'agreed') = 1; END $$";
    hub.database().run(agreed).unwrap();
}

#[tokio::test]
async fn nobody_continues_a_chain_without_its_key() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let old = Chain::with_records(2);
    device.submit(&old.batch(0)).await.unwrap();
    let (stolen, _) = continuing(&old, &SigningKey::make().unwrap());
    assert_eq!(device.submit(&stolen).await, Err(HubFault::WrongSignature));
    assert_eq!(hub.custody().unwrap().chains, 1);
}

#[tokio::test]
async fn a_continuation_that_comes_before_its_old_chain_is_kept_and_settled_later() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let old = Chain::with_records(2);
    let (honest, _) = continuing(&old, &old.key);
    let (stolen, _) = continuing(&old, &SigningKey::make().unwrap());
    device.submit(&honest).await.unwrap();
    device.submit(&stolen).await.unwrap();
    let marks = |marks: &str| {
        let found = "(SELECT string_agg(continuation, ',' ORDER BY continuation) FROM chain)";
        hub.database().run(&format!("DO $$ BEGIN ASSERT {found} = '{marks}', {found}; END $$")).unwrap();
    };
    marks("unchecked,unchecked");
    device.submit(&old.batch(0)).await.unwrap();
    marks("agreed,disputed,none");
}

/// A chain with a new key that says it continues `old`, signed by `old_key`.
fn continuing(old: &Chain, old_key: &SigningKey) -> (Batch, SigningKey) {
    let key = SigningKey::make().unwrap();
    let sealed = body("chain_opened", serde_json::json!({}), &[]);
    let at = Continues { chain: old.id(), head: old.head() };
    let link = open_chain(&key, &sealed, Some((at, old_key)));
    let bodies = vec![BodyInBatch::new(link.hash(), &sealed)];
    (Batch { chain: link.hash(), links: vec![link.encode()], bodies }, key)
}
