//! This casebook was copied, and the other copy's entries reached the hub first: both branches are
//! kept there, and this one goes on in a chain of its own.

use casebook::{CasebookFault, tables};
use chrono::TimeDelta;
use domain::Stamp;

use super::course::{ChainCourse, Course};
use crate::{SyncFault, disk};

/// A clock that differs from the hub's by more than this is doubtful.
const DOUBTFUL: TimeDelta = TimeDelta::minutes(10);

impl Course<'_> {
    /// Opens the new chain, once all links and bodies of the branch have gone.
    pub(super) async fn continue_in_new_chain(&mut self) -> Result<(), SyncFault> {
        self.branched = false;
        let uncertain = self.client.clock_off().is_some_and(|off| off.abs() > DOUBTFUL);
        let recorded = Stamp::now(&*self.outgoing.clock, uncertain);
        let (author, app_version) = (self.outgoing.author, self.outgoing.app_version.clone());
        let opened = disk::write(&self.outgoing.casebook, move |gate| {
            gate.continue_in_new_chain(author, recorded, &app_version)?;
            tables::chain::own(gate)?.ok_or(CasebookFault::Row("chain"))
        })
        .await?;
        tracing::warn!(chain = %opened.id, "this casebook was copied: it goes on in a chain of its own");
        // At the end: what is kept by index of a chain stays right.
        self.chains.push(ChainCourse::new(opened.number, opened.id));
        self.sent.continued = true;
        Ok(())
    }
}
