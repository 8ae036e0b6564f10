//! The hub that this device is enrolled at, as pinned at enrolment.

use chrono::{DateTime, FixedOffset};
use domain::HubId;
use rusqlite::{Connection, OptionalExtension, params};
use vault::{Hash, PublicKey};

/// A pinned hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinnedHub {
    /// Its id.
    pub id: HubId,
    /// Where it is.
    pub address: String,
    /// The key that signs its receipts and answers.
    pub key: PublicKey,
    /// SHA-256 of its TLS certificate; none on loopback.
    pub certificate: Option<Hash>,
    /// When this device was enrolled.
    pub enrolled: DateTime<FixedOffset>,
    /// When it last answered with its signature.
    pub last_contact: Option<DateTime<FixedOffset>>,
}

/// Pins a hub, in place of the one before.
pub fn pin(connection: &Connection, hub: &PinnedHub) -> rusqlite::Result<()> {
    connection.execute(
        "INSERT OR REPLACE INTO hub VALUES (1, ?, ?, ?, ?, ?, ?)",
        params![
            hub.id.as_bytes(),
            hub.address,
            hub.key.as_bytes(),
            hub.certificate.as_ref().map(Hash::as_bytes),
            hub.enrolled.to_rfc3339(),
            hub.last_contact.map(|at| at.to_rfc3339()),
        ],
    )?;
    Ok(())
}

/// The hub answered.
pub fn set_last_contact(connection: &Connection, at: DateTime<FixedOffset>) -> rusqlite::Result<()> {
    connection.prepare_cached("UPDATE hub SET last_contact = ?")?.execute([at.to_rfc3339()])?;
    Ok(())
}

/// The hub, when this device is enrolled at one.
pub fn pinned(connection: &Connection) -> rusqlite::Result<Option<PinnedHub>> {
    connection
        .prepare_cached("SELECT id, address, key, certificate, enrolled, last_contact FROM hub")?
        .query_row([], |row| {
            Ok(PinnedHub {
                id: HubId::from_bytes(row.get(0)?),
                address: row.get(1)?,
                key: PublicKey::from_bytes(row.get(2)?),
                certificate: row.get::<_, Option<[u8; 32]>>(3)?.map(Hash::from_bytes),
                enrolled: super::moment(row, 4)?,
                last_contact: row.get::<_, Option<String>>(5)?.and_then(|text| text.parse().ok()),
            })
        })
        .optional()
}
