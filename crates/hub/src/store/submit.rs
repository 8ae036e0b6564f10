//! Links and bodies come in: verified, committed, then receipted. One batch, one transaction.

use std::{
    collections::{BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use deadpool_postgres::Transaction;
use journal::{Batch, Head, HubFault, Link, Refused, SubmitAnswer};
use vault::{Hash, PublicKey};

use super::{
    body::Taken,
    held,
    incoming::{self, Incoming, Sent},
    keep,
};
use crate::{failure::Failure, state::HubState};

pub(crate) async fn submit(hub: &HubState, batch: Batch) -> Result<SubmitAnswer, Failure> {
    let incoming = off_the_loop(move || Incoming::read(batch)).await??;
    let mut client = hub.database.connect().await?;
    let work = client.transaction().await?;
    // Two batches of one chain wait for each other, also at two copies of the hub; and a chain
    // that nobody knows yet has no row to lock.
    let lock = work.prepare_cached("SELECT pg_advisory_xact_lock($1)").await?;
    for number in lock_numbers(&incoming) {
        work.execute(&lock, &[&number]).await?;
    }

    let asked: Vec<Hash> = asked(&incoming);
    let known_key = held::chain_key(&work, &incoming.chain).await?;
    let key = known_key.or(incoming.opening_key()).ok_or(HubFault::UnknownChain)?;
    let held_before = held::links(&work, &asked).await?;
    let checked = check(&work, incoming, &held_before).await?;
    // The signatures are most of the work: they are checked while PostgreSQL writes. Nothing is
    // committed before they fit.
    let new = checked.new.clone();
    let signatures =
        async { off_the_loop(move || incoming::check_signatures(&new, &key)).await?.map_err(Failure::from) };
    let (signatures, kept) = tokio::join!(signatures, keep_all(hub, &work, &checked, key, &held_before));
    signatures.and(kept)?;

    let (receipt, place) = held::receipt(hub, &work, checked.chain, checked.last, &asked).await?;
    work.commit().await?;
    tracing::info!(chain = %checked.chain, new = checked.new.len(), bodies = checked.bodies.len(), "kept");
    Ok(SubmitAnswer { receipt, branched: place.left_another, refused: checked.refused })
}

/// A batch that may be kept if its signatures fit.
struct Checked {
    chain: Hash,
    /// The link before the new ones; none when the first is the opening.
    before: Option<Head>,
    /// The links not held so far.
    new: Arc<[Sent]>,
    bodies: HashMap<Hash, Taken>,
    refused: Vec<Refused>,
    /// The furthest link that the sender named.
    last: Head,
}

async fn check(
    work: &Transaction<'_>,
    mut incoming: Incoming,
    held_before: &HashSet<Hash>,
) -> Result<Checked, Failure> {
    // A held link has all before it, so the held ones come first.
    let split = incoming.links.iter().take_while(|sent| held_before.contains(&sent.head.hash)).count();
    let first = incoming.previous();
    let new = incoming.links.split_off(split);
    let before = incoming.links.last().map(|sent| sent.head).or(first);

    let in_batch: HashSet<Hash> = incoming.links.iter().chain(&new).map(|sent| sent.head.hash).collect();
    let elsewhere: Vec<Hash> =
        incoming.bodies.iter().map(|body| body.link).filter(|link| !in_batch.contains(link)).collect();
    let earlier = held::commitments(work, &incoming.chain, &elsewhere).await?;
    let last = match new.last().or(incoming.links.last()) {
        Some(sent) => sent.head,
        None => earlier
            .iter()
            .map(|(hash, (sequence, _))| Head { sequence: *sequence, hash: *hash })
            .max_by_key(|head| head.sequence)
            .ok_or(HubFault::UnknownLink)?,
    };
    let mut commitments: HashMap<Hash, Hash> = earlier.into_iter().map(|(hash, (_, body))| (hash, body)).collect();
    commitments.extend(incoming.links.iter().chain(&new).map(|sent| (sent.head.hash, sent.link.commitment())));
    let (chain, bodies) = (incoming.chain, incoming.bodies);
    off_the_loop(move || {
        let (bodies, refused) = incoming::take_bodies(bodies, &commitments);
        Checked { chain, before, new: new.into(), bodies, refused, last }
    })
    .await
}

async fn keep_all(
    hub: &HubState,
    work: &Transaction<'_>,
    checked: &Checked,
    key: PublicKey,
    held_before: &HashSet<Hash>,
) -> Result<(), Failure> {
    let named: BTreeSet<(Hash, i64)> = checked.bodies.values().flat_map(|body| body.blobs.iter().copied()).collect();
    let whole = keep::whole_blobs(work, &named).await?;
    if let Some(first) = checked.new.first() {
        let now = hub.clock.now();
        let branch = branch_for(hub, work, checked, first, key).await?;
        keep::links(work, branch, &checked.new, &checked.bodies, &whole, now).await?;
        if checked.before.is_none() {
            keep::settle_continuations(work, &checked.chain, &key).await?;
        }
    }
    let late: Vec<&Taken> = checked.bodies.values().filter(|body| held_before.contains(&body.link)).collect();
    keep::late_bodies(work, &late, &whole).await?;
    keep::blob_uses(work, checked.bodies.values()).await
}

/// The branch that the new links go to: made when the chain or the branch is new.
async fn branch_for(
    hub: &HubState,
    work: &Transaction<'_>,
    checked: &Checked,
    first: &Sent,
    key: PublicKey,
) -> Result<i64, Failure> {
    let now = hub.clock.now();
    let Some(before) = checked.before else {
        let continuation = keep::continuation(work, &first.link).await?.ok_or(HubFault::WrongSignature)?;
        return keep::chain(work, first, &key, continuation, now).await;
    };
    let place = held::place(work, &checked.chain, &before.hash).await?.ok_or(HubFault::Gap)?;
    if place.branch_head.hash == before.hash {
        return if place.branch_head.sequence == before.sequence {
            Ok(place.branch)
        } else {
            Err(HubFault::BrokenChain.into())
        };
    }
    let numbers = held::commitments(work, &checked.chain, &[before.hash]).await?;
    if numbers.get(&before.hash).is_none_or(|(number, _)| *number != before.sequence) {
        return Err(HubFault::BrokenChain.into());
    }
    let branch = keep::branch(work, &checked.chain, Some(place.branch), first.head).await?;
    keep::alarm(work, branch, now).await?;
    Ok(branch)
}

/// The entries that the sender asks about, each once.
fn asked(incoming: &Incoming) -> Vec<Hash> {
    let mut seen = HashSet::new();
    let links = incoming.links.iter().map(|sent| sent.head.hash);
    links.chain(incoming.bodies.iter().map(|body| body.link)).filter(|hash| seen.insert(*hash)).collect()
}

/// The chain, and the one that it continues: of two that arrive at once, one sees the other.
/// In order, so that nobody waits in a circle.
fn lock_numbers(incoming: &Incoming) -> BTreeSet<i64> {
    let number = |chain: &Hash| {
        let mut first = [0; 8];
        first.copy_from_slice(&chain.as_bytes()[..8]);
        i64::from_be_bytes(first)
    };
    let continued = match incoming.links.first().map(|sent| &sent.link) {
        Some(Link::Opening { continues: Some((at, _)), .. }) => Some(number(&at.chain)),
        _ => None,
    };
    continued.into_iter().chain([number(&incoming.chain)]).collect()
}

/// Runs work for the processor where it does not keep other requests waiting.
async fn off_the_loop<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Failure> {
    tokio::task::spawn_blocking(work).await.map_err(|_| Failure::Inside("a thread ended early"))
}
