//! The protocol over HTTP. What the pinned hub did not sign, for this very request, is not heard.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use casebook::tables::hub::PinnedHub;
use chrono::{DateTime, TimeDelta, Utc};
use data_encoding::HEXLOWER;
use domain::Clock;
use journal::{
    AnswerMark, Batch, BlobPart, BlobStanding, EnrolAnswer, EnrolCode, EnrolRequest, Hub, HubErrorBody, Standing,
    StandingRequest, SubmitAnswer, VerdictsAnswer, VerdictsRequest,
};
use reqwest::{Method, Response, Url, header::HeaderMap, redirect::Policy};
use serde::{Serialize, de::DeserializeOwned};
use vault::{Hash, PublicKey, Signature};

use crate::{SyncFault, disk::blocking, signer::Signer, tls};

const MAX_ANSWER_BYTES: usize = 16 << 20;
/// A slow line is not a dead one: for every so many bytes a request has a second more.
const SLOWEST_BYTES_A_SECOND: u64 = 16 << 10;

/// What is known of a hub before it is spoken to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pin {
    /// Where it is.
    pub address: String,
    /// The key that signs its answers.
    pub key: PublicKey,
    /// SHA-256 of its TLS certificate (DER); none for plain HTTP on loopback.
    pub certificate: Option<Hash>,
}

impl From<&PinnedHub> for Pin {
    fn from(hub: &PinnedHub) -> Self {
        Self { address: hub.address.clone(), key: hub.key, certificate: hub.certificate }
    }
}

impl From<&EnrolCode> for Pin {
    fn from(code: &EnrolCode) -> Self {
        Self { address: code.address.clone(), key: code.hub_key, certificate: code.certificate }
    }
}

/// How long is waited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For the connection.
    pub connect: Duration,
    /// For a whole request of no size; large ones have more.
    pub answer: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), answer: Duration::from_secs(60) }
    }
}

/// A hub at the other end of a line.
pub struct HubClient {
    http: reqwest::Client,
    base: String,
    hub_key: PublicKey,
    signer: Arc<dyn Signer>,
    clock: Arc<dyn Clock>,
    patience: Patience,
    clock_off: Mutex<Option<TimeDelta>>,
}

impl HubClient {
    /// Makes ready to speak; nothing is sent yet.
    ///
    /// # Errors
    /// [`SyncFault::Address`] when the address and the certificate do not go together as the enrol
    /// code demands.
    pub fn new(
        pin: &Pin,
        signer: Arc<dyn Signer>,
        clock: Arc<dyn Clock>,
        patience: Patience,
    ) -> Result<Self, SyncFault> {
        // The one rule about addresses is the code's.
        let rule =
            EnrolCode { hub_key: pin.key, certificate: pin.certificate, secret: [0; 16], address: pin.address.clone() };
        rule.check_address()?;
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls::pinned_to(pin.certificate)?)
            .redirect(Policy::none())
            .no_proxy()
            .referer(false)
            .connect_timeout(patience.connect)
            .build()
            .map_err(|_| SyncFault::System("HTTP"))?;
        let base = pin.address.trim_end_matches('/').to_owned();
        Ok(Self { http, base, hub_key: pin.key, signer, clock, patience, clock_off: Mutex::new(None) })
    }

    /// The hub's clock minus this device's, as of the last signed answer.
    pub fn clock_off(&self) -> Option<TimeDelta> {
        *self.clock_off.lock().unwrap_or_else(PoisonError::into_inner)
    }

    async fn post<T: DeserializeOwned>(&self, verb: &str, request: &(impl Serialize + Sync)) -> Result<T, SyncFault> {
        let body = serde_json::to_vec(request).map_err(|_| SyncFault::System("JSON"))?;
        self.call(Method::POST, &format!("{}/v1/{verb}", self.base), "application/json", body).await
    }

    async fn call<T: DeserializeOwned>(
        &self,
        method: Method,
        url: &str,
        content: &'static str,
        body: Vec<u8>,
    ) -> Result<T, SyncFault> {
        let url = Url::parse(url).map_err(|_| SyncFault::Unreachable)?;
        let target = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        let nonce: [u8; 16] = vault::random_bytes().map_err(|_| SyncFault::System("randomness"))?;
        let (signer, verb) = (self.signer.clone(), method.clone());
        let (mark, body) = blocking(move || Ok((signer.mark(nonce, verb.as_str(), &target, &body)?, body))).await?;
        let size = u64::try_from(body.len()).unwrap_or(u64::MAX);
        let response = self
            .http
            .request(method, url)
            .timeout(self.patience.answer.saturating_add(Duration::from_secs(size / SLOWEST_BYTES_A_SECOND)))
            .header("content-type", content)
            .header("holdfast-device", mark.device.to_string())
            .header("holdfast-nonce", HEXLOWER.encode(&mark.nonce))
            .header("holdfast-signature", mark.signature.to_string())
            .body(body)
            .send()
            .await
            .map_err(|error| transport(&error))?;
        self.hear(&nonce, response).await
    }

    async fn hear<T: DeserializeOwned>(&self, nonce: &[u8; 16], response: Response) -> Result<T, SyncFault> {
        let status = response.status().as_u16();
        let mark = read_mark(response.headers());
        let body = read_body(response).await?;
        let Some(mark) = mark.filter(|mark| mark.verify(&self.hub_key, nonce, status, &body)) else {
            // Believing a stranger about size does no harm: less is sent at once.
            return Err(if status == 413 { SyncFault::TooLargeOnTheWay } else { SyncFault::NotTheHub });
        };
        *self.clock_off.lock().unwrap_or_else(PoisonError::into_inner) = Some(mark.at - self.clock.now());
        if status == 200 {
            return serde_json::from_slice(&body).map_err(|_| SyncFault::NotUnderstood);
        }
        let refusal: HubErrorBody = serde_json::from_slice(&body).map_err(|_| SyncFault::NotUnderstood)?;
        Err(SyncFault::Hub(refusal.fault))
    }
}

fn transport(error: &reqwest::Error) -> SyncFault {
    if tls::is_wrong_certificate(error) { SyncFault::WrongCertificate } else { SyncFault::Unreachable }
}

fn read_mark(headers: &HeaderMap) -> Option<AnswerMark> {
    let text = |name: &str| headers.get(name)?.to_str().ok();
    let at = DateTime::parse_from_rfc3339(text("holdfast-time")?).ok()?.with_timezone(&Utc);
    let signature: Signature = text("holdfast-answer")?.parse().ok()?;
    Some(AnswerMark { at, signature })
}

/// Reads the answer piece by piece, so that an endless one fills no memory.
async fn read_body(mut response: Response) -> Result<Vec<u8>, SyncFault> {
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await.map_err(|error| transport(&error))? {
        if body.len() + piece.len() > MAX_ANSWER_BYTES {
            return Err(SyncFault::NotTheHub);
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}

impl Hub for HubClient {
    type Error = SyncFault;

    async fn enrol(&self, request: EnrolRequest) -> Result<EnrolAnswer, SyncFault> {
        self.post("enrol", &request).await
    }

    async fn standing(&self, request: StandingRequest) -> Result<Standing, SyncFault> {
        self.post("standing", &request).await
    }

    async fn submit(&self, batch: Batch) -> Result<SubmitAnswer, SyncFault> {
        self.post("batches", &batch).await
    }

    async fn put_blob(&self, part: BlobPart) -> Result<BlobStanding, SyncFault> {
        let BlobPart { entry, hash, size, offset, bytes } = part;
        let url = format!("{}/v1/blobs/{hash}?entry={entry}&size={size}&offset={offset}", self.base);
        self.call(Method::PUT, &url, "application/octet-stream", bytes).await
    }

    async fn verdicts(&self, request: VerdictsRequest) -> Result<VerdictsAnswer, SyncFault> {
        self.post("verdicts", &request).await
    }
}
