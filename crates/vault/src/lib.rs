//! Keys, slots and sealed files: the only room that touches a cipher.
//!
//! A casebook has one random key. It is wrapped in the slots of a key file, each of which opens it
//! alone (the person's passphrase, the printed recovery code), and every other key is derived from
//! it: the database's, the sealed blobs', the one that hides the blobs' names, the one that seals
//! the device's signing seed. This room makes those keys, keeps the key file in two copies, seals
//! and opens blobs, signs and hashes.
//!
//! It is not a store: it knows no SQLite, no entry and no form. It reads no clock; times and ids
//! are passed in. The formats that it writes are frozen in `docs/file-formats.md`, with vectors in
//! `tests/vectors` that must open for ever.

mod aead;
mod blobs;
mod derive;
mod disk;
mod hash;
mod hex;
mod key_file;
mod key_store;
mod lock;
mod network_folder;
mod random;
mod recovery;
mod secret;
mod sign;
mod slots;
mod small;
mod stream;
mod strength;
mod suggest;

pub use blobs::{BlobError, BlobRef, BlobStore};
pub use hash::{Hash, Hasher};
pub use hex::NotHex;
pub use key_file::{KeyFile, KeyFileError, RolledBack, SealKeyError, Tampered, Unlock, UnlockError};
pub use key_store::{KeyStore, StoredKeyFile, WhichCopy};
pub use lock::{CasebookLock, LockError};
pub use network_folder::{FolderError, NetworkKind, refuse_network_folder};
pub use random::{NoRandomness, random_bytes};
pub use recovery::{RecoveryCode, RecoveryCodeError};
pub use secret::{BlobKey, CasebookKey, DatabaseKey, DeviceSeedKey, Passphrase};
pub use sign::{BadSignature, PublicKey, Signature, SigningKey};
pub use slots::{Cost, CostOutOfBounds};
pub use small::{OpenSmallError, open_small, seal_small};
pub use stream::{SealedSummary, StreamError, open_part, open_stream, seal_stream};
pub use strength::{Advice, Strength, judge};
pub use suggest::suggest_passphrase;
