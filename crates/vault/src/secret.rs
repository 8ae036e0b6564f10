//! The secrets of a casebook. None can be copied, printed or serialised, and all are wiped.

use crate::derive::{derive, info};
use crate::random::{NoRandomness, random_secret};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, Zeroizing};

/// Gives a secret a `Debug` that says nothing.
macro_rules! redacted {
    ($($name:ident),+) => {$(
        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    )+};
}

redacted!(Passphrase, CasebookKey, DatabaseKey, BlobKey, DeviceSeedKey);

/// A person's passphrase in Unicode normal form NFKC, so that the same letters typed on another
/// keyboard open the casebook. Nothing is trimmed.
pub struct Passphrase(Zeroizing<String>);

impl From<String> for Passphrase {
    /// Takes the text over and wipes it.
    fn from(mut typed: String) -> Passphrase {
        // NFKC makes a text at most eleven times as long in UTF-8 (U+FDFA does). With that much
        // room the text never moves, so that no unwiped copy is left behind.
        let mut normal = Zeroizing::new(String::with_capacity(typed.len().saturating_mul(11)));
        normal.extend(typed.nfkc());
        typed.zeroize();
        Passphrase(normal)
    }
}

impl Passphrase {
    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// The random 256-bit key of one casebook, from which all its other keys are derived.
pub struct CasebookKey(Zeroizing<[u8; 32]>);

impl CasebookKey {
    /// A new key for a new casebook.
    ///
    /// # Errors
    /// [`NoRandomness`].
    pub fn make() -> Result<CasebookKey, NoRandomness> {
        Ok(CasebookKey(random_secret()?))
    }

    /// The key of 32 bytes: for tests that open a casebook by key, and for whoever unwraps one.
    #[must_use]
    pub fn from_bytes(bytes: Zeroizing<[u8; 32]>) -> CasebookKey {
        CasebookKey(bytes)
    }

    /// The database's key. The salt is [`KeyFile::database_salt`](crate::KeyFile::database_salt):
    /// it stands in the key file so that a broken first page of the database costs one page.
    #[must_use]
    pub fn derive_database_key(&self, salt: [u8; 16]) -> DatabaseKey {
        DatabaseKey { key: self.derive(info::DATABASE), salt }
    }

    /// The key that seals blobs.
    #[must_use]
    pub fn derive_blob_key(&self) -> BlobKey {
        BlobKey(self.derive(info::BLOBS))
    }

    /// The key that seals the device's signing seed, for [`seal_small`](crate::seal_small).
    #[must_use]
    pub fn derive_device_seed_key(&self) -> DeviceSeedKey {
        DeviceSeedKey(self.derive(info::DEVICE_SEED))
    }

    pub(crate) fn derive_blob_names_key(&self) -> Zeroizing<[u8; 32]> {
        self.derive(info::BLOB_NAMES)
    }

    pub(crate) fn derive_key_file_key(&self) -> Zeroizing<[u8; 32]> {
        self.derive(info::KEY_FILE)
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn derive(&self, info: &str) -> Zeroizing<[u8; 32]> {
        derive(self.0.as_slice(), &[], info)
    }
}

/// The SQLCipher key of a casebook's database: 32 bytes of key and 16 of salt.
pub struct DatabaseKey {
    key: Zeroizing<[u8; 32]>,
    salt: [u8; 16],
}

impl DatabaseKey {
    /// SQLCipher's raw form with the salt, `x'<64 hex><32 hex>'`: 99 characters, lower case. It
    /// goes to `sqlite3_key_v2`, never into SQL text.
    #[must_use]
    pub fn raw_key_sqlcipher(&self) -> Zeroizing<String> {
        // Room from the start, so that no half-built copy is left where the text once grew.
        let mut raw = Zeroizing::new(String::with_capacity(99));
        raw.push_str("x'");
        data_encoding::HEXLOWER.encode_append(self.key.as_slice(), &mut raw);
        data_encoding::HEXLOWER.encode_append(&self.salt, &mut raw);
        raw.push('\'');
        raw
    }
}

/// The key under which blobs are sealed; each blob has a key of its own, derived from it.
pub struct BlobKey(pub(crate) Zeroizing<[u8; 32]>);

/// The key under which the device's signing seed is sealed.
pub struct DeviceSeedKey(pub(crate) Zeroizing<[u8; 32]>);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_the_same_however_its_letters_were_composed() {
        let composed = Passphrase::from("Zo\u{eb} \u{fb01}nds \u{ff11}".to_owned());
        let apart = Passphrase::from("Zoe\u{308} finds 1".to_owned());
        assert_eq!(composed.as_bytes(), apart.as_bytes());
        assert_ne!(composed.as_bytes(), Passphrase::from("zo\u{eb} finds 1".to_owned()).as_bytes());
    }

    #[test]
    fn the_longest_growth_under_nfkc_does_not_move_the_text() {
        let typed = "\u{fdfa}".repeat(20);
        let room = typed.len() * 11;
        let passphrase = Passphrase::from(typed);
        assert!(passphrase.0.len() <= room && passphrase.0.capacity() == room);
    }

    #[test]
    fn the_raw_database_key_is_99_characters_of_key_and_salt() {
        let key = CasebookKey::from_bytes(Zeroizing::new([7; 32]));
        let raw = key.derive_database_key([0xab; 16]).raw_key_sqlcipher();
        assert_eq!(raw.len(), 99);
        assert!(raw.starts_with("x'") && raw.ends_with(&format!("{}'", "ab".repeat(16))));
        assert_eq!(raw.capacity(), 99, "the text never moved");
    }

    #[test]
    fn no_secret_shows_itself_in_debug() {
        let key = CasebookKey::from_bytes(Zeroizing::new([7; 32]));
        assert_eq!(format!("{key:?}"), "CasebookKey(..)");
        assert_eq!(format!("{:?}", Passphrase::from("a word".to_owned())), "Passphrase(..)");
        assert_eq!(format!("{:?}", key.derive_database_key([0; 16])), "DatabaseKey(..)");
    }
}
