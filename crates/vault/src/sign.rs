//! Ed25519: signing, and checking strictly.

use crate::hex::hex_bytes;
use crate::random::{NoRandomness, random_secret};
use ed25519_dalek::Signer;
use zeroize::Zeroizing;

/// A private key that signs. It is wiped when dropped, and can be neither copied nor printed.
pub struct SigningKey(ed25519_dalek::SigningKey);

impl SigningKey {
    /// A new random key.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn make() -> Result<SigningKey, NoRandomness> {
        Ok(SigningKey::from_seed(random_secret()?))
    }

    /// The key of a 32-byte seed, as kept sealed in the casebook.
    #[must_use]
    pub fn from_seed(seed: Zeroizing<[u8; 32]>) -> SigningKey {
        SigningKey(ed25519_dalek::SigningKey::from_bytes(&seed))
    }

    /// The 32-byte seed, to be sealed and never written otherwise.
    #[must_use]
    pub fn seed(&self) -> Zeroizing<[u8; 32]> {
        Zeroizing::new(*self.0.as_bytes())
    }

    /// The public half.
    #[must_use]
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Signs `message` whole (pure Ed25519, no pre-hash).
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature(self.0.sign(message).to_bytes())
    }
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

/// An Ed25519 public key: 32 bytes, written as 64 lower-case hex characters. Any 32 bytes may be
/// held; bytes that are no key verify nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PublicKey([u8; 32]);

hex_bytes!(PublicKey, 32);

/// An Ed25519 signature: 64 bytes, written as 128 lower-case hex characters.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Signature([u8; 64]);

hex_bytes!(Signature, 64);

/// The signature was not made by this key over this message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the signature does not fit the message and the key")]
pub struct BadSignature;

impl PublicKey {
    /// Checks a signature strictly: weak keys and second spellings of a signature are refused, so
    /// that one message has one valid signature by a key and device and hub never disagree.
    ///
    /// # Errors
    /// [`BadSignature`].
    pub fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), BadSignature> {
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        ed25519_dalek::VerifyingKey::from_bytes(&self.0)
            .and_then(|key| key.verify_strict(message, &signature))
            .map_err(|_| BadSignature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_fits_one_message_and_one_key() {
        let key = SigningKey::make().unwrap();
        let signature = key.sign(b"a link");
        assert_eq!(key.public().verify(b"a link", &signature), Ok(()));
        assert_eq!(key.public().verify(b"a lunk", &signature), Err(BadSignature));
        let other = SigningKey::make().unwrap();
        assert_eq!(other.public().verify(b"a link", &signature), Err(BadSignature));
        for at in 0..64 {
            let mut bytes = *signature.as_bytes();
            bytes[at] ^= 1;
            let altered = Signature::from_bytes(bytes);
            assert_eq!(key.public().verify(b"a link", &altered), Err(BadSignature), "byte {at}");
        }
    }

    #[test]
    fn the_seed_gives_the_same_key_again() {
        // RFC 8032, 7.1, test 1.
        let seed = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let key = SigningKey::from_seed(Zeroizing::new(crate::hex::from_hex(seed).unwrap()));
        assert_eq!(key.public().to_string(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assert_eq!(SigningKey::from_seed(key.seed()).sign(b"x"), key.sign(b"x"));
    }

    #[test]
    fn a_weak_public_key_verifies_nothing() {
        // The neutral point: without the strict check it accepts a signature over any message.
        let mut neutral = [0u8; 32];
        neutral[0] = 1;
        let mut signature = [0u8; 64];
        signature[0] = 1;
        let verdict = PublicKey::from_bytes(neutral).verify(b"anything", &Signature::from_bytes(signature));
        assert_eq!(verdict, Err(BadSignature));
    }
}
