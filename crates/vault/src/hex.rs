//! Fixed-length bytes that are written as lower-case hex everywhere: one spelling, so that two
//! texts are equal exactly when the bytes are.

use data_encoding::HEXLOWER;

/// A text is not lower-case hex of the right length.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} bytes in lower-case hex")]
pub struct NotHex {
    /// How many bytes the text should have held.
    pub expected: usize,
}

/// Reads exactly `N` bytes of lower-case hex.
pub(crate) fn from_hex<const N: usize>(text: &str) -> Result<[u8; N], NotHex> {
    HEXLOWER.decode(text.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok()).ok_or(NotHex { expected: N })
}

/// Lower-case hex.
pub(crate) fn to_hex(bytes: &[u8]) -> String {
    HEXLOWER.encode(bytes)
}

/// `#[serde(with = "hex::serde_hex")]` for a plain array.
pub(crate) mod serde_hex {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};
    use std::borrow::Cow;

    pub(crate) fn serialize<S: Serializer, const N: usize>(bytes: &[u8; N], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&super::to_hex(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>, const N: usize>(from: D) -> Result<[u8; N], D::Error> {
        let text = Cow::<'de, str>::deserialize(from)?;
        super::from_hex(&text).map_err(D::Error::custom)
    }
}

/// Gives a newtype over `[u8; N]` its bytes, its hex text and its serde form.
macro_rules! hex_bytes {
    ($name:ident, $n:literal) => {
        impl $name {
            /// From the raw bytes, unchecked.
            #[must_use]
            pub const fn from_bytes(bytes: [u8; $n]) -> $name {
                $name(bytes)
            }

            /// The raw bytes.
            #[must_use]
            pub const fn as_bytes(&self) -> &[u8; $n] {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&$crate::hex::to_hex(&self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::hex::NotHex;

            fn from_str(text: &str) -> Result<$name, $crate::hex::NotHex> {
                $crate::hex::from_hex(text).map($name)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::hex::serde_hex::serialize(&self.0, to)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<$name, D::Error> {
                $crate::hex::serde_hex::deserialize(from).map($name)
            }
        }
    };
}
pub(crate) use hex_bytes;
