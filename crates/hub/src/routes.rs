//! The protocol over HTTP: a thin host over [`journal::Hub`].

mod answer;
mod body;
mod health;
mod signed;
mod v1;
mod wire;

use axum::{Router, extract::DefaultBodyLimit, middleware, routing::get};
use utoipa::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::HubState;

#[derive(OpenApi)]
#[openapi(info(
    title = "Holdfast hub",
    description = "The delivery protocol between a device and a hub. Every /v1 request and answer is signed: see docs/protocol.md."
))]
struct Document;

fn described() -> OpenApiRouter<HubState> {
    let mut document = Document::openapi();
    // Filled in from a field of Cargo.toml that is empty here.
    document.info.license = None;
    OpenApiRouter::with_openapi(document)
        .routes(routes!(v1::enrol))
        .routes(routes!(v1::standing))
        .routes(routes!(v1::submit))
        .routes(routes!(v1::verdicts))
        .routes(routes!(v1::put_blob))
        .routes(routes!(health::healthz))
        .routes(routes!(health::readyz))
}

/// The OpenAPI document of the routes, as JSON with a line end: what `docs/openapi.json` holds.
pub fn openapi_json() -> String {
    let (_, document) = described().split_for_parts();
    document.to_pretty_json().map(|json| json + "\n").unwrap_or_default()
}

/// Every route of a hub.
pub fn router(state: HubState) -> Router {
    let (routes, _) = described().split_for_parts();
    let document = openapi_json();
    routes
        .route(
            "/openapi.json",
            get(move || async { ([(axum::http::header::CONTENT_TYPE, "application/json")], document) }),
        )
        .fallback(v1::unknown)
        .method_not_allowed_fallback(v1::unknown)
        // The limit is kept where the signature is checked, so that its answer is signed too.
        .layer(DefaultBodyLimit::disable())
        .layer(middleware::from_fn_with_state(state.clone(), signed::check))
        .with_state(state)
}
