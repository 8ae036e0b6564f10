//! The marks under requests and answers: an answer belongs to one request to one hub.

use chrono::DateTime;
use journal::{AnswerMark, RequestMark};

use crate::key;

const NONCE: [u8; 16] = [6; 16];

#[test]
fn a_request_is_marked_whole() {
    let mark = RequestMark::sign(&key(1), NONCE, "POST", "/v1/batches?x=1", b"body");
    assert!(mark.verify("POST", "/v1/batches?x=1", b"body"));
    assert!(!mark.verify("PUT", "/v1/batches?x=1", b"body"), "another method");
    assert!(!mark.verify("POST", "/v1/batches?x=2", b"body"), "another target");
    assert!(!mark.verify("POST", "/v1/batches?x=1", b"bodY"), "another body");
    assert!(
        !RequestMark { nonce: [7; 16], ..mark.clone() }.verify("POST", "/v1/batches?x=1", b"body"),
        "another nonce"
    );
    let taken_over = RequestMark { device: key(2).public(), ..mark };
    assert!(!taken_over.verify("POST", "/v1/batches?x=1", b"body"), "another device");
}

#[test]
fn method_and_target_cannot_run_into_each_other() {
    let mark = RequestMark::sign(&key(1), NONCE, "GET", "/a", b"");
    assert!(!mark.verify("GET/", "a", b""));
}

#[test]
fn an_answer_is_marked_whole_and_for_one_request() {
    let hub = key(3);
    let at = DateTime::from_timestamp_millis(1_795_424_400_123).unwrap();
    let mark = AnswerMark::sign(&hub, at, &NONCE, 200, b"body");
    assert!(mark.verify(&hub.public(), &NONCE, 200, b"body"));
    assert!(!mark.verify(&hub.public(), &[7; 16], 200, b"body"), "the answer to another request");
    assert!(!mark.verify(&hub.public(), &NONCE, 503, b"body"), "another status");
    assert!(!mark.verify(&hub.public(), &NONCE, 200, b"<html>"), "another body");
    assert!(!mark.verify(&key(4).public(), &NONCE, 200, b"body"), "another hub");
    let later = AnswerMark { at: at + chrono::TimeDelta::milliseconds(1), ..mark };
    assert!(!later.verify(&hub.public(), &NONCE, 200, b"body"), "another time");
}

#[test]
fn the_time_of_an_answer_survives_its_header() {
    let hub = key(3);
    let at = DateTime::from_timestamp(1_795_424_400, 123_456_789).unwrap();
    let mark = AnswerMark::sign(&hub, at, &NONCE, 200, b"");
    let header = mark.at.to_rfc3339();
    let read = AnswerMark { at: header.parse().unwrap(), ..mark };
    assert!(read.verify(&hub.public(), &NONCE, 200, b""), "{header}");
}
