//! `hub enrol-code`: the one-time code by which a device comes to know the hub.

use chrono::TimeDelta;
use journal::{EnrolCode, EnrolCodeFault};
use vault::{Hash, random_bytes};

use crate::state::HubState;

/// Why no code is made.
#[derive(Debug, thiserror::Error)]
pub enum CodeFault {
    /// The address may not be used as it is.
    #[error("a device cannot use this address: give https with the hub's certificate, or http on 127.0.0.1")]
    Address(#[from] EnrolCodeFault),
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness")]
    NoRandomness,
    /// PostgreSQL could not keep it.
    #[error("PostgreSQL could not keep the code: try again")]
    Unavailable,
}

impl HubState {
    /// Makes a code that one device may use within `valid`. `certificate` is the SHA-256 of the
    /// hub's TLS certificate (DER), none for plain HTTP on loopback.
    ///
    /// # Errors
    /// [`CodeFault`].
    pub async fn make_enrol_code(
        &self,
        address: &str,
        certificate: Option<Hash>,
        valid: TimeDelta,
    ) -> Result<EnrolCode, CodeFault> {
        let secret: [u8; 16] = random_bytes().map_err(|_| CodeFault::NoRandomness)?;
        let code = EnrolCode { hub_key: self.public_key(), certificate, secret, address: address.to_owned() };
        code.check_address()?;
        let made = self.clock.now();
        let secret_hash = Hash::of(&code.secret);
        let client = self.database.connect().await.map_err(|_| CodeFault::Unavailable)?;
        client
            .execute(
                "INSERT INTO enrol_code (secret_hash, made_at, expires_at) VALUES ($1, $2, $3)",
                &[&super::key(&secret_hash), &made, &(made + valid)],
            )
            .await
            .map_err(|_| CodeFault::Unavailable)?;
        Ok(code)
    }
}
