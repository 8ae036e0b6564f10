//! The body of a request, up to a limit.

use std::{future::poll_fn, pin::Pin};

use axum::body::{Body, Bytes, HttpBody};
use journal::{HubFault, MAX_REQUEST_BYTES};

/// How much of a request that is too large is read and thrown away: a sender that is cut off while
/// it still writes sees a broken connection, and would send the same again instead of less.
const MAX_THROWN_AWAY: usize = 8 * MAX_REQUEST_BYTES;

/// Reads all of it.
///
/// # Errors
/// [`HubFault::TooLarge`] beyond [`MAX_REQUEST_BYTES`], [`HubFault::Malformed`] when it ends early.
pub(super) async fn read(mut body: Body) -> Result<Bytes, HubFault> {
    let mut kept = Vec::new();
    let mut length = 0;
    while let Some(frame) = poll_fn(|context| Pin::new(&mut body).poll_frame(context)).await {
        let Ok(data) = frame.map_err(|_| HubFault::Malformed)?.into_data() else {
            continue;
        };
        length += data.len();
        if length > MAX_THROWN_AWAY {
            break;
        }
        if length <= MAX_REQUEST_BYTES {
            kept.extend_from_slice(&data);
        } else {
            kept = Vec::new();
        }
    }
    if length > MAX_REQUEST_BYTES { Err(HubFault::TooLarge) } else { Ok(kept.into()) }
}
