//! The verdict: what the central system thinks of a record's content. Custody is another matter:
//! the hub keeps whatever verifies.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use vault::{Hash, PublicKey, Signature, SigningKey};

const SIGNED_AS: &[u8] = b"holdfast verdict 1\0";

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// It is in the central record.
    Accepted,
    /// A person must put something right.
    NeedsPerson,
}

/// A verdict on one entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Link hash of the entry.
    pub entry: Hash,
    /// What was decided.
    pub decision: Decision,
    /// Why, in words for the person who recorded it.
    #[serde(default)]
    pub cause: String,
    /// What the central system calls it.
    #[serde(default)]
    pub reference: String,
    /// By the hub's clock.
    pub at: DateTime<Utc>,
}

/// A verdict as it travels and is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignedVerdict {
    /// The verdict's JSON, as signed.
    pub json: String,
    /// By the hub's receipt key.
    pub signature: Signature,
}

impl Verdict {
    /// Signs it.
    ///
    /// # Errors
    /// Only when JSON cannot be written, which this shape does not do.
    pub fn sign(&self, key: &SigningKey) -> serde_json::Result<SignedVerdict> {
        let json = serde_json::to_string(self)?;
        let signature = key.sign(&[SIGNED_AS, json.as_bytes()].concat());
        Ok(SignedVerdict { json, signature })
    }
}

impl SignedVerdict {
    /// Verifies the signature by the pinned key and reads the verdict; none when it is not one.
    pub fn verify(&self, hub: &PublicKey) -> Option<Verdict> {
        hub.verify(&[SIGNED_AS, self.json.as_bytes()].concat(), &self.signature).ok()?;
        serde_json::from_str(&self.json).ok()
    }
}
