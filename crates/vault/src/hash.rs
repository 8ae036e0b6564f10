//! SHA-256, as a value with a name.

use crate::hex::hex_bytes;
use sha2::{Digest, Sha256};

/// A SHA-256 of something: 32 bytes, written as 64 lower-case hex characters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash([u8; 32]);

hex_bytes!(Hash, 32);

impl Hash {
    /// The hash of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Hash {
        Hash::of_parts(&[bytes])
    }

    /// The hash of the parts one after the other, with nothing between them: the caller makes sure
    /// that the seams are clear, by fixed lengths or length prefixes.
    #[must_use]
    pub fn of_parts(parts: &[&[u8]]) -> Hash {
        let mut hasher = Hasher::new();
        for part in parts {
            hasher.update(part);
        }
        hasher.finish()
    }
}

/// A hash that is fed in pieces.
#[derive(Default)]
pub struct Hasher(Sha256);

impl Hasher {
    /// A hasher that has been fed nothing yet.
    #[must_use]
    pub fn new() -> Hasher {
        Hasher::default()
    }

    /// Feeds the next bytes.
    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    /// The hash of all that was fed.
    #[must_use]
    pub fn finish(self) -> Hash {
        Hash(self.0.finalize().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn is_sha_256_and_parts_are_plain_concatenation() {
        assert_eq!(Hash::of(b"abc").to_string(), ABC);
        assert_eq!(Hash::of_parts(&[b"a", b"", b"bc"]), Hash::of(b"abc"));
    }

    #[test]
    fn text_and_json_go_round_and_only_lower_case_is_taken() {
        let hash: Hash = ABC.parse().unwrap();
        assert_eq!(hash, Hash::of(b"abc"));
        let json = serde_json::to_string(&hash).unwrap();
        assert_eq!(json, format!("\"{ABC}\""));
        assert_eq!(serde_json::from_str::<Hash>(&json).unwrap(), hash);
        assert!(ABC.to_uppercase().parse::<Hash>().is_err(), "one spelling only");
        assert!(ABC[2..].parse::<Hash>().is_err(), "the length is fixed");
    }
}
