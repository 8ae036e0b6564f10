//! Links and bodies.

use casebook::{CasebookFault, tables, tables::waiting::Measured};
use domain::RecordId;
use journal::{Batch, BodyInBatch, Hub, HubFault, MAX_BATCH_LINKS, SubmitAnswer};
use vault::Hash;

use super::course::Course;
use crate::{
    SyncFault, disk,
    files::Gone,
    plan::{Left, Ready},
};

/// What was found of one chain.
#[derive(Default)]
pub(super) struct Found {
    links: Vec<(i64, Vec<u8>)>,
    urgent: Vec<Measured>,
    others: Vec<Measured>,
    unanswered: bool,
}

/// What was found of all chains, in their order.
pub(super) struct Look(Vec<Found>);

impl Look {
    pub(super) fn plan(&self) -> Vec<Left> {
        let ready = |lane: &[Measured]| {
            lane.iter().map(|(waiting, bytes)| Ready { position: waiting.position, bytes: *bytes }).collect()
        };
        let left = |found: &Found| Left {
            links: found.links.iter().map(|(position, _)| *position).collect(),
            urgent: ready(&found.urgent),
            others: ready(&found.others),
            unanswered: found.unanswered,
        };
        self.0.iter().map(left).collect()
    }
}

/// A body in a batch, and what it belongs to.
struct Loaded {
    position: i64,
    hash: Hash,
    urgent: bool,
    record: Option<RecordId>,
}

impl Course<'_> {
    /// Looks what is left now: something may have been filed since the last step.
    pub(super) async fn look(&mut self) -> Result<Look, SyncFault> {
        loop {
            let chains = self.chains.clone();
            let most = u32::try_from(MAX_BATCH_LINKS).unwrap_or(u32::MAX);
            let mut found = disk::read(&self.outgoing.casebook, move |reading| {
                let look = |chain: &super::course::ChainCourse| {
                    if chain.stuck {
                        return Ok(Found::default());
                    }
                    Ok(Found {
                        links: tables::entry::links_after(reading, chain.number, chain.linked, most)?,
                        urgent: tables::waiting::lane_after(reading, chain.number, true, chain.urgent, most)?,
                        others: tables::waiting::lane_after(reading, chain.number, false, chain.others, most)?,
                        unanswered: false,
                    })
                };
                chains.iter().map(look).collect::<Result<Vec<_>, CasebookFault>>()
            })
            .await?;
            let mut passed = false;
            for (chain, found) in found.iter_mut().enumerate() {
                passed |= self.pass_bodies_there(chain, found).await?;
                let stuck = self.chains.get(chain).is_none_or(|course| course.stuck);
                found.unanswered = !stuck && self.files.unanswered(chain).next().is_some();
            }
            if !passed {
                return Ok(Look(found));
            }
        }
    }

    /// Passes over bodies that an earlier run brought: only their files are left. Says whether there
    /// were any.
    async fn pass_bodies_there(&mut self, chain: usize, found: &Found) -> Result<bool, SyncFault> {
        let mut passed = Vec::new();
        // A body whose link is not held is not there either, whatever was true in the last run.
        let linked = self.chains.get(chain).map_or(0, |course| course.linked);
        for lane in [&found.urgent, &found.others] {
            let there = lane.iter().take_while(|(waiting, _)| {
                waiting.position <= linked && self.memory.bodies_there.contains(&waiting.position)
            });
            passed.extend(there.map(|(waiting, _)| Gone {
                chain,
                position: waiting.position,
                record: waiting.record,
                urgent: waiting.urgent,
            }));
        }
        for gone in &passed {
            self.pass(chain, gone.position, gone.urgent);
        }
        let any = !passed.is_empty();
        self.expect_files(passed).await?;
        Ok(any)
    }

    /// A body is dealt with in this run.
    fn pass(&mut self, chain: usize, position: i64, urgent: bool) {
        if let Some(course) = self.chains.get_mut(chain) {
            let lane = if urgent { &mut course.urgent } else { &mut course.others };
            *lane = position.max(*lane);
        }
    }

    async fn expect_files(&mut self, gone: Vec<Gone>) -> Result<(), SyncFault> {
        if gone.is_empty() {
            return Ok(());
        }
        let positions: Vec<i64> = gone.iter().map(|gone| gone.position).collect();
        let blobs = disk::read(&self.outgoing.casebook, move |reading| {
            let of = |position: &i64| Ok(tables::blob::of(reading, *position)?);
            positions.iter().map(of).collect::<Result<Vec<_>, CasebookFault>>()
        })
        .await?;
        for (gone, blobs) in gone.into_iter().zip(blobs) {
            self.memory.bodies_there.insert(gone.position);
            self.files.expect(gone, &blobs);
        }
        Ok(())
    }

    /// Sends one batch. The hub's receipt says what of it is held whole; of the rest the files are
    /// still to come.
    pub(super) async fn send_batch(
        &mut self,
        look: &Look,
        chain: usize,
        links: usize,
        bodies: &[i64],
    ) -> Result<(), SyncFault> {
        let Some((course, found)) = self.chains.get(chain).copied().zip(look.0.get(chain)) else { return Ok(()) };
        let going: Vec<&Measured> = found
            .urgent
            .iter()
            .chain(&found.others)
            .filter(|(waiting, _)| bodies.contains(&waiting.position))
            .collect();
        let (loaded, bodies) = self.load(&going).await?;
        let going_links = found.links.get(..links).unwrap_or_default();
        let batch =
            Batch { chain: course.id, links: going_links.iter().map(|(_, link)| link.clone()).collect(), bodies };
        self.tell(loaded.iter().filter_map(|body| body.record));
        match self.answer(self.client.submit(batch)).await {
            Ok(answer) => {
                if let Some((last, _)) = going_links.last()
                    && let Some(course) = self.chains.get_mut(chain)
                {
                    course.linked = *last;
                }
                self.take_answer(chain, answer, loaded).await
            }
            Err(fault) if fault.is_about_size() => self.send_less(chain, &loaded, fault).await,
            // Something is wrong with this chain's links. The records of other chains go on.
            Err(SyncFault::Hub(fault @ (HubFault::BrokenChain | HubFault::WrongSignature | HubFault::Malformed))) => {
                if let Some(course) = self.chains.get_mut(chain) {
                    course.stuck = true;
                }
                self.put_aside(course.id, SyncFault::Hub(fault));
                Ok(())
            }
            Err(fault) => Err(fault),
        }
    }

    async fn load(&self, going: &[&Measured]) -> Result<(Vec<Loaded>, Vec<BodyInBatch>), SyncFault> {
        let going: Vec<_> = going.iter().map(|(waiting, _)| waiting.clone()).collect();
        disk::read(&self.outgoing.casebook, move |reading| {
            let mut loaded = Vec::with_capacity(going.len());
            let mut bodies = Vec::with_capacity(going.len());
            for waiting in going {
                let position = waiting.position;
                let stored = tables::entry::at(reading, position)?.ok_or(CasebookFault::NotFound("entry"))?;
                let body = stored.body.ok_or(CasebookFault::Row("body"))?;
                bodies.push(BodyInBatch::new(stored.hash, &body));
                loaded.push(Loaded { position, hash: stored.hash, urgent: waiting.urgent, record: waiting.record });
            }
            Ok((loaded, bodies))
        })
        .await
    }

    async fn take_answer(&mut self, chain: usize, answer: SubmitAnswer, loaded: Vec<Loaded>) -> Result<(), SyncFault> {
        let held = self.keep_receipt(chain, answer.receipt).await?;
        let is_own = self.chains.get(chain).is_some_and(|course| course.id == self.outgoing.casebook.device().0);
        // Once a run: a hub that finds every new chain branched shall not make us open them for ever.
        self.branched |= answer.branched && is_own && !self.sent.continued;
        let mut gone = Vec::new();
        for body in loaded {
            self.pass(chain, body.position, body.urgent);
            if let Some(refused) = answer.refused.iter().find(|refused| refused.link == body.hash) {
                self.put_aside(body.hash, SyncFault::Hub(refused.fault));
            } else if !held.contains(&body.hash) {
                gone.push(Gone { chain, position: body.position, record: body.record, urgent: body.urgent });
            }
        }
        self.expect_files(gone).await
    }

    /// Too large: half of it next time. A single body that is still too large is left aside.
    async fn send_less(&mut self, chain: usize, loaded: &[Loaded], fault: SyncFault) -> Result<(), SyncFault> {
        if self.limit.halve_batch() {
            return Ok(());
        }
        let Some(body) = loaded.first() else { return Err(fault) };
        self.pass(chain, body.position, body.urgent);
        self.put_aside(body.hash, fault);
        Ok(())
    }

    /// Names entries again of which all has gone, so that a receipt can cover them.
    pub(super) async fn ask_again(&mut self, chain: usize) -> Result<(), SyncFault> {
        let Some((course, first)) = self.chains.get(chain).copied().zip(self.files.unanswered(chain).next()) else {
            return Ok(());
        };
        let most = u32::try_from(self.limit.entries).unwrap_or(u32::MAX);
        let links = disk::read(&self.outgoing.casebook, move |reading| {
            Ok(tables::entry::links_after(reading, course.number, first - 1, most)?)
        })
        .await?;
        // Only links that the hub holds: no others are to follow from here.
        let links: Vec<_> = links.into_iter().filter(|(position, _)| *position <= course.linked).collect();
        let last = links.last().map_or(first, |(position, _)| *position);
        let batch =
            Batch { chain: course.id, links: links.into_iter().map(|(_, link)| link).collect(), bodies: Vec::new() };
        let answer = match self.answer(self.client.submit(batch)).await {
            Err(fault) if fault.is_about_size() && self.limit.halve_batch() => return Ok(()),
            answer => answer?,
        };
        self.keep_receipt(chain, answer.receipt).await?;
        let missed: Vec<i64> = self.files.unanswered(chain).take_while(|position| *position <= last).collect();
        for position in missed {
            self.files.answered(chain, position);
            // Next time with its body again.
            self.memory.bodies_there.remove(&position);
            self.put_aside_at(position, SyncFault::NotWhole).await?;
        }
        Ok(())
    }
}
