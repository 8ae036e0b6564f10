//! The five calls of the protocol.

use axum::{
    Extension, Json,
    body::Bytes,
    extract::{
        Path, Query, State,
        rejection::{PathRejection, QueryRejection},
    },
};
use journal::{
    Batch, BlobPart, BlobStanding, EnrolAnswer, EnrolRequest, Hub, HubFault, Standing, StandingRequest, SubmitAnswer,
    VerdictsAnswer, VerdictsRequest,
};
use serde::{Deserialize, de::DeserializeOwned};
use vault::Hash;

use super::{answer::Fault, signed::Sender, wire};
use crate::state::HubState;

type Answer<T> = Result<Json<T>, Fault>;

/// Makes the hub know a device, by a one-time secret.
#[utoipa::path(post, path = "/v1/enrol", tag = "delivery", params(wire::Marks), request_body = wire::EnrolRequest,
    responses((status = 200, body = wire::EnrolAnswer), (status = "4XX", body = wire::HubErrorBody), (status = "5XX", body = wire::HubErrorBody)))]
pub(super) async fn enrol(
    State(hub): State<HubState>,
    Extension(sender): Extension<Sender>,
    body: Bytes,
) -> Answer<EnrolAnswer> {
    let request: EnrolRequest = read(&body)?;
    // A device enrols itself and nobody else.
    if request.device != sender.0 {
        return Err(HubFault::NotSigned.into());
    }
    Ok(Json(hub.enrol(request).await?))
}

/// Says what the hub holds of the sender's branch of a chain.
#[utoipa::path(post, path = "/v1/standing", tag = "delivery", params(wire::Marks), request_body = wire::StandingRequest,
    responses((status = 200, body = wire::Standing), (status = "4XX", body = wire::HubErrorBody), (status = "5XX", body = wire::HubErrorBody)))]
pub(super) async fn standing(State(hub): State<HubState>, body: Bytes) -> Answer<Standing> {
    let request: StandingRequest = read(&body)?;
    Ok(Json(hub.standing(request).await?))
}

/// Takes links and bodies, commits them, and answers with a receipt.
#[utoipa::path(post, path = "/v1/batches", tag = "delivery", params(wire::Marks), request_body = wire::Batch,
    responses((status = 200, body = wire::SubmitAnswer), (status = "4XX", body = wire::HubErrorBody), (status = "5XX", body = wire::HubErrorBody)))]
pub(super) async fn submit(State(hub): State<HubState>, body: Bytes) -> Answer<SubmitAnswer> {
    let batch: Batch = read(&body)?;
    Ok(Json(hub.submit(batch).await?))
}

/// Gives the verdicts after a cursor, on entries of one chain.
#[utoipa::path(post, path = "/v1/verdicts", tag = "delivery", params(wire::Marks), request_body = wire::VerdictsRequest,
    responses((status = 200, body = wire::VerdictsAnswer), (status = "4XX", body = wire::HubErrorBody), (status = "5XX", body = wire::HubErrorBody)))]
pub(super) async fn verdicts(State(hub): State<HubState>, body: Bytes) -> Answer<VerdictsAnswer> {
    let request: VerdictsRequest = read(&body)?;
    Ok(Json(hub.verdicts(request).await?))
}

/// The query of a part.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Part {
    entry: Hash,
    size: u64,
    offset: u64,
}

/// Takes a part of a file that an entry names; a part of no bytes asks how far the hub is.
#[utoipa::path(put, path = "/v1/blobs/{hash}", tag = "delivery", 
    params(wire::Marks, ("hash" = String, Path, description = "SHA-256 of the whole content, 64 hex characters"), wire::Part),
    request_body(content = String, content_type = "application/octet-stream", description = "The bytes, at most 1 MiB"),
    responses((status = 200, body = wire::BlobStanding), (status = "4XX", body = wire::HubErrorBody), (status = "5XX", body = wire::HubErrorBody)))]
pub(super) async fn put_blob(
    State(hub): State<HubState>,
    hash: Result<Path<Hash>, PathRejection>,
    part: Result<Query<Part>, QueryRejection>,
    body: Bytes,
) -> Answer<BlobStanding> {
    let Path(hash) = hash.map_err(|_| HubFault::Malformed)?;
    let Query(Part { entry, size, offset }) = part.map_err(|_| HubFault::Malformed)?;
    let part = BlobPart { entry, hash, size, offset, bytes: body.into() };
    Ok(Json(hub.put_blob(part).await?))
}

/// Any other path or method.
pub(super) async fn unknown() -> Fault {
    HubFault::Malformed.into()
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, HubFault> {
    serde_json::from_slice(body).map_err(|_| HubFault::Malformed)
}
