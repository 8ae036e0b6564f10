//! What a batch adds to the tables.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{DateTime, Utc};
use deadpool_postgres::Transaction;
use journal::{Head, Link};
use vault::{Hash, PublicKey};

use super::{body::Taken, held, incoming::Sent, key, keys};
use crate::failure::Failure;

/// Keeps a chain that was not known, with its first branch. Gives the branch.
pub(super) async fn chain(
    work: &Transaction<'_>,
    opening: &Sent,
    signed_by: &PublicKey,
    continuation: Continuation,
    now: DateTime<Utc>,
) -> Result<i64, Failure> {
    let continues = match &opening.link {
        Link::Opening { continues: Some((at, _)), .. } => Some(at.chain),
        _ => None,
    };
    let signed_by: &[u8] = signed_by.as_bytes();
    work.execute(
        "INSERT INTO chain (id, key, opened_at, continues_chain, continuation) VALUES ($1, $2, $3, $4, $5)",
        &[&key(&opening.head.hash), &signed_by, &now, &continues.as_ref().map(key), &continuation.name()],
    )
    .await?;
    branch(work, &opening.head.hash, None, opening.head).await
}

/// Keeps a branch that begins with `first`. Gives its number.
pub(super) async fn branch(
    work: &Transaction<'_>,
    chain: &Hash,
    parent: Option<i64>,
    first: Head,
) -> Result<i64, Failure> {
    const QUERY: &str = "
        INSERT INTO branch (chain, parent, first_number, head_number, head_hash)
        VALUES ($1, $2, $3, $3, $4) RETURNING id";
    let number = stored(first.sequence)?;
    Ok(work.query_one(QUERY, &[&key(chain), &parent, &number, &key(&first.hash)]).await?.try_get("id")?)
}

/// Notes that a chain has another branch.
pub(super) async fn alarm(work: &Transaction<'_>, branch: i64, now: DateTime<Utc>) -> Result<(), Failure> {
    work.execute("INSERT INTO alarm (branch, noticed_at) VALUES ($1, $2)", &[&branch, &now]).await?;
    tracing::warn!(branch, "a chain has another branch: a casebook was copied or put back");
    Ok(())
}

/// How a chain takes up an old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Continuation {
    /// It continues nothing.
    None,
    /// The old chain's key signed it.
    Agreed,
    /// The old chain is not held yet.
    Unchecked,
}

impl Continuation {
    fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Agreed => "agreed",
            Self::Unchecked => "unchecked",
        }
    }
}

/// The chains that wait for this one to say whether they continue it.
pub(super) async fn settle_continuations(
    work: &Transaction<'_>,
    old: &Hash,
    old_key: &PublicKey,
) -> Result<(), Failure> {
    const WAITING: &str = "
        SELECT c.id, e.link FROM chain c JOIN entry e ON e.hash = c.id
        WHERE c.continues_chain = $1 AND c.continuation = 'unchecked'";
    for row in work.query(WAITING, &[&key(old)]).await? {
        let link = Link::decode(row.try_get("link")?).map_err(|_| Failure::Inside("a stored link"))?;
        let found = if link.verify_continuation(old_key) { "agreed" } else { "disputed" };
        let id: &[u8] = row.try_get("id")?;
        work.execute("UPDATE chain SET continuation = $1 WHERE id = $2", &[&found, &id]).await?;
    }
    Ok(())
}

/// Which of these files are whole. The others cannot become so before this transaction ends, so
/// that an entry and its last file never miss each other.
pub(super) async fn whole_blobs(
    work: &Transaction<'_>,
    named: &BTreeSet<(Hash, i64)>,
) -> Result<HashSet<(Hash, i64)>, Failure> {
    const WHOLE: &str = "
        SELECT b.hash, b.size FROM unnest($1::bytea[], $2::bigint[]) AS asked (hash, size)
        JOIN blob b ON b.hash = asked.hash AND b.size = asked.size WHERE b.whole";
    const ANNOUNCE: &str = "
        INSERT INTO blob (hash, size) SELECT hash, size FROM unnest($1::bytea[], $2::bigint[]) AS n (hash, size)
        ORDER BY hash, size ON CONFLICT DO NOTHING";
    const HOLD_STILL: &str = "
        SELECT 1 FROM blob WHERE (hash, size) IN (SELECT * FROM unnest($1::bytea[], $2::bigint[]))
        ORDER BY hash, size FOR SHARE";
    let mut whole = HashSet::new();
    for round in 0..2 {
        let open: Vec<_> = named.iter().filter(|blob| !whole.contains(*blob)).collect();
        if open.is_empty() {
            break;
        }
        let hashes: Vec<_> = open.iter().map(|(hash, _)| key(hash)).collect();
        let sizes: Vec<_> = open.iter().map(|(_, size)| *size).collect();
        // Most files were whole long ago, and stay so: only for the rest is anything locked.
        if round == 1 {
            work.execute(ANNOUNCE, &[&hashes, &sizes]).await?;
            work.query(HOLD_STILL, &[&hashes, &sizes]).await?;
        }
        let query = work.prepare_cached(WHOLE).await?;
        for row in work.query(&query, &[&hashes, &sizes]).await? {
            whole.insert((super::hash_in(&row, "hash")?, row.try_get("size")?));
        }
    }
    Ok(whole)
}

/// Keeps new links at the end of a branch, with the bodies that came along.
pub(super) async fn links(
    work: &Transaction<'_>,
    branch: i64,
    links: &[Sent],
    bodies: &HashMap<Hash, Taken>,
    whole_blobs: &HashSet<(Hash, i64)>,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    const QUERY: &str = "
        INSERT INTO entry (branch, received_at, hash, number, link, nonce, body, kind, is_record, is_urgent, whole)
        SELECT $1, $2, * FROM unnest($3::bytea[], $4::bigint[], $5::bytea[], $6::bytea[], $7::bytea[], $8::text[],
          $9::boolean[], $10::boolean[], $11::boolean[])";
    let Some(last) = links.last() else {
        return Ok(());
    };
    let numbers = links.iter().map(|sent| stored(sent.head.sequence)).collect::<Result<Vec<_>, _>>()?;
    let hashes: Vec<_> = links.iter().map(|sent| key(&sent.head.hash)).collect();
    let encoded: Vec<_> = links.iter().map(|sent| sent.bytes.as_slice()).collect();
    let bodies: Vec<_> = links.iter().map(|sent| bodies.get(&sent.head.hash)).collect();
    let columns = Columns::of(&bodies, whole_blobs);
    let query = work.prepare_cached(QUERY).await?;
    work.execute(
        &query,
        &[
            &branch,
            &now,
            &hashes,
            &numbers,
            &encoded,
            &columns.nonces,
            &columns.bytes,
            &columns.kinds,
            &columns.are_records,
            &columns.are_urgent,
            &columns.are_whole,
        ],
    )
    .await?;
    let query = work.prepare_cached("UPDATE branch SET head_number = $2, head_hash = $3 WHERE id = $1").await?;
    work.execute(&query, &[&branch, &stored(last.head.sequence)?, &key(&last.head.hash)]).await?;
    Ok(())
}

/// Keeps bodies of links that were held before without one.
pub(super) async fn late_bodies(
    work: &Transaction<'_>,
    bodies: &[&Taken],
    whole_blobs: &HashSet<(Hash, i64)>,
) -> Result<(), Failure> {
    const QUERY: &str = "
        UPDATE entry SET nonce = n.nonce, body = n.body, kind = n.kind, is_record = n.is_record,
          is_urgent = n.is_urgent, whole = n.whole
        FROM unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::text[], $5::boolean[], $6::boolean[], $7::boolean[])
          AS n (hash, nonce, body, kind, is_record, is_urgent, whole)
        WHERE entry.hash = n.hash AND entry.body IS NULL";
    if bodies.is_empty() {
        return Ok(());
    }
    let hashes: Vec<_> = bodies.iter().map(|body| key(&body.link)).collect();
    let bodies: Vec<_> = bodies.iter().copied().map(Some).collect();
    let columns = Columns::of(&bodies, whole_blobs);
    let query = work.prepare_cached(QUERY).await?;
    work.execute(
        &query,
        &[
            &hashes,
            &columns.nonces,
            &columns.bytes,
            &columns.kinds,
            &columns.are_records,
            &columns.are_urgent,
            &columns.are_whole,
        ],
    )
    .await?;
    Ok(())
}

/// Keeps which entry names which file.
pub(super) async fn blob_uses<'a>(
    work: &Transaction<'_>,
    bodies: impl Iterator<Item = &'a Taken>,
) -> Result<(), Failure> {
    const QUERY: &str = "
        INSERT INTO entry_blob (entry, hash, size) SELECT * FROM unnest($1::bytea[], $2::bytea[], $3::bigint[])
        ON CONFLICT DO NOTHING";
    let (mut entries, mut hashes, mut sizes) = (Vec::new(), Vec::new(), Vec::new());
    for body in bodies {
        for (hash, size) in &body.blobs {
            entries.push(body.link);
            hashes.push(*hash);
            sizes.push(*size);
        }
    }
    if !entries.is_empty() {
        let query = work.prepare_cached(QUERY).await?;
        work.execute(&query, &[&keys(&entries), &keys(&hashes), &sizes]).await?;
    }
    Ok(())
}

/// The columns that a body fills; empty where none came.
struct Columns<'a> {
    nonces: Vec<Option<&'a [u8]>>,
    bytes: Vec<Option<&'a [u8]>>,
    kinds: Vec<Option<&'a str>>,
    are_records: Vec<bool>,
    are_urgent: Vec<bool>,
    are_whole: Vec<bool>,
}

impl<'a> Columns<'a> {
    fn of(bodies: &[Option<&'a Taken>], whole_blobs: &HashSet<(Hash, i64)>) -> Self {
        let whole = |body: &Taken| body.blobs.iter().all(|blob| whole_blobs.contains(blob));
        Self {
            nonces: bodies.iter().map(|body| body.map(|body| body.nonce.as_slice())).collect(),
            bytes: bodies.iter().map(|body| body.map(|body| body.bytes.as_slice())).collect(),
            kinds: bodies.iter().map(|body| body.and_then(|body| body.kind.as_deref())).collect(),
            are_records: bodies.iter().map(|body| body.is_some_and(|body| body.is_record)).collect(),
            are_urgent: bodies.iter().map(|body| body.is_some_and(|body| body.is_urgent)).collect(),
            are_whole: bodies.iter().map(|body| body.is_some_and(whole)).collect(),
        }
    }
}

/// Whether a chain may be kept as continuing the one that its opening names.
pub(super) async fn continuation(work: &Transaction<'_>, opening: &Link) -> Result<Option<Continuation>, Failure> {
    let Link::Opening { continues: Some((at, _)), .. } = opening else {
        return Ok(Some(Continuation::None));
    };
    Ok(match held::chain_key(work, &at.chain).await? {
        None => Some(Continuation::Unchecked),
        Some(old_key) if opening.verify_continuation(&old_key) => Some(Continuation::Agreed),
        Some(_) => None,
    })
}

/// A link's number as PostgreSQL counts.
fn stored(number: u64) -> Result<i64, Failure> {
    i64::try_from(number).map_err(|_| Failure::Inside("a number beyond what PostgreSQL counts"))
}
