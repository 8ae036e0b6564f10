//! Sealing something small, whole: the device's signing seed in the casebook's settings.
//!
//! `1 | salt 32 | nonce 12 | AES-256-GCM ciphertext and tag`, under HKDF(key, salt, "…/small").
//! The salt gives every message a key of its own, so that no count of messages wears the key out.

use crate::aead::Cipher;
use crate::derive::{derive, info};
use crate::random::{NoRandomness, random_bytes};
use crate::secret::DeviceSeedKey;
use zeroize::Zeroizing;

const VERSION: u8 = 1;
const SALT: usize = 32;
const NONCE: usize = 12;

/// Seals `plain` for the given context. `aad` is not stored: the same must be given to open.
///
/// # Errors
/// [`NoRandomness`].
pub fn seal_small(key: &DeviceSeedKey, aad: &[u8], plain: &[u8]) -> Result<Vec<u8>, NoRandomness> {
    let salt: [u8; SALT] = random_bytes()?;
    let nonce: [u8; NONCE] = random_bytes()?;
    let message_key = derive(key.0.as_slice(), &salt, info::SMALL);
    // Room for the tag, so that the plain bytes are sealed where they lie and never move.
    let mut body = Vec::with_capacity(plain.len() + crate::aead::TAG);
    body.extend_from_slice(plain);
    Cipher::new(&message_key).seal(&nonce, aad, &mut body);
    Ok([&[VERSION][..], &salt, &nonce, &body].concat())
}

/// Why something small did not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OpenSmallError {
    /// Written by a newer Holdfast.
    #[error("sealed by a newer version ({0})")]
    Newer(u8),
    /// Altered, cut short, or sealed under another key or for another context.
    #[error("the sealed bytes are damaged or belong elsewhere")]
    Damaged,
}

/// Opens what [`seal_small`] sealed under the same key and `aad`.
///
/// # Errors
/// See [`OpenSmallError`].
pub fn open_small(key: &DeviceSeedKey, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenSmallError> {
    let (version, rest) = sealed.split_first().ok_or(OpenSmallError::Damaged)?;
    if *version > VERSION {
        return Err(OpenSmallError::Newer(*version));
    }
    if *version != VERSION {
        return Err(OpenSmallError::Damaged);
    }
    let (salt, rest) = rest.split_first_chunk::<SALT>().ok_or(OpenSmallError::Damaged)?;
    let (nonce, body) = rest.split_first_chunk::<NONCE>().ok_or(OpenSmallError::Damaged)?;
    let message_key = derive(key.0.as_slice(), salt, info::SMALL);
    let mut plain = Zeroizing::new(body.to_vec());
    Cipher::new(&message_key).open(nonce, aad, &mut plain).map_err(|_| OpenSmallError::Damaged)?;
    Ok(plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CasebookKey;

    fn key(fill: u8) -> DeviceSeedKey {
        CasebookKey::from_bytes(Zeroizing::new([fill; 32])).derive_device_seed_key()
    }

    #[test]
    fn opens_only_under_the_same_key_and_context() {
        let sealed = seal_small(&key(1), b"device seed", b"thirty-two bytes").unwrap();
        assert_eq!(*open_small(&key(1), b"device seed", &sealed).unwrap(), b"thirty-two bytes");
        assert!(open_small(&key(2), b"device seed", &sealed).is_err());
        assert!(open_small(&key(1), b"another use", &sealed).is_err());
        assert_ne!(sealed, seal_small(&key(1), b"device seed", b"thirty-two bytes").unwrap());
    }

    #[test]
    fn every_flipped_byte_and_every_truncation_is_refused() {
        let sealed = seal_small(&key(1), b"", b"seed").unwrap();
        for at in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[at] ^= 0x10;
            assert!(open_small(&key(1), b"", &altered).is_err(), "byte {at} flipped");
            assert!(open_small(&key(1), b"", &sealed[..at]).is_err(), "cut to {at} bytes");
        }
    }

    #[test]
    fn a_newer_version_is_told_apart_from_damage() {
        let mut sealed = seal_small(&key(1), b"", b"seed").unwrap();
        sealed[0] = 2;
        assert_eq!(open_small(&key(1), b"", &sealed).unwrap_err(), OpenSmallError::Newer(2));
    }
}
