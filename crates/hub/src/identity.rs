//! Who the hub is: its id and receipt key, in a file that only it reads.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use domain::HubId;
use serde::{Deserialize, Serialize};
use vault::{PublicKey, SigningKey};
use zeroize::{Zeroize, Zeroizing};

const FILE: &str = "hub.key";
const UNFINISHED: &str = "hub.key.unfinished";

/// Why there is no identity.
#[derive(Debug, thiserror::Error)]
pub enum IdentityFault {
    /// The folder has no key file.
    #[error("there is no hub in {0}: run `holdfast-hub init` first")]
    Missing(PathBuf),
    /// A key file is there and is not replaced: every receipt so far was signed by it.
    #[error("there is a hub in {0} already; its key is not replaced")]
    Exists(PathBuf),
    /// Others on this machine may read the key.
    #[error("{0} can be read by others on this machine: give it mode 600")]
    Exposed(PathBuf),
    /// The file is not one that `init` wrote.
    #[error("{0} is damaged: put it back from a backup")]
    Damaged(PathBuf),
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness")]
    NoRandomness,
    /// The disk refused.
    #[error("{0} cannot be read or written: {1}")]
    Disk(PathBuf, #[source] io::Error),
}

/// The hub's id and the key that signs its receipts.
pub struct Identity {
    id: HubId,
    key: SigningKey,
}

/// The file: JSON, so that a person can see what it is.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct KeyFile {
    holdfast_hub_key: u32,
    hub: HubId,
    seed: String,
}

impl Drop for KeyFile {
    fn drop(&mut self) {
        self.seed.zeroize();
    }
}

impl Identity {
    /// Makes a new one and writes its file; never over another.
    ///
    /// # Errors
    /// [`IdentityFault::Exists`], or what the disk says.
    pub fn make(folder: &Path, id: HubId) -> Result<Self, IdentityFault> {
        let path = folder.join(FILE);
        let key = SigningKey::make().map_err(|_| IdentityFault::NoRandomness)?;
        let seed = data_encoding::HEXLOWER.encode(key.seed().as_slice());
        let file = KeyFile { holdfast_hub_key: 1, hub: id, seed };
        let text = serde_json::to_vec(&file).map(Zeroizing::new).map_err(|_| IdentityFault::Damaged(path.clone()))?;
        let write = || -> io::Result<()> {
            fs::create_dir_all(folder)?;
            // Written under another name: a crash leaves no half of a key behind. The link, unlike
            // a rename, never replaces a key that is there.
            let unfinished = folder.join(UNFINISHED);
            let mut options = fs::OpenOptions::new();
            options.write(true).create(true).truncate(true);
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let mut to = options.open(&unfinished)?;
            to.write_all(&text)?;
            to.sync_all()?;
            let linked = fs::hard_link(&unfinished, &path);
            fs::remove_file(&unfinished)?;
            linked?;
            fs::File::open(folder)?.sync_all()
        };
        match write() {
            Ok(()) => Ok(Self { id, key }),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(IdentityFault::Exists(path)),
            Err(error) => Err(IdentityFault::Disk(path, error)),
        }
    }

    /// Reads the file in `folder`.
    ///
    /// # Errors
    /// Every [`IdentityFault`] but `Exists`.
    pub fn read(folder: &Path) -> Result<Self, IdentityFault> {
        let path = folder.join(FILE);
        let text = match fs::read(&path) {
            Ok(text) => Zeroizing::new(text),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                return Err(IdentityFault::Missing(folder.into()));
            }
            Err(error) => return Err(IdentityFault::Disk(path, error)),
        };
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let about = fs::metadata(&path).map_err(|error| IdentityFault::Disk(path.clone(), error))?;
            if about.permissions().mode() & 0o077 != 0 {
                return Err(IdentityFault::Exposed(path));
            }
        }
        let read = || {
            let file: KeyFile = serde_json::from_slice(&text).ok()?;
            let bytes = Zeroizing::new(data_encoding::HEXLOWER.decode(file.seed.as_bytes()).ok()?);
            let mut seed = Zeroizing::new([0; 32]);
            if file.holdfast_hub_key != 1 || bytes.len() != seed.len() {
                return None;
            }
            seed.copy_from_slice(&bytes);
            Some(Self { id: file.hub, key: SigningKey::from_seed(seed) })
        };
        read().ok_or(IdentityFault::Damaged(path))
    }

    /// The hub's id.
    pub fn id(&self) -> HubId {
        self.id
    }

    /// The public half of the receipt key, which devices pin.
    pub fn public_key(&self) -> PublicKey {
        self.key.public()
    }

    pub(crate) fn key(&self) -> &SigningKey {
        &self.key
    }
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Identity({})", self.id)
    }
}
