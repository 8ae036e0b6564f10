//! Changes the passphrase: one slot of the key file is written anew; the recovery code stays.

use domain::{Action, Resource};
use journal::{CasebookCare, Known};
use vault::{Cost, Passphrase};

use super::unlock::{Secret, prove, remember};
use crate::{AppFault, Session, care::author, permit::permit};

/// Changes the passphrase, when `current` (the old one, or the recovery code) opens the key file.
///
/// # Errors
/// [`AppFault::WrongPassphrase`] and its kin; the old passphrase holds then. [`AppFault::PassphraseWeak`].
pub fn change_passphrase(session: &Session, current: &Secret, new: &str, cost: Cost) -> Result<(), AppFault> {
    permit(session, Action::Keep, Resource::Casebook)?;
    let who = author(session)?;
    if !super::judge_passphrase(new, &[who.name, who.role]).enough {
        return Err(AppFault::PassphraseWeak);
    }
    let new = Passphrase::from(new.to_owned());
    let key_file = session.key_store.read()?.key_file;
    prove(current, &key_file)?;
    let changed = key_file.change_passphrase(&session.key, &new, cost)?;
    // The files first: the database may lag behind the key file, never run ahead of it.
    if let Err(error) = session.key_store.write(&changed) {
        // With the first copy written the new passphrase holds already: to say that the old one
        // does would lock the person out. The second copy is put right at the next unlock.
        let holds = session.key_store.read().is_ok_and(|stored| stored.key_file.hash() == changed.hash());
        if !holds {
            return Err(error.into());
        }
    }
    let entry = session.entry(Known::CasebookCare(CasebookCare { act: "passphrase_changed".to_owned(), times: None }));
    let noted: Result<(), AppFault> = session.casebook.write(|gate| {
        gate.append(entry)?;
        remember(gate, &changed)
    });
    // The new passphrase holds, noted or not. The next unlock finds a newer key file and notes it.
    if let Err(fault) = noted {
        tracing::warn!(%fault, "the change of the passphrase could not be noted yet");
    }
    session.delivery.wake();
    Ok(())
}
