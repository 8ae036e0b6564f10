//! What the central system thinks of records comes back by the hub's cursor.

use casebook::{CasebookFault, tables};
use journal::{Hub, VerdictsRequest};

use super::course::Course;
use crate::{SyncFault, disk};

impl Course<'_> {
    /// Fetches and keeps the verdicts of every chain since the last time.
    pub(super) async fn fetch_verdicts(&mut self) -> Result<(), SyncFault> {
        for (chain, id) in self.chains.iter().map(|course| (course.number, course.id)).collect::<Vec<_>>() {
            let mut after =
                disk::read(&self.outgoing.casebook, move |reading| Ok(tables::verdict::cursor(reading, chain)?))
                    .await?;
            loop {
                let request = VerdictsRequest { chain: id, after: after.clone() };
                let answer = self.answer(self.client.verdicts(request)).await?;
                if answer.verdicts.is_empty() || answer.cursor == after {
                    break;
                }
                after.clone_from(&answer.cursor);
                let key = self.hub.key;
                let kept = disk::write(&self.outgoing.casebook, move |gate| {
                    let mut kept = 0_u32;
                    for signed in &answer.verdicts {
                        let Some(verdict) = signed.verify(&key) else {
                            tracing::warn!("a verdict does not verify and is left out");
                            continue;
                        };
                        gate.take_verdict(signed, &verdict)?;
                        kept += 1;
                    }
                    gate.set_verdict_cursor(chain, &answer.cursor)?;
                    Ok::<_, CasebookFault>(kept)
                })
                .await?;
                self.sent.verdicts = self.sent.verdicts.saturating_add(kept);
            }
        }
        Ok(())
    }
}
