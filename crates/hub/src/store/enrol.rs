//! A device enrols with a code: once, though the same device may repeat it.

use chrono::{DateTime, Utc};
use journal::{EnrolAnswer, EnrolRequest, HubFault};
use vault::Hash;

use crate::{failure::Failure, state::HubState};

pub(crate) async fn enrol(hub: &HubState, request: EnrolRequest) -> Result<EnrolAnswer, Failure> {
    if request.secret.len() != 16 {
        return Err(HubFault::Malformed.into());
    }
    let now = hub.clock.now();
    let device: &[u8] = request.device.as_bytes();
    let secret_hash = Hash::of(&request.secret);
    let code = super::key(&secret_hash);

    let mut client = hub.database.connect().await?;
    let work = client.transaction().await?;
    // The row is locked: of two devices with one code, one comes second.
    let row = work
        .query_opt("SELECT expires_at, used_by FROM enrol_code WHERE secret_hash = $1 FOR UPDATE", &[&code])
        .await?
        .ok_or(HubFault::CodeUnknown)?;
    match row.try_get::<_, Option<&[u8]>>("used_by")? {
        // The answer to its first try was lost.
        Some(by) if by == device => {}
        Some(_) => return Err(HubFault::CodeUsed.into()),
        None if row.try_get::<_, DateTime<Utc>>("expires_at")? <= now => {
            return Err(HubFault::CodeExpired.into());
        }
        None => {
            work.execute(
                "INSERT INTO device (key, enrolled_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                &[&device, &now],
            )
            .await?;
            work.execute(
                "UPDATE enrol_code SET used_by = $1, used_at = $2 WHERE secret_hash = $3",
                &[&device, &now, &code],
            )
            .await?;
        }
    }
    work.commit().await?;
    tracing::info!(device = %request.device, "a device is enrolled");
    Ok(EnrolAnswer { hub: hub.id() })
}
