//! Takes in entries that others wrote. What does not verify is refused; the same entry twice
//! changes nothing; a body may come long after its link.

use journal::{Body, BodyFault, Entry, Head, Link, LinkFault, SealedBody};
use vault::Hash;

use crate::{CasebookFault, Gate, tables};

/// What was new in what came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Received {
    /// Links that were not here.
    pub links: u32,
    /// Bodies that were not here.
    pub bodies: u32,
    /// A number came with another hash than the one that is here: that casebook was copied. Both
    /// branches are kept.
    pub branched: bool,
}

/// Why entries were not taken. Nothing of the act is kept then.
#[derive(Debug, thiserror::Error)]
pub enum ReceiveFault {
    /// A link does not verify, or the one before it is not here.
    #[error(transparent)]
    Link(#[from] LinkFault),
    /// A body is not the one that its link commits to.
    #[error(transparent)]
    Body(#[from] BodyFault),
    /// Somebody else writes the chain that is written here: this casebook was copied. It goes on in
    /// a chain of its own first ([`Gate::continue_in_new_chain`]), then takes the other branch.
    #[error("another copy of this casebook writes its chain")]
    OwnBranch,
    /// Reading or writing failed.
    #[error(transparent)]
    Casebook(#[from] CasebookFault),
}

impl From<rusqlite::Error> for ReceiveFault {
    fn from(error: rusqlite::Error) -> Self {
        Self::Casebook(error.into())
    }
}

impl Gate<'_> {
    /// Verifies entries, the links of each chain in order, and keeps what is not here.
    ///
    /// # Errors
    /// [`ReceiveFault`], of the first entry that cannot be taken.
    pub fn receive(&mut self, entries: &[Entry]) -> Result<Received, ReceiveFault> {
        let mut received = Received::default();
        for entry in entries {
            let hash = entry.link.hash();
            let position = match tables::entry::position_of(self.connection, hash)? {
                Some(position) => position,
                None => {
                    let chain = self.chain_of(&entry.link)?;
                    received.branched |= self.number_taken(chain, entry.link.sequence())?;
                    received.links += 1;
                    let link = Entry { link: entry.link.clone(), body: None };
                    tables::entry::add(self.connection, chain, &link)?
                }
            };
            if let Some(body) = &entry.body {
                body.verify(entry.link.commitment())?;
                received.bodies += u32::from(self.receive_body(position, hash, body)?);
            }
        }
        Ok(received)
    }

    /// Puts a verified body to its link; false when it is there already.
    fn receive_body(&self, position: i64, hash: Hash, body: &SealedBody) -> Result<bool, CasebookFault> {
        if tables::entry::at(self.connection, position)?.is_some_and(|stored| stored.body.is_some()) {
            return Ok(false);
        }
        tables::entry::add_body(self.connection, position, body)?;
        let blobs = body.read().map_or_else(|_| Vec::new(), |body: Body| body.blobs);
        self.apply(position, hash, body, &blobs)?;
        Ok(true)
    }

    /// Checks that a new link continues what is here; gives the number of its chain.
    fn chain_of(&self, link: &Link) -> Result<i64, ReceiveFault> {
        let sequence = link.sequence();
        let previous = match link {
            Link::Opening { key, continues, .. } => {
                link.verify_signature(key)?;
                if let Some((at, _)) = continues
                    && let Some(old) = tables::chain::find(self.connection, at.chain)?
                    && !link.verify_continuation(&old.key)
                {
                    return Err(LinkFault::Signature { sequence }.into());
                }
                return Ok(tables::chain::add(self.connection, link.hash(), key, None)?);
            }
            Link::Following { previous, .. } => *previous,
        };
        let chain = tables::chain::find(self.connection, link.chain())?.ok_or(LinkFault::OtherChain { sequence })?;
        let before = match tables::entry::find_before(self.connection, previous, i64::MAX)? {
            Some((number, before)) if number == chain.number => before,
            _ => {
                let here = tables::entry::furthest(self.connection, chain.number)?;
                return Err(if sequence > here + 1 {
                    LinkFault::Gap { expected: here + 1, found: sequence }.into()
                } else {
                    LinkFault::Broken { sequence }.into()
                });
            }
        };
        let _: Head = before.step(chain.id, &chain.key, link)?;
        let own = self.opened.as_ref().unwrap_or(self.own);
        if chain.number == own.number { Err(ReceiveFault::OwnBranch) } else { Ok(chain.number) }
    }

    fn number_taken(&self, chain: i64, sequence: u64) -> Result<bool, ReceiveFault> {
        let sequence = i64::try_from(sequence).map_err(|_| CasebookFault::Row("link"))?;
        Ok(self
            .connection
            .prepare_cached("SELECT 1 FROM entry WHERE chain = ? AND sequence = ?")?
            .exists([chain, sequence])?)
    }
}
