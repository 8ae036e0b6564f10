//! Every request under /v1 is signed by a device, and every answer by the hub.

use axum::{
    body::Body,
    extract::{Request, State},
    http::{HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
    response::{IntoResponse, Response},
};
use chrono::SecondsFormat;
use data_encoding::HEXLOWER;
use journal::{AnswerMark, HubFault, RequestMark};
use vault::PublicKey;

use super::{answer::Fault, body};
use crate::{state::HubState, store};

const DEVICE: &str = "holdfast-device";
const NONCE: &str = "holdfast-nonce";
const SIGNATURE: &str = "holdfast-signature";
const TIME: HeaderName = HeaderName::from_static("holdfast-time");
const ANSWER: HeaderName = HeaderName::from_static("holdfast-answer");

/// The device that signed the request.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sender(pub(super) PublicKey);

/// Lets a request pass that a known device signed; signs the answer, whatever it is.
pub(super) async fn check(State(hub): State<HubState>, request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with("/v1/") {
        return next.run(request).await;
    }
    let nonce = hex(request.headers(), NONCE);
    let response = match admit(&hub, request).await {
        Ok(request) => next.run(request).await,
        Err(fault) => Fault(fault).into_response(),
    };
    // Without a nonce there is nothing that the answer could be tied to.
    match nonce {
        Some(nonce) => sign(&hub, &nonce, response).await,
        None => response,
    }
}

async fn admit(hub: &HubState, request: Request) -> Result<Request, HubFault> {
    let (mut parts, content) = request.into_parts();
    let mark = read_mark(&parts.headers);
    let content = body::read(content).await?;
    let mark = mark.ok_or(HubFault::NotSigned)?;
    let target = parts.uri.path_and_query().map_or("/", |target| target.as_str());
    if !mark.verify(parts.method.as_str(), target, &content) {
        return Err(HubFault::NotSigned);
    }
    // Enrolling is how a device becomes known.
    if parts.uri.path() != "/v1/enrol" {
        let known = store::device::is_enrolled(hub.database(), &mark.device).await;
        if !known.map_err(crate::failure::Failure::tell)? {
            return Err(HubFault::UnknownDevice);
        }
    }
    parts.extensions.insert(Sender(mark.device));
    Ok(Request::from_parts(parts, Body::from(content)))
}

async fn sign(hub: &HubState, nonce: &[u8; 16], response: Response) -> Response {
    let (mut parts, content) = response.into_parts();
    // What the hub answers stands in memory already.
    let Ok(content) = axum::body::to_bytes(content, usize::MAX).await else {
        return Fault(HubFault::Unavailable).into_response();
    };
    let mark = AnswerMark::sign(hub.identity.key(), hub.clock.now(), nonce, parts.status.as_u16(), &content);
    let time = mark.at.to_rfc3339_opts(SecondsFormat::Millis, true);
    for (name, value) in [(TIME, time), (ANSWER, mark.signature.to_string())] {
        if let Ok(value) = HeaderValue::from_str(&value) {
            parts.headers.insert(name, value);
        }
    }
    Response::from_parts(parts, Body::from(content))
}

fn read_mark(headers: &HeaderMap) -> Option<RequestMark> {
    Some(RequestMark {
        device: PublicKey::from_bytes(hex(headers, DEVICE)?),
        nonce: hex(headers, NONCE)?,
        signature: vault::Signature::from_bytes(hex(headers, SIGNATURE)?),
    })
}

fn hex<const N: usize>(headers: &HeaderMap, name: &str) -> Option<[u8; N]> {
    HEXLOWER.decode(headers.get(name)?.as_bytes()).ok()?.try_into().ok()
}
