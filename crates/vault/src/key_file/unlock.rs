//! Unlocking: from a passphrase or a recovery code to the casebook key.

use super::{KeyFile, Tampered};
use crate::recovery::RecoveryCode;
use crate::secret::{CasebookKey, Passphrase};
use crate::slots::{Kdf, NoMemory, Slot, SlotKey, SlotKind};

/// What a person opens their casebook with.
#[derive(Debug, Clone, Copy)]
pub enum Unlock<'a> {
    /// The passphrase.
    Passphrase(&'a Passphrase),
    /// The recovery code from paper.
    Recovery(&'a RecoveryCode),
}

/// Why a whole key file did not open. Each leads to another next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnlockError {
    /// Try again, or use the recovery code. (A file whose slot was replaced by somebody able to
    /// recompute its plain hash reads the same: without the key nobody can tell.)
    #[error("the passphrase does not open this casebook")]
    WrongPassphrase,
    /// The code reads well, but belongs to another casebook or was replaced.
    #[error("the recovery code does not open this casebook")]
    WrongRecoveryCode,
    /// The file has no slot of this kind: use the other way.
    #[error("this casebook cannot be opened that way")]
    NoSuchSlot,
    /// The passphrase or code was right, the rest of the file is not what was written.
    #[error(transparent)]
    Tampered(#[from] Tampered),
    /// Argon2 could not get its memory: close other programs and try again.
    #[error("not enough memory to check the passphrase")]
    NotEnoughMemory,
}

impl From<NoMemory> for UnlockError {
    fn from(_: NoMemory) -> UnlockError {
        UnlockError::NotEnoughMemory
    }
}

impl KeyFile {
    /// The casebook key, from a slot that `with` opens, in a file whose HMAC then fits.
    ///
    /// # Errors
    /// See [`UnlockError`].
    pub fn unlock(&self, with: Unlock<'_>) -> Result<CasebookKey, UnlockError> {
        let (slot, slot_key, wrong) = match with {
            Unlock::Passphrase(given) => {
                let slot = self.slot(SlotKind::Passphrase)?;
                let Kdf::Argon2id(stretch) = &slot.kdf else {
                    return Err(UnlockError::NoSuchSlot);
                };
                let slot_key = SlotKey::from_passphrase(stretch, given)?;
                (slot, slot_key, UnlockError::WrongPassphrase)
            }
            Unlock::Recovery(given) => {
                let slot = self.slot(SlotKind::RecoveryCode)?;
                let Kdf::Hkdf(salt) = &slot.kdf else {
                    return Err(UnlockError::NoSuchSlot);
                };
                (slot, SlotKey::from_recovery(salt, given), UnlockError::WrongRecoveryCode)
            }
        };
        let key = slot.open(self.body.casebook, &slot_key)?.ok_or(wrong)?;
        self.verify(&key)?;
        Ok(key)
    }

    fn slot(&self, kind: SlotKind) -> Result<&Slot, UnlockError> {
        let mut known = self.body.slots.iter().filter_map(|slot| slot.known());
        known.find(|slot| slot.kind == kind).ok_or(UnlockError::NoSuchSlot)
    }
}
