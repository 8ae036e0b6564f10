//! For those who keep the hub running: not signed, and nothing about its content.

use axum::{extract::State, http::StatusCode};

use crate::state::HubState;

/// The process lives.
#[utoipa::path(get, path = "/healthz", tag = "health", responses((status = 200, description = "The process lives")))]
pub(super) async fn healthz() -> &'static str {
    "alive\n"
}

/// PostgreSQL answers, and its tables are those that this version knows.
#[utoipa::path(
    get,
    path = "/readyz",
    tag = "health",
    responses((status = 200, description = "Ready to receive"), (status = 503, description = "PostgreSQL does not answer, or its tables are of another version"))
)]
pub(super) async fn readyz(State(hub): State<HubState>) -> (StatusCode, &'static str) {
    if hub.database().is_ready().await {
        (StatusCode::OK, "ready\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "PostgreSQL does not answer, or its tables are of another version\n")
    }
}
