//! Files, part by part.

use journal::{Batch, BlobPart, BlobUse, HubFault, MAX_PART_BYTES, Range};
use testkit::TestHub;
use vault::{Hash, random_bytes};

use crate::device::{Chain, Device, record};

/// A file of a few odd parts.
struct File {
    bytes: Vec<u8>,
    hash: Hash,
}

impl File {
    fn of(length: usize) -> Self {
        let block: [u8; 4096] = random_bytes().unwrap();
        let bytes: Vec<u8> = block.iter().copied().cycle().take(length).collect();
        Self { hash: Hash::of(&bytes), bytes }
    }

    fn size(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn named(&self) -> BlobUse {
        BlobUse { hash: self.hash, size: self.size() }
    }

    fn part(&self, entry: Hash, from: usize, to: usize) -> BlobPart {
        let bytes = self.bytes[from..to].to_vec();
        BlobPart { entry, hash: self.hash, size: self.size(), offset: from as u64, bytes }
    }

    fn question(&self, entry: Hash) -> BlobPart {
        self.part(entry, 0, 0)
    }

    async fn send_all(&self, device: &Device, entry: Hash) {
        for from in (0..self.bytes.len()).step_by(MAX_PART_BYTES) {
            let to = self.bytes.len().min(from + MAX_PART_BYTES);
            device.put_blob(self.part(entry, from, to)).await.unwrap();
        }
    }
}

#[tokio::test]
async fn an_entry_is_whole_only_when_its_file_is() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let file = File::of(2 * MAX_PART_BYTES + 77);
    let mut chain = Chain::open();
    let entry = chain.append(record(&[file.named()]));
    assert_eq!(device.held(&chain.batch(0)).await, [chain.hash(0)], "the file is still to come");
    assert_eq!(hub.custody().unwrap().files_awaited, 1);
    assert_eq!(device.standing(chain.id(), &chain.locator()).await.missing, [Range { from: 1, to: 1 }]);

    let first = device.put_blob(file.part(entry, 0, MAX_PART_BYTES)).await.unwrap();
    assert_eq!((first.held, first.whole, first.receipt), (MAX_PART_BYTES as u64, false, None));
    // The laptop slept in between, and asks how far the hub is.
    let asked = device.put_blob(file.question(entry)).await.unwrap();
    assert_eq!((asked.held, asked.whole), (MAX_PART_BYTES as u64, false));
    device.put_blob(file.part(entry, MAX_PART_BYTES, 2 * MAX_PART_BYTES)).await.unwrap();
    let last = device.put_blob(file.part(entry, 2 * MAX_PART_BYTES, file.bytes.len())).await.unwrap();
    assert_eq!((last.held, last.whole), (file.size(), true));
    let receipt = last.receipt.unwrap().verify(&device.hub_key).unwrap();
    assert_eq!((receipt.held, receipt.head), (vec![entry], chain.head()));
    assert!(device.standing(chain.id(), &chain.locator()).await.missing.is_empty());
    let count = hub.custody().unwrap();
    assert_eq!((count.records, count.files_awaited), (1, 0));
}

#[tokio::test]
async fn a_part_sent_again_changes_nothing_and_one_out_of_place_is_refused() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let file = File::of(1000);
    let mut chain = Chain::open();
    let entry = chain.append(record(&[file.named()]));
    device.submit(&chain.batch(0)).await.unwrap();
    assert_eq!(device.put_blob(file.part(entry, 500, 600)).await, Err(HubFault::PartOutOfPlace));
    for _ in 0..2 {
        assert_eq!(device.put_blob(file.part(entry, 0, 500)).await.unwrap().held, 500);
    }
    assert_eq!(device.put_blob(file.part(entry, 400, 600)).await, Err(HubFault::PartOutOfPlace));
    for _ in 0..2 {
        let last = device.put_blob(file.part(entry, 500, 1000)).await.unwrap();
        let receipt = last.receipt.unwrap().verify(&device.hub_key).unwrap();
        assert_eq!((last.whole, receipt.held), (true, vec![entry]), "a lost reply is given again");
    }
}

#[tokio::test]
async fn a_file_with_another_hash_is_refused_and_may_be_sent_anew() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let file = File::of(1000);
    let mut chain = Chain::open();
    let entry = chain.append(record(&[file.named()]));
    device.submit(&chain.batch(0)).await.unwrap();
    let mut wrong = file.part(entry, 0, 1000);
    wrong.bytes[5] ^= 1;
    assert_eq!(device.put_blob(wrong).await, Err(HubFault::OtherBlob));
    assert_eq!(device.put_blob(file.question(entry)).await.unwrap().held, 0);
    assert!(device.put_blob(file.part(entry, 0, 1000)).await.unwrap().whole);
}

#[tokio::test]
async fn a_file_announced_with_a_wrong_size_spoils_nobody_elses() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let file = File::of(1000);
    let mut chain = Chain::open();
    let entry = chain.append(record(&[file.named()]));
    device.submit(&chain.batch(0)).await.unwrap();
    let mut larger = file.part(entry, 0, 1000);
    larger.size = 2000;
    assert!(!device.put_blob(larger).await.unwrap().whole);
    assert!(device.put_blob(file.part(entry, 0, 1000)).await.unwrap().whole);
}

#[tokio::test]
async fn two_files_and_one_shared_by_many_make_their_entries_whole() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let (form, photo, empty) = (File::of(300), File::of(70_000), File::of(0));
    let mut chain = Chain::open();
    let plain = chain.append(record(&[form.named()]));
    let pictured = chain.append(record(&[form.named(), photo.named(), empty.named()]));
    device.submit(&chain.batch(0)).await.unwrap();
    form.send_all(&device, plain).await;
    assert_eq!(hub.custody().unwrap().records, 1);
    photo.send_all(&device, pictured).await;
    assert_eq!(hub.custody().unwrap().records, 1, "one file is still to come");
    let last = device.put_blob(empty.question(pictured)).await.unwrap();
    assert_eq!(last.receipt.unwrap().verify(&device.hub_key).unwrap().held, [pictured]);

    let later = chain.append(record(&[form.named()]));
    assert_eq!(device.held(&chain.batch(3)).await, [later], "a file that is held is not asked for again");
}

#[tokio::test]
async fn a_file_may_come_before_the_body_that_names_it() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let file = File::of(5000);
    let mut chain = Chain::open();
    let entry = chain.append(record(&[file.named()]));
    device.submit(&chain.links(0)).await.unwrap();
    let sent = device.put_blob(file.part(entry, 0, 5000)).await.unwrap();
    assert!(sent.whole);
    assert!(sent.receipt.unwrap().verify(&device.hub_key).unwrap().held.is_empty(), "the body is not here");
    let bodies = Batch { chain: chain.id(), links: vec![], bodies: vec![chain.body(1)] };
    assert_eq!(device.held(&bodies).await, [entry]);
}

#[tokio::test]
async fn parts_that_belong_nowhere_are_refused() {
    let hub = TestHub::start().unwrap();
    let device = Device::enrolled(&hub).await;
    let file = File::of(100);
    let mut chain = Chain::open();
    let entry = chain.append(record(&[file.named()]));
    assert_eq!(device.put_blob(file.part(entry, 0, 100)).await, Err(HubFault::UnknownLink));
    device.submit(&chain.batch(0)).await.unwrap();
    let beyond = BlobPart { size: 50, ..file.part(entry, 0, 100) };
    assert_eq!(device.put_blob(beyond).await, Err(HubFault::Malformed));
    let endless = BlobPart { offset: u64::MAX, ..file.part(entry, 0, 100) };
    assert_eq!(device.put_blob(endless).await, Err(HubFault::Malformed));
    let large = File::of(MAX_PART_BYTES + 1);
    let whole = large.part(entry, 0, MAX_PART_BYTES + 1);
    assert_eq!(device.put_blob(whole).await, Err(HubFault::TooLarge));
    for target in ["/v1/blobs/abc?entry=1&size=2&offset=3", "/v1/blobs", "/v1/elsewhere"] {
        assert_eq!(device.send("PUT", target, vec![]).await.fault(), HubFault::Malformed, "{target}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_and_bodies_that_arrive_at_once_never_miss_each_other() {
    let hub = TestHub::start().unwrap();
    let device = std::sync::Arc::new(Device::enrolled(&hub).await);
    for round in 0..20 {
        let (one, two) = (File::of(900), File::of(901));
        let mut chain = Chain::open();
        let entry = chain.append(record(&[one.named(), two.named()]));
        device.submit(&chain.links(0)).await.unwrap();
        let bodies = Batch { chain: chain.id(), links: vec![], bodies: vec![chain.body(0), chain.body(1)] };
        let sender = device.clone();
        let body = tokio::spawn(async move { sender.submit(&bodies).await.unwrap() });
        let sends = [one, two].map(|file| {
            let sender = device.clone();
            tokio::spawn(async move { file.send_all(&sender, entry).await })
        });
        body.await.unwrap();
        for send in sends {
            send.await.unwrap();
        }
        assert!(device.standing(chain.id(), &chain.locator()).await.missing.is_empty(), "round {round}");
    }
}
