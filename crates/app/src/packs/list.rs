//! Packs that were taken in.

use casebook::tables::{self, pack::Pack};
use domain::{Action, Resource};

use crate::{AppFault, Session, permit::permit};

/// A pack with the name of who imported it.
pub struct PackListed {
    /// It.
    pub pack: Pack,
    /// Who imported it.
    pub author: String,
}

domain::named_only!(PackListed);

/// Packs, newest first.
///
/// # Errors
/// [`AppFault::NotAllowed`].
pub fn list_packs(session: &Session) -> Result<Vec<PackListed>, AppFault> {
    permit(session, Action::Read, Resource::People)?;
    session.casebook.read(|reading| {
        let mut packs = Vec::new();
        for pack in tables::pack::all(reading)? {
            let author = tables::author::find(reading, pack.author)?.map(|author| author.name).unwrap_or_default();
            packs.push(PackListed { pack, author });
        }
        Ok(packs)
    })
}
