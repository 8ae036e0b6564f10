//! A device that speaks the protocol over HTTP, in the words of `journal` alone.

use chrono::DateTime;
use domain::{AuthorId, RecordId, Stamp, Urgency};
use journal::{
    AnswerMark, Batch, BlobPart, BlobStanding, BlobUse, Body, BodyInBatch, EnrolAnswer, EnrolCode, EnrolRequest, Head,
    HubErrorBody, HubFault, Kind, Link, RequestMark, SealedBody, Standing, StandingRequest, SubmitAnswer,
    VerdictsAnswer, VerdictsRequest, follow, open_chain,
};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{json, value::to_raw_value};
use testkit::TestHub;
use vault::{Hash, PublicKey, SigningKey, random_bytes};

/// An answer whose mark was verified.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

pub struct Device {
    pub key: SigningKey,
    pub hub_key: PublicKey,
    pub address: String,
    pub http: reqwest::Client,
}

impl Device {
    /// A device that the hub does not know.
    pub fn stranger(hub: &TestHub) -> Self {
        let hub_key = hub.state().unwrap().public_key();
        Self { key: SigningKey::make().unwrap(), hub_key, address: hub.address(), http: client() }
    }

    pub async fn enrolled(hub: &TestHub) -> Self {
        let device = Self::stranger(hub);
        device.enrol(&hub.enrol_code().unwrap()).await.unwrap();
        device
    }

    /// Sends a signed request; verifies that the answer is signed by the hub for this request.
    pub async fn send(&self, method: &str, target: &str, body: Vec<u8>) -> Answer {
        let mark = RequestMark::sign(&self.key, random_bytes().unwrap(), method, target, &body);
        self.send_marked(method, target, body, &mark).await
    }

    pub async fn send_marked(&self, method: &str, target: &str, body: Vec<u8>, mark: &RequestMark) -> Answer {
        let hex = |bytes: &[u8]| data_encoding::HEXLOWER.encode(bytes);
        let response = self
            .http
            .request(method.parse().unwrap(), format!("{}{target}", self.address))
            .header("holdfast-device", hex(mark.device.as_bytes()))
            .header("holdfast-nonce", hex(&mark.nonce))
            .header("holdfast-signature", hex(mark.signature.as_bytes()))
            .body(body)
            .send()
            .await
            .unwrap();
        let status = response.status().as_u16();
        let header = |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        let (time, signature) = (header("holdfast-time"), header("holdfast-answer"));
        let body = response.bytes().await.unwrap().to_vec();
        let answer = AnswerMark {
            at: DateTime::parse_from_rfc3339(&time.expect("every answer tells the time")).unwrap().to_utc(),
            signature: signature.expect("every answer is signed").parse().unwrap(),
        };
        assert!(answer.verify(&self.hub_key, &mark.nonce, status, &body), "the answer's mark fits the answer");
        Answer { status, body }
    }

    async fn call<T: DeserializeOwned>(&self, path: &str, request: &impl Serialize) -> Result<T, HubFault> {
        self.send("POST", path, serde_json::to_vec(request).unwrap()).await.read()
    }

    pub async fn enrol(&self, code: &EnrolCode) -> Result<EnrolAnswer, HubFault> {
        let request = EnrolRequest { secret: code.secret.to_vec(), device: self.key.public() };
        self.call("/v1/enrol", &request).await
    }

    pub async fn standing(&self, chain: Hash, locator: &[Hash]) -> Standing {
        let request = StandingRequest { chain, locator: locator.to_vec() };
        self.call("/v1/standing", &request).await.unwrap()
    }

    pub async fn submit(&self, batch: &Batch) -> Result<SubmitAnswer, HubFault> {
        self.call("/v1/batches", batch).await
    }

    pub async fn verdicts(&self, chain: Hash, after: &str) -> VerdictsAnswer {
        self.call("/v1/verdicts", &VerdictsRequest { chain, after: after.to_owned() }).await.unwrap()
    }

    pub async fn put_blob(&self, part: BlobPart) -> Result<BlobStanding, HubFault> {
        let BlobPart { entry, hash, size, offset, bytes } = part;
        let target = format!("/v1/blobs/{hash}?entry={entry}&size={size}&offset={offset}");
        self.send("PUT", &target, bytes).await.read()
    }
}

impl Answer {
    pub fn read<T: DeserializeOwned>(&self) -> Result<T, HubFault> {
        if self.status == 200 { Ok(serde_json::from_slice(&self.body).unwrap()) } else { Err(self.fault()) }
    }

    pub fn fault(&self) -> HubFault {
        let error: HubErrorBody = serde_json::from_slice(&self.body).unwrap();
        assert_eq!((error.number, self.status), (error.fault.number(), error.fault.status()));
        error.fault
    }
}

/// Keeps no connection, so that a hub may be restarted between two calls.
pub fn client() -> reqwest::Client {
    plain().pool_max_idle_per_host(0).build().unwrap()
}

/// The provider is installed once a process, whatever test comes first.
pub fn plain() -> reqwest::ClientBuilder {
    let _installed_before = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().no_proxy()
}

/// A chain on a laptop, as long as the test wants it.
pub struct Chain {
    pub key: SigningKey,
    pub entries: Vec<(Link, SealedBody)>,
}

impl Chain {
    pub fn open() -> Self {
        let key = SigningKey::make().unwrap();
        let body = body("chain_opened", json!({}), &[]);
        let link = open_chain(&key, &body, None);
        Self { key, entries: vec![(link, body)] }
    }

    /// An opening and `count` records.
    pub fn with_records(count: usize) -> Self {
        let mut chain = Self::open();
        for _ in 0..count {
            chain.file_record();
        }
        chain
    }

    pub fn id(&self) -> Hash {
        self.entries[0].0.hash()
    }

    pub fn head(&self) -> Head {
        self.entries.last().unwrap().0.head()
    }

    pub fn hash(&self, at: usize) -> Hash {
        self.entries[at].0.hash()
    }

    pub fn append(&mut self, body: SealedBody) -> Hash {
        let link = follow(&self.key, self.id(), self.head(), &body);
        let hash = link.hash();
        self.entries.push((link, body));
        hash
    }

    pub fn file_record(&mut self) -> Hash {
        self.append(record(&[]))
    }

    /// The same chain on a copied laptop.
    pub fn copy(&self) -> Self {
        Self { key: SigningKey::from_seed(self.key.seed()), entries: self.entries.clone() }
    }

    pub fn links(&self, from: usize) -> Batch {
        let links = self.entries[from..].iter().map(|(link, _)| link.encode()).collect();
        Batch { chain: self.id(), links, bodies: Vec::new() }
    }

    pub fn body(&self, at: usize) -> BodyInBatch {
        BodyInBatch::new(self.hash(at), &self.entries[at].1)
    }

    /// Links and bodies from a number on.
    pub fn batch(&self, from: usize) -> Batch {
        let bodies = (from..self.entries.len()).map(|at| self.body(at)).collect();
        Batch { bodies, ..self.links(from) }
    }

    /// Every hash, newest first, as a locator without gaps.
    pub fn locator(&self) -> Vec<Hash> {
        (0..self.entries.len()).rev().map(|at| self.hash(at)).collect()
    }
}

pub fn record(blobs: &[BlobUse]) -> SealedBody {
    let payload = json!({
        "record": RecordId::from_bytes(random_bytes().unwrap()), "form": "visit", "form_hash": Hash::of(b"form"),
        "form_number": 1, "title": "Home visit", "people": [], "urgency": Urgency::Normal, "answers": {},
    });
    body("record_filed", payload, blobs)
}

pub fn body(kind: &str, payload: serde_json::Value, blobs: &[BlobUse]) -> SealedBody {
    let body = Body {
        author: AuthorId::from_bytes([1; 16]),
        certificate: None,
        kind: Kind(kind.to_owned()),
        kind_version: 1,
        event_time: None,
        recorded: Stamp {
            at: DateTime::parse_from_rfc3339("2026-11-21T10:00:00+00:00").unwrap(),
            zone: "Europe/London".to_owned(),
            uncertain: false,
        },
        subjects: Vec::new(),
        based_on: Vec::new(),
        blobs: blobs.to_vec(),
        payload: to_raw_value(&payload).unwrap(),
    };
    SealedBody::write(&body).unwrap()
}

impl Device {
    /// Submits a batch that must be taken; gives what the receipt lists as held.
    pub async fn held(&self, batch: &Batch) -> Vec<Hash> {
        let answer = self.submit(batch).await.unwrap();
        answer.receipt.verify(&self.hub_key).unwrap().held
    }
}
