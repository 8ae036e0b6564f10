//! Whatever answers, only the pinned hub is believed, and nothing else makes a record received.

use std::{sync::Arc, time::Duration};

use chrono::Utc;
use domain::Clock;
use journal::{AnswerMark, Batch, EnrolCode, EnrolRequest, Hub, HubErrorBody, HubFault, StandingRequest};
use sync::{HubClient, OwnKey, Patience, Pin, SyncFault};
use vault::{Hash, SigningKey};

use crate::{
    line::{Act, Line, Request, plain_answer},
    world::Desk,
};

struct Caller {
    line: Line,
    client: HubClient,
    hub_key: Arc<SigningKey>,
    desk: Desk,
}

async fn caller() -> Caller {
    let desk = Desk::new(7);
    let line = Line::to(None).await;
    let hub_key = Arc::new(SigningKey::make().unwrap());
    let pin = Pin { address: line.address.clone(), key: hub_key.public(), certificate: None };
    let patience = Patience { connect: Duration::from_secs(1), answer: Duration::from_millis(400) };
    let clock: Arc<dyn Clock> = desk.clock.clone();
    let client = HubClient::new(&pin, Arc::new(OwnKey(desk.casebook.clone())), clock, patience).unwrap();
    Caller { line, client, hub_key, desk }
}

impl Caller {
    async fn code_of(&self) -> &'static str {
        let (chain, _) = self.desk.casebook.device();
        self.client.standing(StandingRequest { chain, locator: vec![chain] }).await.unwrap_err().code()
    }
}

fn nonce(request: &Request) -> [u8; 16] {
    let hex = request.header("holdfast-nonce").unwrap();
    let bytes: Vec<u8> = (0..16).map(|at| u8::from_str_radix(&hex[2 * at..2 * at + 2], 16).unwrap()).collect();
    bytes.try_into().unwrap()
}

fn signed(key: &SigningKey, at: chrono::DateTime<Utc>, nonce: &[u8; 16], status: u16, body: &str) -> Vec<u8> {
    let mark = AnswerMark::sign(key, at, nonce, status, body.as_bytes());
    let more = format!("holdfast-time: {}\r\nholdfast-answer: {}\r\n", mark.at.to_rfc3339(), mark.signature);
    plain_answer(&format!("{status} x"), &more, body)
}

const NOTHING_HELD: &str = r#"{"head":null,"missing":[]}"#;

#[tokio::test]
async fn the_hubs_own_answer_is_heard_and_its_clock_compared() {
    let caller = caller().await;
    let (key, ahead) = (caller.hub_key.clone(), caller.desk.clock.now() + chrono::TimeDelta::minutes(42));
    caller.line.rule(move |request| Act::Answer(signed(&key, ahead, &nonce(request), 200, NOTHING_HELD)));
    let (chain, _) = caller.desk.casebook.device();
    let standing = caller.client.standing(StandingRequest { chain, locator: vec![chain] }).await.unwrap();
    assert_eq!(standing.head, None);
    assert_eq!(caller.client.clock_off(), Some(chrono::TimeDelta::minutes(42)));
}

#[tokio::test]
async fn a_page_that_says_200_is_not_the_hub() {
    let caller = caller().await;
    caller.line.rule(|_| Act::Answer(plain_answer("200 OK", "content-type: text/html\r\n", "<html>Welcome</html>")));
    assert_eq!(caller.code_of().await, "not_the_hub");
    caller.line.rule(|_| Act::Answer(plain_answer("200 OK", "", NOTHING_HELD)));
    assert_eq!(caller.code_of().await, "not_the_hub", "the right words without the signature");
    caller.line.rule(|_| Act::Answer(plain_answer("502 Bad Gateway", "", "proxy")));
    assert_eq!(caller.code_of().await, "not_the_hub");
    assert_eq!(caller.client.clock_off(), None, "a stranger's clock is nothing to go by");
}

#[tokio::test]
async fn an_answer_signed_by_another_key_or_for_another_request_is_not_the_hub() {
    let caller = caller().await;
    let (other, at) = (SigningKey::make().unwrap(), caller.desk.clock.now());
    caller.line.rule(move |request| Act::Answer(signed(&other, at, &nonce(request), 200, NOTHING_HELD)));
    assert_eq!(caller.code_of().await, "not_the_hub");
    let key = caller.hub_key.clone();
    caller.line.rule(move |_| Act::Answer(signed(&key, at, &[9; 16], 200, NOTHING_HELD)));
    assert_eq!(caller.code_of().await, "not_the_hub", "an old answer played again");
    let key = caller.hub_key.clone();
    caller.line.rule(move |request| {
        let honest = String::from_utf8(signed(&key, at, &nonce(request), 404, NOTHING_HELD)).unwrap();
        Act::Answer(honest.replace("404", "200").into_bytes())
    });
    assert_eq!(caller.code_of().await, "not_the_hub", "the status is signed too");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let caller = caller().await;
    let elsewhere = Line::to(None).await;
    elsewhere.rule(|_| Act::Answer(plain_answer("200 OK", "", "x")));
    let location = format!("location: {}/v1/standing\r\n", elsewhere.address);
    caller.line.rule(move |_| Act::Answer(plain_answer("307 Temporary Redirect", &location, "")));
    assert_eq!(caller.code_of().await, "not_the_hub");
    assert!(elsewhere.log().is_empty(), "nothing goes anywhere else");
}

#[tokio::test]
async fn a_hub_that_hangs_or_breaks_off_is_unreachable() {
    let caller = caller().await;
    caller.line.rule(|_| Act::Hang);
    assert_eq!(caller.code_of().await, "unreachable");
    let (key, at) = (caller.hub_key.clone(), caller.desk.clock.now());
    caller.line.rule(move |request| {
        let whole = signed(&key, at, &nonce(request), 200, NOTHING_HELD);
        // The length that was announced never comes.
        let announced = String::from_utf8(whole).unwrap().replace("content-length: 26", "content-length: 260");
        Act::Answer(announced.into_bytes())
    });
    assert_eq!(caller.code_of().await, "unreachable");
}

#[tokio::test]
async fn nobody_there_is_unreachable() {
    let caller = caller().await;
    let nobody = Pin { address: "http://127.0.0.1:9".to_owned(), key: caller.hub_key.public(), certificate: None };
    let clock: Arc<dyn Clock> = caller.desk.clock.clone();
    let client =
        HubClient::new(&nobody, Arc::new(OwnKey(caller.desk.casebook.clone())), clock, Patience::default()).unwrap();
    let (chain, _) = caller.desk.casebook.device();
    let fault = client.standing(StandingRequest { chain, locator: vec![chain] }).await.unwrap_err();
    assert_eq!(fault.code(), "unreachable");
}

#[tokio::test]
async fn too_large_is_told_apart_whether_the_hub_or_a_proxy_says_it() {
    let caller = caller().await;
    let batch = || Batch { chain: Hash::of(b"x"), links: vec![vec![0; 10]], bodies: Vec::new() };
    caller.line.rule(|_| Act::Answer(plain_answer("413 Payload Too Large", "", "<html>nginx</html>")));
    assert_eq!(caller.client.submit(batch()).await.unwrap_err().code(), "too_large_on_the_way");
    let (key, at) = (caller.hub_key.clone(), caller.desk.clock.now());
    let body = serde_json::to_string(&HubErrorBody::from(HubFault::TooLarge)).unwrap();
    caller.line.rule(move |request| Act::Answer(signed(&key, at, &nonce(request), 413, &body)));
    assert!(matches!(caller.client.submit(batch()).await, Err(SyncFault::Hub(HubFault::TooLarge))));
}

#[tokio::test]
async fn a_signed_answer_that_this_version_does_not_know_is_told_apart() {
    let caller = caller().await;
    for (status, body) in [(200, r#"{"news":1}"#), (422, r#"{"number":4299,"fault":"from_the_future","message":""}"#)] {
        let (key, at) = (caller.hub_key.clone(), caller.desk.clock.now());
        caller.line.rule(move |request| Act::Answer(signed(&key, at, &nonce(request), status, body)));
        assert_eq!(caller.code_of().await, "not_understood");
    }
}

#[tokio::test]
async fn an_endless_answer_fills_no_memory() {
    let caller = caller().await;
    caller.line.rule(|_| Act::Answer(plain_answer("200 OK", "", &"x".repeat(17 << 20))));
    let code = caller.code_of().await;
    assert!(["not_the_hub", "unreachable"].contains(&code), "cut off by size, or by time: {code}");
}

#[tokio::test]
async fn without_encryption_no_other_machine_is_spoken_to() {
    let caller = caller().await;
    for (address, certificate) in [("http://hub.example:8470", None), ("https://hub.example", None)] {
        let pin = Pin { address: address.to_owned(), key: caller.hub_key.public(), certificate };
        let clock: Arc<dyn Clock> = caller.desk.clock.clone();
        let made = HubClient::new(&pin, Arc::new(OwnKey(caller.desk.casebook.clone())), clock, Patience::default());
        assert_eq!(made.err().unwrap().code(), "not_encrypted", "{address}");
    }
}

#[tokio::test]
async fn every_request_is_signed_by_the_device_over_path_query_and_body() {
    let caller = caller().await;
    let part = journal::BlobPart { entry: Hash::of(b"e"), hash: Hash::of(b"h"), size: 9, offset: 3, bytes: vec![1, 2] };
    caller.line.rule(|_| Act::Answer(plain_answer("200 OK", "", "")));
    let (_, device) = caller.desk.casebook.device();
    let _unsigned = caller.client.put_blob(part).await;
    let _unsigned = caller.client.enrol(EnrolRequest { secret: vec![0; 16], device }).await;
    let log = caller.line.log();
    assert_eq!(log.len(), 2);
    for request in log.iter() {
        let mark = journal::RequestMark {
            device: request.header("holdfast-device").unwrap().parse().unwrap(),
            nonce: nonce(request),
            signature: request.header("holdfast-signature").unwrap().parse().unwrap(),
        };
        assert_eq!(mark.device, device);
        assert!(mark.verify(&request.method, &request.target, &request.body), "{}", request.target);
    }
    assert!(log[0].target.ends_with("&size=9&offset=3"), "{}", log[0].target);
}

#[tokio::test]
async fn a_mistyped_code_is_never_used() {
    let caller = caller().await;
    let code = EnrolCode {
        hub_key: caller.hub_key.public(),
        certificate: None,
        secret: [1; 16],
        address: "http://hub.example".to_owned(),
    };
    assert_eq!(caller.desk.enrol(&code).await.unwrap_err().code(), "not_encrypted");
    assert!(caller.line.log().is_empty());
}
