//! Bytes as base64 in JSON, and a cursor for the frozen encodings.

use data_encoding::BASE64;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// serde: bytes as base64 text.
pub(crate) mod base64 {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(bytes: &[u8], out: S) -> Result<S::Ok, S::Error> {
        out.serialize_str(&BASE64.encode(bytes))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
        BASE64.decode(text.as_bytes()).map_err(|_| D::Error::custom("not base64"))
    }
}

/// serde: a list of byte strings, each as base64 text.
pub(crate) mod base64_list {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(list: &[Vec<u8>], out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(list.iter().map(|bytes| BASE64.encode(bytes)))
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Vec<u8>>, D::Error> {
        Vec::<String>::deserialize(from)?
            .iter()
            .map(|text| BASE64.decode(text.as_bytes()).map_err(|_| D::Error::custom("not base64")))
            .collect()
    }
}

/// Takes fixed pieces off the front of a frozen encoding.
pub(crate) struct Pieces<'a>(pub(crate) &'a [u8]);

impl<'a> Pieces<'a> {
    /// The next `N` bytes; none when there are fewer.
    pub(crate) fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (front, rest) = self.0.split_first_chunk::<N>()?;
        self.0 = rest;
        Some(*front)
    }

    /// Whether nothing is left over.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
