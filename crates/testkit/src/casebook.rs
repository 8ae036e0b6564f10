//! A casebook in a folder that vanishes with it, opened by key: no test of anything but passphrases
//! waits for Argon2.
// For tests, where what cannot be prepared ends the test.
#![allow(clippy::expect_used)]

use std::{
    ops::Deref,
    path::{Path, PathBuf},
};

use casebook::{Casebook, NewCasebook, OpenFault};
use domain::AuthorId;
use journal::AuthorNamed;
use tempfile::TempDir;
use vault::CasebookKey;
use zeroize::Zeroizing;

use crate::{clock, entries::Entries};

/// The salt of every temporary casebook's database.
pub const SALT: [u8; 16] = [0x5a; 16];

/// A temporary casebook. Behaves as the open [`Casebook`].
pub struct TempCasebook {
    // Declared before the folder, so that it is closed before the folder is removed.
    open: Option<Casebook>,
    folder: TempDir,
    key: [u8; 32],
    author: AuthorId,
}

impl TempCasebook {
    /// A new one, whose author and entries' author is that of [`Entries::seeded`] with this seed.
    pub fn create(seed: u64) -> Self {
        let entries = Entries::seeded(seed);
        let folder = tempfile::tempdir().expect("a temporary folder");
        let key = [u8::try_from(seed % 251).expect("a byte"); 32];
        let open = create_in(folder.path(), &key, &entries).expect("a new casebook");
        Self { open: Some(open), folder, key, author: entries.author }
    }

    /// Who records in it.
    pub fn author(&self) -> AuthorId {
        self.author
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The database's file.
    pub fn database(&self) -> PathBuf {
        self.folder.path().join("casebook.db")
    }

    /// Its key.
    pub fn key(&self) -> CasebookKey {
        key(&self.key)
    }

    /// Closes it: the files stay.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Closes it and opens it again.
    ///
    /// # Errors
    /// As [`Casebook::open`]; it stays closed then.
    pub fn reopen(&mut self) -> Result<(), OpenFault> {
        self.open = None;
        self.open = Some(Casebook::open(self.folder.path(), &self.key(), SALT)?);
        Ok(())
    }

    /// A closed copy of the whole folder, as somebody makes who copies a laptop's disk. Settled
    /// first, if open, so that the database is in one file.
    pub fn copy(&self) -> Self {
        if let Some(open) = &self.open {
            open.settle().expect("nobody else reads");
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        copy_folder(self.folder.path(), folder.path()).expect("a copy of a small folder");
        Self { open: None, folder, key: self.key, author: self.author }
    }
}

impl Deref for TempCasebook {
    type Target = Casebook;
    fn deref(&self) -> &Casebook {
        self.open.as_ref().expect("the casebook was closed: reopen it first")
    }
}

/// Makes a casebook in any folder, under the key of these bytes and [`SALT`].
///
/// # Errors
/// As [`Casebook::create`].
pub fn create_in(folder: &Path, key_bytes: &[u8; 32], entries: &Entries) -> Result<Casebook, OpenFault> {
    let new = NewCasebook {
        author: AuthorNamed {
            author: entries.author,
            name: "Ruth Exemplar".to_owned(),
            role: "Social worker".to_owned(),
            team: None,
        },
        recorded: clock::a_minute_later(&entries.clock),
        app_version: "0.1.0".to_owned(),
    };
    Casebook::create(folder, &key(key_bytes), SALT, new)
}

/// The casebook key of these bytes.
pub fn key(bytes: &[u8; 32]) -> CasebookKey {
    CasebookKey::from_bytes(Zeroizing::new(*bytes))
}

fn copy_folder(from: &Path, to: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            std::fs::create_dir(&target)?;
            copy_folder(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
