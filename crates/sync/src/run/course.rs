//! What a run knows while it goes, and the few things that every part of it does.

use std::{collections::HashSet, future::Future, time::Duration};

use casebook::{
    CasebookFault,
    tables::{self, hub::PinnedHub},
};
use domain::RecordId;
use journal::{Receipt, SignedReceipt};
use tokio::sync::watch;
use vault::Hash;

use super::{Aside, Memory, Outgoing, Sent};
use crate::{DeliveryState, HubClient, SyncFault, disk, files::Files, plan::Limit};

/// How long a request that is on the line may still take once a stop is asked for. After that it is
/// dropped: whether the hub committed it or not, the next run finds out.
const GRACE: Duration = Duration::from_secs(2);

/// How far a chain is.
#[derive(Debug, Clone, Copy)]
pub(super) struct ChainCourse {
    /// Its number in the casebook.
    pub(super) number: i64,
    pub(super) id: Hash,
    /// Place of the last link that the hub holds; 0 for none.
    pub(super) linked: i64,
    /// Place of the last urgent body dealt with in this run.
    pub(super) urgent: i64,
    /// Place of the last other body dealt with in this run.
    pub(super) others: i64,
    /// Nothing more of it in this run: the hub refuses its links.
    pub(super) stuck: bool,
}

impl ChainCourse {
    pub(super) fn new(number: i64, id: Hash) -> Self {
        Self { number, id, linked: 0, urgent: 0, others: 0, stuck: false }
    }
}

pub(super) struct Course<'a> {
    pub(super) outgoing: &'a Outgoing,
    pub(super) client: &'a HubClient,
    pub(super) hub: &'a PinnedHub,
    pub(super) state: &'a watch::Sender<DeliveryState>,
    stop: &'a watch::Receiver<bool>,
    pub(super) memory: &'a mut Memory,
    /// The chain that is written now first.
    pub(super) chains: Vec<ChainCourse>,
    pub(super) files: Files,
    /// The file that is being sent, and how far.
    pub(super) file: Option<(Hash, u64)>,
    /// Files whose parts the hub found out of place, and how often.
    pub(super) out_of_place: Vec<Hash>,
    pub(super) limit: Limit,
    pub(super) branched: bool,
    pub(super) sent: Sent,
}

impl<'a> Course<'a> {
    pub(super) fn new(
        outgoing: &'a Outgoing,
        client: &'a HubClient,
        hub: &'a PinnedHub,
        state: &'a watch::Sender<DeliveryState>,
        stop: &'a watch::Receiver<bool>,
        memory: &'a mut Memory,
    ) -> Self {
        Self {
            outgoing,
            client,
            hub,
            state,
            stop,
            memory,
            chains: Vec::new(),
            files: Files::default(),
            file: None,
            out_of_place: Vec::new(),
            limit: Limit::FULL,
            branched: false,
            sent: Sent::default(),
        }
    }

    /// Forgets what the hub was believed to hold.
    pub(super) fn start_over(&mut self) {
        self.chains.clear();
        self.files = Files::default();
        self.file = None;
        self.memory.bodies_there.clear();
    }

    pub(super) fn end(self) -> Sent {
        Sent { clock_off: self.client.clock_off(), ..self.sent }
    }

    /// Waits for an answer, unless the run is to stop.
    pub(super) async fn answer<T>(&self, request: impl Future<Output = Result<T, SyncFault>>) -> Result<T, SyncFault> {
        if *self.stop.borrow() {
            return Err(SyncFault::Stopped);
        }
        let mut stop = self.stop.clone();
        let stopped = async {
            // An error means that whoever could say it is gone.
            let _ = stop.wait_for(|stop| *stop).await;
            tokio::time::sleep(GRACE).await;
        };
        tokio::select! {
            biased;
            answer = request => answer,
            () = stopped => Err(SyncFault::Stopped),
        }
    }

    /// Says which records something is on the line of.
    pub(super) fn tell(&self, records: impl Iterator<Item = RecordId>) {
        let on_the_way: HashSet<RecordId> = records.collect();
        let mut on_the_way: Vec<RecordId> = on_the_way.into_iter().collect();
        on_the_way.sort_unstable();
        self.state.send_if_modified(|state| {
            let changed = state.on_the_way != on_the_way;
            state.on_the_way = on_the_way;
            changed
        });
    }

    /// Keeps a receipt, if it is the pinned hub's and about this chain; gives the entries that it
    /// covers. Nothing else ever takes an entry out of the outbox.
    pub(super) async fn keep_receipt(
        &mut self,
        chain: usize,
        signed: SignedReceipt,
    ) -> Result<HashSet<Hash>, SyncFault> {
        let receipt = self.verify(chain, &signed)?;
        let held: HashSet<Hash> = receipt.held.iter().copied().collect();
        let at = self.outgoing.clock.now();
        let (positions, newly) = disk::write(&self.outgoing.casebook, move |gate| {
            let mut positions = Vec::with_capacity(receipt.held.len());
            let mut newly = 0_u32;
            for hash in &receipt.held {
                // A hash that is not known here is about nothing of ours.
                let Some(position) = tables::entry::position_of(gate, *hash)? else { continue };
                newly += u32::from(!tables::held::is_held(gate, position)?);
                positions.push(position);
            }
            gate.take_receipt(&signed, &receipt)?;
            tables::hub::set_last_contact(gate, at.fixed_offset())?;
            Ok::<_, CasebookFault>((positions, newly))
        })
        .await?;
        for position in positions {
            self.files.answered(chain, position);
            self.memory.bodies_there.remove(&position);
        }
        self.sent.received = self.sent.received.saturating_add(newly);
        self.heard(at);
        Ok(held)
    }

    fn verify(&self, chain: usize, signed: &SignedReceipt) -> Result<Receipt, SyncFault> {
        let receipt = signed.verify(&self.hub.key).map_err(|_| SyncFault::NotTheHub)?;
        let of_this_chain = self.chains.get(chain).is_some_and(|course| course.id == receipt.chain);
        if receipt.hub == self.hub.id && of_this_chain { Ok(receipt) } else { Err(SyncFault::NotTheHub) }
    }

    /// The hub answered, even where there was nothing to send.
    pub(super) async fn note_contact(&mut self) -> Result<(), SyncFault> {
        let at = self.outgoing.clock.now();
        disk::write(&self.outgoing.casebook, move |gate| {
            Ok::<_, CasebookFault>(tables::hub::set_last_contact(gate, at.fixed_offset())?)
        })
        .await?;
        self.heard(at);
        Ok(())
    }

    fn heard(&self, at: chrono::DateTime<chrono::Utc>) {
        let clock_off = self.client.clock_off();
        self.state.send_modify(|state| {
            state.clock_off = clock_off;
            state.last_contact = Some(at);
        });
    }

    /// Leaves an entry for another run and goes on with the others.
    pub(super) fn put_aside(&mut self, entry: Hash, why: SyncFault) {
        tracing::warn!(%entry, code = why.code(), "left aside in this run");
        self.sent.aside.push(Aside { entry, why });
    }

    /// As [`Self::put_aside`], by place.
    pub(super) async fn put_aside_at(&mut self, position: i64, why: SyncFault) -> Result<(), SyncFault> {
        let entry = disk::read(&self.outgoing.casebook, move |reading| {
            tables::entry::hash_at(reading, position)?.ok_or(CasebookFault::NotFound("entry"))
        })
        .await?;
        self.put_aside(entry, why);
        Ok(())
    }
}
