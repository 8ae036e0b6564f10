//! Where the hub stands. One put back from a backup says less than its receipts did: what it lost
//! goes again.

use casebook::{CasebookFault, tables};
use journal::{Hub, Standing, StandingRequest};

use super::course::{ChainCourse, Course};
use crate::{SyncFault, disk};

impl Course<'_> {
    /// Asks about every chain, the one that is written now first.
    pub(super) async fn ask_standing(&mut self) -> Result<(), SyncFault> {
        let mut chains = disk::read(&self.outgoing.casebook, |reading| {
            let own = tables::chain::own(reading)?.map(|chain| chain.number);
            let mut chains = tables::chain::all(reading)?;
            chains.sort_by_key(|chain| (Some(chain.number) != own, chain.number));
            Ok(chains.iter().map(|chain| ChainCourse::new(chain.number, chain.id)).collect::<Vec<_>>())
        })
        .await?;
        for chain in &mut chains {
            let number = chain.number;
            let locator =
                disk::read(&self.outgoing.casebook, move |reading| Ok(tables::entry::locator(reading, number)?))
                    .await?;
            let request = StandingRequest { chain: chain.id, locator };
            let standing = self.answer(self.client.standing(request)).await?;
            chain.linked = self.take_standing(number, standing).await?;
        }
        self.chains = chains;
        Ok(())
    }

    /// Puts back into the outbox what the hub lost; gives the place of the last link that it holds.
    async fn take_standing(&mut self, chain: i64, standing: Standing) -> Result<i64, SyncFault> {
        let (linked, lost) = disk::write(&self.outgoing.casebook, move |gate| {
            let linked = match &standing.head {
                Some(head) => tables::entry::position_of(gate, head.hash)?,
                None => Some(0),
            };
            let lost = if linked.is_some() { gate.take_standing(chain, &standing)? } else { 0 };
            Ok::<_, CasebookFault>((linked, lost))
        })
        .await?;
        if lost > 0 {
            tracing::warn!(lost, "the hub holds less than its receipts say: the difference goes again");
            self.memory.bodies_there.clear();
        }
        // A link that was not in the locator is no answer to it.
        linked.ok_or(SyncFault::NotUnderstood)
    }
}
