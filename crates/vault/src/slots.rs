//! One slot of the key file: the casebook key, wrapped so that one thing opens it alone.

use crate::aead::{Cipher, TAG};
use crate::derive::{derive, info};
use crate::hex::{serde_hex, to_hex};
use crate::key_file::{Tampered, UnlockError};
use crate::random::{NoRandomness, random_bytes};
use crate::recovery::RecoveryCode;
use crate::secret::{CasebookKey, Passphrase};
use serde::{Deserialize, Serialize};
use subtle::ConstantTimeEq;
use uuid::Uuid;
use zeroize::Zeroizing;

/// What one guess of a passphrase costs: Argon2id, version 0x13.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    m_kib: u32,
    t: u32,
    p: u32,
}

/// A cost below the floor (a guess would be too cheap) or above the ceiling (a hostile file could
/// stop the computer). Seen before any of the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the cost of a passphrase guess is out of bounds")]
pub struct CostOutOfBounds;

impl Cost {
    /// What new casebooks use: 256 MiB, 3 passes, 1 lane; about half a second on a laptop.
    pub const DEFAULT: Cost = Cost { m_kib: 256 * 1024, t: 3, p: 1 };
    /// The least that is ever written or read: 64 MiB, 3 passes, 1 lane.
    pub const FLOOR: Cost = Cost { m_kib: 64 * 1024, t: 3, p: 1 };
    /// The most that is ever written or read: 1 GiB, 10 passes, 8 lanes.
    pub const CEILING: Cost = Cost { m_kib: 1024 * 1024, t: 10, p: 8 };

    /// A cost of `m_kib` KiB of memory, `t` passes and `p` lanes.
    ///
    /// # Errors
    /// [`CostOutOfBounds`] outside [`Cost::FLOOR`] to [`Cost::CEILING`].
    pub fn new(m_kib: u32, t: u32, p: u32) -> Result<Cost, CostOutOfBounds> {
        let (low, high) = (Cost::FLOOR, Cost::CEILING);
        let within =
            (low.m_kib..=high.m_kib).contains(&m_kib) && (low.t..=high.t).contains(&t) && (low.p..=high.p).contains(&p);
        if within { Ok(Cost { m_kib, t, p }) } else { Err(CostOutOfBounds) }
    }
}

/// How a slot makes its key from what the person gives. The order of the fields is part of the
/// file's canonical form.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "alg")]
pub(crate) enum Kdf {
    /// From a passphrase.
    #[serde(rename = "argon2id")]
    Argon2id(Stretch),
    /// From a recovery code, which is random enough to need no stretching.
    #[serde(rename = "hkdf-sha256")]
    Hkdf(Salt),
}

/// The parameters of Argon2id.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stretch {
    m_kib: u32,
    t: u32,
    p: u32,
    #[serde(with = "serde_hex")]
    salt: [u8; 16],
}

/// The parameters of HKDF.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Salt {
    #[serde(with = "serde_hex")]
    salt: [u8; 16],
}

impl Stretch {
    pub(crate) fn make(cost: Cost) -> Result<Stretch, NoRandomness> {
        Ok(Stretch { m_kib: cost.m_kib, t: cost.t, p: cost.p, salt: random_bytes()? })
    }
}

impl Salt {
    pub(crate) fn make() -> Result<Salt, NoRandomness> {
        Ok(Salt { salt: random_bytes()? })
    }
}

impl Kdf {
    pub(crate) fn check_bounds(&self) -> Result<(), CostOutOfBounds> {
        match self {
            Kdf::Argon2id(Stretch { m_kib, t, p, .. }) => Cost::new(*m_kib, *t, *p).map(|_| ()),
            Kdf::Hkdf(_) => Ok(()),
        }
    }

    /// The text that goes into the slot's authenticated context.
    fn context(&self) -> String {
        match self {
            Kdf::Argon2id(Stretch { m_kib, t, p, salt }) => {
                format!("argon2id m={m_kib} t={t} p={p} salt={}", to_hex(salt))
            }
            Kdf::Hkdf(Salt { salt }) => format!("hkdf-sha256 salt={}", to_hex(salt)),
        }
    }
}

/// The kinds of slot that this version opens; there is at most one of each in a file, so that a
/// hostile file cannot order more than one run of Argon2.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum SlotKind {
    Passphrase,
    RecoveryCode,
}

impl SlotKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            SlotKind::Passphrase => "passphrase",
            SlotKind::RecoveryCode => "recovery-code",
        }
    }
}

/// The key that a slot's kdf gave, still to be proved right.
pub(crate) struct SlotKey(Zeroizing<[u8; 32]>);

/// There was not enough memory for Argon2.
pub(crate) struct NoMemory;

impl SlotKey {
    /// Runs Argon2id. Its bounds have been checked, when the cost was made or the file was read.
    pub(crate) fn from_passphrase(by: &Stretch, given: &Passphrase) -> Result<SlotKey, NoMemory> {
        let params = argon2::Params::new(by.m_kib, by.t, by.p, Some(32)).map_err(|_| NoMemory)?;
        let (algorithm, version) = (argon2::Algorithm::Argon2id, argon2::Version::V0x13);
        let mut key = Zeroizing::new([0u8; 32]);
        // Costs, salt and output have legal sizes: what is left to go wrong is the memory.
        argon2::Argon2::new(algorithm, version, params)
            .hash_password_into(given.as_bytes(), &by.salt, key.as_mut_slice())
            .map_err(|_| NoMemory)?;
        Ok(SlotKey(key))
    }

    pub(crate) fn from_recovery(by: &Salt, given: &RecoveryCode) -> SlotKey {
        SlotKey(derive(given.as_bytes(), &by.salt, info::RECOVERY_SLOT))
    }

    /// GCM alone would let one sealed text open under several keys; this value names the one key.
    fn commitment(&self) -> [u8; 16] {
        let whole = derive(self.0.as_slice(), &[], info::SLOT_COMMIT);
        std::array::from_fn(|at| whole[at])
    }

    fn cipher(&self) -> Cipher {
        Cipher::new(&derive(self.0.as_slice(), &[], info::SLOT_WRAP))
    }
}

/// A slot of a kind that this version opens, as it stands in the file.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    pub(crate) id: u32,
    pub(crate) kind: SlotKind,
    pub(crate) kdf: Kdf,
    #[serde(with = "serde_hex")]
    nonce: [u8; 12],
    #[serde(with = "serde_hex")]
    sealed: [u8; 32 + TAG],
    #[serde(with = "serde_hex")]
    commitment: [u8; 16],
}

impl Slot {
    pub(crate) fn seal(
        casebook: Uuid,
        id: u32,
        kind: SlotKind,
        kdf: Kdf,
        slot_key: &SlotKey,
        key: &CasebookKey,
    ) -> Result<Slot, NoRandomness> {
        let nonce = random_bytes()?;
        let mut body = Zeroizing::new(Vec::with_capacity(32 + TAG));
        body.extend_from_slice(key.as_bytes());
        slot_key.cipher().seal(&nonce, context(casebook, id, kind, &kdf).as_bytes(), &mut body);
        let mut sealed = [0u8; 32 + TAG];
        sealed.copy_from_slice(&body);
        Ok(Slot { id, kind, kdf, nonce, sealed, commitment: slot_key.commitment() })
    }

    /// The casebook key, or nothing if `slot_key` is not this slot's.
    pub(crate) fn open(&self, casebook: Uuid, slot_key: &SlotKey) -> Result<Option<CasebookKey>, UnlockError> {
        if !bool::from(slot_key.commitment().ct_eq(&self.commitment)) {
            return Ok(None);
        }
        let mut body = Zeroizing::new(self.sealed.to_vec());
        let context = context(casebook, self.id, self.kind, &self.kdf);
        slot_key.cipher().open(&self.nonce, context.as_bytes(), &mut body).map_err(|_| Tampered)?;
        let mut key = Zeroizing::new([0u8; 32]);
        key.copy_from_slice(&body);
        Ok(Some(CasebookKey::from_bytes(key)))
    }
}

/// What binds a slot to its place: file version, casebook, slot and the way its key is made.
fn context(casebook: Uuid, id: u32, kind: SlotKind, kdf: &Kdf) -> String {
    format!("holdfast-key 1\n{casebook}\n{id}\n{}\n{}", kind.name(), kdf.context())
}
