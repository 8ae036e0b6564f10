//! What is held already: questions that several verbs ask within their transaction.

use std::collections::{HashMap, HashSet};

use deadpool_postgres::Transaction;
use journal::{Head, Link, Receipt, SignedReceipt};
use vault::{Hash, PublicKey};

use super::{hash_in, key, keys, number_in};
use crate::{failure::Failure, state::HubState};

/// Where a held link stands.
pub(super) struct Place {
    pub(super) branch: i64,
    /// Whether the branch left another one: the casebook was copied, or an old copy put back.
    pub(super) left_another: bool,
    /// The last link of the branch.
    pub(super) branch_head: Head,
}

/// The key of a chain that is held.
pub(super) async fn chain_key(work: &Transaction<'_>, chain: &Hash) -> Result<Option<PublicKey>, Failure> {
    let query = work.prepare_cached("SELECT key FROM chain WHERE id = $1").await?;
    let Some(row) = work.query_opt(&query, &[&key(chain)]).await? else {
        return Ok(None);
    };
    let bytes: &[u8] = row.try_get("key")?;
    let bytes = bytes.try_into().map_err(|_| Failure::Inside("a stored key"))?;
    Ok(Some(PublicKey::from_bytes(bytes)))
}

/// Which of these links are held.
pub(super) async fn links(work: &Transaction<'_>, asked: &[Hash]) -> Result<HashSet<Hash>, Failure> {
    let query = work.prepare_cached("SELECT hash FROM entry WHERE hash = ANY ($1)").await?;
    work.query(&query, &[&keys(asked)]).await?.iter().map(|row| hash_in(row, "hash")).collect()
}

/// Number and commitment of those of these links that are held and of this chain.
pub(super) async fn commitments(
    work: &Transaction<'_>,
    chain: &Hash,
    asked: &[Hash],
) -> Result<HashMap<Hash, (u64, Hash)>, Failure> {
    const QUERY: &str = "
        SELECT e.hash, e.number, e.link FROM entry e JOIN branch b ON b.id = e.branch
        WHERE e.hash = ANY ($1) AND b.chain = $2";
    let query = work.prepare_cached(QUERY).await?;
    let mut found = HashMap::new();
    for row in work.query(&query, &[&keys(asked), &key(chain)]).await? {
        let link = Link::decode(row.try_get("link")?).map_err(|_| Failure::Inside("a stored link"))?;
        found.insert(hash_in(&row, "hash")?, (number_in(&row, "number")?, link.commitment()));
    }
    Ok(found)
}

/// Where a link of this chain stands; none when it is not held.
pub(super) async fn place(work: &Transaction<'_>, chain: &Hash, link: &Hash) -> Result<Option<Place>, Failure> {
    const QUERY: &str = "
        SELECT b.id, b.parent IS NOT NULL AS left_another, b.head_number, b.head_hash
        FROM entry e JOIN branch b ON b.id = e.branch
        WHERE e.hash = $1 AND b.chain = $2";
    let query = work.prepare_cached(QUERY).await?;
    let Some(row) = work.query_opt(&query, &[&key(link), &key(chain)]).await? else {
        return Ok(None);
    };
    Ok(Some(Place {
        branch: row.try_get("id")?,
        left_another: row.try_get("left_another")?,
        branch_head: Head { sequence: number_in(&row, "head_number")?, hash: hash_in(&row, "head_hash")? },
    }))
}

/// Which of these entries are held whole.
pub(super) async fn whole(work: &Transaction<'_>, asked: &[Hash]) -> Result<HashSet<Hash>, Failure> {
    let query = work.prepare_cached("SELECT hash FROM entry WHERE hash = ANY ($1) AND whole").await?;
    work.query(&query, &[&keys(asked)]).await?.iter().map(|row| hash_in(row, "hash")).collect()
}

/// Signs what is held of `asked`, on the branch of `last`, the furthest link that the sender named.
/// To be sent only after the commit.
pub(super) async fn receipt(
    hub: &HubState,
    work: &Transaction<'_>,
    chain: Hash,
    last: Head,
    asked: &[Hash],
) -> Result<(SignedReceipt, Place), Failure> {
    const FORKS_LATER: &str = "SELECT EXISTS (SELECT 1 FROM branch WHERE parent = $1 AND first_number > $2)";
    let place = place(work, &chain, &last.hash).await?.ok_or(Failure::Inside("a link that was just kept"))?;
    let number = i64::try_from(last.sequence).map_err(|_| Failure::Inside("a stored number"))?;
    let query = work.prepare_cached(FORKS_LATER).await?;
    let forks_later: bool = work.query_one(&query, &[&place.branch, &number]).await?.try_get(0)?;
    // Before a fork nobody can say on which branch the sender is: the receipt goes no further than
    // what the sender named.
    let head = if forks_later { last } else { place.branch_head };
    let whole = whole(work, asked).await?;
    let held = asked.iter().copied().filter(|hash| whole.contains(hash)).collect();
    let receipt = Receipt { hub: hub.id(), chain, head, at: hub.clock.now(), held };
    Ok((receipt.sign(hub.identity.key()), place))
}
