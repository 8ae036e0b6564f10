//! Opens the casebook. What cannot be opened is said, each case with its own next step, and is
//! never replaced or made anew.

use std::sync::{Arc, PoisonError};

use casebook::{Casebook, tables};
use journal::{CasebookCare, Known, NewEntry};
use vault::{
    CasebookKey, CasebookLock, Hash, KeyFile, KeyStore, Passphrase, RecoveryCode, UnlockError, WhichCopy,
    refuse_network_folder,
};

use crate::{App, AppFault, Session, responses::undo_left, session::Opened};

const GENERATION: &str = "key_file_generation";
const HASH: &str = "key_file_hash";

/// What the person has.
pub enum Secret {
    /// The passphrase.
    Passphrase(Passphrase),
    /// The recovery code, as typed.
    RecoveryCode(String),
}

/// How to open.
pub struct Unlock {
    /// The secret.
    pub secret: Secret,
    /// Open although the key file is older than the casebook knows.
    pub accept_older_key_file: bool,
}

impl App {
    /// Opens the casebook.
    ///
    /// # Errors
    /// A wrong passphrase, a damaged, missing, older or newer key file, a damaged database, a
    /// casebook by a newer Holdfast, another window and a network folder are told apart.
    pub fn unlock(&self, unlock: &Unlock) -> Result<(), AppFault> {
        let _alone = self.opening();
        if self.session().is_ok() {
            return Ok(());
        }
        self.tries.lock().unwrap_or_else(PoisonError::into_inner).check(self.clock.as_ref())?;
        refuse_network_folder(self.folder())?;
        let key_store = KeyStore::new(self.folder());
        let stored = match key_store.read() {
            Err(vault::KeyFileError::Missing) if self.standing() == crate::Standing::NoCasebook => {
                return Err(AppFault::NoCasebook);
            }
            other => other?,
        };
        let (key, key_file) = match open_key_file(&unlock.secret, stored.key_file) {
            Err(AppFault::KeyFileDamaged) => self.open_other_copy(&key_store, &unlock.secret)?,
            other => self.count(other)?,
        };
        let repaired = stored.damaged_copy.is_some();
        self.open_session_as(key, key_file, repaired, unlock)
    }

    /// Opens a casebook that was just made.
    pub(crate) fn open_session(&self, key: CasebookKey, key_file: KeyFile, repaired: bool) -> Result<(), AppFault> {
        let fresh = Unlock { secret: Secret::RecoveryCode(String::new()), accept_older_key_file: false };
        self.start(key, key_file, repaired, &fresh, None)
    }

    fn open_session_as(
        &self,
        key: CasebookKey,
        key_file: KeyFile,
        repaired: bool,
        unlock: &Unlock,
    ) -> Result<(), AppFault> {
        let by_recovery = matches!(unlock.secret, Secret::RecoveryCode(_)).then_some("opened_by_recovery_code");
        self.start(key, key_file, repaired, unlock, by_recovery)
    }

    fn start(
        &self,
        key: CasebookKey,
        key_file: KeyFile,
        repaired: bool,
        unlock: &Unlock,
        note: Option<&'static str>,
    ) -> Result<(), AppFault> {
        let lock = CasebookLock::take(self.folder())?;
        let casebook = match Casebook::open(self.folder(), &key, key_file.database_salt()) {
            // The key file proves that there was one: the folder is no free place.
            Err(casebook::OpenFault::NotThere) => return Err(AppFault::DatabaseDamaged),
            other => Arc::new(other?),
        };
        let standing = casebook.read(|reading| against_known(reading, &key_file))?;
        let older = standing == Standing::Older;
        if older && !unlock.accept_older_key_file {
            return Err(AppFault::KeyFileOlder);
        }
        let mut session = Session::new(Opened {
            casebook,
            clock: Arc::clone(&self.clock),
            catalogue: Arc::clone(&self.catalogue),
            runtime: self.runtime()?,
            deliver: self.delivers(),
            key,
            key_store: KeyStore::new(self.folder()),
            key_file_repaired: repaired,
            lock,
        })?;
        let wrong = self.tries.lock().unwrap_or_else(PoisonError::into_inner).number();
        let acts = [
            (wrong > 0).then_some(("unlock_failed", Some(wrong))),
            note.map(|act| (act, None)),
            older.then_some(("older_key_file_accepted", None)),
            // Nothing but a change of the passphrase makes a newer one: it was killed, or found no
            // room, before it could be noted.
            (standing == Standing::Newer).then_some(("passphrase_changed", None)),
            repaired.then_some(("key_file_repaired", None)),
        ];
        let acts: Vec<_> = acts
            .into_iter()
            .flatten()
            .map(|(act, times)| session.entry(Known::CasebookCare(CasebookCare { act: act.to_owned(), times })))
            .collect();
        let noted = write_down(&session, &key_file, standing, repaired, acts);
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        match noted {
            Ok(()) => tries.forget(),
            // A full disk is no reason to keep a person from reading. What the next unlock finds
            // again waits for it; that the recovery code was used would be known to nobody.
            Err(AppFault::DiskFull) if note.is_none() && !older => {
                tracing::warn!("the disk is full: what there is to note is noted at the next unlock");
                session.key_file_repaired = false;
                tries.put_off();
            }
            Err(fault) => return Err(fault),
        }
        drop(tries);
        if let Err(fault) = undo_left(&session) {
            tracing::warn!(%fault, "an import that broke off is undone at a later unlock");
        }
        self.set_session(Some(session));
        // Notes of a pack that were not all taken in: beside the work, for it may be a million.
        if let Err(fault) = self.session().and_then(|session| crate::packs::go_on(&session)) {
            tracing::warn!(%fault, "the notes of a pack are not taken in yet");
        }
        Ok(())
    }

    /// The newest copy is not what its key vouches for: the other may still be good.
    fn open_other_copy(&self, key_store: &KeyStore, secret: &Secret) -> Result<(CasebookKey, KeyFile), AppFault> {
        for copy in [WhichCopy::First, WhichCopy::Second] {
            if let Ok(key_file) = key_store.read_copy(copy)
                && let Ok(opened) = open_key_file(secret, key_file)
            {
                return Ok(opened);
            }
        }
        Err(AppFault::KeyFileDamaged)
    }

    fn count<T>(&self, result: Result<T, AppFault>) -> Result<T, AppFault> {
        if matches!(result, Err(AppFault::WrongPassphrase | AppFault::WrongRecoveryCode)) {
            self.tries.lock().unwrap_or_else(PoisonError::into_inner).wrong(self.clock.as_ref());
        }
        result
    }
}

/// Notes what the unlock found, knows the key file and puts its other copy right: all or nothing.
fn write_down(
    session: &Session,
    key_file: &KeyFile,
    standing: Standing,
    repaired: bool,
    acts: Vec<NewEntry>,
) -> Result<(), AppFault> {
    if standing == Standing::Same && acts.is_empty() {
        return Ok(());
    }
    session.casebook.write(|gate| {
        if standing != Standing::Same {
            remember(gate, key_file)?;
        }
        for act in acts {
            gate.append(act)?;
        }
        if repaired {
            session.key_store.repair(key_file)?;
        }
        Ok::<_, AppFault>(())
    })?;
    session.delivery.wake();
    Ok(())
}

/// A key file against the last one that the casebook knew.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Same,
    Newer,
    /// An earlier one, or another of the same number: after an old file was put back and accepted,
    /// the next change gives a number that was used before.
    Older,
}

fn against_known(reading: &rusqlite::Connection, key_file: &KeyFile) -> Result<Standing, AppFault> {
    let known = tables::setting::get(reading, GENERATION)?.and_then(|text| text.parse().ok()).unwrap_or(0);
    let hash: Option<Hash> = tables::setting::get(reading, HASH)?.and_then(|text| text.parse().ok());
    Ok(match key_file.generation() {
        found if found > known => Standing::Newer,
        // A casebook from before the hash was kept learns it now.
        found if found == known && hash.is_none() => Standing::Newer,
        found if found == known && hash == Some(key_file.hash()) => Standing::Same,
        _ => Standing::Older,
    })
}

/// Writes down which key file is the newest.
pub(crate) fn remember(gate: &rusqlite::Connection, key_file: &KeyFile) -> Result<(), AppFault> {
    tables::setting::set(gate, GENERATION, &key_file.generation().to_string())?;
    tables::setting::set(gate, HASH, &key_file.hash().to_string())?;
    Ok(())
}

/// Opens a key file by what the person has.
pub(crate) fn open_key_file(secret: &Secret, key_file: KeyFile) -> Result<(CasebookKey, KeyFile), AppFault> {
    let key = prove(secret, &key_file)?;
    Ok((key, key_file))
}

/// The casebook's key, if the secret opens the key file.
pub(crate) fn prove(secret: &Secret, key_file: &KeyFile) -> Result<CasebookKey, AppFault> {
    let opened: Result<CasebookKey, UnlockError> = match secret {
        Secret::Passphrase(passphrase) => key_file.unlock(vault::Unlock::Passphrase(passphrase)),
        Secret::RecoveryCode(typed) => key_file.unlock(vault::Unlock::Recovery(&RecoveryCode::parse(typed)?)),
    };
    Ok(opened?)
}
