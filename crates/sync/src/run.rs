//! One run: ask where the hub stands, send what it lacks, keep its receipts, fetch its verdicts.

mod batches;
mod continuing;
mod course;
mod parts;
mod standing;
mod verdicts;

use std::{collections::HashSet, sync::Arc};

use casebook::{Casebook, tables};
use chrono::TimeDelta;
use domain::{AuthorId, Clock, HubId};
use tokio::sync::watch;
use vault::Hash;

use crate::{
    DeliveryState, EnrolledKey, HubClient, OwnKey, Patience, Pin, Signer, SyncFault, disk,
    enrol::DEVICE,
    plan::{self, Step},
};
use course::Course;

/// What is sent from, and in whose name a new chain is opened when that must be.
#[derive(Clone)]
pub struct Outgoing {
    /// The casebook.
    pub casebook: Arc<Casebook>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Whose casebook it is.
    pub author: AuthorId,
    /// Version of Holdfast.
    pub app_version: String,
}

/// What a run that came to its end did.
#[derive(Debug, Default)]
pub struct Sent {
    /// Entries that a receipt covers now and did not before, log entries included.
    pub received: u32,
    /// Verdicts that came.
    pub verdicts: u32,
    /// What could not go, each alone, while everything else went.
    pub aside: Vec<Aside>,
    /// This casebook was copied; it goes on in a chain of its own.
    pub continued: bool,
    /// The hub's clock minus this device's.
    pub clock_off: Option<TimeDelta>,
}

/// Something that could not go in this run. It keeps waiting.
#[derive(Debug)]
pub struct Aside {
    /// Hash of the entry's link; of a whole chain, its id.
    pub entry: Hash,
    /// Why.
    pub why: SyncFault,
}

/// What a loop remembers from one run to the next, to send less again. Forgetting it costs bytes only.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    hub: Option<HubId>,
    /// Places of entries whose body the hub has and whose files it still lacks.
    bodies_there: HashSet<i64>,
}

/// Sends all that waits, once, and says what became of it.
///
/// # Errors
/// [`SyncFault`]: what stopped the run. What was received until then stays received.
pub async fn send_once(outgoing: &Outgoing) -> Result<Sent, SyncFault> {
    let (state, _) = watch::channel(DeliveryState::default());
    // The sender must live as long as the run: a stop that can no longer be said counts as said.
    let (_go_on, stop) = watch::channel(false);
    run(outgoing, &state, &stop, &mut Memory::default()).await
}

/// One run. `state` is told how it goes; `stop` ends it between two requests.
pub(crate) async fn run(
    outgoing: &Outgoing,
    state: &watch::Sender<DeliveryState>,
    stop: &watch::Receiver<bool>,
    memory: &mut Memory,
) -> Result<Sent, SyncFault> {
    let (hub, device) = disk::read(&outgoing.casebook, |reading| {
        Ok((tables::hub::pinned(reading)?, tables::setting::get(reading, DEVICE)?))
    })
    .await?;
    let hub = hub.ok_or(SyncFault::NotEnrolled)?;
    let casebook = outgoing.casebook.clone();
    let signer: Arc<dyn Signer> = match device.and_then(|key| key.parse().ok()) {
        Some(device) => Arc::new(EnrolledKey { casebook, device }),
        None => Arc::new(OwnKey(casebook)),
    };
    let client = HubClient::new(&Pin::from(&hub), signer, outgoing.clock.clone(), Patience::default())?;
    if memory.hub != Some(hub.id) {
        *memory = Memory { hub: Some(hub.id), ..Memory::default() };
    }
    let mut course = Course::new(outgoing, &client, &hub, state, stop, memory);
    let mut result = course.go().await;
    if matches!(&result, Err(fault) if fault.hub_holds_less()) {
        // Put back from a backup in the middle: asked where it stands, it is sent the difference.
        course.start_over();
        result = course.go().await;
    }
    result.map(|()| course.end())
}

impl Course<'_> {
    async fn go(&mut self) -> Result<(), SyncFault> {
        self.ask_standing().await?;
        self.fetch_verdicts().await?;
        let mut sent_anything = false;
        loop {
            let left = self.look().await?;
            let step = plan::next(&left.plan(), self.files.first().map(|file| file.rank), self.limit);
            if self.branched && !matches!(step, Some(Step::Batch { .. })) {
                self.continue_in_new_chain().await?;
                continue;
            }
            sent_anything |= step.is_some();
            match step {
                Some(Step::Batch { chain, links, bodies }) => self.send_batch(&left, chain, links, &bodies).await?,
                Some(Step::Ask { chain }) => self.ask_again(chain).await?,
                Some(Step::File) => self.send_part().await?,
                None => break,
            }
        }
        if sent_anything {
            self.fetch_verdicts().await?;
        }
        self.note_contact().await
    }
}
