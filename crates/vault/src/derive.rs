//! Keys from keys: HKDF-SHA256 and HMAC-SHA256, with every info string in one place.

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

/// What a derived key is for. The strings are frozen: a change makes every old casebook unreadable.
pub(crate) mod info {
    pub(crate) const DATABASE: &str = "holdfast/v1/database";
    pub(crate) const BLOBS: &str = "holdfast/v1/blobs";
    pub(crate) const BLOB_NAMES: &str = "holdfast/v1/blob-names";
    pub(crate) const KEY_FILE: &str = "holdfast/v1/key-file";
    pub(crate) const DEVICE_SEED: &str = "holdfast/v1/device-seed";
    pub(crate) const RECOVERY_SLOT: &str = "holdfast/v1/recovery-slot";
    pub(crate) const SLOT_WRAP: &str = "holdfast/v1/slot-wrap";
    pub(crate) const SLOT_COMMIT: &str = "holdfast/v1/slot-commit";
    pub(crate) const SEALED_BLOB: &str = "holdfast/v1/sealed-blob";
    pub(crate) const SMALL: &str = "holdfast/v1/small";
}

/// 32 bytes of HKDF-SHA256. An empty salt is HKDF's default of 32 zero bytes.
pub(crate) fn derive(secret: &[u8], salt: &[u8], info: &str) -> Zeroizing<[u8; 32]> {
    let mut key = Zeroizing::new([0u8; 32]);
    match Hkdf::<Sha256>::new(Some(salt), secret).expand(info.as_bytes(), key.as_mut_slice()) {
        Ok(()) => key,
        // The limit is 255 × 32 bytes, and going on with a key of zeros would be far worse.
        Err(_) => unreachable!("HKDF-SHA256 always gives 32 bytes"),
    }
}

/// An HMAC-SHA256 that has taken its key and waits for the message.
pub(crate) fn mac(key: &[u8; 32]) -> Hmac<Sha256> {
    // HMAC pads a short key with zeros to its block of 64 bytes. Doing so here makes the length
    // right by type.
    let mut block = Zeroizing::new([0u8; 64]);
    block[..32].copy_from_slice(key);
    Hmac::<Sha256>::new((&*block).into())
}

/// HMAC-SHA256 of one message.
pub(crate) fn mac_of(key: &[u8; 32], message: &[u8]) -> [u8; 32] {
    let mut mac = mac(key);
    mac.update(message);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("database", info::DATABASE)]
    #[case("blobs", info::BLOBS)]
    #[case("blob-names", info::BLOB_NAMES)]
    #[case("key-file", info::KEY_FILE)]
    #[case("device-seed", info::DEVICE_SEED)]
    fn the_keys_of_a_casebook_are_frozen(#[case] what_for: &str, #[case] info: &str) {
        let vectors = include_str!("../tests/vectors/values.json");
        let vectors: serde_json::Value = serde_json::from_str(vectors).unwrap();
        let casebook_key: [u8; 32] = crate::hex::from_hex(vectors["casebook_key"].as_str().unwrap()).unwrap();
        let derived = derive(&casebook_key, &[], info);
        assert_eq!(crate::hex::to_hex(derived.as_slice()), vectors["derived"][what_for]);
        assert_eq!(info, format!("holdfast/v1/{what_for}"));
    }
}
