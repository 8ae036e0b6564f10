//! The devices that the hub knows.

use vault::PublicKey;

use crate::{database::Database, failure::Failure};

/// Whether a device is enrolled.
pub(crate) async fn is_enrolled(database: &Database, device: &PublicKey) -> Result<bool, Failure> {
    let client = database.connect().await?;
    let query = client.prepare_cached("SELECT 1 FROM device WHERE key = $1").await?;
    let key: &[u8] = device.as_bytes();
    Ok(client.query_opt(&query, &[&key]).await?.is_some())
}
