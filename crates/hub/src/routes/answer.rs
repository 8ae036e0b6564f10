//! A refusal as HTTP.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use journal::{HubErrorBody, HubFault};

/// A fault on its way out.
pub(super) struct Fault(pub(super) HubFault);

impl From<HubFault> for Fault {
    fn from(fault: HubFault) -> Self {
        Self(fault)
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        tracing::info!(number = self.0.number(), "refused");
        let status = StatusCode::from_u16(self.0.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        (status, Json(HubErrorBody::from(self.0))).into_response()
    }
}
