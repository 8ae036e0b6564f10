//! The one-time code by which a device comes to know a hub.

use std::{fmt, str::FromStr};

use data_encoding::BASE64URL_NOPAD;
use vault::{Hash, PublicKey};

use crate::encoding::Pieces;

const PREFIX: &str = "HF1-";

/// Everything that a device pins about a hub, and the secret that the hub takes once.
#[derive(Clone, PartialEq, Eq)]
pub struct EnrolCode {
    /// The hub's receipt key.
    pub hub_key: PublicKey,
    /// SHA-256 of the hub's TLS certificate (DER); none for plain HTTP on loopback.
    pub certificate: Option<Hash>,
    /// The one-time secret.
    pub secret: [u8; 16],
    /// Where the hub is, e.g. `https://hub.example:8443`.
    pub address: String,
}

/// Why a text is no enrol code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnrolCodeFault {
    /// Mistyped or cut short: the check at its end does not fit.
    #[error("the enrol code is mistyped or incomplete")]
    Mistyped,
    /// Without encryption only a hub on this very machine is allowed.
    #[error("the enrol code names a hub without encryption on another machine")]
    NotEncrypted,
}

impl EnrolCode {
    /// Whether the address may be used as the code says: `https` with a pinned certificate, or
    /// plain `http` on loopback.
    pub fn check_address(&self) -> Result<(), EnrolCodeFault> {
        let loopback = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
            .iter()
            .any(|start| self.address.strip_prefix(start).is_some_and(ends_host));
        match &self.certificate {
            Some(_) if self.address.starts_with("https://") => Ok(()),
            None if loopback => Ok(()),
            _ => Err(EnrolCodeFault::NotEncrypted),
        }
    }
}

impl fmt::Display for EnrolCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = self.hub_key.as_bytes().to_vec();
        bytes.extend_from_slice(&self.certificate.map_or([0; 32], |hash| *hash.as_bytes()));
        bytes.extend_from_slice(&self.secret);
        bytes.extend_from_slice(self.address.as_bytes());
        let check = Hash::of(&bytes);
        bytes.extend_from_slice(&check.as_bytes()[..4]);
        write!(f, "{PREFIX}{}", BASE64URL_NOPAD.encode(&bytes))
    }
}

impl FromStr for EnrolCode {
    type Err = EnrolCodeFault;
    fn from_str(text: &str) -> Result<Self, EnrolCodeFault> {
        let compact: String = text.split_whitespace().collect();
        let code = read(&compact).ok_or(EnrolCodeFault::Mistyped)?;
        code.check_address()?;
        Ok(code)
    }
}

impl fmt::Debug for EnrolCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EnrolCode({})", self.address)
    }
}

/// Whether a host's name ends where `rest` begins: at a port, a path or the end. A port of digits
/// only, because in `http://localhost:1@elsewhere` what looks like one is part of a user's name.
fn ends_host(rest: &str) -> bool {
    let port = rest.split('/').next().unwrap_or_default();
    port.is_empty() || port.strip_prefix(':').is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

fn read(text: &str) -> Option<EnrolCode> {
    let bytes = BASE64URL_NOPAD.decode(text.strip_prefix(PREFIX)?.as_bytes()).ok()?;
    let (bytes, check) = bytes.split_last_chunk::<4>()?;
    if Hash::of(bytes).as_bytes()[..4] != check[..] {
        return None;
    }
    let mut pieces = Pieces(bytes);
    let hub_key = PublicKey::from_bytes(pieces.take()?);
    let certificate = pieces.take::<32>()?;
    Some(EnrolCode {
        hub_key,
        certificate: (certificate != [0; 32]).then_some(Hash::from_bytes(certificate)),
        secret: pieces.take()?,
        address: String::from_utf8(pieces.0.to_vec()).ok()?,
    })
}
