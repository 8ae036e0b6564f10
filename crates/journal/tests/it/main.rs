//! The rules of the journal, from outside.

// Clippy takes only functions marked `#[test]` for tests; what they share is test code too.
#![allow(clippy::unwrap_used, clippy::panic)]

mod body;
mod chain;
mod enrol;
mod link;
mod marks;
mod receipt;
mod vectors;

use journal::{Body, Kind, SealedBody};
use serde_json::value::RawValue;
use vault::SigningKey;
use zeroize::Zeroizing;

/// The key of a seed of one byte, repeated.
fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(Zeroizing::new([seed; 32]))
}

/// A body that says `text`, always with the same random number.
fn body(text: &str) -> SealedBody {
    SealedBody::from_parts([9; 32], text.as_bytes().to_vec()).unwrap()
}

/// What an entry of a kind says, with this JSON as its payload.
fn said(kind: &str, kind_version: u32, payload: &str) -> Body {
    serde_json::from_value::<Body>(serde_json::json!({
        "author": "01940000-0000-7000-8000-000000000001",
        "kind": "",
        "kind_version": kind_version,
        "recorded": { "at": "2026-11-23T09:00:00+00:00", "zone": "Europe/London" },
        "payload": null,
    }))
    .map(|body| Body {
        kind: Kind(kind.to_owned()),
        payload: RawValue::from_string(payload.to_owned()).unwrap(),
        ..body
    })
    .unwrap()
}

/// So many cases of a property, or as many as PROPTEST_CASES says.
fn cases(few: u32) -> proptest::prelude::ProptestConfig {
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => proptest::prelude::ProptestConfig::default(),
        None => proptest::prelude::ProptestConfig::with_cases(few),
    }
}
