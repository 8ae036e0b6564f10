//! Writing a key file: the first one, and the next generation when a slot is replaced.

use super::body::{self, AnySlot, Body};
use super::{KeyFile, MAX_BYTES, Tampered, covered_by_mac};
use crate::derive::mac_of;
use crate::random::{NoRandomness, random_bytes};
use crate::recovery::RecoveryCode;
use crate::secret::{CasebookKey, Passphrase};
use crate::slots::{Cost, Kdf, NoMemory, Salt, Slot, SlotKey, SlotKind, Stretch};
use uuid::Uuid;

/// Why the casebook key could not be wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SealKeyError {
    /// See [`NoRandomness`].
    #[error(transparent)]
    NoRandomness(#[from] NoRandomness),
    /// Argon2 could not get its memory.
    #[error("not enough memory to protect the key by a passphrase")]
    NotEnoughMemory,
    /// The given key is not this file's, or the file was altered: nothing is built on it.
    #[error(transparent)]
    Tampered(#[from] Tampered),
    /// The file holds as many slots, or has been rewritten as often, as the format allows.
    #[error("the key file is full")]
    Full,
}

impl From<NoMemory> for SealKeyError {
    fn from(_: NoMemory) -> SealKeyError {
        SealKeyError::NotEnoughMemory
    }
}

impl KeyFile {
    /// The first key file of a casebook, generation 1, with a passphrase slot and a recovery slot.
    /// `created` is the moment as RFC 3339, kept as given.
    ///
    /// # Errors
    /// See [`SealKeyError`]; `Tampered` does not occur.
    pub fn make(
        casebook_id: Uuid,
        key: &CasebookKey,
        passphrase: &Passphrase,
        recovery: &RecoveryCode,
        cost: Cost,
        created: &str,
    ) -> Result<KeyFile, SealKeyError> {
        let slots = vec![
            AnySlot::Known(passphrase_slot(casebook_id, 1, key, passphrase, cost)?),
            AnySlot::Known(recovery_slot(casebook_id, 2, key, recovery)?),
        ];
        let body = Body {
            casebook: casebook_id,
            generation: 1,
            created: created.to_owned(),
            database_salt: random_bytes()?,
            slots,
        };
        KeyFile::write(body, key)
    }

    /// The next generation, opened by `new` and no longer by the passphrase of before. Other slots
    /// stay, those of unknown kinds included.
    ///
    /// # Errors
    /// See [`SealKeyError`].
    pub fn change_passphrase(&self, key: &CasebookKey, new: &Passphrase, cost: Cost) -> Result<KeyFile, SealKeyError> {
        self.replace(key, SlotKind::Passphrase, |id| passphrase_slot(self.body.casebook, id, key, new, cost))
    }

    /// The next generation, opened by the recovery code `new` and no longer by the one of before.
    ///
    /// # Errors
    /// See [`SealKeyError`].
    pub fn replace_recovery(&self, key: &CasebookKey, new: &RecoveryCode) -> Result<KeyFile, SealKeyError> {
        self.replace(key, SlotKind::RecoveryCode, |id| recovery_slot(self.body.casebook, id, key, new))
    }

    fn replace(
        &self,
        key: &CasebookKey,
        kind: SlotKind,
        seal: impl FnOnce(u32) -> Result<Slot, SealKeyError>,
    ) -> Result<KeyFile, SealKeyError> {
        self.verify(key)?;
        let mut body = self.body.clone();
        body.generation = body.generation.checked_add(1).ok_or(SealKeyError::Full)?;
        // A new id, so that a slot which was replaced fits nowhere in the new file.
        let id = body.next_slot_id().ok_or(SealKeyError::Full)?;
        body.slots.retain(|slot| slot.known().is_none_or(|slot| slot.kind != kind));
        if body.slots.len() >= body::MAX_SLOTS {
            return Err(SealKeyError::Full);
        }
        body.slots.push(AnySlot::Known(seal(id)?));
        KeyFile::write(body, key)
    }

    fn write(body: Body, key: &CasebookKey) -> Result<KeyFile, SealKeyError> {
        let line = body.to_line().ok_or(SealKeyError::Full)?;
        let mac = mac_of(&key.derive_key_file_key(), &covered_by_mac(&line));
        let file = KeyFile { body, line, mac };
        if file.to_text().len() > MAX_BYTES { Err(SealKeyError::Full) } else { Ok(file) }
    }
}

fn passphrase_slot(
    casebook: Uuid,
    id: u32,
    key: &CasebookKey,
    passphrase: &Passphrase,
    cost: Cost,
) -> Result<Slot, SealKeyError> {
    let stretch = Stretch::make(cost)?;
    let slot_key = SlotKey::from_passphrase(&stretch, passphrase)?;
    Ok(Slot::seal(casebook, id, SlotKind::Passphrase, Kdf::Argon2id(stretch), &slot_key, key)?)
}

fn recovery_slot(casebook: Uuid, id: u32, key: &CasebookKey, code: &RecoveryCode) -> Result<Slot, SealKeyError> {
    let salt = Salt::make()?;
    let slot_key = SlotKey::from_recovery(&salt, code);
    Ok(Slot::seal(casebook, id, SlotKind::RecoveryCode, Kdf::Hkdf(salt), &slot_key, key)?)
}
