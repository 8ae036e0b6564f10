//! How a request is signed by a device and its answer by the hub. A page of a captive portal, a
//! proxy's error or another hub at the same address carries no such answer.

use chrono::{DateTime, Utc};
use vault::{Hash, PublicKey, Signature, SigningKey};

const REQUEST_AS: &[u8] = b"holdfast request 1\0";
const ANSWER_AS: &[u8] = b"holdfast answer 1\0";

/// What a device signs. Sent as the headers `holdfast-device`, `holdfast-nonce` and
/// `holdfast-signature`, all hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestMark {
    /// The device's key.
    pub device: PublicKey,
    /// Random, so that an answer belongs to one request.
    pub nonce: [u8; 16],
    /// By the device's key.
    pub signature: Signature,
}

impl RequestMark {
    /// Signs a request. `target` is path and query, as sent.
    pub fn sign(key: &SigningKey, nonce: [u8; 16], method: &str, target: &str, body: &[u8]) -> Self {
        let signature = key.sign(&request(&nonce, method, target, body));
        Self { device: key.public(), nonce, signature }
    }

    /// Whether it is the mark of this request.
    pub fn verify(&self, method: &str, target: &str, body: &[u8]) -> bool {
        self.device.verify(&request(&self.nonce, method, target, body), &self.signature).is_ok()
    }
}

/// What a hub signs under every answer. Sent as the headers `holdfast-time` (RFC 3339) and
/// `holdfast-answer`, hex.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerMark {
    /// By the hub's clock.
    pub at: DateTime<Utc>,
    /// By the hub's receipt key.
    pub signature: Signature,
}

impl AnswerMark {
    /// Signs an answer to the request with this nonce.
    pub fn sign(key: &SigningKey, at: DateTime<Utc>, nonce: &[u8; 16], status: u16, body: &[u8]) -> Self {
        let at = DateTime::from_timestamp_millis(at.timestamp_millis()).unwrap_or(at);
        Self { at, signature: key.sign(&answer(at, nonce, status, body)) }
    }

    /// Whether it is the mark of this answer, by the pinned key.
    pub fn verify(&self, hub: &PublicKey, nonce: &[u8; 16], status: u16, body: &[u8]) -> bool {
        hub.verify(&answer(self.at, nonce, status, body), &self.signature).is_ok()
    }
}

fn request(nonce: &[u8; 16], method: &str, target: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = REQUEST_AS.to_vec();
    bytes.extend_from_slice(nonce);
    bytes.extend_from_slice(method.as_bytes());
    bytes.push(0);
    bytes.extend_from_slice(target.as_bytes());
    bytes.push(0);
    bytes.extend_from_slice(Hash::of(body).as_bytes());
    bytes
}

fn answer(at: DateTime<Utc>, nonce: &[u8; 16], status: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = ANSWER_AS.to_vec();
    bytes.extend_from_slice(nonce);
    bytes.extend_from_slice(&at.timestamp_millis().to_be_bytes());
    bytes.extend_from_slice(&status.to_be_bytes());
    bytes.extend_from_slice(Hash::of(body).as_bytes());
    bytes
}
