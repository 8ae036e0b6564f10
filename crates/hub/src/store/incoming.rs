//! The links of a batch: read, and checked against each other and the chain's key. No database.

use std::collections::HashMap;

use journal::{Batch, BodyInBatch, Head, HubFault, Link, LinkFault, MAX_BATCH_LINKS, Refused};
use vault::{Hash, PublicKey};

use super::body::{self, Taken};

/// A link with its bytes and hash.
pub(super) struct Sent {
    pub(super) link: Link,
    pub(super) bytes: Vec<u8>,
    pub(super) head: Head,
}

/// A batch whose links are readable, of one chain, and follow each other.
pub(super) struct Incoming {
    pub(super) chain: Hash,
    pub(super) links: Vec<Sent>,
    pub(super) bodies: Vec<BodyInBatch>,
}

impl Incoming {
    /// Reads a batch.
    ///
    /// # Errors
    /// [`HubFault::Malformed`], [`HubFault::TooLarge`] or [`HubFault::BrokenChain`].
    pub(super) fn read(batch: Batch) -> Result<Self, HubFault> {
        if batch.links.is_empty() && batch.bodies.is_empty() {
            return Err(HubFault::Malformed);
        }
        if batch.links.len() > MAX_BATCH_LINKS {
            return Err(HubFault::TooLarge);
        }
        let mut links: Vec<Sent> = Vec::with_capacity(batch.links.len());
        for bytes in batch.links {
            let link = Link::decode(&bytes).map_err(|_| HubFault::Malformed)?;
            let head = Head { sequence: link.sequence(), hash: Hash::of(&bytes) };
            let follows = links.last().is_none_or(|before| follows(before.head, &link));
            if !follows || link.chain() != batch.chain {
                return Err(HubFault::BrokenChain);
            }
            links.push(Sent { link, bytes, head });
        }
        Ok(Self { chain: batch.chain, links, bodies: batch.bodies })
    }

    /// The key that the opening link names, when it is here.
    pub(super) fn opening_key(&self) -> Option<PublicKey> {
        match self.links.first().map(|sent| &sent.link) {
            Some(Link::Opening { key, .. }) => Some(*key),
            _ => None,
        }
    }

    /// Hash of the link that the first one here follows; none for an opening.
    pub(super) fn previous(&self) -> Option<Head> {
        match &self.links.first()?.link {
            Link::Opening { .. } => None,
            Link::Following { sequence, previous, .. } => Some(Head { sequence: sequence - 1, hash: *previous }),
        }
    }
}

/// Whether `link` is the one after `before`.
pub(super) fn follows(before: Head, link: &Link) -> bool {
    matches!(link, Link::Following { sequence, previous, .. }
        if Some(*sequence) == before.sequence.checked_add(1) && *previous == before.hash)
}

/// Checks the signatures of links by the chain's key, on every core: this is most of the work.
///
/// # Errors
/// [`HubFault::WrongSignature`].
pub(super) fn check_signatures(links: &[Sent], key: &PublicKey) -> Result<(), HubFault> {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let share = links.len().div_ceil(cores).max(1);
    let check =
        |part: &[Sent]| -> Result<(), LinkFault> { part.iter().try_for_each(|sent| sent.link.verify_signature(key)) };
    let all_fit = std::thread::scope(|threads| {
        let mut parts = links.chunks(share);
        let mine = parts.next().unwrap_or_default();
        let others: Vec<_> = parts.map(|part| threads.spawn(move || check(part).is_ok())).collect();
        let mine_fits = check(mine).is_ok();
        others.into_iter().all(|other| other.join().unwrap_or(false)) && mine_fits
    });
    if all_fit { Ok(()) } else { Err(HubFault::WrongSignature) }
}

/// Takes each body that fits its link, and says why not of each other. The first of two bodies of
/// one link counts.
pub(super) fn take_bodies(
    bodies: Vec<BodyInBatch>,
    commitments: &HashMap<Hash, Hash>,
) -> (HashMap<Hash, Taken>, Vec<Refused>) {
    let mut taken = HashMap::new();
    let mut refused = Vec::new();
    for sent in bodies {
        let link = sent.link;
        if taken.contains_key(&link) {
            continue;
        }
        let result = commitments.get(&link).ok_or(HubFault::UnknownLink);
        match result.and_then(|commitment| body::take(sent, *commitment)) {
            Ok(body) => {
                taken.insert(link, body);
            }
            Err(fault) => refused.push(Refused { link, fault }),
        }
    }
    (taken, refused)
}
