//! Enrolling this device at a hub by a one-time code.

use std::sync::Arc;

use casebook::{
    Casebook, CasebookFault,
    tables::{self, hub::PinnedHub},
};
use domain::{AuthorId, Clock, Stamp};
use journal::{EnrolCode, EnrolRequest, Enrolled, Hub, Known, NewEntry};

use crate::{HubClient, OwnKey, Patience, Pin, SyncFault, disk};

/// Name of the setting that holds the key which the hub knows this device by, in hex.
pub(crate) const DEVICE: &str = "enrolled_device";

/// Makes the hub know this device, and pins the hub, in the write that records it as an entry. What
/// was received by a hub pinned before keeps its receipts; what the new hub then says it does not
/// hold goes to it as well.
///
/// # Errors
/// [`SyncFault::Address`] before anything is sent; [`SyncFault::Hub`] with `CodeUnknown`, `CodeUsed`
/// or `CodeExpired`; any fault of the line. Nothing is pinned then. A repeat after a lost answer
/// succeeds.
pub async fn enrol(
    casebook: &Arc<Casebook>,
    clock: &Arc<dyn Clock>,
    code: &EnrolCode,
    author: AuthorId,
    recorded: Stamp,
) -> Result<PinnedHub, SyncFault> {
    let pin = Pin::from(code);
    let client = HubClient::new(&pin, Arc::new(OwnKey(casebook.clone())), clock.clone(), Patience::default())?;
    let (_, device) = casebook.device();
    let answer = client.enrol(EnrolRequest { secret: code.secret.to_vec(), device }).await?;
    let hub = PinnedHub {
        id: answer.hub,
        address: pin.address,
        key: pin.key,
        certificate: pin.certificate,
        enrolled: recorded.at,
        last_contact: Some(clock.now().fixed_offset()),
    };
    let pinned = hub.clone();
    disk::write(casebook, move |gate| {
        tables::hub::pin(gate, &pinned)?;
        tables::setting::set(gate, DEVICE, &device.to_string())?;
        gate.append(NewEntry {
            author,
            act: Known::Enrolled(Enrolled { address: pinned.address, hub_key: pinned.key }),
            event_time: None,
            recorded,
            subjects: Vec::new(),
            based_on: Vec::new(),
            blobs: Vec::new(),
        })?;
        Ok::<_, CasebookFault>(())
    })
    .await?;
    Ok(hub)
}
