//! Whose database this is.

use domain::HubId;
use vault::PublicKey;

use crate::{database::Database, failure::Failure};

/// The hub that the database belongs to; none before one was set up.
pub(crate) async fn read(database: &Database) -> Result<Option<(HubId, PublicKey)>, Failure> {
    let client = database.connect().await?;
    let Some(row) = client.query_opt("SELECT id, public_key FROM hub", &[]).await? else {
        return Ok(None);
    };
    let public_key: &[u8] = row.try_get("public_key")?;
    let public_key = public_key.try_into().map_err(|_| Failure::Inside("a stored key"))?;
    Ok(Some((HubId(row.try_get("id")?), PublicKey::from_bytes(public_key))))
}

/// Makes the database this hub's. It fails when it belongs to one already.
pub(crate) async fn write(database: &Database, id: HubId, public_key: PublicKey) -> Result<(), Failure> {
    let client = database.connect().await?;
    let key: &[u8] = public_key.as_bytes();
    client.execute("INSERT INTO hub (id, public_key) VALUES ($1, $2)", &[&id.0, &key]).await?;
    Ok(())
}
