//! The fields of a key file and their one JSON line.

use super::KeyFileError;
use crate::hex::serde_hex;
use crate::slots::{Kdf, Slot, SlotKind};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

pub(crate) const MAX_SLOTS: usize = 32;

/// A slot, of whatever kind.
#[derive(Clone)]
pub(crate) enum AnySlot {
    Known(Slot),
    /// Made by a newer version, for example for the organisation's officers. Carried along byte for
    /// byte, so that an older program which changes a passphrase does not lock them out.
    Unknown {
        id: u32,
        raw: Box<RawValue>,
    },
}

impl AnySlot {
    pub(crate) fn known(&self) -> Option<&Slot> {
        match self {
            AnySlot::Known(slot) => Some(slot),
            AnySlot::Unknown { .. } => None,
        }
    }

    fn id(&self) -> u32 {
        match self {
            AnySlot::Known(slot) => slot.id,
            AnySlot::Unknown { id, .. } => *id,
        }
    }

    fn parse(raw: &RawValue) -> Result<AnySlot, KeyFileError> {
        let head: SlotHead = serde_json::from_str(raw.get()).map_err(|_| KeyFileError::Damaged)?;
        let known = [SlotKind::Passphrase, SlotKind::RecoveryCode];
        if known.iter().all(|kind| kind.name() != head.kind) {
            return Ok(AnySlot::Unknown { id: head.id, raw: raw.to_owned() });
        }
        let slot: Slot = serde_json::from_str(raw.get()).map_err(|_| KeyFileError::Damaged)?;
        slot.kdf.check_bounds()?;
        match (slot.kind, &slot.kdf) {
            (SlotKind::Passphrase, Kdf::Argon2id(_)) | (SlotKind::RecoveryCode, Kdf::Hkdf(_)) => {
                Ok(AnySlot::Known(slot))
            }
            _ => Err(KeyFileError::Damaged),
        }
    }
}

/// What a slot of any kind, past or to come, has.
#[derive(Deserialize)]
struct SlotHead {
    id: u32,
    kind: String,
}

#[derive(Clone)]
pub(crate) struct Body {
    pub(crate) casebook: Uuid,
    pub(crate) generation: u64,
    pub(crate) created: String,
    pub(crate) database_salt: [u8; 16],
    pub(crate) slots: Vec<AnySlot>,
}

/// The line itself: these names in this order, no spaces.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    casebook: Uuid,
    generation: u64,
    created: String,
    #[serde(with = "serde_hex")]
    database_salt: [u8; 16],
    slots: Vec<Box<RawValue>>,
}

impl Body {
    pub(crate) fn parse(line: &str) -> Result<Body, KeyFileError> {
        let line: Line = serde_json::from_str(line).map_err(|_| KeyFileError::Damaged)?;
        if line.slots.len() > MAX_SLOTS {
            return Err(KeyFileError::OutOfBounds);
        }
        let slots = line.slots.iter().map(|raw| AnySlot::parse(raw)).collect::<Result<Vec<_>, _>>()?;
        for (at, slot) in slots.iter().enumerate() {
            let clashes = |other: &AnySlot| {
                let same_kind = match (slot.known(), other.known()) {
                    (Some(slot), Some(other)) => slot.kind == other.kind,
                    _ => false,
                };
                same_kind || slot.id() == other.id()
            };
            if slots[..at].iter().any(clashes) {
                return Err(KeyFileError::OutOfBounds);
            }
        }
        let Line { casebook, generation, created, database_salt, .. } = line;
        Ok(Body { casebook, generation, created, database_salt, slots })
    }

    /// Nothing only if JSON cannot be written, which these fields do not allow.
    pub(crate) fn to_line(&self) -> Option<String> {
        let slots = self.slots.iter().map(|slot| match slot {
            AnySlot::Known(slot) => serde_json::value::to_raw_value(slot).ok(),
            AnySlot::Unknown { raw, .. } => Some(raw.clone()),
        });
        let line = Line {
            casebook: self.casebook,
            generation: self.generation,
            created: self.created.clone(),
            database_salt: self.database_salt,
            slots: slots.collect::<Option<Vec<_>>>()?,
        };
        serde_json::to_string(&line).ok()
    }

    pub(crate) fn next_slot_id(&self) -> Option<u32> {
        self.slots.iter().map(AnySlot::id).max().unwrap_or(0).checked_add(1)
    }
}
