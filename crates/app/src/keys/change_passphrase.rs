//! Changes the passphrase: one slot of the key file is written anew; the recovery code stays.

use casebook::tables;
use domain::{Action, Resource};
use journal::{CasebookCare, Known};
use vault::{Cost, Passphrase};

use super::unlock::{GENERATION, Secret, prove};
use crate::{AppFault, Session, permit::permit};

/// Changes the passphrase, when `current` (the old one, or the recovery code) opens the key file.
///
/// # Errors
/// [`AppFault::WrongPassphrase`] and its kin; the old passphrase holds then. [`AppFault::PassphraseWeak`].
pub fn change_passphrase(session: &Session, current: &Secret, new: &str, cost: Cost) -> Result<(), AppFault> {
    permit(session, Action::Keep, Resource::Casebook)?;
    if !super::judge_passphrase(new, &[]).enough {
        return Err(AppFault::PassphraseWeak);
    }
    let new = Passphrase::from(new.to_owned());
    let key_file = session.key_store.read()?.key_file;
    prove(current, &key_file)?;
    let changed = key_file.change_passphrase(&session.key, &new, cost)?;
    // The files first: the database may lag behind the key file, never run ahead of it.
    session.key_store.write(&changed)?;
    let entry = session.entry(Known::CasebookCare(CasebookCare { act: "passphrase_changed".to_owned(), times: None }));
    session.casebook.write(|gate| {
        gate.append(entry)?;
        tables::setting::set(gate, GENERATION, &changed.generation().to_string()).map_err(AppFault::from)
    })?;
    session.delivery.wake();
    Ok(())
}
