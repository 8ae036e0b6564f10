//! Makes a casebook: whole, or not at all.

use std::{
    fs,
    path::{Path, PathBuf},
};

use casebook::{Casebook, NewCasebook, tables::author::Author};
use domain::{AuthorId, Stamp, tidy_name};
use journal::AuthorNamed;
use vault::{CasebookKey, Cost, KeyFile, KeyStore, Passphrase, refuse_network_folder};
use zeroize::Zeroizing;

use super::unlock::remember;
use crate::{App, AppFault, people::optional_name, version};

/// What a casebook is made with.
pub struct CreateCasebook {
    /// The passphrase as typed.
    pub passphrase: Zeroizing<String>,
    /// Take a weak passphrase too: the command line warns instead of refusing.
    pub allow_weak: bool,
    /// Groups of the recovery code as typed back, each with its number from 1; none where the code
    /// is handed over another way (the command line prints it).
    pub confirm: Option<Vec<(u8, String)>>,
    /// Who records.
    pub author: Author,
    /// How dear a guess at the passphrase is made.
    pub cost: Cost,
}

impl App {
    /// Makes the casebook that [`App::begin_casebook`] began, and opens it. Everything is written
    /// into a folder beside and put in place by one rename, so that a crash leaves nothing half.
    ///
    /// # Errors
    /// [`AppFault::GroupsDiffer`], [`AppFault::CasebookExists`], [`AppFault::NetworkFolder`] and
    /// the disk's, [`AppFault::PassphraseWeak`]; nothing is left behind.
    pub fn create_casebook(&self, new: CreateCasebook) -> Result<(), AppFault> {
        let _alone = self.opening();
        let name = tidy_name(&new.author.name)?;
        let role = optional_name(Some(new.author.role.clone()))?.unwrap_or_default();
        let team = optional_name(new.author.team.clone())?;
        let about = [name.clone(), role.clone()];
        if !new.allow_weak && !super::judge_passphrase(&new.passphrase, &about).enough {
            return Err(AppFault::PassphraseWeak);
        }
        refuse_network_folder(self.folder())?;
        if self.standing() != crate::Standing::NoCasebook {
            return Err(AppFault::CasebookExists);
        }
        // Taken out only when all is done: the sheet that was printed stays good after a full disk.
        let mut slot = self.begun();
        let begun = slot.as_ref().ok_or(AppFault::RecoveryNotBegun)?;
        if let Some(typed) = &new.confirm {
            let asked: Vec<(usize, &str)> =
                typed.iter().map(|(group, text)| (usize::from(*group).wrapping_sub(1), text.as_str())).collect();
            let all_asked = begun.ask.iter().all(|group| asked.iter().any(|(typed, _)| typed == group));
            if !all_asked || !begun.code.matches_groups(&asked) {
                return Err(AppFault::GroupsDiffer);
            }
        }
        let key = CasebookKey::make()?;
        let passphrase = Passphrase::from(new.passphrase.to_string());
        let created = self.clock.now().to_rfc3339();
        let key_file = KeyFile::make(begun.casebook, &key, &passphrase, &begun.code, new.cost, &created)?;
        let author = AuthorNamed { author: AuthorId(self.clock.new_id()), name, role, team };
        let making = Making::beside(self.folder())?;
        KeyStore::new(&making.0).write(&key_file)?;
        let book = Casebook::create(
            &making.0,
            &key,
            key_file.database_salt(),
            NewCasebook { author, recorded: Stamp::now(self.clock.as_ref(), false), app_version: version().to_owned() },
        )?;
        book.write(|gate| remember(gate, &key_file))?;
        book.settle()?;
        drop(book);
        making.put_in_place(self.folder())?;
        *slot = None;
        self.open_session(key, key_file, false)
    }
}

/// A casebook's folder while it is being made; taken away unless it is put in place.
struct Making(PathBuf);

impl Making {
    fn beside(folder: &Path) -> Result<Self, AppFault> {
        let mut name = folder.file_name().ok_or(AppFault::NoCasebook)?.to_owned();
        name.push(".making");
        let path = folder.with_file_name(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        // What an earlier try left behind was never a casebook: it had not been put in place.
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::create_dir(&path)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(&path, fs::Permissions::from_mode(0o700))?;
        }
        Ok(Self(path))
    }

    fn put_in_place(self, folder: &Path) -> Result<(), AppFault> {
        if folder.exists() {
            // An empty folder, made by the person: anything in it stops here.
            fs::remove_dir(folder).map_err(|_| AppFault::CasebookExists)?;
        }
        fs::rename(&self.0, folder)?;
        #[cfg(unix)]
        if let Some(parent) = folder.parent() {
            fs::File::open(parent)?.sync_all()?;
        }
        Ok(())
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        if self.0.exists()
            && let Err(error) = fs::remove_dir_all(&self.0)
        {
            tracing::warn!(kind = ?error.kind(), "what was left of an unfinished casebook stays");
        }
    }
}
